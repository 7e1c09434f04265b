import Foundation
import Testing

@testable import Export

@Suite struct MarkdownTests {
  private func html(_ text: String) throws -> String {
    HTMLBody(try Markdown(text), Addressing(site: "", page: "2026/11/24/a.html", isAbsolute: false))
      .html
  }

  @Test func emphasisThatNeverEndsEndsWithItsBlock() throws {
    let html = try html("## _Budget _[](<#budget-_>)\n\nVotes [~~][~~] and *more*.\n")
    #expect(html.contains("<h2 id=\"budget\">_Budget </h2>"))
    #expect(html.contains("<em>more</em>"))
    #expect(Tree.read("<x>\(html)</x>") != nil)
  }

  @Test(arguments: [
    "The *mayor [said* no](https://example.org/a_b) and **left_ the** room_.",
    "A ~~struck [link~~ text](https://example.org/x) here.", "- _one\n- two_",
    "| _a | b_ |\n|----|----|\n| **c | d** |", "*a **b* c**", "**[a** b](x) *[~~]*[~~]",
    "[![a](media/x.png)](y) ![[z](w)](media/2026/11/q.png)", "_[]()_ *[]()* ~~[]()~~",
    "<b>*a</b>*", "> - *x\n> y*\n\n1. `a\n", "# *\n## **[\n",
  ])
  func isWellFormed(text: String) throws {
    #expect(Tree.read("<x>\(try html(text))</x>") != nil)
  }

  @Test func subheadsBeginAtTwoAndLeaveNoLevelOut() throws {
    let html = try html("# One\n\n#### Two\n\n## Three\n\n# One\n")
    #expect(html.contains("<h2 id=\"one\">One</h2>"))
    #expect(html.contains("<h3 id=\"two\">Two</h3>"))
    #expect(html.contains("<h3 id=\"three\">Three</h3>"))
    #expect(html.contains("<h2 id=\"one-2\">One</h2>"))
    #expect(try self.html("### Only").contains("<h2 id=\"only\">"))
    #expect(try self.html("## Água & sal").contains("id=\"agua-sal\""))
    #expect(try self.html("## 市長").contains("id=\"section\""))
  }

