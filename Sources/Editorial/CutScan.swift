/// Reads a text into words and what stands between them, for telling cuts.
struct CutScan {
  /// A word, a number with its signs, or the target of a link.
  struct Word: Hashable {
    let text: String
    let folded: String
    let isQuoted: Bool
    let startsSentence: Bool

    /// Whether it is a word of the old text: the case of its letters may follow from where it
    /// stands.
    func isSame(as old: Word) -> Bool {
      isQuoted == old.isQuoted
        && (text == old.text || folded == old.folded && (startsSentence || old.startsSentence))
    }
  }

  private(set) var words: [Word] = []
  /// The signs before each word and behind the last, blanks left out: one more than words.
  private(set) var signs: [[Unicode.Scalar]] = [[]]
  private let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var quotes = QuoteScan.ranges(in: scalars)[...]
    var starts = SentenceScan.starts(in: scalars)[...]
    var isFirst = true
    var index = 0
    while index < scalars.count {
      guard let word = word(at: index) else {
        if !Letter.isBlank(scalars[index]) { signs[words.count].append(scalars[index]) }
        index += 1
        continue
      }
      while let start = starts.first, start <= word.lowerBound {
        starts.removeFirst()
        isFirst = true
      }
      while let quote = quotes.first, quote.upperBound <= word.lowerBound { quotes.removeFirst() }
      words.append(
        Word(
          text: Letter.text(scalars[word]), folded: Letter.folded(scalars[word]),
          isQuoted: quotes.first.map { $0.lowerBound <= word.lowerBound } ?? false,
          startsSentence: isFirst))
      signs.append([])
      isFirst = false
      index = word.upperBound
    }
  }

  private func isPart(_ index: Int) -> Bool {
    scalars.indices.contains(index)
      && (Letter.isLetter(scalars[index]) || scalars[index].properties.numericType != nil)
  }

  private func isDigit(_ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.numericType != nil
  }

  private func word(at start: Int) -> Range<Int>? {
    if let target = LinkTarget(at: start, in: scalars) { return start..<target.end }
    guard isPart(start) || isSign(start) && isDigit(start + 1) else { return nil }
    var end = start + 1
    while isPart(end) || joins(end) { end += 1 }
    if end < scalars.count, isDigit(end - 1), isUnit(end) { end += 1 }
    return start..<end
  }

  /// What belongs to the number behind it: a currency, a minus after a blank.
  private func isSign(_ index: Int) -> Bool {
    switch scalars[index] {
    case "-", "−", "+": index == 0 || Letter.isBlank(scalars[index - 1])
    case let scalar: scalar.properties.generalCategory == .currencySymbol
    }
  }

  private func isUnit(_ index: Int) -> Bool {
    switch scalars[index] {
    case "%", "‰", "°": true
    case let scalar: scalar.properties.generalCategory == .currencySymbol
    }
  }

  /// Whether a sign between two letters or digits makes one word of them.
  private func joins(_ index: Int) -> Bool {
    guard scalars.indices.contains(index), isPart(index - 1), isPart(index + 1) else {
      return false
    }
    switch scalars[index] {
    case "'", "’", ".", "@", "_": return true
    case ",", ":", "/": return isDigit(index - 1) && isDigit(index + 1)
    case "-", "–", "−", "‑": return isDigit(index - 1) || isDigit(index + 1)
    default: return false
    }
  }
}
