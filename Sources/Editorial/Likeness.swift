/// How much two pieces of text have in common.
enum Likeness {
  /// More pairs than this are not compared, nor more words of one piece.
  private static let mostPairs = 20_000
  private static let mostWords = 300

  /// The pairs, in order, of pieces that share half of their words; the best such pairs.
  static func pairs(_ old: [Passage], _ new: [Passage]) -> [(old: Int, new: Int)] {
    let (rows, columns) = (old.count, new.count)
    guard rows > 0, columns > 0, rows * columns <= mostPairs, rows + columns > 2 else { return [] }
    let (left, right) = (old.map(words), new.map(words))
    var likes = [Int](repeating: 0, count: rows * columns)
    var best = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let like = likeness(left[row], right[column])
        likes[row * columns + column] = like
        let place = row * (columns + 1) + column
        let paired = like > 0 ? like + best[place + columns + 2] : 0
        best[place] = max(paired, best[place + 1], best[place + columns + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let place = row * (columns + 1) + column
      let like = likes[row * columns + column]
      if like > 0, best[place] == like + best[place + columns + 2] {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if best[place] == best[place + columns + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// The pairs of pieces of which one is the other, changed; a single pair is compared too.
  static func edits(_ old: [Passage], _ new: [Passage]) -> [(old: Int, new: Int)] {
    guard old.count == 1, new.count == 1 else { return pairs(old, new) }
    return likeness(words(old[0]), words(new[0])) > 0 ? [(0, 0)] : []
  }

  /// The words of a piece as numbers in order.
  private static func words(_ piece: Passage) -> [Int] {
    let words = piece.bytes.split(maxSplits: mostWords) { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    return words.prefix(mostWords).map { Passage(bytes: $0).hashValue }.sorted()
  }

  /// The share of common words in percent; none below half.
  private static func likeness(_ left: [Int], _ right: [Int]) -> Int {
    var (here, there, common) = (0, 0, 0)
    while here < left.count, there < right.count {
      if left[here] == right[there] { common += 1 }
      let (isLeft, isRight) = (left[here] <= right[there], right[there] <= left[here])
      if isLeft { here += 1 }
      if isRight { there += 1 }
    }
    let share = 200 * common / max(1, left.count + right.count)
    return share >= 50 ? share : 0
  }
}
