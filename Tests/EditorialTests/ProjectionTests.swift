import Editorial
import Testing

/// What `live` gets: the words of published versions, and nothing else.
@Suite struct ProjectionTests {
  static let words = """
    headline: "Bridge: the vote [[check?]]"
    kicker: City
    deck: Two years of works.
    section: city
    tags: [harbour, transport]
    byline: [ana, Outside Writer]
    credit: Lusa
    language: en
    urgency: 5
    image: {file: media/2026/11/a.jpg, caption: The bridge, alt: A bridge}
    related: [tide, secret-draft, {headline: Tolls, url: https://example.org/t, source: ET}]
    brief: CANARY for the desk
    x-unknown: CANARY
    embargo: 2026-01-01T00:00:00Z

    """

  @Test func aStoryOnLiveIsExactlyThis() throws {
    var paper = try Paper()
    try paper.commit(by: "ana", ["media/2026/11/a.jpg": "picture"])
    let tide = try paper.published("tide", by: "wei")
    let id = try paper.new(
      "bridge", by: "ana", words: Self.words.replacing(" [[check?]]", with: ""),
      body: "\nNine to four. <!-- CANARY -->\n\n    code\n")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    try paper.rewrite(id, by: "hana", "Nine", "Ten")
    try paper.move("approve", on: id, by: "george")
    try paper.move("publish", on: id, by: "mei")
    #expect(
      paper.live("articles/2026/11/24/bridge.md") == """
        ---
        id: \(id)
        headline: "Bridge: the vote"
        kicker: City
        standfirst: Two years of works.
        section: city
        tags: [harbour, transport]
        byline: [ana, Outside Writer]
        credit: [Lusa]
        language: en
        urgency: "5"
        embargo: "2026-01-01T00:00:00Z"
        image: {file: media/2026/11/a.jpg, caption: The bridge, alt: A bridge}
        related: [\(tide), {headline: Tolls, url: "https://example.org/t", source: ET}]
        version: 1
        editors: [hana]
        created: 2026-11-24T08:05:00Z
        published: 2026-11-24T08:11:00Z
        ---

        Ten to four.

            code

        """)
    #expect(
      paper.projections.last?.message == """
        publish: Bridge: the vote, version 1

        Stet-Source: c11
        Stet-Story: \(id)
        Stet-Version: 1

        """)
    #expect(paper.projections.last?.author.email == "mei@newsroom.invalid")
  }

  /// A canary in every private place; none of them sings on `live`.
  @Test func nothingPrivateReachesReaders() throws {
    var paper = try Paper(files: [
      "people/ana.yml":
        "name: Ana\nemail: [ana@tide.example, canary@home.example]\nroles: [writer]\nkeys: [ssh-ed25519 CANARY]\nx: CANARY\n",
      "style/rules.yml": "# CANARY\n", "theme/a.css": "body {}",
    ])
    try paper.commit(
      by: "ana", ["media/2026/11/a.jpg": "picture", "media/2026/11/b.jpg": "CANARY"])
    try paper.new(
      "secret-draft", by: "wei", words: "headline: CANARY\nsection: city\n", body: "CANARY")
    try paper.commit(by: "george", ["fronts/home.yml": "- secret-draft\n- bridge\n# CANARY\n"])
    let id = try paper.new(
      "bridge", by: "ana", words: Self.words, body: "Nine [[CANARY?]] to four.\n")
    try paper.commit(
      by: "ines", [:], note: "CANARY",
      trailers: [("Stet-Story", id.description), ("Stet-Act", "note")])
    try paper.rewrite(id, by: "ana", " [[check?]]", "")
    try paper.rewrite(id, by: "ana", " [[CANARY?]]", "")
    try paper.move("submit", on: id, by: "ana", note: "CANARY")
    try paper.move("reject", on: id, by: "george", note: "CANARY")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george", note: "CANARY")
    try paper.move("publish", on: id, by: "mei", note: "CANARY")
    try paper.move("correct", on: id, by: "george", notice: "It was ten.\nMore.", note: "CANARY")
    try paper.rewrite(id, by: "george", "Nine", "Ten")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.entry(id).version == 2)
    let said =
      paper.live.map { "\($0.key)\n\(String(decoding: $0.value, as: UTF8.self))" }
      + paper.projections.flatMap { projection in
        [projection.message, "\(projection.author) \(projection.committer)"]
          + projection.changes.map { "\($0.path) \($0.content.map { "\($0)" } ?? "")" }
      }
    for text in said {
      #expect(!text.contains("CANARY"))
      #expect(!text.contains("canary@") && !text.contains("@tide.example"))
      #expect(!text.contains("secret-draft"))
    }
    #expect(said.joined().contains("Ten to four"))
    #expect(
      Set(paper.live.keys) == [
        "stet.yml", "theme/a.css", "articles/2026/11/24/bridge.md", "people/ana.yml",
        "people/george.yml", "media/2026/11/a.jpg", "fronts/home.yml",
      ])
  }

  @Test func peopleAndPicturesComeWithTheirFirstStoryAndLeaveWithTheirLast() throws {
    var paper = try Paper()
    let picture = "media/2026/11/a.jpg"
    try paper.commit(by: "ana", [picture: "picture", "media/2026/11/unused.jpg": "x"])
    let words = "headline: A\nsection: city\nbyline: [ana]\nimage: \(picture)\n"
    let first = try paper.published("one", words: words)
    #expect(paper.live(picture) == "picture")
    #expect(paper.live("people/ana.yml") == "name: Ana\nbio: Ana writes about the harbour.\n")
    let second = try paper.published("two", words: words)
    #expect(paper.projections.last?.changes.map(\.path) == ["articles/2026/11/24/two.md"])
    for (id, stays) in [(first, true), (second, false)] {
      try paper.move("update", on: id, by: "george")
      try paper.edit(id, by: "george") {
        $0.replacing("image: \(picture)\n", with: "").replacing("[ana]", with: "[wei]")
      }
      try paper.move("approve", on: id, by: "hana")
      try paper.move("publish", on: id, by: "mei")
      #expect((paper.live(picture) != nil) == stays)
      #expect((paper.live("people/ana.yml") != nil) == stays)
      #expect(paper.live("people/wei.yml") == "name: Wei\n")
    }
  }

  @Test func aPictureThatNobodyAddedHoldsItsStoryBack() throws {
    var paper = try Paper()
    let picture = "media/2026/11/late.jpg"
    let words = "headline: A\nsection: city\nbyline: [ana]\nimage: \(picture)\n"
    let id = try paper.new("one", by: "ana", words: words)
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    #expect(throws: Refusal.self) { try paper.move("publish", on: id, by: "mei") }
    try paper.commit(by: "ana", [picture: "late"])
    // The words are other words with it, so they are approved anew.
    try paper.move("approve", on: id, by: "george")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live(picture) == "late")
  }

  @Test func aPictureInACommentStaysOnTheDesk() throws {
    var paper = try Paper()
    let (secret, shown) = ("media/2026/11/secret.jpg", "media/2026/11/shown.jpg")
    try paper.commit(by: "ana", [secret: "secret", shown: "shown"])
    let body = "Water.\n\n<!-- not yet: \(secret) -->\n\n![The quay](/\(shown))\n"
    let id = try paper.new("one", by: "ana", body: body)
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live(secret) == nil)
    #expect(paper.live(shown) == "shown")
  }

  @Test func frontsNameWhatReadersHaveAndNothingElse() throws {
    var paper = try Paper()
    let tide = try paper.published("tide", by: "wei")
    try paper.new("draft", by: "ana")
    try paper.commit(
      by: "george", ["fronts/home.yml": "- flood\n- tide\n- draft\n- nowhere\n- tide\n"])
    #expect(paper.live("fronts/home.yml") == "- \(tide)\n")
    let flood = try paper.published("flood")
    #expect(paper.live("fronts/home.yml") == "- \(flood)\n- \(tide)\n")
    // A draft of the same name takes nothing from readers.
    try paper.new("tide", by: "ana", day: "2026/11/25")
    try paper.published("other")
    #expect(paper.live("fronts/home.yml") == "- \(flood)\n- \(tide)\n")
    try paper.commit(by: "george", ["fronts/home.yml": nil])
    #expect(paper.live("fronts/home.yml") == nil)
  }

  @Test func workOnTheDeskLeavesLiveAlone() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let count = paper.projections.count
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    try paper.new("other", by: "wei")
    try paper.commit(by: "ana", ["media/2026/11/x.jpg": "x"])
    try paper.commit(by: "george", ["fronts/home.yml": "- other\n"])
    try paper.commit(by: "ines", ["people/wei.yml": Paper.person("wei", "writer", "bio: New.\n")])
    #expect(paper.projections.count == count)
    try paper.commit(by: "ines", ["people/ana.yml": Paper.person("ana", "writer", "bio: New.\n")])
    #expect(paper.live("people/ana.yml") == "name: Ana\nbio: New.\n")
  }

  @Test func theSameHistoryGivesTheSameLiveTwice() throws {
    func run() throws -> Paper {
      var paper = try Paper()
      try paper.commit(by: "ana", ["media/2026/11/a.jpg": "picture"])
      try paper.commit(by: "george", ["fronts/home.yml": "- b\n- a\n", "fronts/city.yml": "- a\n"])
      for slug in ["a", "b", "c"] {
        try paper.published(
          slug,
          words:
            "headline: \(slug)\nsection: city\nbyline: [ana, wei]\nimage: media/2026/11/a.jpg\n")
      }
      return paper
    }
    let (one, two) = (try run(), try run())
    #expect(one.projections == two.projections)
    #expect(one.live == two.live)
    #expect(one.projections.count == 4)
  }

  @Test func theHouseOnLiveIsReadBackAsItWas() throws {
    let paper = try Paper(
      stet: Paper.stet("public-fields: [sponsor]\ncredits:\n  by: \"Von {names}\"\n"), files: [:])
    let bytes = try #require(paper.live["stet.yml"])
    #expect(try House(live: bytes) == paper.desk.policy.house)
    var other = paper
    let id = try other.published(
      "flood", words: "headline: A\nsection: city\nbyline: [ana]\nsponsor: For all.\nx: CANARY\n")
    let live = try other.live(id)
    #expect(live.contains("sponsor: For all.\n") && !live.contains("CANARY"))
  }
}
