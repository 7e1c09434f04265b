/// The sentences in which two texts differ, and one more on either side: all else needs no reading.
struct TermWindow: Sendable {
  let old: Range<Int>
  let new: Range<Int>

  /// A text with what is known of it before its terms are read.
  struct Text: Sendable {
    let scalars: [Unicode.Scalar]
    let quotes: [Range<Int>]
    let starts: [Int]

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
      quotes = QuoteScan.ranges(in: scalars)
      starts = SentenceScan.starts(in: scalars)
    }
  }

  init(_ old: Text, _ new: Text) {
    let (here, there) = (old.scalars, new.scalars)
    let shorter = min(here.count, there.count)
    var head = 0
    while head < shorter, here[head] == there[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, here[here.count - 1 - tail] == there[there.count - 1 - tail] {
      tail += 1
    }
    // A mark that came or went changes what is quoted far from it.
    for (left, right) in zip(old.quotes, new.quotes) where left != right {
      head = min(head, left.lowerBound, right.lowerBound)
      break
    }
    for (left, right) in zip(old.quotes.reversed(), new.quotes.reversed()) {
      let ends = (here.count - left.upperBound, there.count - right.upperBound)
      guard ends.0 == ends.1, left.count == right.count else {
        tail = min(tail, ends.0, ends.1)
        break
      }
    }
    if old.quotes.count != new.quotes.count {
      let common = min(old.quotes.count, new.quotes.count)
      for quote in [old.quotes, new.quotes].compactMap({ $0.dropFirst(common).first }) {
        head = min(head, quote.lowerBound)
      }
      if let quote = old.quotes.dropLast(common).last {
        tail = min(tail, here.count - quote.upperBound)
      }
      if let quote = new.quotes.dropLast(common).last {
        tail = min(tail, there.count - quote.upperBound)
      }
    }
    let begin = Self.begin(old.starts, new.starts, before: head)
    let shift = there.count - here.count
    let end = Self.end(old.starts, new.starts, shift: shift, from: here.count - tail) ?? here.count
    self.old = begin..<max(begin, end)
    self.new = begin..<max(begin, end + shift)
  }

  /// Where the sentence before the one at `place` begins in both texts.
  private static func begin(_ old: [Int], _ new: [Int], before place: Int) -> Int {
    var common = 0
    for (left, right) in zip(old, new) {
      guard left == right, left <= place else { break }
      common += 1
    }
    return common > 2 ? old[common - 2] : 0
  }

  /// Where the second sentence from `place` on begins in both texts, as the old one counts.
  private static func end(_ old: [Int], _ new: [Int], shift: Int, from place: Int) -> Int? {
    var common = 0
    for (left, right) in zip(old.reversed(), new.reversed()) {
      guard left + shift == right, left >= place else { break }
      common += 1
    }
    return common > 2 ? old[old.count - common + 1] : nil
  }
}
