import Editorial
import Export
import Foundation
import Testing

/// The mail to readers and its plain text.
@Suite struct NewsletterTests {
  private func page(_ sample: Sample) async throws -> Tree {
    try Tree.parsed(
      try await sample.files("newsletter")["newsletter.html"].map {
        $0.replacing("<!DOCTYPE html>\n", with: "")
      })
  }

  private func sample() throws -> Sample {
    var sample = try Sample.newsroom()
    try sample.add(
      "porto", headline: "O navio parte", fields: "section: harbour\nlanguage: pt\n",
      published: "2026-11-22T09:00:00Z")
    try sample.add(
      "gone", headline: "", fields: "publication: withdrawn\n", published: "2026-11-25T09:00:00Z")
    sample.fronts = ["home": [Sample.id(2)]]
    return sample
  }

  @Test func theFirstOneHasTheFront() async throws {
    let page = try await page(sample())
    #expect(page.first("title")?.text == "The Ellery Tide, 25 November 2026")
    #expect(
      page.all.filter { ["h1", "h2", "h3"].contains($0.name) }.map(\.text) == [
        "The Ellery Tide", "tram", "Harbour", "O navio parte", "tolls", "City",
        "Council approves bridge",
      ])
    #expect(
      page.all("a").compactMap { $0.attributes["href"] } == [
        "https://paper.example/news/", "https://paper.example/news/2026/11/21/tram.html",
        "https://paper.example/news/2026/11/22/porto.html",
        "https://paper.example/news/2026/11/20/tolls.html",
        "https://paper.example/news/2026/11/24/bridge.html", "https://paper.example/news/",
      ])
    let foreign = page.all("div").first { $0.attributes["lang"] != nil }
    #expect(foreign?.first("h3")?.text == "O navio parte")
  }

  @Test func laterOnesHaveWhatIsNew() async throws {
    var sample = try sample()
    sample.changes = [
      Sample.id(1): .updated, Sample.id(2): .refiled, Sample.id(3): .corrected, Sample.id(4): .new,
    ]
    let page = try await page(sample)
    #expect(
      page.all.filter { ["h1", "h2", "h3"].contains($0.name) }.map(\.text) == [
        "The Ellery Tide", "O navio parte", "Harbour", "tolls", "Corrections",
        "Council approves bridge",
      ])
    #expect(page.text.contains("Updated"))
    #expect(page.text.contains("Correction, 24 November 2026: The vote was 9 to 4."))
    #expect(
      try await sample.files("newsletter")["newsletter.txt"] == """
        The Ellery Tide
        25 November 2026

        HARBOUR
        O navio parte [1]
        Words.

        == Harbour ==

        UPDATED
        tolls [2]
        Words.
        By Wei Lin

        == Corrections ==

        Council approves bridge [3]
        Correction, 24 November 2026: The vote was 9 to 4.

        Ellery Press, https://paper.example/news/

        [1] https://paper.example/news/2026/11/22/porto.html
        [2] https://paper.example/news/2026/11/20/tolls.html
        [3] https://paper.example/news/2026/11/24/bridge.html

        """)
  }

  /// An edition that brought only a typo's end, or took something back, has the front too.
  @Test(arguments: [[:], [Sample.id(2): Edition.Change.refiled]])
  func withoutNewsItHasTheFront(changes: [StoryID: Edition.Change]) async throws {
    var sample = try sample()
    let front = try await sample.files("newsletter")
    sample.changes = changes
    #expect(try await sample.files("newsletter") == front)
  }

  @Test func theLeadHasItsPicture() async throws {
    var sample = try Sample.newsroom()
    let image = try #require(try await page(sample).first("img"))
    #expect(image.attributes["src"] == "https://paper.example/news/media/2026/11/bridge.jpg")
    #expect(image.attributes["alt"] == "A bridge")
    #expect([image.attributes["width"], image.attributes["height"]] == ["16", "12"])
    sample.house.url = nil
    let homeless = try await page(sample)
    #expect(homeless.all("img").isEmpty && homeless.all("a").isEmpty)
    #expect(
      try await sample.files("newsletter")["newsletter.txt"]?.contains("[1]") == false)
  }

  /// Programs for mail fetch nothing, run nothing and know few styles.
  @Test func needsNothingFromOutside() async throws {
    let page = try await page(sample())
    for element in page.all {
      #expect(!["script", "link", "iframe", "form"].contains(element.name))
      #expect(element.attributes["href"].map { $0.hasPrefix("https://") } != false)
      #expect(element.attributes["src"].map { $0.hasPrefix("https://") } != false)
    }
    #expect(
      page.all("style").allSatisfy { !$0.raw.contains("url(") && !$0.raw.contains("@import") })
    #expect(page.all("table").allSatisfy { $0.attributes["role"] == "presentation" })
  }

  @Test func leadsOnToWhatItDoesNotHave() async throws {
    var sample = Sample()
    for number in 0..<60 {
      try sample.add(
        "s\(number)", published: "2026-11-24T12:\(number < 10 ? "0" : "")\(number):00Z")
    }
    let page = try await page(sample)
    #expect(page.all("h3").count == 49)
    #expect(page.text.contains("10 more on the site"))
    #expect(
      try await sample.files("newsletter")["newsletter.txt"]?.contains("10 more on the site [51]")
        == true)
  }

  @Test func isLeftOutWhereThereIsNothing() async throws {
    #expect(try await Sample().files("newsletter").isEmpty)
  }

  @Test func theRibbonIsOnTop() async throws {
    var sample = try sample()
    sample.ribbon = "NOT FOR <PUBLICATION>"
    let page = try await page(sample)
    #expect(page.all("p", class: "ribbon").map(\.text) == ["NOT FOR <PUBLICATION>"])
    #expect(
      try await sample.files("newsletter")["newsletter.txt"]?.hasPrefix("NOT FOR <PUBLICATION>\n")
        == true)
    // A template of the newsroom's own need not know of it.
    sample.theme = ["newsletter.mustache": Array("<html><body>{{title}}</body></html>".utf8)]
    let own = try await sample.files("newsletter")["newsletter.html"]
    #expect(own?.contains("<p class=\"ribbon\">NOT FOR &lt;PUBLICATION&gt;</p>") == true)
  }

  @Test func linesOfTextAreShort() async throws {
    var sample = Sample()
    try sample.add(
      "a", headline: String(repeating: "word ", count: 40),
      fields: "standfirst: \(String(repeating: "more ", count: 60))\n")
    let text = try #require(try await sample.files("newsletter")["newsletter.txt"])
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }
}
