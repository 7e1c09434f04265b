import Editorial
import Foundation
import Testing

@testable import Export
@testable import Import

@Suite("WordPress")
struct WordPressTests {
  @Test(
    "words that mean something in Markdown",
    .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func escapes() throws {
    let story = try #require(try readCase(.wxr, "import-wxr-escapes.xml").stories.first)
    #expect(story.headline == "Looks like *Markdown* #1 & co.")
    let words = try Rendered(markdown: story.body).description
    #expect(
      words == """
        1986.Thatwastheyear.
        #1ofthelist
        +plusand-minus
        a*b*c,snake_case_name_here,[notalink](really),![nor](this),`tick`,<b>tag</b>,&amp;and&copy;
        >notaquote
        ===
        ---dashes
        |a|b|
        fourblanks
        www.example.organdme@example.org
        lineendswithbackslash\\
        [1]:https://example.org
        [[aquery]]TK{{mustache}}
        {strong}spaced{}word{em}mid{}word{strong}"Q."{}hesaid
        """)
  }

  @Test(
    "paragraphs made of bare lines",
    .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func bareLines() throws {
    let stories = try readCase(.wxr, "import-wxr-paragraphs.xml").stories
    try #require(stories.count == 2)
    #expect(
      stories[0].body == """
        First paragraph of the old story.

        Second one, with a line\\
        that was broken by hand.

        *Third* starts with a tag.

        > Quoted one.
        >
        > Quoted two.

        After the quote.

        - a
        - b

        ```
        keep

           this   spacing
        ```

        Last.

        """)
    #expect(stories[1].body == "Block one.\n\n### Sub\n\nTwo\\\nlines.\n")
  }

  @Test(
    "code, backslashes and CDATA",
    .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func code() throws {
    let stories = try readCase(.wxr, "import-wxr-code.xml").stories
    try #require(stories.count == 3)
    #expect(
      stories[0].body == """
        Run:

        ```sh
        if [ "$a" -lt 3 ]; then
        \techo "C:\\temp\\new" | sed 's/\\//_/g'
        fi
        ```

        Inline `a && b < c` and `` `tick` ``.

        ```html
        <a href="#x">not a link</a>
        ```

        Path \\\\\\\\server\\\\share and 3 \\\\\\* 4.

        """)
    #expect(stories[1].body == "Box text.\n\nLiteral \\\\u0041 stays.\n")
    let words = try Rendered(markdown: stories[2].body).description
    #expect(words == "Howtowrite<![CDATA[x]]>:likethis.\nAfterit.")
  }