  @Test func tagsGoAndTheTextBetweenThemStays() throws {
    #expect(try html("a <b>bold</b> <i title=\"x > y\">word</i>.") == "<p>a bold word.</p>\n")
    #expect(
      try html("<div class=\"x\">\nIn a <em>block</em> &amp; more\n</div>\n")
        == "<p>In a block &amp; more</p>\n")
    #expect(try html("one<br>two") == "<p>one<br/>\ntwo</p>\n")
    #expect(
      try html("<p>One</p><p>Two\n<img src=x onerror=alert(1)></p>\n") == "<p>One</p>\n<p>Two</p>\n"
    )
    let lines = try html("<span\nclass='a'>across lines</span>")
    #expect(lines == "<p>across lines</p>\n")
    #expect(try html("a < b and 5 <3") == "<p>a &lt; b and 5 &lt;3</p>\n")
  }

  @Test func scriptStyleAndCommentsGoWithTheirContent() throws {
    #expect(try html("a <script>alert('*x*')</script> b") == "<p>a  b</p>\n")
    #expect(try html("<style>\np { color: red }\n\nq {}\n</style>\n\nText\n") == "<p>Text</p>\n")
    #expect(
      try html("<div><SCRIPT>var a;\n\nvar *b*;\n</SCRIPT> end</div>\n\nText\n").hasSuffix(
        "<p>Text</p>\n"))
    #expect(!(try html("<div><script>var a;\n\nvar b;\n</script></div>\n")).contains("var"))
    #expect(try html("a <!-- no\nno --> b") == "<p>a  b</p>\n")
    // One that is never closed takes its paragraph and no more.
    #expect(try html("a <script>b\n\nStays.\n").contains("<p>Stays.</p>"))
  }

  @Test func listsStayWholeWhereverTheyStand() throws {
    let list = """
      1. a

         ## b

         c

         - d

           e

         > f
         >
         > - g
         >
         >   h

         ```
         i
         ```

         j

      k
      """
    let whole = try html(list)
    #expect(whole.hasPrefix("<ol>") && whole.hasSuffix("<p>j</p>\n</li>\n</ol>\n<p>k</p>\n"))
    for count in 1..<300 {
      let words = String(repeating: "x", count: count)
      #expect(try html(words + "\n\n" + list) == "<p>\(words)</p>\n" + whole)
    }
  }

  @Test func codeKeepsItsTabsAndBrackets() throws {
    #expect(
      try html("```\n\ta\n \t b\n```\n\n- ```\n  \tc\n  ```\n\n> ```\n> \td\n> [^1]: e\n> ```\n")
        == """
        <pre tabindex="0"><code>\ta
         \t b
        </code></pre>
        <ul>
        <li><pre tabindex="0"><code>\tc
        </code></pre>
        </li>
        </ul>
        <blockquote>
        <pre tabindex="0"><code>\td
        [^1]: e
        </code></pre>
        </blockquote>

        """)
  }

  @Test func notesKeepTheirWords() throws {
    let text = """
      Denied[^1], the union did not[^src]. A third[^long].

      [^1]: Reuters
      [^src]: https://example.org/report
      [^long]: A longer note with *stress*.

          Its second paragraph.

      After[^missing].

      ```
      [^1]: in code
      ```
      """
    let html = try html(text)
    #expect(!html.contains("<a "))
    for words in [
      "Denied[^1]", "[^1]: Reuters", "[^src]: https://example.org/report", "<em>stress</em>",
      "<p>Its second paragraph.</p>", "After[^missing].", "<code>[^1]: in code",
    ] {
      #expect(html.contains(words), "\(words)")
    }
    #expect(try self.html("> [^a]: Quoted").contains("[^a]: Quoted"))
  }

  @Test func pipesInTables() throws {
    let html = try html(
      "| Office | Sign |\n|---|---|\n| `a\\|b` | one \\| two |\n| x | [x\\|y](https://example.org/?q=1\\|2) |\n"
    )
    #expect(html.contains("<code>a|b</code>"))
    #expect(html.contains("<td>one | two</td>"))
    #expect(html.contains("href=\"https://example.org/?q=1%7C2\""))
    #expect(html.components(separatedBy: "<tr>").count == 4)
  }

  @Test func stressBesideSignsOfCJK() throws {
    #expect(try html("市長は**「反対だ。」**と述べた。").contains("<strong>「反対だ。」</strong>と"))
    #expect(try html("시장은 **반대(再投票)**라고").contains("<strong>반대(再投票)</strong>라고"))
    #expect(try html("然后。**注意：**周一").contains("<strong>注意：</strong>周一"))
    #expect(!(try html("`一*。*二`")).unicodeScalars.contains { $0.value == 0xFDD0 })
  }

  @Test func entitiesAreCharacters() throws {
    #expect(
      try html("&eacute;&#233;&#xE9; &copy; &nosuch; &amp;lt; &#0;&#27;")
        == "<p>ééé © &amp;nosuch; &amp;lt; \u{FFFD}\u{FFFD}</p>\n")
  }

  @Test func tasksAndStrikethrough() throws {
    #expect(
      try html("- [x] done\n- [ ] ~~not~~\n")
        == "<ul>\n<li>☑ done</li>\n<li>☐ <del>not</del></li>\n</ul>\n")
  }

  @Test func picturesOfTheNewsroomAreShownOthersLinked() throws {
    #expect(
      try html("![A](media/2026/11/a.jpg)")
        == "<figure><img src=\"../../../media/2026/11/a.jpg\" alt=\"A\" loading=\"lazy\"/></figure>\n"
    )
    #expect(
      try html("x ![A](/media/2026/11/a.jpg)").contains("src=\"../../../media/2026/11/a.jpg\""))
    #expect(
      try html("x ![A](../../../media/2026/11/a.jpg)").contains(
        "src=\"../../../media/2026/11/a.jpg\""))
    #expect(
      try html("![A](https://other.example/a.jpg)")
        == "<p><a href=\"https://other.example/a.jpg\">A</a></p>\n")
    #expect(
      try html("![A](//other.example/a.jpg)").contains("href=\"https://other.example/a.jpg\""))
    for source in [
      "javascript:alert(1)", "data:image/png;base64,AA", "media/../x.jpg", "media/a.svg",
      "images/a.jpg",
    ] {
      #expect(try html("![A](\(source))") == "<p>A</p>\n", "\(source)")
    }
    #expect(
      try html("[![A](https://o.example/a.jpg)](https://e.example/)")
        == "<p><a href=\"https://e.example/\">A</a></p>\n")
  }

  @Test func openingsAndCuts() throws {
    #expect(
      try Markdown("## Head\n\n> quoted\n\n<div></div>\n\nThe *first* [paragraph](x).\nOn.\n\nNext")
        .opening == "The first paragraph. On.")
    let fifteen = (1...15).map(String.init).joined(separator: " ")
    #expect(cut(fifteen, to: 15) == fifteen)
    #expect(cut(fifteen + " ", to: 15) == fifteen)
    #expect(cut(fifteen + ", 16", to: 15) == fifteen + "…")
  }
}

