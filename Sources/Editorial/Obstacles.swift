/// What stands between a story and its readers, beyond the fields it must have.
extension Desk {
  /// The reasons against a move that readers would notice, or that only makes sense where they would.
  ///
  /// `base` has the words before it, `words` those that come with it.
  func readersReasons(
    _ transition: Transition, _ move: Move, _ entry: Entry, _ base: Story, _ words: Story,
    by person: Person, at moment: Moment
  ) throws(Damage) -> [Reason] {
    switch transition.effect {
    case .publish, .schedule, .restore:
      return try scheduleReasons(transition, move, entry, at: moment)
        + obstacles(transition, move, entry, base, words, by: person, at: moment)
    case .unschedule: return try unscheduleReasons(move, entry, words, person, moment)
    case .hold: return entry.held == nil ? [] : [.onHold]
    case .lift:
      if entry.held == nil { return [.notHeld] }
      return entry.publication == .withheld ? othersBroken(entry) : []
    case .retract:
      switch entry.publication {
      case .unpublished: return [.notPublished(move: transition.name)]
      case .withdrawn: return [.withdrawnAlready]
      case .live, .withheld: return []
      }
    case .pull: return entry.isLive && !entry.versions.isEmpty ? [] : [.notLive(transition.name)]
    case .setWorkflow:
      guard let name = move.workflow, policy.inUse.contains(name), policy.workflows[name] != nil
      else { return [.notInUse(move.workflow ?? "", near: policy.inUse)] }
      return name == entry.workflow ? [.sameWorkflow(name)] : []
    case .restoreWords, .resume, nil: return []
    }
  }

  private func scheduleReasons(
    _ transition: Transition, _ move: Move, _ entry: Entry, at moment: Moment
  ) throws(Damage) -> [Reason] {
    if transition.effect == .schedule {
      guard let time = move.time else { return [.needsTime] }
      return time > moment ? [] : [.timeIsPast(time)]
    }
    guard move.asClock else { return [] }
    guard let scheduled = entry.scheduled else { return [.notScheduled] }
    if scheduled.at > moment { return [.notDue(scheduled.at)] }
    return scheduled.words == entry.words ? [] : [.scheduledOtherWords]
  }

  private func unscheduleReasons(
    _ move: Move, _ entry: Entry, _ words: Story, _ person: Person, _ moment: Moment
  ) throws(Damage) -> [Reason] {
    guard let scheduled = entry.scheduled else { return [.notScheduled] }
    guard move.asClock else { return [] }
    if scheduled.at > moment { return [.notDue(scheduled.at)] }
    // While the record is broken nothing is missed.
    let others = othersBroken(entry)
    if !others.isEmpty { return others }
    guard let due = publication(of: entry) else { return [] }
    var publish = Move(due.name, day: Clock(moment).day)
    publish.asClock = true
    let outcome = try plan(publish, on: entry, story: words, by: person, at: moment)
    if case .success = outcome { return [.canStillGoOut] }
    return []
  }

  /// The transition by which the clock publishes what is scheduled.
  public func publication(of entry: Entry) -> Transition? {
    policy.workflows[entry.workflow]?.transitions(from: entry.stage).first {
      $0.effect == .publish && $0.kind == nil && $0.by.contains(.role(.clock))
    }
  }

  private func obstacles(
    _ transition: Transition, _ move: Move, _ entry: Entry, _ base: Story, _ story: Story,
    by person: Person, at moment: Moment
  ) throws(Damage) -> [Reason] {
    var reasons: [Reason] = []
    if entry.held != nil { reasons.append(.onHold) }
    if transition.isQuick, !entry.isLive { reasons.append(.notLive(transition.name)) }
    let standing = entry.standing
    if entry.publication == .withdrawn, entry.isOlderThanWithdrawal, standing.isEmpty {
      reasons.append(.olderThanWithdrawal)
    }
    let when = transition.effect == .schedule ? move.time ?? moment : moment
    if let embargo = story.embargo, Moment(embargo).map({ when < $0 }) ?? true {
      reasons.append(.embargo(embargo))
    }
    if standing.count < transition.approvals {
      reasons.append(
        .needsApproval(
          have: standing.count, need: transition.approvals,
          voided: standing.isEmpty && !entry.shownApprovals.isEmpty))
    }
    let findings = findings(transition, base, story)
    if !findings.isEmpty { reasons.append(.beyondExemption(transition.name, findings)) }
    let isExempt =
      transition.effect == .restore
      || findings.isEmpty && [.refile, .addition].contains(transition.exemption)
    if !isExempt { reasons += readingReasons(transition, move, entry, by: person) }
    reasons += try versionReasons(transition, move, entry, story)
    if let picture = story.image?.file, try memory.picture(picture) == nil {
      reasons.append(.lacks(["its picture \(picture), which nobody has added"]))
    }
    reasons += othersBroken(entry)
    let day = move.day ?? Clock(moment).day
    return try reasons + addressReasons(entry, story, day)
  }

