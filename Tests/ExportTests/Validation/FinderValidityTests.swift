import Editorial
import Foundation
import TestSupport
import Testing

/// Sitemaps, books and newsletters against the checkers of those who made their standards.
@Suite struct FinderValidityTests {
  private static func samples() throws -> [Sample] {
    var homeless = try Sample.full()
    homeless.house.url = nil
    homeless.house.title = "Fish & Chips <Daily>"
    var foreign = try Sample.full()
    foreign.house.language = "ar"
    foreign.ribbon = "NOT -- FOR <PUBLICATION>"
    var many = Sample()
    for number in 0..<60 {
      try many.add("m\(number)", published: "2026-11-24T12:\(number < 10 ? "0" : "")\(number):00Z")
    }
    return [try .full(), homeless, foreign, many]
  }

  @Test(
    .enabled(if: Validator.sitemap.isHere, Comment(rawValue: Validator.sitemap.missing)),
    arguments: [0, 2, 3])
  func `the schemas take every sitemap`(number: Int) async throws {
    let sample = try Self.samples()[number]
    let bench = try Bench()
    let files = try await sample.write("site", into: bench).filter { $0.contains("sitemap") }
    let index = files.filter { $0.hasSuffix("/sitemap.xml") }
    let parts = files.filter { !$0.hasSuffix("/sitemap.xml") }
    #expect(index.count == 1 && parts.count >= 3)
    let said = try await Validator.sitemapIndex.complaints(about: index)
    #expect(said == nil)
    let saidOfParts = try await Validator.sitemap.complaints(about: parts)
    #expect(saidOfParts == nil)
    let saidOfNews = try await sample.complaints(of: .sitemap, about: "news-sitemap")
    #expect(saidOfNews == nil)
  }

  @Test(
    .enabled(if: Validator.epub.isHere, Comment(rawValue: Validator.epub.missing)),
    arguments: 0..<4)
  func `epubcheck finds nothing in a book`(number: Int) async throws {
    let said = try await Self.samples()[number].complaints(of: .epub, about: "epub")
    #expect(said == nil)
  }

  @Test(.enabled(if: Validator.epub.isHere, Comment(rawValue: Validator.epub.missing)))
  func `epubcheck finds nothing in a book of hard texts`() async throws {
    var sample = Sample()
    for (index, headline) in SinkTests.headlines.enumerated() {
      try sample.add("h\(index)", headline: headline, fields: "language: pt\n")
    }
    let bodies = [
      "<script>x</script><form><b>Words</b></form> &nbsp; &copy; \u{FFFE} ]]>\n",
      "[a](javascript:x) [b](/x) [c](../y) [d](#z) [e](//p.example) [f](?q) [g](http://) [h](https://a b/)\n",
      "[a](<https://[::1]/x>) [b](https://é.example/) [c](<https://u:p@h/>) [d](mailto:) [e](mailto:ü@x)\n",
      "![a](media/2026/11/p.jpg) ![b](../media/2026/11/p.jpg) ![c](https://e.example/r.gif) ![](x.svg)\n",
      "## A\n\n## A\n\n#### B\n\n# C\n\n[to](#a-2)\n\n- [ ] a\n- [x] b\n\n1. x\n3. y\n\n---\n\n~~s~~ `c`\n",
      "| a | b |\n|:--|--:|\n| 1 | 2 |\n\n> q\n> > r\n\n```\ncode <x>\n```\n", "",
    ]
    for (index, body) in bodies.enumerated() { try sample.add("b\(index)", body: body) }
    if let folder = sharedFolder?.appending(path: "cases/inputs") {
      for (index, name) in ["unbalanced", "links", "table-pipe", "cjk"].enumerated() {
        let file = folder.appending(path: "publishing-\(name).md")
        try sample.add("c\(index)", body: try String(contentsOf: file, encoding: .utf8))
      }
    }
    let said = try await sample.complaints(of: .epub, about: "epub")
    #expect(said == nil)
  }

  @Test(
    .enabled(if: Validator.html.isHere, Comment(rawValue: Validator.html.missing)),
    arguments: 0..<4)
  func `the Nu checker finds no error in a newsletter`(number: Int) async throws {
    let said = try await Self.samples()[number]
      .complaints(of: .html, about: "newsletter", ending: ".html")
    #expect(said == nil)
  }
}
