/// Finds where two sequences differ, at a cost that is bounded whatever they hold.
enum Collation {
  /// A place where both differ: these pieces of the old sequence became those of the new one.
  struct Gap: Hashable, Sendable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The gaps in order, between which both sequences are equal; nil where finding them costs too
  /// much.
  ///
  /// `budget` is about the number of steps that may be taken beyond one walk over each sequence.
  static func gaps<Piece: Hashable>(
    _ old: [Piece], _ new: [Piece], budget: Int = 4_000_000
  ) -> [Gap]? {
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    let left = head..<old.count - tail
    let right = head..<new.count - tail
    guard !left.isEmpty, !right.isEmpty else {
      return left.isEmpty && right.isEmpty ? [] : [Gap(old: left, new: right)]
    }
    // What only one side has can't be equal to anything: it needs no search.
    var numbers: [Piece: Int32] = [:]
    for index in left where numbers[old[index]] == nil {
      numbers[old[index]] = Int32(truncatingIfNeeded: numbers.count)
    }
    var shared: Set<Int32> = []
    var here: [(place: Int, number: Int32)] = []
    var there: [(place: Int, number: Int32)] = []
    for index in right {
      guard let number = numbers[new[index]] else { continue }
      shared.insert(number)
      there.append((index, number))
    }
    for index in left {
      guard let number = numbers[old[index]], shared.contains(number) else { continue }
      here.append((index, number))
    }
    let matches = longestMatch(here.map(\.number), there.map(\.number), budget: budget)
    return matches.map { matches in
      gaps(
        left, right, matches.map { (old: here[$0.old].place, new: there[$0.new].place) })
    }
  }

  /// What lies between places that match.
  private static func gaps(
    _ old: Range<Int>, _ new: Range<Int>, _ matches: [(old: Int, new: Int)]
  ) -> [Gap] {
    var gaps: [Gap] = []
    var (left, right) = (old.lowerBound, new.lowerBound)
    for match in matches + [(old.upperBound, new.upperBound)] {
      if left < match.old || right < match.new {
        gaps.append(Gap(old: left..<match.old, new: right..<match.new))
      }
      (left, right) = (match.old + 1, match.new + 1)
    }
    return gaps
  }

  /// The places of a longest common subsequence, by Myers's greedy search.
  private static func longestMatch(
    _ old: [Int32], _ new: [Int32], budget: Int
  ) -> [(old: Int, new: Int)]? {
    // So many rounds take half their square in steps.
    var most = 0
    while most < old.count + new.count, most * most < 2 * budget { most += 1 }
    // How far each diagonal has come; `trace` keeps what each round began with.
    var reach = [Int32](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var trace: [[Int32]] = []
    var steps = 0
    for round in 0...most {
      trace.append(Array(reach[middle - round - (round > 0 ? 0 : 1)...middle + max(round, 1)]))
      for diagonal in stride(from: -round, through: round, by: 2) {
        let (down, across) = (reach[middle + diagonal + 1], reach[middle + diagonal - 1])
        let goesDown = diagonal == -round || diagonal != round && across < down
        var x = Int(goesDown ? down : across + 1)
        var y = x - diagonal
        while x < old.count, y < new.count, old[x] == new[y] {
          (x, y, steps) = (x + 1, y + 1, steps + 1)
        }
        reach[middle + diagonal] = Int32(truncatingIfNeeded: x)
        if x >= old.count, y >= new.count { return path(trace, old.count, new.count) }
      }
      steps += round + 1
      if steps > budget { return nil }
    }
    return nil
  }

  /// Walks back from the end, round by round.
  private static func path(
    _ trace: [[Int32]], _ old: Int, _ new: Int
  ) -> [(old: Int, new: Int)] {
    var matches: [(old: Int, new: Int)] = []
    var (x, y) = (old, new)
    for round in trace.indices.reversed() {
      let reach = trace[round]
      let middle = max(round, 1)
      let diagonal = x - y
      var (fromX, fromY) = (0, 0)
      if round > 0 {
        let goesDown =
          diagonal == -round
          || diagonal != round && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]
        let previous = goesDown ? diagonal + 1 : diagonal - 1
        fromX = Int(reach[middle + previous])
        fromY = fromX - previous
      }
      while x > fromX, y > fromY {
        (x, y) = (x - 1, y - 1)
        matches.append((x, y))
      }
      (x, y) = (fromX, fromY)
    }
    return matches.reversed()
  }
}
