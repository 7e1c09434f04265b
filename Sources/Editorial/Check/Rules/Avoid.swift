extension Rule {
  /// Words that house style has another for; what somebody is quoted with stays as it was said.
  static let avoid = Rule(
    "avoid", wants: "a text without words that house style avoids",
    .story { sheet in
      let list = sheet.style.avoid
      guard !list.isEmpty else { return [] }
      let table = PhraseTable(list.map(\.word))
      return sheet.texts.flatMap { text -> [Find] in
        let quotes = QuoteScan.ranges(in: text.scalars)
        return table.matches(in: text).compactMap { match in
          let isQuoted = quotes.contains { $0.contains(match.range.lowerBound) }
          guard !isQuoted else { return nil }
          let entry = list[match.phrase]
          let words = text.text(match.range)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
          var message = "`\(words)`: house style avoids it"
          if let say = entry.say { message = "`\(words)`: house style says `\(say)`" }
          if let why = entry.why { message += " (\(why))" }
          let fix = entry.isSafe ? entry.say.map { cased($0, like: words) } : nil
          return text.find(message, match.range, fix: fix)
        }
      }
    })

  /// A word with the capitals of the one in whose place it comes.
  private static func cased(_ word: String, like old: String) -> String {
    let letters = old.unicodeScalars.filter { $0.properties.isCased }
    if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { return word.uppercased() }
    guard letters.first?.properties.isUppercase == true, let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
