import Editorial
import Testing

@testable import Import

@Suite("Feeds")
struct FeedTests {
  @Test("RSS with whole texts")
  func rss() throws {
    let bench = try ImportBench()
    try bench.write(
      "feed.xml",
      """
      <?xml version="1.0" encoding="windows-1252"?>
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"
        xmlns:m="http://search.yahoo.com/mrss/"><channel><title>F</title><link>https://old.example/</link>
      <item><title>Caf\u{1}</title><link>https://old.example/2024/11/cafe/?utm=1</link><guid isPermaLink="false">g1</guid>
      <pubDate>Sun, 24 Nov 2024 01:00:00 +0000</pubDate><d:creator>Ana Costa</d:creator><d:creator>Wei Lin</d:creator>
      <category>City</category><category>Tram</category><description>Short.</description>
      <c:encoded><![CDATA[<p>Whole <a href="more">text</a>.</p><p>#2</p>]]></c:encoded>
      <m:content url="https://cdn.example/p.jpg" medium="image"><m:description>A tram</m:description></m:content>
      </item>
      <item><title>B</title><guid>g2</guid><description>Only &lt;b&gt;this&lt;/b&gt;.</description>
      <author>b@example.org (Bea Bo)</author></item>
      <item><title>C</title><guid>g3</guid></item>
      <item><title>A again</title><guid>g1</guid><description>x</description></item>
      </channel></rss>
      """.utf8.map { $0 == 1 ? 0xE9 : $0 })
    let batch = try bench.read(.rss, "feed.xml")
    try #require(batch.stories.count == 2)
    let story = batch.stories[0]
    #expect(story.headline == "Café" && story.standfirst == "Short.")
    #expect(story.body == "Whole [text](https://old.example/2024/11/cafe/more).\n\n\\#2\n")
    #expect(story.authors.map(\.name) == ["Ana Costa", "Wei Lin"])
    #expect(story.date == Moment("2024-11-24T01:00:00Z") && story.wanted == .published)
    #expect(story.sections == ["City"] && story.tags == ["Tram"])
    #expect(story.aliases == ["/2024/11/cafe/"])
    #expect(story.image == Incoming.Image("https://cdn.example/p.jpg", caption: "A tram"))
    #expect(
      batch.stories[1].body == "Only **this**.\n"
        && batch.stories[1].authors.map(\.name) == ["Bea Bo"])
    #expect(batch.refused.map(\.source) == ["feed.xml#g3"])
    #expect(batch.ignored.map(\.reason) == ["an entry of that id has come before"])
  }

  @Test("Atom: text, HTML and XHTML, a namespace with a prefix")
  func atom() throws {
    let bench = try ImportBench()
    try bench.write(
      "feed.atom",
      """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:link href="https://old.example/"/>
      <a:author><a:name>The Desk</a:name></a:author>
      <a:entry xml:lang="pt"><a:id>t:1</a:id><a:title type="html">A &amp;lt;B&amp;gt; &amp;amp; C</a:title>
      <a:updated>2024-11-25T01:00:00Z</a:updated><a:published>2024-11-24T01:00:00Z</a:published>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One <em>two</em></p><p>3.</p></div></a:content>
      </a:entry>
      <a:entry><a:id>t:2</a:id><a:title>1 &lt; 2</a:title><a:updated>2031-11-25T01:00:00Z</a:updated>
      <a:content>* plain

      text</a:content><a:link rel="enclosure" type="image/png" href="/p.png"/></a:entry>
      </a:feed>
      """)
    let stories = try bench.read(.rss).stories
    try #require(stories.count == 2)
    #expect(stories[0].headline == "A <B> & C" && stories[0].body == "One *two*\n\n3\\.\n")
    #expect(stories[0].authors.map(\.name) == ["The Desk"] && stories[0].language == "pt")
    #expect(stories[0].modified == Moment("2024-11-25T01:00:00Z"))
    #expect(stories[1].headline == "1 < 2" && stories[1].body == "\\* plain\n\ntext\n")
    #expect(stories[1].wanted == .draft("its date, 2031-11-25T01:00:00Z, is yet to come"))
    #expect(stories[1].image == Incoming.Image("https://old.example/p.png"))
  }
}
