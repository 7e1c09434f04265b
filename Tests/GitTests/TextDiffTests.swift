import Git
import Testing

@Suite struct TextDiffTests {
  /// Checks that the steps cover both sides in order, and that what is called equal is.
  private func check(_ old: [String], _ new: [String]) -> [TextDiff.Op] {
    let ops = TextDiff.changes(old, new)
    var (left, right) = (0, 0)
    for op in ops {
      switch op {
      case .equal(let before, let after):
        #expect(before.lowerBound == left && after.lowerBound == right)
        #expect(old[before].map { Array($0.utf8) } == new[after].map { Array($0.utf8) })
        (left, right) = (before.upperBound, after.upperBound)
      case .delete(let range):
        #expect(range.lowerBound == left && !range.isEmpty)
        left = range.upperBound
      case .insert(let range):
        #expect(range.lowerBound == right && !range.isEmpty)
        right = range.upperBound
      }
    }
    #expect(left == old.count && right == new.count)
    return ops
  }

  @Test func findsSteps() {
    #expect(check([], []) == [])
    #expect(check(["a"], ["a"]) == [.equal(old: 0..<1, new: 0..<1)])
    #expect(check([], ["a", "b"]) == [.insert(0..<2)])
    #expect(check(["a", "b"], []) == [.delete(0..<2)])
    #expect(
      check(["a", "b", "c"], ["a", "x\ny", "c"]) == [
        .equal(old: 0..<1, new: 0..<1), .delete(1..<2), .insert(1..<2),
        .equal(old: 2..<3, new: 2..<3),
      ])
    #expect(
      check(["a", "b"], ["x", "a", "b", ""]) == [
        .insert(0..<1), .equal(old: 0..<2, new: 1..<3), .insert(3..<4),
      ])
    #expect(check(["\u{e9}"], ["e\u{301}"]) == [.delete(0..<1), .insert(0..<1)])
  }

  @Test(arguments: 0..<40) func coversRandomTexts(_ seed: UInt64) {
    var random = Seeded(state: seed)
    let words = (0..<Int.random(in: 1...300, using: &random)).map { "w\($0 % 97)\n" }
    let old = words.shuffled(using: &random)
    var new = old
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let place = Int.random(in: 0...new.count, using: &random)
      if place < new.count, Bool.random(using: &random) {
        new.remove(at: place)
      } else {
        new.insert("n\(place % 7)", at: place)
      }
    }
    _ = check(old, new)
    _ = check(new, words)
  }

  @Test func isFast() {
    var random = Seeded(state: 7)
    let old = (0..<10_000).map { _ in "w\(UInt16.random(in: 0...2_000, using: &random))" }
    let new = old.shuffled(using: &random)
    let time = ContinuousClock().measure { _ = TextDiff.changes(old, new) }
    #expect(time < .seconds(5))
  }

  @Test func merges() {
    let merged = TextDiff.merge(
      base: "a\nb\nc\nd\ne", ours: "A\nb\nc\nd\ne", theirs: "a\nb\nc\nd\nÉ")
    #expect(merged.text == "A\nb\nc\nd\nÉ" && !merged.conflicted)
    let both = TextDiff.merge(base: "a\n", ours: "b\n", theirs: "c\n")
    #expect(both.text == "<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n" && both.conflicted)
    #expect(TextDiff.merge(base: "", ours: "", theirs: "x").text == "x")
    #expect(TextDiff.merge(base: "x", ours: "", theirs: "x") == ("", false))
  }
}
