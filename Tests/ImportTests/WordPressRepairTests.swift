import Editorial
import Testing

@testable import Import

@Suite("WordPress, odd and hand-made")
struct WordPressRepairTests {
  private func batch(_ content: String, _ more: String = "") throws -> Batch {
    let bench = try ImportBench()
    try bench.write(
      "e.xml",
      """
      <rss xmlns:w="http://wordpress.org/export/1.2/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>
      <w:base_blog_url>https://old.example</w:base_blog_url>
      <item><title>A</title><w:post_id>1</w:post_id><w:post_type>post</w:post_type><w:status>publish</w:status>\(more)
      <c:encoded><![CDATA[\(content)]]></c:encoded></item>
      <item><title>B</title><w:post_id>2</w:post_id><w:post_type>post</w:post_type>
      <c:encoded>b</c:encoded></item></channel></rss>
      """)
    return try bench.read(.wxr, "e.xml")
  }

  @Test("a control character costs itself, and its line is told")
  func controls() throws {
    let batch = try batch("<p>one</p>\n<p>t\u{B}wo</p>")
    #expect(batch.stories.map(\.body) == ["one\n\ntwo\n", "b\n"])
    #expect(batch.stories[0].notes == [Remark(line: 5, "control characters were taken out")])
  }

  @Test("remarks name the lines of what they are about")
  func lines() throws {
    let batch = try batch(
      "<p>one</p>\n[plugin a=\"b\"]\n\n<p>\n<svg></svg></p>\n\n<object></object><iframe src=\"https://v.example/\"></iframe>",
      "\n<category domain=\"topic\" nicename=\"t\">T</category>\n<w:comment><w:comment_id>1</w:comment_id></w:comment>"
    )
    #expect(
      batch.stories[0].notes.map { "\($0.line ?? 0) \($0.message.prefix(20))" }
        == [
          "4 its topic `T` is lef", "7 [plugin] of a plugin", "10 a drawing inside the",
          "12 what was embedded fro", "5 its comment is left ",
        ].map { line in
          let number = line.prefix { $0 != " " }
          return "\(number) \(line.dropFirst(number.count + 1).prefix(20))"
        })
  }

  @Test("footnotes stand below the text, wherever WordPress keeps them")
  func footnotes() throws {
    let notes =
      "<w:postmeta><w:meta_key>footnotes</w:meta_key><w:meta_value>[{\"content\":\"Foot &lt;em&gt;note&lt;/em&gt; words\",\"id\":\"f1\"},{\"content\":\"Two\",\"id\":\"f2\"}]</w:meta_value></w:postmeta>"
    let mark = "<sup data-fn=\"f1\" class=\"fn\"><a href=\"#f1\" id=\"f1-link\">1</a></sup>"
    for content in [
      "<!-- wp:paragraph --><p>Claim\(mark)</p><!-- /wp:paragraph -->\n<!-- wp:footnotes /-->",
      "<!-- wp:paragraph --><p>Claim\(mark)</p><!-- /wp:paragraph -->",
    ] {
      let story = try batch(content, notes).stories[0]
      #expect(story.body == "Claim¹\n\n1. Foot *note* words\n2. Two\n")
      #expect(story.notes.isEmpty)
    }
    let story = try batch("<p>Claim</p>", notes).stories[0]
    #expect(story.body == "Claim\n")
    #expect(story.notes.map(\.message).first?.contains("Foot <em>note</em> words Two") == true)
  }

  @Test("guest authors, and a leading picture that is not in the file")
  func guests() throws {
    let batch = try batch(
      "x",
      """
      <category domain="author" nicename="cap-jane-roe">jane-roe</category>
      <category domain="author" nicename="cap-ed">Ed Poe</category>
      <w:postmeta><w:meta_key>_thumbnail_id</w:meta_key><w:meta_value>77</w:meta_value></w:postmeta></item>
      <item><title>Jane Roe</title><w:post_id>3</w:post_id><w:post_type>guest-author</w:post_type><w:post_name>cap-jane-roe</w:post_name>
      <w:postmeta><w:meta_key>cap-user_login</w:meta_key><w:meta_value>jane-roe</w:meta_value></w:postmeta>
      <w:postmeta><w:meta_key>cap-display_name</w:meta_key><w:meta_value>Jane A. Roe</w:meta_value></w:postmeta>
      <w:postmeta><w:meta_key>cap-description</w:meta_key><w:meta_value>Digs.</w:meta_value></w:postmeta>
      """)
    #expect(
      batch.stories[0].authors == [
        Incoming.Author(name: "jane-roe", key: "jane-roe"), Incoming.Author(name: "Ed Poe"),
      ])
    #expect(batch.people["jane-roe"] == IncomingPerson(name: "Jane A. Roe", bio: "Digs."))
    #expect(
      batch.stories[0].notes.map(\.message) == [
        "the picture that leads, number 77, is not in the file"
      ])
  }

  @Test("a picture keeps its own words in a gallery with words, and a file's button is apart")
  func galleries() throws {
    let story = try batch(
      "<!-- wp:gallery --><figure class=\"wp-block-gallery\"><figure><img src=\"https://e.org/a.jpg\"/><figcaption>Own</figcaption></figure><figcaption>All</figcaption></figure><!-- /wp:gallery -->\n<!-- wp:file --><div class=\"wp-block-file\"><a href=\"https://e.org/d.pdf\">doc</a><a href=\"https://e.org/d.pdf\" class=\"wp-block-file__button\" download>Download</a></div><!-- /wp:file -->"
    ).stories[0]
    #expect(
      story.body
        == "![](https://e.org/a.jpg \"Own\")\n\nAll\n\n[doc](https://e.org/d.pdf)\n\n[Download](https://e.org/d.pdf)\n"
    )
  }
}
