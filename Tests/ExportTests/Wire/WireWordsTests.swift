import Editorial
import Export
import Foundation
import Testing

/// What readers see of a text, partners get too, in whichever form.
@Suite struct WireWordsTests {
  /// Bodies that are hard on whoever writes XML.
  static let bodies: [(name: String, text: String)] = [
    (
      "lists",
      "1. one\n   - two\n     > three\n\n     four\n\n7) seven\n\n- [ ] eight\n- [x] nine\n"
    ),
    (
      "tables",
      "> | a\\|b | *c* |\n> |---|:-:|\n> | `d` | [e](x.html) |\n\n- item\n\n  | f | g |\n  |---|---|\n"
    ),
    (
      "html",
      "<div>one <b>two</b></div>\n\n<script>gone()</script>\n\nthree <i>four</i> <br> five\n\n<!-- x -->\n"
    ),
    (
      "pictures",
      "![a](media/2026/11/a.jpg) w1 ![b](media/2026/11/b.jpg)\n\n# H ![c](media/2026/11/c.jpg)\n\n"
        + "[![d](media/2026/11/d.jpg)](https://x.example/) ![far](//y.example/i.png) ![](data:x)\n"
    ),
    ("scripts", "日本語**「反対」**と العربية ‏עברית\u{202E}x 👩‍👩‍👧 e\u{301}\n"),
    ("controls", "a\u{1}b\u{7F}c\u{FFFE}d \u{B}e \u{1F}\u{200B}f\n\n`g\u{2}h`\n"),
    ("signs", "a < b > c & d \"e\" 'f' ]]> <![CDATA[g]]> &amp;lt; &#60; \\<h\\>\n"),
    (
      "deep",
      String(repeating: "> ", count: 90) + "down\n\n" + String(repeating: "- ", count: 90) + "low\n"
    ),
    ("stress", String(repeating: "*a **b ", count: 80) + "c\n"),
    (
      "long",
      String(repeating: "Many words *that* go on, and [on](https://x.example/).\n\n", count: 5200)
    ),
    ("nothing", ""), ("only a rule", "---\n"), ("only a picture", "![x](media/2026/11/x.jpg)\n"),
  ]

  /// A text without blanks, which the formats set differently, and without what XML can't hold.
  private static func signs(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && $0.value > 0x20 && $0.value != 0xFFFE
        }))
  }

  @Test(arguments: bodies.indices)
  func everyWordIsInEachFormat(place: Int) async throws {
    let (name, body) = Self.bodies[place]
    let sample = try WireSample.newsroom(fields: "", body: body)
    let ninjs = try await sample.ninjs()
    let html = try #require(objects(ninjs["bodies"]).first?["value"] as? String)
    let shown = Self.signs(try Tree.parsed("<x>\(html)</x>").raw)
    let text = try await sample.wire()
    let plain = Self.signs(text.replacing(#/ \[\d+\]/#, with: ""))
    for tree in [try await sample.nitf(), try await sample.newsml()] {
      let content = try #require(tree.first("body.content"))
      #expect(Self.signs(content.raw) == shown, "\(name)")
      for word in Set(content.raw.split { $0.isWhitespace }) where !["☐", "☑"].contains(word) {
        #expect(plain.contains(Self.signs(String(word))), "\(word) of \(name)")
      }
    }
    let fits = text.split(separator: "\n").allSatisfy { $0.count <= 72 || !$0.contains(" ") }
    #expect(fits || name == "deep", "\(name)")
  }

  /// A text without what XML can't hold is a text that partners can make XML of.
  @Test func whatXMLCantHoldIsLeftOut() async throws {
    var sample = try WireSample.newsroom(body: "Bell\u{7} and \u{FFFF} `a\u{1}b` end.\n")
    sample.stories[1].headline = "Bell\u{7} and \u{FFFF} end"
    sample.stories[1].tags = ["a\u{2}b", "\u{3}"]
    #expect(try await sample.ninjs()["title"] as? String == "Bell and end")
    #expect(try await sample.newsml().all("keyword").map(\.text) == ["ab"])
    #expect(try await sample.nitf().first("hl1")?.text == "Bell and end")
    for format in ["ninjs", "newsml", "nitf", "text"] {
      for text in try await sample.files(format).values {
        #expect(
          text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0.value == 0x0A }, "\(format)")
        #expect(!text.contains("\\u00"), "\(format)")
      }
    }
  }

  @Test(arguments: SinkTests.headlines)
  func aHeadlineReadsAsItWasTyped(headline: String) async throws {
    let quoted = Value.scalar(headline).yaml()
    var sample = try WireSample.newsroom(
      fields: "kicker: \(quoted)\nstandfirst: \(quoted)\nsummary: \(quoted)\nslugline: \(quoted)\n")
    sample.stories[1].headline = headline
    let expected = headline.split { $0.isWhitespace }.joined(separator: " ")
    let ninjs = try await sample.ninjs()
    #expect(ninjs["title"] as? String == expected)
    #expect(objects(ninjs["headlines"]).texts("value") == [[expected], [expected], [expected]])
    #expect(objects(ninjs["descriptions"]).texts("value") == [[expected]])
    #expect(ninjs["slugline"] as? String == expected)
    let newsml = try await sample.newsml()
    #expect(newsml.all("headline").map(\.text) == [expected, expected, expected])
    #expect(newsml.first("title")?.text == expected)
    for tree in [newsml, try await sample.nitf()] {
      #expect(tree.first("hl1")?.text == expected)
      #expect(tree.first("hedline")?.all("hl2").map(\.text) == [expected, expected])
      #expect(tree.first("abstract")?.text == expected)
    }
    #expect(try await sample.wire().contains("\n\n\(expected)\n\n"))
  }

  /// Marks of Markdown are no words, and captions are none of the text's.
  @Test(arguments: [
    ("One *two*, three.", 3), ("# One\n\n- two\n- three\n\n---\n", 3),
    ("| a | b |\n|---|---|\n| c | – |\n", 3), ("![x](media/2026/11/x.jpg \"T\") word", 1), ("", 0),
  ])
  func wordsAreCounted(body: String, count: Int) async throws {
    let sample = try WireSample.newsroom(body: body)
    #expect(objects(try await sample.ninjs()["bodies"]).first?["wordCount"] as? Int == count)
    #expect(
      try await sample.newsml().first("inlineXML")?.attributes["wordcount"] == String(count))
    #expect(
      try await sample.nitf().first("pubdata")?.attributes["item-length"] == String(count))
    #expect(try await sample.wire().contains("\nWords: \(count)\n"))
  }
}
