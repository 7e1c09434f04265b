/// Writes a line of words as Markdown.
///
/// A mark opens or closes stress by what stands beside it (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run):
/// where a letter stands too close for that, it is written as a reference to its character.
struct InlineWriter {
  private enum Token {
    case words(String)
    case marks(String, opens: Bool)
    case lineBreak
  }

  private let isInCell: Bool
  private var tokens: [Token] = []
  /// What is open, the outermost first.
  private var open: [Mark] = []
  private var isAtLineStart: Bool

  private enum Mark: Hashable {
    case link(Style.Link), struck, strong, emphasis

    static func of(_ style: Style) -> [Mark] {
      var marks: [Mark] = []
      if let link = style.link { marks.append(.link(link)) }
      if style.isStruck { marks.append(.struck) }
      if style.isStrong { marks.append(.strong) }
      if style.isEmphasis { marks.append(.emphasis) }
      return marks
    }

    var sign: String {
      switch self {
      case .link: ""
      case .struck: "~~"
      case .strong: "**"
      case .emphasis: "*"
      }
    }
  }

  /// The Markdown of some words; line breaks end lines with a backslash.
  static func text(_ pieces: [Inline], isInCell: Bool = false, isInHeading: Bool = false) -> String
  {
    var writer = InlineWriter(isInCell: isInCell, isAtLineStart: !isInCell && !isInHeading)
    for index in pieces.indices { writer.add(pieces[index], before: pieces[(index + 1)...]) }
    writer.set([])
    writer.settle()
    return writer.tokens.reduce(into: "") { text, token in
      switch token {
      case .words(let words), .marks(let words, _): text += words
      case .lineBreak: text += "\\\n"
      }
    }
  }

  private init(isInCell: Bool, isAtLineStart: Bool) {
    (self.isInCell, self.isAtLineStart) = (isInCell, isAtLineStart)
  }

  private mutating func add(_ piece: Inline, before rest: ArraySlice<Inline>) {
    if let bare = bare(piece) {
      set([])
      return add(words: bare)
    }
    set(marks(of: piece, before: rest))
    switch piece.kind {
    case .text(let words):
      let escaped = MarkdownText.escaped(words, isInCell: isInCell)
      add(words: isAtLineStart ? MarkdownText.atLineStart(escaped) : escaped)
    case .code(let words): add(words: MarkdownText.code(words, isInCell: isInCell))
    case .picture(let source, let title, let alt):
      let words = MarkdownText.escaped(Line.folded(alt).trimmed, isInCell: isInCell)
      add(
        words: "![\(words)](\(MarkdownText.destination(source))"
          + MarkdownText.title(title, isInCell: isInCell) + ")")
    case .lineBreak:
      if isInCell {
        add(words: " ")
      } else {
        tokens.append(.lineBreak)
        isAtLineStart = true
      }
    }
  }

  /// The marks that a piece must stand in: those that are open first, then those that reach further.
  private func marks(of piece: Inline, before rest: ArraySlice<Inline>) -> [Mark] {
    var wanted = Mark.of(piece.style)
    let kept = open.prefix { mark in wanted.contains(mark) }
    // No mark opens before a blank.
    if piece.isBlank { return Array(kept) }
    wanted.removeAll { kept.contains($0) }
    func reach(_ mark: Mark) -> Int { rest.prefix { Mark.of($0.style).contains(mark) }.count }
    let reaches = wanted.map { (mark: $0, reach: reach($0)) }
    // The sort is stable: among equals a link is outermost.
    let ordered = reaches.enumerated().sorted {
      ($1.element.reach, $0.offset) < ($0.element.reach, $1.offset)
    }
    return kept + ordered.map(\.element.mark)
  }

  private mutating func add(words: String) {
    tokens.append(.words(words))
    isAtLineStart = false
  }

  /// An address that is its own words: `<https://…>`.
  private func bare(_ piece: Inline) -> String? {
    guard case .text(let words) = piece.kind, let link = piece.style.link,
      piece.style == Style(link: link), link.address == words, link.title.isEmpty,
      words.hasPrefix("https://") || words.hasPrefix("http://"),
      words.utf8.allSatisfy({
        $0 > 0x20 && $0 < 0x7F && ![0x3C, 0x3E, 0x5C, 0x7C, 0x60, 0x26].contains($0)
      }), !open.contains(.link(link))
    else { return nil }
    return "<\(words)>"
  }

