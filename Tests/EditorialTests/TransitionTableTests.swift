import Editorial
import Testing

/// Every stage against every transition and everyone: a new row in a workflow must be a new row here.
@Suite struct TransitionTableTests {
  /// ana made the story, gina (an editor) signs it with her; wei is a writer with nothing to do with
  /// it, george an editor, rosa a publisher, ines the chief, cron the clock, bot a program with every
  /// role, olaf retired with every role, and nemo is nobody.
  static let everyone = [
    "ana", "wei", "george", "hana", "gina", "rosa", "ines", "cron", "bot", "olaf",
  ]

  /// What is asked for, with all that a move may need: words that pass its check, a time, a reason.
  static func attempt(_ name: String, in paper: Paper) -> Attempt {
    var attempt = Attempt(name, notice: "It was four.", note: "Because.")
    switch name {
    case "refile":
      (attempt.notice, attempt.words) = (nil, ("Water", "Watter"))
    case "add":
      (attempt.notice, attempt.words) = (nil, (".\n", ".\n\nMore is to come.\n"))
    case "schedule": attempt.time = paper.now + 3600
    default: break
    }
    return attempt
  }

  /// A story of a workflow in each of its stages, with its words approved by george where that can be.
  static func stages(of workflow: String) throws -> [(stage: String, paper: Paper, id: StoryID)] {
    var paper = try Paper(files: ["people/gina.yml": Paper.person("gina", "editor")])
    let credit = workflow == "wire" ? "credit: Lusa\n" : ""
    let id = try paper.new(
      "flood", by: "ana", workflow: workflow,
      words: "headline: Flood\nsection: city\nbyline: [ana, gina]\n\(credit)")
    var result = [("draft", paper, id)]
    if workflow != "solo" {
      try paper.move("submit", on: id, by: "ana")
      result.append(("edit", paper, id))
      if workflow != "breaking" { try paper.move("approve", on: id, by: "george") }
      if workflow == "standard" { result.append(("review", paper, id)) }
    }
    var spiked = paper
    try spiked.move("spike", on: id, by: "george")
    var scheduled = paper
    try scheduled.move("schedule", on: id, by: "rosa") { $0.time = paper.now + 3600 }
    try paper.move("publish", on: id, by: "rosa")
    result.append(("published", paper, id))
    if workflow == "standard" {
      try paper.move("update", on: id, by: "george")
      try paper.rewrite(id, by: "george")
      result.append(("update open", paper, id))
    }
    return result + [("spiked", spiked, id), ("scheduled", scheduled, id)]
  }

  /// A row for each transition that someone may make, and one a stage for those that nobody may.
  ///
  /// What is allowed is committed, and the Judge must agree; the same commit by anyone else is an
  /// offence.
  static func table(_ workflow: String) throws -> [String] {
    try stages(of: workflow).flatMap { stage, paper, id in
      let names = try #require(paper.desk.policy.workflows[workflow]).transitions.map(\.name)
      var rows: [String] = []
      var closed: [String] = []
      for name in names {
        let (allowed, targets) = try cell(attempt(name, in: paper), id, paper, "\(stage) \(name)")
        if allowed.isEmpty {
          closed.append(name)
        } else {
          rows.append("\(name) → \(targets): \(allowed)")
        }
      }
      return ["\(stage):"] + rows + ["nobody: \(closed.joined(separator: " "))"]
    }
  }

  /// Who may make a move, and where to; each is tried before the commit and by it.
  static func cell(
    _ attempt: Attempt, _ id: StoryID, _ paper: Paper, _ place: String
  ) throws -> (people: String, targets: String) {
    let allowed = try everyone.compactMap { person in
      (try? paper.plan(attempt, on: id, by: person).get()).map { (person: person, plan: $0) }
    }
    for (person, plan) in allowed {
      var paper = paper
      let verdict = try paper.commit(plan, attempt, on: id, by: person)
      #expect(verdict.offence == nil, "\(place) \(person) \(verdict.offence?.message ?? "")")
    }
    for person in everyone + ["nemo"] where !allowed.contains(where: { $0.person == person }) {
      guard let first = allowed.first else { continue }
      var paper = paper
      let verdict = try paper.commit(first.plan, attempt, on: id, by: person)
      #expect(verdict.offence != nil, "\(place) \(person)")
    }
    return (
      allowed.map(\.person).joined(separator: " "),
      Set(allowed.map(\.plan.to)).sorted().joined(separator: "|")
    )
  }

