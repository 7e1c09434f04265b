import Foundation
import Testing

/// The Judge against a model that knows nothing of it.
///
/// A failure names its seed, and `STET_SEED=N` walks that one alone; `make soak` walks longer.
@Suite struct WalkTests {
  struct Result {
    var failures: [String] = []
    /// How often each command was allowed and refused.
    var counts: [String: Int] = [:]
  }

  static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  static func walked(_ seeds: some Sequence<Int>) -> Result {
    var result = Result()
    for seed in seeds {
      do {
        var walk = try Walk(seed: UInt64(seed))
        try walk.run(100)
        result.counts.merge(walk.counts, uniquingKeysWith: +)
      } catch {
        let text = "\(error)"
        result.failures.append(text.hasPrefix("seed") ? text : "seed \(seed): \(text)")
      }
    }
    return result
  }

  @Test func modelAndJudgeAgree() async {
    let one = Self.number("STET_SEED")
    let count = one == nil ? Self.number("STET_WALKS") ?? 100 : 1
    let start = one ?? 0
    let lanes = min(count, ProcessInfo.processInfo.activeProcessorCount)
    var result = Result()
    await withTaskGroup(of: Result.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          Self.walked(
            stride(from: start + lane, to: start + count, by: lanes))
        }
      }
      for await some in group {
        result.failures += some.failures
        result.counts.merge(some.counts, uniquingKeysWith: +)
      }
    }
    for failure in result.failures.prefix(5) { Issue.record("\(failure)") }
    #expect(result.failures.count == 0)
    // Each command must have been both allowed and refused, or the walks prove little.
    let commands = Walk.names + ["edit", "undo", "resume"]
    let rare = commands.flatMap { ["\($0) ✓", "\($0) ✗"] }
      .filter { result.counts[$0, default: 0] < count / 10 }
    #expect(count < 50 || rare.isEmpty, "\(result.counts)")
    if Self.number("STET_WALKS") != nil {
      for (what, count) in result.counts.sorted(by: { $0.key < $1.key }) {
        print("\(what) \(count)")
      }
    }
    print("\(count - result.failures.count) passed, \(result.failures.count) failed")
  }
}
