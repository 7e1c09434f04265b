internal import Foundation

extension Sequence where Element: Sendable {
  /// Transforms up to `width` elements at a time and consumes the results in order.
  ///
  /// Stops at the first failure in input order; work already begun is cancelled and awaited.
  func forEach<Output: Sendable, Failure: Error>(
    inWindowOf width: Int,
    transform: @escaping @Sendable (Element) async throws(Failure) -> Output,
    consume: (Output) throws(Failure) -> Void
  ) async throws(Failure) {
    let outcome = await withTaskGroup(of: (Int, Result<Output, Failure>).self) { group in
      var remaining = enumerated().makeIterator()
      func startNext() {
        guard let (index, element) = remaining.next() else { return }
        group.addTask { (index, await capture(transform, of: element)) }
      }
      for _ in 0..<Swift.max(1, width) { startNext() }

      var finished: [Int: Result<Output, Failure>] = [:]
      var turn = 0
      while let (index, result) = await group.next() {
        finished[index] = result
        while let ready = finished.removeValue(forKey: turn) {
          do throws(Failure) {
            try consume(try ready.get())
          } catch {
            group.cancelAll()
            return Result<Void, Failure>.failure(error)
          }
          turn += 1
          startNext()
        }
      }
      return .success(())
    }
    try outcome.get()
  }
}

private func capture<Input, Output, Failure>(
  _ transform: (Input) async throws(Failure) -> Output, of input: Input
) async -> Result<Output, Failure> {
  do throws(Failure) {
    return .success(try await transform(input))
  } catch {
    return .failure(error)
  }
}

enum Window {
  /// Enough for every core to have the next piece at hand.
  static let width = Swift.max(2, ProcessInfo.processInfo.activeProcessorCount) * 4
}
