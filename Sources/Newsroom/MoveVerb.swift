public import Editorial
import Git

/// Stories to be moved.
public struct MoveRequest: Sendable {
  public var transition: String
  public var stories: [StoryID]
  /// For the desk.
  public var note = ""
  /// For readers.
  public var notice: String?
  /// Another stage than the usual one.
  public var target: String?
  /// Words that come with a new version.
  public var edits = Edits()

  public init(_ transition: String, _ stories: [StoryID]) {
    (self.transition, self.stories) = (transition, stories)
  }
}

/// A story that was moved.
public struct Moved: Sendable {
  public var found: Found
  public var transition: String
  public var from: String
  public var to: String
  public var by: Handle
  public var enteredBy: String?
  public var at: Moment
  public var commit: String
  public var version: Int
  /// Words of the mover's that were saved with it.
  public var saved: (added: Int, removed: Int)?
  /// The notice that readers see with it.
  public var notice: String?
  public var note: String
  public var publishes: Bool
}

/// Why one of several stories could not be moved.
public struct Held: Sendable, Hashable {
  var found: Found
  public var slug: String
  public var reasons: [Reason]
}

extension Newsroom {
  /// Moves stories: all of them, or none with every reason against each.
  public mutating func move(_ request: MoveRequest) throws(Failure) -> [Moved] {
    let person = try person()
    if !request.edits.isEmpty { try check(request.edits) }
    return try change(request.transition) { newsroom throws(Failure) in
      try newsroom.carry(request, by: person)
    }
  }

  private mutating func carry(
    _ request: MoveRequest, by person: Person
  ) throws(Failure) -> [Moved] {
    var chain = try begin()
    var moved: [Moved] = []
    var held: [Held] = []
    for id in request.stories {
      switch try move(id, request, &chain, by: person) {
      case .success(let done): moved.append(done)
      case .failure(let refusal):
        guard let found = try found(id) else {
          throw Failure(.notFound, "there is no such story")
        }
        held.append(Held(found: found, slug: found.slug, reasons: refusal.reasons))
      }
    }
    guard held.isEmpty else { throw try refusal(request, held) }
    if moved.contains(where: \.publishes) { try refuseIfLiveIsBeside() }
    try finish(chain)
    return moved
  }

  /// One story's move, at the end of a chain.
  private func move(
    _ id: StoryID, _ request: MoveRequest, _ chain: inout Chain, by person: Person
  ) throws(Failure) -> Result<Moved, Refusal> {
    guard var found = try found(id) else { throw Failure(.notFound, "there is no such story") }
    let workflow = desk.policy.workflows[found.entry.workflow]
    let transition = workflow?.transition(request.transition)
    let saved = try saveFirst(&found, transition, &chain, by: person)
    let story = try story(found.entry)
    let isFirst = transition?.effect == .publish && found.entry.day == nil
    let move = Move(
      request.transition, target: request.target, notice: request.notice,
      hasNote: !request.note.isEmpty, day: isFirst ? today : nil)
    let outcome = try planned(move, found.entry, story, chain.desk, by: person)
    let plan: Plan
    switch outcome {
    case .success(let allowed): plan = allowed
    case .failure(let refusal): return .failure(refusal)
    }
    let restored: Story? =
      if let blob = plan.restores {
        try self.story(named: blob)
      } else { nil }
    var bytes = plan.bytes(from: story, restoring: restored)
    if !request.edits.isEmpty {
      bytes = try apply(request.edits, to: try parsed(bytes, found))
    }
    let record = record(of: plan, found, story, request.note)
    try add(Draft(files: [(found.entry.path, bytes)], record: record), to: &chain, by: person)
    let after = try preview(chain, id)
    let publishes = plan.transition.effect == .publish
    return .success(
      Moved(
        found: after, transition: plan.transition.name, from: plan.from, to: plan.to,
        by: person.handle, enteredBy: enterer(for: person)?.handle.description,
        at: circumstances.now, commit: chain.parent.description, version: after.entry.version,
        saved: saved, notice: publishes ? story.notice : request.notice, note: request.note,
        publishes: publishes))
  }

  private func planned(
    _ move: Move, _ entry: Entry, _ story: Story, _ desk: Desk, by person: Person
  ) throws(Failure) -> Result<Plan, Refusal> {
    try reading { () throws(Damage) in
      try desk.plan(move, on: entry, story: story, by: person, at: circumstances.now)
    }
  }

  private func story(named blob: String) throws(Failure) -> Story {
    let bytes = try self.blob(blob)
    do throws(Fault) { return try Story(bytes) } catch { throw Failure(error) }
  }

