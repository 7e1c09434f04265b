/// Whether a change of a story only took words away, as an agency's copy is cut to length.
public enum CutsCheck {
  /// Whether no word came, none moved and none stands for another, in the body and in every field.
  ///
  /// Section, tags, urgency, language and slug are the desk's and free. `byline`, `credit`,
  /// `reporting`, `embargo`, `kind` and `notice` must stay as they are, and so must a picture's file
  /// and credit unless the picture goes; lists lose whole members. Where words went, signs about them
  /// may go too, and a full stop may come; elsewhere signs stay. Queries and comments count for
  /// nothing. A change of nothing is one, too.
  public static func onlyCuts(from old: Story, to new: Story) -> Bool {
    let keys = WordKeys.text(of: old, new) + WordKeys.ofVersion.sorted()
    for key in keys where !free.contains(key) {
      guard isCut(old[key], new[key], key) else { return false }
    }
    return isCut(old.copy.published, new.copy.published)
  }

  private static let free: Set = ["section", "tags", "urgency", "language", "slug"]

  /// What says whose words they are, or where something leads, is not cut word by word.
  private static let whole: Set = [
    "byline", "credit", "reporting", "embargo", "kind", "notice", "amends", "file", "url",
  ]

  private static func isCut(_ old: Value?, _ new: Value?, _ key: String) -> Bool {
    if whole.contains(key) { return old == new }
    switch (old, new) {
    case (_, nil): return true
    case (.scalar(let old)?, .scalar(let new)?):
      return isCut(Copy(old, in: key).published, Copy(new, in: key).published)
    case (.list(let old)?, .list(let new)?):
      var left = old[...]
      return new.allSatisfy { member in
        guard let place = left.firstIndex(of: member) else { return false }
        left = left[(place + 1)...]
        return true
      }
    case (.map(let before)?, .map(let after)?):
      let keys = Set(before.map(\.key)).union(after.map(\.key))
      return keys.allSatisfy { isCut(old?[$0], new?[$0], $0) }
    default: return false
    }
  }

  // MARK: Texts

  static func isCut(_ old: String, _ new: String) -> Bool {
    if old == new { return true }
    let before = CutScan(old)
    let after = CutScan(new)
    // A word may stand at several places; those nearest to either end are tried.
    return [false, true].contains { isFromEnd in
      places(of: after.words, in: before.words, fromEnd: isFromEnd)
        .map { keepsSigns(before, after, $0) } ?? false
    }
  }

  /// Where each of some words stands among the old ones, in order.
  private static func places(
    of words: [CutScan.Word], in old: [CutScan.Word], fromEnd: Bool
  ) -> [Int]? {
    var places: [Int] = []
    var rest = old.indices[...]
    for word in fromEnd ? words.reversed() : words {
      let found =
        fromEnd
        ? rest.last { word.isSame(as: old[$0]) } : rest.first { word.isSame(as: old[$0]) }
      guard let found else { return nil }
      places.append(found)
      rest = fromEnd ? rest.lowerBound..<found : found + 1..<rest.upperBound
    }
    return fromEnd ? places.reversed() : places
  }

  /// Whether what stands between words stayed, or lost something where words went.
  private static func keepsSigns(_ old: CutScan, _ new: CutScan, _ places: [Int]) -> Bool {
    var done = 0
    for (index, place) in (places + [old.words.count]).enumerated() {
      let signs = new.signs[index]
      if place == done {
        guard signs == old.signs[place] else { return false }
      } else {
        var had: [Unicode.Scalar: Int] = [:]
        for sign in old.signs[done...place].joined() { had[sign, default: 0] += 1 }
        for sign in signs where sign != "." {
          guard let count = had[sign], count > 0 else { return false }
          had[sign] = count - 1
        }
      }
      done = place + 1
    }
    return true
  }
}