  @Test(
    "drafts, private, future, protected",
    .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func stages() throws {
    let batch = try readCase(.wxr, "import-wxr-drafts.xml")
    let stages = batch.stories.map { "\($0.source.split(separator: "#")[1]) \($0.wanted)" }
    #expect(
      stages == [
        "103 draft(nil)", "104 draft(nil)",
        "105 draft(Optional(\"it was set for 2031-01-01 11:00:00\"))",
        "106 draft(Optional(\"it is private\"))",
        "108 draft(Optional(\"it asks readers for a password\"))",
        "109 draft(Optional(\"it waits for a review\"))", "110 published", "111 published",
        "112 published",
      ])
    #expect(batch.refused.map(\.source) == ["import-wxr-drafts.xml#107"])
    #expect(
      batch.ignored.map(\.source) == ["import-wxr-drafts.xml#113", "import-wxr-drafts.xml#114"])
    #expect(batch.stories.count + batch.refused.count + batch.ignored.count == 12)
    #expect(
      batch.stories.allSatisfy { ($0.date?.seconds ?? 0) >= 0 && $0.created?.seconds ?? 0 >= 0 })
    #expect(batch.stories[0].date == nil && batch.stories[0].created == nil)
    #expect(batch.stories[1].headline == "Untitled post 104")
    let ghost = try #require(batch.stories.first { $0.source.hasSuffix("#110") })
    #expect(ghost.authors == [Incoming.Author(name: "ghost-writer")])
    #expect(
      batch.people == ["acosta": IncomingPerson(name: "Ana Costa", email: "a.costa@example.org")])
    #expect(batch.stories[7].slug == "same-name" && batch.stories[8].slug == "same-name")
    #expect(batch.stories[7].aliases == ["/?p=111"])
    #expect(batch.stories[7].date == Moment("2019-05-07T03:30:00Z"))
    #expect(batch.stories[7].day == Day("2019-05-06"))
  }

  @Test("an export of another age: prefixes, namespaces, plain text beside CDATA")
  func namespaces() throws {
    let bench = try ImportBench()
    try bench.write(
      "old.xml",
      """
      <rss version="2.0" xmlns:w="https://wordpress.org/export/1.0/"
        xmlns:e="https://wordpress.org/export/1.0/excerpt/"
        xmlns:c="http://purl.org/rss/1.0/modules/content/">
      <channel><w:base_blog_url>https://old.example/blog/</w:base_blog_url>
      <item><title>Q&amp;amp;A: &lt;em&gt;who&lt;/em&gt;</title>
      <link>https://old.example/blog/2019/05/q-a/</link>
      <category domain="category" nicename="city-hall"><![CDATA[City Hall]]></category>
      <category domain="category" nicename="uncategorized">Uncategorized</category>
      <category domain="post_tag" nicename="tram">Tram</category>
      <c:encoded>&lt;p&gt;See &lt;a href="/about"&gt;us&lt;/a&gt;.&lt;/p&gt;</c:encoded>
      <e:encoded>Short &amp;amp; good.</e:encoded>
      <w:post_id>7</w:post_id><w:post_type>post</w:post_type><w:status>publish</w:status>
      <w:post_name>%c3%bcber-uns</w:post_name><w:post_date_gmt>2019-05-07 03:30:00</w:post_date_gmt>
      <w:postmeta><w:meta_key>_wp_old_slug</w:meta_key><w:meta_value>older</w:meta_value></w:postmeta>
      <w:comment><w:comment_id>1</w:comment_id></w:comment>
      </item></channel></rss>
      """)
    let batch = try bench.read(.wxr, "old.xml")
    let story = try #require(batch.stories.first)
    #expect(story.headline == "Q&A: who")
    #expect(story.sections == ["city-hall"] && batch.labels == ["city-hall": "City Hall"])
    #expect(story.tags == ["Tram"] && story.standfirst == "Short & good.")
    #expect(story.slug == "über-uns")
    #expect(story.body == "See [us](https://old.example/about).\n")
    #expect(story.aliases == ["/2019/05/q-a/", "/?p=7"])
    #expect(batch.site == "https://old.example/blog")
    #expect(story.notes.map(\.message) == ["its comment is left out"])
  }

  @Test("shortcodes become what they mean, or stay visible")
  func shortcodes() throws {
    let bench = try ImportBench()
    try bench.write("uploads/2019/05/bridge.jpg", "x")
    func item(_ id: Int, _ type: String, _ rest: String, _ content: String = "") -> String {
      """
      <item><title>T</title><c:encoded><![CDATA[\(content)]]></c:encoded><w:post_id>\(id)</w:post_id>\
      <w:post_type>\(type)</w:post_type><w:status>publish</w:status>\(rest)</item>
      """
    }
    let post = item(
      1, "post",
      "<w:postmeta><w:meta_key>_thumbnail_id</w:meta_key><w:meta_value>2</w:meta_value></w:postmeta>",
      """
      [caption id="a" width="300"]<a href="https://old.example/wp-content/uploads/2019/05/bridge.jpg"><img \
      src="https://old.example/wp-content/uploads/2019/05/bridge-300x200.jpg" alt="The bridge"></a> By [sic] \
      night[/caption]
      [gallery ids="2,9"]
      [embed]https://video.example/?a=1&amp;b=2[/embed]
      [video mp4="https://old.example/v.mp4"][/video]
      [contact-form to="x@example.org"]Write <b>us</b>[/contact-form]
      [php]
      if (a &lt; b) { [x] }
      [/php]
      <pre>[gallery]</pre>
      [[gallery]] and [1] and [sic] and [not a link](really).

      https://video.example/watch

      <!-- /wp:x -->
      """)
    try bench.write(
      "export.xml",
      """
      <rss xmlns:w="http://wordpress.org/export/1.2/" xmlns:c="http://purl.org/rss/1.0/modules/content/" \
      xmlns:e="http://wordpress.org/export/1.2/excerpt/"><channel>\
      <w:base_blog_url>https://old.example</w:base_blog_url>\(post)
      \(item(2, "attachment", "<e:encoded>In spring</e:encoded><w:attachment_url>https://old.example/wp-content/uploads/2019/05/bridge.jpg</w:attachment_url>"))
      </channel></rss>
      """)
    let story = try #require(try bench.read(.wxr).stories.first)
    #expect(
      story.body == """
        ![The bridge](/uploads/2019/05/bridge.jpg "By \\[sic\\] night")

        ![](/uploads/2019/05/bridge.jpg "In spring")

        [https://video.example/?a=1\\&b=2](https://video.example/?a=1\\&b=2)

        <https://old.example/v.mp4>

        \\[shortcode contact-form to="x@example.org"\\]Write **us**

        ```php
        if (a < b) { [x] }
        ```

        ```
        [gallery]
        ```

        \\[gallery\\] and \\[1\\] and \\[sic\\] and \\[not a link\\](really).

        <https://video.example/watch>

        """)
    #expect(story.image == Incoming.Image("/uploads/2019/05/bridge.jpg", caption: "In spring"))
    #expect(
      story.notes.map(\.message) == [
        "1 of a gallery's 2 pictures are not in the file",
        "[contact-form] of a plugin stands as `[shortcode contact-form to=\"x@example.org\"]`: only that plugin knew it",
        "what was embedded from https://old.example/v.mp4 came over as a link",
      ])
  }

  @Test("what is cut off, no export, or tricks a reader is refused whole")
  func broken() throws {
    let bench = try ImportBench()
    let whole = """
      <rss xmlns:w="http://wordpress.org/export/1.2/"><channel><w:wxr_version>1.2</w:wxr_version>
      <item><title>A</title><w:post_id>1</w:post_id><w:post_type>post</w:post_type></item>
      <item><title>B</title></item></channel></rss>
      """
    try bench.write("cut.xml", whole.utf8.prefix(whole.utf8.count * 3 / 4))
    try bench.write("dtd.xml", "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + whole)
    try bench.write("feed.xml", "<rss version=\"2.0\"><channel><title>F</title></channel></rss>")
    try bench.write("page.xml", "<html><body><p>Not found<br></body></html>")
    for (file, problem) in [
      (
        "cut.xml",
        "cut.xml, line 2: the file ends in the middle: <post_type> of line 2 is still open"
      ),
      (
        "dtd.xml",
        "dtd.xml, line 1: it has a document type declaration (<!DOCTYPE …>), which can make a reader "
          + "load files or fill its memory"
      ),
      (
        "feed.xml",
        "feed.xml is no WordPress export: it has nothing of the namespace wordpress.org/export"
      ),
      (
        "page.xml", "page.xml, line 1: a tag closes what is not open: <br> of line 1 is still open"
      ),
    ] {
      let error = #expect(throws: Unreadable.self) { try bench.read(.wxr, file) }
      #expect(error?.problem == problem)
    }
    try bench.write("good.xml", whole)
    let batch = try bench.read(.wxr)
    #expect(batch.stories.count == 1)
    #expect(batch.refused.map(\.source) == ["cut.xml", "dtd.xml", "feed.xml", "page.xml"])
  }

  @Test(
    "an export cut anywhere is refused, never half taken in",
    .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func cut() throws {
    let place = try #require(caseInputs).appending(path: "import-wxr-code.xml")
    let bytes = [UInt8](try Data(contentsOf: place))
    let end = bytes.lastIndex(of: UInt8(ascii: ">")) ?? bytes.count
    for length in stride(from: 0, through: end, by: 41) {
      #expect(throws: Unreadable.self) {
        try XMLReader.read(Array(bytes[..<length]), name: "cut.xml", parts: ["item"])
      }
    }
  }

  @Test(
    "shortcodes that are hostile end",
    arguments: [
      String(repeating: "[a b=c]", count: 20_000), String(repeating: "<pre>", count: 20_000),
      String(repeating: "[caption]", count: 20_000), String(repeating: "<a '", count: 20_000),
      String(repeating: "[code]", count: 20_000) + "[/code]",
      String(repeating: "[", count: 100_000),
    ])
  func hostile(text: String) {
    var calls = WordPressCalls { _ in
      []
    } block: { _ in
      nil
    }
    #expect(!calls.expanded(text).isEmpty)
  }
}
