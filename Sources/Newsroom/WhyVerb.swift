public import Editorial
import Git

/// What readers see of a story and why, what it needs to move on, and who can do it.
public struct WhyReport: Sendable {
  public var found: Found
  /// Whose names readers see; before it is out, would see.
  public var attribution: Attribution
  /// Nil where readers have nothing of it.
  public var readers: Readers?
  /// Published, but in no edition yet.
  public var isWaitingForEdition = false
  /// The public notice of the open version.
  public var notice: String?
  /// The move that brings it to readers; nil where nothing leads there from its stage.
  public var goal: String?
  public var obstacles: [Obstacle] = []
  /// What is in order already.
  public var fine: [String] = []
  public var ways: [Way] = []
  /// The moves that whoever asks could make now.
  public var mine: [String] = []
  public var person: Person?
  public var newest: ReleaseTag?
  public var versionInNewest: Int?
  public var unreleased = 0
  /// What each outlet shows, with the version of this story.
  public var outlets: [Reach.Shown] = []

  public struct Readers: Sendable {
    public var version: Int
    public var since: Moment
    /// The edition that brought this version, and the one that first held the story.
    public var edition: ReleaseTag
    public var first: ReleaseTag
    public var notices: [Notice]
  }

  public struct Obstacle: Sendable {
    public var rule: String
    public var message: String
  }
}

extension Newsroom {
  /// WhyReport a story stands where it stands.
  public func why(_ found: Found) throws(Failure) -> WhyReport {
    let story = try story(found.entry)
    var why = WhyReport(found: found, attribution: attribution(of: found))
    why.person = personIfKnown()
    let reach = try reach(of: found.entry)
    (why.newest, why.unreleased, why.outlets) = (reach.newest, reach.pending, reach.outlets)
    if let newest = why.newest {
      // Every export shows what was pulled since as the tip has it.
      why.versionInNewest = try version(of: found.entry, in: newest)
        .map { min($0, found.entry.shownVersion) }
    }
    why.notice = story.notice
    try addReaders(&why)
    why.goal = goal(of: found.entry)?.name
    try addObstacles(&why, story)
    why.ways = try waysOn(found)
    if let person = why.person {
      for move in desk.openMoves(of: found.entry)
      where try lacks(move, found.entry, story, person) != nil { why.mine.append(move) }
    }
    return why
  }

  /// Whose names an edition shows on a story.
  private func attribution(_ entry: Entry, in edition: ReleaseTag) throws(Failure) -> Attribution? {
    guard let story = try shown(entry, at: edition.commit)?.story else { return nil }
    func names(_ texts: [String]) -> [String] { texts.map { desk.policy.name(of: $0) } }
    return Attribution(
      byline: names(story.byline), credit: story.credit, reporting: names(story.reporting),
      editors: names(story["editors"]?.texts ?? []), agents: names(story["agents"]?.texts ?? []),
      style: desk.policy.house.credits)
  }

  private func addReaders(_ why: inout WhyReport) throws(Failure) {
    let entry = why.found.entry
    let bringing = try editions(bringing: entry)
    why.isWaitingForEdition =
      entry.publication == .live && why.versionInNewest != entry.shownVersion
    guard let last = bringing.first, let first = bringing.last,
      let version = why.versionInNewest
    else { return }
    if let newest = why.newest, let shown = try attribution(entry, in: newest) {
      why.attribution = shown
    }
    why.readers = WhyReport.Readers(
      version: version, since: last.at, edition: last, first: first, notices: entry.notices)
  }

  /// The publication that a story's workflow leads to; nil where it is published or parked.
  func goal(of entry: Entry) -> Transition? {
    guard let workflow = desk.policy.workflows[entry.workflow], entry.stage != workflow.published,
      !workflow.isParked(entry.stage)
    else { return nil }
    return workflow.transitions.first { $0.effect == .publish && $0.kind == nil }
  }

