import Editorial
import Testing

/// Every kind of change against what readers see and what is open.
///
/// Which may be made, what readers see after it and what the record says is derived by hand from 01.
@Suite struct MatrixTests {
  struct Place {
    let name: String
    let paper: Paper
    let id: StoryID
  }

  static let first = "Water came in.\n\nBoats went out.\n"

  /// The changes in the order of the table; `-live` is made with `--live`, `amend` gives the newest
  /// notice other words.
  static let kinds = [
    "update", "correct", "clarify", "amend", "update-live", "correct-live", "clarify-live",
    "amend-live", "refile", "add", "restore", "pull", "stand", "retract", "hold", "lift",
  ]

  static func attempt(_ kind: String, in paper: Paper, _ id: StoryID) throws -> Attempt {
    let isLive = kind.hasSuffix("-live")
    let name = String(kind.prefix { $0 != "-" })
    var attempt = Attempt(name == "amend" ? "correct" : name, note: "Because.")
    attempt.onLive = isLive
    switch name {
    case "update", "correct", "clarify", "retract": attempt.notice = "It was \(name)."
    case "amend": (attempt.notice, attempt.amends) = ("It was nine.", 1)
    case "refile": attempt.words = ("Water", "Watter")
    case "add": attempt.words = ("Boats went out.\n", "Boats went out.\n\nMore is to come.\n")
    case "restore": attempt.restores = try paper.entry(id).versions.first?.commit ?? "c0"
    default: break
    }
    return attempt
  }

  /// A story with two versions that readers had, the second a correction that says so; or with none.
  static func twice(_ workflow: String) throws -> (Paper, StoryID) {
    var paper = try Paper()
    let id = try paper.new("flood", by: "ana", workflow: workflow, body: first)
    try BuiltinTableTests.publish(&paper, id)
    try paper.move("correct", on: id, by: "george", notice: "It was eight.")
    try paper.rewrite(id, by: "george")
    try BuiltinTableTests.publish(&paper, id)
    return (paper, id)
  }

  static func places(_ workflow: String) throws -> [Place] {
    var places: [Place] = []
    var paper = try Paper()
    var id = try paper.new("flood", by: "ana", workflow: workflow, body: first)
    places.append(Place(name: "unpublished in draft", paper: paper, id: id))
    try paper.move("submit", on: id, by: "ana")
    places.append(Place(name: "unpublished in edit", paper: paper, id: id))
    (paper, id) = try twice(workflow)
    var open = [("nothing open", paper)]
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george", "Boats went out", "Ships went out")
    open.append(("open in edit", paper))
    var draft = paper
    try draft.move("reject", on: id, by: "mei", note: "Again.")
    open.append(("open in draft", draft))
    if workflow == "standard" {
      try paper.move("approve", on: id, by: "hana")
      open.append(("open in review", paper))
    }
    try paper.move(
      "correct", on: id, by: "hana", notice: "It was ten.", words: ("Water went", "Mud went")
    ) {
      $0.onLive = true
    }
    open.append(("open, one aside", paper))
    try paper.move("stand", on: id, by: "mei")
    open.append(("one aside", paper))
    for (name, live) in open {
      var (withheld, withdrawn) = (live, live)
      try withheld.move("hold", on: id, by: "mei", note: "Which river?")
      try withdrawn.move("retract", on: id, by: "mei", notice: "No.")
      places += [
        Place(name: "live, \(name)", paper: live, id: id),
        Place(name: "withheld, \(name)", paper: withheld, id: id),
        Place(name: "withdrawn, \(name)", paper: withdrawn, id: id),
      ]
    }
    return places
  }

  @Test(arguments: ["standard", "breaking"])
  func whatMayBeMadeWhere(workflow: String) throws {
    // An addition is in breaking alone.
    let quick = workflow == "breaking" ? "refile add" : "refile"
    let new = "update correct clarify"
    let live = "update-live correct-live clarify-live amend-live"
    let table = [
      "unpublished in draft": "hold", "unpublished in edit": "hold",
      "live, nothing open": "\(new) amend \(live) \(quick) restore pull retract hold",
      "live, one aside": "\(new) amend \(live) \(quick) restore pull retract hold",
      "live, open in draft": "\(live) \(quick) restore pull retract hold",
      "live, open in edit": "\(live) \(quick) restore pull stand retract hold",
      "live, open in review": "\(live) \(quick) restore pull stand retract hold",
      "live, open, one aside": "\(live) \(quick) restore pull stand retract hold",
      "withheld, nothing open": "\(new) retract lift",
      "withheld, one aside": "\(new) retract lift",
      "withheld, open in draft": "retract lift",
      "withheld, open in edit": "stand retract lift",
      "withheld, open in review": "stand retract lift",
      "withheld, open, one aside": "stand retract lift",
      "withdrawn, nothing open": "\(new) hold",
      "withdrawn, one aside": "\(new) hold",
      "withdrawn, open in draft": "hold", "withdrawn, open in edit": "stand hold",
      "withdrawn, open in review": "stand hold", "withdrawn, open, one aside": "stand hold",
    ]
    for place in try Self.places(workflow) {
      let kinds = Self.kinds.filter { workflow == "breaking" || $0 != "add" }
      let allowed = try kinds.filter { kind in
        let attempt = try Self.attempt(kind, in: place.paper, place.id)
        return (try? place.paper.plan(attempt, on: place.id, by: "mei").get()) != nil
      }
      #expect(allowed.joined(separator: " ") == table[place.name], "\(workflow) \(place.name)")
      for kind in allowed { try expectAfter(kind, place, workflow) }
    }
  }

  // MARK: What comes of it

