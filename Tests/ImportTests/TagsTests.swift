import Testing

@testable import Import

/// Raw HTML in Markdown: no word of it is lost, and no sign of it is left.
struct TagsTests {
  private func turned(_ text: String) -> String {
    var manuscript = Manuscript(Array(text.utf8), from: 1)
    Tags.turn(&manuscript)
    Spacing.fold(&manuscript)
    return manuscript.text.trimmed
  }

  @Test(arguments: [
    (
      "5 < 6 and a<b and AT&T and &copy; 2017 and <email@x.example>.",
      "5 < 6 and a\\<b and AT&T and &copy; 2017 and <email@x.example>."
    ),
    ("If a<b and c>d then x", "If a\\<b and c>d then x"),
    ("If n<m and k then\n\nsecond para > quote.", "If n\\<m and k then\n\nsecond para > quote."),
    ("A Vec<T> and a </K> and <?php echo 1 ?>", "A Vec\\<T> and a \\</K> and \\<?php echo 1 ?>"),
    ("Use the <script> tag, then go on.", "Use the \\<script> tag, then go on."),
    ("![blank](<img/my pic.png>) [link](<img/my pic.png>) [md2](<Other Note.md>)", nil),
    ("[a]: <b c.html>", nil), ("<https://e.org/a_b>", nil), ("a <!-- <b>x</b> --> b", nil),
    ("<A HREF=\"https://e.org/\">UPPER</A>", "[UPPER](https://e.org/)"),
    ("<a href=\"u\"><img src='p.png'></a>", "[![](<p.png>)](u)"),
    ("<a href=\"u\">![p](p.png)</a>", "[![p](p.png)](u)"),
    ("x<a href=\"u\"> y </a>z", "x [y](u) z"),
    ("<a href=\"u\">a\n\nb</a> c", "a\n\nb [u](u) c"), ("<a href=\"u\">never", "[u](u) never"),
    ("<img src=\"data:image/png;base64,AAAA\" alt=\"A\">", "A"),
  ])
  func `what is no tag stays, and links keep their addresses`(text: String, expected: String?) {
    #expect(turned(text) == expected ?? text)
  }

  @Test(arguments: [
    ("So<b> spaced </b>word", "So **spaced** word"),
    ("<strong>x </strong>y", "**x** y"), ("<i></i>e", "e"), ("<b> </b>e", "e"),
    ("<b>bold\n\nnext para</b>", "bold\n\nnext para"), ("<b>a</b><b>b</b>", "**ab**"),
    ("<b><b>x</b></b>", "**x**"), ("<b>**x**</b>", "**x**"), ("<b>never", "never"),
    ("say<b>“no.”</b>he", "sa&#121;**“no.”**&#104;e"), ("<b><i>x</i></b>", "***x***"),
    ("<del>x</del> <cite>y</cite>", "~~x~~ *y*"),
    ("10<sup>6</sup> CO<sub>2</sub> 1<sup>st</sup>", "10⁶ CO₂ 1st"),
    ("<code>Vec&lt;T&gt;</code> <code>a<T></code> <kbd>`</kbd>", "`Vec<T>` `a<T>` `` ` ``"),
    ("<em>a<br><span></span></em><b>b</b>", "a\\\n**b**"),
    ("<code>\\_id</code> <code>[x](y)</code>", "`_id` [x](y)"),
    ("<q>a</q> <u>b</u> <span class=x>c</span>", "“a” b c"),
    ("1. <p>a</p>\n2. <div>b</div>", "1. a\n\n2. b"),
  ])
  func `stress stands as Markdown wants it`(text: String, expected: String) {
    #expect(turned(text) == expected)
  }

  @Test(arguments: [
    ("a.msi <br>\nWindows", "a.msi\\\nWindows"), ("a<br/>b<BR />c", "a\\\nb\\\nc"),
    ("a<br><br>b", "a\n\nb"), ("a<br>\n\nb", "a\n\nb"), ("a<br><br> \n\nb", "a\n\nb"),
    ("<br><br>b", "b"), ("a<br>", "a"), ("a<br>\n- b", "a\n- b"),
    ("a<br>- b", "a\\\n\\- b"), ("- a<br>b", "- a\\\n  b"), ("> a<br>\n> b", "> a\\\n> b"),
    ("# a<br>b", "# a b"), ("a\n<br>\nb", "a\\\nb"),
    ("| a | b |\n|---|---|\n| x<br>y | z |", "| a | b |\n|---|---|\n| x y | z |"),
    (
      "| a | b |\n|---|---|\n| <ul><li>x</li><li>y</li></ul> | <b>z</b> |",
      "| a | b |\n|---|---|\n| x / y | **z** |"
    ),
  ])
  func `a break is one break`(text: String, expected: String) {
    let lines = turned(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines == wanted)
  }

