import Editorial
import Git

/// The words between two states of a text, each with who brought it or took it out.
struct TracedWords {
  private struct Token {
    var text: String
    /// Nil for what the text began with.
    var added: Markup.Author?
    var removed: Markup.Author?
  }

  private var tokens: [Token]

  init(_ text: String) { tokens = WordDiff.tokens(text).map { Token(text: $0) } }

  /// Goes on to the next state, which is by `author`.
  mutating func advance(to text: String, _ author: Markup.Author) {
    let places = tokens.indices.filter { tokens[$0].removed == nil }
    let new = WordDiff.tokens(text)
    var next: [Token] = []
    var done = 0
    for op in TextDiff.changes(places.map { tokens[$0].text }, new) {
      switch op {
      case .equal(let old, _), .delete(let old):
        let end = places[old.upperBound - 1] + 1
        // What went earlier stays where it stood.
        for place in done..<end {
          var token = tokens[place]
          if case .delete = op, token.removed == nil { token.removed = author }
          next.append(token)
        }
        done = end
      case .insert(let range):
        next += new[range].map { Token(text: $0, added: author) }
      }
    }
    tokens = next + tokens[done...]
  }

  /// The difference of the two texts at the ends, with the hands where they are known.
  func runs(from old: Story, to new: Story) -> [Markup.Run] {
    let before = WordDiff.tokens(old.file.text)
    let after = WordDiff.tokens(new.file.text)
    let removers = tokens.filter { $0.added == nil }.map(\.removed)
    let adders = tokens.filter { $0.removed == nil }.map(\.added)
    var runs: [Markup.Run] = []
    func add(
      _ op: WordDiff.Piece.Op, _ range: Range<Int>, _ words: [String], _ hands: [Markup.Author?]
    ) {
      // A word that only stands between two that changed is of the same hand.
      var hand = hands.count == words.count ? hands[range].lazy.compactMap(\.self).first : nil
      for place in range {
        if hands.count == words.count { hand = hands[place] ?? hand }
        if let last = runs.last, last.op == op, last.by == hand {
          runs[runs.count - 1].text += words[place]
        } else {
          runs.append(Markup.Run(op: op, text: words[place], by: hand))
        }
      }
    }
    for stretch in Stretch.readable(before, after) {
      if stretch.isEqual {
        add(.equal, stretch.old, before, [])
      } else {
        add(.delete, stretch.old, before, removers)
        add(.insert, stretch.new, after, adders)
      }
    }
    return runs
  }
}

/// A part of two texts that is the same in both, or went and came.
private struct Stretch {
  var old: Range<Int>
  var new: Range<Int>
  var isEqual: Bool

  /// The difference as a reader wants it: a word or two that chance left between long changes belong
  /// to them.
  static func readable(_ before: [String], _ after: [String]) -> [Stretch] {
    var all: [Stretch] = []
    for op in TextDiff.changes(before, after) {
      let (old, new) = (all.last?.old.upperBound ?? 0, all.last?.new.upperBound ?? 0)
      switch op {
      case .equal(let left, let right): all.append(Stretch(old: left, new: right, isEqual: true))
      case .delete(let range): all.append(Stretch(old: range, new: new..<new, isEqual: false))
      case .insert(let range):
        if let last = all.last, !last.isEqual {
          all[all.count - 1].new = range
        } else {
          all.append(Stretch(old: old..<old, new: range, isEqual: false))
        }
      }
    }
    var place = 1
    while place + 1 < all.count {
      let (left, middle, right) = (all[place - 1], all[place], all[place + 1])
      guard middle.isEqual, !left.isEqual, !right.isEqual,
        isSmall(middle, between: left, right, before, after)
      else {
        place += 1
        continue
      }
      all[place - 1].old = left.old.lowerBound..<right.old.upperBound
      all[place - 1].new = left.new.lowerBound..<right.new.upperBound
      all.removeSubrange(place...(place + 1))
      // What was too long for the shorter change may be small beside the joint one.
      place = max(1, place - 2)
    }
    return all
  }

  private static func isSmall(
    _ middle: Stretch, between left: Stretch, _ right: Stretch, _ before: [String],
    _ after: [String]
  ) -> Bool {
    let words = before[middle.old]
    // A paragraph's end keeps its place.
    guard words.count < 40, !words.joined().contains("\n\n") else { return false }
    func size(_ stretch: Stretch) -> Int {
      func length(_ words: ArraySlice<String>) -> Int { words.reduce(0) { $0 + $1.count } }
      return max(length(before[stretch.old]), length(after[stretch.new]))
    }
    return size(middle) <= min(size(left), size(right))
  }
}
