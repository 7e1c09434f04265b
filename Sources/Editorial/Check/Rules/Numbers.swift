extension Rule {
  /// House style's rules for numbers.
  static let numbers = Rule(
    "numbers", wants: "numbers as house style has them",
    .story { sheet in
      guard let style = sheet.style.numbers else { return [] }
      return sheet.texts.flatMap { NumberScan(text: $0, style: style).finds }
    })
}

/// Looks at the figures of a text.
private struct NumberScan {
  let text: Prose
  let style: HouseStyle.Numbers

  var finds: [Find] {
    let starts = Set(text.field == "headline" ? [] : SentenceScan.starts(in: text.scalars))
    var finds: [Find] = []
    var index = 0
    while index < text.scalars.count {
      guard text.isWords(index), isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      while isDigit(index) || isInside(index) { index += 1 }
      let range = start..<index
      // Part of a word, as in `A4` or `4x4`, and the numbers of a list.
      let isAlone = !isLetter(start - 1) && !isLetter(index) && !isListMark(range)
      if isAlone, let find = find(range, startsSentence: starts.contains(start)) {
        finds.append(find)
      }
    }
    return finds
  }

  private func isDigit(_ index: Int) -> Bool {
    ("0"..."9").contains(text.scalar(index)) && text.isWords(index)
  }

  private func isLetter(_ index: Int) -> Bool {
    text.scalars.indices.contains(index) && Letter.isLetter(text.scalars[index])
  }

  /// A sign between digits.
  private func isInside(_ index: Int) -> Bool {
    switch text.scalar(index) {
    case ",", ".", ":", "/", "-", "–", "'", "\u{202F}", "\u{A0}":
      isDigit(index - 1) && isDigit(index + 1)
    default: false
    }
  }

  private func isListMark(_ range: Range<Int>) -> Bool {
    guard text.field == nil, [".", ")"].contains(text.scalar(range.upperBound)),
      text.scalar(range.upperBound + 1) == " "
    else { return false }
    var place = range.lowerBound - 1
    while text.scalar(place) != "\n", Letter.isBlank(text.scalar(place)) { place -= 1 }
    return text.scalar(place) == "\n"
  }

  private func find(_ range: Range<Int>, startsSentence: Bool) -> Find? {
    let written = text.text(range)
    if startsSentence, !style.mayStartSentence {
      return text.find(
        "a sentence begins with figures (\(written)): spell them out, or turn it round", range)
    }
    if let number = Int(written) {
      if let below = style.spellOutBelow, number < below, isCounting(range) {
        return text.find("\(written): house style spells out numbers below \(below)", range)
      }
      if let thousands = style.thousands, written.count > 4, !follows(range.lowerBound, Self.codes)
      {
        return text.find(
          "\(written): house style writes \(parted(written, by: thousands.mark))", range)
      }
    }
    return nil
  }

  private func parted(_ digits: String, by mark: String) -> String {
    var parted = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { parted += mark }
      parted.append(digit)
    }
    return parted
  }

  /// Whether figures count things, as in `3 ships`: not money, a score, a date, a time, a part or a
  /// measure.
  private func isCounting(_ range: Range<Int>) -> Bool {
    let before = text.scalar(range.lowerBound - 1)
    guard Letter.isBlank(before) || ["(", "“", "\"", "‘"].contains(before),
      text.scalar(range.upperBound) == " ", isLetter(range.upperBound + 1),
      !text.scalar(range.upperBound + 1).properties.isUppercase
    else { return false }
    var end = range.upperBound + 1
    while isLetter(end) { end += 1 }
    let next = Letter.folded(text.scalars[range.upperBound + 1..<end])
    if Self.measures.contains(next)
      || Unit(at: range.upperBound + 1, isSpaced: true, in: text.scalars) != nil
    {
      return false
    }
    return !follows(range.lowerBound, Self.labels) && !followsName(range.lowerBound)
  }

  private func word(before index: Int) -> Range<Int>? {
    guard text.scalar(index - 1) == " " else { return nil }
    var start = index - 1
    while isLetter(start - 1) || text.scalar(start - 1) == "." && start < index - 1 { start -= 1 }
    if start == index - 1, text.scalar(start - 1) == "." {
      start -= 1
      while isLetter(start - 1) { start -= 1 }
    }
    return start < index - 1 ? start..<index - 1 : nil
  }

  private func follows(_ index: Int, _ words: Set<String>) -> Bool {
    guard let word = word(before: index) else { return false }
    return words.contains(Letter.folded(text.scalars[word]).filter { $0 != "." })
  }

  /// `Route 9`, `Apollo 8`.
  private func followsName(_ index: Int) -> Bool {
    guard let word = word(before: index), text.scalars[word.lowerBound].properties.isUppercase
    else {
      return false
    }
    let before = text.scalars[..<word.lowerBound].last { $0 != " " } ?? "."
    return ![".", "!", "?", "\n", "“", "\""].contains(before)
  }

  /// What a number stands behind that names and counts nothing.
  private static let codes: Set = [
    "no", "nos", "nº", "page", "pages", "chapter", "article", "section", "part", "row", "room",
    "platform", "line", "route", "act", "version", "figure", "table", "number", "step", "phase",
    "case", "id", "code", "bus", "tram", "gate", "berth", "pier", "quay",
  ]

  private static let labels = codes.union(["age", "aged", "by", "to", "and", "or"])

  private static let measures: Set = [
    "to", "am", "pm", "per", "percent", "million", "billion", "trillion", "m", "bn", "p", "st",
    "nd", "rd",
    "th", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december", "and", "or", "by", "x", "degrees", "knots", "metres", "meters",
    "kilometres",
    "kilometers", "miles", "feet", "foot", "inches", "tonnes", "tons", "kilos", "litres", "liters",
    "euros",
    "dollars", "pounds", "cents", "pence",
  ]
}
