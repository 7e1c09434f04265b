/// Transitions, judged: a commit must be exactly what ``plan(_:on:story:by:at:)`` makes of the story.
extension Desk {
  func transition(
    _ claimed: Act.Claimed, _ actor: Actor, _ blob: Reader
  ) throws(Ruled) -> Effects {
    let id = claimed.story
    guard let entry = try caught({ () throws(Damage) in try memory.entry(id) }) else {
      throw .because(.trailers("its message names a story that is none"))
    }
    let file = try moved(entry, by: actor.change)
    let story = try read(file, entry.path, blob, id)
    if claimed.name == "resume" {
      return try resume(claimed, entry, (file, story), actor, blob)
    }
    let move = try claimedMove(claimed, story, actor, entry)
    let basis = try read(basis(of: move, entry), entry.path, blob, id)
    let outcome = try caught { () throws(Damage) in
      try self.plan(move, on: entry, story: basis, by: actor.person, at: actor.change.author.at)
    }
    let plan: Plan
    switch outcome {
    case .success(let allowed): plan = allowed
    case .failure(let refusal): throw .wrong(Wrong(refusal.reasons, id))
    }
    try compare(actor.change.record, plan, entry)
    var effects = Effects(kind: .transition)
    var result = try words(of: plan, basis, story, file, actor, blob, effects)
    let wrong = managedChanges(story, result)
    guard wrong.isEmpty else { throw .because(.managedChanged(wrong), id) }
    effects.plan = plan
    if let shown = Publishing.Shown(plan, from: entry.publication) {
      effects.published = try publishing(
        shown, entry, &result, story, plan, actor, &effects, blob)
    }
    effects.plan?.entry = result
    effects.add(entry, result)
    return effects
  }

  /// The story's file after a commit that may change no other.
  ///
  /// One that changes nothing is the move to which the file says it all already, as a schedule for the
  /// same time.
  private func moved(_ entry: Entry, by change: Change) throws(Ruled) -> String {
    guard !change.paths.isEmpty else { return entry.blob }
    let paths = names(change)
    guard paths == [entry.path], let after = change.paths.first?.after else {
      let others = paths.filter { $0 != entry.path }
      throw .because(
        others.isEmpty
          ? .trailers("its story is not changed as the move changes it") : .otherPaths(others),
        entry.id)
    }
    return after.blob
  }

  /// The move that a commit says it is; what it leaves open is read from the file that it made.
  private func claimedMove(
    _ claimed: Act.Claimed, _ story: Story, _ actor: Actor, _ entry: Entry
  ) throws(Ruled) -> Move {
    let transition = transition(claimed.name, of: entry)
    var move = Move(
      claimed.name, target: claimed.to, notice: story.notice,
      hasNote: !actor.change.record.note.isEmpty, day: try day(in: story, actor, entry))
    move.asClock = claimed.isByClock
    move.overrides = claimed.overrides && !claimed.isByClock
    move.restores = claimed.restores
    let published = policy.workflows[entry.workflow]?.published
    move.onLive = hasOpenVersion(entry) && claimed.from == published
    switch transition?.effect {
    case .schedule: move.time = claimed.at
    case .setWorkflow: move.workflow = story["workflow"]?.text
    case .retract:
      guard let kind = claimed.kind.flatMap(Withdrawal.init(rawValue:)) else {
        throw .because(.trailers("`Stet-Kind` in its message is no kind of withdrawal"), entry.id)
      }
      move.withdrawal = kind
      move.keepsHeadline = claimed.keepsHeadline
      move.notice = story.notices.first?.text ?? ""
    case nil where transition?.kind != nil: move.amends = story.amends
    default: break
    }
    if transition?.takesWords == true { move.words = story }
    return move
  }

  /// `day` counts as written, if it lies within one day of the commit's date in UTC.
  private func day(in story: Story, _ actor: Actor, _ entry: Entry) throws(Ruled) -> Day? {
    guard entry.day == nil, let text = story["day"]?.text else { return nil }
    guard let day = Day(text), abs(day.number - Clock(actor.change.author.at).day.number) <= 1
    else {
      throw .because(.managedChanged(["day"]), entry.id)
    }
    return day
  }

  /// The trailers must say what the plan says, and nothing else.
  func compare(_ record: Record, _ plan: Plan, _ entry: Entry) throws(Ruled) {
    let held = record.trailers.filter { $0.key.hasPrefix("Stet-") }
    let due = plan.trailers
    let wrong = Set(held).symmetricDifference(due).map(\.key)
    guard wrong.isEmpty else {
      throw .because(
        .trailers("\(prose(Set(wrong).sorted())) in its message is not what happened"), entry.id)
    }
  }

  /// Checks the words after a move, byte for byte outside of the managed lines, and gives the entry
  /// that holds them.
  private func words(
    of plan: Plan, _ basis: Story, _ after: Story, _ id: String, _ actor: Actor, _ blob: Reader,
    _ effects: Effects
  ) throws(Ruled) -> Entry {
    var entry = plan.entry
    entry.blob = id
    let composed = Set(plan.composed.map(\.key))
    for (key, value) in plan.composed where after[key] != value {
      throw .because(.kindByHand(key), entry.id)
    }
    let base =
      if let restores = plan.restores {
        try read(restores, entry.path, blob, entry.id)
      } else { basis }
    let untouched = Managed.keys.union(composed)
    let same = base.file.bytes(without: untouched) == after.file.bytes(without: untouched)
    if plan.transition.isQuick, plan.transition.takesWords {
      // The words were weighed with the move; what a version says of itself is not among them.
      for key in Story.versionKeys.sorted() where after[key] != nil {
        throw .because(.kindByHand(key), entry.id)
      }
      return entry
    }
    if plan.transition.takesWords {
      // A new version may come with its first words, where its stage lets the person write.
      if !same, party(of: actor.person, in: wordsParties(of: plan.entry), to: plan.entry) == nil {
        throw .because(.wordsChanged, entry.id)
      }
      for key in Story.versionKeys.sorted() where after[key] != nil && !composed.contains(key) {
        throw .because(.kindByHand(key), entry.id)
      }
      let words = try words(of: after, effects)
      (entry.words, entry.plain) = (words.digest, words.plain)
      (entry.byline, entry.credit) = (signatures(of: after), after.credit)
      return entry
    }
    guard same else { throw .because(.wordsChanged, entry.id) }
    if plan.restores != nil || plan.transition.effect == .restore {
      (entry.byline, entry.credit) = (signatures(of: after), after.credit)
    }
    return entry
  }
}

extension FrontMatter {
  /// The file without the lines of some fields.
  func bytes(without keys: Set<String>) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for field in fields where keys.contains(field.key) {
      result += bytes[done..<field.range.lowerBound]
      done = field.range.upperBound
    }
    return result + bytes[done...]
  }
}
