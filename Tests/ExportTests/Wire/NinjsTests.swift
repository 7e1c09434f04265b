import Editorial
import Export
import Foundation
import Testing

/// The field map of the design, row by row, for ninjs.
@Suite struct NinjsTests {
  @Test func carriesEveryFieldOfTheStory() async throws {
    let story = try await WireSample.newsroom().ninjs()
    #expect(story["uri"] as? String == "urn:ulid:\(Sample.id(2))")
    #expect(story["type"] as? String == "text")
    #expect(story["representationType"] as? String == "full")
    #expect(story["version"] as? String == "2")
    #expect(story["pubStatus"] as? String == "usable")
    #expect(story["firstCreated"] as? String == "2026-11-23T19:00:00+01:00")
    #expect(story["contentCreated"] as? String == "2026-11-23T19:00:00+01:00")
    #expect(story["versionCreated"] as? String == "2026-11-24T16:00:00+01:00")
    #expect(story["embargoedUntil"] as? String == "2026-11-24T12:30:00+01:00")
    #expect(story["urgency"] as? Int == 2)
    #expect(story["language"] as? String == "pt")
    #expect(story["title"] as? String == "Council approves bridge")
    #expect(story["slugline"] as? String == "harbour-bridge-vote")
    #expect(story["by"] as? String == "Ana Costa and Conor O’Neil")
    #expect(story["located"] as? String == "PORTO")
    #expect(story["copyrightHolder"] as? String == "Lusa and AP")
    #expect(story["copyrightNotice"] as? String == "© 2026 Lusa")
    #expect((story["standard"] as? [String: String])?["version"] == "3.1")
    #expect(
      objects(story["headlines"]).texts("role", "value") == [
        ["main", "Council approves bridge"], ["sub", "Two years of works begin in May."],
        ["kicker", "Transport"],
      ])
    #expect(
      objects(story["descriptions"]).texts("role", "value") == [
        ["summary", "The council chose the steel design & set the toll."],
        ["correction", "Correction, 24 November 2026: The vote was 9 to 4."],
        [
          "credit",
          "• Lusa and AP, with additional editing by George Hall; Additional reporting by Wei Lin; "
            + "Written with the help of Mei Tan, and checked by people",
        ], ["desk-code", "H7"],
      ])
    #expect(
      story["edNote"] as? String == """
        EMBARGO: not for use before Tue 24 November 2026, 12:30 (2026-11-24T12:30:00+01:00) \
        CORRECTION: The vote was 9 to 4.
        """)
  }

  @Test func namesPeopleSourcesAndSubjects() async throws {
    let story = try await WireSample.newsroom().ninjs()
    #expect(
      objects(story["people"]).texts("name", "rel", "literal") == [
        ["Ana Costa", "author", "ana-costa"], ["Conor O’Neil", "author", ""],
        ["Wei Lin", "contributor", "wei-lin"], ["George Hall", "editor", "george-hall"],
      ])
    #expect(
      objects(story["infoSources"]).texts("name", "literal") == [
        ["Lusa", ""], ["AP", ""], ["Mei Tan", "mei-tan"],
      ])
    #expect(
      (story["digitalSourceType"] as? [String: String])?["literal"]
        == "compositeWithTrainedAlgorithmicMedia")
    #expect(
      objects(story["subjects"]).texts("name", "rel", "uri") == [
        [
          "arts and entertainment", "about", "http://cv.iptc.org/newscodes/mediatopic/20000002",
        ],
        [
          "information technology and computer science", "about",
          "http://cv.iptc.org/newscodes/mediatopic/20000763",
        ],
        ["", "about", "http://cv.iptc.org/newscodes/mediatopic/29999999"],
        ["City", "section", ""], ["harbour", "keyword", ""], ["Public transport", "keyword", ""],
      ])
    #expect(
      objects(story["genres"]).texts("name", "uri") == [
        ["Interview", "http://cv.iptc.org/newscodes/genre/Interview"],
        ["Press Release", "http://cv.iptc.org/newscodes/genre/Press_Release"],
      ])
  }

  @Test func carriesTextAddressPictureAndWhatStandsBesideIt() async throws {
    let story = try await WireSample.newsroom().ninjs()
    let site = "https://paper.example/news/"
    let body = try #require(objects(story["bodies"]).first)
    #expect(
      body["value"] as? String
        == "<p>The council <em>voted</em>.</p>\n<h2 id=\"crossings\">Crossings</h2>\n<p>More words.</p>\n"
    )
    #expect(body["contentType"] as? String == "text/html")
    #expect(body["wordCount"] as? Int == 6)
    #expect(body["charCount"] as? Int == 40)
    #expect(
      objects(story["renditions"]).texts("name", "href", "contentType") == [
        ["web", site + "2026/11/24/bridge.html", "text/html"]
      ])
    let beside = objects(story["associations"])
    #expect(
      beside.texts("rel", "type", "uri", "title") == [
        ["mainpic", "picture", site + "media/2026/11/bridge.jpg", ""],
        ["translatedFrom", "text", "urn:ulid:\(Sample.id(1))", "Tolls to rise"],
        ["seeAlso", "text", "urn:ulid:\(Sample.id(1))", "Tolls to rise"],
        ["seeAlso", "text", "https://example.org/t?a=1&b=2", "Tolls compared – ET"],
      ])
    let picture = try #require(beside.first)
    #expect(picture["by"] as? String == "Mei Tan")
    #expect(picture["usageTerms"] as? String == "CC BY 4.0")
    #expect(
      objects(picture["descriptions"]).texts("role", "value") == [
        ["caption", "The old bridge"], ["alt", "A bridge"],
      ])
    #expect(
      objects(picture["renditions"]).texts("contentType", "width", "height", "sizeInBytes").first
        == ["image/jpeg", "16", "12", String(Sample.picture.count)])
    #expect(objects(beside[3]["infoSources"]).texts("name") == [["ET"]])
  }

  /// What nobody wrote is not there, rather than empty.
  @Test func aBareStoryHasNoEmptyField() async throws {
    var sample = Sample()
    sample.house.url = nil
    try sample.add("bridge", fields: "image: {file: media/2026/11/a.jpg}\nurgency: 0\n")
    let story = try await sample.ninjs()
    #expect(
      story.keys.sorted() == [
        "associations", "bodies", "copyrightHolder", "firstCreated", "headlines", "language",
        "pubStatus", "representationType", "standard", "title", "type", "uri", "version",
        "versionCreated",
      ])
    #expect(
      objects(story["associations"]).texts("uri", "renditions") == [
        ["urn:ulid:\(Sample.id(1))#media/2026/11/a.jpg", ""]
      ])
  }

  @Test func addressesAreWhole() async throws {
    let body = """
      [the plan](/2026/11/20/plan.html) [figures](#figures) [next](tables.html) \
      [a partner](//partner.example/x) ![Deck](media/2026/11/deck.jpg)

      """
    let story = try await WireSample.newsroom(body: body).ninjs()
    let html = try #require(objects(story["bodies"]).first?["value"] as? String)
    let addresses = try Tree.parsed("<x>\(html)</x>").all
      .compactMap { $0.attributes["href"] ?? $0.attributes["src"] }
    let site = "https://paper.example/news/"
    #expect(
      addresses == [
        site + "2026/11/20/plan.html", site + "2026/11/24/bridge.html#figures",
        site + "2026/11/24/tables.html", "https://partner.example/x",
        site + "media/2026/11/deck.jpg",
      ])
  }
}
