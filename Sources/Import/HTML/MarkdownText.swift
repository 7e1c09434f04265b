/// Words that are only words, whatever they look like in Markdown.
enum MarkdownText {
  /// `text` with a backslash before each sign that could mean something.
  ///
  /// A sign between letters (`snake_case`) and one that begins nothing stays as it is.
  static func escaped(_ text: String, isInCell: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      let isSign =
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
          UInt8(ascii: "]"), UInt8(ascii: "~"):
          true
        case UInt8(ascii: "_"): !(index > 0 && isWord(bytes[index - 1]) && next.map(isWord) == true)
        case UInt8(ascii: "<"):
          next.map { isLetter($0) || [0x2F, 0x21, 0x3F].contains($0) } ?? true
        case UInt8(ascii: "&"): next.map { isLetter($0) || $0 == 0x23 } ?? true
        case UInt8(ascii: "!"): next.map { $0 == 0x5B } ?? true
        case UInt8(ascii: "|"): isInCell
        default: false
        }
      if isSign { result.append(0x5C) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Escaped words as they must stand at the beginning of a line, where some begin a block.
  static func atLineStart(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.first else { return text }
    func isEnd(_ index: Int) -> Bool { index >= bytes.count || isHTMLBlank(bytes[index]) }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "|"):
      return "\\" + text
    case UInt8(ascii: "+"): return isEnd(1) ? "\\" + text : text
    case UInt8(ascii: "-"), UInt8(ascii: ":"):
      return isEnd(1) || bytes[1] == UInt8(ascii: "-") ? "\\" + text : text
    case 0x30...0x39:
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      guard digits < bytes.count, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[digits]),
        isEnd(digits + 1)
      else { return text }
      return String(decoding: bytes[..<digits] + [0x5C] + bytes[digits...], as: UTF8.self)
    default: return text
    }
  }

  /// An address between the brackets of a link.
  ///
  /// Signs of stress are escaped there too: md4c 0.4.8 would pair them with those of the text.
  static func destination(_ address: String) -> String {
    var plain = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "<", ">", "|", "\"", "`":
        plain += "%" + String(scalar.value, radix: 16, uppercase: true)
      case " ": plain += "%20"
      case _ where scalar.value < 0x20: continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let result = escaped(plain).replacing("(", with: "\\(").replacing(")", with: "\\)")
    return result.isEmpty ? "<>" : result
  }

  /// What stands in quotes behind an address.
  static func title(_ title: String, isInCell: Bool) -> String {
    guard !title.isEmpty else { return "" }
    let words = Line.folded(title).trimmed
    return " \"" + escaped(words, isInCell: isInCell).replacing("\"", with: "\\\"") + "\""
  }

  /// Code between as many backticks as it takes.
  static func code(_ text: String, isInCell: Bool) -> String {
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let isPadded =
      text.hasPrefix("`") || text.hasSuffix("`")
      || (text.hasPrefix(" ") && text.hasSuffix(" ") && text.contains { $0 != " " })
    let pad = isPadded ? " " : ""
    return fence + pad + (isInCell ? text.replacing("|", with: "\\|") : text) + pad + fence
  }

  /// The length of the longest run of a sign.
  static func longestRun(of sign: Unicode.Scalar, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }
}
