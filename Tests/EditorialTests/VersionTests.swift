import Editorial
import Testing

/// New versions of what readers have: kinds, notices, addresses, and who is named for them.
@Suite struct VersionTests {
  @Test func aCorrectionNeedsItsNoticeAndLeavesItToReaders() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    #expect(try paper.plan("correct", on: id, by: "george").rules == ["requirement"])
    try paper.move("correct", on: id, by: "george", notice: "It was nine to four.")
    try paper.rewrite(id, by: "george")
    var silent = paper
    try silent.edit(id, by: "george") { $0.replacing("notice: It was nine to four.\n", with: "") }
    #expect(try JudgeTests.refusal(silent, "approve", id, by: "hana") == ["requirement"])
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    let entry = try paper.entry(id)
    #expect(entry.notices.map(\.text) == ["It was nine to four."])
    #expect(entry.notices.map(\.version) == [2])
    #expect(entry.kind == nil)
    let story = try paper.story(id)
    #expect(story.kind == nil && story.notice == nil)
    let live = try paper.live(id)
    #expect(live.contains("kind: correction\n") && live.contains("It was nine to four."))
    #expect(paper.projections.last?.message.contains("Stet-Notice: It was nine to four.") == true)
  }

  @Test(
    arguments: [
      ("kind: update", "kind: correction", nil), ("kind: update", "kind: clarification", nil),
      ("kind: update", "kind: refile", "managed"), ("kind: update", "kind: x", "managed"),
      ("kind: update\n", "", "managed"),
    ] as [(String, String, String?)])
  func anEditMayChangeTheKindAmongThree(old: String, new: String, rule: String?) throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    #expect(try paper.rewrite(id, by: "george", old, new).rule == rule)
  }

  @Test func aChangedKindVoidsApprovals() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("correct", on: id, by: "george", notice: "Nine.")
    try paper.rewrite(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == nil)
    try paper.rewrite(id, by: "hana", "kind: correction", "kind: clarification")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["approval"])
  }

  @Test func aVersionWithNothingNewIsRefused() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    var honest = paper
    try paper.move("approve", on: id, by: "hana")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["requirement"])
    try honest.rewrite(id, by: "george")
    try honest.move("approve", on: id, by: "hana")
    #expect(try JudgeTests.refusal(honest, "publish", id, by: "mei") == nil)
  }

  @Test func aStandDropsTheOpenVersion() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let (live, words) = (paper.live, try paper.entry(id).words)
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "hana")
    try paper.move("stand", on: id, by: "mei")
    let entry = try paper.entry(id)
    #expect(entry.stage == "published" && entry.kind == nil && entry.version == 1)
    #expect(entry.words == words)
    #expect(entry.editors.map(\.description) == ["george"])
    #expect(try paper.file(id).contains("came in"))
    #expect(paper.live == live)
    #expect(try JudgeTests.refusal(paper, "update", id, by: "hana") == nil)
  }

  @Test func whatCameBackIsExactlyWhatStood() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "hana")
    let plan = try paper.plan("stand", on: id, by: "mei").get()
    let bytes = String(decoding: try paper.bytes(of: plan, id), as: UTF8.self)
    let smuggled = bytes.replacing("came in", with: "ran out")
    let path = try paper.entry(id).path
    #expect(
      try paper.commit(by: "mei", [path: Array(smuggled.utf8)], paper.record(of: plan, id)).rule
        == "words")
  }

  @Test func spikedComesBackWhereItWas() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("spike", on: id, by: "george")
    #expect(try paper.rewrite(id, by: "george").rule == "role")
    var fresh = try Paper()
    let other = try fresh.new("flood", by: "ana")
    try fresh.move("spike", on: other, by: "ana")
    try fresh.move("revive", on: other, by: "george")
    #expect(try fresh.entry(other).stage == "draft")
    #expect(try fresh.entry(other).submitted == false)
  }

  // MARK: Addresses

  @Test func anAddressThatIsTakenIsRefusedAndNamesTheSlug() throws {
    var paper = try Paper()
    let first = try paper.published("flood")
    let second = try paper.new("flood", by: "wei", day: "2026/11/23")
    try paper.move("submit", on: second, by: "wei")
    try paper.move("approve", on: second, by: "george")
    guard case .failure(let refusal) = try paper.plan("publish", on: second, by: "mei") else {
      Issue.record("the address was given twice")
      return
    }
    #expect(refusal.reasons == [.addressTaken("2026/11/24/flood.md")])
    #expect(refusal.reasons.first?.remedy?.contains("slug=") == true)
    try paper.edit(second, by: "george") { $0.replacing("section:", with: "slug: mill\nsection:") }
    try paper.move("approve", on: second, by: "george")
    try paper.move("publish", on: second, by: "mei")
    #expect(try paper.entry(second).livePath == "articles/2026/11/24/mill.md")
    #expect(try paper.entry(first).livePath == "articles/2026/11/24/flood.md")
  }

  @Test func anotherSlugLeavesAnAliasThatNobodyElseGets() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george", "section:", "slug: high-water\nsection:")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live("articles/2026/11/24/flood.md") == "---\nalias: \(id)\n---\n")
    #expect(paper.live("articles/2026/11/24/high-water.md")?.contains("id: \(id)\n") == true)
    let other = try paper.new("flood", by: "wei", day: "2026/11/25")
    try paper.move("submit", on: other, by: "wei")
    try paper.move("approve", on: other, by: "george")
    #expect(try JudgeTests.refusal(paper, "publish", other, by: "mei") == ["address"])
    // Its own old address it may take back.
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george", "slug: high-water\n", "")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live("articles/2026/11/24/high-water.md") == "---\nalias: \(id)\n---\n")
    #expect(paper.live("articles/2026/11/24/flood.md")?.contains("id: \(id)\n") == true)
  }

  @Test(arguments: ["AUX", "aux", "a b", "../x", "Größe"])
  func aSlugIsAShortName(slug: String) throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana", words: "headline: A\nslug: \(slug)\nsection: city\nbyline: [ana]\n")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["address"])
  }

  @Test func nothingIsPublishedBeforeItsEmbargo() throws {
    for (embargo, rules) in [
      ("2026-11-25T18:00:00+00:00", ["embargo"]), ("2026-11-24T07:00:00Z", nil),
      ("tomorrow", ["embargo"]),
    ] as [(String, [String]?)] {
      var paper = try Paper()
      let id = try paper.new(
        "flood", by: "ana",
        words: "headline: A\nsection: city\nembargo: \(embargo)\nbyline: [ana]\n")
      try paper.move("submit", on: id, by: "ana")
      try paper.move("approve", on: id, by: "george")
      #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == rules, "\(embargo)")
    }
  }

  @Test(arguments: [
    ("headline: The flood\n", "", "a headline"), ("section: city\n", "", "a section"),
    ("section: city", "section: sport", "a section of the paper"),
    ("byline: [ana]\n", "", "a byline or a credit"),
    ("byline: [ana]", "byline: [ana, nemo]", "nemo is not"),
    ("Water came in.", "---", "a body"), ("Water came in.", "<!-- Water -->", "a body"),
  ])
  func whatIsMissingIsNamed(old: String, new: String, message: String) throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    #expect(try JudgeTests.refusal(paper, "submit", id, by: "ana") == nil)
    try paper.rewrite(id, by: "ana", old, new)
    guard case .failure(let refusal) = try paper.plan("submit", on: id, by: "ana") else {
      Issue.record("submitted without \(message)")
      return
    }
    #expect(refusal.reasons.map(\.message).joined().contains(message))
  }

  @Test func aQueryInTextOrHeadlineStopsPublicationAlone() throws {
    for (old, new) in [("came in", "came [[when?]]"), ("The flood", "\"The TK flood\"")] {
      var paper = try Paper()
      let id = try paper.new("flood", by: "ana")
      try paper.rewrite(id, by: "ana", old, new)
      try paper.move("submit", on: id, by: "ana")
      try paper.move("approve", on: id, by: "george")
      #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["requirement"])
    }
  }

  // MARK: Who is named

  /// Who edited, by 01: of own copy those who approved or changed words after draft, of agency copy
  /// those who changed it after it was taken in.
  @Test(arguments: [
    ("byline: [ana]", ["ana"], [], ["george"]),
    ("byline: [ana]", [], ["hana", "ana"], ["hana", "george"]),
    ("byline: [ana, hana]", [], ["hana"], ["george"]), ("byline: [wei]", [], [], ["george"]),
    ("credit: Lusa", ["ana"], [], []), ("credit: Lusa", [], ["hana"], ["hana"]),
    ("credit: Lusa", ["hana"], [], ["hana"]),
  ])
  func editorsAreWhoWorkedOnIt(
    source: String, before: [String], after: [String], editors: [String]
  ) throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana", words: "headline: A\nsection: city\n\(source)\n", body: "Water 0.\n")
    var count = 0
    for who in before {
      try paper.rewrite(id, by: who, "Water \(count)", "Water \(count + 1)")
      count += 1
    }
    try paper.move("submit", on: id, by: "ana")
    for who in after where who != "ana" {
      try paper.rewrite(id, by: who, "Water \(count)", "Water \(count + 1)")
      count += 1
    }
    try paper.move("approve", on: id, by: "george")
    #expect(try paper.entry(id).editors.map(\.description) == editors)
    #expect(try paper.story(id).file["editors"]?.texts ?? [] == editors)
  }

  @Test func whoWroteAFileBeforeItWasAStoryIsAWriter() throws {
    var paper = try Paper()
    let path = "articles/2026/11/24/flood.md"
    let rough = "---\nheadline: Flood\nsection: city\nbyline: [ana]\n---\nWater came in.\n"
    try paper.commit(by: "george", ["articles/2026/11/24/rough.md": rough])
    try paper.commit(by: "wei", ["articles/2026/11/24/rough.md": nil, path: rough])
    let id = try #require(StoryID("01jdfz3m8k9q4x7v2r5t6w8y0a"))
    let managed =
      "id: \(id)\nmaker: ana\nworkflow: standard\nstage: draft\ncreated: 2026-11-24T08:00:00Z\n"
    let verdict = try paper.commit(
      by: "ana", [path: rough.replacing("byline: [ana]\n", with: "byline: [ana]\n\(managed)")])
    #expect(verdict.offence?.message == nil)
    #expect(Set(try paper.entry(id).writers.map(\.description)) == ["ana", "george", "wei"])
  }

  @Test(arguments: [
    ("maker: ana", "maker: wei"), ("stage: draft", "stage: edit"), ("version: 0", "version: 1"),
    ("workflow: standard", "workflow: nowhere"), ("version: 0", "approvals: [x]"),
    ("version: 0", "published: 2026-11-24T08:00:00Z"), ("version: 0", "editors: [george]"),
    ("id: 01jdfz", "id: 01JDFZ"), ("created: 2026-11-24T08:00:00Z\n", ""),
  ])
  func aStoryBeginsAtTheBeginning(old: String, new: String) throws {
    let text = """
      ---
      headline: Flood
      id: 01jdfz3m8k9q4x7v2r5t6w8y0a
      maker: ana
      workflow: standard
      stage: draft
      version: 0
      created: 2026-11-24T08:00:00Z
      ---
      """
    let path = "articles/2026/11/24/flood.md"
    var paper = try Paper()
    #expect(try paper.commit(by: "ana", [path: text.replacing(old, with: new)]).rule == "creation")
    var honest = try Paper()
    #expect(try honest.commit(by: "ana", [path: text]).rule == nil)
    let twin = try honest.commit(by: "ana", ["articles/2026/11/24/twin.md": text])
    #expect(twin.rule == "creation")
  }
}

extension Result<Plan, Refusal> {
  var rules: [String]? {
    guard case .failure(let refusal) = self else { return nil }
    return refusal.reasons.map(\.rule)
  }
}
