import Editorial
import Export
import Foundation
import Testing

/// The field map of the design, row by row, for NITF, and its body.
@Suite struct NITFTests {
  @Test func saysWhatTheStoryIs() async throws {
    let nitf = try await WireSample.newsroom().nitf()
    #expect(
      nitf.attributes == ["xmlns": "http://iptc.org/std/NITF/2006-10-18/", "baselang": "pt"])
    let head = try #require(nitf.first("head"))
    #expect(head.first("title")?.text == "Council approves bridge")
    #expect(
      head.all("meta").map { [$0.attributes["name"], $0.attributes["content"]] } == [
        ["desk-code", "H7"], ["translation-of", "urn:ulid:\(Sample.id(1))"],
      ])
    #expect(
      head.all("tobject.property").compactMap { $0.attributes["tobject.property.type"] }
        == ["Interview", "Press Release"])
    let data = try #require(head.first("docdata"))
    #expect(data.attributes == ["management-status": "usable"])
    let id = "urn:ulid:\(Sample.id(2))"
    #expect(
      data.children.filter { !$0.name.hasPrefix("k") && $0.name != "identified-content" }
        .map { [$0.name: $0.attributes] } == [
          [
            "correction": [
              "info": "The vote was 9 to 4.", "id-string": id, "regsrc": "Ellery Press",
            ]
          ],
          ["doc-id": ["regsrc": "Ellery Press", "id-string": id]],
          ["urgency": ["ed-urg": "2"]], ["date.issue": ["norm": "20261124T150000Z"]],
          ["date.release": ["norm": "20261124T113000Z"]],
          [
            "ed-msg": [
              "msg-type": "note",
              "info":
                "EMBARGO: not for use before Tue 24 November 2026, 12:30 (2026-11-24T12:30:00+01:00)",
            ]
          ],
          ["ed-msg": ["msg-type": "note", "info": "CORRECTION: The vote was 9 to 4."]],
          ["du-key": ["generation": "2", "version": "2", "key": "harbour-bridge-vote"]],
          ["doc.copyright": ["year": "2026", "holder": "Lusa and AP"]],
        ])
    #expect(
      data.all("keyword").compactMap { $0.attributes["key"] } == ["harbour", "Public transport"])
    #expect(
      data.all("classifier").map { [$0.attributes["value"] ?? "", $0.text] } == [
        ["20000002", "arts and entertainment"],
        ["20000763", "information technology and computer science"],
        ["29999999", ""],
      ])
    #expect(
      head.first("pubdata")?.attributes == [
        "type": "web", "item-length": "6", "unit-of-measure": "word",
        "date.publication": "20261124T120000Z", "name": "The Ellery Tide",
        "position.section": "City", "ex-ref": "https://paper.example/news/2026/11/24/bridge.html",
      ])
    #expect(
      head.all("revision-history").map {
        [$0.attributes["function"], $0.attributes["name"], $0.attributes["norm"]]
      } == [
        ["writer-author", "Ana Costa", "20261123T180000Z"],
        ["writer-author", "Conor O’Neil", "20261123T180000Z"],
        ["writer-author", "Wei Lin", nil], ["editor", "George Hall", "20261124T150000Z"],
        ["other", "Mei Tan", nil],
      ])
  }

  @Test func readsAsAStory() async throws {
    let body = try #require(try await WireSample.newsroom().nitf().first("body"))
    #expect(body.attributes == ["xml:lang": "pt"])
    let head = try #require(body.first("body.head"))
    #expect(
      head.children.map(\.name)
        == ["hedline", "rights", "byline", "byline", "distributor", "dateline", "abstract"])
    #expect(
      head.first("hedline")?.children.map { [$0.attributes["class"] ?? "", $0.text] } == [
        ["", "Council approves bridge"], ["kicker", "Transport"],
        ["standfirst", "Two years of works begin in May."],
      ])
    #expect(head.all("byline").map(\.text) == ["By Ana Costa", "By Conor O’Neil"])
    #expect(head.all("person").map(\.text) == ["Ana Costa", "Conor O’Neil"])
    #expect(head.first("rights")?.text == "© 2026 Lusa")
    #expect(head.first("distributor")?.text == "Lusa / AP")
    #expect(head.first("dateline")?.text == "PORTO, 24 November 2026")
    #expect(head.first("story.date")?.attributes == ["norm": "20261124"])
    #expect(
      head.first("abstract")?.text == "The council chose the steel design & set the toll.")
    let media = try #require(body.first("media"))
    #expect(
      media.first("media-reference")?.attributes == [
        "source": "https://paper.example/news/media/2026/11/bridge.jpg",
        "mime-type": "image/jpeg", "alternate-text": "A bridge", "width": "16", "height": "12",
        "units": "pixels",
      ])
    #expect(media.first("media-metadata")?.attributes == ["name": "license", "value": "CC BY 4.0"])
    #expect(media.first("media-caption")?.text == "The old bridge")
    #expect(media.first("media-producer")?.text == "Mei Tan")
    #expect(
      body.all("note").map { [$0.attributes["class"] ?? "", $0.text] }
        == [["correction", "Correction, 24 November 2026: The vote was 9 to 4."]])
    #expect(
      body.first("block", class: "related")?.all("a").map {
        [$0.text, $0.attributes["href"] ?? ""]
      }
        == [
          ["Tolls to rise", "https://paper.example/news/2026/11/20/tolls.html"],
          ["Tolls compared – ET", "https://example.org/t?a=1&b=2"],
        ])
    #expect(body.first("tagline")?.text.hasPrefix("• Lusa and AP, with") == true)
  }

  /// The least urgent is 8: NITF keeps 9 for what its users agree on.
  @Test(arguments: [("1", "1"), ("8", "8"), ("9", "8"), ("0", nil), ("12", nil)])
  func urgencyIsOneOfItsOwn(given: String, expected: String?) async throws {
    let nitf = try await WireSample.newsroom(fields: "urgency: \(given)\n").nitf()
    #expect(nitf.first("urgency")?.attributes["ed-urg"] == expected)
  }

  private func content(_ body: String) async throws -> String {
    let text = try await WireSample.newsroom(fields: "", body: body).files("nitf")
    let file = try #require(text[WireSample.path + ".xml"])
    let start = try #require(file.firstRange(of: "<body.content>\n"))
    let end = try #require(file.firstRange(of: "</body.content>"))
    return String(file[start.upperBound..<end.lowerBound])
  }

  static let bodies: [(String, String)] = [
    (
      "A *b* **c** ~~d~~ `e` [f](https://x.example/ \"g\") [h](javascript:i)\nj  \nk",
      """
      <p>A <em class="emphasis">b</em> <em class="strong">c</em> <em class="strike">d</em> \
      <em class="code">e</em> <a href="https://x.example/" title="g">f</a> h
      j<br/>k</p>

      """
    ),
    (
      "## A & B\n\n> q\n\n---",
      "<hl2 class=\"level-2\">A &amp; B</hl2>\n<bq><block><p>q</p>\n</block></bq>\n<hr/>\n"
    ),
    (
      "3. a\n   - [x] b\n\n     c\n",
      "<ol seqnum=\"3\"><li>a\n<ul><li>☑ \n<p>b</p>\n\n<p>c</p>\n</li>\n</ul>\n</li>\n</ol>\n"
    ),
    (
      "| a | b |\n|:--|--:|\n| `c\\|d` | *e* |\n",
      """
      <table><thead><tr><th align="left">a</th>
      <th align="right">b</th>
      </tr>
      </thead>
      <tbody><tr><td align="left"><em class="code">c|d</em></td>
      <td align="right"><em class="emphasis">e</em></td>
      </tr>
      </tbody>
      </table>

      """
    ),
    ("    code  <b>\n\n    more\n", "<pre>code  &lt;b&gt;\n\nmore\n</pre>\n"),
    (
      "![A](media/2026/11/a.jpg \"T\")",
      """
      <media media-type="image"><media-reference \
      source="https://paper.example/news/media/2026/11/a.jpg" mime-type="image/jpeg" \
      alternate-text="A" height="12" width="16" units="pixels"/><media-caption>T</media-caption>\
      </media>

      """
    ),
    ("![far](https://x.example/i.png)", "<p><a href=\"https://x.example/i.png\">far</a></p>\n"),
    ("", ""),
  ]

  @Test(arguments: bodies.indices)
  func aBodyIsOfItsElements(place: Int) async throws {
    let (body, expected) = Self.bodies[place]
    let content = try await content(body)
    #expect(content == expected)
  }

  /// A picture can't stand among words: it follows them.
  @Test func aPictureAmongWordsFollowsThem() async throws {
    let xml = try await content(
      "a ![B](media/2026/11/b.jpg) c\n\n- d ![E](media/2026/11/e.jpg)\n\n| f ![G](media/g.jpg) | h |\n|---|---|\n"
    )
    let tree = try Tree.parsed("<x>\(xml)</x>")
    #expect(tree.children.map(\.name) == ["p", "media", "ul", "table"])
    #expect(tree.first("p")?.text == "a c")
    #expect(tree.first("li")?.children.map(\.name) == ["media"])
    #expect(tree.first("th")?.children.map(\.name) == ["media"])
  }
}