  /// Closes and opens what it takes to have just these marks open.
  private mutating func set(_ marks: [Mark]) {
    let kept = zip(open, marks).prefix { $0 == $1 }.count
    while open.count > kept, let last = open.popLast() {
      if case .link(let link) = last {
        tokens.append(
          .words(
            "](\(MarkdownText.destination(link.address))"
              + MarkdownText.title(link.title, isInCell: isInCell) + ")"))
      } else {
        tokens.append(.marks(last.sign, opens: false))
      }
    }
    for mark in marks[kept...] {
      if case .link = mark {
        tokens.append(.words("["))
      } else {
        tokens.append(.marks(mark.sign, opens: true))
      }
      open.append(mark)
      isAtLineStart = false
    }
  }

  /// Sees to it that every mark opens or closes what it should.
  private mutating func settle() {
    chooseSigns()
    var index = 0
    while index < tokens.count {
      guard case .marks(let sign, _) = tokens[index] else {
        index += 1
        continue
      }
      let first = index
      var (opens, closes) = (false, false)
      while index < tokens.count, case .marks(let next, let isOpening) = tokens[index],
        next.first == sign.first
      {
        if isOpening { opens = true } else { closes = true }
        index += 1
      }
      let (before, after) = (last(before: first), self.first(at: index))
      let isStrict = sign == "_"
      if opens, let after, isStrict || !Self.isWord(after), let before, !Self.parts(before) {
        replace(at: first - 1, isLast: true)
      }
      if closes, let before, isStrict || !Self.isWord(before), let after, !Self.parts(after) {
        replace(at: index, isLast: false)
      }
    }
  }

  /// Takes another sign for emphasis in, around or right beside strong words: of `*` there parsers differ
  /// over which belongs to which.
  private mutating func chooseSigns() {
    var (isStrong, opened) = (false, [(start: Int, isMixed: Bool)]())
    for index in tokens.indices {
      guard case .marks(let sign, let opens) = tokens[index] else { continue }
      if sign == "**" {
        isStrong = opens
        for place in opened.indices { opened[place].isMixed = true }
      } else if sign == "*", opens {
        opened.append((index, isStrong || isStrongMark(index - 1)))
      } else if sign == "*", let (start, isMixed) = opened.popLast(),
        isMixed || isStrongMark(index + 1)
      {
        tokens[start] = .marks("_", opens: true)
        tokens[index] = .marks("_", opens: false)
      }
    }
  }

  private func isStrongMark(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), case .marks("**", _) = tokens[index] else { return false }
    return true
  }

  private func last(before index: Int) -> Unicode.Scalar? {
    guard index > 0 else { return nil }
    return switch tokens[index - 1] {
    case .words(let words), .marks(let words, _): words.unicodeScalars.last
    case .lineBreak: nil
    }
  }

  private func first(at index: Int) -> Unicode.Scalar? {
    guard index < tokens.count else { return nil }
    return switch tokens[index] {
    case .words(let words), .marks(let words, _): words.unicodeScalars.first
    case .lineBreak: nil
    }
  }

  /// Writes the last or first character of some words by its number.
  private mutating func replace(at index: Int, isLast: Bool) {
    guard tokens.indices.contains(index), case .words(let words) = tokens[index] else { return }
    let scalars = words.unicodeScalars
    guard let scalar = isLast ? scalars.last : scalars.first else { return }
    let rest = isLast ? scalars.dropLast() : scalars.dropFirst()
    let reference = "&#\(scalar.value);"
    tokens[index] = .words(isLast ? String(rest) + reference : reference + String(rest))
  }

  /// Whether it surely is part of a word.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Whether it surely parts words: white space or punctuation.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    if scalar.isASCII { return !isWord(scalar) }
    return switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .dashPunctuation, .connectorPunctuation:
      true
    default: false
    }
  }
}
