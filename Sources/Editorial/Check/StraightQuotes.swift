/// Tells what each straight quotation mark of a text is: an opening one, a closing one, an apostrophe, a
/// sign of feet and inches, or what only a person can tell.
struct StraightQuotes {
  private let text: Prose
  private let marks: QuoteMarks
  private var finds: [Find] = []

  static func finds(in text: Prose, _ marks: QuoteMarks) -> [Find] {
    guard text.scalars.contains(where: { $0 == "\"" || $0 == "'" }) else { return [] }
    var scan = StraightQuotes(text: text, marks: marks)
    let blocks = text.blocks
    for (number, block) in blocks.enumerated() {
      let next = number + 1 < blocks.count ? blocks[number + 1] : nil
      scan.doubles(in: block, next: next)
      scan.singles(in: block)
    }
    return scan.finds.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(text: Prose, marks: QuoteMarks) { (self.text, self.marks) = (text, marks) }

  private mutating func set(_ index: Int, _ mark: String) {
    let old = text.scalars[index]
    finds.append(
      text.find("a straight \(old) where \(mark.trimmed) belongs", index..<index + 1, fix: mark))
  }

  private mutating func ask(_ index: Int, _ message: String) {
    finds.append(text.find(message, index..<index + 1))
  }

  // MARK: What stands beside a mark

  /// Emphasis, straight marks and what readers never get are looked through.
  private func isTransparent(_ index: Int) -> Bool {
    switch text.scalars[index] {
    case "\"", "'", "*", "_", "~": text.isWords(index)
    default: text.parts[index] == .hidden
    }
  }

  private func before(_ index: Int, in block: Range<Int>) -> Unicode.Scalar {
    var place = index - 1
    while place >= block.lowerBound, isTransparent(place) { place -= 1 }
    return place >= block.lowerBound ? text.scalars[place] : "\n"
  }

  private func after(_ index: Int, in block: Range<Int>) -> Unicode.Scalar {
    var place = index + 1
    while place < block.upperBound, isTransparent(place) { place += 1 }
    return place < block.upperBound ? text.scalars[place] : "\n"
  }

  private static func opens(behind scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "–", "—", "-", "/", "“", "‘", "„", "‚", "«", "¿", "¡", ">", "|", "=": true
    default: Letter.isBlank(scalar)
    }
  }

