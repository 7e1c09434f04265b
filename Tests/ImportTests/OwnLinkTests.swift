import Editorial
import TestSupport
import Testing

@testable import Import

struct OwnLinkTests {
  private func bodies(_ format: ImportFormat, _ files: [String: String]) throws -> Intake {
    try FolderOfSources(files).intake(format)
  }

  private static let target =
    "---\ntitle: Announcing\n---\nTarget.\n"

  @Test(arguments: [
    "../../../2018/10/25/X.html", "/2018/10/25/X.html", "/2018/10/25/X/", "../../10/25/X.html",
    "2018-10-25-X.md", "https://old.example/2018/10/25/X.html",
    "http://www.old.example/2018/10/25/X",
    "//old.example/2018/10/25/X.html?utm_source=a", "https://OLD.example:443/2018/10/25/X.html",
  ])
  func `a link to a story is one here, however it is written`(address: String) throws {
    let intake = try bodies(
      .jekyll,
      [
        "_config.yml": "url: https://old.example\n",
        "_posts/2018-10-25-X.md": Self.target,
        "_posts/2018-12-06-Y.md": "---\ntitle: Y\n---\nSee [x](\(address)#part).\n",
      ])
    let text = intake.text("_posts/2018-12-06-Y.md")
    #expect(text.hasSuffix("---\nSee [x](/2018/10/25/announcing.html#part).\n"))
    #expect(intake.items.flatMap(\.notes).isEmpty)
  }

