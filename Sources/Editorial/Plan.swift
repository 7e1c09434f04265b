/// What someone wants done with a story.
public struct Move: Sendable {
  /// The name of a transition.
  public var name: String
  /// The stage that `--to` names.
  public var target: String?
  /// The public notice that comes with it.
  public var notice: String?
  public var hasNote: Bool
  /// The day of a first publication, in the newsroom's zone.
  public var day: Day?

  public init(
    _ name: String, target: String? = nil, notice: String? = nil, hasNote: Bool = false,
    day: Day? = nil
  ) {
    (self.name, self.target, self.notice) = (name, target, notice)
    (self.hasNote, self.day) = (hasNote, day)
  }
}

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
  /// The blob whose words come back (`stand`).
  public var restores: String?

  /// The file after the move: `story` is the file before it.
  public func bytes(from story: Story, restoring: Story? = nil) -> [UInt8] {
    Plan.file((restoring ?? story).file, composed, entry.managed)
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
}

extension Desk {
  /// Whether `person` may make a move now, and what comes of it; or every reason against it.
  ///
  /// `story` is the file as it stands on `main`, which `entry` was judged from.
  public func plan(
    _ move: Move, on entry: Entry, story: Story, by person: Person, at moment: Moment
  ) throws(Damage) -> Result<Plan, Refusal> {
    let workflow = policy.workflows[entry.workflow]
    let entry = try current(entry, story)
    let open = openMoves(of: entry)
    guard let workflow, let transition = workflow.transition(move.name) else {
      let near = workflow?.transitions.map(\.name).nearest(to: move.name)
      return .failure(Refusal(reasons: [.noSuchMove(move.name, near: near, open: open)]))
    }
    guard transition.isKnown else {
      return .failure(Refusal(reasons: [.notInThisVersion(move.name)]))
    }
    var reasons: [Reason] = []
    if !person.active { reasons.append(.retired(person.handle)) }
    if broken[entry.path] != nil { reasons.append(.brokenStory(path: entry.path)) }
    let way = transition.from.first { $0.stage == entry.stage }
    if way == nil {
      reasons.append(
        .wrongStage(
          move: move.name, stage: entry.stage, from: transition.from.map(\.stage), open: open))
    }
    let ordinary = way?.target ?? entry.stageBeforeSpike ?? workflow.start
    if let named = move.target, way != nil, named != ordinary, !transition.targets.contains(named) {
      reasons.append(.notATarget(named, allowed: [ordinary] + transition.targets))
    }
    let party = entitled(person, to: transition, entry, &reasons)
    reasons += conditions(transition, entry, workflow)
    reasons += missing(transition, move, entry, story)
    if transition.approves, entry.standing.contains(where: { $0.by == person.handle }) {
      reasons.append(.approvedAlready)
    }
    if transition.effect == .publish {
      if let embargo = story.embargo, Moment(embargo).map({ moment < $0 }) ?? true {
        reasons.append(.embargo(embargo))
      }
      reasons += try obstacles(
        transition, entry, story, by: person, day: move.day ?? Clock(moment).day)
    }
    guard reasons.isEmpty, let party else { return .failure(Refusal(reasons: reasons)) }
    var plan = Plan(
      transition: transition, from: entry.stage, to: move.target ?? ordinary, words: entry.words,
      party: party, entry: entry, composed: [])
    carryOut(&plan, move, story, by: person, at: moment)
    return .success(plan)
  }

  /// The entry with the digest as of now: a picture that the words name may have come since.
  private func current(_ entry: Entry, _ story: Story) throws(Damage) -> Entry {
    guard !story.pictures.isEmpty else { return entry }
    let words = try Words(of: story) { path throws(Damage) in try memory.picture(path) }
    var entry = entry
    (entry.words, entry.plain) = (words.digest, words.plain)
    return entry
  }

  /// The names of the moves that lead on from where a story stands.
  public func openMoves(of entry: Entry) -> [String] {
    (policy.workflows[entry.workflow]?.transitions(from: entry.stage) ?? [])
      .filter { $0.isKnown && ($0.effect != .restoreWords || !entry.versions.isEmpty) }
      .map(\.name)
  }

