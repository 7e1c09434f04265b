/// The boxes that a range of an ISO base media file holds (ISO/IEC 14496-12).
struct Boxes: Sequence, IteratorProtocol {
  struct Box {
    var name: String
    /// With its head.
    var whole: Range<Int>
    var content: Range<Int>
  }

  private let bytes: Bytes
  private var place: Int
  private let end: Int
  /// How many bytes at the end of the range are of none, once all were read.
  var left: Int { end - place }

  init(_ bytes: Bytes, in range: Range<Int>) {
    (self.bytes, place, end) = (bytes, range.lowerBound, range.upperBound)
  }

  mutating func next() -> Box? {
    guard place < end, let short = bytes.big(4, at: place), bytes.big(4, at: place + 4) != nil
    else { return nil }
    var (head, size) = (8, short)
    if short == 1 {
      guard let long = bytes.big(8, at: place + 8) else { return nil }
      (head, size) = (16, long)
    } else if short == 0 {
      size = end - place
    }
    guard size >= head, size <= end - place else { return nil }
    let start = place
    place += size
    return Box(
      name: String(decoding: bytes.all[start + 4..<start + 8], as: UTF8.self),
      whole: start..<place, content: start + head..<place)
  }
}
