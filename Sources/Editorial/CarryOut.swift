/// What a move that is allowed makes of the entry.
extension Desk {
  func carryOut(
    _ plan: inout Plan, _ move: Move, _ story: Story, by person: Person, at moment: Moment
  ) throws(Damage) {
    let transition = plan.transition
    let scheduled = plan.entry.scheduled
    if transition.approves { approve(&plan.entry, by: person, at: moment) }
    step(&plan, at: moment)
    switch transition.effect {
    case .publish, .restore: publish(&plan, story, move, by: person, at: moment)
    case .restoreWords: stand(&plan)
    case .schedule: schedule(&plan, move, by: person)
    case .unschedule:
      if move.asClock { (plan.entry.missed, plan.time) = (scheduled?.at, scheduled?.at) }
      plan.entry.scheduled = nil
    case .hold: hold(&plan.entry, by: person, at: moment)
    case .lift:
      plan.entry.held = nil
      if plan.entry.publication == .withheld { plan.entry.publication = .live }
    case .retract: retract(&plan, move, at: moment)
    case .pull: try pull(&plan, at: moment)
    case .setWorkflow: changeWorkflow(&plan, move, at: moment)
    case .resume: break
    case nil: if let kind = transition.kind { open(&plan, kind, move, by: person) }
    }
    let isAsked = transition.effect == .schedule || transition.effect == .unschedule
    if scheduled != nil, plan.entry.scheduled == nil, !isAsked, !move.asClock {
      plan.cancelled = scheduled
    }
    plan.entry.show()
  }

  private func approve(_ entry: inout Entry, by person: Person, at moment: Moment) {
    entry.approvals.removeAll { $0.by == person.handle }
    entry.approvals.append(Entry.Approval(by: person.handle, words: entry.words, at: moment))
    entry.touches.add(Entry.Touch(by: person.handle, approved: true, early: false))
    // Whose words these are has to find another reader; everybody else's have found one.
    entry.awaitsReading.removeAll { $0 != person.handle }
  }

  /// The way from stage to stage.
  private func step(_ plan: inout Plan, at moment: Moment) {
    let workflow = policy.workflows[plan.entry.workflow]
    let moved = plan.to != plan.from
    if plan.transition.effect == nil, moved,
      workflow?.leadsBack(from: plan.from, to: plan.to) == true
    {
      // Sent back or taken back: whoever takes it up again reads it again.
      plan.entry.approvals = []
    }
    if moved, workflow?.isParked(plan.to) == true { plan.entry.stageBeforeSpike = plan.from }
    plan.entry.stage = plan.to
    if moved { (plan.entry.since, plan.entry.scheduled) = (moment, nil) }
    if plan.to == workflow?.start {
      plan.entry.changedByDesk = false
    } else if moved, workflow?.isParked(plan.to) != true {
      plan.entry.submitted = true
    }
  }

  /// Opens a new version.
  private func open(_ plan: inout Plan, _ kind: VersionKind, _ move: Move, by person: Person) {
    plan.entry.kind = kind
    plan.entry.approvals = []
    plan.entry.changers = [person.handle]
    plan.entry.changedByDesk = false
    plan.entry.isOlderThanWithdrawal = false
    plan.entry.touches.add(Entry.Touch(by: person.handle, approved: false, early: false))
    plan.composed = [("kind", .scalar(kind.rawValue))]
    if let notice = move.notice, !notice.isEmpty {
      plan.composed.append(("notice", .scalar(notice)))
    }
    if let number = move.amends { plan.composed.append(("amends", .scalar(String(number)))) }
    plan.kind = kind.rawValue
  }

  /// Drops an open version: the words of the last published one come back.
  private func stand(_ plan: inout Plan) {
    guard let last = plan.entry.versions.last else { return }
    plan.restores = last.blob
    drop(&plan.entry, to: last)
    plan.entry.stage = plan.to
  }

  private func schedule(_ plan: inout Plan, _ move: Move, by person: Person) {
    guard let time = move.time else { return }
    plan.entry.scheduled = Entry.Schedule(
      at: time, by: person.handle, words: plan.entry.words, passed: plan.passed)
    plan.entry.missed = nil
    plan.time = time
  }

  private func hold(_ entry: inout Entry, by person: Person, at moment: Moment) {
    entry.held = Entry.Hold(by: person.handle, at: moment)
    if entry.publication == .live { entry.publication = .withheld }
  }

  /// Takes a story from its readers: a notice stands in its place.
  private func retract(_ plan: inout Plan, _ move: Move, at moment: Moment) {
    let text = move.notice ?? policy.standardNotice(of: move.withdrawal)
    plan.entry.publication = .withdrawn
    plan.entry.notices.insert(
      Notice(
        kind: move.withdrawal.rawValue, version: plan.entry.shownVersion, at: moment, text: text),
      at: 0)
    plan.entry.modified = moment
    (plan.entry.held, plan.entry.scheduled, plan.entry.approvals) = (nil, nil, [])
    plan.entry.awaitsReading = []
    plan.entry.withdrawn = plan.entry.version
    plan.entry.isOlderThanWithdrawal = hasOpenVersion(plan.entry)
    for index in plan.entry.aside.indices { plan.entry.aside[index].isOlderThanWithdrawal = true }
    plan.kind = move.withdrawal.rawValue
    plan.keepsHeadline = move.keepsHeadline
  }

  private func publish(
    _ plan: inout Plan, _ story: Story, _ move: Move, by person: Person, at moment: Moment
  ) {
    let isRestored = plan.transition.effect == .restore
    var kind = isRestored ? .update : plan.transition.kind ?? plan.entry.kind
    plan.entry.version += 1
    if let notice = story.notice {
      if let number = story.amends, plan.entry.notices.indices.contains(number - 1) {
        plan.entry.notices[number - 1].text = notice
        kind = .refile
      } else {
        plan.entry.notices.insert(
          Notice(
            kind: (kind ?? .update).rawValue, version: plan.entry.version, at: moment, text: notice),
          at: 0)
      }
    }
    for key in ["kind", "notice", "amends"] where story[key] != nil {
      plan.composed.append((key, nil))
    }
    let schedule = move.asClock ? plan.before.scheduled : nil
    let publisher = schedule?.by ?? person.handle
    (plan.scheduledBy, plan.time) = (schedule?.by, schedule?.at)
    if isRestored { plan.restored = move.restores }
    noteReading(&plan, publisher)
    (plan.kind, plan.versionKind) = (kind?.rawValue, kind)
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
    plan.writers = plan.entry.changers
    (plan.entry.kind, plan.entry.changers, plan.entry.scheduled) = (nil, [], nil)
    plan.entry.settled = plan.entry.touches.count
    (plan.entry.changedByDesk, plan.entry.isOlderThanWithdrawal) = (false, false)
    plan.entry.missed = nil
  }

  /// Where a second desk reads what is out: whether it still has to.
  private func noteReading(_ plan: inout Plan, _ publisher: Handle) {
    guard policy.workflows[plan.entry.workflow]?.secondReading == true,
      plan.transition.exemption != .refile, plan.transition.effect != .restore
    else { return }
    if plan.transition.exemption == .addition {
      // An addition has no readers yet, and its writer is credited.
      plan.entry.touches.add(Entry.Touch(by: publisher, approved: false, early: false))
    }
    let hands = plan.entry.writers + [publisher]
    let isRead = plan.entry.standing.contains { !hands.contains($0.by) }
    if isRead { plan.entry.awaitsReading = [] }
    for hand in hands where !isRead && !plan.entry.awaitsReading.contains(hand) {
      plan.entry.awaitsReading.append(hand)
    }
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
