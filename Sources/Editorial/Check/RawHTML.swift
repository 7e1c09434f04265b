/// Tags of raw HTML in a body, which no reader ever gets: their text stays, they go.
public enum RawHTML {
  public struct Tag: Hashable, Sendable {
    public let text: String
    /// Its bytes in the text, line ends being LF.
    public let range: Range<Int>
  }

  /// The tags of a text outside of code, comments aside, in the order in which they stand.
  public static func tags(in bytes: [UInt8]) -> [Tag] {
    guard bytes.contains(0x3C) else { return [] }
    let code = CodeRanges(bytes)
    var tags: [Tag] = []
    var index = 0
    while index < bytes.count {
      if let end = code.end(at: index), end > index {
        index = end
        continue
      }
      if bytes[index] == 0x3C, let end = end(ofTagAt: index, bytes) {
        let range = index..<end + 1
        tags.append(Tag(text: String(decoding: bytes[range], as: UTF8.self), range: range))
        index = end
      }
      index += 1
    }
    return tags
  }

  /// Where a tag ends that begins here: `<name …>` or `</name>`; nil where there is none.
  private static func end(ofTagAt start: Int, _ bytes: [UInt8]) -> Int? {
    var index = start + 1
    if index < bytes.count, bytes[index] == 0x2F { index += 1 }
    guard index < bytes.count, isLetter(bytes[index]) else { return nil }
    while index < bytes.count, isLetter(bytes[index]) || (0x30...0x39).contains(bytes[index]) {
      index += 1
    }
    // `<https://…>` is a link, `<a@b>` an address.
    // `<media/2026/11/x.jpg>` is an address.
    guard index < bytes.count, [0x20, 0x0A, 0x09, 0x2F, 0x3E].contains(bytes[index]),
      bytes[index] != 0x2F || index + 1 < bytes.count && bytes[index + 1] == 0x3E
    else { return nil }
    let limit = min(bytes.count, index + 2_000)
    return bytes[index..<limit].firstIndex(of: 0x3E)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
