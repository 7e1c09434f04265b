internal import Editorial

extension Format {
  static let rss = Format(
    "rss", "feed.xml, RSS 2.0 of the newest 50", owns: { $0 == "feed.xml" }
  ) { archive, emit in
    let feed = Feed(archive, archive.shown.prefix(50), section: nil)
    try emit(File("feed.xml", try feed.rss()))
    return feed.stories.count
  }
}

/// A feed of the newsroom or of one section.
struct Feed {
  let archive: Archive
  /// Newest first.
  let stories: ArraySlice<Article>
  let section: Section?

  init(_ archive: Archive, _ stories: ArraySlice<Article>, section: Section?) {
    (self.archive, self.stories, self.section) = (archive, stories, section)
  }

  /// RSS 2.0 (https://www.rssboard.org/rss-specification) with the namespaces that readers know.
  func rss() throws -> String {
    var writer = try XMLWriter()
    try writer.element(
      "rss",
      [
        "version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom",
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:media": "http://search.yahoo.com/mrss/",
      ]
    ) { writer in
      try writer.element("channel") { writer in
        let house = archive.house
        let folder = section.map { "section/\(listName($0.id))/" } ?? ""
        let title = section.map { "\(house.title): \($0.label)" } ?? house.title
        writer.element("title", [:], archive.marked(title))
        writer.element("link", [:], archive.siteURL + folder)
        writer.element(
          "description", [:],
          section.map { "\($0.label), from \(house.title)" }
            ?? "News from \(house.title)")
        writer.element("language", [:], house.language.lowercased())
        // Of the newest change, so that a release that changes nothing here changes no byte.
        let newest = stories.map(\.changed).max() ?? archive.edition.time
        writer.element("lastBuildDate", [:], newest.rfc822)
        writer.element("generator", [:], archive.edition.made)
        if !archive.siteURL.isEmpty {
          writer.empty(
            "atom:link",
            [
              "href": archive.siteURL + folder + "feed.xml", "rel": "self",
              "type": "application/rss+xml",
            ])
        }
        for story in stories {
          try writer.element("item") { try item(story, into: &$0) }
        }
      }
    }
    return try writer.finish()
  }

  private func item(_ story: Article, into writer: inout XMLWriter) throws {
    let isLive = story.publication == .live
    let addressing = Addressing(
      site: archive.siteURL, page: String(story.urlPath.dropFirst()), isAbsolute: true)
    writer.element("title", [:], isLive ? story.headline : Article.withdrawnTitle)
    writer.element("link", [:], addressing.own(addressing.page))
    // The story's own id, so that a new headline, slug or host makes no new item.
    writer.element("guid", ["isPermaLink": "false"], story.id.urn)
    writer.element("pubDate", [:], story.published.rfc822)
    writer.element("atom:updated", [:], story.updated?.description)
    guard isLive else {
      writer.element("description", [:], story.withdrawalText)
      return
    }
    for entry in story.byline { writer.element("dc:creator", [:], archive.person(entry).name) }
    if let section = story.section {
      writer.element("category", [:], archive.house.label(ofSection: section))
    }
    for tag in story.tags { writer.element("category", [:], tag) }
    var description = [try archive.teaser(of: story, words: 40)]
    // Without the text there is no other place for what readers must be told.
    if !archive.house.fullFeeds {
      description += story.noticesByDate.map { $0.line(archive.zone) }
    }
    writer.element("description", [:], description.joined(separator: " "))
    if let image = story.image, let path = Addressing.picture(image.file),
      let type = Picture.kind(of: path)
    {
      writer.element(
        "media:content", ["url": addressing.own(path), "medium": "image", "type": type]
      ) { writer in
        writer.element("media:description", ["type": "plain"], image.caption ?? image.alt)
        writer.element("media:credit", [:], image.credit)
      }
    }
    guard archive.house.fullFeeds else { return }
    let body = HTMLBody(try archive.markdown(of: story), addressing)
    writer.element("content:encoded", html: body.html + foot(of: story))
  }

  /// The credit line and the notices, as under the story's text.
  private func foot(of story: Article) -> String {
    var foot = ""
    if let credit = archive.attribution(of: story).credit { foot += "<p>\(escaped(credit))</p>\n" }
    for notice in story.noticesByDate {
      let day = archive.zone.day(of: notice.at).shown
      foot += "<p><strong>\(escaped(notice.label))</strong>, \(day): \(escaped(notice.text))</p>\n"
    }
    return foot
  }
}
