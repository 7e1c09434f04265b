/// The words of a story that two sides changed from one base, put together.
///
/// `mine` is the version that goes on (an open rewrite), `theirs` what must come into it (a fix).
public struct StoryMerge: Sendable {
  /// What changes in the front matter of `mine`: nil takes a field away.
  ///
  /// Never a managed field, nor `kind`, `notice` or `amends`.
  public let fields: [(key: String, value: Value?)]
  /// The whole body, in the line ends of `mine`; where both sides clash it has what `mine` has.
  public let body: String
  public let conflicts: [Conflict]

  /// Whether all that either side changed is in the result.
  public var isClean: Bool { conflicts.isEmpty }

  /// Where both sides changed the same in different ways.
  public struct Conflict: Hashable, Sendable {
    /// A field (`headline`, `image.caption`), or `paragraph N`, counted in `mine` from 1.
    public let place: String
    /// What each side has there: the field, or the sentences or paragraphs that differ.
    ///
    /// Empty where it took them away.
    public let mine: String
    public let theirs: String
  }

  /// Merges fields by key, lists by member, mappings by their keys, the body by paragraph and
  /// sentence.
  ///
  /// What stands between fields (comments, their order) stays as `mine` has it.
  public static func merge(base: Story, mine: Story, theirs: Story) -> StoryMerge {
    var merge = FieldMerge()
    var fields: [(key: String, value: Value?)] = []
    for key in WordKeys.text(of: mine, theirs, base) {
      let before = mine[key]
      let after = merge.merge(base[key], before, theirs[key], at: key)
      if before != after { fields.append((key, after)) }
    }
    let (body, clashes) = bodies(base, mine, theirs)
    return StoryMerge(fields: fields, body: body, conflicts: merge.conflicts + clashes)
  }

  private static func bodies(
    _ base: Story, _ mine: Story, _ theirs: Story
  ) -> (String, [Conflict]) {
    let own = String(decoding: mine.file.body, as: UTF8.self)
    let (old, here) = (Array(base.file.text.utf8), Array(mine.file.text.utf8))
    let there = Array(theirs.file.text.utf8)
    if there == old || there == here { return (own, []) }
    guard let merge = PassageMerge.bodies(base: old, mine: here, theirs: there) else {
      return (own, [whole(here, there)])
    }
    var bytes = merge.bytes
    if mine.file.newline == "\r\n" { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let clashes = merge.clashes.map {
      Conflict(place: "paragraph \($0.number)", mine: $0.mine, theirs: $0.theirs)
    }
    return (String(decoding: bytes, as: UTF8.self), clashes)
  }

  /// All that differs between two bodies as one conflict.
  private static func whole(_ mine: [UInt8], _ theirs: [UInt8]) -> Conflict {
    var (here, there) = (
      Passages.paragraphs(of: mine).pieces[...], Passages.paragraphs(of: theirs).pieces[...]
    )
    while let first = here.first, first == there.first {
      here.removeFirst()
      there.removeFirst()
    }
    while let last = here.last, last == there.last {
      here.removeLast()
      there.removeLast()
    }
    func text(_ pieces: ArraySlice<Passage>) -> String {
      pieces.map(\.text).joined(separator: "\n\n")
    }
    return Conflict(
      place: "paragraph \(here.startIndex + 1)", mine: text(here), theirs: text(there))
  }
}
