/// A move that is allowed: what it makes of the entry and of the file.
public struct Plan: Sendable {
  public var transition: Transition
  public var from: String
  public var to: String
  /// The digest of the words that it moves, which the trailer Stet-Words names.
  public var words: String
  /// By which role or relation.
  public var party: Party
  /// The entry after it; blob and, where words come with it, digests follow from the file.
  public var entry: Entry
  /// The word fields that the move itself sets or takes away.
  public var composed: [(key: String, value: Value?)]
  /// The blob whose file comes back (`stand`, `pull`).
  public var restores: String?
  /// What readers are told it is: of a publication, of an open version, of a withdrawal.
  public var kind: String?
  /// What a publication's version is to readers; nil for the first.
  public var versionKind: VersionKind?
  /// Who counts as the publisher, where that is not who acts.
  public var scheduledBy: Handle?
  /// A time that the record must hold: of a schedule, and of what the clock does.
  public var time: Moment?
  public var restored: String?
  public var keepsHeadline = false
  /// The rules that a chief passed over, by name.
  public var passed: [String] = []
  /// Who wrote what a publication puts out.
  var writers: [Handle] = []
  /// A schedule that the move ends.
  public var cancelled: Entry.Schedule?
  /// The entry as of what readers have, for a later `pull`.
  var before: Entry

  /// The file after the move: `story` is the one that it is made on, with the words that come with it.
  public func bytes(from story: Story, restoring: Story? = nil) -> [UInt8] {
    Plan.file((restoring ?? story).file, composed, entry.managed)
  }

  /// What the record says of it.
  public var trailers: [Record.Trailer] {
    var trailers = [
      Record.Trailer("Stet-Story", entry.id.description),
      Record.Trailer("Stet-Transition", transition.name),
      Record.Trailer("Stet-Stage", "\(from) \(to)"), Record.Trailer("Stet-Role", party.name),
      Record.Trailer("Stet-Words", words),
    ]
    func add(_ key: String, _ value: String?) {
      if let value { trailers.append(Record.Trailer(key, value)) }
    }
    add("Stet-Version", transition.publishes ? String(entry.version) : nil)
    add("Stet-Kind", kind)
    add("Stet-At", time?.description)
    add("Stet-Scheduled-By", scheduledBy?.description)
    add("Stet-Restores", restored)
    add("Stet-Keep-Headline", keepsHeadline ? "yes" : nil)
    add("Stet-Override", passed.isEmpty ? nil : passed.joined(separator: " "))
    return trailers
  }

  static func file(
    _ file: FrontMatter, _ words: [(key: String, value: Value?)],
    _ managed: [(key: String, value: Value)]
  ) -> [UInt8] {
    var changes: [(key: String, yaml: String?)] = words.map { ($0.key, $0.value?.yaml()) }
    for key in Managed.order {
      let value = managed.first { $0.key == key }?.value
      if file[key] != value {
        changes.append((key, value?.yaml(bare: true)))
      } else if value == nil, file.fields.contains(where: { $0.key == key }) {
        changes.append((key, nil))
      }
    }
    return file.setting(
      changes.filter { change in
        change.yaml != nil || file.fields.contains { $0.key == change.key }
      })
  }
}

/// What a refusal says: every reason at once.
public struct Refusal: Error, Sendable, Equatable {
  public let reasons: [Reason]

  public init(reasons: [Reason]) { self.reasons = reasons }

  /// The first command that helps, said of a story.
  public func remedy(for slug: String) -> String? {
    reasons.lazy.compactMap(\.remedy).first?.replacing("STORY", with: slug)
  }
}

