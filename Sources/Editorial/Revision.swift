/// What one side made of the pieces of a text: which it kept or changed, and what it put between
/// them.
struct Revision: Sendable {
  /// For each old piece its place on this side; nil for one that went.
  private(set) var places: [Int?]
  /// The places of the pieces that came before each old one, and behind the last.
  private(set) var inserted: [[Int]]

  /// Nil where finding out costs too much.
  init?(of old: [Passage], to new: [Passage]) {
    guard let gaps = Collation.gaps(old, new) else { return nil }
    places = []
    inserted = Array(repeating: [], count: old.count + 1)
    var done = 0
    for gap in gaps {
      keep(upTo: gap.old.lowerBound, from: done)
      take(gap, old, new)
      done = gap.new.upperBound
    }
    keep(upTo: old.count, from: done)
  }

  private mutating func keep(upTo end: Int, from start: Int) {
    let kept = end - places.count
    places += (start..<start + kept).map { Optional($0) }
  }

  /// A changed piece is the one most like it; where none is alike, the one in its place.
  private mutating func take(_ gap: Collation.Gap, _ old: [Passage], _ new: [Passage]) {
    var next = gap.new.lowerBound
    let likes = Likeness.pairs(Array(old[gap.old]), Array(new[gap.new]))
    for like in likes + [(gap.old.count, gap.new.count)] {
      let (end, place) = (gap.old.lowerBound + like.old, gap.new.lowerBound + like.new)
      while places.count < end, next < place {
        places.append(next)
        next += 1
      }
      while places.count < end { places.append(nil) }
      inserted[end] += next..<place
      next = place
      if end < gap.old.upperBound {
        places.append(place)
        next += 1
      }
    }
  }
}
