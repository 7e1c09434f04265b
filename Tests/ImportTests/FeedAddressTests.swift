import Editorial
import Testing

@testable import Import

@Suite("Addresses in feeds")
struct FeedAddressTests {
  private func batch(_ text: String) throws -> Batch {
    let bench = try ImportBench()
    try bench.write("feed.xml", text)
    return try bench.read(.rss, "feed.xml")
  }

  @Test("are read against xml:base, in Atom as it nests")
  func base() throws {
    let stories = try batch(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://old.example/blog/"><link href="./"/>
      <entry><id>1</id><title>A</title><link href="2020/a.html"/>
      <content type="html">&lt;a href="b.html">x&lt;/a></content></entry>
      <entry xml:base="2021/"><id>2</id><title>B</title><link href="c.html?utm_source=rss"/>
      <content type="xhtml" xml:base="deep/"><div xmlns="http://www.w3.org/1999/xhtml"><a href="../d.html">y</a></div></content>
      </entry></feed>
      """
    ).stories
    try #require(stories.count == 2)
    #expect(stories[0].aliases == ["/blog/2020/a.html"])
    #expect(stories[0].body == "[x](https://old.example/blog/b.html)\n")
    #expect(stories[1].aliases == ["/blog/2021/c.html"])
    #expect(stories[1].body == "[y](https://old.example/blog/2021/d.html)\n")
  }

  @Test("lead up from a page, and files that come with an entry are links")
  func relative() throws {
    let batch = try batch(
      """
      <rss version="2.0"><channel><link>https://old.example/</link>
      <item><title>A</title><guid>https://old.example/first/</guid><description>&lt;a href="../x.html"&gt;x&lt;/a&gt;</description>
      <author>Jane Roe and Bob Doe</author><pubDate>Fri, 3 Apr 20 9:05 EST</pubDate>
      <enclosure url="/talk (1).mp3" length="1" type="audio/mpeg"/></item></channel></rss>
      """)
    let story = try #require(batch.stories.first)
    #expect(
      story.body
        == "[x](https://old.example/x.html)\n\n[talk (1).mp3](https://old.example/talk%20\\(1\\).mp3)\n"
    )
    #expect(story.aliases == ["/first/"])
    #expect(story.authors.map(\.name) == ["Jane Roe", "Bob Doe"])
    #expect(story.date == Moment("2020-04-03T14:05:00Z"))
    #expect(
      story.notes.last
        == Remark(line: 4, "what comes with it, `talk (1).mp3`, is a link below its text"))
  }

  @Test(arguments: [
    ("../x.html", "https://a.example/x.html"), ("./x", "https://a.example/b/x"),
    ("../../../x", "https://a.example/x"), ("?q=1", "https://a.example/b/c?q=1"),
    ("/x#y", "https://a.example/x#y"), ("#y", "#y"), ("..", "https://a.example/"),
    ("https://b.example/", "https://b.example/"), ("mailto:a@b.example", "mailto:a@b.example"),
  ])
  func `an address in a page is what a browser makes of it`(address: String, whole: String) {
    #expect(LinkAddress.resolved(address, in: "https://a.example/b/c") == whole)
  }
}
