import Editorial
import Testing

/// Where two rules meet: fixes beside open versions, pulls, notices, addresses.
@Suite struct CornerTests {
  /// A second version on top of one, with `change` made to its words.
  static func update(
    _ paper: inout Paper, _ id: StoryID, _ kind: String = "update", notice: String? = nil,
    _ change: (String) -> String
  ) throws {
    try paper.move(kind, on: id, by: "george", notice: notice)
    try paper.edit(id, by: "george", change)
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
  }

  /// As ``Paper/live`` without the house.
  static func stories(_ paper: Paper) -> [String: String] {
    paper.live.filter { $0.key.hasPrefix("articles/") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aPullBringsBackTheAliasThatAnAddressWas() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try Self.update(&paper, id) { $0.replacing("section:", with: "slug: mill\nsection:") }
    let before = Self.stories(paper)
    #expect(before["articles/2026/11/24/flood.md"]?.contains("alias:") == true)
    try Self.update(&paper, id) { $0.replacing("slug: mill\n", with: "") }
    #expect(Self.stories(paper) != before)
    try paper.move("pull", on: id, by: "mei", note: "No.")
    #expect(Self.stories(paper) == before)
    try paper.move("pull", on: id, by: "mei", note: "No.")
    #expect(Set(Self.stories(paper).keys) == ["articles/2026/11/24/flood.md"])
    try paper.move("pull", on: id, by: "mei", note: "No.")
    #expect(Self.stories(paper).isEmpty)
  }

  /// A refile's words that came into an open version are its writer's once readers lost them.
  @Test func whoWroteAPulledRefileIsAWriterOfTheOpenVersion() throws {
    for move in ["refile", "add"] {
      var paper = try Paper()
      let id = try paper.new("flood", by: "ana", workflow: "breaking")
      try paper.move("submit", on: id, by: "ana")
      try paper.move("publish", on: id, by: "rosa")
      try paper.move("update", on: id, by: "george")
      try paper.edit(id, by: "george") {
        $0.replacing("section: city", with: "section: harbour")
      }
      let words = move == "refile" ? ("Water", "Watter") : (".\n", ".\n\nMore.\n")
      try paper.move(move, on: id, by: "mei", words: words)
      try paper.resume(id, by: "mei")
      #expect(try !paper.entry(id).writers.map(\.description).contains("mei"))
      try paper.move("pull", on: id, by: "mei", note: "No.")
      #expect(try paper.entry(id).writers.map(\.description) == ["ana", "george", "mei"])
      #expect(try paper.refusal("publish", id, by: "mei") == ["four-eyes"], "\(move)")
      #expect(try paper.refusal("publish", id, by: "rosa") == nil)
    }
  }

  @Test func afterAPulledRefileTheVersionBeforeStands() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let (live, file) = (paper.live, try paper.file(id))
    try paper.move("refile", on: id, by: "hana", words: ("Water", "Watter"))
    try paper.move("pull", on: id, by: "mei", note: "No.")
    #expect(paper.live == live)
    let entry = try paper.entry(id)
    #expect(entry.stage == "published" && entry.kind == nil && entry.version == 2)
    #expect(try paper.file(id) == file.replacing("version: 1", with: "version: 2"))
    #expect(entry.standing.map(\.by.description) == ["george"])
  }

