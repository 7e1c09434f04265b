/// Texts in the encodings that exports of old systems have.
enum TextDecoding {
  /// The character of a byte in windows-1252
  /// (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  private static let high: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]

  /// The UTF-8 of a text whose encoding is known by name, letters' case aside; nil for one that is not
  /// known here.
  ///
  /// What is called Latin-1 or ASCII is read as windows-1252, as browsers do
  /// (https://encoding.spec.whatwg.org/#names-and-labels).
  static func utf8(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    switch name.lowercased() {
    case "utf-8", "utf8": return Array(bytes)
    case "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252":
      return scalars(bytes) { windows1252($0) }
    case "iso-8859-15", "latin9":
      return scalars(bytes) { latin9[$0] ?? Unicode.Scalar($0) }
    case "utf-16be": return utf16(bytes, isBigEndian: true)
    case "utf-16le", "utf-16": return utf16(bytes, isBigEndian: false)
    default: return nil
    }
  }

  /// Where ISO 8859-15 differs from Latin-1.
  private static let latin9: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]

  private static func scalars(
    _ bytes: ArraySlice<UInt8>, _ scalar: (UInt8) -> Unicode.Scalar
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { result.append(byte) } else { result += String(scalar(byte)).utf8 }
    }
    return result
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
