import Synchronization
import Testing

@testable import Export

@Suite struct WindowTests {
  private struct Broken: Error, Equatable {
    let number: Int
  }

  @Test func keepsOrderAndNeverExceedsItsWidth() async throws {
    let inFlight = Mutex((now: 0, most: 0))
    var seen: [Int] = []
    try await (0..<200).forEach(inWindowOf: 3) { (number: Int) throws(CancellationError) -> Int in
      inFlight.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      for _ in 0..<(number % 5) { await Task.yield() }
      return number
    } consume: { number throws(CancellationError) in
      inFlight.withLock { $0.now -= 1 }
      seen.append(number)
    }
    #expect(seen == Array(0..<200))
    #expect(inFlight.withLock(\.most) <= 3)
  }

  @Test func reportsTheFirstFailureInInputOrder() async throws {
    var consumed = 0
    await #expect(throws: Broken(number: 5)) {
      try await (0..<50).forEach(inWindowOf: 8) { (number: Int) throws(Broken) -> Int in
        if number >= 5 { throw Broken(number: number) }
        return number
      } consume: { (_: Int) throws(Broken) in
        consumed += 1
      }
    }
    #expect(consumed == 5)
  }
}
