/// What stands against a move, by 01.
extension Model {
  struct Objections {
    /// What nobody may pass over.
    var isHard = false
    /// What a chief may, by name.
    var soft: Set<String> = []

    mutating func object(_ hard: Bool) { if hard { isHard = true } }
    mutating func object(_ name: String, if wrong: Bool) { if wrong { soft.insert(name) } }
  }

  /// The story after a move and the rules passed over; nil where it is refused.
  func outcome(
    _ ask: ModelAsk, _ index: Int, by name: String, at now: Int64, othersBroken: Bool = false
  ) -> (story: ModelStory, passed: Set<String>)? {
    let story = stories[index]
    guard let move = story.rules.move(ask.name), let person = people[name] else { return nil }
    let shelves = story.hasOpenVersion && (move.isQuick || ask.onLive && move.kind != nil)
    var base = shelves ? story.shelved : story
    let old = base.words
    var found = Objections()
    let isFix = ask.onLive && move.kind != nil
    found.object((shelves || isFix && !move.isQuick) && story.publication != .live)
    if move.isQuick, let words = ask.words {
      (base.words, base.changers) = (words, [name])
    } else if move.effect == .restore,
      let back = base.versions.first(where: { $0.number == ask.restores })
    {
      base.words = back.words
    }
    check(person, name, ask, move, base, &found)
    checkWords(ask, move, base, by: name, &found)
    checkReaders(ask, move, base, old, by: name, at: now, othersBroken, &found)
    var passed: Set<String> = []
    if ask.asClock {
      passed = found.soft.intersection(base.schedule?.passed ?? [])
      found.soft.subtract(passed)
    } else if ask.overrides {
      found.object(!person.roles.contains("chief") || person.isAgent || !ask.hasNote)
      found.object(found.soft.isEmpty)
      (passed, found.soft) = (found.soft, [])
    }
    guard !found.isHard, found.soft.isEmpty else { return nil }
    let after = carriedOut(ask, move, base, story, by: name, at: now, passed)
    // A fix that would open the very version that is open is none.
    if shelves, !move.isQuick, after.stage == story.stage, after.words == story.words { return nil }
    return (after, passed)
  }

  // MARK: Who and where

  private func isOne(_ name: String, of parties: [String], _ story: ModelStory) -> Bool {
    parties.contains { party in
      switch party {
      case "maker": story.maker == name
      case "byline": story.words.byline.contains(name)
      default: people[name]?.roles.contains(party) == true
      }
    }
  }

  private func check(
    _ person: ModelPerson, _ name: String, _ ask: ModelAsk, _ move: ModelMove, _ base: ModelStory,
    _ found: inout Objections
  ) {
    found.object(!person.isActive)
    found.object(person.isAgent && move.name != "submit")
    found.object(!move.isAnywhere && move.from[base.stage] == nil)
    if let target = ask.target, !move.isAnywhere {
      found.object(target != ordinary(move, base) && !move.targets.contains(target))
    }
    let isEntitled = isOne(name, of: move.by.filter { ($0 == "clock") == ask.asClock }, base)
    if ask.asClock { found.object(!isEntitled) }
    found.object("role", if: !isEntitled)
    found.object("not", if: isOne(name, of: move.not, base))
    found.object(move.unlessChangedByDesk && base.changedByDesk)
    found.object(move.unlessPublic && base.publication != .unpublished)
    found.object(move.effect == .stand && base.versions.isEmpty)
    found.object(
      move.name == "submit" && !base.rules.asksApproval && base.writers.contains(where: isAgent))
    found.object(move.approves && base.readers.contains(name))
  }

  func ordinary(_ move: ModelMove, _ base: ModelStory) -> String {
    if move.isAnywhere { return base.stage }
    let target = move.from[base.stage] ?? base.stage
    return target == "previous" ? base.stageBeforeSpike ?? base.rules.start : target
  }

  private func isAgent(_ name: String) -> Bool { people[name]?.isAgent == true }

  // MARK: What must be there

