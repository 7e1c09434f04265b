import Editorial
import Testing

/// Files and messages made by hand that claim a state, an undo or a resumption: each is an offence.
@Suite struct HandTests {
  @Test(arguments: [
    "publication: live", "publication: withheld", "publication: withdrawn",
    "publication: unpublished", "held: 2026-11-24T08:01:00Z", "scheduled: 2026-11-24T09:00:00Z",
    "published: 2026-11-24T08:01:00Z", "modified: 2026-11-24T08:01:00Z", "day: 2026-11-24",
    "path: articles/2026/11/24/other.md", "editors: [george]", "kind: update", "notice: Sorry.",
    "amends: 1", "notices: [{kind: update, version: 1, at: 2026-11-24T08:01:00Z, text: x}]",
  ])
  func linesThatOnlyMovesWrite(line: String) throws {
    var paper = try Paper()
    let draft = try paper.new("flood", by: "ana")
    let live = try paper.published("tide", by: "wei")
    try paper.move("update", on: live, by: "george")
    for (id, who) in [(draft, "ana"), (live, "george")] {
      let key = String(line.prefix { $0 != ":" })
      // What an open version may say of itself, and what stands there already.
      let isOpen = ["kind", "notice", "amends"].contains(key)
      let text = try paper.file(id)
      if id == live, isOpen || text.contains("\n\(key):") { continue }
      let files = [
        try paper.entry(id).path: Array(
          text.replacing("\nsection:", with: "\n\(line)\nsection:").utf8)
      ]
      #expect(try paper.rule(of: Record("edit"), by: who, files, on: id) == "managed", "\(line)")
    }
  }

