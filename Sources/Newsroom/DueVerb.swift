public import Catalog
public import Editorial

/// What is scheduled, and whether anybody keeps the clock.
public struct DueReport: Sendable {
  public struct Item: Sendable {
    public var found: Found
    public var at: Moment
    public var by: Handle
    /// Why it would not go out as things stand.
    public var obstacles: [Reason]
  }

  /// The soonest first.
  public var items: [Item] = []
  /// When `publish --due` ran last on this machine.
  public var clock: Moment?
  /// Whether something is scheduled and the clock has not run for ten minutes.
  public var isStopped = false
}

/// What the clock did.
public struct DueOutcome: Sendable {
  public var published: [Moved] = []
  /// What could not go out, and why.
  public var missed: [Held] = []
}

extension Newsroom {
  /// What is scheduled, the soonest first.
  public func due() throws(Failure) -> DueReport {
    var report = DueReport()
    for found in try scheduled() {
      guard let schedule = found.entry.scheduled else { continue }
      let reasons = try against(due: found, at: max(schedule.at, circumstances.now))
      report.items.append(
        DueReport.Item(
          found: found, at: schedule.at, by: schedule.by, obstacles: reasons))
    }
    report.clock = lastClock
    let late = report.clock.map { circumstances.now - $0 > 600 } ?? true
    report.isStopped = late && !report.items.isEmpty
    return report
  }

  func scheduled() throws(Failure) -> [Found] {
    var filter = Filter()
    (filter.flags, filter.sort) = ([.scheduled], .scheduled)
    return try list(filter)
  }

  /// Publishes what is due, and unschedules on the record what may not go out.
  public mutating func publishDue() throws(Failure) -> DueOutcome {
    let person = try person()
    guard person.roles.contains(.clock), !person.agent else {
      throw Failure(
        .refused, "what is due is published by the clock, and \(person.name) does not keep it",
        hint: "stet people set \(person.handle) --add-role clock")
    }
    return try change("publish --due") { newsroom throws(Failure) in
      newsroom.noteClock()
      let now = newsroom.circumstances.now
      let due = try newsroom.scheduled().filter { $0.entry.scheduled.map { $0.at <= now } ?? false }
      guard !due.isEmpty else { return DueOutcome() }
      if !newsroom.desk.broken.isEmpty {
        let paths = newsroom.desk.broken.keys.sorted()
        throw Failure(
          .refused, Reason.recordIsBroken(paths).message,
          reasons: due.map { "\($0.slug): due, and waiting" }, hint: "stet doctor --fix")
      }
      return try newsroom.carryDue(due, by: person)
    }
  }

  private mutating func carryDue(
    _ due: [Found], by person: Person
  ) throws(Failure) -> DueOutcome {
    var outcome = DueOutcome()
    var chain = try begin()
    for found in due {
      let publish = desk.publication(of: found.entry)
      var request = MoveRequest(publish?.name ?? "publish", [found.entry.id])
      request.asClock = true
      switch try move(found.entry.id, request, &chain, by: person) {
      case .success(let moved): outcome.published.append(moved)
      case .failure(let refusal):
        outcome.missed.append(Held(found: found, slug: found.slug, reasons: refusal.reasons))
        try unschedule(found, &chain, by: person)
      }
    }
    if !outcome.published.isEmpty { try refuseIfLiveIsBeside() }
    try finish(chain)
    return outcome
  }

  private func unschedule(
    _ found: Found, _ chain: inout Chain, by person: Person
  ) throws(Failure) {
    let workflow = desk.policy.workflows[found.entry.workflow]
    let transition = workflow?.transitions(from: found.entry.stage).first {
      $0.effect == .unschedule
    }
    guard let transition else { return }
    var request = MoveRequest(transition.name, [found.entry.id])
    request.asClock = true
    if case .failure(let refusal) = try move(found.entry.id, request, &chain, by: person) {
      throw Failure(
        .refused, "\(found.slug) is due and can be neither published nor unscheduled",
        reasons: refusal.reasons.map(\.message))
    }
  }

  /// The reasons against what is due, at a time, for whoever keeps the clock.
  func against(due found: Found, at moment: Moment) throws(Failure) -> [Reason] {
    guard let publish = desk.publication(of: found.entry) else { return [] }
    let keepers = desk.policy.people(with: .clock).filter { !$0.agent }
    guard let keeper = keepers.first else {
      return [.lacksRole(move: publish.name, needs: ["clock"])]
    }
    var move = Move(publish.name, day: zone.clock(moment).day)
    move.asClock = true
    let story = try story(found.entry)
    let outcome = try reading { () throws(Damage) in
      try desk.plan(move, on: found.entry, story: story, by: keeper, at: moment)
    }
    if case .failure(let refusal) = outcome { return refusal.reasons }
    return []
  }

  private var clockFile: String { "\(folder)/clock" }

  /// When the clock last ran here.
  public var lastClock: Moment? {
    Disk.read(clockFile).flatMap {
      Moment(String(decoding: $0, as: UTF8.self).filter { !$0.isNewline })
    }
  }

  /// Best effort: a clock that can't be noted still publishes.
  private func noteClock() {
    guard !circumstances.isDry else { return }
    try? Disk.write(Array("\(circumstances.now)\n".utf8), to: clockFile)
  }
}
