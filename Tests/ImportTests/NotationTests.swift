import Testing

@testable import Import

/// What systems write beyond Markdown: notes, ids, components, callouts, lists of terms.
struct NotationTests {
  @Test func `code is none of a footnote's`() throws {
    let body = try MarkdownBody(
      "A[^1].\n\n[^1]: One.\n\n```\n[^3]: not a note\ncode\n```\n\n    [^4]: nor this\n\nAfter.\n")
    #expect(
      body.text
        == "A\\[1\\].\n\n```\n[^3]: not a note\ncode\n```\n\n    [^4]: nor this\n\nAfter.\n\n\\[1\\] One.\n"
    )
    #expect(body.remarks.map(\.line) == [7])
  }

  @Test(arguments: [
    ("[^1]: One.\n```\nx\n```\n\nA[^1].", "```\nx\n```\n\nA\\[1\\].\n\n\\[1\\] One."),
    (
      "A[^1].\n\n[^1]: One.\n\n    ```\n    x\n    ```\n",
      "A\\[1\\].\n\n\\[1\\] One.\n\n```\nx\n```"
    ),
    ("[^1]: One.\n# Head\n\nA[^1].", "# Head\n\nA\\[1\\].\n\n\\[1\\] One."),
  ])
  func `a note ends where it ends`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text).text.trimmed == expected)
  }

  @Test func `ids of headings go, and links to them lead there`() throws {
    let body = try MarkdownBody(
      "## Heading one {#first}\n\nTo [a](#first), [b](#second), [c](#third), [d](#fourth).\n\nTwo {#second .class}\n---\n\n## Three\n{: #third}\n\n## Four {: #fourth}\n",
      .jekyll)
    #expect(
      body.text
        == "## Heading one\n\nTo [a](#heading-one), [b](#two), [c](#three), [d](#four).\n\nTwo\n---\n\n## Three\n\n## Four\n"
    )
    let html = try MarkdownBody("<h2 id=\"x\">Heading <b>two</b></h2>\n\n[a](#x)\n", .hugo)
    #expect(html.text == "## Heading **two**\n\n[a](#heading-two)\n")
  }

  @Test(arguments: [
    (
      "import { Foo } from './foo'\nimport X from 'x'\n\nWords.\n\nexport const meta = {\n  a: 1\n}\n\nEnd.",
      "Words.\n\nEnd."
    ),
    ("A {/* hidden */} b.", "A <!-- hidden --> b."), ("A{' '}b {`c`}.", "A b c."),
    ("A {props.value} b.", "A [shortcode props.value] b."),
    ("```js\nimport x from 'y'\nf({a})\n```", "```js\nimport x from 'y'\nf({a})\n```"),
    (
      "<AlertBox title=\"Info\" level={1}>\n\nWords **x**.\n\n</AlertBox>",
      "**Info**\n\nWords **x**."
    ),
    ("<Youtube id=\"abc\" />", "[Video on YouTube](https://www.youtube.com/watch?v=abc)"),
    ("<Chart data={x > 1} />", "[shortcode Chart data=\"x &gt; 1\"]"),
    (
      "{({ release }) => <Foo version={release} />}",
      "[shortcode ( release ) =\\> \\<Foo version=release /\\>]"
    ),
    ("Import and export are words.", "Import and export are words."),
  ])
  func `MDX leaves its programs`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text, name: "a.mdx").text.trimmed == expected)
  }

  @Test(arguments: ["markdown", "hugo", "jekyll"])
  func `MDX is read by every format, and what leaves is told`(name: String) throws {
    let body = try MarkdownBody(
      "import X from 'x'\n\nWords {a.b}.\n", try ImportFormat.named(name), name: "a.mdx")
    #expect(body.text == "Words [shortcode a.b].\n")
    #expect(body.remarks.map(\.line).contains(5))
    #expect(body.remarks.map(\.line).contains(7))
  }

  @Test(arguments: [
    ("a {::comment}hidden{:/comment} b", "a <!-- hidden --> b"),
    ("{::comment}\nhidden\n{:/}\n\nb", "<!-- hidden -->\n\nb"),
    ("* TOC\n{:toc}\n\nWords.", "Words."), ("1. TOC\n{:toc}\n\nWords.", "Words."),
    ("HTML.\n\n*[HTML]: Hypertext\n\nEnd.", "HTML.\n\nEnd."),
    ("Term\n: Def one\n: Def two\n\nWords.", "**Term**\n\nDef one\n\nDef two\n\nWords."),
    ("a{: .x} b", "a b"), ("{::nomarkdown}x{:/nomarkdown}", "x"),
  ])
  func `Kramdown's marks go`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text, .jekyll).text.trimmed == expected)
  }

  @Test func `an abbreviation that goes is told`() throws {
    let body = try MarkdownBody("HTML.\n\n*[HTML]: Hypertext\n", .jekyll)
    #expect(body.remarks.map(\.line) == [7])
    #expect(body.remarks.first?.message.contains("Hypertext") == true)
  }

  @Test(arguments: [
    ("> [!warning] Mind it\n> Words.", "> **Mind it**\n>\n> Words."),
    ("> [!NOTE]\n> Words.", "> **Note**\n>\n> Words."),
    ("Words. ^block-1\n\nMore.", "Words.\n\nMore."),
    ("a <!-- more --> b\n\n<!--kg-card-begin: html-->\n\nc", "a  b\n\nc"),
    ("<div>\n\n\n<p>a</p>\n\n\n</div>\n\n\n\nb", "a\n\nb"),
  ])
  func `marks of notebooks and editors go`(text: String, expected: String) throws {
    #expect(try MarkdownBody(text).text.trimmed == expected)
  }

  @Test func `a link that leads somewhere is not told, nor is the end of a teaser`() throws {
    let folder = try FolderOfSources([
      "a.md": "---\ntitle: A\ndate: 2020-01-02\n---\n[[B]] [[Gone]]\n\n<!--more-->\n\nx\n",
      "b.md": "---\ntitle: B\ndate: 2020-01-02\n---\nx\n",
    ])
    let notes = try folder.intake(.markdown).items.first { $0.source == "a.md" }?.notes ?? []
    #expect(
      notes.map(\.message) == ["the link to `Gone` leads to nothing that came in; its words stay"])
  }

  @Test(arguments: [
    ("Swift: `async` & <T>", "Swift: `async` & <T>"),
    ("Use `<b>` and <b>this</b>", "Use `<b>` and this"),
    ("a<b and c>d", "a<b and c>d"), ("<em>x</em> &amp; y", "x & y"),
  ])
  func `a headline keeps its angle brackets`(text: String, expected: String) {
    #expect(plainWords(text) == expected)
  }

  @Test func `every summary stays`() throws {
    let folder = try FolderOfSources([
      "a.md":
        "---\ntitle: A\nheadline: B\ndate: 2020-01-02\nsubtitle: One\nlead: Two\nsummary: Three\ndescription: Four\nexcerpt: Three\n---\nx\n"
    ])
    let text = try folder.intake(.markdown).text("a.md")
    for line in ["standfirst: One", "was-lead: Two", "was-description: Four", "was-headline: B"] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
    #expect(text.contains(": Three\n"))
    #expect(!text.contains("was-excerpt"))
  }

  @Test func `a page of HTML in the content of a Hugo site comes in by its fields`() throws {
    let folder = try FolderOfSources([
      "content/legal.html": "---\ntitle: Legal\ndate: 2020-01-02\n---\n<p>Some <b>words</b></p>\n",
      "content/x.html": "<p>x</p>\n", "layouts/y.html": "<p>y</p>\n",
    ])
    let intake = try folder.intake(.hugo)
    #expect(intake.text("content/legal.html").hasSuffix("---\nSome **words**\n"))
    #expect(intake.ignored.map(\.source) == ["content/x.html"])
  }
}