  /// What stands between a story and its readers, whoever moves it, and what does not.
  private func addObstacles(_ why: inout WhyReport, _ story: Story) throws(Failure) {
    let entry = why.found.entry
    guard let goal = goal(of: entry) else { return }
    if !goal.from.contains(where: { $0.stage == entry.stage }), !canApprove(entry) {
      why.obstacles.append(
        WhyReport.Obstacle(rule: "stage", message: "it is still in \(entry.stage)"))
    }
    let reasons = try plainReasons(against: goal, entry, story)
    for reason in reasons {
      why.obstacles.append(
        WhyReport.Obstacle(rule: reason.rule, message: try text(of: reason, why.found)))
    }
    for rule in goal.requires {
      let lacks = try reading { () throws(Damage) in
        try desk.lacks(rule, story, in: entry.workflow)
      }
      guard lacks.isEmpty else { continue }
      switch rule {
      case .noQueries: why.fine.append("no queries")
      case .bylineOrCredit: why.fine.append(story.byline.isEmpty ? "credit" : "byline")
      default: why.fine.append(rule.name)
      }
    }
    if entry.held == nil { why.fine.append("no hold") }
    if !reasons.contains(where: { $0.rule == "embargo" }) { why.fine.append("no embargo") }
    if goal.approvals > 0, entry.standing.count >= goal.approvals {
      let names = entry.standing.map { desk.policy.name(of: $0.by.description) }
      why.fine.append("approved by \(prose(names))")
    }
  }

  private func canApprove(_ entry: Entry) -> Bool {
    let open = desk.policy.workflows[entry.workflow]?.transitions(from: entry.stage) ?? []
    return open.contains(where: \.approves)
  }

  /// The reasons against a publication that are nobody's own: by the publisher whom fewest hold back.
  private func plainReasons(
    against goal: Transition, _ entry: Entry, _ story: Story
  ) throws(Failure) -> [Reason] {
    let personal: Set = ["role", "stage", "agent", "person"]
    var best: [Reason]?
    let people = desk.policy.people.values.filter { $0.active && !$0.agent }
      .sorted { $0.handle < $1.handle }
    for person in people where desk.isOne(of: goal.by, person, entry) {
      let outcome = try weighed(Move(goal.name, hasNote: true, day: today), entry, story, person)
      guard case .failure(let refusal) = outcome else { return [] }
      let reasons = refusal.reasons.filter {
        !personal.contains($0.rule) || $0 == .agentNeedsReaders
      }
      if best.map({ reasons.count < $0.count }) ?? true { best = reasons }
    }
    return best ?? []
  }

  /// A reason with what the record knows of it: who approved, who changed words since.
  private func text(of reason: Reason, _ found: Found) throws(Failure) -> String {
    if case .embargo(let text) = reason, let until = Moment(text) {
      let there = zone.clock(until)
      let day =
        there.day == today ? "" : "\(there.day.weekday) \(there.day.day) \(there.day.monthName) "
      return "embargo: until \(day)\(there.time)"
    }
    guard case .needsApproval(_, _, true) = reason else { return reason.message }
    let lines = try log(found.entry.id, limit: 100)
    let workflow = desk.policy.workflows[found.entry.workflow]
    let approval = lines.firstIndex {
      $0.kind == .transition && workflow?.transition($0.transition ?? "")?.approves == true
    }
    guard let approval, let edit = lines[..<approval].last(where: { $0.kind == .edit }),
      let old = try file(found.entry.path, at: lines[approval].commit)
    else { return reason.message }
    let tally = WordTally(old, try story(found.entry))
    func name(_ handle: String) -> String { desk.policy.name(of: handle) }
    let changed = max(tally.added, tally.removed)
    let what =
      changed == 0
      ? prose(tally.fields.prefix(3).map { "`\($0)`" })
      : "\(changed) \(changed == 1 ? "word" : "words")"
    return
      "approval: \(name(edit.by)) changed \(what.isEmpty ? "it" : what) at \(zone.clock(edit.at).time), "
      + "after \(name(lines[approval].by)) approved at \(zone.clock(lines[approval].at).time)"
  }

