/// A JSON text in the making, its keys in the order in which they are given.
enum JSON {
  case string(String)
  case number(Int)
  case array([JSON])
  case object([(String, JSON)])

  /// An object without the members that are nil.
  static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// The text, which may stand in a script element of HTML: no sign in it means anything there.
  var text: String {
    var text = ""
    write(into: &text, indent: nil)
    return text
  }

  /// The text as a file of its own, which people may read: a line for each value.
  var file: String {
    var text = ""
    write(into: &text, indent: 0)
    return text + "\n"
  }

  /// `indent` is how deep the value stands; nil writes all on one line.
  private func write(into text: inout String, indent: Int?) {
    switch self {
    case .string(let string): Self.write(string, into: &text, isInHTML: indent == nil)
    case .number(let number): text += String(number)
    case .array(let elements):
      Self.write(elements, "[", "]", into: &text, indent) { $0.write(into: &$1, indent: $2) }
    case .object(let members):
      Self.write(members, "{", "}", into: &text, indent) { member, text, indent in
        Self.write(member.0, into: &text, isInHTML: indent == nil)
        text += indent == nil ? ":" : ": "
        member.1.write(into: &text, indent: indent)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], _ start: String, _ end: String, into text: inout String, _ indent: Int?,
    part: (Part, inout String, Int?) -> Void
  ) {
    text += start
    let inner = indent.map { $0 + 1 }
    for (index, each) in parts.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      part(each, &text, inner)
    }
    if let indent, !parts.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += end
  }

  private static func write(_ string: String, into text: inout String, isInHTML: Bool) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x3C where !isInHTML, 0x3E where !isInHTML, 0x26 where !isInHTML:
        text.unicodeScalars.append(scalar)
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0..<0x20, 0x3C, 0x3E, 0x26, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .string(value) }
}
