extension Rule {
  /// Names as the house spells them.
  static let names = Rule(
    "names", wants: "names as house style spells them",
    .story { sheet in
      let list = sheet.style.names
      guard !list.isEmpty else { return [] }
      let spellings = list.flatMap { name in
        ([name.name] + name.wrong).map { (text: $0, right: name.name) }
      }
      let table = PhraseTable(spellings.map(\.text))
      return sheet.texts.flatMap { text in
        table.matches(in: text).compactMap { match in
          let right = spellings[match.phrase].right
          let written = text.text(match.range)
          guard plain(written) != plain(right),
            !isInCapitals(written, spellings[match.phrase].text, right)
          else { return nil }
          return text.find(
            "`\(written)` is spelled `\(right)`", match.range, fix: right)
        }
      }
    })

  /// A name on two lines, or with another apostrophe, is the same.
  private static func plain(_ name: String) -> String {
    name.replacing("\n", with: " ").replacing("\u{A0}", with: " ").replacing("’", with: "'")
  }

  /// Whether a name is only set in capitals, as in a dateline.
  private static func isInCapitals(_ written: String, _ spelling: String, _ right: String) -> Bool {
    spelling == right && written.count > 1 && written == written.uppercased()
  }
}
