/// A text that two sides changed, put together piece by piece.
struct PassageMerge {
  /// A piece of the result, and where it stands in each text.
  private struct Part {
    var piece: Passage
    var base: Int?
    var mine: Int?
    var theirs: Int?
  }

  /// A place where both sides want something else; mine stands in the result.
  struct Clash {
    /// Counted from 1 in mine; for what mine lacks, where it would stand.
    var number: Int
    var mine: String
    var theirs: String
  }

  private let base: Passages
  private let mine: Passages
  private let theirs: Passages
  private let inside: ((Passage, Passage, Passage) -> PassageMerge?)?
  private var parts: [Part] = []
  private(set) var clashes: [Clash] = []

  /// Merges the paragraphs of bodies in LF line ends, and sentences within; nil where that costs
  /// too much.
  static func bodies(base: [UInt8], mine: [UInt8], theirs: [UInt8]) -> PassageMerge? {
    PassageMerge(
      .paragraphs(of: base), .paragraphs(of: mine), .paragraphs(of: theirs),
      inside: { base, mine, theirs in
        PassageMerge(
          .sentences(of: base), .sentences(of: mine), .sentences(of: theirs), inside: nil)
      })
  }

  private init?(
    _ base: Passages, _ mine: Passages, _ theirs: Passages,
    inside: ((Passage, Passage, Passage) -> PassageMerge?)?
  ) {
    guard let left = Revision(of: base.pieces, to: mine.pieces),
      let right = Revision(of: base.pieces, to: theirs.pieces)
    else { return nil }
    (self.base, self.mine, self.theirs, self.inside) = (base, mine, theirs, inside)
    let moved = moved(left, right)
    for slot in 0...base.pieces.count {
      insert(left.inserted[slot], right.inserted[slot], moved)
      guard slot < base.pieces.count else { break }
      merge(slot, left.places[slot], right.places[slot])
    }
  }

  // MARK: Pieces

  private var nextInMine: Int { (parts.last { $0.mine != nil }?.mine ?? -1) + 2 }

  private mutating func merge(_ place: Int, _ left: Int?, _ right: Int?) {
    let old = base.pieces[place]
    let (here, there) = (left.map { mine.pieces[$0] }, right.map { theirs.pieces[$0] })
    if here == there || there == old || here == old {
      let result = there == old ? here : there
      if let result { parts.append(Part(piece: result, base: place, mine: left, theirs: right)) }
      return
    }
    guard let left, let here, let there else {
      clash(left.map { $0 + 1 } ?? nextInMine, here, there)
      if let here { parts.append(Part(piece: here, base: place, mine: left, theirs: right)) }
      return
    }
    var part = Part(piece: here, base: place, mine: left, theirs: right)
    if let merge = inside?(old, here, there) {
      part.piece = Passage(bytes: merge.bytes[...])
      clashes += merge.clashes.map { Clash(number: left + 1, mine: $0.mine, theirs: $0.theirs) }
    } else {
      clash(left + 1, here, there)
    }
    parts.append(part)
  }

  private mutating func clash(_ number: Int, _ here: Passage?, _ there: Passage?) {
    clashes.append(Clash(number: number, mine: here?.text ?? "", theirs: there?.text ?? ""))
  }

  /// Both sides' insertions at one place, mine first; what both put there stands once.
  private mutating func insert(_ left: [Int], _ right: [Int], _ moved: Set<Passage>) {
    for place in left { parts.append(Part(piece: mine.pieces[place], mine: place)) }
    var same = Self.count(left.map { mine.pieces[$0] })
    for place in right {
      let piece = theirs.pieces[place]
      if let count = same[piece], count > 0 {
        same[piece] = count - 1
      } else if moved.contains(piece) {
        clash(nextInMine, piece, piece)
      } else {
        parts.append(Part(piece: piece, theirs: place))
      }
    }
  }

  private static func count(_ pieces: [Passage]) -> [Passage: Int] {
    pieces.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// What both sides put somewhere, but not at the same place.
  private func moved(_ left: Revision, _ right: Revision) -> Set<Passage> {
    var (here, there): (Set<Passage>, Set<Passage>) = ([], [])
    for (left, right) in zip(left.inserted, right.inserted) where !left.isEmpty || !right.isEmpty {
      let ours = Self.count(left.map { mine.pieces[$0] })
      let others = Self.count(right.map { theirs.pieces[$0] })
      for (piece, count) in ours where count > others[piece, default: 0] { here.insert(piece) }
      for (piece, count) in others where count > ours[piece, default: 0] { there.insert(piece) }
    }
    return here.intersection(there)
  }

  // MARK: The text

  /// The whole text; what stands between pieces is that of the side that changed it.
  var bytes: [UInt8] {
    let ends = (
      head: chosen(base.head, mine.head, theirs.head),
      tail: chosen(base.tail, mine.tail, theirs.tail)
    )
    var bytes = Array(ends.head)
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes += blank(between: parts[index - 1], part) }
      bytes += part.piece.bytes
    }
    return bytes + ends.tail
  }

  private func chosen(
    _ base: ArraySlice<UInt8>, _ mine: ArraySlice<UInt8>, _ theirs: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    mine.elementsEqual(base) ? theirs : mine
  }

  private func blank(between part: Part, _ next: Part) -> ArraySlice<UInt8> {
    let here = mine.blank(part.mine, next.mine)
    let there = theirs.blank(part.theirs, next.theirs)
    let old = base.blank(part.base, next.base)
    if let here {
      guard let old, let there else { return here }
      return chosen(old, here, there)
    }
    if let there { return there }
    // These never stood side by side: as pieces are parted about them, so are they.
    return old ?? mine.blank(behind: part.mine) ?? mine.blank(before: next.mine)
      ?? theirs.blank(behind: part.theirs) ?? theirs.blank(before: next.theirs)
      ?? (inside == nil ? [0x20] : [0x0A, 0x0A])
  }
}

extension Passages {
  /// What stands before the first piece, and behind the last.
  fileprivate var head: ArraySlice<UInt8> { blanks[0] }
  fileprivate var tail: ArraySlice<UInt8> { pieces.isEmpty ? [] : blanks[pieces.count] }

  /// What stands between two pieces that follow each other.
  fileprivate func blank(_ first: Int?, _ second: Int?) -> ArraySlice<UInt8>? {
    guard let first, let second, second == first + 1 else { return nil }
    return blanks[second]
  }

  fileprivate func blank(behind place: Int?) -> ArraySlice<UInt8>? {
    guard let place, place + 1 < pieces.count else { return nil }
    return blanks[place + 1]
  }

  fileprivate func blank(before place: Int?) -> ArraySlice<UInt8>? {
    guard let place, place > 0 else { return nil }
    return blanks[place]
  }
}
