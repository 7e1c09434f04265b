import Testing

@testable import Editorial

@Suite struct CollationTests {
  /// The gaps are what differs, no more than need be.
  @Test func gapsAreTheLeastThatDiffers() throws {
    var random = Seeded(61)
    for round in 0..<2000 {
      let old = (0..<random.below(12)).map { _ in random.below(4) }
      let new = (0..<random.below(12)).map { _ in random.below(4) }
      let gaps = try #require(Collation.gaps(old, new))
      var built: [Int] = []
      var done = 0
      for gap in gaps {
        built += old[done..<gap.old.lowerBound] + new[gap.new]
        done = gap.old.upperBound
      }
      built += old[done...]
      #expect(built == new, "round \(round): \(old) → \(new)")
      let kept = old.count - gaps.reduce(0) { $0 + $1.old.count }
      #expect(kept == Self.common(old, new), "round \(round): \(old) → \(new)")
    }
  }

  /// The length of a longest common subsequence.
  static func common(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for left in old {
      var diagonal = 0
      for (place, right) in new.enumerated() {
        let above = row[place + 1]
        row[place + 1] = left == right ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row[new.count]
  }

  @Test func whatCostsTooMuchIsNotFoundOut() {
    var random = Seeded(62)
    let old = (0..<5000).map { _ in random.below(3) }
    let new = (0..<5000).map { _ in random.below(3) }
    #expect(Collation.gaps(old, new, budget: 1000) == nil)
    #expect(Collation.gaps(old, old, budget: 0) == [])
    #expect(Collation.gaps(Array(0..<5000), Array(5000..<9000), budget: 0)?.count == 1)
  }
}