  private func entitled(
    _ person: Person, to transition: Transition, _ entry: Entry, _ reasons: inout [Reason]
  ) -> Party? {
    if person.agent, transition.name != "submit" || transition.approves || transition.effect != nil
    {
      reasons.append(.agentMayNot(move: transition.name))
      return nil
    }
    // The clock moves only what is scheduled, which nothing is in this version.
    let parties = transition.by.filter { $0 != .role(.clock) }
    let party = party(of: person, in: parties, to: entry)
    if party == nil {
      reasons.append(.lacksRole(move: transition.name, needs: parties.map(\.name)))
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

  private func missing(
    _ transition: Transition, _ move: Move, _ entry: Entry, _ story: Story
  ) -> [Reason] {
    var reasons: [Reason] = []
    let things = transition.requires.compactMap { $0.missing(in: story, policy) }
    if !things.isEmpty { reasons.append(.lacks(things)) }
    if transition.noteRequired, !move.hasNote { reasons.append(.needsNote(transition.name)) }
    if transition.noticeRequired, (move.notice ?? "").isEmpty {
      reasons.append(.needsNotice(transition.kind?.rawValue ?? transition.name))
    }
    if transition.approves || transition.effect == .publish, let kind = entry.kind,
      kind.needsNotice,
      story.notice == nil
    {
      reasons.append(.needsNotice(kind.rawValue))
    }
    return reasons
  }

  func hasAgent(among handles: [Handle]) -> Bool {
    handles.contains { policy.people[$0]?.agent == true }
  }

  private func carryOut(
    _ plan: inout Plan, _ move: Move, _ story: Story, by person: Person, at moment: Moment
  ) {
    let transition = plan.transition
    let moved = plan.to != plan.from
    if transition.approves {
      plan.entry.approvals.removeAll { $0.by == person.handle }
      plan.entry.approvals.append(
        Entry.Approval(by: person.handle, words: plan.entry.words, at: moment))
      plan.entry.touches.add(Entry.Touch(by: person.handle, approved: true, early: false))
    }
    let workflow = policy.workflows[plan.entry.workflow]
    if transition.effect == nil, moved, workflow?.leadsBack(from: plan.from, to: plan.to) == true {
      // Sent back or taken back: whoever takes it up again reads it again.
      plan.entry.approvals = []
    }
    if moved, workflow?.isParked(plan.to) == true { plan.entry.stageBeforeSpike = plan.from }
    plan.entry.stage = plan.to
    if moved { plan.entry.since = moment }
    if plan.to == workflow?.start {
      plan.entry.changedByDesk = false
    } else if workflow?.isParked(plan.to) != true {
      plan.entry.submitted = true
    }
    switch transition.effect {
    case .publish: publish(&plan, story, move, by: person, at: moment)
    case .restoreWords: stand(&plan)
    case .schedule, .unschedule, nil:
      if let kind = transition.kind { open(&plan, kind, move.notice, by: person) }
    }
    plan.entry.show()
  }

  /// Opens a new version.
  private func open(_ plan: inout Plan, _ kind: VersionKind, _ notice: String?, by person: Person) {
    plan.entry.kind = kind
    plan.entry.approvals = []
    plan.entry.changers = [person.handle]
    plan.entry.changedByDesk = false
    plan.entry.touches.add(Entry.Touch(by: person.handle, approved: false, early: false))
    plan.composed = [("kind", .scalar(kind.rawValue))]
    if let notice, !notice.isEmpty { plan.composed.append(("notice", .scalar(notice))) }
  }

  /// Drops an open version: the words of the last published one come back.
  private func stand(_ plan: inout Plan) {
    guard let last = plan.entry.versions.last else { return }
    plan.restores = last.blob
    plan.entry.kind = nil
    plan.entry.changers = []
    plan.entry.approvals = []
    plan.entry.touches.removeSubrange(min(plan.entry.settled, plan.entry.touches.count)...)
    plan.entry.changedByDesk = false
    (plan.entry.words, plan.entry.plain) = (last.plain, last.plain)
  }

  private func publish(
    _ plan: inout Plan, _ story: Story, _ move: Move, by person: Person, at moment: Moment
  ) {
    let kind = plan.entry.kind
    plan.entry.version += 1
    if let notice = story.notice {
      plan.entry.notices.insert(
        Notice(
          kind: (kind ?? .update).rawValue, version: plan.entry.version, at: moment, text: notice),
        at: 0)
    }
    if story.kind != nil { plan.composed.append(("kind", nil)) }
    if story.notice != nil { plan.composed.append(("notice", nil)) }
    plan.entry.words = plan.entry.plain
    if plan.entry.published == nil {
      plan.entry.published = moment
    } else {
      plan.entry.modified = moment
    }
    let day = plan.entry.day.flatMap { Day($0) } ?? move.day ?? Clock(moment).day
    plan.entry.day = day.description
    plan.entry.livePath = address(of: plan.entry, story, on: day)
    plan.entry.publication = .live
    plan.entry.kind = nil
    plan.entry.changers = []
    plan.entry.settled = plan.entry.touches.count
    plan.entry.changedByDesk = false
  }

  /// Where a publication puts the story on `live`.
  func address(of entry: Entry, _ story: Story, on day: Day) -> String {
    let given = story["slug"]?.text
    if given == nil || given == entry.livePath.flatMap({ StoryPath($0)?.slug }),
      let path = entry.livePath, given != nil || StoryPath(path)?.slug == entry.slug
    {
      return path
    }
    return StoryPath(day: day, slug: given ?? entry.slug).path
  }
}

extension Transition {
  /// Whether this version of the rules carries it out.
  public var isKnown: Bool {
    switch effect {
    case .schedule, .unschedule: false
    case .publish: exemption == nil || exemption == .cuts
    case .restoreWords, nil: true
    }
  }
}