  @Test func aFixOfWhatReadersSeeNeedsReaders() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george")
    var attempt = Attempt("correct", notice: "Nine.")
    attempt.onLive = true
    #expect(try paper.plan(attempt, on: id, by: "hana").rules == nil)
    var withheld = paper
    try withheld.move("hold", on: id, by: "mei", note: "Wait.")
    #expect(try withheld.plan(attempt, on: id, by: "hana").rules == ["publication"])
    try paper.move("retract", on: id, by: "mei", notice: "No.")
    #expect(try paper.plan(attempt, on: id, by: "hana").rules == ["publication"])
  }

  @Test func aFixThatIsOpenAlreadyIsNotOpenedAgain() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("correct", on: id, by: "george", notice: "Nine.")
    var attempt = Attempt("correct", notice: "Nine.")
    attempt.onLive = true
    #expect(try paper.plan(attempt, on: id, by: "hana").rules == ["aside"])
    var other = paper
    attempt.notice = "Ten."
    try other.carry(attempt, on: id, by: "hana")
    #expect(try other.entry(id).aside.count == 1)
    attempt.notice = "Nine."
    try paper.rewrite(id, by: "george")
    try paper.carry(attempt, on: id, by: "hana")
    #expect(try paper.entry(id).aside.count == 1)
  }

  // MARK: Notices

  @Test func aNoticeThatSaysNothingIsNone() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    for notice in ["", " ", "<!-- hush -->"] {
      let outcome = try paper.plan("correct", on: id, by: "george", notice: notice)
      #expect(outcome.rules == ["requirement"], "\(notice)")
    }
    try paper.move("correct", on: id, by: "george", notice: "Nine.")
    try paper.rewrite(id, by: "george", "notice: Nine.", "notice: <!-- hush -->")
    #expect(try JudgeTests.refusal(paper, "approve", id, by: "hana") == ["requirement"])
  }

  @Test func aNoticeIsMendedOnlyWhereReadersHaveTheStory() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try Self.update(&paper, id, "correct", notice: "Nine.") {
      $0.replacing("came in", with: "went out")
    }
    var attempt = Attempt("correct", notice: "Ten.")
    attempt.amends = 1
    var withdrawn = paper
    try withdrawn.move("retract", on: id, by: "mei", notice: "No.")
    #expect(try withdrawn.plan(attempt, on: id, by: "george").rules == ["publication"])
    try paper.carry(attempt, on: id, by: "george")
    var gone = paper
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.entry(id).notices.map(\.text) == ["Ten."])
    #expect(try paper.live(id).contains("Ten.") && paper.live(id).contains("kind: refile"))
    try gone.move("retract", on: id, by: "mei", notice: "No.")
    try gone.move("approve", on: id, by: "hana")
    #expect(try gone.refusal("publish", id, by: "mei")?.contains("publication") == true)
  }

  /// `amends` counts from the newest; a fix that came out meanwhile brought a newer one.
  @Test func aMendedNoticeIsTheOneThatWasMeant() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try Self.update(&paper, id, "correct", notice: "Nine.") {
      $0.replacing("came in", with: "went out")
    }
    var attempt = Attempt("correct", notice: "Ten.")
    attempt.amends = 1
    try paper.carry(attempt, on: id, by: "george")
    try paper.move(
      "clarify", on: id, by: "george", notice: "The river's.", words: ("Water", "Mud")
    ) {
      $0.onLive = true
    }
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    try paper.resume(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.entry(id).notices.map(\.text) == ["The river's.", "Ten."])
  }

  @Test func whatANoticeHidesStaysOnTheDesk() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try Self.update(&paper, id, "correct", notice: "Nine. <!-- CANARY -->") {
      $0.replacing("came in", with: "went out")
    }
    try paper.move("retract", on: id, by: "mei", notice: "[[CANARY?]] Gone. <!-- CANARY -->")
    for projection in paper.projections {
      #expect(!projection.message.contains("CANARY"))
      for (_, content) in projection.changes {
        guard case .bytes(let bytes)? = content else { continue }
        #expect(!String(decoding: bytes, as: UTF8.self).contains("CANARY"))
      }
    }
    #expect(try paper.live(id).contains("Gone."))
  }

  // MARK: Who edited

  /// The words that come back bring their byline, and who signs is no editor.
  @Test func theEditorsOfWordsThatComeBackAreTheirs() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "hana")
    try paper.edit(id, by: "hana") { $0.replacing("byline: [ana]", with: "byline: [ana, george]") }
    var stood = paper
    try stood.move("stand", on: id, by: "mei")
    #expect(try stood.story(id).file["editors"]?.texts == ["george"])
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    var attempt = Attempt("restore", note: "Back.")
    attempt.restores = try paper.entry(id).versions.first?.commit
    try paper.carry(attempt, on: id, by: "rosa")
    #expect(
      try paper.story(id).file["editors"]?.texts == paper.entry(id).editors.map(\.description))
    #expect(try paper.live(id).contains("editors: [george, hana]"))
  }

  @Test func emptyManagedLinesAreNone() throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana",
      words: "headline: F\nsection: city\nbyline: [ana]\napprovals: []\neditors: []\nheld:\n")
    #expect(try paper.rewrite(id, by: "ana").rule == nil)
    try paper.move("submit", on: id, by: "ana")
    #expect(try paper.entry(id).stage == "edit")
  }

  @Test func aNameInTheBylineIsThePersonOfThatName() throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana", words: "headline: F\nsection: city\nbyline: [George]\n")
    try paper.move("submit", on: id, by: "ana")
    #expect(try paper.refusal("approve", id, by: "george") == ["role"])
    #expect(try paper.entry(id).writers.map(\.description) == ["ana", "george"])
  }
}
