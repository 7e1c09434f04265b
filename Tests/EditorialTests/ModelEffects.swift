/// What a move that is allowed makes of a story, by 01.
extension Model {
  func carriedOut(
    _ ask: ModelAsk, _ move: ModelMove, _ base: ModelStory, _ story: ModelStory, by name: String,
    at now: Int64, _ passed: Set<String>
  ) -> ModelStory {
    var after = base
    let from = base.stage
    let to =
      move.isAnywhere && move.effect == .restore
      ? "published" : ask.target.flatMap { move.isAnywhere ? nil : $0 } ?? ordinary(move, base)
    if move.approves {
      after.approvals.removeAll { $0.by == name }
      after.approvals.append(ModelStory.Approval(by: name, words: base.words))
    }
    after.stage = to
    if to != from {
      after.schedule = nil
      if to == "spiked" { after.stageBeforeSpike = from }
      // Sent back, whoever takes it up again reads it again.
      let isBack = after.rules.place(of: to) < after.rules.place(of: from)
      if isBack, move.effect == .none { after.approvals = [] }
    }
    if to == after.rules.start { after.changedByDesk = false }
    switch move.effect {
    case .publish, .restore: publish(&after, ask, move, base, story, by: name)
    case .schedule:
      after.schedule = ask.time.map {
        ModelStory.Schedule(at: $0, by: name, words: base.words, passed: passed)
      }
    case .unschedule: after.schedule = nil
    case .stand: if let last = base.versions.last { after.letStand(last) }
    case .hold:
      after.isHeld = true
      if base.publication == .live { after.publication = .withheld }
    case .lift:
      after.isHeld = false
      if base.publication == .withheld { after.publication = .live }
    case .retract: retract(&after, ask)
    case .pull: pull(&after)
    case .setWorkflow: changeWorkflow(&after, ask.workflow ?? "")
    case .none: if let kind = move.kind { open(&after, kind, ask, by: name) }
    }
    var isPublic = [.publish, .restore, .retract, .pull].contains(move.effect)
    if move.effect == .hold || move.effect == .lift {
      isPublic = base.publication != after.publication
    }
    after.lastAct = ModelStory.LastAct(by: name, before: isPublic ? nil : .story(story.kept))
    return after
  }

  private func open(
    _ after: inout ModelStory, _ kind: String, _ ask: ModelAsk, by name: String
  ) {
    if let words = ask.words { after.words = words }
    after.words.kind = kind
    if let notice = ask.notice, !notice.isEmpty { after.words.notice = notice }
    after.words.amends = ask.amends
    (after.changers, after.approvals, after.changedByDesk) = ([name], [], false)
    after.isOlderThanWithdrawal = false
  }

  private func publish(
    _ after: inout ModelStory, _ ask: ModelAsk, _ move: ModelMove, _ base: ModelStory,
    _ story: ModelStory, by name: String
  ) {
    after.version += 1
    var kind = move.effect == .restore ? "update" : move.kind ?? base.words.kind
    if let text = base.words.notice {
      if let number = base.words.amends {
        after.notices[number - 1].text = text
        kind = "refile"
      } else {
        after.notices.insert(
          ModelStory.Notice(kind: kind ?? "update", version: after.version, text: text), at: 0)
      }
    }
    // A quick move puts words on top of a story as readers have it.
    var before = base
    if move.isQuick {
      before = story.hasOpenVersion ? story.shelved : story
    }
    before.lastAct = nil
    after.words = base.words.plain
    after.versions.append(
      ModelStory.Version(
        number: after.version, words: after.words, changers: base.changers, kind: kind,
        before: .story(before)))
    (after.publication, after.schedule, after.changers) = (.live, nil, [])
    (after.changedByDesk, after.isOlderThanWithdrawal) = (false, false)
  }

  private func retract(_ after: inout ModelStory, _ ask: ModelAsk) {
    after.notices.insert(
      ModelStory.Notice(
        kind: "retraction", version: after.versions.last?.number ?? 0,
        text: ask.notice ?? "This article has been withdrawn."), at: 0)
    (after.publication, after.isHeld, after.schedule) = (.withdrawn, false, nil)
    (after.approvals, after.withdrawn) = ([], after.version)
    after.isOlderThanWithdrawal = after.hasOpenVersion
    for index in after.aside.indices { after.aside[index].isOlderThanWithdrawal = true }
  }

