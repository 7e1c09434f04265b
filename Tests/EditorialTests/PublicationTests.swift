import Editorial
import Testing

/// What acts on the publication alone: hold, lift, retract, pull.
@Suite struct PublicationTests {
  @Test func aHoldTakesALiveStoryAwayAndLiftBringsTheSameBytesBack() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let live = try paper.live(id)
    try paper.move("hold", on: id, by: "george", note: "Which river?")
    #expect(
      try paper.live(id) == live.replacing("---\nWater", with: "publication: withheld\n---\nWater"))
    #expect(try paper.entry(id).publication == .withheld)
    #expect(try JudgeTests.refusal(paper, "update", id, by: "george") == nil)
    #expect(try JudgeTests.refusal(paper, "refile", id, by: "george")?.contains("hold") == true)
    try paper.move("lift", on: id, by: "mei")
    #expect(try paper.live(id) == live)
    #expect(try paper.entry(id).held == nil)
  }

  @Test func aHeldDraftIsNotPublished() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    try paper.move("hold", on: id, by: "george", note: "Wait.")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["hold"])
    try paper.move("lift", on: id, by: "mei")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == nil)
  }

  @Test func aWithdrawnStoryLeavesItsNoticeAndNothingElse() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("retract", on: id, by: "george", notice: "It was not so.") {
      $0.withdrawal = .legal
    }
    let live = try paper.live(id)
    #expect(live.contains("publication: withdrawn\n") && live.contains("It was not so."))
    #expect(!live.contains("flood\n") && !live.contains("Water") && !live.contains("ana"))
    #expect(paper.live("people/ana.yml") == nil)
    #expect(paper.projections.last?.message.contains("The flood") == false)
  }

  @Test func aWithdrawnStoryReturnsByWhatWasOpenedOrApprovedAfterIt() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("retract", on: id, by: "george", notice: "No.")
    #expect(
      try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["withdrawal", "approval"])
    for move in ["pull", "lift", "refile"] {
      #expect(try JudgeTests.refusal(paper, move, id, by: "mei") != nil, "\(move)")
    }
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.entry(id).publication == .live)
    #expect(try paper.live(id).contains("went out"))
    // Its withdrawal stays told.
    #expect(try paper.live(id).contains("kind: retraction"))
    try paper.move("pull", on: id, by: "mei", note: "Too soon.")
    #expect(try paper.entry(id).publication == .withdrawn)
    #expect(try !paper.live(id).contains("went out"))
  }

  @Test func aPulledFirstVersionIsGoneAndStandsForPublicationAgain() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let path = try #require(try paper.entry(id).livePath)
    try paper.move("pull", on: id, by: "mei", note: "Wrong story.")
    #expect(paper.live(path) == nil && paper.live("people/ana.yml") == nil)
    let entry = try paper.entry(id)
    #expect(entry.stage == "review" && entry.version == 1 && entry.publication == .unpublished)
    #expect(entry.standing.map(\.by.description) == ["george"])
    #expect(try paper.file(id).contains("publication: unpublished\n"))
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.entry(id).version == 2)
    #expect(try paper.live(id).contains("version: 2\n"))
  }

  @Test func aPulledVersionGivesReadersTheOneBefore() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let first = paper.live
    try paper.move("correct", on: id, by: "george", notice: "Nine.")
    try paper.rewrite(id, by: "george")
    try paper.edit(id, by: "george") {
      $0.replacing("section: city", with: "section: city\nslug: flut")
    }
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live != first)
    var open = paper
    try paper.move("pull", on: id, by: "mei", note: "Not yet.")
    #expect(paper.live == first)
    let entry = try paper.entry(id)
    #expect(entry.stage == "review" && entry.kind == .correction && entry.version == 2)
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == nil)
    // With another version open that one stays, and its writers are those of both.
    try open.move("update", on: id, by: "hana")
    try open.rewrite(id, by: "hana", "went out", "came back")
    try open.move("pull", on: id, by: "mei", note: "Not yet.")
    #expect(open.live == first)
    #expect(try open.entry(id).stage == "edit")
    #expect(Set(try open.entry(id).changers.map(\.description)) == ["george", "hana"])
  }

  @Test func nothingIsWithdrawnThatReadersNeverHad() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    #expect(try JudgeTests.refusal(paper, "retract", id, by: "george") == ["publication"])
    #expect(try JudgeTests.refusal(paper, "pull", id, by: "mei") == ["publication"])
    #expect(try JudgeTests.refusal(paper, "lift", id, by: "mei") == ["hold"])
  }
}
