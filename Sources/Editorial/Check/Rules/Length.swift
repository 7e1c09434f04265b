extension Rule {
  /// House style's limits of a text's length.
  static let length = Rule(
    "length", wants: "texts within their lengths",
    .story { sheet in
      let story = sheet.story
      return sheet.style.lengths.limits(section: story.section, workflow: sheet.workflow)
        .compactMap { field, limits in
          guard let count = count(of: field, in: story) else { return nil }
          let unit = field == "body" ? "word" : "character"
          let range = words(for: limits)
          let isWrong =
            limits.least.map { count < $0 } ?? false || limits.most.map { count > $0 } ?? false
          guard isWrong else { return nil }
          let key =
            ["caption", "alt"].contains(field)
            ? "image" : story[field] == nil && field == "standfirst" ? "deck" : field
          return sheet.find(
            "the \(field) has \(count) \(unit)\(count == 1 ? "" : "s"), and house style asks for \(range)",
            at: key, lack: "a \(field) of \(range) \(unit)s (it has \(count))")
        }
    })

  private static func words(for limits: HouseStyle.Limits) -> String {
    switch (limits.least, limits.most) {
    case (let least?, let most?): least == most ? "\(least)" : "\(least) to \(most)"
    case (let least?, nil): "\(least) or more"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any number"
    }
  }

  /// How long a text is; nil where the story has none.
  private static func count(of field: String, in story: Story) -> Int? {
    switch field {
    case "body": story.wordCount
    case "standfirst": story.standfirst?.count
    case "caption": story.image?.caption?.count
    case "alt": story.image?.alt?.count
    default: story[field]?.text?.count
    }
  }
}