  private func pull(_ after: inout ModelStory) {
    let isOpen = after.hasOpenVersion
    guard let last = after.versions.popLast(), case .story(let before) = last.before else { return }
    (after.publication, after.notices) = (before.publication, before.notices)
    after.schedule = nil
    if isOpen {
      for writer in last.changers where !after.changers.contains(writer) {
        after.changers.append(writer)
      }
      return
    }
    after.stage = after.rules.has(before.stage) ? before.stage : after.rules.start
    (after.words, after.changers) = (before.words, before.changers)
    (after.approvals, after.changedByDesk) = (before.approvals, before.changedByDesk)
    after.isOlderThanWithdrawal = before.isOlderThanWithdrawal
  }

  private func changeWorkflow(_ after: inout ModelStory, _ name: String) {
    after.workflow = name
    (after.approvals, after.schedule) = ([], nil)
    let rules = after.rules
    if !rules.has(after.stage) { (after.stage, after.changedByDesk) = (rules.start, false) }
    if let before = after.stageBeforeSpike, !rules.has(before) { after.stageBeforeSpike = nil }
    for index in after.aside.indices where !rules.has(after.aside[index].stage) {
      after.aside[index].stage = rules.start
    }
  }

  // MARK: Edits, undo, resume

  /// The story after somebody gave it other words; nil where that is an offence.
  func edited(_ index: Int, _ words: ModelWords, by name: String) -> ModelStory? {
    let story = stories[index]
    guard let person = people[name], person.isActive,
      mayWrite(name, story, in: story.stage)
    else { return nil }
    if story.words.kind == nil {
      guard words.kind == nil, words.notice == nil, words.amends == nil else { return nil }
    } else {
      guard ["update", "correction", "clarification"].contains(words.kind ?? "") else { return nil }
    }
    var after = story
    after.words = words
    after.approvals = []
    // A cut takes words away; the section is the desk's, and a query is for it.
    var cut = story.words
    (cut.hasTail, cut.hasQuery, cut.hasSection) = (words.hasTail, words.hasQuery, words.hasSection)
    let onlyCuts = story.rules.cuts && cut == words && (story.words.hasTail || !words.hasTail)
    if !onlyCuts, !after.changers.contains(name) { after.changers.append(name) }
    let isOwn = name == story.maker || story.words.byline.contains(name)
    if story.stage != story.rules.start, !isOwn { after.changedByDesk = true }
    after.lastAct = ModelStory.LastAct(by: name, before: .story(story.kept))
    return after
  }

  func mayWrite(_ name: String, _ story: ModelStory, in stage: String) -> Bool {
    story.rules.words(in: stage).contains { party in
      switch party {
      case "maker": story.maker == name
      case "byline": story.words.byline.contains(name)
      default: people[name]?.roles.contains(party) == true
      }
    }
  }

  /// The story after somebody took back what they did last.
  func undone(_ index: Int, by name: String) -> ModelStory? {
    let story = stories[index]
    guard let person = people[name], person.isActive, !person.isAgent,
      let last = story.lastAct, last.by == name, case .story(var before)? = last.before
    else { return nil }
    before.lastAct = ModelStory.LastAct(by: name, before: nil)
    return before
  }

  /// The words of the version aside with what readers got since; nil where they clash.
  func merged(_ index: Int) -> ModelWords? {
    let story = stories[index]
    guard let aside = story.aside.last, let last = story.versions.last else { return nil }
    return ModelWords.merge(
      base: aside.base, open: aside.words, now: last.words,
      newNotices: story.notices.count - aside.notices)
  }

  /// The story after somebody took up the version that was set aside.
  func resumed(_ index: Int, _ given: ModelWords?, by name: String) -> ModelStory? {
    let story = stories[index]
    guard let person = people[name], person.isActive, !person.isAgent, !story.hasOpenVersion,
      let aside = story.aside.last, !story.versions.isEmpty
    else { return nil }
    let merge = merged(index)
    guard let words = given ?? merge else { return nil }
    let isWritten = words != merge
    if isWritten {
      guard mayWrite(name, story, in: aside.stage) else { return nil }
    } else {
      let roles: Set = ["editor", "publisher", "clock"]
      guard
        !person.roles.isDisjoint(with: roles) || name == story.maker
          || story.words.byline.contains(name)
      else { return nil }
    }
    var after = story
    after.aside.removeLast()
    (after.stage, after.words, after.changers) = (aside.stage, words, aside.changers)
    (after.changedByDesk, after.isOlderThanWithdrawal) = (
      aside.changedByDesk, aside.isOlderThanWithdrawal
    )
    after.approvals = []
    if isWritten, !after.changers.contains(name) { after.changers.append(name) }
    after.lastAct = ModelStory.LastAct(by: name, before: nil)
    return after
  }
}