  /// What readers see and what the entry says after a change.
  private func expectAfter(_ kind: String, _ place: Place, _ workflow: String) throws {
    var (paper, id) = (place.paper, place.id)
    let before = try paper.entry(id)
    let attempt = try Self.attempt(kind, in: paper, id)
    let verdict = try paper.carry(attempt, on: id, by: "mei")
    let after = try paper.entry(id)
    let name = Comment(rawValue: "\(workflow) \(place.name): \(kind)")
    let isOpen = before.kind != nil
    #expect(verdict.entry.transition == attempt.name && verdict.entry.by == "mei", name)
    #expect(after.id == before.id && after.path == before.path, name)
    switch kind.prefix(while: { $0 != "-" }) {
    case "update", "correct", "clarify", "amend":
      let kinds = ["update": "update", "correct": "correction", "clarify": "clarification"]
      #expect(after.kind?.rawValue == kinds[attempt.name], name)
      #expect(verdict.entry.versionKind == kinds[attempt.name], name)
      #expect(after.stage == "edit" && after.version == before.version, name)
      #expect(after.changers.map(\.description) == ["mei"] && after.approvals.isEmpty, name)
      #expect(after.aside.count == before.aside.count + (isOpen ? 1 : 0), name)
      #expect(paper.live == place.paper.live && verdict.projection == nil, name)
    case "refile", "add", "restore":
      #expect(after.version == before.version + 1 && after.stage == "published", name)
      #expect(after.kind == nil && after.changers.isEmpty && after.scheduled == nil, name)
      #expect(after.aside.count == before.aside.count + (isOpen ? 1 : 0), name)
      #expect(verdict.entry.version == after.version, name)
      #expect(verdict.entry.versionKind == (kind == "refile" ? "refile" : "update"), name)
      let live = try paper.live(id)
      #expect(live.contains("version: \(after.version)\n"), name)
      let bodies = [
        "refile": "Watter went out.", "add": "Water went out.\n\nBoats went out.\n\nMore is",
        "restore": "Water came in.",
      ]
      #expect(live.contains("---\n\(bodies[kind] ?? "?")"), name)
      // What readers were told stays told.
      #expect(after.notices == before.notices && live.contains("It was eight."), name)
    case "pull":
      let old = place.paper.projections.compactMap { projection in
        projection.changes.first { $0.path == before.livePath }?.content
      }
      #expect(
        verdict.projection?.changes.first { $0.path == before.livePath }?.content == old.first)
      #expect(after.version == 2 && after.versions.map(\.number) == [1], name)
      #expect(after.notices.isEmpty && after.publication == .live, name)
      // It stands again where it was published from, unless another one is open.
      let way = workflow == "standard" ? "review" : "edit"
      #expect(after.stage == (isOpen ? before.stage : way), name)
      #expect(after.kind == (isOpen ? before.kind : .correction), name)
      #expect(after.words == before.words || !isOpen, name)
    case "stand":
      #expect(after.stage == "published" && after.kind == nil && after.approvals.isEmpty, name)
      #expect(after.plain == before.versions.last?.plain && after.version == 2, name)
      #expect(after.aside.count == before.aside.count, name)
      #expect(paper.live == place.paper.live, name)
    case "retract":
      #expect(after.publication == .withdrawn && after.held == nil, name)
      #expect(after.stage == before.stage && after.kind == before.kind, name)
      let live = try paper.live(id)
      #expect(live.contains("It was retract.") && live.contains("publication: withdrawn\n"), name)
      #expect(
        !live.contains("Water") && !live.contains("headline") && !live.contains("eight"), name)
    case "hold":
      let wasLive = before.publication == .live
      #expect(after.held != nil && after.words == before.words, name)
      #expect(after.publication == (wasLive ? .withheld : before.publication), name)
      #expect((verdict.projection != nil) == wasLive, name)
    default:
      #expect(after.held == nil && after.publication == .live, name)
      #expect(try paper.live(id).contains("---\nWater went out."), name)
      #expect(try !paper.live(id).contains("publication:"), name)
    }
  }

  // MARK: The whole way

  /// A fix beside an open version, to readers and back: they get the fix alone, then the version with it.
  @Test(arguments: ["correct-live", "clarify-live", "update-live", "refile", "add", "restore"])
  func aFixGoesOutAloneAndTheOtherVersionComesBack(kind: String) throws {
    let places = try Self.places("breaking")
    let place = try #require(places.first { $0.name == "live, open in edit" })
    var (paper, id) = (place.paper, place.id)
    var attempt = try Self.attempt(kind, in: paper, id)
    if kind.hasSuffix("-live") { attempt.words = ("Water went", "Mud went") }
    try paper.carry(attempt, on: id, by: "mei")
    if kind.hasSuffix("-live") { try paper.move("publish", on: id, by: "rosa") }
    #expect(try paper.live(id).contains("Boats went out."))
    #expect(try paper.entry(id).version == 3 && paper.entry(id).aside.count == 1)
    try paper.resume(id, by: "mei")
    let entry = try paper.entry(id)
    #expect(entry.stage == "edit" && entry.kind == .update && entry.aside.isEmpty)
    let words = [
      "refile": "Watter went", "add": "More is to come.", "restore": "Water came in.",
    ]
    #expect(try paper.file(id).contains(words[kind] ?? "Mud went"))
    #expect(try paper.file(id).contains("Ships went out."))
    #expect(entry.writers.map(\.description) == ["ana", "george"])
    try paper.move("publish", on: id, by: "rosa")
    #expect(try paper.live(id).contains(words[kind] ?? "Mud went"))
    #expect(try paper.live(id).contains("Ships went out."))
    #expect(try paper.entry(id).version == 4)
  }
}
