extension Rule {
  /// Quotation marks and apostrophes as house style has them in the story's language.
  ///
  /// A mark that may be two things is found and never changed.
  static let quotes = Rule(
    "quotes", wants: "quotation marks as house style has them",
    .story { sheet in
      let language = sheet.language
      guard let kind = sheet.style.quotes(in: language) else { return [] }
      return sheet.texts.flatMap { text -> [Find] in
        kind == .straight
          ? curly(in: text)
          : StraightQuotes.finds(in: text, QuoteMarks(kind, in: language, sheet.style))
      }
    })

  private static func curly(in text: Prose) -> [Find] {
    text.scalars.indices.compactMap { index in
      guard text.isWords(index) else { return nil }
      let straight: String
      switch text.scalars[index] {
      case "“", "”", "„", "‟": straight = "\""
      case "‘", "’", "‚", "‛": straight = "'"
      default: return nil
      }
      return text.find("house style has straight quotation marks", index..<index + 1, fix: straight)
    }
  }
}

/// The marks that a text should have.
struct QuoteMarks {
  var opening: String
  var closing: String
  /// The inner ones; nil where only an apostrophe is certain.
  var inner: String?
  /// Why double marks can't be set; nil where they can.
  var obstacle: String?

  init(_ kind: HouseStyle.Quotes, in language: String, _ style: HouseStyle) {
    let base = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    switch kind {
    case .curly, .straight: (opening, closing, inner) = ("“", "”", "‘")
    case .low: (opening, closing) = ("„", "“")
    case .guillemets:
      // French sets a narrow blank inside that no line breaks at.
      (opening, closing) = base == "fr" ? ("«\u{202F}", "\u{202F}»") : ("«", "»")
    }
    let isSaid = style.quotes[language.lowercased()] != nil || style.quotes[base] != nil
    if kind == .curly, !isSaid, let usual = Self.others[base] {
      obstacle =
        "a straight \" in a language (\(base)) that has marks of its own: set it by hand, or let house style say `quotes: {\(base): \(usual.rawValue)}`"
      inner = nil
    }
  }

  /// Languages for which the house's curly marks would be a guess.
  private static let others: [String: HouseStyle.Quotes] = [
    "fr": .guillemets, "ru": .guillemets, "uk": .guillemets, "el": .guillemets, "no": .guillemets,
    "nb": .guillemets, "nn": .guillemets, "de": .low, "cs": .low, "sk": .low, "sl": .low,
    "bg": .low,
    "is": .low, "lt": .low, "et": .low, "ka": .low,
  ]
}
