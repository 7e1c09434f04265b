/// One tag of a Mustache template (https://mustache.github.io/mustache.5.html).
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case value, section, inverted, close, partial
    /// A part that whoever shows the template may fill, and a template shown with such parts.
    case block, parent
  }

  let kind: Kind
  /// `headline`, `card`.
  let name: String
  let line: Int
  /// Whether its value's signs are escaped: two braces, and nothing in them that says otherwise.
  let isEscaped: Bool

  static let mostDepth = 64

  /// The tags of a template in their order, comments and settings left out.
  ///
  /// Throws where a tag is never closed, or sections don't close as they were opened, and names the
  /// line that has to be mended.
  static func all(in text: String, of path: String) throws(ExportFault) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var open: [TemplateTag] = []
    var (begin, end) = ("{{", "}}")
    var rest = text[...]
    var line = 1
    while let start = rest.firstRange(of: begin) {
      line += rest[..<start.lowerBound].count { $0.isNewline }
      rest = rest[start.upperBound...]
      let isTriple = begin == "{{" && rest.hasPrefix("{")
      guard let stop = rest.firstRange(of: isTriple ? "}}}" : end) else {
        throw .template(path: path, line: line, reason: "a tag is opened here and never closed")
      }
      let inside = rest[..<stop.lowerBound].drop { $0.isWhitespace }
      let first = line
      line += rest[..<stop.lowerBound].count { $0.isNewline }
      rest = rest[stop.upperBound...]
      if inside.first == "=" {
        let signs = inside.dropFirst().prefix { $0 != "=" }.split { $0.isWhitespace }
        guard signs.count == 2 else {
          throw .template(
            path: path, line: first, reason: "new signs for tags are two, in `{{=<% %>=}}`")
        }
        (begin, end) = (String(signs[0]), String(signs[1]))
        continue
      }
      guard let tag = TemplateTag(inside, line: first) else { continue }
      tags.append(tag)
      switch tag.kind {
      case .section, .inverted, .block, .parent:
        open.append(tag)
        guard open.count <= mostDepth else {
          throw .template(
            path: path, line: first, reason: "its sections nest more than \(mostDepth) deep")
        }
      case .close:
        guard let opened = open.popLast() else {
          throw .template(
            path: path, line: first, reason: "`{{/\(tag.name)}}` closes what was never opened")
        }
        guard opened.name == tag.name else {
          throw .template(
            path: path, line: first,
            reason:
              "`{{/\(tag.name)}}` stands where `\(opened.sign)` of line \(opened.line) is open")
        }
      case .value, .partial: break
      }
    }
    if let opened = open.last {
      throw .template(
        path: path, line: opened.line, reason: "the section `\(opened.sign)` is never closed")
    }
    return tags
  }

  /// The name of the value that it asks for, without what is done to it; nil where it asks for none.
  var variable: String? {
    guard [.value, .section, .inverted].contains(kind) else { return nil }
    let inner = name.split(separator: "(", omittingEmptySubsequences: false).last.map {
      $0.filter { $0 != ")" }
    }
    return inner.flatMap { $0.isEmpty || $0 == "." ? nil : $0 }
  }

  private var sign: String {
    let signs: [Kind: String] = [.inverted: "^", .block: "$", .parent: "<"]
    return "{{\(signs[kind] ?? "#")\(name)}}"
  }

  /// Reads what stands between the braces; nil for comments and settings.
  private init?(_ inside: Substring, line: Int) {
    let kinds: [Character: Kind] = [
      "#": .section, "^": .inverted, "/": .close, ">": .partial, "<": .parent, "$": .block,
      "{": .value, "&": .value,
    ]
    guard let sign = inside.first, sign != "!", sign != "%" else { return nil }
    let text = (kinds[sign] == nil ? inside : inside.dropFirst()).filter { !$0.isWhitespace }
    (kind, name, self.line) = (kinds[sign] ?? .value, String(text), line)
    isEscaped = kinds[sign] == nil
  }
}