  /// A move that neither approves nor publishes takes the mover's own unsaved words with it, where the
  /// stage lets them write; every other is refused while words are unsaved.
  private func saveFirst(
    _ found: inout Found, _ transition: Transition?, _ chain: inout Chain, by person: Person
  ) throws(Failure) -> (added: Int, removed: Int)? {
    // What is frozen is refused by the rules, with the other reasons.
    guard desk.broken[found.entry.path] == nil else { return nil }
    let open = try draftable(found.entry.id)
    guard open.hasUnsaved else { return nil }
    let parties = desk.policy.workflows[found.entry.workflow]?.stage(found.entry.stage)?.words ?? []
    guard let transition, transition.effect == nil, !transition.approves,
      desk.isOne(of: parties, person, found.entry)
    else { throw unsaved([found]) }
    try refuseManaged(open.bytes, found)
    let words = try wordChanges(open.base, open.bytes)
    try add(edit(of: found, open.bytes, note: ""), to: &chain, by: person)
    try holds(open.bytes, at: found.entry.path, &chain)
    found = try preview(chain, found.entry.id)
    return words
  }

  private func record(
    of plan: Plan, _ found: Found, _ story: Story, _ note: String
  ) -> Record {
    let arrow = plan.from == plan.to ? plan.to : "\(plan.from) → \(plan.to)"
    var trailers = [
      Record.Trailer("Stet-Story", found.entry.id.description),
      Record.Trailer("Stet-Transition", plan.transition.name),
      Record.Trailer("Stet-Stage", "\(plan.from) \(plan.to)"),
      Record.Trailer("Stet-Role", plan.party.name),
      Record.Trailer("Stet-Words", plan.words),
    ]
    let publishes = plan.transition.effect == .publish
    if publishes {
      trailers.append(Record.Trailer("Stet-Version", String(plan.entry.version)))
    }
    if let kind = publishes ? found.entry.kind : plan.transition.kind {
      trailers.append(Record.Trailer("Stet-Kind", kind.rawValue))
    }
    return Record(
      subject: "\(plan.transition.name): \(found.headline) (\(arrow))", note: note,
      trailers: trailers)
  }

  /// Everything against a move, story by story.
  private func refusal(_ request: MoveRequest, _ held: [Held]) throws(Failure) -> Failure {
    // A move that no workflow knows has no past form either.
    let isKnown = held.allSatisfy { one in
      !one.reasons.contains { if case .noSuchMove = $0 { true } else { false } }
    }
    let done = isKnown ? Tense.past(request.transition) : "moved"
    var lines: [String] = []
    for one in held {
      for reason in one.reasons { lines.append("\(one.slug): \(reason.message)") }
      for line in try whoCan(request.transition, one.found, one.reasons) {
        lines.append("\(one.slug): \(line)")
      }
    }
    let problem =
      request.stories.count == 1
      ? "\(held[0].slug) was not \(done)"
      : "nothing was \(done); \(held.count) of \(request.stories.count) \(held.count == 1 ? "is" : "are") not ready"
    let reasons = held.flatMap(\.reasons)
    var remedy = reasons.lazy.compactMap(\.remedy).first
    if remedy?.hasPrefix("from here: ") == true {
      let open = try mayMake(held[0].found)
      remedy = open.isEmpty ? nil : "from here you may \(prose(open, "or"))"
    }
    return Failure(
      .refused, problem, reasons: lines,
      hint: remedy.map { $0.replacing("STORY", with: held[0].slug) }
        ?? "stet why \(held[0].slug)   what it needs, and who can do it")
  }

  /// The moves that whoever asks may make with a story now, but for what it lacks.
  private func mayMake(_ found: Found) throws(Failure) -> [String] {
    let person = try person()
    var moves: [String] = []
    for move in desk.openMoves(of: found.entry) {
      guard let reasons = try reasons(against: move, found, by: person),
        reasons.allSatisfy({ $0.rule == "requirement" })
      else { continue }
      moves.append(move)
    }
    return moves
  }

  func refuseIfLiveIsBeside() throws(Failure) {
    guard case .beside(let id)? = liveFault else { return }
    throw Failure(
      .refused,
      "what readers see (live, at \(id.description.prefix(10))) is not what follows from the record",
      hint: "stet doctor --fix puts it right and keeps what stands there")
  }
}

/// Verbs of the desk in their past form.
public enum Tense {
  public static func past(_ verb: String) -> String {
    switch verb {
    case "submit": "submitted"
    case "approve", "revive", "publish", "reject", "spike", "refile", "add":
      verb.hasSuffix("e") ? verb + "d" : verb == "add" ? "added" : verb + "ed"
    case "stand": "left to stand"
    default: verb.hasSuffix("e") ? verb + "d" : verb + "ed"
    }
  }
}
