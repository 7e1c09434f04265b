internal import Editorial

extension Format {
  static let newsSitemap = Format(
    "news-sitemap", "news-sitemap.xml, the stories of the 48 hours before the release",
    owns: { $0 == "news-sitemap.xml" }
  ) { archive, emit in
    let news = NewsSitemap(archive)
    guard let file = try news.file() else { return 0 }
    try emit(file)
    return news.stories.count
  }
}

/// The newest stories for Google News
/// (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
struct NewsSitemap: Sendable {
  /// As many stories as a file may have; older ones are left out.
  private static let most = 1_000
  private static let window: Int64 = 48 * 3600

  let archive: Archive
  /// First published in the 48 hours before the release, newest first.
  let stories: [Article]

  init(_ archive: Archive) {
    self.archive = archive
    let start = archive.edition.time + -Self.window
    stories =
      archive.siteURL.isEmpty
      ? [] : Array(archive.live.prefix { $0.published >= start }.prefix(Self.most))
  }

  /// Nil where there is no news: a file without any would be invalid.
  func file() throws -> File? {
    guard !stories.isEmpty else { return nil }
    var writer = try XMLWriter()
    writer.comment(archive.edition.ribbon)
    writer.element(
      "urlset",
      [
        "xmlns": Sitemap.namespace,
        "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
      ]
    ) { writer in
      for story in stories {
        writer.element("url") { url(story, into: &$0) }
      }
    }
    return File("news-sitemap.xml", try writer.finish())
  }

  private func url(_ story: Article, into writer: inout XMLWriter) {
    writer.element("loc", [:], archive.siteURL + story.urlPath.dropFirst())
    writer.element("lastmod", [:], story.changed.description)
    writer.element("news:news") { writer in
      writer.element("news:publication") { writer in
        writer.element("news:name", [:], archive.house.title)
        let language =
          story.language.flatMap(Self.language) ?? Self.language(archive.house.language)
        writer.element("news:language", [:], language ?? "und")
      }
      writer.element("news:publication_date", [:], archive.zone.iso(story.published))
      writer.element("news:title", [:], story.headline)
    }
  }

  /// ISO 639 alone, but for the two ways in which Chinese is written; nil for what is no language.
  static func language(_ tag: String) -> String? {
    let parts = tag.lowercased().split(separator: "-")
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    guard first == "zh" else { return String(first) }
    let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
    return isTraditional ? "zh-tw" : "zh-cn"
  }
}