  @Test(arguments: ["version: 1", "stage: edit", "day: 2026-11-24", "published: 2026-11-24"])
  func linesOfALiveStory(line: String) throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    let text = try paper.file(id)
    try #require(text.contains("\n\(line)"))
    let key = String(line.prefix { $0 != ":" })
    for other in ["\n", "\n\(key): 2026-11-23\n", "\n\(key): 0\n"] {
      let changed = text.replacing("\n\(line)", with: "\(other)x-\(line)")
      let files = [try paper.entry(id).path: Array(changed.utf8)]
      #expect(try paper.rule(of: Record("edit"), by: "george", files, on: id) == "managed")
    }
  }

  // MARK: Schedules

  @Test func aScheduleIsForTheTimeThatItsMessageSays() throws {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    var attempt = Attempt("schedule")
    let time = paper.now + 3600
    attempt.time = time
    let honest = Forgery(attempt, by: "rosa")
    #expect(try paper.rule(of: honest, on: id) == nil)
    for (value, rule) in [
      ((time + 60).description, "managed"), (Paper.start.description, "schedule"),
      ("soon", "trailers"), (nil, "requirement"), ("2026-11-24T10:03:00+01:00", nil),
    ] as [(String?, String?)] {
      let forged = honest.trailer("Stet-At", value)
      if rule == nil {
        #expect(try paper.rule(of: forged, on: id) != nil)
      } else {
        #expect(try paper.rule(of: forged, on: id) == rule, "\(value ?? "")")
      }
    }
    let moved = honest.file("scheduled: \(time)", "scheduled: \(time + 60)")
    #expect(try paper.rule(of: moved, on: id) == "managed")
    #expect(try paper.rule(of: honest.committed(by: "george"), on: id) == "role")
  }

  // MARK: Undo

  static func undo(
    _ paper: Paper, _ id: StoryID, by handle: String, _ commit: String, _ text: String,
    others: [String: [UInt8]?] = [:]
  ) throws -> String? {
    let record = Record(
      subject: "undo",
      trailers: [
        Record.Trailer("Stet-Story", id.description), Record.Trailer("Stet-Undo", commit),
      ])
    var files = others
    files[try paper.entry(id).path] = .some(Array(text.utf8))
    return try paper.rule(of: record, by: handle, files, on: id)
  }

  @Test func anUndoIsOfOnesOwnLastActToTheByte() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    try paper.move("submit", on: id, by: "ana")
    let earlier = try #require(try paper.entry(id).lastAct).commit
    let before = try paper.file(id)
    try paper.move("approve", on: id, by: "george")
    let (last, now) = (try #require(try paper.entry(id).lastAct).commit, try paper.file(id))
    #expect(try Self.undo(paper, id, by: "george", last, before) == nil)
    for person in ["hana", "ana", "ines", "bot", "nemo"] {
      #expect(try Self.undo(paper, id, by: person, last, before) != nil, "\(person)")
    }
    #expect(try Self.undo(paper, id, by: "george", earlier, before) == "undo")
    #expect(try Self.undo(paper, id, by: "george", "c999", before) == "undo")
    #expect(try Self.undo(paper, id, by: "george", last, now) == "words")
    let other = before.replacing("came in", with: "went out")
    #expect(try Self.undo(paper, id, by: "george", last, other) == "words")
    let more = ["media/2026/11/a.jpg": Optional(Array("a".utf8))]
    #expect(try Self.undo(paper, id, by: "george", last, before, others: more) == "words")
  }

  @Test func whatReadersSawIsNotUndone() throws {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    for (move, who) in [
      ("publish", "mei"), ("hold", "mei"), ("lift", "mei"), ("pull", "mei"), ("publish", "mei"),
      ("retract", "mei"),
    ] {
      let before = try paper.file(id)
      try paper.move(move, on: id, by: who, note: "Because.")
      let last = try #require(try paper.entry(id).lastAct).commit
      #expect(try Self.undo(paper, id, by: who, last, before) == "undo", "\(move)")
    }
  }

  // MARK: Aside and other workflows

  @Test func aResumptionBringsTheMergeAndNothingElse() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    try paper.move("update", on: id, by: "george")
    try paper.edit(id, by: "george") { $0 + "\nMore is to come.\n" }
    try paper.move("refile", on: id, by: "mei", words: ("Water", "Watter"))
    let kept = paper.blobs
    let plan = try paper.desk.resumption(
      of: paper.entry(id), words: nil, by: paper.person("rosa"), at: paper.now + 60
    ) { blob throws(Damage) in try kept.read(blob) }.get()
    let merged = try #require(
      try paper.desk.strands(of: paper.entry(id)) { blob throws(Damage) in try kept.read(blob) }?
        .mergedStory)
    let text = String(decoding: plan.bytes(from: merged), as: UTF8.self)
    let record = try paper.record(of: plan, id)
    let path = try paper.entry(id).path
    func rule(_ who: String, _ text: String, _ record: Record = record) throws -> String? {
      try paper.rule(of: record, by: who, [path: Array(text.utf8)], on: id)
    }
    #expect(try rule("rosa", text) == nil)
    #expect(try rule("rosa", text.replacing("is to come", with: "came")) == "role")
    #expect(try rule("wei", text) == "role")
    #expect(try rule("bot", text) != nil)
    #expect(try rule("rosa", text.replacing("kind: update\n", with: "")) != nil)
    #expect(try rule("rosa", text.replacing("kind: update", with: "kind: correction")) == "role")
    #expect(try rule("rosa", text.replacing("stage: edit", with: "stage: review")) == "managed")
    var other = record
    other.trailers.removeAll { $0.key == "Stet-Stage" }
    other.trailers.append(Record.Trailer("Stet-Stage", "published review"))
    #expect(try rule("rosa", text, other) == "trailers")
    // An editor's own words are words of an editor.
    let written = text.replacing("is to come", with: "came")
    let story = try Story(Array(written.utf8))
    try paper.resume(id, by: "hana", words: story)
    #expect(try paper.entry(id).writers.map(\.description) == ["ana", "george", "hana"])
  }

  @Test func aStoryGoesOverToAWorkflowInUse() throws {
    var paper = try Paper(stet: Paper.stet(workflows: "standard, breaking"), files: [:])
    let id = try JudgeTests.approved(&paper)
    var attempt = Attempt("set-workflow")
    attempt.workflow = "breaking"
    let honest = Forgery(attempt, by: "ines")
    #expect(try paper.rule(of: honest, on: id) == nil)
    for name in ["solo", "wire", "nowhere", "standard", "\"\""] {
      let forged = honest.file("workflow: breaking", "workflow: \(name)")
      #expect(try paper.rule(of: forged, on: id) == "workflow", "\(name)")
    }
    #expect(try paper.rule(of: honest.committed(by: "mei"), on: id) == "role")
    #expect(try paper.rule(of: honest.committed(by: "bot"), on: id) == "agent")
    let kept = honest.file(
      "stage: draft", "stage: draft\napprovals: [{by: george, words: \(try paper.entry(id).words)}]"
    )
    #expect(try paper.rule(of: kept, on: id) == "managed")
    #expect(
      try paper.rule(of: honest.file("stage: draft", "stage: published"), on: id) == "managed")
    #expect(try paper.rule(of: honest.file("came in", "went out"), on: id) == "words")
  }

  // MARK: Refiles

  @Test func aRefileIsATypoAndNothingElse() throws {
    var paper = try Paper()
    let id = try paper.published("flood")
    var attempt = Attempt("refile")
    attempt.words = ("Water", "Watter")
    for isOpen in [false, true] {
      if isOpen {
        try paper.move("update", on: id, by: "george")
        try paper.rewrite(id, by: "george")
      }
      let honest = Forgery(attempt, by: "hana")
      #expect(try paper.rule(of: honest, on: id) == nil)
      for (old, new, rule) in [
        ("came in", "never came in", "refile"), ("came in.", "came in. It was high.", "refile"),
        ("section: city", "section: harbour", "refile"),
        ("byline: [ana]", "byline: [george]", "refile"),
        ("section: city", "section: city\nembargo: 2027-01-01T00:00:00Z", "embargo"),
        ("section: city", "section: city\nkind: update", "managed"),
        ("section: city", "section: city\nnotice: Sorry.", "managed"),
        ("section: city", "section: city\namends: 1", "requirement"),
        ("version: 2", "version: 3", "managed"), ("Watter", "Water", "requirement"),
      ] {
        let isWords = rule != "managed"
        let found = try paper.rule(of: honest.file(old, new), on: id)
        // Other words have another digest, which the message names.
        #expect(found == rule || !isWords && found == "trailers", "\(old) \(new) \(found ?? "")")
      }
      #expect(try paper.rule(of: honest.committed(by: "rosa"), on: id) == "role")
      let other = isOpen ? "published published" : "edit published"
      #expect(
        try paper.rule(of: honest.trailer("Stet-Stage", other), on: id)
          == (isOpen ? nil : "trailers"))
      #expect(try paper.rule(of: honest.trailer("Stet-Kind", "update"), on: id) == "trailers")
      #expect(try paper.rule(of: honest.trailer("Stet-Version", "1"), on: id) == "trailers")
    }
  }
}
