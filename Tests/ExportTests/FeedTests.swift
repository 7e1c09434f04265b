import Editorial
import Export
import Foundation
import Testing

@Suite struct FeedTests {
  private func feed(_ sample: Sample) async throws -> Tree {
    try Tree.parsed(try await sample.files("rss")["feed.xml"])
  }

  @Test func hasWhatReadersNeed() async throws {
    let feed = try await feed(.newsroom())
    let channel = try #require(feed.first("channel"))
    #expect(feed.attributes["version"] == "2.0")
    #expect(channel.first("atom:link")?.attributes["href"] == "https://paper.example/news/feed.xml")
    #expect(channel.first("language")?.text == "en")
    let items = feed.all("item")
    #expect(
      items.compactMap { $0.first("title")?.text } == ["Council approves bridge", "tram", "tolls"])
    let item = try #require(items.first)
    #expect(item.first("link")?.text == "https://paper.example/news/2026/11/24/bridge.html")
    #expect(item.first("guid")?.attributes["isPermaLink"] == "false")
    #expect(item.first("pubDate")?.text == "Tue, 24 Nov 2026 12:00:00 +0000")
    #expect(item.all("dc:creator").map(\.text) == ["Ana Costa", "Conor O’Neil"])
    #expect(item.all("category").map(\.text) == ["City", "harbour", "Public transport"])
    #expect(item.first("description")?.text == "Two years of works begin in May.")
    let content = try #require(item.first("content:encoded")?.raw)
    #expect(content.contains("<em>voted</em>"))
    #expect(content.contains("Correction</strong>, 24 November 2026: The vote was 9 to 4."))
    #expect(
      item.first("media:content")?.attributes["url"]
        == "https://paper.example/news/media/2026/11/bridge.jpg")
  }

  @Test func theIdOutlivesHeadlineSlugAndHost() async throws {
    var sample = Sample()
    try sample.add("a", body: "Words")
    let before = try await feed(sample).first("guid")?.text
    sample.house.url = "https://other.example/"
    sample.stories[0].headline = "Another headline"
    #expect(try await feed(sample).first("guid")?.text == before)
  }

  @Test func addressesAreWhole() async throws {
    var sample = Sample()
    try sample.add(
      "plan",
      body: """
        Read [the plan](/2026/11/20/plan.html), [its figures](#figures), [next](tables.html),
        [a partner](//partner.example/x), [a query](?page=2), [mail](mailto:desk@example.org).

        ![Bridge](/media/2026/11/bridge.jpg) ![Deck](media/2026/11/deck.jpg)

        <https://example.org/a?b=1&c=2>
        """)
    let html = try #require(try await feed(sample).first("content:encoded")?.raw)
    let tree = try Tree.parsed("<x>\(html)</x>")
    let addresses = tree.all.compactMap { $0.attributes["href"] ?? $0.attributes["src"] }
    #expect(
      addresses == [
        "https://paper.example/news/2026/11/20/plan.html",
        "https://paper.example/news/2026/11/24/plan.html#figures",
        "https://paper.example/news/2026/11/24/tables.html", "https://partner.example/x",
        "https://paper.example/news/2026/11/24/plan.html?page=2", "mailto:desk@example.org",
        "https://paper.example/news/media/2026/11/bridge.jpg",
        "https://paper.example/news/media/2026/11/deck.jpg", "https://example.org/a?b=1&c=2",
      ])
  }

  @Test func summariesAloneWhereTheHouseWantsThat() async throws {
    var sample = try Sample.newsroom()
    sample.house.fullFeeds = false
    #expect(try await feed(sample).all("content:encoded").isEmpty)
  }

  @Test func whatXMLCantHoldIsLeftOut() async throws {
    var sample = Sample()
    let story = try sample.add("a", body: "A ]]> in `]]>` and \u{FFFE}.\n")
    sample.stories[0].headline = "Bell\u{7} and \u{FFFF} end"
    #expect(story.slug == "a")
    let feed = try await feed(sample)
    #expect(feed.first("item")?.first("title")?.text == "Bell and end")
    #expect(feed.first("content:encoded")?.raw.contains("]]&gt;") == true)
  }

  @Test func carriesTheNewestFifty() async throws {
    var sample = Sample()
    for number in 0..<60 {
      try sample.add(
        "s\(number)", published: "2026-11-24T12:\(number < 10 ? "0" : "")\(number):00Z")
    }
    let titles = try await feed(sample).all("item").compactMap { $0.first("title")?.text }
    #expect(titles.count == 50)
    #expect(titles.first == "s59")
  }
}
