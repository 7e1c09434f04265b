/// Finds words and phrases in a text, letters' case and the kind of apostrophe aside.
struct PhraseTable {
  /// A phrase that stands in a text.
  struct Match {
    /// Its number in the list that the table was made from.
    var phrase: Int
    var range: Range<Int>
  }

  private let phrases: [[Unicode.Scalar]]
  /// By their first word, the longest first.
  private var byWord: [String: [Int]] = [:]

  init(_ texts: [String]) {
    phrases = texts.map { text in Array(text.unicodeScalars) }
    for (number, phrase) in phrases.enumerated() {
      byWord[Letter.folded(Self.firstWord(phrase)), default: []].append(number)
    }
    for (word, numbers) in byWord {
      byWord[word] = numbers.sorted { (phrases[$1].count, $0) < (phrases[$0].count, $1) }
    }
  }

  private static func firstWord(_ phrase: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    var end = 0
    while end < phrase.count,
      Prose.isPart(phrase[end])
        || Letter.isApostrophe(phrase[end]) && end + 1 < phrase.count
          && Prose.isPart(phrase[end + 1])
    { end += 1 }
    return phrase[..<end]
  }

  /// The phrases in the words of a text, in order; none lies inside another.
  func matches(in prose: Prose) -> [Match] {
    guard !byWord.isEmpty else { return [] }
    var matches: [Match] = []
    var done = 0
    for word in prose.words where word.lowerBound >= done {
      guard let numbers = byWord[Letter.folded(prose.scalars[word])] else { continue }
      for number in numbers {
        guard let end = end(of: phrases[number], at: word.lowerBound, in: prose) else { continue }
        matches.append(Match(phrase: number, range: word.lowerBound..<end))
        done = end
        break
      }
    }
    return matches
  }

  /// Where a phrase ends that begins at a place; nil where something else stands there.
  private func end(of phrase: [Unicode.Scalar], at start: Int, in prose: Prose) -> Int? {
    var index = start
    for scalar in phrase {
      guard prose.isWords(index) else { return nil }
      let here = prose.scalars[index]
      guard Self.isSame(scalar, here) else { return nil }
      index += 1
    }
    guard !(prose.isWords(index) && Prose.isPart(prose.scalars[index])) else { return nil }
    return index
  }

  private static func isSame(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    if one == other { return true }
    if Letter.isApostrophe(one) { return Letter.isApostrophe(other) }
    // A line that was broken inside a phrase still has it.
    if one == " " { return other == "\n" || other == "\u{A0}" }
    return one.properties.lowercaseMapping == other.properties.lowercaseMapping
  }
}
