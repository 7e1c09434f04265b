import Editorial
import Export
import Foundation
import Testing

/// An edition as a book.
@Suite struct BookTests {
  private func book(_ sample: Sample) async throws -> StoredZip {
    try #require(try await sample.book())
  }

  @Test func holdsItsPartsInAFixedOrder() async throws {
    let book = try await book(.full())
    #expect(
      book.names == [
        "mimetype", "EPUB/cover.svg", "EPUB/cover.xhtml", "EPUB/media/2026/11/bridge.jpg",
        "EPUB/nav.xhtml", "EPUB/package.opf", "EPUB/stories/2026-11-21-tolls.xhtml",
        "EPUB/stories/2026-11-24-bridge.xhtml", "EPUB/style.css", "META-INF/container.xml",
      ])
    #expect(try book.text("mimetype") == "application/epub+zip")
    #expect(try book.bytes("EPUB/media/2026/11/bridge.jpg") == Sample.picture)
  }

  @Test func saysWhatItIs() async throws {
    let package = try await book(.full()).tree("EPUB/package.opf")
    let metadata = try #require(package.first("metadata"))
    #expect(
      metadata.lines.filter { !$0.contains("schema:") } == [
        "dc:identifier id=id: urn:uuid:3f6e883f-a9d8-5d02-a925-300a2934960b",
        "dc:title: The Ellery Tide, 25 November 2026", "dc:language: en-GB",
        "dc:creator: Ellery Press", "dc:contributor: Ana Costa", "dc:contributor: Conor O’Neil",
        "dc:publisher: Ellery Press", "dc:date: 2026-11-25T12:00:00Z",
        "dc:source: https://paper.example/news/",
        "dc:description: Edition 2026-11-24.1 of The Ellery Tide",
        "meta property=dcterms:modified: 2026-11-25T12:00:00Z",
      ])
    #expect(
      metadata.lines.filter { $0.contains("schema:") }.dropLast() == [
        "meta property=schema:accessMode: textual", "meta property=schema:accessMode: visual",
        "meta property=schema:accessModeSufficient: textual",
        "meta property=schema:accessibilityFeature: structuralNavigation",
        "meta property=schema:accessibilityFeature: tableOfContents",
        "meta property=schema:accessibilityFeature: readingOrder",
        "meta property=schema:accessibilityFeature: alternativeText",
        "meta property=schema:accessibilityHazard: none",
      ])
    #expect(metadata.lines.last?.contains("Every picture has an alternative text.") == true)
  }

  /// No promise of words that a picture does not have.
  @Test func saysWhichPicturesHaveNoWords() async throws {
    var sample = Sample()
    try sample.add("tolls", fields: "image: {file: media/2026/11/x.jpg}\n")
    try sample.add("tram")
    sample.bodies[Sample.id(2)] = "![](media/2026/11/bridge.jpg)\n"
    let lines = try await book(sample).tree("EPUB/package.opf").first("metadata")?.lines ?? []
    #expect(lines.contains("meta property=schema:accessModeSufficient: textual,visual"))
    #expect(!lines.contains { $0.contains("alternativeText") })
  }

  @Test func contentsAreBySection() async throws {
    var sample = try Sample.newsroom()
    try sample.add("alone", published: "2026-11-22T09:00:00Z")
    try sample.add("ferry", fields: "section: harbour\n", published: "2026-11-22T10:00:00Z")
    sample.fronts = ["harbour": [Sample.id(1)]]
    let book = try await book(sample)
    let toc = try #require(try book.tree("EPUB/nav.xhtml").all("nav").first)
    #expect(toc.attributes["epub:type"] == "toc")
    let chapters = toc.child("ol")?.children ?? []
    #expect(chapters.map { $0.child("span")?.text } == ["Harbour", "City", "More stories"])
    #expect(
      chapters.map { $0.all("a").map(\.text) } == [
        ["tolls", "ferry"], ["Council approves bridge", "tram"], ["alone"],
      ])
    // They are read in that order.
    let package = try book.tree("EPUB/package.opf")
    let paths = Dictionary(
      package.all("item").map { ($0.attributes["id"] ?? "", $0.attributes["href"] ?? "") }
    ) { first, _ in first }
    #expect(
      package.all("itemref").compactMap { paths[$0.attributes["idref"] ?? ""] }
        == ["cover.xhtml", "nav.xhtml"] + toc.all("a").compactMap { $0.attributes["href"] })
    let landmarks = try book.tree("EPUB/nav.xhtml").all("nav")[1]
    #expect(
      landmarks.all("a").compactMap { $0.attributes["epub:type"] } == [
        "cover", "toc", "bodymatter",
      ])
  }

  @Test func aStoryHasAllThatItsPageHas() async throws {
    let page = try await book(.full()).tree("EPUB/stories/2026-11-24-bridge.xhtml")
    #expect(page.first("title")?.text == "A ponte & o <rio>")
    #expect(page.attributes["lang"] == "en-GB")
    let article = try #require(page.first("article"))
    #expect(article.attributes == ["lang": "pt", "xml:lang": "pt", "dir": "ltr"])
    #expect(
      article.child("header")?.lines == [
        "p class=kicker: Transport", "h1: A ponte & o <rio>",
        "p class=standfirst: Two years of works begin in May.",
        "p class=byline: By Ana Costa and Conor O’Neil",
        "p class=dated: PORTO, Tue 24 November 2026, 12:00",
        "p class=dated: Updated Tue 24 November 2026, 15:00",
      ])
    #expect(
      article.child("figure")?.lines == [
        "img alt=A bridge height=12 src=../media/2026/11/bridge.jpg width=16",
        "figcaption: The old bridge Mei Tan",
      ])
    #expect(
      article.children.suffix(4).map(\.text) == [
        "• Lusa and Reuters, with additional editing by George Hall; Additional reporting by Wei Lin; Written with the help of Mei Tan, and checked by people",
        "© 2026 Ellery Press", "Correction, 24 November 2026: The vote was 9 to 4.",
        "Read more tolls Tolls compared – ET",
      ])
    #expect(
      article.child("aside")?.all("a").compactMap { $0.attributes["href"] } == [
        "2026-11-21-tolls.xhtml", "https://example.org/t?a=1&b=2",
      ])
  }

  /// Links lead to what is in the book, else to the site; none leads to nowhere.
  @Test(arguments: [
    ("#figures", "#figures"),
    ("#nowhere", "https://paper.example/news/2026/11/24/plan.html#nowhere"),
    ("/2026/11/24/plan.html#figures", "#figures"),
    ("/2026/11/24/plan.html", "https://paper.example/news/2026/11/24/plan.html"),
    ("../20/tolls.html", "2026-11-20-tolls.xhtml"),
    ("https://paper.example/news/2026/11/20/tolls.html?x=1#y", "2026-11-20-tolls.xhtml"),
    ("/2026/11/19/old.html", "2026-11-20-tolls.xhtml"),
    ("tables.html", "https://paper.example/news/2026/11/24/tables.html"),
    ("?page=2", "https://paper.example/news/2026/11/24/plan.html?page=2"),
    ("//partner.example/x", "https://partner.example/x"),
    ("mailto:desk@example.org", "mailto:desk@example.org"), ("javascript:x()", nil),
    ("https://exa mple/", nil), ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
    ("/2026/11/22/gone.html", "https://paper.example/news/2026/11/22/gone.html"),
  ])
  func links(written: String, target: String?) async throws {
    var sample = Sample()
    try sample.add("tolls", published: "2026-11-20T09:00:00Z")
    try sample.add("plan", body: "[words](<\(written)>)\n\n## Figures\n")
    sample.aliases = ["articles/2026/11/19/old.md": Sample.id(1)]
    let page = try await book(sample).tree("EPUB/stories/2026-11-24-plan.xhtml")
    #expect(page.all("a").compactMap { $0.attributes["href"] } == [target].compactMap { $0 })
    #expect(page.text.contains("words"))
    sample.house.url = nil
    let homeless = try await book(sample).tree("EPUB/stories/2026-11-24-plan.xhtml")
    #expect(homeless.all("a").allSatisfy { $0.attributes["href"]?.contains("invalid") == false })
  }

  @Test func holdsEachPictureOnceAndWordsForTheOthers() async throws {
    var sample = Sample()
    let body = """
      ![One](media/2026/11/a.jpg) ![Two](/media/2026/11/a.jpg) ![Three](media/2026/11/c.avif)

      ![Far](https://example.org/x.jpg)

      ![Four](media/2026/11/missing.png "A title")
      """
    try sample.add("a", fields: "image: {file: media/2026/11/a.jpg, alt: A}\n", body: body)
    try sample.add("b", body: body)
    var edition = sample.edition
    edition.media = { path in
      switch path {
      case "media/2026/11/a.jpg": Sample.picture
      default: throw MissingPicture(path)
      }
    }
    var found: StoredZip?
    try await Format.named("epub").files(of: edition) { found = try StoredZip($0.bytes) }
    let book = try #require(found)
    #expect(book.names.filter { $0.contains("media") } == ["EPUB/media/2026/11/a.jpg"])
    let page = try book.tree("EPUB/stories/2026-11-24-b.xhtml")
    #expect(page.all("img").map { $0.attributes["alt"] } == ["One", "Two"])
    #expect(page.first("div", class: "body")?.text.contains("Three Far Four") == true)
  }

  @Test func isOfWhatIsNewAndChanged() async throws {
    var sample = try Sample.newsroom()
    sample.changes = [Sample.id(2): .new, Sample.id(1): .refiled, Sample.id(9): .new]
    let book = try await book(sample)
    #expect(
      book.names.filter { $0.contains("stories") } == [
        "EPUB/stories/2026-11-20-tolls.xhtml", "EPUB/stories/2026-11-21-tram.xhtml",
      ])
    sample.changes = [:]
    #expect(try await sample.book() == nil)
    #expect(try await Sample().book() == nil)
  }

  @Test func theCoverIsSetInType() async throws {
    var sample = try Sample.newsroom()
    sample.fronts = ["home": [Sample.id(1)]]
    let book = try await book(sample)
    let cover = try book.tree("EPUB/cover.svg")
    #expect(
      cover.all("text").map(\.text) == [
        "The Ellery", "Tide", "25 November 2026", "tolls", "Council approves bridge", "tram",
      ])
    let words = "The Ellery Tide, 25 November 2026. tolls. Council approves bridge. tram"
    #expect(cover.first("title")?.text == words)
    #expect(try book.tree("EPUB/cover.xhtml").first("img")?.attributes["alt"] == words)
    #expect(
      try book.tree("EPUB/package.opf").all("item").first {
        $0.attributes["properties"] == "cover-image"
      }?.attributes["href"] == "cover.svg")
  }

  @Test func turnsItsPagesTheOtherWayWhereThatIsHowOneReads() async throws {
    var sample = try Sample.newsroom()
    sample.house.language = "ar"
    let book = try await book(sample)
    let spine = try book.tree("EPUB/package.opf").first("spine")
    #expect(spine?.attributes == ["page-progression-direction": "rtl"])
    #expect(try book.tree("EPUB/nav.xhtml").attributes["dir"] == "rtl")
  }

  @Test func theRibbonIsOnEveryPage() async throws {
    var sample = try Sample.newsroom()
    sample.ribbon = "NOT FOR <PUBLICATION>"
    let book = try await book(sample)
    for name in book.names where name.hasSuffix(".xhtml") {
      let body = try book.tree(name).first("body")
      #expect(body?.children.first?.text == "NOT FOR <PUBLICATION>", "\(name)")
    }
    #expect(try book.tree("EPUB/cover.svg").first("text")?.text == "NOT FOR <PUBLICATION>")
    #expect(
      try book.tree("EPUB/package.opf").first("dc:title")?.text
        == "NOT FOR <PUBLICATION>: The Ellery Tide, 25 November 2026")
  }
}