  private func checkWords(
    _ ask: ModelAsk, _ move: ModelMove, _ base: ModelStory, by name: String,
    _ found: inout Objections
  ) {
    let words = base.words
    let hasSource = words.hasCredit || !move.needsCredit && !words.byline.isEmpty
    found.object("requires", if: move.needsFields && (!words.hasSection || !hasSource))
    found.object("requires", if: move.needsAnswers && words.hasQuery)
    found.object(move.needsNote && !ask.hasNote)
    let needsNotice = ["correct", "clarify"].contains(move.name)
    found.object(needsNotice && !says(ask.notice))
    found.object(move.effect == .retract && ask.notice != nil && !says(ask.notice))
    if move.approves || move.effect == .publish || move.effect == .schedule, let kind = words.kind {
      let mustTell = ["correction", "clarification"].contains(kind) || words.notice != nil
      found.object(mustTell && !says(words.notice))
    }
    let isOpening = move.kind != nil && move.effect == .none
    if isOpening, let given = ask.words, given.plain != base.words.plain {
      found.object(!mayWrite(name, base, in: ask.target ?? ordinary(move, base)))
    }
    if isOpening, let number = ask.amends {
      found.object(!base.notices.indices.contains(number - 1) || base.publication != .live)
    }
  }

  private func says(_ notice: String?) -> Bool { notice?.contains { $0 != " " } ?? false }

  // MARK: Readers

  private func checkReaders(
    _ ask: ModelAsk, _ move: ModelMove, _ base: ModelStory, _ old: ModelWords, by name: String,
    at now: Int64, _ othersBroken: Bool, _ found: inout Objections
  ) {
    switch move.effect {
    case .publish, .schedule, .restore:
      checkOut(ask, move, base, old, by: name, at: now, &found)
      found.object(othersBroken)
    case .unschedule:
      guard let schedule = base.schedule else { return found.isHard = true }
      if ask.asClock {
        var publish = ModelAsk("publish")
        publish.asClock = true
        var model = self
        model.stories = [base]
        let canGoOut = model.outcome(publish, 0, by: name, at: now) != nil
        found.object(schedule.at > now || canGoOut || othersBroken)
      }
    case .hold: found.object(base.isHeld)
    case .lift: found.object(!base.isHeld || base.publication == .withheld && othersBroken)
    case .retract: found.object(![.live, .withheld].contains(base.publication))
    case .pull: found.object(base.publication != .live)
    case .setWorkflow:
      found.object(ask.workflow == base.workflow || ModelWorkflow.all[ask.workflow ?? ""] == nil)
    case .stand, .none: break
    }
  }

  private func checkOut(
    _ ask: ModelAsk, _ move: ModelMove, _ base: ModelStory, _ old: ModelWords, by name: String,
    at now: Int64, _ found: inout Objections
  ) {
    var (publisher, when) = (name, now)
    if move.effect == .schedule {
      guard let time = ask.time else { return found.isHard = true }
      found.object(time <= now)
      when = time
    } else if ask.asClock {
      guard let schedule = base.schedule else { return found.isHard = true }
      found.object(schedule.at > now || schedule.words != base.words)
      publisher = schedule.by
    }
    found.object(base.isHeld)
    found.object(move.isQuick && base.publication != .live)
    found.object(
      base.publication == .withdrawn && base.isOlderThanWithdrawal && base.readers.isEmpty)
    found.object("embargo", if: base.words.embargo.map { when < $0 } ?? false)
    found.object("approvals", if: base.readers.count < move.approvals)
    let isBeyond = isBeyond(move.exemption, from: old, to: base.words)
    found.object("refile", if: isBeyond)
    if move.effect != .restore, move.exemption == nil || isBeyond {
      found.object("four-eyes", if: !base.isRead(publishedBy: publisher))
      let humans = base.readers.filter { $0 != publisher && !isAgent($0) }
      found.object(base.writers.contains(where: isAgent) && humans.isEmpty)
    }
    if let number = base.words.amends {
      found.object(!base.notices.indices.contains(number - 1) || base.publication != .live)
    }
    if let last = base.versions.last {
      let isSame = base.words.plain == last.words.plain
      found.object(isSame && base.words.notice == nil)
      found.object(!isSame && base.words.amends != nil)
    }
    if move.effect == .restore {
      let back = base.versions.first { $0.number == ask.restores }
      found.object(back == nil || back.map { $0.number <= base.withdrawn ?? 0 } ?? false)
    }
  }

  /// Whether a change is more than a typo, or more than paragraphs that came.
  private func isBeyond(_ exemption: String?, from old: ModelWords, to new: ModelWords) -> Bool {
    var same = old
    switch exemption {
    case "refile":
      same.spelling = new.spelling
      return same != new
    case "addition":
      same.added = new.added
      return same != new || !new.added.starts(with: old.added) || new.added == old.added
    default: return false
    }
  }
}
