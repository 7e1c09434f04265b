import Testing
import TestSupport

@testable import Export
@testable import Import

@Suite("HTML as Markdown")
struct HTMLTextTests {
  @Test("renders to the same words, each as it stood", arguments: UInt64(0)..<40)
  func sameWords(block: UInt64) throws {
    var shortest: (page: RandomPage, text: String, rendered: Rendered)?
    for seed in block * 100..<(block + 1) * 100 {
      let page = RandomPage(seed: seed)
      let text = try HTMLText(page.html).markdown
      let rendered = try Rendered(markdown: text)
      guard rendered != page.seen else { continue }
      if shortest.map({ page.html.count < $0.page.html.count }) ?? true {
        shortest = (page, text, rendered)
      }
    }
    guard let (page, text, rendered) = shortest else { return }
    Issue.record("\(page.html)\n--- as\n\(text)\n--- is\n\(rendered.difference(from: page.seen))")
  }

  @Test(
    "is written as people write it",
    arguments: [
      ("<p>One</p>\n<p>two<br/>three</p>", "One\n\ntwo\\\nthree\n"),
      ("a<br><br>b", "a\n\nb\n"),
      ("<p>&nbsp;</p><p></p><p> x </p>", "x\n"),
      ("<h2>A <em>b</em></h2><hr>", "## A *b*\n\n***\n"),
      ("<h3>C #</h3>", "### C \\#\n"),
      ("<b>a</b><b>b</b> <i>c </i>d", "**ab** *c* d\n"),
      ("say<b>“no.”</b>he", "sa&#121;**“no.”**&#104;e\n"),
      ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n"),
      ("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b\n"),
      ("<ol start=3><li>a<li><p>b</p><p>c</p></ol>", "3. a\n\n4. b\n\n   c\n"),
      ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n+ b\n"),
      ("<ul><li><input type=checkbox checked> done</li></ul>", "- [x] done\n"),
      ("<blockquote><p>a</p><blockquote>b</blockquote></blockquote>", "> a\n>\n> > b\n"),
      ("<dl><dt>T</dt><dd>m</dd><dd>n</dd></dl>", "T\n\n- m\n- n\n"),
      ("<pre><code class='language-go'>\tx\n\n```\n</code></pre>", "````go\n\tx\n\n```\n````\n"),
      ("<p><code>a`b</code></p>", "``a`b``\n"),
      (
        "<table><tr><th>a<th>b<tr><td colspan=2>c|d</table>",
        "| a | b |\n| --- | --- |\n| c\\|d |  |\n"
      ),
      (
        "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "| a | b |\n| --- | --- |\n|  | c |\n"
      ),
      ("<table><tr><td><ul><li>a</ul><td>b</table>", "- a\n\nb\n"),
      (
        "<figure><img src='a b.jpg' alt='A'><figcaption>By \"C\" <b>D</b></figcaption></figure>",
        "![A](a%20b.jpg \"By \\\"C\\\" D\")\n"
      ),
      ("<a href='big.jpg'><img src='small.jpg' alt=''></a>", "![](big.jpg)\n"),
      ("<img src='data:image/png;base64,x' data-src='real.png'>", "![](real.png)\n"),
      ("<a href='/x_(y)'>a</a> <a href='#n'>1</a> <a>b</a>", "[a](/x\\_\\(y\\)) 1 b\n"),
      ("<a href='java\tscript:alert(1)'>a</a> <a href=tel:1>b</a>", "a b\n"),
      ("<a href='/x'><h2>a</h2></a>", "## [a](/x)\n"),
      ("<iframe src='//v.example/1' title='Film'></iframe>", "[Film](https://v.example/1)\n"),
      ("10<sup>6</sup> CO<sub>2</sub> 1<sup>st</sup>", "10⁶ CO₂ 1st\n"),
      ("<q>a</q> <u>b</u> <foo-bar>c</foo-bar> <mark>d</mark>", "“a” b c d\n"),
      ("a<script>x</script><style>y</style><!-- z --><template>t</template>b", "ab\n"),
      ("<p>a &#146;b&#147; &#0;&#xFFFE;</p>", "a ’b“\n"),
      ("&lt;script&gt; &amp;lt; < 3 <3 & &x", "\\<script> \\&lt; < 3 <3 & \\&x\n"),
      ("", ""), ("<p>", ""), ("</div></p>a", "a\n"), ("<b>a<p>b</b>c", "**a**\n\nbc\n"),
    ])
  func written(html: String, markdown: String) throws {
    #expect(try HTMLText(html).markdown == markdown)
  }

  @Test(
    "survives what is hostile",
    arguments: [
      String(repeating: "<ul><li>", count: 120) + "x",
      String(repeating: "<blockquote>", count: 250) + "x",
      String(repeating: "<table><tr><td>", count: 80) + "x",
      "<table>" + String(repeating: "<tr><td rowspan=60000 colspan=60000>x", count: 500),
      String(repeating: "[", count: 50_000), String(repeating: "*a **b ", count: 20_000),
      String(repeating: "<b>x<i>", count: 100) + "y", String(repeating: "<p>&#", count: 20_000),
      String(repeating: "<a href=x>", count: 5_000) + "x",
      String(repeating: "x<br>", count: 50_000), "<!--" + String(repeating: "x", count: 100_000),
      "<a " + String(repeating: "b=c ", count: 10_000) + ">x</a>", "\0\0<p\0>x</p>",
    ])
  func hostile(html: String) throws {
    let text = try HTMLText(html)
    let rendered = try Rendered(markdown: text.markdown)
    #expect(rendered.blocks.joined().contains { $0.scalar == "x" } || !html.contains(">x"))
  }

  @Test("nesting that no text has is refused")
  func depth() throws {
    #expect(throws: Unreadable.self) { try HTMLText(String(repeating: "<div>", count: 300_000)) }
    let names = (0..<30_000).map { "a\($0)" }.joined(separator: " ")
    #expect(throws: Unreadable.self) { try HTMLText("<p \(names)>x</p>") }
    let large = "<img alt=\"\(String(repeating: "x", count: 100_000))\" src=p.png>"
    #expect(try HTMLText(large).markdown.count > 100_000)
  }
}