  @Test func `the site of a folder without a configuration is the one that its links name`() throws
  {
    let intake = try bodies(
      .markdown,
      [
        "posts/2018-10-25-Rust-1.30.0.md": Self.target,
        "posts/2018-12-06-other.md":
          "---\ntitle: Other\n---\n[a](https://blog.example/2018/10/25/Rust-1.30.0.html) <http://blog.example/2018/10/25/Rust-1.30.0.html> [b](https://else.example/2018/10/) [c](https://blog.example/gone/)\n",
      ])
    #expect(
      intake.text("posts/2018-12-06-other.md").hasSuffix(
        "[a](/2018/10/25/rust-1-30-0.html) [Announcing](/2018/10/25/rust-1-30-0.html) [b](https://else.example/2018/10/) [c](https://blog.example/gone/)\n"
      ))
    #expect(
      intake.items.flatMap(\.notes).map(\.message) == [
        "the link to `https://blog.example/gone/` leads to nothing that came in; it stays"
      ])
  }

  @Test func `links to what stays behind are named, those to the first page and out are not`()
    throws
  {
    let intake = try bodies(
      .jekyll,
      [
        "_config.yml": "url: https://old.example\n", "about.md": "---\ntitle: About\n---\n",
        "_posts/2018-12-06-Y.md":
          "---\ntitle: Y\n---\n[a](/about/) [b](/) [c](https://e.org/x) [d](#x)\n\n[e](mailto:a@b.example) [f](https://old.example)\n\n[g](other.html)\n",
      ])
    #expect(
      intake.items.flatMap(\.notes) == [
        Remark(line: 4, "the link to `/about/` leads to nothing that came in; it stays"),
        Remark(line: 8, "the link to `other.html` leads to nothing that came in; it stays"),
      ])
  }

  @Test func `of several of one name a reference means the one whose path ends so`() throws {
    let page = { (title: String) in "---\ntitle: \(title)\ndate: 2020-01-02\n---\nx\n" }
    let intake = try bodies(
      .hugo,
      [
        "content/a/same.md": page("First"), "content/b/same.md": page("Second"),
        "content/c/y.md":
          "---\ntitle: Yes\ndate: 2020-01-03\n---\n[x]({{< ref \"b/same.md\" >}}) [y]({{< ref \"a/same\" >}}) [z]({{< ref \"same.md\" >}})\n",
      ])
    #expect(
      intake.text("content/c/y.md").hasSuffix(
        "[x](/2020/01/02/same-2.html) [y](/2020/01/02/same.html) z\n"))
  }

  @Test func `a reference that stands in the words becomes a link, and one to a draft words`()
    throws
  {
    let intake = try bodies(
      .hugo,
      [
        "content/news/2018-10-25-X.md": Self.target,
        "content/news/idea.md": "---\ntitle: The idea\ndraft: true\n---\nx\n",
        "content/news/2018-12-06-Y.md":
          "---\ntitle: Y\n---\nSee {{< relref path=\"2018-10-25-X.md\" >}}. And [this]({{< ref \"idea.md\" >}}), {{< ref \"idea\" >}}, `stet-source:x`.\n",
        "content/news/page.html":
          "---\ntitle: Page\ndate: 2018-12-07\n---\n<p>Some <b>words</b></p>\n",
        "content/news/plain.html": "<p>Words</p>", "content/news/notes.txt": "Words",
      ])
    #expect(
      intake.text("content/news/2018-12-06-Y.md").hasSuffix(
        "See [Announcing](/2018/10/25/announcing.html). And this, The idea, `stet-source:x`.\n"))
    #expect(intake.text("content/news/page.html").hasSuffix("---\nSome **words**\n"))
    #expect(intake.ignored.map(\.source) == ["content/news/notes.txt", "content/news/plain.html"])
  }

  @Test func `a link with a number in WordPress's words is one to that post`() throws {
    let item = { (id: Int, name: String, content: String) in
      """
      <item><title>\(name)</title><link>https://old.example/2019/05/\(name)/</link>
      <w:post_id>\(id)</w:post_id><w:post_type>post</w:post_type><w:status>publish</w:status>
      <w:post_name>\(name)</w:post_name><w:post_date_gmt>2019-05-07 03:30:00</w:post_date_gmt>
      <c:encoded><![CDATA[\(content)]]></c:encoded></item>
      """
    }
    let folder = try FolderOfSources([
      "e.xml": """
      <rss xmlns:w="http://wordpress.org/export/1.2/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
      <channel><w:base_blog_url>https://old.example</w:base_blog_url>
      \(item(7, "first", "<a href=\"?p=12\">a</a> <a href=\"https://www.old.example/?p=12\">b</a> <a href=\"../second/\">c</a>\n\n<a href=\"/\">home</a>\n<a href=\"/gone/\">d</a>"))
      \(item(12, "second", "x"))
      </channel></rss>
      """
    ])
    let intake = try folder.intake(.wxr)
    #expect(
      intake.text("e.xml#7").hasSuffix(
        "[a](/2019/05/07/second.html) [b](/2019/05/07/second.html) [c](/2019/05/07/second.html)\n\n[home](https://old.example/)\\\n[d](https://old.example/gone/)\n"
      ))
    // The line of the link in the file.
    #expect(intake.items.first?.notes.map(\.line) == [9])
  }

  @Test func `a picture below a folder that no address shows is the one whose path ends so`() throws
  {
    let folder = try FolderOfSources([
      "apps/site/pages/en/a-b.md":
        "---\ntitle: A\ndate: 2020-01-02\n---\n![A](/static/images/x.png) ![B](/static/other/x.png)\n"
    ])
    for place in ["apps/site/public/static/images/x.png", "docs/x.png"] {
      try folder.bench.write(png, to: "site/\(place)")
    }
    let intake = try folder.intake(.markdown)
    #expect(Array(intake.pictures.values) == [.file("apps/site/public/static/images/x.png")])
    #expect(intake.text("apps/site/pages/en/a-b.md").contains("\\[Picture: B\\]"))
  }

  @Test
  func `pictures of its own are found by any of its addresses, and links to them from the top`()
    throws
  {
    let folder = try FolderOfSources([
      "_config.yml": "url: https://old.example\n",
      "_posts/2018-12-06-Y.md":
        "---\ntitle: Y\nhero: {image: /img/__x__.png, alt: Words}\nfeature_image: /img/__x__.png\n---\n[![](/img/__x__.png)](http://www.old.example/img/__x__.png)\n\n<p><img src=\"/img/__x__.png\" alt=\"A\"></p>\n\n[see](../img/__x__.png)\n",
    ])
    try folder.bench.write(png, to: "site/img/__x__.png")
    let intake = try folder.intake(.jekyll)
    let text = intake.text("_posts/2018-12-06-Y.md")
    let place = try #require(intake.pictures.keys.first)
    #expect(intake.pictures.count == 1)
    // A small picture that leads to itself in large is that one.
    #expect(text.contains("---\n![](\(place))\n"))
    #expect(text.contains("[see](/\(place))"))
    #expect(text.contains("![A](\(place))"))
    #expect(text.contains("image: {file: \(place), alt: Words}"))
    #expect(intake.items.flatMap(\.notes).isEmpty)
  }
}