  @Test(arguments: [
    ("<div markdown=\"1\">\nWith `code<T>`.\n</div>", "With `code<T>`."),
    (
      "<ol><li>First</li><li>Second with **md** and [a](b.md)</li></ol>",
      "1. First\n2. Second with **md** and [a](b.md)"
    ),
    ("<ul>\n<li>See <a href=\"stet-source:x y\">x</a></li>\n</ul>", "- See [x](<stet-source:x y>)"),
    (
      "<blockquote>\n\nSome *words*\n\n- a\n- b\n\n</blockquote>", "> Some *words*\n>\n> - a\n> - b"
    ),
    (
      "<details>\n<summary>More</summary>\n\n```js\nlet x = <T>y;\n```\n\n</details>\n\nEnd",
      "More\n\n```js\nlet x = <T>y;\n```\n\nEnd"
    ),
    ("1. One:\n\n   <ul><li>x</li></ul>\n\n2. Two", "1. One:\n\n   - x\n\n2. Two"),
    ("1. a\n\n   <pre>b\n   c</pre>", "1. a\n\n   ```\n   b\n   c\n   ```"),
    ("<p>Use `a<b>` and Vec<T> now</p>", "Use `a<b>` and Vec\\<T> now"),
    ("<pre><code>if a &lt; b {\n\n  c\n}</code></pre>", "```\nif a < b {\n\n  c\n}\n```"),
    (
      "<table><tr><td>`a|b`</td><td>[shortcode x]</td></tr><tr><td>1</td><td>2</td></tr></table>",
      "| `a\\|b` | [shortcode x] |\n| --- | --- |\n| 1 | 2 |"
    ),
    ("<div>\n      <span>words</span>\n      more\n</div>", "words\n      more"),
  ])
  func `blocks keep the Markdown in them`(text: String, expected: String) {
    #expect(turned(text) == expected)
  }

  @Test(arguments: [
    (
      "<div class=\"video\"><iframe src=\"https://www.youtube-nocookie.com/embed/abc\"></iframe></div>",
      "https://www.youtube-nocookie.com/embed/abc"
    ),
    ("Text <iframe src=\"https://e.org/1\" title=\"T\"></iframe> more", "https://e.org/1"),
    ("<object data=\"https://e.org/2\"></object>", "https://e.org/2"),
    ("<embed src=\"https://e.org/3\">", "https://e.org/3"),
    ("<video controls><source src=\"https://e.org/4.mp4\"></video>", "https://e.org/4.mp4"),
    ("<p><video><source src=\"https://e.org/5.mp4\"></video></p>", "https://e.org/5.mp4"),
    ("<iframe src=\"https://e.org/6\">", "https://e.org/6"),
  ])
  func `what is embedded keeps its address`(text: String, address: String) {
    let result = turned(text)
    #expect(result.contains("](\(address))") || result.contains("<\(address)>"), "\(result)")
  }

  @Test func `HTML that is indented is no code`() throws {
    let body = try MarkdownBody(
      "<div>\n  <div>\n    <h2>\n      One\n    </h2>\n\n    <p>\n      Two <a href=\"{{< ref \"b.md\" >}}\">b</a>\n    </p>\n\n    <ul>\n      <li>\n\n        Three\n      </li>\n    </ul>\n  </div>\n</div>\n\n<p>\n  a </p> b\n\n    <p>\n      c\n    </p>\n\nFour\n\n    <p>code</p>\n",
      .hugo)
    #expect(
      body.text
        == "## One\n\nTwo [b](<stet-source:b.md>)\n\n- Three\n\na\n\nb\n\nc\n\nFour\n\n    <p>code</p>\n"
    )
  }

  @Test(
    arguments: [
      String(repeating: "<a href=\"x\">", count: 20_000), String(repeating: "<b x ", count: 50_000),
      String(repeating: "<b>", count: 20_000) + String(repeating: "</i>", count: 20_000),
      String(repeating: "<ul>", count: 20_000), String(repeating: "<p>\n\n", count: 20_000),
      String(repeating: "<a b='<a c=\"", count: 10_000), String(repeating: "<code>", count: 20_000),
      "<ul>" + String(repeating: "\n", count: 100_000) + "</ul>",
      "<ul>" + String(repeating: "**", count: 50_000) + "</ul>",
      "<ul>" + String(repeating: "[", count: 50_000) + "</ul>",
      String(repeating: "a<br>", count: 20_000), String(repeating: "<", count: 100_000),
    ])
  func `what is hostile takes no time`(text: String) {
    let time = ContinuousClock().measure {
      #expect(!turned(text + "\n\nend").isEmpty)
    }
    #expect(time < .seconds(40))
  }
}