  /// What a change is beyond the exemption from four-eyes that its transition names.
  private func findings(_ transition: Transition, _ base: Story, _ story: Story) -> [String] {
    switch transition.exemption {
    case .refile: RefileCheck.findings(from: base, to: story)
    case .addition: AdditionCheck.findings(from: base, to: story)
    case .cuts, nil: []
    }
  }

  /// Four-eyes, and the people that a program's words need.
  private func readingReasons(
    _ transition: Transition, _ move: Move, _ entry: Entry, by person: Person
  ) -> [Reason] {
    var reasons: [Reason] = []
    let standing = entry.standing
    let publisher = move.asClock ? entry.scheduled?.by : person.handle
    let unread = unread(entry, publishedBy: publisher, approvals: standing.map(\.by))
    // Without any approval the missing one says it all, but not where it is passed over.
    let isPassed = move.overrides || move.asClock
    if !unread.isEmpty, standing.count >= transition.approvals || isPassed {
      reasons.append(.fourEyes(unread.map { policy.name(of: $0.description) }))
    }
    if hasAgent(among: entry.writers),
      !standing.contains(where: { $0.by != publisher && policy.people[$0.by]?.agent != true })
    {
      reasons.append(.agentNeedsReaders)
    }
    return reasons
  }

  /// The writers of a version whose words nobody else has read: for each of them someone else must
  /// have approved exactly these words, or publish them.
  public func unread(
    _ entry: Entry, publishedBy publisher: Handle?, approvals: [Handle]
  ) -> [Handle] {
    guard policy.fourEyes else { return [] }
    return entry.writers.filter { writer in
      publisher == nil || publisher == writer ? !approvals.contains { $0 != writer } : false
    }
  }

  /// A version must bring something, and a notice that is mended comes alone.
  private func versionReasons(
    _ transition: Transition, _ move: Move, _ entry: Entry, _ story: Story
  ) throws(Damage) -> [Reason] {
    var reasons: [Reason] = []
    let amended = move.amends == nil ? story.amends : nil
    if let amended { reasons += amendReasons(amended, entry) }
    guard let last = entry.versions.last else { return reasons }
    let isSame = entry.plain == last.plain
    if isSame, story.notice == nil { reasons.append(.nothingNew) }
    if amended != nil, !isSame, reasons.isEmpty { reasons.append(.amendsWithWords) }
    if transition.effect == .restore {
      let back = entry.versions.first { $0.commit == move.restores }
      if back == nil { reasons.append(.noSuchVersion) }
      if let back, let withdrawn = entry.withdrawn, back.number <= withdrawn {
        reasons.append(.withdrawnSince(back.number))
      }
    }
    return reasons
  }

  private func othersBroken(_ entry: Entry) -> [Reason] {
    let others = broken.keys.filter { $0 != entry.path }.sorted()
    return others.isEmpty ? [] : [.recordIsBroken(others)]
  }

  private func addressReasons(
    _ entry: Entry, _ story: Story, _ day: Day
  ) throws(Damage) -> [Reason] {
    if let slug = story["slug"]?.text, !isShortName(slug) { return [.badSlug(slug)] }
    let path = address(of: entry, story, on: entry.day.flatMap { Day($0) } ?? day)
    let holder = try memory.holder(ofAddress: path)
    return holder == nil || holder == entry.id ? [] : [.addressTaken(String(path.dropFirst(9)))]
  }
}
