import Editorial
import Export
import Foundation
import Testing

/// The hard inputs from public bug reports that lie beside the checkout.
@Suite struct CaseTests {
  @Test func bodiesKeepTheirWordsInEachFormat() async throws {
    guard let folder = sharedFolder?.appending(path: "cases/inputs") else {
      print("skipped: no shared folder beside the package")
      return
    }
    for (name, words) in [
      ("publishing-unbalanced.md", ["Budget", "more votes", "room", "struck", "text"]),
      ("publishing-table-pipe.md", ["a|b", "one | two", "three", "no blank line"]),
      ("publishing-links.md", ["the plan", "Figures"]),
      ("publishing-cjk.md", ["反対だ。」と", "我们反对。”然后", "반대(再投票)라고"]),
      (
        "import-footnotes.md",
        ["[^1]", "Reuters", "https://example.org/report", "Its second paragraph."]
      ),
      ("publishing-quotes.md", ["don't \"touch\" this"]),
    ] {
      let file = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let body = file.hasPrefix("---\n") ? try Story(Array(file.utf8)).file.text : file
      var sample = Sample()
      try sample.add("case", body: body)
      let page = try Tree.parsed(try await sample.files()["2026/11/24/case.html"])
      let shown = try #require(page.first("div", class: "body"))
      let feed = try Tree.parsed(try await sample.files("rss")["feed.xml"])
      let html = try #require(feed.first("content:encoded")?.raw)
      let item = try Tree.parsed("<x>\(html)</x>")
      let atom = try Tree.parsed(try await sample.files("atom")["atom.xml"])
      #expect(atom.first("content")?.raw == html, "\(name)")
      let json = try Sample.items(try await sample.files("jsonfeed")["feed.json"])
      #expect(json[0]["content_html"] as? String == html, "\(name)")
      let chapter = try #require(try await sample.book()).tree("EPUB/stories/2026-11-24-case.xhtml")
      let text = try #require(try await sample.files("text")["2026/11/24/case.txt"])
      let ninjs = try await sample.ninjs("2026/11/24/case")
      let value = try #require(objects(ninjs["bodies"]).first?["value"] as? String)
      let partners = [
        try Tree.parsed("<x>\(value)</x>"), try await sample.nitf("2026/11/24/case"),
        try await sample.newsml("2026/11/24/case"),
      ]
      for word in words {
        for tree in partners { #expect(tree.text.contains(word), "\(word) of \(name)") }
        #expect(shown.text.contains(word), "\(word) on the page of \(name)")
        #expect(item.text.contains(word), "\(word) in the feed of \(name)")
        #expect(chapter.text.contains(word), "\(word) in the book of \(name)")
        let joined = text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(joined.contains(word), "\(word) in the text of \(name)")
      }
      let links = item.all("a").compactMap { $0.attributes["href"] }
      #expect(links.allSatisfy { $0.contains(":") && !$0.hasSuffix("/Reuters") }, "\(name)")
    }
  }

  /// Several authors are several, whatever signs are in their names.
  @Test func fourAuthorsAreFour() async throws {
    guard let folder = sharedFolder?.appending(path: "cases/inputs") else {
      print("skipped: no shared folder beside the package")
      return
    }
    let file = try String(
      contentsOf: folder.appending(path: "publishing-jsonld.md"), encoding: .utf8)
    let story = try Story(Array(file.utf8))
    var sample = Sample()
    try sample.add(
      "case", headline: story.headline, fields: "byline: \(Value(story.byline).yaml())\n",
      body: story.file.text)
    #expect(story.byline.count == 4)
    let rss = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    #expect(rss.all("dc:creator").map(\.text) == story.byline)
    let atom = try Tree.parsed(try await sample.files("atom")["atom.xml"])
    #expect(atom.first("entry")?.all("name").map(\.text) == story.byline)
    let json = try Sample.items(try await sample.files("jsonfeed")["feed.json"])
    #expect((json[0]["authors"] as? [[String: String]])?.map(\.["name"]) == story.byline)
    let book = try #require(try await sample.book()).tree("EPUB/package.opf")
    #expect(book.all("dc:contributor").map(\.text) == story.byline)
  }
}
