extension Rule {
  /// Marks of footnotes, which Markdown has none of: they are shown as they stand.
  static let footnotes = Rule(
    "footnotes", wants: "a text without marks of footnotes",
    .story { sheet in
      sheet.body.ranges(of: "[^", to: "]").map { range in
        sheet.body.find(
          "\(sheet.body.text(range)) is shown as it stands: there are no footnotes", range)
      }
    })
}
