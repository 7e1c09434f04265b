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
    try paper.move("publish", on: id, by: "rosa")
    result.append(("published", paper, id))
    if workflow == "standard" {
      try paper.move("update", on: id, by: "george")
      try paper.rewrite(id, by: "george")
      result.append(("update open", paper, id))
    }
    return result + [("spiked", spiked, id)]
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
        let plans = try everyone.map { person in
          try paper.plan(name, on: id, by: person, notice: "It was four.", note: "Because.")
        }
        let allowed = zip(everyone, plans).compactMap { person, outcome in
          (try? outcome.get()).map { (person: person, plan: $0) }
        }
        guard let first = allowed.first else {
          closed.append(name)
          continue
        }
        for (person, plan) in allowed {
          let verdict = try committed(plan, id, by: person, paper)
          #expect(verdict.offence == nil, "\(stage) \(name) \(person)")
        }
        for person in everyone + ["nemo"] where !allowed.contains(where: { $0.person == person }) {
          let verdict = try committed(first.plan, id, by: person, paper)
          #expect(verdict.offence != nil, "\(stage) \(name) \(person)")
        }
        let targets = Set(allowed.map(\.plan.to)).sorted().joined(separator: "|")
        rows.append("\(name) → \(targets): \(allowed.map(\.person).joined(separator: " "))")
      }
      return ["\(stage):"] + rows + ["nobody: \(closed.joined(separator: " "))"]
    }
  }

  private static func committed(
    _ plan: Plan, _ id: StoryID, by person: String, _ paper: Paper
  ) throws -> Verdict {
    var paper = paper
    return try paper.commit(
      by: person, [try paper.entry(id).path: try paper.bytes(of: plan, id)],
      try paper.record(of: plan, id, "Because."))
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
        "spike → spiked: ana george hana gina",
        "nobody: submit recall schedule unschedule update correct clarify refile stand revive",
        "published:",
        "update → edit: george hana gina",
        "correct → edit: george hana gina",
        "clarify → edit: george hana gina",
        "nobody: submit recall approve reject publish schedule unschedule refile stand spike revive",
        "update open:",
        "approve → review: george hana",
        "reject → draft: george hana gina rosa",
        "stand → published: george hana gina rosa",
        "nobody: submit recall publish schedule unschedule update correct clarify refile spike revive",
        "spiked:",
        "revive → review: george hana gina",
        "nobody: submit recall approve reject publish schedule unschedule update correct clarify refile stand spike",
      ])
  }

  @Test func soloAllowsExactlyTheMovesInTheTable() throws {
    #expect(
      try Self.table("solo") == [
        "draft:",
        "publish → published: rosa",
        "spike → spiked: ana george hana gina",
        "nobody: schedule unschedule update correct clarify refile stand revive",
        "published:",
        "update → draft: george hana gina",
        "correct → draft: george hana gina",
        "clarify → draft: george hana gina",
        "nobody: publish schedule unschedule refile stand spike revive",
        "spiked:",
        "revive → draft: george hana gina",
        "nobody: publish schedule unschedule update correct clarify refile stand spike",
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
        "spike → spiked: ana george hana gina",
        "nobody: submit schedule unschedule approve add update correct clarify refile stand revive",
        "published:",
        "approve → published: george hana",
        "update → edit: george hana gina",
        "correct → edit: george hana gina",
        "clarify → edit: george hana gina",
        "nobody: submit recall reject publish schedule unschedule add refile stand spike revive",
        "spiked:",
        "revive → edit: george hana gina",
        "nobody: submit recall reject publish schedule unschedule approve add update correct clarify refile stand spike",
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
        "spike → spiked: ana george hana gina",
        "nobody: submit schedule unschedule update correct clarify refile stand revive",
        "published:",
        "update → edit: george hana gina",
        "correct → edit: george hana gina",
        "clarify → edit: george hana gina",
        "nobody: submit reject approve publish schedule unschedule refile stand spike revive",
        "spiked:",
        "revive → edit: george hana gina",
        "nobody: submit reject approve publish schedule unschedule update correct clarify refile stand spike",
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
