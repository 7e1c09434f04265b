/// Transitions, judged: a commit must be exactly what ``plan(_:on:story:by:at:)`` makes of the story.
extension Desk {
  func transition(
    _ claimed: Act.Claimed, _ actor: Actor, _ blob: Reader
  ) throws(Ruled) -> Effects {
    let id = claimed.story
    guard let entry = try caught({ () throws(Damage) in try memory.entry(id) }) else {
      throw .because(.trailers("its message names a story that is none"))
    }
    let paths = names(actor.change)
    guard paths == [entry.path], let after = actor.change.paths.first?.after else {
      let others = paths.filter { $0 != entry.path }
      throw .because(
        others.isEmpty
          ? .trailers("its story is not changed as the move changes it") : .otherPaths(others), id)
    }
    let before = try read(entry.blob, entry.path, blob, id)
    let story = try read(after.blob, entry.path, blob, id)
    let move = Move(
      claimed.name, target: claimed.to, notice: story.notice,
      hasNote: !actor.change.record.note.isEmpty, day: try day(in: story, actor, entry))
    let outcome = try caught { () throws(Damage) in
      try self.plan(move, on: entry, story: before, by: actor.person, at: actor.change.author.at)
    }
    let plan: Plan
    switch outcome {
    case .success(let allowed): plan = allowed
    case .failure(let refusal): throw .wrong(Wrong(refusal.reasons, id))
    }
    try compare(claimed, plan, entry)
    var effects = Effects(kind: .transition)
    var result = try words(of: plan, before, story, after.blob, actor, blob, effects)
    let wrong = managedChanges(story, result)
    guard wrong.isEmpty else { throw .because(.managedChanged(wrong), id) }
    effects.plan = plan
    if plan.transition.effect == .publish {
      let publishing = try publishing(entry, &result, story, actor, &effects)
      effects.published = publishing
    }
    effects.plan?.entry = result
    effects.add(entry, result)
    return effects
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

  /// The trailers must say what the plan says.
  private func compare(_ claimed: Act.Claimed, _ plan: Plan, _ entry: Entry) throws(Ruled) {
    var wrong: [String] = []
    if claimed.from != plan.from || claimed.to != plan.to { wrong.append("Stet-Stage") }
    if claimed.role != plan.party.name { wrong.append("Stet-Role") }
    if claimed.words != plan.words { wrong.append("Stet-Words") }
    let version = plan.transition.effect == .publish ? plan.entry.version : nil
    if claimed.version != version { wrong.append("Stet-Version") }
    let kind = plan.transition.effect == .publish ? entry.kind : plan.transition.kind
    if claimed.kind != kind?.rawValue { wrong.append("Stet-Kind") }
    guard wrong.isEmpty else {
      throw .because(.trailers("\(prose(wrong)) in its message is not what happened"), entry.id)
    }
  }

  /// Checks the words after a move, byte for byte outside of the managed lines, and gives the entry
  /// that holds them.
  private func words(
    of plan: Plan, _ before: Story, _ after: Story, _ id: String, _ actor: Actor, _ blob: Reader,
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
      } else { before }
    let untouched = Managed.keys.union(composed)
    let same = base.file.bytes(without: untouched) == after.file.bytes(without: untouched)
    if plan.transition.kind != nil, plan.transition.effect == nil {
      // A new version may come with its first words, where its stage lets the person write.
      if !same, party(of: actor.person, in: wordsParties(of: plan.entry), to: plan.entry) == nil {
        throw .because(.wordsChanged, entry.id)
      }
      let words = try words(of: after, effects)
      (entry.words, entry.plain) = (words.digest, words.plain)
      (entry.byline, entry.credit) = (after.byline, after.credit)
      return entry
    }
    guard same else { throw .because(.wordsChanged, entry.id) }
    if plan.restores != nil { (entry.byline, entry.credit) = (after.byline, after.credit) }
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
