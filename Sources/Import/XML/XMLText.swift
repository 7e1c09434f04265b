internal import Editorial

/// A document of XML as UTF-8, without what no such document may hold and many exports do.
///
/// Every line stays where it was.
struct XMLText {
  private(set) var bytes: [UInt8]
  /// What was taken out, each with its line.
  private(set) var remarks: [Remark] = []

  /// `name` is the file's, for errors.
  init(_ raw: [UInt8], name: String) throws(Unreadable) {
    bytes = Array(try Self.decoded(raw, name: name))
    dropControls()
    // Nothing may stand before the declaration, which says nothing more that is needed.
    let start = bytes.prefix(while: isHTMLBlank).count
    if start > 0, bytes[start...].starts(with: "<?xml ".utf8),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      for index in start...end where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
  }

  /// Takes out control characters and what else XML 1.0 forbids (§2.2), as they are or by their numbers.
  private mutating func dropControls() {
    guard hasForbidden else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var (index, line) = (0, 1)
    var isLiteral = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A { line += 1 }
      // There a number of a character is text.
      if byte == 0x3C, bytes[index...].starts(with: "<![CDATA[".utf8) { isLiteral = true }
      if byte == 0x5D, bytes[index...].starts(with: "]]>".utf8) { isLiteral = false }
      if !(isLiteral && byte == 0x26), let length = forbidden(at: index) {
        index += length
        if remarks.last?.line != line {
          remarks.append(Remark(line: line, "control characters were taken out"))
        }
      } else {
        result.append(byte)
        index += 1
      }
    }
    bytes = result
  }

  /// Whether anything may have to go: most files have nothing, and are large.
  private var hasForbidden: Bool {
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0x26, 0xEF: if forbidden(at: index) != nil { return true }
      default: continue
      }
    }
    return false
  }

  /// How many bytes at an offset stand for what no document may hold; nil for what may stand.
  private func forbidden(at index: Int) -> Int? {
    let byte = bytes[index]
    switch byte {
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20: return 1
    case 0xEF:
      let isNone = index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
      return isNone ? 3 : nil
    case 0x26:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x23 else { return nil }
      let rest = bytes[(index + 2)...].prefix(9)
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
      let digits = String(decoding: rest[..<end], as: UTF8.self)
      let isHex = digits.hasPrefix("x")
      guard let number = UInt32(isHex ? String(digits.dropFirst()) : digits, radix: isHex ? 16 : 10)
      else { return nil }
      let isForbidden =
        number < 0x20 && ![0x09, 0x0A, 0x0D].contains(number) || number == 0xFFFE
        || number == 0xFFFF || Unicode.Scalar(number) == nil
      return isForbidden ? end + 1 - index : nil
    default: return nil
    }
  }

  /// The document as UTF-8, from the encoding that its mark or its first line names.
  private static func decoded(
    _ bytes: [UInt8], name: String
  ) throws(Unreadable) -> ArraySlice<UInt8> {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return bytes[3...] }
    let encoding: String
    var start = 0
    if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, start) = ("utf-16be", 2)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, start) = ("utf-16le", 2)
    } else if bytes.starts(with: [0, 0x3C, 0, 0x3F]) {
      encoding = "utf-16be"
    } else if bytes.starts(with: [0x3C, 0, 0x3F, 0]) {
      encoding = "utf-16le"
    } else {
      encoding = declared(bytes.prefix(200)) ?? "utf-8"
      if ["utf-8", "utf8"].contains(encoding.lowercased()) { return bytes[...] }
    }
    guard let text = TextDecoding.utf8(bytes[start...], from: encoding) else {
      throw Unreadable(
        "\(name) says that it is written in \(encoding), which stet does not read",
        hint: "iconv -f \(encoding) -t UTF-8 \(name) makes it UTF-8; then change its first line too"
      )
    }
    return text[...]
  }

  /// The encoding that the first line names: `<?xml version="1.0" encoding="…"?>`.
  private static func declared(_ head: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: head.drop(while: isHTMLBlank), as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>"),
      let mark = text[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let rest = text[mark.upperBound..<end.lowerBound]
    guard let quote = rest.first(where: { $0 == "\"" || $0 == "'" }) else { return nil }
    let parts = rest.split(separator: quote, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return nil }
    let isName = parts[1].utf8.allSatisfy {
      isASCIIWord($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 == 0x3A
    }
    return isName && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
