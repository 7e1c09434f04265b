import Editorial
import Export
import Foundation
import Testing

@Suite struct StoryPageTests {
  let path = "2026/11/24/bridge.html"

  private func page() async throws -> Tree {
    try Tree.parsed(try await Sample.newsroom().files()[path])
  }

  @Test func hasAllThatAStoryPageHas() async throws {
    let page = try await page()
    let story = try #require(page.first("article"))
    #expect(story.first("p", class: "kicker")?.text == "Transport")
    #expect(page.all("h1").map(\.text) == ["Council approves bridge"])
    #expect(story.first("p", class: "standfirst")?.text == "Two years of works begin in May.")
    #expect(story.first("p", class: "byline")?.text == "By Ana Costa and Conor O’Neil")
    #expect(
      story.first("p", class: "byline")?.all("a").map { $0.attributes["href"] }
        == ["../../../by/ana-costa/index.html"])
    #expect(story.first("span", class: "dateline")?.text == "PORTO")
    let times = try #require(story.first("p", class: "meta")).all("time")
    #expect(times.map(\.text) == ["Tue 24 November 2026, 12:00", "Tue 24 November 2026, 15:00"])
    #expect(times.first?.attributes["datetime"] == "2026-11-24T12:00:00Z")
    let figure = try #require(story.first("figure"))
    #expect(figure.first("img")?.attributes["src"] == "../../../media/2026/11/bridge.jpg")
    #expect(figure.first("img")?.attributes["alt"] == "A bridge")
    #expect(figure.first("figcaption")?.text == "The old bridge Mei Tan")
    #expect(story.first("h2")?.attributes["id"] == "1-3-million-crossings")
    #expect(
      story.first("p", class: "credit-line")?.text
        == "• Lusa, with additional editing by George Hall; Additional reporting by Wei Lin")
    #expect(
      story.first("section", class: "notices")?.text
        == "Correction 24 November 2026 The vote was 9 to 4.")
    let related = try #require(story.first("nav", class: "related"))
    #expect(related.all("li").map(\.text) == ["tolls", "Tolls compared – ET"])
    #expect(related.all("a").first?.attributes["href"] == "../../../2026/11/20/tolls.html")
    #expect(
      story.all("aside", class: "author").map(\.text)
        == ["Ana Costa Ana Costa writes about the harbour."])
    #expect(page.first("section", class: "recent")?.all("h3").map(\.text) == ["tram", "tolls"])
    #expect(
      page.all("link").first { $0.attributes["rel"] == "canonical" }?.attributes["href"]
        == "https://paper.example/news/2026/11/24/bridge.html")
    let graph = page.all("meta").reduce(into: [String: String]()) {
      $0[$1.attributes["property"] ?? $1.attributes["name"] ?? ""] = $1.attributes["content"]
    }
    #expect(graph["og:title"] == "Council approves bridge")
    #expect(graph["og:type"] == "article")
    #expect(graph["og:image"] == "https://paper.example/news/media/2026/11/bridge.jpg")
    #expect(graph["description"] == "Two years of works begin in May.")
  }

  @Test func timesAreThoseOfTheNewsroom() async throws {
    var sample = Sample()
    sample.house.timezone = "Asia/Kathmandu"
    try sample.add("late", published: "2026-07-01T20:00:00Z")
    let page = try #require(try await sample.files()["2026/07/01/late.html"])
    #expect(page.contains(">Thu 2 July 2026, 01:45<"))
    #expect(page.contains("datetime=\"2026-07-02T01:45:00+05:45\""))
  }

  @Test func theSectionIsTheKickerWhereThereIsNone() async throws {
    var sample = Sample()
    try sample.add("a", fields: "section: harbour\n")
    let page = try Tree.parsed(try await sample.files()["2026/11/24/a.html"])
    #expect(page.first("p", class: "kicker")?.text == "Harbour")
    #expect(
      page.first("p", class: "kicker")?.first("a")?.attributes["href"]
        == "../../../section/harbour/index.html")
  }

  @Test func withoutABylineTheEditorsHaveTheBox() async throws {
    var sample = Sample()
    try sample.add("a", fields: "credit: Lusa\neditors: [mei-tan, george-hall]\n")
    let page = try #require(try await sample.files()["2026/11/24/a.html"])
    #expect(page.contains("<p class=\"author-name\">Mei Tan</p>"))
    #expect(!page.contains("<p class=\"byline\">"))
  }

  @Test(arguments: [
    ("Tolls – ET", "ET", "Tolls – ET"), ("Tolls", "ET", "Tolls – ET"),
    ("Tolls - et", "ET", "Tolls - et"),
    ("Tolls of ET", "ET", "Tolls of ET – ET"),
  ])
  func aSourceIsNeverAddedTwice(headline: String, source: String, expected: String) async throws {
    var sample = Sample()
    try sample.add(
      "a",
      fields:
        "related: [{headline: \(headline), url: \"https://example.org/\", source: \(source)}]\n")
    let page = try #require(try await sample.files()["2026/11/24/a.html"])
    #expect(page.contains(">\(expected)</a>"))
  }

  @Test func foreignStoriesSayTheirLanguageAndDirection() async throws {
    var sample = Sample()
    try sample.add("a", fields: "language: ar\n")
    let page = try #require(try await sample.files()["2026/11/24/a.html"])
    #expect(page.contains("<article class=\"story\" lang=\"ar\" dir=\"rtl\">"))
    sample.house.language = "he"
    #expect(
      try #require(try await sample.files()["2026/11/24/a.html"]).contains(
        "<html lang=\"he\" dir=\"rtl\">"))
  }

  @Test func withdrawnStoriesLeaveANoticeAndWithheldOnesNothing() async throws {
    var sample = try Sample.newsroom()
    let fields =
      "version: 2\nnotices: [{kind: legal, version: 2, at: \"2026-11-24T16:00:00Z\", text: Removed for legal reasons.}]\n"
    try sample.add(
      "gone", headline: "", fields: "publication: withdrawn\n" + fields, body: "SECRET")
    try sample.add(
      "held", headline: "Mayor held", fields: "publication: withheld\n", body: "SECRET")
    sample.bodies[Sample.id(3)] = "See [it](/2026/11/24/gone.html)."
    let files = try await sample.files()
    #expect(files["2026/11/24/held.html"] == nil)
    let page = try Tree.parsed(files["2026/11/24/gone.html"])
    #expect(page.first("h1")?.text == "Withdrawn")
    #expect(
      page.first("section", class: "notices")?.text.contains("Removed for legal reasons.") == true)
    for (path, text) in files {
      #expect(!text.contains("SECRET") && !text.contains("Mayor held"), "\(path)")
    }
    #expect(files["recent.json"]?.contains("gone") == false)
    #expect(files["index.html"]?.contains("gone") == false)
    let items = try Tree.parsed(files["feed.xml"]).all("item")
    let gone = try #require(items.first { $0.text.contains("legal reasons") })
    #expect(gone.first("title")?.text == "Withdrawn")
    #expect(gone.first("guid")?.text == "urn:ulid:\(Sample.id(4))")
    #expect(gone.first("content:encoded") == nil)
  }

  @Test func readMoreDropsWhatReadersCantSee() async throws {
    var sample = try Sample.newsroom()
    sample.stories[0].publication = .withdrawn
    let page = try #require(try await sample.files()[path])
    #expect(!page.contains(">tolls</a>"))
    #expect(page.contains("Tolls compared"))
  }
}
