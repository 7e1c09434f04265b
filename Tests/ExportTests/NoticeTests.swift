import Editorial
import Export
import Foundation
import Testing

/// What readers are told of the versions of a story that stays.
@Suite struct NoticeTests {
  /// The newest of the three came out on the 28th in Athens.
  private static let three = """
    version: 4
    modified: 2026-11-27T23:30:00Z
    notices:
      - {kind: correction, version: 4, at: "2026-11-27T23:30:00Z", text: The vote was 9 to 4.}
      - {kind: clarification, version: 3, at: "2026-11-25T10:00:00Z", text: Only cars pay.}
      - {kind: update, version: 2, at: "2026-11-24T15:00:00Z", text: The mayor has answered.}

    """

  private func sample(_ fields: String = three) throws -> Sample {
    var sample = Sample()
    sample.house.timezone = "Europe/Athens"
    try sample.add(
      "bridge", headline: "Council approves bridge",
      fields: "standfirst: Works begin in May.\neditors: [mei-tan]\n" + fields)
    return sample
  }

  @Test func standUnderTheCreditLineNewestFirst() async throws {
    let page = try Tree.parsed(try await sample().files()["2026/11/24/bridge.html"])
    let story = try #require(page.first("article"))
    let notices = try #require(story.first("section", class: "notices"))
    #expect(
      notices.all("p").map(\.text) == [
        "Correction 28 November 2026 The vote was 9 to 4.",
        "Clarification 25 November 2026 Only cars pay.",
        "Update 24 November 2026 The mayor has answered.",
      ])
    #expect(
      notices.all("time").compactMap { $0.attributes["datetime"] } == [
        "2026-11-28T01:30:00+02:00", "2026-11-25T12:00:00+02:00", "2026-11-24T17:00:00+02:00",
      ])
    let order = ["body", "credit-line", "notices", "author"]
    #expect(story.all.compactMap { $0.attributes["class"] }.filter(order.contains) == order)
    #expect(
      story.first("span", class: "updated")?.text == "Updated Sat 28 November 2026, 01:30")
  }

  @Test func thoseOfOneSecondStandByVersionAndThenAsInTheFile() async throws {
    let sample = try sample(
      """
      notices:
        - {kind: update, version: 2, at: "2026-11-24T15:00:00Z", text: Second.}
        - {kind: correction, version: 3, at: "2026-11-24T15:00:00Z", text: First.}
        - {kind: clarification, version: 2, at: "2026-11-24T15:00:00Z", text: Third.}

      """)
    let files = try await sample.files()
    let page = try Tree.parsed(files["2026/11/24/bridge.html"])
    let notices = try #require(page.first("section", class: "notices"))
    #expect(notices.all("p").map { $0.text.suffix(6) } == ["First.", "econd.", "Third."])
    let log = try Tree.parsed(files["corrections/index.html"])
    #expect(
      log.all("div", class: "correction").map { $0.text.suffix(6) }
        == ["First.", "econd.", "Third."])
  }

  @Test(arguments: [
    ("correction", "Correction"), ("clarification", "Clarification"), ("update", "Update"),
    ("retraction", "Retraction"), ("legal", "Withdrawal"), ("privacy", "Withdrawal"),
    ("apology", "Apology"),
  ])
  func saysTheKindInWords(kind: String, label: String) async throws {
    let sample = try sample(
      "notices: [{kind: \(kind), version: 2, at: \"2026-11-24T23:30:00Z\", text: Words.}]\n")
    let page = try Tree.parsed(try await sample.files()["2026/11/24/bridge.html"])
    #expect(
      page.first("section", class: "notices")?.text == "\(label) 25 November 2026 Words.")
    let text = try #require(try await sample.files("text")["2026/11/24/bridge.txt"])
    #expect(text.contains("\n\(label), 25 November 2026: Words.\n"))
  }

  @Test func aFeedKeepsTheItemAndCarriesThem() async throws {
    func item(_ sample: Sample) async throws -> Tree {
      let feed = try Tree.parsed(try await sample.files("rss")["feed.xml"])
      return try #require(feed.first("item"))
    }
    let before = try await item(sample(""))
    #expect(before.first("atom:updated") == nil)
    let after = try await item(sample())
    #expect(after.first("guid")?.text == before.first("guid")?.text)
    #expect(after.first("guid")?.attributes["isPermaLink"] == "false")
    #expect(after.first("pubDate")?.text == "Tue, 24 Nov 2026 12:00:00 +0000")
    #expect(after.first("atom:updated")?.text == "2026-11-27T23:30:00Z")
    #expect(after.first("description")?.text == "Works begin in May.")
    let html = try #require(after.first("content:encoded")?.raw)
    #expect(
      try Tree.parsed("<x>\(html)</x>").all("p").map(\.text) == [
        "Words.", "Editing by Mei Tan",
        "Correction, 28 November 2026: The vote was 9 to 4.",
        "Clarification, 25 November 2026: Only cars pay.",
        "Update, 24 November 2026: The mayor has answered.",
      ])
    var short = try sample()
    short.house.fullFeeds = false
    #expect(
      try await item(short).first("description")?.text == """
        Works begin in May. Correction, 28 November 2026: The vote was 9 to 4. \
        Clarification, 25 November 2026: Only cars pay. \
        Update, 24 November 2026: The mayor has answered.
        """)
  }

  @Test func linkedDataHasWhatWasPutRight() async throws {
    var sample = try sample()
    // Why it once was away is no correction of what stands there now.
    sample.stories[0].notices.append(
      Notice(kind: "retraction", version: 1, at: Moment(seconds: 1_795_600_000), text: "Gone."))
    let page = try Tree.parsed(try await sample.files()["2026/11/24/bridge.html"])
    let script = try #require(
      page.all("script").first { $0.attributes["type"] == "application/ld+json" })
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(script.raw.utf8)) as? [String: Any])
    #expect(data["datePublished"] as? String == "2026-11-24T14:00:00+02:00")
    #expect(data["dateModified"] as? String == "2026-11-28T01:30:00+02:00")
    #expect(
      data["correction"] as? [[String: String]] == [
        [
          "@type": "CorrectionComment", "text": "The vote was 9 to 4.",
          "datePublished": "2026-11-28T01:30:00+02:00",
        ],
        [
          "@type": "CorrectionComment", "text": "Only cars pay.",
          "datePublished": "2026-11-25T12:00:00+02:00",
        ],
      ])
  }

  @Test func theLogHasThoseOfAllStoriesNewestFirst() async throws {
    var sample = try sample()
    try sample.add(
      "gone", headline: "",
      fields: """
        publication: withdrawn
        notices:
          - {kind: legal, version: 3, at: "2026-11-30T22:30:00Z", text: Removed.}
          - {kind: correction, version: 2, at: "2026-11-26T10:00:00Z", text: He was not there.}

        """)
    try sample.add(
      "kept", headline: "A headline kept",
      fields: """
        publication: withdrawn
        notices: [{kind: retraction, version: 2, at: "2026-11-26T10:00:00Z", text: Made up.}]

        """)
    try sample.add(
      "held", headline: "Mayor held",
      fields: """
        publication: withheld
        notices: [{kind: correction, version: 2, at: "2026-11-26T10:00:00Z", text: Held back.}]

        """)
    let log = try Tree.parsed(try await sample.files()["corrections/index.html"])
    #expect(
      log.all("section", class: "group").map { group in
        [group.first("h2")?.text ?? ""] + group.all("div", class: "correction").map(\.text)
      } == [
        ["December 2026", "Withdrawn Withdrawal 1 December 2026 Removed."],
        [
          "November 2026",
          "Council approves bridge Correction 28 November 2026 The vote was 9 to 4.",
          "A headline kept Retraction 26 November 2026 Made up.",
          "Council approves bridge Clarification 25 November 2026 Only cars pay.",
          "Council approves bridge Update 24 November 2026 The mayor has answered.",
        ],
      ])
    #expect(
      log.all("div", class: "correction").first?.first("a")?.attributes["href"]
        == "../2026/11/24/gone.html")
  }
}