@Suite struct HostileMarkdownTests {
  /// Patterns that have taken parsers of Markdown down.
  static let patterns: [(String, String)] = [
    ("www", "www._"), ("images", "![[]()"), ("quotes", ">"), ("brackets", "["), ("strong", "**a "),
    ("dashes", "- "), ("stars", "* "), ("underscores", "_a "), ("mixed", "*_~~"), ("ticks", "`a``"),
    ("closers", "a]("), ("links", "[a]("), ("html", "<a <"), ("comments", "<!-"),
    ("cdata", "<![CDATA["),
    ("processing", "<?"), ("declarations", "<!A "), ("entities", "&#"), ("named", "&amp"),
    ("escapes", "\\["), ("tabs", "\t"), ("pipes", "|"), ("tilde", "~~a"), ("nested", "[[a]"),
    ("crossing", "*[~~"), ("definitions", "[a]: b\n"), ("notes", "[^a]: b\n"), ("marks", "[^"),
    ("script", "<script>"), ("style", "<style>a"), ("heads", "# a\n"), ("ordered", "1. "),
    ("fences", "```\n"), ("parens", "[a](("), ("angle", "[a](<b"), ("titles", "[a](b 'c"),
    ("auto", "<http://a"), ("mail", "<a@b"), ("breaks", "a  \n"), ("cjk", "。**一"),
    ("rows", "|a|\n"), ("quotes in tags", "<a b=\""), ("single", "<a b='"), ("div", "<div>"),
    ("closed", "</div>"), ("slash", "</"), ("item lines", "- a\n"), ("deep quotes", "> > a\n"),
    ("spans", "*a **b "),
  ]

  @Test(arguments: patterns.indices)
  func staysWithinItsBudget(index: Int) throws {
    let (name, pattern) = Self.patterns[index]
    let text = String(repeating: pattern, count: 40_000 / pattern.utf8.count)
    let addressing = Addressing(site: "", page: "a.html", isAbsolute: false)
    guard let markdown = try? Markdown(text) else { return }
    let html = HTMLBody(markdown, addressing).html
    #expect(html.utf8.count <= 2 * (64 << 10 + 32 * text.utf8.count), "\(name)")
    #expect(Tree.read("<x>\(html)</x>") != nil, "\(name)")
    #expect(
      PlainBody(markdown, width: 72).text.utf8.count <= 2 * (64 << 10 + 32 * text.utf8.count),
      "\(name)")
  }

  @Test func whatUnfoldsIsStopped() {
    let text =
      "[a]: https://example.org/\(String(repeating: "x", count: 2000))\n\n"
      + String(repeating: "[a] ", count: 50_000)
    #expect(throws: MarkdownFault.tooMuch) { _ = try Markdown(text) }
  }

  @Test func signsWithinWordsAndWordsWithinSigns() throws {
    var random = Lottery(seed: 7)
    let pieces = [
      "*", "_", "~~", "[", "](x)", "![", "`", "<b>", "</b>", "\n\n", "\n", "> ", "- ", "| ", "a",
      " ", "&lt;", "<script>", "</script>", "# ", "<!--", "-->", "\\",
    ]
    for _ in 0..<3000 {
      let text = (0..<24).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      let html = HTMLBody(
        try Markdown(text), Addressing(site: "", page: "a.html", isAbsolute: false)
      ).html
      guard let tree = Tree.read("<x>\(html)</x>") else {
        Issue.record("not well formed: \(text.debugDescription) gives \(html)")
        return
      }
      let allowed: Set = [
        "x", "p", "a", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "h2", "h3", "h4",
        "h5", "h6", "blockquote", "hr", "br", "img", "figure", "figcaption", "div", "table",
        "thead", "tbody", "tr", "th", "td",
      ]
      #expect(tree.all.allSatisfy { allowed.contains($0.name) })
    }
  }
}

/// Numbers that look random and are the same on every run.
private struct Lottery {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
