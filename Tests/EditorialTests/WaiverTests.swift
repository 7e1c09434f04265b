import Editorial
import Testing

/// What is broken is frozen until it is mended or waived; nothing new reaches readers meanwhile.
@Suite struct WaiverTests {
  /// A story in review, whose stage someone then changed by hand.
  static func broken() throws -> (Paper, StoryID, Verdict) {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    let verdict = try paper.rewrite(id, by: "ana", "stage: review", "stage: published")
    return (paper, id, verdict)
  }

  /// The commit of a waiver, as `stet waive` makes it: the file's words as they stand, `managed` lines.
  static func waive(
    _ paper: inout Paper, _ commit: String, _ id: StoryID, by chief: String = "ines",
    note: String = "It was right.", _ text: String
  ) throws -> Verdict {
    let path = try paper.desk.memory.entry(id)?.path ?? "articles/2026/11/24/hand.md"
    return try paper.commit(
      by: chief, [path: text], note: note,
      trailers: [("Stet-Story", id.description), ("Stet-Waive", commit)])
  }

  @Test func namesCommitPersonRuleAndRemedy() throws {
    let (paper, id, verdict) = try Self.broken()
    let offence = try #require(verdict.offence)
    #expect(offence.by == "ana")
    #expect(offence.rule == "managed")
    #expect(offence.story == id)
    #expect(offence.commit == paper.desk.head)
    #expect(offence.remedy.contains("stet doctor --fix"))
    #expect(paper.desk.open.map(\.commit) == [offence.commit])
    #expect(try paper.entry(id).stage == "review")
  }

  @Test func aBrokenStoryMovesNowhereAndNothingNewReachesReaders() throws {
    var (paper, id, _) = try Self.broken()
    #expect(try JudgeTests.refusal(paper, "reject", id, by: "george")?.contains("broken") == true)
    let other = try paper.new("harbour", by: "wei")
    try paper.move("submit", on: other, by: "wei")
    try paper.move("approve", on: other, by: "george")
    #expect(try JudgeTests.refusal(paper, "publish", other, by: "mei") == ["broken"])
  }

