/// Reads a text into its terms, in one walk however hostile it is.
struct TermScan {
  private let scalars: [Unicode.Scalar]
  private let language: String?
  private var quotes: ArraySlice<Range<Int>>
  private var starts: ArraySlice<Int>
  private var sentence = -1
  private var isFirst = true
  private var drafts: [Draft] = []

  private struct Draft {
    var range: Range<Int>
    var kind: Term.Kind
    var key: String
    var figure: Figure?
    var inWords = false
    var isQuoted: Bool
    var sentence: Int
    var startsSentence: Bool
  }

  /// The terms of two texts with LF line ends, about the places where they differ.
  ///
  /// `language` is that of the story, if it says one.
  static func terms(
    of old: String, _ new: String, language: String?
  ) -> (old: [Term], new: [Term]) {
    let (here, there) = (TermWindow.Text(old), TermWindow.Text(new))
    let window = TermWindow(here, there)
    return (
      terms(of: here, in: window.old, language: language),
      terms(of: there, in: window.new, language: language)
    )
  }

  private static func terms(
    of text: TermWindow.Text, in window: Range<Int>, language: String?
  ) -> [Term] {
    var scan = TermScan(text, language)
    scan.run(window)
    return scan.drafts.map { draft in
      Term(
        text: Letter.text(text.scalars[draft.range]), kind: draft.kind,
        key: draft.figure?.key ?? draft.key, isQuoted: draft.isQuoted, sentence: draft.sentence,
        startsSentence: draft.startsSentence)
    }
  }

  private init(_ text: TermWindow.Text, _ language: String?) {
    (scalars, quotes, starts) = (text.scalars, text.quotes[...], text.starts[...])
    self.language = language?.lowercased()
  }

  private func scalar(_ index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : "\n"
  }

