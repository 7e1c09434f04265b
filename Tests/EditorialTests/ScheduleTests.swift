import Editorial
import Testing

/// Schedules, and what the clock may do.
@Suite struct ScheduleTests {
  /// A story approved and scheduled by mei for an hour from the start.
  static func scheduled() throws -> (Paper, StoryID, Moment) {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    let time = paper.now + 600
    try paper.move("schedule", on: id, by: "mei") { $0.time = time }
    return (paper, id, time)
  }

  @Test func theClockPublishesWhatIsDueAndNothingElse() throws {
    var (paper, id, time) = try Self.scheduled()
    #expect(try paper.file(id).contains("scheduled: \(time)\n"))
    #expect(try paper.refusal("publish", id, by: "cron") { $0.asClock = true } == ["schedule"])
    #expect(try paper.refusal("publish", id, by: "cron") == ["role"])
    #expect(try paper.refusal("unschedule", id, by: "cron") { $0.asClock = true } == ["schedule"])
    paper.wait(until: time)
    #expect(try paper.refusal("unschedule", id, by: "cron") { $0.asClock = true } == ["schedule"])
    #expect(try paper.refusal("publish", id, by: "mei") { $0.asClock = true } == ["role"])
    try paper.move("publish", on: id, by: "cron") { $0.asClock = true }
    let entry = try paper.entry(id)
    #expect(entry.version == 1 && entry.scheduled == nil)
    #expect(entry.versions.last?.by.description == "mei")
  }

  @Test func changedWordsMissTheirTime() throws {
    var (paper, id, time) = try Self.scheduled()
    try paper.rewrite(id, by: "george")
    #expect(try paper.entry(id).scheduled?.at == time)
    try paper.move("approve", on: id, by: "hana")
    paper.wait(until: time)
    #expect(try paper.refusal("publish", id, by: "cron") { $0.asClock = true } == ["schedule"])
    try paper.move("unschedule", on: id, by: "cron") { $0.asClock = true }
    #expect(try paper.entry(id).scheduled == nil)
    #expect(try paper.entry(id).missed == time)
    #expect(try paper.refusal("unschedule", id, by: "cron") { $0.asClock = true } == ["schedule"])
  }

  /// Other words for the same time: the file says the same, and the record who stands for it now.
  @Test func changedWordsAreScheduledForTheSameTime() throws {
    var (paper, id, time) = try Self.scheduled()
    try paper.rewrite(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    let file = try paper.file(id)
    #expect(
      try paper.move("schedule", on: id, by: "rosa") { $0.time = time }.entry.kind == .transition)
    #expect(try paper.file(id) == file)
    #expect(try paper.entry(id).scheduled?.by.description == "rosa")
    paper.wait(until: time)
    try paper.move("publish", on: id, by: "cron") { $0.asClock = true }
    #expect(try paper.live(id).contains("went out"))
    // A file that says nothing of a move is no door to it.
    for move in ["hold", "update", "retract"] {
      let plan = try paper.plan(move, on: id, by: "mei", notice: "No.", note: "Because.").get()
      let record = try paper.record(of: plan, id, "Because.")
      #expect(try paper.rule(of: record, by: "mei", [:], on: id) != nil, "\(move)")
    }
  }

  @Test func whoSchedulesCountsAsWhoPublishes() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana")
    try paper.move("submit", on: id, by: "ana")
    try paper.rewrite(id, by: "mei")
    try paper.move("approve", on: id, by: "mei")
    #expect(
      try paper.refusal("schedule", id, by: "mei") { $0.time = paper.now + 600 } == ["four-eyes"])
    #expect(try paper.refusal("schedule", id, by: "rosa") { $0.time = paper.now + 600 } == nil)
  }

  @Test(arguments: ["publish", "reject", "retract", "stand", "spike"])
  func otherMovesEndIt(move: String) throws {
    var paper = try Paper()
    let isNew = move == "spike"
    let id = isNew ? try paper.new("flood", by: "ana") : try paper.published("flood")
    try paper.move(isNew ? "submit" : "update", on: id, by: isNew ? "ana" : "george")
    try paper.rewrite(id, by: "george")
    try paper.move("approve", on: id, by: "hana")
    let time = paper.now + 600
    try paper.move("schedule", on: id, by: "mei") { $0.time = time }
    let plan = try paper.plan(move, on: id, by: "mei", notice: "No.", note: "Because.").get()
    #expect(plan.cancelled != nil)
    try paper.move(move, on: id, by: "mei", notice: "No.", note: "Because.")
    #expect(try paper.entry(id).scheduled == nil)
  }

  @Test func anEmbargoHoldsAScheduleToo() throws {
    var paper = try Paper()
    let id = try paper.new(
      "flood", by: "ana",
      words: "headline: F\nsection: city\nbyline: [ana]\nembargo: 2026-11-24T12:00:00+02:00\n")
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    let end = try #require(Moment("2026-11-24T10:00:00Z"))
    #expect(try paper.refusal("schedule", id, by: "mei") { $0.time = end + -1 } == ["embargo"])
    #expect(try paper.refusal("schedule", id, by: "mei") { $0.time = end } == nil)
    #expect(try paper.refusal("publish", id, by: "mei") == ["embargo"])
    #expect(try paper.refusal("schedule", id, by: "mei") == ["requirement", "embargo"])
    #expect(
      try paper.refusal("schedule", id, by: "mei") { $0.time = paper.now } == [
        "schedule", "embargo",
      ])
  }
}

extension Paper {
  /// The rules against a move; nil where it is allowed.
  func refusal(
    _ name: String, _ id: StoryID, by handle: String, _ prepare: (inout Move) -> Void = { _ in }
  ) throws -> [String]? {
    switch try plan(name, on: id, by: handle, notice: "No.", note: "Because.", prepare) {
    case .success: nil
    case .failure(let refusal): refusal.reasons.map(\.rule)
    }
  }
}
