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

/// The number of single-character insertions, deletions and replacements between two words.
func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let replaced = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = Swift.min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}

/// Joins names as prose does: `a`, `a and b`, `a, b and c`.
public func prose(_ names: [String], _ conjunction: String = "and") -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}