  private mutating func run(_ window: Range<Int>) {
    var index = window.lowerBound
    while index < window.upperBound {
      let scalar = scalars[index]
      if let target = LinkTarget(at: index, in: scalars) {
        if !target.text.isEmpty {
          add(target.text, target.isPicture ? .picture : .link, Letter.text(scalars[target.text]))
        }
        index = target.end
      } else if Figure.digit(scalar) != nil {
        index = figure(index)
      } else if Letter.isIdeograph(scalar) {
        add(index..<index + 1, .sign, String(scalar))
        index += 1
      } else if Letter.isLetter(scalar) {
        index = word(index)
      } else {
        sign(index)
        index += 1
      }
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ kind: Term.Kind, _ key: String, figure: Figure? = nil,
    inWords: Bool = false
  ) {
    while let start = starts.first, start <= range.lowerBound {
      starts.removeFirst()
      sentence += 1
      isFirst = true
    }
    while let quote = quotes.first, quote.upperBound <= range.lowerBound { quotes.removeFirst() }
    let isQuoted = quotes.first.map { $0.lowerBound <= range.lowerBound } ?? false
    drafts.append(
      Draft(
        range: range, kind: kind, key: key, figure: figure, inWords: inWords, isQuoted: isQuoted,
        sentence: max(sentence, 0), startsSentence: isFirst))
    isFirst = false
  }

  // MARK: Words

  private mutating func word(_ start: Int) -> Int {
    if let initials = Letter.initials(at: start, in: scalars) {
      add(start..<initials.end, initials.word)
      return initials.end
    }
    var end = start
    var hasDigit = false
    var apostrophe: Int?
    while end < scalars.count {
      if Letter.isApostrophe(scalars[end]), end > start, Letter.isLetter(scalar(end + 1)) {
        apostrophe = end
      } else if Figure.digit(scalars[end]) != nil {
        hasDigit = true
      } else if !Letter.isLetter(scalars[end]) || Letter.isIdeograph(scalars[end]) {
        break
      }
      end += 1
    }
    let folded = Letter.folded(scalars[start..<end])
    if hasDigit || Letter.isRoman(scalars[start..<end]) {
      add(start..<end, .number, folded)
    } else if let apostrophe, splits(start..<end, at: apostrophe, folded) {
      return end
    } else {
      add(start..<end, folded)
    }
    return end
  }

  /// Parts `didn’t` into `did` and `n’t`, and `n’est` into `n’` and `est`.
  private mutating func splits(_ range: Range<Int>, at apostrophe: Int, _ folded: String) -> Bool {
    if folded.hasSuffix("n't"), folded != "n't" {
      let stem = folded.dropLast(3)
      add(range.lowerBound..<apostrophe - 1, stem == "ca" ? "can" : String(stem))
      add(apostrophe - 1..<range.upperBound, .negation, "not")
      return true
    }
    let head = Letter.folded(scalars[range.lowerBound..<apostrophe])
    guard Self.elisions.contains(head) else { return false }
    add(range.lowerBound..<apostrophe, head == "n" ? "n'" : head)
    let rest = apostrophe + 1..<range.upperBound
    add(rest, Letter.folded(scalars[rest]))
    return true
  }

  private static let elisions: Set = ["l", "d", "j", "qu", "s", "c", "n", "m", "t", "jusqu"]

  /// Adds a word; its key in lower case is looked up for what it means.
  private mutating func add(_ range: Range<Int>, _ word: String) {
    if let stem = Lexicon.contractions[word] {
      let kind = Lexicon.meaning(of: stem, language: language)?.kind ?? .plain
      add(range, kind, stem)
      add(range, .negation, "not")
      return
    }
    if scalars[range.lowerBound] == "M", word == "may", drafts.last?.sentence == sentence {
      return add(range, .date, word)
    }
    guard let meaning = Lexicon.meaning(of: word, language: language) else {
      return add(range, .plain, word)
    }
    // “per cent” is one word in two.
    if meaning.key == "cent" || meaning.key == "cento" || meaning.key == "ciento",
      let last = drafts.last, ["per", "por", "pour"].contains(last.key), isNear(range)
    {
      drafts[drafts.count - 1].range = last.range.lowerBound..<range.upperBound
      (drafts[drafts.count - 1].kind, drafts[drafts.count - 1].key) = (.number, "%")
      return
    }
    if let figure = meaning.figure, join(range, figure, isScale: meaning.isScale) { return }
    add(range, meaning.kind, meaning.key, figure: meaning.figure, inWords: true)
    guard let last = drafts.last, last.isQuoted else { return }
    switch last.kind {
    // In a quotation no word may stand for another.
    case .attribution, .date, .negation: drafts[drafts.count - 1].key = word
    default: break
    }
  }

  // MARK: Numbers and signs

  private mutating func figure(_ start: Int) -> Int {
    var (figure, end) = Figure.read(scalars, at: start)
    var first = start
    let before = scalar(start - 1)
    if before.properties.generalCategory == .currencySymbol {
      figure.mark = String(before)
      first -= 1
    }
    let sign = scalar(first - 1)
    let farther = first > 1 ? scalar(first - 2) : " "
    if Self.signs.contains(sign), Letter.isBlank(farther) || farther == "(" {
      figure.mark = (sign == "−" ? "-" : String(sign)) + figure.mark
      first -= 1
    }
    let isSpaced = scalar(end) == " " || scalar(end) == "\u{A0}" || scalar(end) == "\u{202F}"
    let next = isSpaced ? end + 1 : end
    if figure.mark.isEmpty, scalar(next).properties.generalCategory == .currencySymbol,
      Figure.digit(scalar(next + 1)) == nil
    {
      figure.mark = String(scalar(next))
      end = next + 1
    } else if let unit = Unit(at: next, isSpaced: isSpaced, in: scalars) {
      figure.unit = unit.name
      end = unit.end
    }
    add(first..<end, .number, "", figure: figure)
    return end
  }

  private static let signs: Set<Unicode.Scalar> = [
    "-", "−", "+", "<", ">", "≤", "≥", "±", "~", "≈",
  ]

  /// Makes one number of two that belong together.
  private mutating func join(_ range: Range<Int>, _ figure: Figure, isScale: Bool) -> Bool {
    guard let last = drafts.last, let before = last.figure, isNear(range),
      let both = before.joined(with: figure, isScale: isScale, inWords: last.inWords)
    else { return false }
    drafts[drafts.count - 1].figure = both
    drafts[drafts.count - 1].range = last.range.lowerBound..<range.upperBound
    return true
  }

  /// Whether one blank or hyphen parts the term before, in the same sentence, from what stands
  /// here.
  private func isNear(_ range: Range<Int>) -> Bool {
    if let start = starts.first, start <= range.lowerBound { return false }
    guard let last = drafts.last, range.lowerBound == last.range.upperBound + 1 else {
      return false
    }
    switch scalars[last.range.upperBound] {
    case " ", "-", "\u{A0}", "\u{202F}", "\n", "‑": return true
    default: return false
    }
  }

  private mutating func sign(_ index: Int) {
    let scalar = scalars[index]
    if scalar == "%" || scalar == "‰" { return add(index..<index + 1, .number, String(scalar)) }
    guard !scalar.isASCII else { return }
    if let value = scalar.properties.numericValue {
      return add(index..<index + 1, .number, value == 0.5 ? "half" : "#=\(value)")
    }
    guard scalar.properties.generalCategory == .otherSymbol else { return }
    add(index..<index + 1, .sign, String(scalar))
  }
}
