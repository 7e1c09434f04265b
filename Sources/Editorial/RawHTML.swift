/// Tags of raw HTML in a body, which no reader ever gets: their text stays, they go.
enum RawHTML {
  struct Tag: Hashable {
    let text: String
    /// In the file, from 1.
    let line: Int
    let column: Int
  }

  /// The tags outside of code, comments aside, in the order in which they stand; at most a hundred.
  static func tags(in story: Story) -> [Tag] {
    let bytes = Array(story.file.text.utf8)
    guard bytes.contains(0x3C) else { return [] }
    let code = CodeRanges(bytes)
    var tags: [Tag] = []
    var (line, start, index) = (story.file.bodyLine, 0, 0)
    while index < bytes.count, tags.count < 100 {
      if let end = code.end(at: index), end > index {
        for place in index..<end where bytes[place] == 0x0A {
          (line, start) = (line + 1, place + 1)
        }
        index = end
        continue
      }
      if bytes[index] == 0x0A { (line, start) = (line + 1, index + 1) }
      if bytes[index] == 0x3C, let end = end(ofTagAt: index, bytes) {
        tags.append(
          Tag(
            text: String(decoding: bytes[index...end], as: UTF8.self), line: line,
            column: String(decoding: bytes[start..<index], as: UTF8.self).count + 1))
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
    guard index < bytes.count, [0x20, 0x0A, 0x09, 0x2F, 0x3E].contains(bytes[index]) else {
      return nil
    }
    let limit = min(bytes.count, index + 2_000)
    return bytes[index..<limit].firstIndex(of: 0x3E)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