  @Test func standardAllowsExactlyTheMovesInTheTable() throws {
    #expect(
      try Self.table("standard") == [
        "draft:",
        "submit → edit: ana george hana gina bot",
        "spike → spiked: ana george hana gina",
        "nobody: recall approve reject publish schedule unschedule update correct clarify refile stand revive",
        "edit:",
        "recall → draft: ana",
        "approve → review: george hana",
        "reject → draft: george hana gina rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit publish schedule unschedule update correct clarify refile stand revive",
        "review:",
        "approve → review: hana",
        "reject → edit: george hana gina rosa",
        "publish → published: rosa",
        "schedule → review: rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit recall unschedule update correct clarify refile stand revive",
        "published:",
        "update → edit: george hana gina",
        "correct → edit: george hana gina",
        "clarify → edit: george hana gina",
        "refile → published: george hana",
        "nobody: submit recall approve reject publish schedule unschedule stand spike revive",
        "update open:",
        "approve → review: george hana",
        "reject → draft: george hana gina rosa",
        "refile → published: george hana",
        "stand → published: george hana gina rosa",
        "nobody: submit recall publish schedule unschedule update correct clarify spike revive",
        "spiked:",
        "revive → review: george hana gina",
        "nobody: submit recall approve reject publish schedule unschedule update correct clarify refile stand spike",
        "scheduled:",
        "approve → review: hana",
        "reject → edit: george hana gina rosa",
        "publish → published: rosa",
        "schedule → review: rosa",
        "unschedule → review: george hana gina rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit recall update correct clarify refile stand revive",
      ])
  }

  @Test func soloAllowsExactlyTheMovesInTheTable() throws {
    #expect(
      try Self.table("solo") == [
        "draft:",
        "publish → published: rosa",
        "schedule → draft: rosa",
        "spike → spiked: ana george hana gina",
        "nobody: unschedule update correct clarify refile stand revive",
        "published:",
        "update → draft: george hana gina",
        "correct → draft: george hana gina",
        "clarify → draft: george hana gina",
        "refile → published: george hana gina",
        "nobody: publish schedule unschedule stand spike revive",
        "spiked:",
        "revive → draft: george hana gina",
        "nobody: publish schedule unschedule update correct clarify refile stand spike",
        "scheduled:",
        "publish → published: rosa",
        "schedule → draft: rosa",
        "unschedule → draft: rosa",
        "spike → spiked: ana george hana gina",
        "nobody: update correct clarify refile stand revive",
      ])
  }

  @Test func breakingAllowsExactlyTheMovesInTheTable() throws {
    #expect(
      try Self.table("breaking") == [
        "draft:",
        "submit → edit: ana george hana gina bot",
        "spike → spiked: ana george hana gina",
        "nobody: recall reject publish schedule unschedule approve add update correct clarify refile stand revive",
        "edit:",
        "recall → draft: ana",
        "reject → draft: george hana gina rosa",
        "publish → published: george hana rosa",
        "schedule → edit: george hana rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit unschedule approve add update correct clarify refile stand revive",
        "published:",
        "approve → published: george hana",
        "add → published: george hana gina rosa",
        "update → edit: george hana gina",
        "correct → edit: george hana gina",
        "clarify → edit: george hana gina",
        "refile → published: george hana",
        "nobody: submit recall reject publish schedule unschedule stand spike revive",
        "spiked:",
        "revive → edit: george hana gina",
        "nobody: submit recall reject publish schedule unschedule approve add update correct clarify refile stand spike",
        "scheduled:",
        "recall → draft: ana",
        "reject → draft: george hana gina rosa",
        "publish → published: george hana rosa",
        "schedule → edit: george hana rosa",
        "unschedule → edit: george hana gina rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit approve add update correct clarify refile stand revive",
      ])
  }

  @Test func wireAllowsExactlyTheMovesInTheTable() throws {
    #expect(
      try Self.table("wire") == [
        "draft:",
        "submit → edit: ana george hana gina bot",
        "spike → spiked: ana george hana gina",
        "nobody: reject approve publish schedule unschedule update correct clarify refile stand revive",
        "edit:",
        "reject → draft: george hana gina rosa",
        "approve → edit: george hana gina",
        "publish → published: george hana rosa",
        "schedule → edit: george hana rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit unschedule update correct clarify refile stand revive",
        "published:",
        "update → edit: george hana gina",
        "correct → edit: george hana gina",
        "clarify → edit: george hana gina",
        "refile → published: george hana gina",
        "nobody: submit reject approve publish schedule unschedule stand spike revive",
        "spiked:",
        "revive → edit: george hana gina",
        "nobody: submit reject approve publish schedule unschedule update correct clarify refile stand spike",
        "scheduled:",
        "reject → draft: george hana gina rosa",
        "approve → edit: hana gina",
        "publish → published: george hana gina rosa",
        "schedule → edit: george hana gina rosa",
        "unschedule → edit: george hana gina rosa",
        "spike → spiked: ana george hana gina",
        "nobody: submit update correct clarify refile stand revive",
      ])
  }

  /// Rejected may be told where to go by `--to`, and nowhere else.
  @Test(
    arguments: [
      ("edit", nil, "draft"), ("review", nil, "edit"), ("review", "draft", "draft"),
      ("review", "published", nil), ("edit", "review", nil),
    ] as [(String, String?, String?)])
  func sendsBackWhereTheFileSays(stage: String, to: String?, expected: String?) throws {
    let here = try #require(try Self.stages(of: "standard").first { $0.stage == stage })
    let outcome = try here.paper.plan("reject", on: here.id, by: "george", target: to, note: "No.")
    #expect((try? outcome.get().to) == expected)
  }
}
