import Editorial
import Export
import Foundation
import Testing

/// What stands, and does not stand, where a story was taken from readers.
@Suite struct WithdrawalTests {
  private static let legal = """
    version: 3
    publication: withdrawn
    notices:
      - {kind: legal, version: 3, at: "2026-11-25T16:00:00Z", text: Removed for legal reasons.}
      - {kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: The judge is John Roe.}

    """

  /// A withdrawn story between two others by time.
  private func sample(headline: String = "") throws -> Sample {
    var sample = Sample()
    try sample.add("before", published: "2026-11-23T09:00:00Z")
    try sample.add(
      "gone", headline: headline, fields: Self.legal, body: "SECRET",
      published: "2026-11-24T12:00:00Z")
    try sample.add("after", published: "2026-11-25T09:00:00Z")
    return sample
  }

  @Test func itsPageHasTheNoticeAlone() async throws {
    let page = try Tree.parsed(try await sample().files()["2026/11/24/gone.html"])
    let article = try #require(page.first("article"))
    #expect(
      article.text == """
        Withdrawn First published Tue 24 November 2026, 12:00 \
        Withdrawal 25 November 2026 Removed for legal reasons.
        """)
    #expect(page.first("title")?.text == "Withdrawn – The Ellery Tide")
    #expect(page.all("meta").contains { $0.attributes["content"] == "noindex" })
    #expect(!page.all("script").contains { $0.attributes["type"] == "application/ld+json" })
    #expect(!page.all("link").contains { $0.attributes["rel"] == "canonical" })
    #expect(page.all("meta").compactMap { $0.attributes["property"] } == ["og:site_name"])
    #expect(!page.all("meta").contains { $0.attributes["name"] == "description" })
  }

  @Test func aHeadlineThatWasKeptIsItsTitle() async throws {
    let page = try Tree.parsed(
      try await sample(headline: "Mayor arrested").files()["2026/11/24/gone.html"])
    #expect(page.first("h1")?.text == "Mayor arrested")
    #expect(page.first("p", class: "kicker")?.text == "Withdrawn")
    #expect(page.first("title")?.text == "Mayor arrested – The Ellery Tide")
  }

  @Test func withoutANoticeThatSaysWhyItSaysThatItWent() async throws {
    var sample = try sample()
    sample.stories[1].notices.removeFirst()
    let page = try Tree.parsed(try await sample.files()["2026/11/24/gone.html"])
    #expect(page.first("article")?.text.hasSuffix("This article has been withdrawn.") == true)
    let feed = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    #expect(
      feed.all("item")[1].first("description")?.text == "This article has been withdrawn.")
  }

  @Test(arguments: ["", "Mayor arrested"])
  func aFeedKeepsItsPlaceAndNothingElse(headline: String) async throws {
    let feed = try Tree.parsed(try await sample(headline: headline).files("rss")["feed.xml"])
    let items = feed.all("item")
    #expect(items.map { $0.first("title")?.text } == ["after", "Withdrawn", "before"])
    #expect(
      items[1].children.map { [$0.name, $0.text] } == [
        ["title", "Withdrawn"], ["link", "https://paper.example/news/2026/11/24/gone.html"],
        ["guid", "urn:ulid:\(Sample.id(2))"], ["pubDate", "Tue, 24 Nov 2026 12:00:00 +0000"],
        ["atom:updated", "2026-11-25T16:00:00Z"], ["description", "Removed for legal reasons."],
      ])
    #expect(items[1].first("guid")?.attributes == ["isPermaLink": "false"])
  }

  @Test func aWireGetsTheCancellation() async throws {
    func text(_ sample: Sample) async throws -> String? {
      try await sample.files("text")["2026/11/24/gone.txt"]
    }
    #expect(
      try await text(sample()) == """
        KILL

        Story urn:ulid:\(Sample.id(2))
        https://paper.example/news/2026/11/24/gone.html
        Published Tue 24 November 2026, 12:00
        Withdrawn Wed 25 November 2026, 16:00

        Ellery Press has withdrawn this story. Do not use it; remove it where it
        stands.

        Withdrawal, 25 November 2026: Removed for legal reasons.

        -30-

        """)
    #expect(
      try await text(sample(headline: "Mayor arrested"))?.hasPrefix("KILL: Mayor arrested\n\nStory")
        == true)
    var bare = try sample()
    bare.house.url = nil
    bare.stories[1].notices = []
    #expect(
      try await text(bare) == """
        KILL

        Story urn:ulid:\(Sample.id(2))
        Published Tue 24 November 2026, 12:00

        Ellery Press has withdrawn this story. Do not use it; remove it where it
        stands.

        This article has been withdrawn.

        -30-

        """)
  }

  @Test func markdownHasTheNoticeAlone() async throws {
    #expect(
      try await sample(headline: "Mayor arrested").files("markdown")["2026/11/24/gone.md"] == """
        ---
        id: \(Sample.id(2))
        headline: Mayor arrested
        version: 3
        published: 2026-11-24T12:00:00Z
        publication: withdrawn
        notices: [{kind: legal, version: 3, at: 2026-11-25T16:00:00Z, text: Removed for legal reasons.}]
        ---

        """)
  }

  @Test func withheldOnesAreNowhereButAsThatInWires() async throws {
    var sample = try sample()
    sample.stories[1].publication = .withheld
    sample.stories[1].headline = "Mayor arrested"
    for format in Format.all {
      for (path, text) in try await sample.files(format.name) {
        let isOwn = path.hasPrefix("2026/11/24/gone.")
        #expect(!isOwn || ["ninjs", "newsml", "nitf", "text"].contains(format.name), "\(path)")
        #expect((isOwn || !path.contains("gone")) && !text.contains("gone"), "\(path)")
        #expect(!text.contains("Mayor arrested") && !text.contains("Roe"), "\(path)")
      }
    }
  }

  @Test func aFormerAddressLeadsToTheNoticeAndNeverToNothing() async throws {
    var sample = try sample()
    sample.aliases = [
      "articles/2026/11/24/old.md": Sample.id(2), "articles/2026/11/24/pulled.md": Sample.id(9),
    ]
    let old = try await sample.files()
    #expect(old["2026/11/24/pulled.html"] == nil)
    let page = try Tree.parsed(old["2026/11/24/old.html"])
    #expect(page.first("a")?.attributes["href"] == "../../../2026/11/24/gone.html")
    #expect(page.first("body")?.text == "This story has moved: Withdrawn")
    sample.stories[1].publication = .withheld
    #expect(try await sample.files()["2026/11/24/old.html"] == nil)
  }

  @Test(arguments: [Article.Publication.withdrawn, .withheld])
  func listsLoseItAndThoseThatHadNothingElseGo(_ publication: Article.Publication) async throws {
    var sample = Sample()
    try sample.add(
      "gone", headline: "Mayor arrested",
      fields: """
        section: city
        tags: [courts]
        byline: [ana-costa]
        image: {file: media/2026/10/mayor.jpg, alt: The mayor}

        """, body: "![x](media/2026/10/court.jpg) ![y](media/2026/10/both.jpg)\n",
      published: "2026-10-02T12:00:00Z")
    try sample.add(
      "stays", fields: "section: city\nbyline: [wei-lin]\n",
      body: "Words. ![y](media/2026/10/both.jpg)\n")
    sample.fronts = ["home": [Sample.id(1)], "city": [Sample.id(1)]]
    let own: Set = [
      "tag/courts/index.html", "tag/courts/2026/index.html", "by/ana-costa/index.html",
      "by/ana-costa/2026/index.html", "2026/10/index.html", "media/2026/10/mayor.jpg",
      "media/2026/10/court.jpg",
    ]
    #expect(Set(try await sample.files().keys).isSuperset(of: own))
    sample.stories[0].publication = publication
    sample.stories[0].headline = ""
    let files = try await sample.files()
    #expect(own.isDisjoint(with: files.keys))
    #expect(files["media/2026/10/both.jpg"] != nil)
    #expect(try Tree.parsed(files["index.html"]).first("h2")?.text == "stays")
    sample.stories.removeLast()
    let empty = try await sample.files()
    #expect(empty["index.html"]?.contains("Nothing has been published yet.") == true)
    #expect(
      empty["section/city/index.html"]?.contains("Nothing has been published here yet.") == true)
    #expect(empty["recent.json"] == "[]\n")
    #expect(empty["media/2026/10/both.jpg"] == nil)
  }

  /// An entry of READ MORE that gives the address of our own story is one of ours.
  @Test(arguments: [
    ("/2026/11/24/gone.html", false), ("../24/gone.html#x", false),
    ("https://paper.example/news/2026/11/24/gone.html?a=1", false),
    ("HTTP://Paper.example/news/2026/11/24/gone.html", false),
    ("/2026/11/24/old.html", false), ("/2026/11/25/after.html", true),
    ("/2026/11/25/moved.html", true), ("https://other.example/2026/11/24/gone.html", true),
    ("https://paper.example/2026/11/24/gone.html", true), ("/2019/01/01/archive.html", true),
  ])
  func readMoreHasNoLinkToIt(address: String, stands: Bool) async throws {
    let site = Sample().house.url
    for (publication, url) in [
      (Article.Publication.withdrawn, site), (.withheld, site), (.withdrawn, nil),
    ] where url != nil || address.hasPrefix("/") || address.hasPrefix(".") {
      var sample = try self.sample()
      sample.house.url = url
      sample.aliases = [
        "articles/2026/11/24/old.md": Sample.id(2), "articles/2026/11/25/moved.md": Sample.id(3),
      ]
      sample.stories[1].publication = publication
      sample.stories[0].related = [
        .outside(headline: "Mayor arrested", url: address, source: nil)
      ]
      let page = try #require(try await sample.files()["2026/11/23/before.html"])
      #expect(page.contains("Mayor arrested") == stands, "\(publication)")
    }
  }

  @Test func markdownNamesNoneOfThemAsRelated() async throws {
    var sample = try sample()
    let outside = Related.outside(headline: "Tolls", url: "https://example.org/", source: nil)
    sample.stories[0].related = [
      .own(Sample.id(2).description), .own(Sample.id(3).description),
      .own(Sample.id(9).description), outside,
    ]
    let text = try #require(try await sample.files("markdown")["2026/11/23/before.md"])
    #expect(try Story(Array(text.utf8)).related == [.own(Sample.id(3).description), outside])
  }

  @Test func oneThatCameBackIsAStoryAgain() async throws {
    var sample = try sample(headline: "Mayor arrested")
    sample.stories[1].publication = .live
    let page = try Tree.parsed(try await sample.files()["2026/11/24/gone.html"])
    #expect(page.first("h1")?.text == "Mayor arrested")
    #expect(
      page.first("section", class: "notices")?.all("p").map(\.text) == [
        "Withdrawal 25 November 2026 Removed for legal reasons.",
        "Correction 24 November 2026 The judge is John Roe.",
      ])
  }
}
