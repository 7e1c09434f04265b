import Editorial
import Export
import Foundation
import Testing

/// What each feed says of a story's every field.
@Suite struct FeedMapTests {
  private let site = "https://paper.example/news/"
  private var picture: String { site + "media/2026/11/bridge.jpg" }
  private var length: Int { Sample.picture.count }

  /// A field that `Article` gains must get its place in the feeds, or be named here as one that feeds
  /// have no place for.
  @Test func everyFieldOfAStoryIsSpokenFor() throws {
    let story = try Sample.full().stories[2]
    let fields = Mirror(reflecting: story).children.compactMap(\.label)
    let carried: Set = [
      "path", "id", "headline", "kicker", "standfirst", "summary", "section", "tags", "mediatopics",
      "genres", "byline", "reporting", "credit", "copyright", "dateline", "language",
      "translationOf", "slugline", "urgency", "image", "related", "version", "editors", "agents",
      "published", "modified", "publication", "notices",
    ]
    // The address says the day, the notices the kind; old addresses lead on by themselves; an embargo
    // is over and nobody's business.
    let left: Set = ["day", "kind", "aliases", "embargo", "created", "further"]
    #expect(Set(fields) == carried.union(left))
  }

  @Test func rss() async throws {
    let feed = try Tree.parsed(try await Sample.full().files("rss")["feed.xml"])
    let channel = try #require(feed.first("channel"))
    #expect(
      channel.lines.prefix(7) == [
        "title: The Ellery Tide", "link: \(site)", "description: News from The Ellery Tide",
        "language: en-gb", "lastBuildDate: Tue, 24 Nov 2026 16:00:00 +0000",
        "generator: stet 0.1.0",
        "atom:link href=\(site)feed.xml rel=self type=application/rss+xml",
      ])
    let items = feed.all("item")
    #expect(
      items[0].lines.dropLast() == [
        "title: A ponte & o <rio>", "link: \(site)2026/11/24/bridge.html",
        "guid isPermaLink=false: urn:ulid:\(Sample.id(3))",
        "pubDate: Tue, 24 Nov 2026 12:00:00 +0000", "atom:updated: 2026-11-24T15:00:00Z",
        "dc:creator: Ana Costa", "dc:creator: Conor O’Neil", "dc:contributor: George Hall",
        "dc:contributor: Wei Lin", "dc:source: Lusa", "dc:source: Reuters",
        "dc:rights: © 2026 Ellery Press", "dc:language: pt", "category: City", "category: harbour",
        "category: Public transport",
        "category domain=http://cv.iptc.org/newscodes/mediatopic/: arts and entertainment",
        "category domain=http://cv.iptc.org/newscodes/genre/: Interview",
        "atom:link href=\(site)2026/11/21/tolls.html rel=related title=tolls",
        "atom:link href=https://example.org/t?a=1&b=2 rel=related title=Tolls compared – ET",
        "atom:link href=\(site)2026/11/21/tolls.html hreflang=en-GB rel=related title=tolls",
        "description: Two years of works begin in May.",
        "enclosure length=\(length) type=image/jpeg url=\(picture)",
        "media:content fileSize=\(length) height=12 medium=image type=image/jpeg url=\(picture) width=16",
      ])
    #expect(
      items[0].child("media:content")?.lines == [
        "media:description type=plain: The old bridge", "media:credit: Mei Tan",
      ])
    #expect(items[0].children.last?.name == "content:encoded")
    #expect(items[1].all("dc:creator").map(\.text) == ["Lusa"])
  }

  @Test func atom() async throws {
    let feed = try Tree.parsed(try await Sample.full().files("atom")["atom.xml"])
    #expect(
      feed.attributes == ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en-GB"])
    #expect(
      feed.lines.filter { !$0.hasPrefix("id: ") }.dropLast(3) == [
        "title: The Ellery Tide", "subtitle: News from The Ellery Tide",
        "updated: 2026-11-24T16:00:00Z",
        "link href=\(site)atom.xml rel=self type=application/atom+xml",
        "link href=\(site) rel=alternate type=text/html", "author", "generator: stet 0.1.0",
      ])
    #expect(feed.child("author")?.lines == ["name: Ellery Press", "uri: \(site)"])
    let entries = feed.all("entry")
    #expect(entries[0].attributes == ["xml:lang": "pt"])
    #expect(
      entries[0].lines.dropLast() == [
        "title: A ponte & o <rio>", "id: urn:ulid:\(Sample.id(3))",
        "published: 2026-11-24T12:00:00Z", "updated: 2026-11-24T15:00:00Z",
        "link href=\(site)2026/11/24/bridge.html rel=alternate type=text/html",
        "link href=\(picture) length=\(length) rel=enclosure title=A bridge type=image/jpeg",
        "link href=\(site)2026/11/21/tolls.html rel=related title=tolls",
        "link href=https://example.org/t?a=1&b=2 rel=related title=Tolls compared – ET",
        "link href=\(site)2026/11/21/tolls.html hreflang=en-GB rel=related title=tolls",
        "author", "author", "contributor", "contributor", "category label=City term=city",
        "category term=harbour", "category term=Public transport",
        "category label=arts and entertainment scheme=http://cv.iptc.org/newscodes/mediatopic/ term=20000002",
        "category scheme=http://cv.iptc.org/newscodes/genre/ term=Interview",
        "rights: © 2026 Ellery Press; Lusa and Reuters",
        "summary: Two years of works begin in May.",
      ])
    #expect(entries[0].all("author")[0].lines == ["name: Ana Costa", "uri: \(site)by/ana-costa/"])
    #expect(entries[0].all("author")[1].lines == ["name: Conor O’Neil"])
    #expect(entries[0].all("contributor").map(\.text) == ["George Hall", "Wei Lin"])
    #expect(entries[1].attributes.isEmpty)
    #expect(
      entries[2].lines == [
        "title: Withdrawn", "id: urn:ulid:\(Sample.id(1))", "published: 2026-11-20T09:00:00Z",
        "updated: 2026-11-24T16:00:00Z",
        "link href=\(site)2026/11/20/gone.html rel=alternate type=text/html",
        "content type=text: Removed for legal reasons.",
      ])
  }

  @Test func jsonFeed() async throws {
    let text = try #require(try await Sample.full().files("jsonfeed")["feed.json"])
    let feed = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect(feed["title"] as? String == "The Ellery Tide")
    #expect(feed["home_page_url"] as? String == site)
    #expect(feed["feed_url"] as? String == site + "feed.json")
    #expect(feed["language"] as? String == "en-GB")
    let items = try #require(feed["items"] as? [[String: Any]])
    let item = items[0]
    #expect(
      Set(item.keys) == [
        "id", "url", "title", "summary", "content_html", "content_text", "image", "date_published",
        "date_modified", "authors", "tags", "language", "attachments", "_stet",
      ])
    for (key, value) in [
      "id": "urn:ulid:\(Sample.id(3))", "url": site + "2026/11/24/bridge.html",
      "title": "A ponte & o <rio>", "summary": "Two years of works begin in May.",
      "image": picture, "date_published": "2026-11-24T12:00:00Z",
      "date_modified": "2026-11-24T15:00:00Z", "language": "pt",
    ] {
      #expect(item[key] as? String == value, "\(key)")
    }
    #expect(item["tags"] as? [String] == ["City", "harbour", "Public transport"])
    #expect(
      item["authors"] as? [[String: String]] == [
        ["name": "Ana Costa", "url": site + "by/ana-costa/"], ["name": "Conor O’Neil"],
      ])
    let attachment = try #require((item["attachments"] as? [[String: Any]])?.first)
    #expect(attachment["url"] as? String == picture)
    #expect(attachment["mime_type"] as? String == "image/jpeg")
    #expect(attachment["title"] as? String == "A bridge")
    #expect(attachment["size_in_bytes"] as? Int == length)
    let more = try #require(item["_stet"] as? NSDictionary)
    let expected: NSDictionary = [
      "version": 3, "kicker": "Transport", "summary": "A longer account of it.",
      "slugline": "BRIDGE-VOTE", "urgency": 3, "dateline": "PORTO", "credit": ["Lusa", "Reuters"],
      "copyright": "© 2026 Ellery Press", "contributors": ["George Hall", "Wei Lin"],
      "mediatopics": ["http://cv.iptc.org/newscodes/mediatopic/20000002"],
      "genres": ["http://cv.iptc.org/newscodes/genre/Interview"],
      "about":
        "What else the newsroom's record has of the story, by the names of its front matter.",
      "translation-of": site + "2026/11/21/tolls.html",
      "image": [
        "width": 16, "height": 12, "caption": "The old bridge", "credit": "Mei Tan",
        "alt": "A bridge",
      ] as NSDictionary,
      "related": [
        ["headline": "tolls", "url": site + "2026/11/21/tolls.html"],
        ["headline": "Tolls compared – ET", "url": "https://example.org/t?a=1&b=2"],
      ],
      "notices": [
        ["kind": "correction", "date": "2026-11-24T15:00:00Z", "text": "The vote was 9 to 4."]
      ],
    ]
    #expect(more == expected)
    #expect(
      items[2] as NSDictionary == [
        "id": "urn:ulid:\(Sample.id(1))", "url": site + "2026/11/20/gone.html",
        "title": "Withdrawn", "content_text": "Removed for legal reasons.",
        "date_published": "2026-11-20T09:00:00Z", "date_modified": "2026-11-24T16:00:00Z",
      ])
  }

  /// All three carry the same text: picture, dateline, words, credits, notices.
  @Test func theTextItself() async throws {
    let sample = try Sample.full()
    let html = """
      <div lang="pt" dir="ltr">
      <figure><img src="\(picture)" alt="A bridge" width="16" height="12"/>\
      <figcaption>The old bridge Mei Tan</figcaption></figure>
      <p><strong>PORTO</strong> – The council <em>voted</em>.</p>
      <h2 id="1-3-million-crossings">1.3 million crossings</h2>
      <p>More <a href="\(site)2026/11/24/tolls.html">words</a>.</p>
      <p>• Lusa and Reuters, with additional editing by George Hall; Additional reporting by Wei Lin; \
      Written with the help of Mei Tan, and checked by people</p>
      <p><strong>Correction</strong>, 24 November 2026: The vote was 9 to 4.</p>
      </div>

      """
    let rss = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    #expect(rss.first("content:encoded")?.raw == html)
    let atom = try Tree.parsed(try await sample.files("atom")["atom.xml"])
    #expect(atom.first("content")?.raw == html)
    #expect(atom.first("content")?.attributes == ["type": "html"])
    let json = try Sample.items(try await sample.files("jsonfeed")["feed.json"])
    #expect(json[0]["content_html"] as? String == html)
    #expect(
      json[0]["content_text"] as? String == """
        PORTO – The council voted.

        1.3 million crossings

        More words.

        • Lusa and Reuters, with additional editing by George Hall; Additional reporting by Wei Lin; \
        Written with the help of Mei Tan, and checked by people

        Correction, 24 November 2026: The vote was 9 to 4.

        """)
  }

  /// Without the text the summary has what readers must be told.
  @Test func summariesAlone() async throws {
    var sample = try Sample.full()
    sample.house.fullFeeds = false
    let said =
      "Two years of works begin in May. Correction, 24 November 2026: The vote was 9 to 4."
    let rss = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    #expect(rss.all("content:encoded").isEmpty)
    #expect(rss.all("item")[0].child("description")?.text == said)
    let atom = try Tree.parsed(try await sample.files("atom")["atom.xml"])
    #expect(atom.all("entry")[0].child("summary")?.text == said)
    #expect(atom.all("content").map(\.text) == ["Removed for legal reasons."])
    let json = try Sample.items(try await sample.files("jsonfeed")["feed.json"])
    #expect(json[0]["content_html"] == nil)
    #expect(json[0]["content_text"] as? String == said)
  }
}

extension Sample {
  /// The items of a JSON feed.
  static func items(_ text: String?) throws -> [[String: Any]] {
    let text = try #require(text)
    let feed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(feed?["items"] as? [[String: Any]])
  }
}