  private static func closes(before scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", "!", "?", ")", "]", "}", "…", "–", "—", "-", "/", "”", "’", "»", "|",
      "。", "，":
      true
    default: Letter.isBlank(scalar)
    }
  }

  private func isDigit(_ index: Int) -> Bool { ("0"..."9").contains(text.scalar(index)) }

  // MARK: Double marks

  private enum Role { case opens, closes, both, neither }

  private mutating func doubles(in block: Range<Int>, next: Range<Int>?) {
    let straight = block.filter { text.scalars[$0] == "\"" && text.isWords($0) && !isInch($0) }
    guard let first = straight.first else { return }
    if let obstacle = marks.obstacle { return ask(first, obstacle) }
    // Behind a number a mark may say inches.
    let numbers = Set(straight.filter { isDigit($0 - 1) && text.scalar($0 + 1) != "\"" })
    let without = sequence(straight.filter { !numbers.contains($0) }, in: block, next)
    let with = numbers.isEmpty ? without : sequence(straight, in: block, next)
    if numbers.isEmpty || with == nil || without == nil, let roles = with ?? without {
      for (index, isOpening) in roles { set(index, isOpening ? marks.opening : marks.closing) }
    } else {
      ask(
        first,
        "the straight quotation marks of this paragraph can't be paired with certainty: set them by hand"
      )
    }
  }

  /// `6'2"` are feet and inches.
  private func isInch(_ index: Int) -> Bool {
    var place = index - 1
    while isDigit(place) { place -= 1 }
    return place < index - 1 && (text.scalar(place) == "'" || text.scalar(place) == "′")
      && isDigit(place - 1)
  }

  /// Whether each mark opens, where they pair; nil where they don't.
  private func sequence(
    _ straight: [Int], in block: Range<Int>, _ next: Range<Int>?
  ) -> [(Int, Bool)]? {
    var roles: [(Int, Bool)] = []
    var isOpen = false
    var pending = straight[...]
    for index in block where text.isWords(index) {
      switch text.scalars[index] {
      case "“", "„":
        // In German the upper one closes.
        let opens = text.scalars[index] == "„" || marks.closing != "“"
        guard isOpen != opens else { return nil }
        isOpen = opens
      case "”":
        guard isOpen else { return nil }
        isOpen = false
      case "\"" where pending.first == index:
        pending.removeFirst()
        switch role(of: index, in: block) {
        case .opens where !isOpen: roles.append((index, true))
        case .closes where isOpen: roles.append((index, false))
        default: return nil
        }
        isOpen.toggle()
      default: continue
      }
    }
    // A quotation that runs on opens anew in the next paragraph.
    return isOpen && !(next.map(beginsQuoted) ?? false) ? nil : roles
  }

  private func beginsQuoted(_ block: Range<Int>) -> Bool {
    let first = block.first { index in
      !Letter.isBlank(text.scalars[index]) && !["*", "_", ">"].contains(text.scalars[index])
    }
    return first.map { ["\"", "“", "„", "«"].contains(text.scalars[$0]) } ?? false
  }

  private func role(of index: Int, in block: Range<Int>) -> Role {
    let (before, after) = (before(index, in: block), after(index, in: block))
    let opens = Self.opens(behind: before) && !Letter.isBlank(after)
    let closes = !Letter.isBlank(before) && Self.closes(before: after)
    return opens ? closes ? .both : .opens : closes ? .closes : .neither
  }

  // MARK: Single marks

  /// A mark before a word that waits for one that closes.
  private struct Waiting {
    var index: Int
    /// Whether the word is often written with an apostrophe.
    var isElision: Bool
    /// Whether an apostrophe behind an s may close it.
    var isDoubtful = false
  }

  private mutating func singles(in block: Range<Int>) {
    var waiting: [Waiting] = []
    for index in block where text.scalars[index] == "'" && text.isWords(index) {
      if isLetter(index - 1) || isDigit(index - 1), isLetter(index + 1) {
        set(index, "’")
      } else if isDigit(index - 1) {
        continue  // feet, minutes
      } else if isLoneN(index) {
        set(index, "’")
      } else if Self.opens(behind: before(index, in: block)) {
        lead(index, in: block, &waiting)
      } else {
        close(index, &waiting)
      }
    }
    for open in waiting {
      if open.isElision, !open.isDoubtful, marks.inner != nil {
        set(open.index, "’")
      } else {
        ask(
          open.index, "a straight ' that may open a quotation or be an apostrophe: set it by hand")
      }
    }
  }

  private func isLetter(_ index: Int) -> Bool {
    text.scalars.indices.contains(index) && Letter.isLetter(text.scalars[index])
  }

  /// Either mark of `'n'`.
  private func isLoneN(_ index: Int) -> Bool {
    func isN(_ place: Int) -> Bool { ["n", "N"].contains(text.scalar(place)) }
    func isMark(_ place: Int) -> Bool { ["'", "’"].contains(text.scalar(place)) }
    return isN(index + 1) && isMark(index + 2) && !isLetter(index + 3)
      || isN(index - 1) && isMark(index - 2) && !isLetter(index + 1)
  }

  private mutating func lead(_ index: Int, in block: Range<Int>, _ waiting: inout [Waiting]) {
    var end = index + 1
    while end < block.upperBound, Prose.isPart(text.scalars[end]) { end += 1 }
    let word = text.scalars[index + 1..<end]
    let folded = Letter.folded(word)
    let isQuoted = text.scalar(end) == "'" && !isLetter(end + 1)
    let digits = word.prefix { ("0"..."9").contains($0) }.count
    if !isQuoted,
      Self.elisions.contains(folded) || digits == 2 && folded.hasSuffix("s") && word.count == 3
    {
      set(index, "’")
    } else {
      let isYear = digits == 2 && word.count == 2
      waiting.append(Waiting(index: index, isElision: isYear || Self.oftenElided.contains(folded)))
    }
  }

  private mutating func close(_ index: Int, _ waiting: inout [Waiting]) {
    // A closing mark and an apostrophe look the same where quotations are ‘…’.
    guard let inner = marks.inner else {
      return ask(
        index, "a straight ' that may close a quotation or be an apostrophe: set it by hand")
    }
    set(index, "’")
    switch text.scalar(index - 1) {
    case "s", "S", "x", "z":
      // `The editors' union` closes nothing, and can't be told from what does.
      if let last = waiting.indices.last { waiting[last].isDoubtful = true }
    case "n" where text.scalar(index - 2) == "i":
      if let last = waiting.indices.last { waiting[last].isDoubtful = true }
    default:
      guard let open = waiting.popLast() else { return }
      if open.isElision {
        waiting.append(Waiting(index: open.index, isElision: true, isDoubtful: true))
      } else {
        set(open.index, inner)
      }
    }
  }

  /// Words that always lost their beginning.
  private static let elisions: Set = [
    "tis", "tisn", "twas", "twasn", "twere", "twill", "twould", "em", "til", "twixt", "nuff", "sup",
  ]

  /// Words that may have lost it.
  private static let oftenElided: Set = [
    "cause", "cos", "round", "bout", "fore", "gainst", "burbs", "hood", "net", "chute", "copter",
    "tude",
  ]
}

extension String {
  /// Without the blanks that belong to a mark.
  fileprivate var trimmed: String { filter { $0 != "\u{202F}" } }
}

extension Prose {
  /// Its paragraphs, items, subheads and cells, each a text of its own.
  var blocks: [Range<Int>] {
    guard field == nil else { return [0..<scalars.count] }
    var blocks: [Range<Int>] = []
    var open: Range<Int>?
    func end() -> [Range<Int>] { open.map { [$0] } ?? [] }
    for line in lines {
      let kind = LineKind(scalars[line])
      switch kind {
      case .text, .quote, .markup:
        open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound
        continue
      case .item:
        blocks += end()
        open = line
        continue
      default: break
      }
      blocks += end()
      open = nil
      switch kind {
      case .heading: blocks.append(line)
      case .row:
        var start = line.lowerBound
        for index in line where scalars[index] == "|" {
          if start < index { blocks.append(start..<index) }
          start = index + 1
        }
      default: continue
      }
    }
    return blocks + end()
  }
}
