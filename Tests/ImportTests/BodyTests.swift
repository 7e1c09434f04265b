import Testing

@testable import Import

/// What a body becomes, pass by pass, and the line of each remark.
struct BodyTests {
  private func turned(_ text: String, _ turn: (inout Manuscript) -> Void) -> (String, [Remark]) {
    var manuscript = Manuscript(Array(text.utf8), from: 10)
    turn(&manuscript)
    return (manuscript.text, manuscript.remarks)
  }

  @Test(arguments: [
    ("{{< figure src=\"a.jpg\" alt=\"A boat\" >}}", "![A boat](a.jpg)"),
    ("{{< youtube dQw4 >}}", "[Video on YouTube](https://www.youtube.com/watch?v=dQw4)"),
    ("[x]({{< ref \"b.md\" >}})", "[x](stet-source:b.md)"),
    ("{{% note %}}Words.{{% /note %}}", "Words."),
    ("{{< mystery a=\"b *c*\" >}}", "[shortcode mystery a=\"b \\*c\\*\"]"),
    ("`{{< ref \"x\" >}}`", "`{{< ref \"x\" >}}`"),
    ("{{</* ref \"x\" */>}}", "`{{< ref \"x\" >}}`"),
    ("```\n{{</* figure */>}}\n```", "```\n{{< figure >}}\n```"),
    ("{{< tweet user=\"a\" id=\"12\" >}}", "[Tweet by @a](https://twitter.com/a/status/12)"),
    ("{{ unknown }}", "{{ unknown }}"), ("{{< unclosed", "{{< unclosed"),
  ])
  func `shortcodes say what they mean`(text: String, expected: String) {
    #expect(turned(text, HugoCalls.turn).0 == expected)
  }

  @Test(arguments: [
    (
      "{% post_url 2019-01-15-late %}", "[stet-source:2019-01-15-late](stet-source:2019-01-15-late)"
    ),
    ("[x]({% link _posts/a.md %})", "[x](stet-source:_posts/a.md)"),
    ("![x]({{ site.baseurl }}/a.png)", "![x](/blog/a.png)"),
    ("[x]({{ '/a/' | relative_url }})", "[x](/a/)"),
    ("{{ page.title }}", "[shortcode page.title]"),
    ("{% raw %}{{ kept }}{% endraw %}", "{{ kept }}"),
    ("```\n{% raw %}{{ kept }}{% endraw %}\n```", "```\n{{ kept }}\n```"),
    ("{% highlight ruby %}\na = `b`\n{% endhighlight %}", "\n```ruby\na = `b`\n```\n"),
    ("{% include image.html src=\"/a.jpg\" alt=\"A\" %}", "![A](/a.jpg)"),
    ("{% img left /images/a.png 100 \"t\" %}", "![t](/images/a.png)"),
    ("{% img /images/a.png 10 20 'T' 'W' %}", "![W](/images/a.png \"T\")"),
    ("{% asset hero.jpg alt=\"A boat\" %}", "![A boat](hero.jpg)"),
    ("{% asset site.css %}", "[shortcode asset site.css]"),
    ("{% include nav.html %}", "[shortcode include nav.html]"),
    ("{% if x %}a{% endif %}", "[shortcode if x]a[shortcode endif]"),
    ("By {% author boone %}, {% author who %}", "By Greg Boone, [shortcode author who]"),
    ("{%- assign a = 1 -%}", "[shortcode assign a = 1]"), ("{% unclosed", "{% unclosed"),
  ])
  func `Liquid says what it means`(text: String, expected: String) {
    let liquid = Liquid(site: ["baseurl": "/blog"], names: ["boone": "Greg Boone"])
    #expect(turned(text, liquid.turn).0 == expected)
  }

  @Test func `every word of every footnote stays`() {
    let source = """
      A claim[^1], another[^src], a third[^long].

      [^1]: Reuters
      [^src]: https://example.org/report
      [^long]: First.

          Second[^1].

      After[^missing], `code[^1]`.
      """
    let (text, remarks) = turned(source, Footnotes.turn)
    let paragraphs = text.split(separator: "\n\n").map { $0.trimmed }.filter { !$0.isEmpty }
    #expect(
      paragraphs == [
        "A claim\\[1\\], another\\[src\\], a third\\[long\\].",
        "After\\[^missing\\], `code[^1]`.", "\\[1\\] Reuters",
        "\\[src\\] https://example.org/report", "\\[long\\] First.", "Second\\[1\\].",
      ])
    #expect(remarks.map(\.line) == [18, 12])
  }

  @Test(arguments: [
    ("A <strong>b</strong> <em>c</em>.", "A **b** *c*."),
    ("<a href=\"https://e.org/\">x</a>", "[x](https://e.org/)"),
    ("<a name=top>x</a>", "x"), ("<img src='a.png' alt='A &amp; B'>", "![A & B](<a.png>)"),
    ("<script>evil()</script>b", "b"), ("`<b>`", "`<b>`"), ("1 < 2 > 0", "1 < 2 > 0"),
    ("<span class=x>a</span>", "a"), ("<https://e.org>", "<https://e.org>"),
  ])
  func `tags lose themselves and keep their words`(text: String, expected: String) {
    #expect(turned(text, Tags.turn).0 == expected)
  }

  @Test func `a table of tags is a table`() {
    let (text, _) = turned(
      "Before.\n\n<table>\n  <tr><th>A</th><th>B</th></tr>\n  <tr><td>1</td><td>2</td></tr>\n</table>\n\nAfter.",
      Tags.turn)
    for word in ["Before.", "A", "B", "1", "2", "After."] { #expect(text.contains(word)) }
    #expect(!text.contains("<t"))
    #expect(text.contains("|"))
  }

  @Test func `what would be a query is text, and its line is told`() {
    let (text, remarks) = turned("One.\n\nSee [[Post]] and `[[code]]`, TK.", Signs.settle)
    #expect(text == "One.\n\nSee \\[\\[Post]] and `[[code]]`, TK.")
    #expect(remarks.map(\.line) == [12, 12])
  }

  @Test func `a line is told by its source, however the text before it grew`() {
    var text = Manuscript(Array("a\nb\nc\nd".utf8), from: 5)
    text.apply([Manuscript.Edit(2..<3, "x\ny\nz")])
    text.apply([Manuscript.Edit(0..<1, "1\n2")])
    #expect(text.line(at: text.bytes.count - 1) == 8)
    #expect(text.line(at: text.bytes.count - 3) == 7)
  }
}
