import Editorial
import Export
import Foundation
import Testing

/// A headline is text: in each sink it reads as it was typed.
@Suite struct SinkTests {
  static let headlines = [
    "<b>&\"'", "<3 for the ferry", "&lt;head&gt; explained", "AT&amp;T wins", "AT&T wins & loses",
    "]]> ends it", "&nbsp; &copy; &#8217;", "<![CDATA[x]]>",
    "a </title><script>alert(1)</script> b", "5 < 6 > 4 \"so\" 'it' is",
    "{{headline}} {{{headline}}} {{> page}}", "%3Cb%3E &#60;b&#62;", "<!-- not a comment -->",
    "x\"\u{301} onerror=\u{2028}alert(1)",
  ]

  @Test(arguments: headlines)
  func readsAsItWasTyped(headline: String) async throws {
    var sample = Sample()
    let quoted = Value.scalar(headline).yaml()
    try sample.add(
      "a", headline: headline,
      fields: """
        kicker: \(quoted)
        standfirst: \(quoted)
        section: city
        byline: [\(quoted)]
        tags: [\(Value(["x \(headline)"]).yaml().dropFirst().dropLast())]
        image: {file: media/2026/11/a.jpg, alt: \(Value(["", headline]).yaml().dropFirst(5).dropLast())}

        """)
    let expected = headline.split { $0.isWhitespace }.joined(separator: " ")
    let files = try await sample.files()
    let page = try Tree.parsed(files["2026/11/24/a.html"])
    #expect(page.first("title")?.text == "\(expected) – The Ellery Tide")
    #expect(page.first("h1")?.text == expected)
    #expect(page.first("p", class: "standfirst")?.text == expected)
    #expect(page.first("p", class: "byline")?.text == "By \(expected)")
    #expect(page.all("script").count == 2)
    #expect(page.all("b").isEmpty)
    #expect(page.all.allSatisfy { !$0.attributes.keys.contains("onerror") })
    let image = try #require(page.first("img"))
    #expect(image.attributes["alt"]?.split { $0.isWhitespace }.joined(separator: " ") == expected)
    let graph = page.all("meta").first { $0.attributes["property"] == "og:title" }
    #expect(
      graph?.attributes["content"]?.split { $0.isWhitespace }.joined(separator: " ") == expected)
    let front = try Tree.parsed(files["index.html"])
    #expect(front.first("article")?.first("h2")?.text == expected)
    let feed = try Tree.parsed(files["feed.xml"])
    #expect(feed.first("item")?.first("title")?.text == expected)
    #expect(feed.first("item")?.first("dc:creator")?.text == expected)
    let atom = try Tree.parsed(files["atom.xml"]).first("entry")
    #expect(atom?.child("title")?.text == expected)
    #expect(atom?.child("title")?.attributes.isEmpty == true)
    #expect(atom?.first("name")?.text == expected)
    #expect(try Sample.items(files["feed.json"]).first?["title"] as? String == headline)
    let news = try Tree.parsed(files["news-sitemap.xml"])
    #expect(news.first("news:title")?.text == expected)
    let book = try #require(try await sample.book())
    let chapter = try book.tree("EPUB/stories/2026-11-24-a.xhtml")
    #expect(chapter.first("title")?.text == expected)
    #expect(chapter.first("h1")?.text == expected)
    #expect(try book.tree("EPUB/nav.xhtml").first("ol")?.first("a")?.text == expected)
    let mail = try await sample.files("newsletter")
    let letter = try Tree.parsed(mail["newsletter.html"])
    #expect(letter.first("h2")?.text == expected)
    #expect(letter.all("script").isEmpty && letter.all("b").isEmpty)
    #expect(
      mail["newsletter.txt"]?.split { $0.isWhitespace }.joined(separator: " ")
        .contains(" \(expected) [1] ") == true)
    let recent = try JSONSerialization.jsonObject(
      with: Data(try #require(files["recent.json"]).utf8))
    #expect((recent as? [[String: Any]])?.first?["headline"] as? String == headline)
    let text = try #require(try await sample.files("text")["2026/11/24/a.txt"])
    #expect(text.contains("\n\n\(expected)\n\n"))
    let markdown = try #require(try await sample.files("markdown")["2026/11/24/a.md"])
    #expect(try Story(Array(markdown.utf8)).headline == headline)
  }

  @Test func everyFileOfASiteIsWellFormed() async throws {
    for (path, text) in try await Sample.newsroom().files() {
      if path.hasSuffix(".html") || path.hasSuffix(".xml") {
        #expect(Tree.read(text) != nil, "\(path)")
      } else if path.hasSuffix(".json") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      }
    }
  }
}
