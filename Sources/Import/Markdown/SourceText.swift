/// The text of a file as people have it: whatever its encoding, line ends and marks, as UTF-8 with LF.
struct SourceText {
  var bytes: [UInt8]
  var remarks: [Remark] = []

  /// Why a file holds no text.
  struct NoText: Error {
    let reason: String
  }

  init(_ raw: [UInt8]) throws(NoText) {
    var text = raw
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      text = try Self.utf16(raw)
      remarks.append(Remark(line: 1, "the file was UTF-16; it is UTF-8 now"))
    } else if String(validating: raw, as: UTF8.self) == nil {
      guard !raw.contains(0) else { throw NoText(reason: "it is no text") }
      text = Self.windows1252(raw)
      remarks.append(
        Remark(
          line: Self.firstFault(raw), "the file was not UTF-8; it was read as Windows-1252"))
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    guard !text.contains(0) else { throw NoText(reason: "it is no text") }
    bytes = Self.lines(text)
    dropControls()
  }

  /// CR LF and lone CR as LF.
  private static func lines(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x0D) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte != 0x0D {
        result.append(byte)
      } else if index + 1 >= text.count || text[index + 1] != 0x0A {
        result.append(0x0A)
      }
    }
    return result
  }

  /// Control characters, which no story may hold, go; what they are and where is said once.
  private mutating func dropControls() {
    var line = 1
    var result: [UInt8] = []
    var first: Int?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x0A { line += 1 }
      let isC0 = byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F
      let isC1 = byte == 0xC2 && (0x80..<0xA0).contains(next)
      if isC0 || isC1 {
        if first == nil {
          first = line
          result = Array(bytes[..<index])
        }
        // U+0085 ends a line where it comes from.
        if isC1, next == 0x85 { result.append(0x0A) }
        index += isC1 ? 2 : 1
        continue
      }
      if first != nil { result.append(byte) }
      index += 1
    }
    guard let first else { return }
    bytes = result
    remarks.append(Remark(line: first, "control characters were taken out"))
  }

  private static func utf16(_ raw: [UInt8]) throws(NoText) -> [UInt8] {
    let isLittle = raw[0] == 0xFF
    guard raw.count % 2 == 0 else { throw NoText(reason: "its UTF-16 breaks off") }
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for index in stride(from: 2, to: raw.count, by: 2) {
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw NoText(reason: "its UTF-16 is damaged")
    }
    return Array(text.utf8)
  }

  private static func firstFault(_ raw: [UInt8]) -> Int {
    var line = 1
    for part in raw.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return 1
  }

  /// What stands at 0x80 to 0x9F in Windows-1252 (WHATWG's Encoding Standard, index windows-1252).
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func windows1252(_ raw: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in raw {
      let value = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return Array(String(text).utf8)
  }
}
