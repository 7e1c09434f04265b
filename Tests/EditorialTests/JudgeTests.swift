import Editorial
import Testing

/// Attacks on the record (04 §2.1), each beside its honest twin, which differs in the offence alone.
@Suite struct JudgeTests {
  /// A story of ana's in review, approved by george.
  static func approved(_ paper: inout Paper, byline: String = "ana") throws -> StoryID {
    let id = try paper.new(
      "flood", by: "ana", words: "headline: Flood\nsection: city\nbyline: [\(byline)]\n")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    return id
  }

  /// The rule that a move breaks; nil where it may be made.
  static func refusal(
    _ paper: Paper, _ name: String, _ id: StoryID, by person: String
  ) throws -> [String]? {
    switch try paper.plan(name, on: id, by: person, note: "Because.") {
    case .success: nil
    case .failure(let refusal): refusal.reasons.map(\.rule)
    }
  }

  // MARK: Rows 1 and 2: four-eyes, by person

  @Test func nobodyPublishesWhatNobodyElseRead() throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    try paper.rewrite(id, by: "mei")
    try paper.move("approve", on: id, by: "mei")
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == ["four-eyes"])
    #expect(try Self.refusal(paper, "publish", id, by: "rosa") == nil)
  }

  @Test func anEditorWhoSignsAStoryMayNotApproveIt() throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana", words: "headline: Flood\nsection: city\nbyline: [ana, george]\n")
    try paper.move("submit", on: id, by: "ana")
    #expect(try Self.refusal(paper, "approve", id, by: "george") == ["role"])
    #expect(try Self.refusal(paper, "approve", id, by: "hana") == nil)
  }

  @Test func eachOfSeveralWritersNeedsSomeoneElse() throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    try paper.rewrite(id, by: "george")
    try paper.rewrite(id, by: "mei", "went out", "stayed")
    try paper.move("approve", on: id, by: "george")
    #expect(try paper.entry(id).writers.map(\.description) == ["ana", "george", "mei"])
    // ana and mei were read by george; george by mei, who publishes, and mei by george.
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == nil)
    var other = paper
    try other.rewrite(id, by: "mei", "stayed", "left")
    try other.move("approve", on: id, by: "mei")
    #expect(try Self.refusal(other, "publish", id, by: "mei") == ["four-eyes"])
    try other.move("approve", on: id, by: "hana")
    #expect(try Self.refusal(other, "publish", id, by: "mei") == nil)
  }

  @Test func addressesOfOnePersonAreOnePerson() throws {
    var paper = try Paper(files: [
      "people/mei.yml":
        "name: Mei\nemail: [mei@tide.example, m.tan@home.example]\nroles: [editor, publisher]\n"
    ])
    let id = try Self.approved(&paper)
    let plan = try paper.plan("publish", on: id, by: "mei").get()
    let verdict = try paper.commit(
      by: "nobody", [try paper.entry(id).path: try paper.bytes(of: plan, id)],
      try paper.record(of: plan, id), email: "M.Tan@HOME.example")
    #expect(verdict.offence == nil)
    #expect(verdict.entry.by == "mei")
  }

  @Test func anAddressOfTwoPeopleMakesTheRulesInvalid() throws {
    var paper = try Paper()
    let twin = Paper.person("wei", "writer").replacing("wei@", with: "ANA@")
    #expect(try paper.commit(by: "ines", ["people/wei.yml": twin]).rule == "policy")
    var honest = try Paper()
    let own = Paper.person("wei", "writer").replacing("wei@", with: "wei.lin@")
    #expect(try honest.commit(by: "ines", ["people/wei.yml": own]).rule == nil)
  }

  // MARK: Row 3: who acts

  @Test func aStrangerAndARetiredPersonDoNothing() throws {
    for (who, rule) in [("nemo", "person"), ("olaf", "person"), ("wei", nil)] as [(String, String?)]
    {
      var paper = try Paper()
      #expect(try paper.commit(by: who, ["media/2026/11/a.jpg": "picture"]).rule == rule, "\(who)")
    }
  }

  @Test func whoEnteredAnActForAnotherIsNamed() throws {
    var paper = try Paper()
    let entered = try paper.commit(by: "ana", ["media/2026/11/a.jpg": "a"], committer: "george")
    #expect(entered.entry.by == "ana")
    #expect(entered.entry.enteredBy == "george")
    #expect(try paper.commit(by: "ana", ["media/2026/11/b.jpg": "b"]).entry.enteredBy == nil)
  }

  // MARK: Rows 4 and 5: trailers and dates

  @Test(
    arguments: [
      ("none", nil), ("twice", "trailers"), ("unknown", "trailers"), ("missing", "trailers"),
      ("other stage", "trailers"), ("other role", "trailers"), ("other words", "trailers"),
      ("version", "trailers"), ("kind", "trailers"), ("other story", "trailers"),
      ("folded", "managed"), ("not last", "managed"),
    ] as [(String, String?)])
  func trailersSayWhatHappenedOrAreAnOffence(attack: String, rule: String?) throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    let plan = try paper.plan("publish", on: id, by: "mei").get()
    var record = try paper.record(of: plan, id)
    func set(_ key: String, _ value: String) {
      record.trailers.removeAll { $0.key == key }
      record.trailers.append(Record.Trailer(key, value))
    }
    switch attack {
    case "twice": record.trailers.append(Record.Trailer("Stet-Role", "publisher"))
    case "unknown": set("Stet-Actor", "rosa")
    case "missing": record.trailers.removeAll { $0.key == "Stet-Words" }
    case "other stage": set("Stet-Stage", "edit published")
    case "other role": set("Stet-Role", "editor")
    case "other words": set("Stet-Words", String(repeating: "0", count: 64))
    case "version": set("Stet-Version", "2")
    case "kind": set("Stet-Kind", "update")
    case "other story": set("Stet-Story", "01jdfz3m8k9q4x7v2r5t6w8y0a")
    case "folded": set("Stet-Role", "publisher\n folded")
    case "not last": record = Record(record.message + "\nSigned off by a later block.\n")
    default: break
    }
    if attack != "not last" { record = Record(record.message) }
    let verdict = try paper.commit(
      by: "mei", [try paper.entry(id).path: try paper.bytes(of: plan, id)], record)
    #expect(verdict.rule == rule)
  }

  @Test(arguments: [0, 4_102_444_800] as [Int64])
  func datesProveNothingAndChangeNoRight(seconds: Int64) throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    let at = Moment(seconds: seconds)
    let text = try paper.file(id).replacing("came in", with: "went out")
    let verdict = try paper.commit(by: "george", [try paper.entry(id).path: text], at: at)
    #expect(verdict.offence == nil)
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == ["approval"])
  }

  // MARK: Rows 9, 10, 18: approvals are bound to words

  @Test func anApprovalDoesNotOutliveItsWords() throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == nil)
    try paper.rewrite(id, by: "hana")
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == ["approval"])
    try paper.move("approve", on: id, by: "george")
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == nil)
  }

  @Test func puttingTheOldWordsBackDoesNotReviveAnApproval() throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    let words = try paper.entry(id).words
    try paper.rewrite(id, by: "hana")
    try paper.rewrite(id, by: "hana", "went out", "came in")
    #expect(try paper.entry(id).words == words)
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == ["approval"])
  }

  @Test func commentsAndQuotesVoidNothing() throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    try paper.edit(id, by: "hana") {
      $0.replacing("headline: Flood", with: "# checked\nheadline: \"Flood\" # twice")
    }
    #expect(paper.offences.isEmpty)
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == nil)
  }

  @Test func aPublicationCarriesNoOtherWordsThanThoseApproved() throws {
    var paper = try Paper()
    let id = try Self.approved(&paper)
    let plan = try paper.plan("publish", on: id, by: "mei").get()
    let bytes = String(decoding: try paper.bytes(of: plan, id), as: UTF8.self)
    let record = try paper.record(of: plan, id)
    var honest = paper
    let path = try paper.entry(id).path
    let smuggled = bytes.replacing("came in", with: "went out")
    #expect(try paper.commit(by: "mei", [path: Array(smuggled.utf8)], record).rule == "words")
    #expect(paper.live.keys.contains { $0.hasPrefix("articles/") } == false)
    #expect(try honest.commit(by: "mei", [path: Array(bytes.utf8)], record).rule == nil)
  }

  @Test func aPictureThatComesAfterTheApprovalVoidsIt() throws {
    var paper = try Paper()
    let picture = "media/2026/11/bridge.jpg"
    let words = "headline: Flood\nsection: city\nbyline: [ana]\nimage: \(picture)\n"
    let id = try paper.new("flood", by: "ana", words: words)
    try paper.move("submit", on: id, by: "ana")
    var honest = paper
    try paper.move("approve", on: id, by: "george")
    try paper.commit(by: "ana", [picture: "something else"])
    #expect(try Self.refusal(paper, "publish", id, by: "mei") == ["approval"])
    try paper.move("approve", on: id, by: "george")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live(picture) == "something else")

    try honest.commit(by: "ana", [picture: "the bridge"])
    try honest.move("approve", on: id, by: "george")
    try honest.move("publish", on: id, by: "mei")
    #expect(honest.live(picture) == "the bridge")
  }

  // MARK: Rows 11, 12 and 16: what a commit touches

  @Test(
    arguments: [
      ("stage: draft", "stage: published", "managed"), ("version: 0", "version: 7", "managed"),
      ("maker: ana", "maker: wei", "managed"), ("workflow: standard", "workflow: solo", "managed"),
      ("version: 0", "version: 0\napprovals: [{by: george, words: abc}]", "managed"),
      ("version: 0", "version: 0\npublication: live", "managed"),
      ("version: 0", "version: 0\npublished: 2026-11-24T08:00:00Z", "managed"),
      ("headline: The flood", "headline: The flood\nkind: correction", "managed"),
      ("headline: The flood", "headline: The flood\nnotice: Sorry.", "managed"),
      ("headline: The flood", "headline: \"Flood\nstage: published\"", "format"),
      ("headline: The flood", "headline: The tide", nil),
    ] as [(String, String, String?)])
  func managedLinesAreNotChangedByHand(old: String, new: String, rule: String?) throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    #expect(try paper.rewrite(id, by: "ana", old, new).rule == rule)
  }

  @Test func aTransitionTouchesItsStoryAlone() throws {
    var paper = try Paper()
    let other = try paper.new("harbour", by: "ana")
    let id = try Self.approved(&paper)
    let plan = try paper.plan("publish", on: id, by: "mei").get()
    var files = [try paper.entry(id).path: Optional(try paper.bytes(of: plan, id))]
    let record = try paper.record(of: plan, id)
    var honest = paper
    files[try paper.entry(other).path] = Array(
      try paper.file(other).replacing("came in", with: "went out").utf8)
    #expect(try paper.commit(by: "mei", files, record).rule == "words")
    files[try paper.entry(other).path] = nil
    #expect(try honest.commit(by: "mei", files, record).rule == nil)
  }

  @Test func aMergeEndsTheLine() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    #expect(try paper.commit(by: "ana", [:], parents: 2).offence == nil)
    #expect(paper.desk.stop?.good == "c1")
    try paper.rewrite(id, by: "ana")
    #expect(paper.desk.head == "c1")
    #expect(paper.desk.broken.isEmpty)
    #expect(try paper.entry(id).blob == paper.entry(id).blob)
  }

  // MARK: Rows 25 to 27 and 35: names and bytes

  @Test(arguments: [
    "articles/2026/11/24/con.md", "articles/2026/11/24/Flood.md", "articles/2026/11/24/a\\b.md",
    "articles/2026/11/24/flood..md", "articles/2026/02/30/flood.md", "articles/2026/11/flood.md",
    "articles/2026/11/24/flood.txt", "articles/2026/11/24/../flood.md", "media/2026/11/AUX.jpg",
    "media/2026/11/aux.jpg", "media/2026/11/.hidden", "media/bridge.jpg", "media/2026/11/Ä.jpg",
    "theme/.git/config", "theme/.g\u{200C}it/x", "theme/git~1", "theme/nul.css", "theme/a:b",
    "theme/x ", "theme/x.", "theme/\u{1B}[2J",
  ])
  func namesThatAreNotSafeEverywhereAreRefused(path: String) throws {
    var paper = try Paper()
    let who = path.hasPrefix("theme/") ? "ines" : "ana"
    #expect(try paper.commit(by: who, [path: "x"]).rule == "path", "\(path)")
    // And they can be taken away again.
    #expect(try paper.commit(by: who, [path: nil]).rule == nil, "\(path)")
    #expect(paper.desk.open.isEmpty)
  }

  @Test(arguments: ["articles/2026/11/24/flood.md", "media/2026/11/aux-port.jpg", "theme/a.css"])
  func honestNamesAreTaken(path: String) throws {
    var paper = try Paper()
    let who = path.hasPrefix("theme/") ? "ines" : "ana"
    #expect(try paper.commit(by: who, [path: "x"]).rule == nil)
  }

  @Test func linksAndProgramsAreRefused() throws {
    var paper = try Paper()
    let path = "media/2026/11/a.jpg"
    #expect(try paper.commit(by: "ana", [path: "x"], plain: false).rule == "path")
    var honest = try Paper()
    #expect(try honest.commit(by: "ana", [path: "x"]).rule == nil)
  }

  @Test func bytesThatAreNoTextAreNotTakenIntoAStory() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    let path = try paper.entry(id).path
    for bad in [[0xFF], [0x00], [0x1B], [0xC2, 0x85], [0x0D, 0x61]] as [[UInt8]] {
      var copy = paper
      let bytes = Array(try paper.file(id).utf8) + bad
      #expect(
        try copy.commit(by: "ana", [path: bytes], Record("edit")).rule == "format", "\(bad)")
    }
    let bytes = Array(try paper.file(id).utf8) + Array("é\t\r\n".utf8)
    #expect(try paper.commit(by: "ana", [path: bytes], Record("edit")).rule == nil)
  }

  @Test func aPictureNeverChanges() throws {
    var paper = try Paper()
    try paper.commit(by: "ana", ["media/2026/11/a.jpg": "one"])
    var gone = paper
    var second = paper
    #expect(try paper.commit(by: "ana", ["media/2026/11/a.jpg": "two"]).rule == "media")
    #expect(try gone.commit(by: "ana", ["media/2026/11/a.jpg": nil]).rule == "media")
    #expect(try second.commit(by: "bot", ["media/2026/11/b.jpg": "two"]).rule == nil)
  }
}
