internal import Editorial

extension Format {
  static let markdown = Format(
    "markdown", "each story as Markdown with its public fields", owns: { isStory($0, ".md") }
  ) { archive, emit in
    try await archive.shown.forEachStory { story in
      let body =
        story.publication == .live ? HarmlessMarkdown.text(try archive.edition.body(story)) : ""
      var story = story
      story.related = archive.related(of: story).filter { entry in
        guard case .outside(_, let url, _) = entry else { return true }
        return archive.addressing(of: story).link(url) != nil
      }
      story.translationOf = archive.original(of: story)?.id
      return File("\(story.stem).md", "---\n\(story.frontMatter)---\n\(archive.mark)\(body)")
    } consume: {
      try emit($0)
    }
    return archive.shown.count
  }
}

extension Archive {
  /// The ribbon as a paragraph of Markdown.
  fileprivate var mark: String {
    guard let ribbon = edition.ribbon else { return "" }
    let plain = ribbon.words().joined(separator: " ").map { sign in
      sign.isASCII && (sign.isPunctuation || sign.isSymbol) ? "\\\(sign)" : String(sign)
    }
    return "**\(plain.joined())**\n\n"
  }
}

extension Article {
  /// The public fields as `live` has them, a line each.
  fileprivate var frontMatter: String {
    var lines = ""
    func add(_ key: String, _ value: Value?, bare: Bool = false) {
      guard let value, !value.isEmpty else { return }
      lines += "\(key): \(value.yaml(bare: bare))\n"
    }
    func add(_ key: String, _ text: String?, bare: Bool = false) {
      add(key, text.map(Value.scalar), bare: bare)
    }
    add("id", id.description, bare: true)
    add("headline", headline)
    add("kicker", kicker)
    add("standfirst", standfirst)
    add("summary", summary)
    add("section", section)
    add("tags", Value(tags))
    add("mediatopics", Value(mediatopics))
    add("genre", Value(genres))
    add("byline", Value(byline))
    add("reporting", Value(reporting))
    add("credit", Value(credit))
    add("copyright", copyright)
    add("dateline", dateline)
    add("language", language)
    add("translation-of", translationOf?.description)
    add("urgency", urgency.map(String.init), bare: true)
    add("slugline", slugline)
    add("embargo", embargo?.description)
    add(
      "image",
      image.map {
        Value([
          "file": $0.file, "caption": $0.caption, "credit": $0.credit, "alt": $0.alt,
          "license": $0.license,
        ])
      })
    add("related", .list(related.map(\.value)))
    for pair in further { add(pair.key, pair.value) }
    add("version", String(version), bare: true)
    add("kind", kind)
    add("editors", Value(editors.map(\.description)))
    add("agents", Value(agents.map(\.description)))
    add("created", created?.description, bare: true)
    add("published", published.description, bare: true)
    add("modified", modified?.description, bare: true)
    if publication != .live { add("publication", publication.rawValue) }
    add("notices", .list(notices.map(\.value)), bare: true)
    return lines
  }
}