  @Test func frontsAndTheHouseStayAsReadersHaveThemMeanwhile() throws {
    var paper = try Paper()
    let live = try paper.published("tide")
    let id = try paper.new("flood", by: "ana")
    var honest = paper
    try paper.rewrite(id, by: "ana", "version: 0", "version: 4")
    let retitled = Paper.stet().replacing("Ellery Tide", with: "Tide")
    #expect(try paper.commit(by: "george", ["fronts/home.yml": "- tide\n"]).rule == "broken")
    #expect(try paper.commit(by: "ines", ["stet.yml": retitled]).rule == "broken")
    // What readers do not see goes on.
    #expect(
      try paper.commit(by: "ines", ["people/new.yml": Paper.person("new", "writer")]).rule == nil)
    #expect(try honest.commit(by: "george", ["fronts/home.yml": "- tide\n"]).rule == nil)
    #expect(try honest.commit(by: "ines", ["stet.yml": retitled]).rule == nil)
    #expect(honest.live("fronts/home.yml") == "- \(live)\n")
  }

  @Test func aFrozenPathIsTouchedByAMendAlone() throws {
    var (paper, id, _) = try Self.broken()
    let path = try paper.entry(id).path
    var mended = paper
    #expect(try paper.rewrite(id, by: "hana").rule == "broken")
    let good = String(decoding: try paper.blobs.read(try paper.entry(id).blob), as: UTF8.self)
    #expect(try mended.commit(by: "wei", [path: good]).rule == nil)
    #expect(mended.log.last?.kind == .mend)
    #expect(mended.desk.open.isEmpty)
    #expect(mended.offences.count == 1)
    #expect(mended.desk.offences.map(\.standing) == [.mended])
    try mended.move("publish", on: id, by: "mei")
    #expect(try mended.entry(id).publication == .live)
  }

  @Test func oneMendHealsEveryOffenceOnItsPath() throws {
    var (paper, id, _) = try Self.broken()
    let good = String(decoding: try paper.blobs.read(try paper.entry(id).blob), as: UTF8.self)
    try paper.rewrite(id, by: "hana")
    #expect(paper.desk.open.count == 2)
    try paper.commit(by: "wei", [try paper.entry(id).path: good])
    #expect(paper.desk.open.isEmpty)
  }

  @Test func aChiefLetsTheWordsOfSomeoneWithoutARightStand() throws {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    let commit = try #require(try paper.rewrite(id, by: "wei").offence).commit
    var unknown = paper
    var other = paper
    let text = try paper.file(id)
    #expect(try Self.waive(&unknown, "c999", id, text).rule == "waive")
    #expect(try Self.waive(&other, commit, id, by: "george", text).rule == "role")
    let verdict = try Self.waive(&paper, commit, id, text)
    #expect(verdict.offence?.message == nil)
    #expect(paper.desk.open.isEmpty)
    #expect(paper.desk.offences.map(\.standing) == [.waived])
    let entry = try paper.entry(id)
    #expect(entry.writers.map(\.description) == ["ana", "wei"])
    #expect(entry.standing.isEmpty)
    #expect(entry.stage == "review")
  }

  @Test func aWaiverChangesNoWordAndNeedsAReason() throws {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    let commit = try #require(try paper.rewrite(id, by: "wei").offence).commit
    var silent = paper
    let text = try paper.file(id)
    #expect(try Self.waive(&silent, commit, id, note: "", text).rule == "requirement")
    #expect(
      try Self.waive(&paper, commit, id, text.replacing("went out", with: "stayed")).rule == "words"
    )
  }

  @Test func everyHandOnAFrozenFileIsAWriterOfWhatStands() throws {
    var paper = try Paper()
    let id = try paper.published("tide")
    try paper.edit(id, by: "hana") { $0 + "One more line.\n" }
    let first = try #require(paper.desk.open.first).commit
    // The file is frozen, and somebody else puts words of their own on top.
    try paper.edit(id, by: "george") { $0 + "George alone wrote this.\n" }
    let entry = try paper.entry(id)
    let opened = try #require(paper.desk.opening(forWaiverOf: entry))
    let found = try FrontMatter(try paper.file(id))
    let text = String(
      decoding: try #require(paper.desk.waiverFile(of: entry, found)), as: UTF8.self)
    #expect(try Self.waive(&paper, first, id, text).rule == nil)
    #expect(opened.stage == "edit")
    #expect(
      Set(try paper.entry(id).writers).isSuperset(of: ["hana", "george"].compactMap(Handle.init)))
    #expect(paper.desk.open.isEmpty)
  }

  @Test func waivedWordsOfAPublishedStoryOpenANewVersion() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    let before = paper.live
    let commit = try #require(try paper.rewrite(id, by: "ana").offence).commit
    let verdict = try Self.waive(
      &paper, commit, id,
      try paper.file(id).replacing("stage: published", with: "stage: edit")
        .replacing("maker:", with: "kind: update\nmaker:")
        .replacing(#/approvals:.*\n/#, with: ""))
    #expect(verdict.offence?.message == nil)
    let entry = try paper.entry(id)
    #expect(entry.kind == .update)
    #expect(entry.stage == "edit")
    #expect(entry.version == 1)
    #expect(paper.live == before)
    try paper.move("approve", on: id, by: "george")
    try paper.move("publish", on: id, by: "mei")
    #expect(try paper.live(id).contains("went out"))
  }

  @Test func aHandMadeStageIsPutBackByItsWaiver() throws {
    var (paper, id, verdict) = try Self.broken()
    let commit = try #require(verdict.offence).commit
    var kept = paper
    #expect(try Self.waive(&kept, commit, id, try paper.file(id)).rule == "managed")
    let text = try paper.file(id).replacing("stage: published", with: "stage: review")
    #expect(try Self.waive(&paper, commit, id, text).rule == nil)
    #expect(try paper.entry(id).stage == "review")
  }

  @Test func aHandMadeStoryBecomesOneAtItsWorkflowsStart() throws {
    var paper = try Paper()
    let id = try #require(StoryID("01jdfz3m8k9q4x7v2r5t6w8y0a"))
    func text(_ stage: String, _ version: String) -> String {
      """
      ---
      headline: By hand
      section: city
      byline: [ana]
      id: \(id)
      maker: ana
      workflow: standard
      stage: \(stage)
      version: \(version)
      created: 2026-11-24T08:00:00Z
      ---
      Words.

      """
    }
    let path = "articles/2026/11/24/hand.md"
    let commit = try #require(try paper.commit(by: "ana", [path: text("published", "1")]).offence)
      .commit
    #expect(try paper.desk.memory.entry(id) == nil)
    #expect(try Self.waive(&paper, commit, id, text("draft", "0")).offence?.message == nil)
    #expect(try paper.entry(id).stage == "draft")
    #expect(try paper.entry(id).maker.description == "ana")
    #expect(paper.live.keys.allSatisfy { !$0.hasPrefix("articles/") })
    try paper.move("submit", on: id, by: "ana")
    #expect(try paper.entry(id).stage == "edit")
  }

  @Test func aKindByHandIsMendedAndNotWaived() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    let commit = try #require(
      try paper.rewrite(id, by: "ana", "section:", "kind: correction\nnotice: Sorry.\nsection:")
        .offence
    ).commit
    #expect(try Self.waive(&paper, commit, id, try paper.file(id)).rule == "managed")
  }

  @Test func anOffenceWithoutFilesIsWaivedByItsCommit() throws {
    var paper = try Paper()
    let commit = try #require(
      try paper.commit(by: "ana", [:], trailers: [("Stet-Actor", "mei")]).offence
    ).commit
    var other = paper
    #expect(
      try other.commit(by: "ana", [:], note: "Why.", trailers: [("Stet-Waive", commit)]).rule
        == "role")
    #expect(
      try paper.commit(by: "ines", [:], note: "Why.", trailers: [("Stet-Waive", commit)]).rule
        == nil)
    #expect(paper.desk.open.isEmpty)
  }

  @Test func aMovedOrDeletedStoryNamesSlugAndSpike() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    let text = try paper.file(id)
    let path = try paper.entry(id).path
    for to in ["articles/2026/11/24/a.md", "articles/2026/11/24/z.md", ""] {
      var copy = paper
      var files: [String: String?] = [path: nil]
      if !to.isEmpty { files[to] = text }
      let offence = try #require(try copy.commit(by: "ana", files).offence)
      #expect(offence.rule == "path")
      #expect(offence.message.contains(path))
      // Mending it puts the file back and takes the other away.
      files = [path: text]
      if !to.isEmpty { files[to] = .some(nil) }
      #expect(try copy.commit(by: "ana", files).rule == nil)
      #expect(copy.desk.broken.isEmpty)
    }
  }
}
