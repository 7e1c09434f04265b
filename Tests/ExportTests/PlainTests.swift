import Editorial
import Export
import Testing

@Suite struct PlainTests {
  @Test func aStoryAsText() async throws {
    var sample = try Sample.newsroom()
    sample.bodies[Sample.id(3)] = """
      The council *voted* 9 to 4 on Tuesday night to build the bridge, after a [debate](https://example.org/d) that ran late.

      ## Figures

      - one
      - two
        1. three

      > quoted
      > words

      | a | b |
      |---|---|
      | 1 | 2 |

          code  stays

      End.
      """
    let text = try #require(try await sample.files("text")["2026/11/24/bridge.txt"])
    #expect(
      text == """
        URGENT

        CORRECTION: The vote was 9 to 4.

        Slugline: bridge
        Priority: 3
        Category: City
        Keywords: harbour, Public transport
        Words: 32
        Version: 2, correction
        Language: en
        Published: Tue 24 November 2026, 12:00
        Updated: Tue 24 November 2026, 15:00
        Story: urn:ulid:\(Sample.id(3))
        Address: https://paper.example/news/2026/11/24/bridge.html

        Transport

        Council approves bridge

        Two years of works begin in May.

        By Ana Costa and Conor O’Neil

        PORTO, Nov 24 (Lusa) - The council voted 9 to 4 on Tuesday night to
        build the bridge, after a debate [1] that ran late.

        Figures

        - one
        - two
          1. three

        > quoted words

        a | b
        1 | 2

            code  stays

        End.

        Picture: The old bridge (Mei Tan) [A bridge]
        https://paper.example/news/media/2026/11/bridge.jpg

        • Lusa, with additional editing by George Hall; Additional reporting by
        Wei Lin

        Correction, 24 November 2026: The vote was 9 to 4.

        See also: tolls https://paper.example/news/2026/11/20/tolls.html
        See also: Tolls compared – ET https://example.org/t

        [1] https://example.org/d

        -30-

        """)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test func aStoryAsMarkdown() async throws {
    let text = try #require(try await Sample.newsroom().files("markdown")["2026/11/24/bridge.md"])
    let story = try Story(Array(text.utf8))
    #expect(story.id == Sample.id(3))
    #expect(story.headline == "Council approves bridge")
    #expect(story.tags == ["harbour", "Public transport"])
    #expect(story.image?.alt == "A bridge")
    #expect(story.related.count == 2)
    #expect(story["published"]?.text == "2026-11-24T12:00:00Z")
    #expect(story["notices"]?.elements.compactMap { Notice($0) }.count == 1)
    #expect(story.file.text == "The council *voted*.\n\n## 1.3 million crossings\n\nMore words.\n")
    let again = try Article(path: "articles/2026/11/24/bridge.md", story: story)
    #expect(again == (try Sample.newsroom().stories[2]))
  }

  /// Whoever moves to another system loses no field.
  @Test func markdownHasEveryFieldOfTheStory() async throws {
    let sample = try WireSample.newsroom()
    let text = try #require(try await sample.files("markdown")[WireSample.path + ".md"])
    let again = try Article(
      path: "articles/\(WireSample.path).md", story: Story(Array(text.utf8)))
    #expect(again == sample.stories[1])
    let order = text.split(separator: "\n").compactMap { $0.firstMatch(of: #/^([a-z-]+):/#)?.1 }
    #expect(
      order == [
        "id", "headline", "kicker", "standfirst", "summary", "section", "tags", "mediatopics",
        "genre", "byline", "reporting", "credit", "copyright", "dateline", "language",
        "translation-of", "urgency", "slugline", "embargo", "image", "related", "desk-code",
        "version", "kind", "editors", "agents", "created", "published", "modified", "notices",
      ])
  }

  @Test func aWireHasEveryFieldOfTheStory() async throws {
    let text = try await WireSample.newsroom().wire()
    #expect(
      text == """
        BULLETIN

        EMBARGO: not for use before Tue 24 November 2026, 12:30
        (2026-11-24T12:30:00+01:00)

        CORRECTION: The vote was 9 to 4.

        Slugline: harbour-bridge-vote
        Priority: 2
        Category: City
        Genre: Interview, Press Release
        Subjects: arts and entertainment (20000002); information technology
          and computer science (20000763); 29999999
        Keywords: harbour, Public transport
        Words: 6
        Version: 2, correction
        Language: pt
        Begun: Mon 23 November 2026, 19:00
        Published: Tue 24 November 2026, 13:00
        Updated: Tue 24 November 2026, 16:00
        Story: urn:ulid:\(Sample.id(2))
        Address: https://paper.example/news/2026/11/24/bridge.html
        Translation of: urn:ulid:\(Sample.id(1))
        Copyright: © 2026 Lusa
        Summary: The council chose the steel design & set the toll.
        desk-code: H7

        Transport

        Council approves bridge

        Two years of works begin in May.

        By Ana Costa and Conor O’Neil

        PORTO, Nov 24 (Lusa/AP) - The council voted.

        Crossings

        More words.

        Picture: The old bridge (Mei Tan) CC BY 4.0 [A bridge]
        https://paper.example/news/media/2026/11/bridge.jpg

        • Lusa and AP, with additional editing by George Hall; Additional
        reporting by Wei Lin; Written with the help of Mei Tan, and checked by
        people

        Correction, 24 November 2026: The vote was 9 to 4.

        See also: Tolls to rise
          https://paper.example/news/2026/11/20/tolls.html
        See also: Tolls compared – ET https://example.org/t?a=1&b=2

        -30-

        """)
  }

  /// Where a text does not begin with a paragraph, its dateline stands by itself.
  @Test(arguments: [
    ("## Head\n\nWords.\n", "PORTO, Nov 24 (Ellery Press) -\n\nHead\n\nWords."),
    ("- one\n- two\n", "PORTO, Nov 24 (Ellery Press) -\n\n- one\n- two"),
    ("> Words.\n", "PORTO, Nov 24 (Ellery Press) -\n\n> Words."),
    ("", "PORTO, Nov 24 (Ellery Press) -"),
  ])
  func aDatelineOpensTheText(body: String, expected: String) async throws {
    let text = try await WireSample.newsroom(fields: "dateline: PORTO\n", body: body).wire()
    #expect(text.contains("\n\n\(expected)\n\n-30-\n"))
  }

  @Test func anArticleNeedsIdTimeAndDay() throws {
    let story = try Story(Array("---\nheadline: A\n---\n".utf8))
    for path in ["articles/2026/11/24/a.md", "articles/2026/13/24/a.md", "x/a.md"] {
      #expect(throws: ArticleFault.self) { try Article(path: path, story: story) }
    }
  }
}