extension Desk {
  /// Whether `person` may make a move now, and what comes of it; or every reason against it.
  ///
  /// `story` is the file that the move is made on: the blob that ``basis(of:_:)`` names.
  public func plan(
    _ move: Move, on entry: Entry, story: Story, by person: Person, at moment: Moment
  ) throws(Damage) -> Result<Plan, Refusal> {
    let open = openMoves(of: entry)
    guard let workflow = policy.workflows[entry.workflow],
      let transition = transition(move.name, of: entry), transition.effect != .resume
    else {
      let names = policy.workflows[entry.workflow]?.transitions.map(\.name) ?? []
      let near = (names + Builtin.names).nearest(to: move.name)
      return .failure(Refusal(reasons: [.noSuchMove(move.name, near: near, open: open)]))
    }
    let shelves = shelves(move, entry)
    let base = shelves ? shelved(entry, story) : entry
    let before = transition.effect == .restore ? base : try current(base, story)
    var reasons: [Reason] = []
    if !person.active { reasons.append(.retired(person.handle)) }
    if broken[entry.path] != nil { reasons.append(.brokenStory(path: entry.path)) }
    if move.onLive, transition.kind != nil, !transition.isQuick, !entry.isLive {
      reasons.append(.notLive("\(move.name) --live"))
    }
    let way = transition.from.first { $0.stage == before.stage }
    if way == nil {
      reasons.append(
        .wrongStage(
          move: move.name, stage: before.stage, from: transition.from.map(\.stage), open: open))
    }
    let ordinary = way?.target ?? before.stageBeforeSpike ?? workflow.start
    let isBuiltin = Builtin.names.contains(transition.name)
    if let named = move.target, way != nil, !isBuiltin, named != ordinary,
      !transition.targets.contains(named)
    {
      reasons.append(.notATarget(named, allowed: [ordinary] + transition.targets))
    }
    let words = move.words ?? story
    var moved = before
    if transition.effect == .restore {
      moved = try taking(story, before)
    } else if transition.isQuick, let words = move.words {
      moved = try taking(words, before)
      moved.changers = [person.handle]
    }
    let party = entitled(person, to: transition, moved, move, &reasons)
    reasons += conditions(transition, moved, workflow)
    if transition.approves, moved.standing.contains(where: { $0.by == person.handle }) {
      reasons.append(.approvedAlready)
    }
    reasons += try missing(transition, move, moved, words)
    if transition.takesWords, !transition.isQuick, move.words != nil {
      let stage = workflow.stage(move.target ?? ordinary)
      let who = stage?.words ?? []
      if self.party(of: person, in: who, to: before) == nil,
        try digest(of: words).plain != before.plain
      {
        reasons.append(.mayNotEdit(stage: stage?.name ?? "", who: who.map(\.name)))
      }
    }
    reasons += try readersReasons(transition, move, moved, story, words, by: person, at: moment)
    var passed: [String] = []
    if let rest = passedOver(&passed, reasons, move, person, before) { reasons = rest }
    guard reasons.isEmpty, let party = party ?? (passed.contains("role") ? .role(.chief) : nil)
    else { return .failure(Refusal(reasons: reasons)) }
    var plan = Plan(
      transition: transition, from: before.stage,
      to: isBuiltin ? ordinary : move.target ?? ordinary, words: moved.words,
      party: party, entry: moved, composed: [], before: before)
    plan.passed = passed
    try carryOut(&plan, move, words, by: person, at: moment)
    if shelves {
      if try isOpenAlready(plan, words, entry) {
        return .failure(Refusal(reasons: [.otherVersionOpen]))
      }
      // The open version that is set aside loses its time with its stage.
      plan.cancelled = entry.scheduled
    }
    return .success(plan)
  }

  /// Whether the version that a fix would open is the one that is open.
  private func isOpenAlready(
    _ plan: Plan, _ words: Story, _ entry: Entry
  ) throws(Damage) -> Bool {
    guard !plan.transition.isQuick, plan.entry.stage == entry.stage,
      let opened = try? Story(plan.bytes(from: words))
    else { return false }
    return try digest(of: opened).digest == entry.words
  }

  /// The entry with the digest as of now: a picture that the words name may have come since.
  private func current(_ entry: Entry, _ story: Story) throws(Damage) -> Entry {
    guard !story.pictures.isEmpty else { return entry }
    return try digested(entry, story)
  }

  private func digested(_ entry: Entry, _ story: Story) throws(Damage) -> Entry {
    let words = try digest(of: story)
    var entry = entry
    (entry.words, entry.plain) = (words.digest, words.plain)
    return entry
  }

