/// A text in pieces, with what stands between them: put together they are the text.
struct Passages: Sendable {
  let pieces: [Passage]
  /// What stands before the first piece, between any two, and behind the last: one more than
  /// pieces.
  let blanks: [ArraySlice<UInt8>]
  /// The fence of the code that the last piece never closes.
  let openFence: String?

  /// The paragraphs of a text with LF line ends: what blank lines part.
  ///
  /// Fenced code is one piece, whatever blank lines it holds.
  static func paragraphs(of bytes: [UInt8]) -> Passages {
    var ranges: [Range<Int>] = []
    var open: Range<Int>?
    var fence: (mark: UInt8, count: Int)?
    for line in Lines(bytes) {
      let text = bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
      let mark = text.first ?? 0x0A
      let isBlank = mark == 0x0A || mark == 0x0D
      let end = bytes[line].last == 0x0A ? line.upperBound - 1 : line.upperBound
      if isBlank, fence == nil {
        if let range = open { ranges.append(range) }
        open = nil
        continue
      }
      open = (open?.lowerBound ?? line.lowerBound)..<end
      guard mark == 0x60 || mark == 0x7E else { continue }
      let count = text.prefix { $0 == mark }.count
      let rest = text.dropFirst(count)
      if let now = fence {
        let closes = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        if mark == now.mark, count >= now.count, closes { fence = nil }
      } else if count >= 3, mark == 0x7E || !rest.contains(0x60) {
        fence = (mark, count)
      }
    }
    if let range = open { ranges.append(range) }
    let openFence = fence.map { String(repeating: $0.mark == 0x7E ? "~" : "`", count: $0.count) }
    return Passages(bytes, ranges, openFence: openFence)
  }

  /// The sentences of a paragraph; lines of a list, of a table and of code are pieces of their own.
  static func sentences(of passage: Passage) -> Passages {
    let bytes = Array(passage.bytes)
    let scalars = Array(passage.text.unicodeScalars)
    var ranges: [Range<Int>] = []
    var starts = SentenceScan.starts(in: scalars)[...]
    var place = 0
    var open: Range<Int>?
    for (index, scalar) in scalars.enumerated() {
      if index == starts.first {
        starts.removeFirst()
        if let range = open { ranges.append(range) }
        open = nil
      }
      let next = place + UTF8.width(scalar)
      if !Letter.isBlank(scalar) { open = (open?.lowerBound ?? place)..<next }
      place = next
    }
    if let range = open { ranges.append(range) }
    return Passages(bytes, ranges, openFence: nil)
  }

  private init(_ bytes: [UInt8], _ ranges: [Range<Int>], openFence: String?) {
    self.openFence = openFence
    pieces = ranges.map { Passage(bytes: bytes[$0]) }
    var blanks: [ArraySlice<UInt8>] = []
    var done = 0
    for range in ranges {
      blanks.append(bytes[done..<range.lowerBound])
      done = range.upperBound
    }
    self.blanks = blanks + [bytes[done...]]
  }
}
