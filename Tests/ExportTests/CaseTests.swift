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
      let text = try #require(try await sample.files("text")["2026/11/24/case.txt"])
      for word in words {
        #expect(shown.text.contains(word), "\(word) on the page of \(name)")
        #expect(item.text.contains(word), "\(word) in the feed of \(name)")
        let joined = text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(joined.contains(word), "\(word) in the text of \(name)")
      }
      let links = item.all("a").compactMap { $0.attributes["href"] }
      #expect(links.allSatisfy { $0.contains(":") && !$0.hasSuffix("/Reuters") }, "\(name)")
    }
  }
}