  /// The entry with other words than its own: what they digest to, who signs them, where they come from.
  private func taking(_ words: Story, _ entry: Entry) throws(Damage) -> Entry {
    var entry = try digested(entry, words)
    (entry.byline, entry.credit) = (signatures(of: words), words.credit)
    return entry
  }

  /// The names of the moves that lead on from where a story stands.
  public func openMoves(of entry: Entry) -> [String] {
    var moves = (policy.workflows[entry.workflow]?.transitions(from: entry.stage) ?? [])
      .filter { transition in
        switch transition.effect {
        case .restoreWords: !entry.versions.isEmpty
        case .unschedule: entry.scheduled != nil
        case .publish: !transition.isQuick || entry.isLive && entry.held == nil
        default: true
        }
      }
      .map(\.name)
    if entry.held == nil {
      if entry.publication != .withdrawn { moves.append("hold") }
    } else {
      moves.append("lift")
    }
    if entry.publication == .live || entry.publication == .withheld { moves.append("retract") }
    if entry.isLive { moves.append("pull") }
    if !entry.aside.isEmpty, !hasOpenVersion(entry) { moves.append("resume") }
    return moves
  }

  private func entitled(
    _ person: Person, to transition: Transition, _ entry: Entry, _ move: Move,
    _ reasons: inout [Reason]
  ) -> Party? {
    if person.agent, transition.name != "submit" || transition.approves || transition.effect != nil
    {
      reasons.append(.agentMayNot(move: transition.name))
      return nil
    }
    // The clock does what is due, and nobody does that by another right.
    let parties = transition.by.filter { ($0 == .role(.clock)) == move.asClock }
    let party = party(of: person, in: parties, to: entry)
    if party == nil {
      reasons.append(
        .lacksRole(
          move: transition.name, needs: move.asClock ? [Role.clock.rawValue] : parties.map(\.name)))
    }
    for excluded in transition.not where self.party(of: person, in: [excluded], to: entry) != nil {
      reasons.append(.isExcluded(move: transition.name, as: excluded.name))
    }
    return party
  }

  private func conditions(
    _ transition: Transition, _ entry: Entry, _ workflow: Workflow
  ) -> [Reason] {
    var reasons: [Reason] = []
    for condition in transition.unless {
      switch condition {
      case .changedByDesk: if entry.changedByDesk { reasons.append(.changedByDesk) }
      case .public: if entry.publication != .unpublished { reasons.append(.isPublic) }
      }
    }
    let asks = workflow.transitions.contains {
      $0.approves && $0.from.contains { $0.stage != workflow.published }
    }
    if transition.name == "submit", !asks, hasAgent(among: entry.writers) {
      reasons.append(.agentNeedsReaders)
    }
    if transition.effect == .restoreWords, entry.versions.isEmpty {
      reasons.append(.neverPublished)
    }
    return reasons
  }

  func hasAgent(among handles: [Handle]) -> Bool {
    handles.contains { policy.people[$0]?.agent == true }
  }

  /// What remains where a chief passes over rules; nil where nobody does.
  ///
  /// What was scheduled so goes out so.
  private func passedOver(
    _ passed: inout [String], _ reasons: [Reason], _ move: Move, _ person: Person, _ entry: Entry
  ) -> [Reason]? {
    if move.asClock {
      let settled = entry.scheduled?.passed ?? []
      // Whose right it is was settled for who scheduled, not for who keeps the clock.
      let over = reasons.filter {
        $0.override.map { settled.contains($0) && !["role", "not"].contains($0) } ?? false
      }
      passed = Set(over.compactMap(\.override)).sorted()
      return reasons.filter { !over.contains($0) }
    }
    guard move.overrides else { return nil }
    guard person.roles.contains(.chief), !person.agent else {
      return reasons + [.overrideIsChiefs]
    }
    guard move.hasNote else { return reasons + [.needsNote("an override")] }
    passed = Set(reasons.compactMap(\.override)).sorted()
    return passed.isEmpty && reasons.isEmpty
      ? [.nothingToOverride] : reasons.filter { $0.override == nil }
  }
}

extension Entry {
  /// A file with its managed lines as the record holds them, and its words as they are.
  public func renewing(_ file: FrontMatter) -> [UInt8] { Plan.file(file, [], managed) }
}
