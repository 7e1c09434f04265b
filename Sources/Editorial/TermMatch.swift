/// Which terms of two texts are the same ones, a typo mended or not, and which came or went.
struct TermMatch: Sendable {
  let old: [Term]
  let new: [Term]
  /// Terms that differ, as a typo and its mending do.
  private(set) var mended: [(old: Int, new: Int)] = []
  /// What only one side has, in order.
  private(set) var went: [Int] = []
  private(set) var came: [Int] = []

  /// More words than this, on both sides together, are no typo.
  static let most = 200

  /// The number of terms that differ, on both sides together.
  var size: Int { 2 * mended.count + went.count + came.count }

  /// Nil where more differs than a typo, or than can be found out at a fair cost.
  init?(_ old: [Term], _ new: [Term]) {
    (self.old, self.new) = (old, new)
    let budget = 200_000 + 4 * (old.count + new.count)
    guard let gaps = Collation.gaps(old.map(\.identity), new.map(\.identity), budget: budget),
      gaps.reduce(0, { $0 + $1.old.count + $1.new.count }) <= Self.most
    else { return nil }
    for gap in Self.gathered(gaps.filter { !isRespaced($0) }) {
      if gap.old.isEmpty {
        came += Self.slid(gap.new, new)
      } else if gap.new.isEmpty {
        went += Self.slid(gap.old, old)
      } else {
        align(gap)
      }
    }
  }

  /// Gaps with few words between them become one where words both came and went.
  ///
  /// So a typo beside the same word spelled well is no word that moved.
  private static func gathered(_ gaps: [Collation.Gap]) -> [Collation.Gap] {
    var result: [Collation.Gap] = []
    for gap in gaps {
      if let last = result.last, gap.old.lowerBound - last.old.upperBound <= 3,
        !(last.old.isEmpty && gap.old.isEmpty), !(last.new.isEmpty && gap.new.isEmpty)
      {
        result[result.count - 1] = Collation.Gap(
          old: last.old.lowerBound..<gap.old.upperBound,
          new: last.new.lowerBound..<gap.new.upperBound)
      } else {
        result.append(gap)
      }
    }
    return result
  }

  /// Where one of two runs of words alike came, it is the one that begins a sentence.
  private static func slid(_ whole: Range<Int>, _ terms: [Term]) -> Range<Int> {
    var range = whole
    while !terms[range.lowerBound].startsSentence {
      let (before, last) = (range.lowerBound - 1, range.upperBound - 1)
      guard before >= 0, terms[before].identity == terms[last].identity else { break }
      range = before..<last
    }
    return terms[range.lowerBound].startsSentence ? range : whole
  }

  /// Whether a gap holds the same letters with other blanks or hyphens, as `alot` and `a lot` do.
  private func isRespaced(_ gap: Collation.Gap) -> Bool {
    let (here, there) = (old[gap.old], new[gap.new])
    let all = Array(here) + there
    guard !here.isEmpty, !there.isEmpty, all.allSatisfy({ !$0.isQuoted && $0.isRespaceable }) else {
      return false
    }
    let negations = here.filter(\.isNegation).map(\.key)
    return negations == there.filter(\.isNegation).map(\.key)
      && here.map { $0.text.lowercased() }.joined() == there.map { $0.text.lowercased() }.joined()
  }

  /// Finds the best pairs of a gap, in order.
  private mutating func align(_ gap: Collation.Gap) {
    let (rows, columns) = (gap.old.count, gap.new.count)
    func fit(_ row: Int, _ column: Int) -> Int {
      let (here, there) = (old[gap.old.lowerBound + row], new[gap.new.lowerBound + column])
      return here.key == there.key ? 3 : Typo.mends(here, there) ? 2 : 0
    }
    var fits = [Int](repeating: 0, count: rows * columns)
    var best = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let fit = fit(row, column)
        fits[row * columns + column] = fit
        let place = row * (columns + 1) + column
        let paired = fit > 0 ? fit + best[place + columns + 2] : 0
        best[place] = max(paired, best[place + 1], best[place + columns + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      let place = row * (columns + 1) + column
      if row < rows, column < columns, fits[row * columns + column] > 0,
        best[place] == fits[row * columns + column] + best[place + columns + 2]
      {
        let pair = (old: gap.old.lowerBound + row, new: gap.new.lowerBound + column)
        if old[pair.old].identity != new[pair.new].identity { mended.append(pair) }
        (row, column) = (row + 1, column + 1)
      } else if row < rows, column == columns || best[place] == best[place + columns + 1] {
        went.append(gap.old.lowerBound + row)
        row += 1
      } else {
        came.append(gap.new.lowerBound + column)
        column += 1
      }
    }
  }
}

extension Term {
  fileprivate var isNegation: Bool {
    if case .negation = kind { true } else { false }
  }

  /// Whether other blanks about it leave it what it is.
  fileprivate var isRespaceable: Bool {
    switch kind {
    case .plain, .small, .negation, .attribution: true
    case .number, .date: text.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    case .link, .picture, .sign: false
    }
  }
}
