import Editorial
import Export
import Testing

/// An edition for looking at says on each page that it is one.
@Suite struct RibbonTests {
  private func sample() throws -> Sample {
    var sample = try Sample.newsroom()
    sample.ribbon = "NOT FOR <PUBLICATION>"
    try sample.add(
      "gone", headline: "",
      fields: """
        publication: withdrawn
        notices: [{kind: legal, version: 1, at: "2026-11-24T16:00:00Z", text: Removed.}]

        """)
    sample.aliases = ["articles/2026/11/23/old.md": Sample.id(3)]
    return sample
  }

  @Test func isOnEveryPage() async throws {
    let files = try await sample().files()
    for path in [
      "index.html", "404.html", "corrections/index.html", "2026/11/24/bridge.html",
      "2026/11/24/gone.html", "2026/11/23/old.html", "section/city/index.html",
      "tag/harbour/index.html", "by/ana-costa/2026/index.html", "2026/11/index.html",
    ] {
      #expect(files[path] != nil, "\(path)")
    }
    for (path, text) in files where path.hasSuffix(".html") {
      let page = try Tree.parsed(text)
      #expect(page.first("body")?.children.first?.text == "NOT FOR <PUBLICATION>", "\(path)")
      #expect(page.all("p", class: "ribbon").count == 1, "\(path)")
      #expect(page.all("meta").contains { $0.attributes["content"] == "noindex" }, "\(path)")
      #expect(!text.contains("canonical"), "\(path)")
    }
    #expect(files["robots.txt"] == "User-agent: *\nDisallow: /\n")
  }

  /// A layout of the newsroom's own need not know of it.
  @Test func aThemeCantLeaveItOut() async throws {
    var sample = try sample()
    sample.theme = [
      "layout.mustache": Array("<html><body class=\"x\">{{{content}}}</body></html>".utf8),
      "redirect.mustache": Array("<a href=\"{{url}}\">{{headline}}</a>".utf8),
    ]
    let files = try await sample.files()
    let ribbon = "<p class=\"ribbon\">NOT FOR &lt;PUBLICATION&gt;</p>"
    #expect(files["index.html"]?.hasPrefix("<html><body class=\"x\">\n\(ribbon)") == true)
    #expect(files["2026/11/23/old.html"]?.hasPrefix("\n\(ribbon)<a ") == true)
    sample.ribbon = nil
    #expect(try await sample.files()["index.html"]?.contains("ribbon") == false)
  }

  @Test func isInTheTitlesOfFeeds() async throws {
    let files = try await sample().files()
    #expect(
      try Tree.parsed(files["feed.xml"]).first("title")?.text
        == "NOT FOR <PUBLICATION>: The Ellery Tide")
    #expect(
      try Tree.parsed(files["section/city/feed.xml"]).first("title")?.text
        == "NOT FOR <PUBLICATION>: The Ellery Tide: City")
  }

  @Test func isOnTopOfPlainFiles() async throws {
    let texts = try await sample().files("text")
    #expect(texts.values.allSatisfy { $0.hasPrefix("NOT FOR <PUBLICATION>\n\n") })
    #expect(texts["2026/11/24/gone.txt"]?.hasPrefix("NOT FOR <PUBLICATION>\n\nKILL\n") == true)
    for (path, text) in try await sample().files("markdown") {
      #expect(text.contains("\n---\n**NOT FOR \\<PUBLICATION\\>**\n"), "\(path)")
    }
  }
}
