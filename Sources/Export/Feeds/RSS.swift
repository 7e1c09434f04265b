internal import Editorial

extension Format {
  static let rss = Format(
    "rss", "feed.xml, RSS 2.0 of the newest 50", owns: { $0 == "feed.xml" }
  ) { archive, emit in
    let feed = try Feed(archive, archive.shown)
    try emit(File("feed.xml", try feed.rss()))
    return feed.entries.count
  }
}

extension Feed {
  /// RSS 2.0 (https://www.rssboard.org/rss-specification) with the namespaces that readers know.
  func rss() throws -> String {
    var writer = try XMLWriter()
    writer.element(
      "rss",
      [
        "version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:media": "http://search.yahoo.com/mrss/",
      ]
    ) { writer in
      writer.element("channel") { writer in
        writer.element("title", [:], title)
        writer.element("link", [:], home)
        writer.element("description", [:], description)
        writer.element("language", [:], archive.house.language.lowercased())
        writer.element("lastBuildDate", [:], changed.rfc822)
        writer.element("generator", [:], archive.edition.made)
        if let address = address("feed.xml") {
          writer.empty(
            "atom:link", ["href": address, "rel": "self", "type": "application/rss+xml"])
        }
        for entry in entries {
          writer.element("item") { item(entry, into: &$0) }
        }
      }
    }
    return try writer.finish()
  }

  private func item(_ entry: FeedEntry, into writer: inout XMLWriter) {
    let story = entry.story
    writer.element("title", [:], entry.title)
    writer.element("link", [:], entry.address)
    writer.element("guid", ["isPermaLink": "false"], story.id.urn)
    writer.element("pubDate", [:], story.published.rfc822)
    writer.element("atom:updated", [:], story.updated?.description)
    // The element `author` must be an address of mail.
    for person in entry.authors { writer.element("dc:creator", [:], person.name) }
    for person in entry.contributors { writer.element("dc:contributor", [:], person.name) }
    for agency in story.credit { writer.element("dc:source", [:], agency) }
    writer.element("dc:rights", [:], story.copyright)
    writer.element("dc:language", [:], entry.language)
    for category in entry.categories {
      writer.element("category", ["domain": category.scheme], category.name)
    }
    for link in entry.related {
      writer.empty(
        "atom:link", ["href": link.address, "rel": "related", "title": link.title])
    }
    if let original = entry.original {
      writer.empty(
        "atom:link",
        [
          "href": original.address, "rel": "related", "hreflang": original.language,
          "title": original.title,
        ])
    }
    writer.element("description", [:], entry.summary)
    if let picture = entry.picture { media(picture, into: &writer) }
    if let html = entry.html { writer.element("content:encoded", html: html) }
  }

  private func media(_ picture: FeedPicture, into writer: inout XMLWriter) {
    let facts = picture.facts
    writer.empty(
      "enclosure",
      ["url": picture.address, "length": String(facts.bytes), "type": facts.mediaType])
    writer.element(
      "media:content",
      [
        "url": picture.address, "medium": "image", "type": facts.mediaType,
        "fileSize": String(facts.bytes), "width": String(facts.width),
        "height": String(facts.height),
      ]
    ) { writer in
      writer.element("media:description", ["type": "plain"], picture.image.caption ?? picture.words)
      writer.element("media:credit", [:], picture.image.credit)
    }
  }
}
