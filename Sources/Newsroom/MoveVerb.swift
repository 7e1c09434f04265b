public import Editorial
import Git

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
        let found = try known(id)
        held.append(Held(found: found, slug: found.slug, reasons: refusal.reasons))
      }
    }
    guard held.isEmpty else { throw try refusal(request, held) }
    if moved.contains(where: { $0.publishes || $0.withdraws }) { try refuseIfLiveIsBeside() }
    let unsaved = request.transition == "retract" ? try unsavedWords(of: moved) : []
    try finish(chain)
    try renewManagedLines(unsaved)
    return moved
  }

  /// One story's move, at the end of a chain.
  func move(
    _ id: StoryID, _ request: MoveRequest, _ chain: inout Chain, by person: Person
  ) throws(Failure) -> Result<Moved, Refusal> {
    var found = try known(id)
    let transition = desk.transition(request.transition, of: found.entry)
    let saved = try saveFirst(
      &found, transition, &chain, by: person, asClock: request.asClock)
    var move = move(of: request, transition, found)
    let basis = try story(named: chain.desk.basis(of: move, found.entry))
    move.words = try words(of: request, on: basis, found)
    let plan: Plan
    switch try planned(move, found.entry, basis, chain.desk, by: person) {
    case .success(let allowed): plan = allowed
    case .failure(let refusal): return .failure(refusal)
    }
    let restored: Story? =
      if let blob = plan.restores {
        try self.story(named: blob)
      } else { nil }
    let bytes = plan.bytes(from: move.words ?? basis, restoring: restored)
    let arrow = plan.from == plan.to ? plan.to : "\(plan.from) → \(plan.to)"
    let record = Record(
      subject: "\(plan.transition.name): \(found.headline) (\(arrow))", note: request.note,
      trailers: plan.trailers)
    try add(Draft(files: [(found.entry.path, bytes)], record: record), to: &chain, by: person)
    let after = try preview(chain, id)
    var moved = Moved(
      found: after, transition: plan.transition.name, from: plan.from, to: plan.to,
      by: person.handle, enteredBy: enterer(for: person)?.handle.description,
      at: circumstances.now, commit: chain.parent.description, version: after.entry.version,
      saved: saved, note: request.note, publishes: plan.transition.publishes)
    moved.notice = notice(of: plan, request, basis)
    if let words = move.words {
      moved.changed = try wordChanges(basis.file.bytes, words.file.bytes)
    }
    (moved.kind, moved.passed, moved.cancelled) = (plan.kind, plan.passed, plan.cancelled)
    moved.withdraws =
      found.entry.publication != after.entry.publication && !moved.publishes
      || plan.transition.effect == .pull
    try resume(&moved, &chain, by: person)
    return .success(moved)
  }

  private func move(
    of request: MoveRequest, _ transition: Transition?, _ found: Found
  ) -> Move {
    let isFirst = transition?.effect == .publish && found.entry.day == nil
    var move = Move(
      request.transition, target: request.target, notice: request.notice,
      hasNote: !request.note.isEmpty, day: isFirst ? today : nil)
    (move.time, move.onLive, move.asClock) = (request.time, request.onLive, request.asClock)
    (move.withdrawal, move.keepsHeadline) = (request.withdrawal, request.keepsHeadline)
    (move.workflow, move.restores, move.amends) = (
      request.workflow, request.restores[found.entry.id], request.amends
    )
    move.overrides = request.overrides
    return move
  }

  /// The words that come with a move; nil where none do.
  private func words(
    of request: MoveRequest, on basis: Story, _ found: Found
  ) throws(Failure) -> Story? {
    if let whole = request.whole { return Story(try parsed(whole, found)) }
    guard !request.edits.isEmpty || request.addition != nil else { return nil }
    var bytes = try apply(request.edits, to: basis.file)
    if let text = request.addition {
      let file = try parsed(bytes, found)
      bytes = file.replacingBody(with: AdditionCheck.adding(text, to: Story(file)))
    }
    return Story(try parsed(bytes, found))
  }

  /// What readers are told with it.
  private func notice(of plan: Plan, _ request: MoveRequest, _ basis: Story) -> String? {
    switch plan.transition.effect {
    case .retract: plan.entry.notices.first?.text
    case .publish: basis.notice ?? request.notice
    default: request.notice
    }
  }

  /// Whether a chief's override is needed at all is tried first, so that none is recorded for nothing.
  private func planned(
    _ move: Move, _ entry: Entry, _ story: Story, _ desk: Desk, by person: Person
  ) throws(Failure) -> Result<Plan, Refusal> {
    try reading { () throws(Damage) in
      if move.overrides {
        var plain = move
        plain.overrides = false
        let outcome = try desk.plan(
          plain, on: entry, story: story, by: person, at: circumstances.now)
        if case .success = outcome { return outcome }
      }
      return try desk.plan(move, on: entry, story: story, by: person, at: circumstances.now)
    }
  }

  func story(named blob: String) throws(Failure) -> Story {
    let bytes = try self.blob(blob)
    do throws(Fault) { return try Story(bytes) } catch { throw Failure(error) }
  }

  /// A move that neither approves nor publishes takes the mover's own unsaved words with it, where the
  /// stage lets them write; every other is refused while words are unsaved.
  private func saveFirst(
    _ found: inout Found, _ transition: Transition?, _ chain: inout Chain, by person: Person,
    asClock: Bool
  ) throws(Failure) -> (added: Int, removed: Int)? {
    // What is frozen is refused by the rules, with the other reasons.
    guard desk.broken[found.entry.path] == nil else { return nil }
    let open = try draftable(found.entry.id)
    guard open.hasUnsaved else { return nil }
    let parties = desk.policy.workflows[found.entry.workflow]?.stage(found.entry.stage)?.words ?? []
    // A withdrawal waits for nobody's words, and leaves them alone; so does the clock.
    if transition?.effect == .retract || asClock { return nil }
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
    for move in desk.openMoves(of: found.entry) where !Builtin.names.contains(move) {
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
