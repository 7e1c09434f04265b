internal import Editorial

extension Format {
  static let atom = Format(
    "atom", "atom.xml, the same in Atom", owns: { $0 == "atom.xml" }
  ) { archive, emit in
    let feed = try Feed(archive, archive.shown)
    try emit(File("atom.xml", try feed.atom()))
    return feed.entries.count
  }
}

extension Feed {
  /// Atom (RFC 4287).
  func atom() throws -> String {
    var writer = try XMLWriter()
    let house = archive.house
    writer.element(
      "feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": house.language]
    ) { writer in
      writer.element("title", [:], title)
      writer.element("subtitle", [:], description)
      writer.element("id", [:], id)
      writer.element("updated", [:], changed.description)
      if let address = address("atom.xml") {
        writer.empty(
          "link", ["rel": "self", "type": "application/atom+xml", "href": address])
      }
      writer.empty("link", ["rel": "alternate", "type": "text/html", "href": home])
      // Of every entry that names nobody.
      writer.element("author") { writer in
        writer.element("name", [:], house.publisher)
        writer.element("uri", [:], archive.siteURL.isEmpty ? nil : archive.siteURL)
      }
      writer.element("generator", [:], archive.edition.made)
      for entry in entries {
        writer.element("entry", ["xml:lang": entry.language]) { self.entry(entry, into: &$0) }
      }
    }
    return try writer.finish()
  }

  private func entry(_ entry: FeedEntry, into writer: inout XMLWriter) {
    let story = entry.story
    writer.element("title", [:], entry.title)
    writer.element("id", [:], story.id.urn)
    writer.element("published", [:], story.published.description)
    writer.element("updated", [:], story.changed.description)
    writer.empty("link", ["rel": "alternate", "type": "text/html", "href": entry.address])
    guard entry.isLive else {
      writer.element("content", ["type": "text"], entry.summary)
      return
    }
    if let picture = entry.picture {
      writer.empty(
        "link",
        [
          "rel": "enclosure", "type": picture.facts.mediaType,
          "length": String(picture.facts.bytes), "href": picture.address,
          "title": picture.words,
        ])
    }
    for link in entry.related + [entry.original].compactMap({ $0 }) {
      writer.empty(
        "link",
        [
          "rel": "related", "href": link.address, "hreflang": link.language, "title": link.title,
        ])
    }
    for author in entry.authors {
      writer.element("author") { person(author, into: &$0) }
    }
    for contributor in entry.contributors {
      writer.element("contributor") { person(contributor, into: &$0) }
    }
    for category in entry.categories {
      writer.empty(
        "category",
        ["term": category.term, "scheme": category.scheme, "label": category.label])
    }
    writer.element("rights", [:], rights(of: story))
    writer.element("summary", [:], entry.summary)
    writer.element("content", ["type": "html"], entry.html)
  }

  private func person(_ person: FeedPerson, into writer: inout XMLWriter) {
    writer.element("name", [:], person.name)
    writer.element("uri", [:], person.address)
  }

  /// Atom's `source` is a feed that an entry came from, so an agency stands here.
  private func rights(of story: Article) -> String? {
    let credit =
      story.credit.isEmpty ? nil : prose(story.credit, archive.house.credits.and)
    let parts = [story.copyright, credit].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