  /// The ways on to readers: as ``ways(to:_:)``, with the moves before them where it is not that far.
  public func waysOn(_ found: Found) throws(Failure) -> [Way] {
    guard let workflow = desk.policy.workflows[found.entry.workflow],
      let goal = goal(of: found.entry)
    else { return [] }
    let story = try story(found.entry)
    var entry = found.entry
    var lead: [Way.Step] = []
    // Three moves are more than any workflow has before its approval.
    for _ in 0..<3 {
      let open = workflow.transitions(from: entry.stage)
      if open.contains(where: { $0.approves || $0.name == goal.name }) { break }
      guard let next = forward(open, entry.stage, workflow),
        let target = next.from.first(where: { $0.stage == entry.stage })?.target
      else { return [] }
      let who = try those(who: next.name, entry, story)
      guard !who.isEmpty else { return [] }
      lead.append(Way.Step(move: next.name, who: who))
      (entry.stage, entry.submitted) = (target, true)
    }
    if lead.isEmpty {
      let ways = try ways(to: goal.name, found)
      if !ways.isEmpty { return ways }
    }
    var all: [Way] = []
    for steps in try steps(
      to: goal, entry, story, after: [], depth: max(1, goal.approvals))
    {
      all.append(Way(steps: lead + steps))
    }
    return all.isEmpty && !lead.isEmpty ? [Way(steps: lead)] : all
  }

  /// The move that leads nearer to readers without deciding anything.
  private func forward(
    _ open: [Transition], _ stage: String, _ workflow: Workflow
  ) -> Transition? {
    let order = workflow.stages.map(\.name)
    let here = order.firstIndex(of: stage) ?? 0
    return open.first { transition in
      guard transition.effect == nil, transition.kind == nil,
        let target = transition.from.first(where: { $0.stage == stage })?.target,
        !workflow.isParked(target), let there = order.firstIndex(of: target)
      else { return false }
      return there > here
    }
  }

  private func those(
    who move: String, _ entry: Entry, _ story: Story
  ) throws(Failure) -> [Handle] {
    var people: [Handle] = []
    for person in someone where try lacks(move, entry, story, person) != nil {
      people.append(person.handle)
    }
    return people
  }

  /// The people who may decide, by handle.
  private var someone: [Person] {
    desk.policy.people.values.filter { $0.active && !$0.agent }.sorted { $0.handle < $1.handle }
  }

  /// Approvals, as many as it takes, then the publication: missing fields aside.
  private func steps(
    to goal: Transition, _ entry: Entry, _ story: Story, after approvers: [Handle], depth: Int
  ) throws(Failure) -> [[Way.Step]] {
    let now = try those(who: goal, entry, story, after: approvers)
    if !now.isEmpty { return [[Way.Step(move: goal.name, who: now)]] }
    let workflow = desk.policy.workflows[entry.workflow]
    guard depth > 0,
      let approve = workflow?.transitions(from: entry.stage).first(where: \.approves)
    else { return [] }
    var after = entry
    after.stage = approve.from.first { $0.stage == entry.stage }?.target ?? entry.stage
    var ways: [[Way.Step]] = []
    for approver in try those(who: approve.name, entry, story) where !approvers.contains(approver) {
      let rests = try steps(
        to: goal, after, story, after: approvers + [approver], depth: depth - 1)
      for rest in rests {
        if let same = ways.firstIndex(where: { Array($0.dropFirst()) == rest }) {
          ways[same][0].who.append(approver)
        } else {
          ways.append([Way.Step(move: approve.name, who: [approver])] + rest)
        }
      }
    }
    return ways
  }

  /// Who may publish once others have approved the words as they stand.
  private func those(
    who goal: Transition, _ entry: Entry, _ story: Story, after approvers: [Handle]
  ) throws(Failure) -> [Handle] {
    let given = entry.standing.map(\.by) + approvers
    guard given.count >= goal.approvals else { return [] }
    let hasAgent = entry.writers.contains { desk.policy.people[$0]?.agent == true }
    let settled: Set = ["requirement", "embargo", "approval", "four-eyes"]
    var people: [Handle] = []
    for person in someone {
      let outcome = try weighed(Move(goal.name, hasNote: true, day: today), entry, story, person)
      if case .failure(let refusal) = outcome {
        // A record that is broken elsewhere holds back everybody, and is an obstacle of its own.
        let rest = refusal.reasons.filter { reason in
          if case .recordIsBroken = reason { return false }
          return reason != .agentNeedsReaders
        }.map(\.rule)
        guard settled.isSuperset(of: rest) else { continue }
      }
      guard desk.unread(entry, publishedBy: person.handle, approvals: given).isEmpty,
        !hasAgent || given.contains(where: { $0 != person.handle })
      else { continue }
      people.append(person.handle)
    }
    return people
  }
}
