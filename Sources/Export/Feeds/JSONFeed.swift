internal import Editorial

extension Format {
  static let jsonfeed = Format(
    "jsonfeed", "feed.json, the same in JSON Feed", owns: { $0 == "feed.json" }
  ) { archive, emit in
    let feed = try Feed(archive, archive.shown)
    try emit(File("feed.json", feed.json()))
    return feed.entries.count
  }
}

extension Feed {
  /// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
  ///
  /// What it has no field for is under `_stet`: kicker, slugline, urgency, version and what else a
  /// story has, with the names of stet's front matter.
  func json() -> String {
    let house = archive.house
    let hasSite = !archive.siteURL.isEmpty
    let feed = JSON.members([
      "version": "https://jsonfeed.org/version/1.1",
      "title": .string(title),
      "home_page_url": hasSite ? .string(home) : nil,
      "feed_url": address("feed.json").map(JSON.string),
      "description": .string(description),
      "language": .string(house.language),
      "authors": .array([
        .members([
          "name": .string(house.publisher), "url": hasSite ? .string(archive.siteURL) : nil,
        ])
      ]),
      "items": .array(entries.map { item($0, hasSite) }),
    ])
    return feed.text + "\n"
  }

  /// An address that is not whole is none here.
  private func item(_ entry: FeedEntry, _ hasSite: Bool) -> JSON {
    let story = entry.story
    let picture = hasSite ? entry.picture : nil
    let tags = entry.categories.filter { $0.scheme == nil }.map(\.name)
    return .members([
      "id": .string(story.id.urn),
      "url": hasSite ? .string(entry.address) : nil,
      "title": .string(entry.title),
      "summary": entry.isLive ? .string(entry.summary) : nil,
      "content_html": entry.html.map(JSON.string),
      "content_text": .string(entry.text ?? entry.summary),
      "image": picture.map { .string($0.address) },
      "date_published": .string(story.published.description),
      "date_modified": story.updated.map { .string($0.description) },
      "authors": entry.authors.isEmpty
        ? nil
        : .array(
          entry.authors.map {
            .members(["name": .string($0.name), "url": $0.address.map(JSON.string)])
          }),
      "tags": tags.isEmpty ? nil : .strings(tags),
      "language": entry.isLive ? .string(story.language ?? archive.house.language) : nil,
      "attachments": picture.map { picture in
        .array([
          .members([
            "url": .string(picture.address), "mime_type": .string(picture.facts.mediaType),
            "title": picture.words.map(JSON.string), "size_in_bytes": .number(picture.facts.bytes),
          ])
        ])
      },
      "_stet": entry.isLive ? more(entry) : nil,
    ])
  }

  private func more(_ entry: FeedEntry) -> JSON {
    let story = entry.story
    func list(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .strings(texts) }
    let notices = story.noticesByDate.filter { !$0.isWithdrawal }
    return .members([
      "about":
        "What else the newsroom's record has of the story, by the names of its front matter.",
      "version": .number(story.version),
      "kicker": story.kicker.map(JSON.string),
      "summary": story.summary.map(JSON.string),
      "slugline": story.slugline.map(JSON.string),
      "urgency": story.urgency.map(JSON.number),
      "dateline": story.dateline.map(JSON.string),
      "credit": list(story.credit),
      "copyright": story.copyright.map(JSON.string),
      "contributors": list(entry.contributors.map(\.name)),
      "mediatopics": list(story.mediatopics.map { FeedCategory.mediatopics + $0 }),
      "genres": list(story.genres.map { FeedCategory.genres + $0 }),
      "translation-of": entry.original.map { .string($0.address) },
      "image": entry.picture.map { picture in
        .members([
          "width": .number(picture.facts.width), "height": .number(picture.facts.height),
          "caption": picture.image.caption.map(JSON.string),
          "credit": picture.image.credit.map(JSON.string),
          "alt": picture.image.alt.map(JSON.string),
          "license": picture.image.license.map(JSON.string),
        ])
      },
      "related": entry.related.isEmpty
        ? nil
        : .array(
          entry.related.map {
            .members(["headline": .string($0.title), "url": .string($0.address)])
          }),
      "notices": notices.isEmpty
        ? nil
        : .array(
          notices.map {
            .members([
              "kind": .string($0.kind), "date": .string($0.at.description),
              "text": .string($0.text),
            ])
          }),
    ])
  }
}
