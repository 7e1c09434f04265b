/// An error that says what is wrong and what to do about it.
public protocol Explained: Error, CustomStringConvertible, Sendable {
  /// What is wrong, in words for people; the first line stands alone.
  var problem: String { get }
  /// What to do about it, when there is something to do.
  var hint: String? { get }
}

extension Explained {
  public var hint: String? { nil }
  public var description: String { problem }
}

extension Collection<String> {
  /// Returns the element that a person most likely meant by `word`, if one is near enough.
  public func nearest(to word: String) -> String? {
    let best = map { (name: $0, distance: editDistance($0, word)) }
      .min { left, right in (left.distance, left.name) < (right.distance, right.name) }
    guard let best, best.distance <= Swift.max(1, word.count / 3) else { return nil }
    return best.name
  }
}

/// The number of single-character insertions, deletions, replacements and swaps between two words.
func editDistance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left), Array(right))
  var older: [Int] = []
  var old: [Int] = []
  var row = Array(0...right.count)
  for i in left.indices {
    (older, old) = (old, row)
    row[0] = i + 1
    for j in right.indices {
      let same = left[i] == right[j]
      row[j + 1] = Swift.min(old[j] + (same ? 0 : 1), row[j] + 1, old[j + 1] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        row[j + 1] = Swift.min(row[j + 1], older[j - 1] + 1)
      }
    }
  }
  return row[right.count]
}

/// Joins names as prose does: `a`, `a and b`, `a, b and c`.
public func prose(_ names: [String], _ conjunction: String = "and") -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}
