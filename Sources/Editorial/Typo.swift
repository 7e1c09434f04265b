/// Whether one word may be another one misspelled.
enum Typo {
  /// Longer words are compared as a whole only: what they cost would grow with their square.
  static let mostLetters = 32

  /// Whether `new` may mend a typo in `old`, so that no meaning changed.
  static func mends(_ old: Term, _ new: Term) -> Bool {
    switch (old.kind, new.kind) {
    case (.small(let group), .small(let other)) where group == other && group > 0: return true
    case (.plain, .plain), (.plain, .small), (.small, .plain), (.small, .small):
      return isNear(old, new)
    case (.plain, .date), (.date, .plain):
      // Short ones are too near to other words, as `March` is to `match`.
      return min(old.key.count, new.key.count) >= 6 && distance(old.key, new.key) <= 2
    case (.plain, .attribution), (.attribution, .plain): return isSlip(old, new)
    default: return false
    }
  }

  /// Two letters may change, but one in a short word, and none in a letter that stands alone.
  ///
  /// Those of short initials may only have been swapped: `PS` and `PSD` are two parties.
  private static func isNear(_ old: Term, _ new: Term) -> Bool {
    let longer = max(old.key.count, new.key.count)
    let distance = distance(old.key, new.key)
    if longer <= 4, old.isAllCapitals, new.isAllCapitals {
      return old.key.sorted() == new.key.sorted() && distance == 1
    }
    return distance <= (longer > 3 ? 2 : 1)
  }

  /// Letters swapped, doubled, left out or too many; another letter makes another word (`defied`).
  private static func isSlip(_ old: Term, _ new: Term) -> Bool {
    let (here, there) = (old.text.lowercased(), new.text.lowercased())
    guard here.count <= mostLetters, there.count <= mostLetters else { return false }
    if here.sorted() == there.sorted() { return distance(here, there) <= 2 }
    if undoubled(here) == undoubled(there) { return true }
    let shorter = min(here.count, there.count)
    return shorter >= 5 && here.count != there.count && distance(here, there) == 1
  }

  private static func undoubled(_ word: String) -> [Character] {
    word.reduce(into: []) { letters, letter in
      if letters.last != letter { letters.append(letter) }
    }
  }

  /// The number of letters between two words; more than two of them are not counted.
  static func distance(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    let (here, there) = (left.count, right.count)
    guard abs(here - there) <= 2, max(here, there) <= mostLetters else { return 3 }
    return editDistance(left, right)
  }

  /// The prefix that makes one of two words the opposite of the other: `un` of `unlikely` and
  /// `likely`.
  static func opposite(_ left: String, _ right: String) -> String? {
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    return ["un", "in", "im", "il", "ir"].first { long == $0 + short }
  }
}

extension Term {
  fileprivate var isAllCapitals: Bool { text.unicodeScalars.allSatisfy(\.properties.isUppercase) }
}
