import Testing

@testable import Import

/// Shortcodes, Liquid and their kin, as they come through a whole import.
struct CallsTests {
  @Test(arguments: [
    ("{{% notice tip \"My title\" %}}\nWords.\n{{% /notice %}}", "**My title**\n\nWords."),
    ("{{< details \"More info\" >}}\nWords.\n{{< /details >}}", "**More info**\n\nWords."),
    ("{{< tab name=\"Bash\" >}}\nWords.\n{{< /tab >}}", "**Bash**\n\nWords."),
    (
      "{{< tab name=\"Bash\" codelang=\"bash\" >}}\nls -l\n\n# x\n{{< /tab >}}",
      "**Bash**\n\n```bash\nls -l\n\n# x\n```"
    ),
    ("{{< quote author=\"Ann\" >}}\nWords.\n{{< /quote >}}", "Words.\n\n— Ann"),
    (
      "{{< figure src=\"a.png\" title=\"The title\" alt=\"A\" link=\"https://e.org/\" >}}",
      "[![A](a.png)](https://e.org/)\n\nThe title"
    ),
    ("{{< asset-static file=\"x.pdf\" label=\"Get the PDF\" >}}", "[Get the PDF](x.pdf)"),
    (
      "{{< button href=\"https://e.org/\" >}}Go there{{< /button >}}", "[Go there](https://e.org/)"
    ),
    (
      "{{< table caption=\"C\" >}}\n| a | b |\n|---|---|\n| 1 | 2 |\n{{< /table >}}",
      "**C**\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    ),
    (
      "Before\n{{< mystery >}}\n| a | b |\n|---|---|\n| 1 | 2 |\n{{< /mystery >}}\nAfter",
      "Before\n\n[shortcode mystery]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[shortcode /mystery]\n\nAfter"
    ),
    (
      "See {{< relref path=\"2019-05-08-expired.md\" lang=\"en\" >}} (or {{< ref \"b.md\" >}}).",
      "See [stet-source:2019-05-08-expired.md](stet-source:2019-05-08-expired.md) (or [stet-source:b.md](stet-source:b.md))."
    ),
    ("[x]({{< tmp\"b.md\"  >}}\"T\")", "[x](stet-source:b.md \"T\")"),
    (
      "[x]({{< ref \"b.md\" >}} \"Avoid the \"App\"\")",
      "[x](stet-source:b.md \"Avoid the &quot;App&quot;\")"
    ),
    ("{{< glossary_tooltip text=\"Pods\" term_id=\"pod\" >}} run.", "Pods run."),
    ("and [x](y) z]({{< ref \"b.md\" >}})", "and [x](y) z](b.md)"),
    ("[x]: {{< ref \"b.md\" >}}", "[x]: stet-source:b.md"),
    ("<a href=\"{{< ref \"b.md\" >}}\">x</a>", "[x](stet-source:b.md)"),
    (
      "{% callout(title=\"x\") %}inner{% end %} {{ youtube(id=\"abc\") }}",
      "**x**\n\ninner [Video on YouTube](https://www.youtube.com/watch?v=abc)"
    ),
    ("{% odd(a=1) %}inner{% end %}", "[shortcode odd a=1]inner[shortcode end]"),
    ("`{{ youtube(id=\"abc\") }}`", "`{{ youtube(id=\"abc\") }}`"),
    ("<pre><code>{{< figure src=\"a\" >}}</code></pre>", "```\n{{< figure src=\"a\" >}}\n```"),
  ])
  func `Hugo's and Zola's say all that they say`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text, .hugo).text.trimmed == expected)
  }

  @Test(arguments: [
    (
      "{% blockquote David Levithan, Wide Awake %}\nWords.\n{% endblockquote %}",
      "Words.\n\n— David Levithan, Wide Awake"
    ),
    ("{% comment %}hidden{% endcomment %}Shown", "<!--hidden-->Shown"),
    ("<pre><code>return {{ x }};</code></pre>", "```\nreturn {{ x }};\n```"),
    ("Say `a`, <code>{{ x }}</code>.", "Say `a`, `{{ x }}`."),
  ])
  func `Liquid says all that it says`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text, .jekyll).text.trimmed == expected)
  }

  @Test func `code in a page of HTML is code, and nothing else is`() throws {
    let body = try MarkdownBody(
      "<p>One {{ page.x }}</p>\n\n    <p>{% include a.html %}</p>\n<pre><code>return {{ x }};</code></pre>\n",
      .jekyll, name: "a.html")
    #expect(
      body.text
        == "One [shortcode page.x]\n\n[shortcode include a.html]\n\n```\nreturn {{ x }};\n```\n"
        .replacing("[", with: "\\[").replacing("]", with: "\\]"))
  }

  @Test(arguments: [
    ("{% image \"./cat.jpg\", \"cat\" %}", "![cat](./cat.jpg)"),
    ("{{< figure src=\"img/a.png\" >}}", "![](img/a.png)"),
    ("{% include x.html %}", "[shortcode include x.html]"), ("{{ title }}", "[shortcode title]"),
    ("a {# note #} b", "a <!-- note --> b"), ("`{{ title }}` {{ }", "`{{ title }}` {{ }"),
    ("```\n{% raw %}{{ title }}{% endraw %}\n```", "```\n{% raw %}{{ title }}{% endraw %}\n```"),
    ("$x_{{i}}$ and \\frac{{a}}{b}", "$x_{{i}}$ and \\frac{{a}}{b}"),
    ("{% raw %}{{ kept }}{% endraw %}", "{{ kept }}"),
  ])
  func `any folder's calls are known`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text).text.trimmed == expected)
  }

  @Test func `what stays visible is told with its line, and a comment once`() throws {
    let body = try MarkdownBody("One.\n\n{{ title }}\n\n{% comment %}x{% endcomment %}\n")
    #expect(body.remarks.map(\.line) == [7, 9])
    let jekyll = try MarkdownBody("{% comment %}x{% endcomment %}\n", .jekyll)
    #expect(jekyll.remarks.map(\.line) == [5])
  }

  @Test(
    arguments: [
      ("{% raw %}", 10_000, "jekyll"), ("{% highlight x %}", 8_000, "jekyll"),
      ("{% comment %}", 8_000, "jekyll"), ("{{< highlight go >}}", 6_000, "hugo"),
      ("{{< quote >}}", 6_000, "hugo"), ("{% a() %}", 10_000, "hugo"), ("{# ", 20_000, "markdown"),
      ("{{< button href=x >}}", 6_000, "hugo"), ("{::comment}", 10_000, "jekyll"),
      ("{{", 20_000, "hugo"), ("{", 20_000, "markdown"),
    ])
  func `what never ends takes no time`(text: String, count: Int, format: String) throws {
    let time = try ContinuousClock().measure {
      let body = try MarkdownBody(
        String(repeating: text + "x ", count: count), try ImportFormat.named(format))
      #expect(!body.text.isEmpty)
    }
    #expect(time < .seconds(40))
  }
}
