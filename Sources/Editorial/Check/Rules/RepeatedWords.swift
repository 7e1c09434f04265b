extension Rule {
  /// The same word twice, as in `the the`.
  static let repeatedWords = Rule(
    "repeated-words", wants: "no word twice in a row",
    .story { sheet in
      sheet.texts.flatMap { text -> [Find] in
        var before: Range<Int>?
        return text.words.compactMap { word -> Find? in
          defer { before = word }
          guard let last = before, isBetween(last, word, text),
            text.scalars[word].contains(where: Letter.isLetter)
          else { return nil }
          let (one, other) = (text.text(last), text.text(word))
          // "Had had" and "that that" may be meant; a name may be double, as Duran Duran.
          guard one.lowercased() == other.lowercased(), !meant.contains(other.lowercased()),
            other == other.lowercased()
          else { return nil }
          return text.find("`\(other)` stands here twice", last.lowerBound..<word.upperBound)
        }
      }
    })

  private static let meant: Set = ["had", "that", "bye", "ha", "no", "very", "nous", "vous", "se"]

  /// Whether nothing but blanks of one paragraph parts two words.
  private static func isBetween(_ one: Range<Int>, _ other: Range<Int>, _ text: Prose) -> Bool {
    let between = text.scalars[one.upperBound..<other.lowerBound]
    return !between.isEmpty && between.allSatisfy { $0 == " " || $0 == "\n" }
      && between.count { $0 == "\n" } < 2
  }
}
