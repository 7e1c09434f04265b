/// The version that was set aside, taken up again: with what the fix changed, by paragraph and sentence.
extension Desk {
  /// The three files that a resumption merges: what the version began from, the version, and what readers
  /// see now.
  public struct Strands: Sendable {
    public let base: Story
    public let open: Story
    public let now: Story
    /// How many notices came since the version was set aside.
    let newNotices: Int

    /// The version with the fix; what could not be merged stands in its conflicts.
    public let merged: StoryMerge

    init(base: Story, open: Story, now: Story, newNotices: Int) {
      (self.base, self.open, self.now, self.newNotices) = (base, open, now, newNotices)
      merged = StoryMerge.merge(base: base, mine: open, theirs: now)
    }

    /// What the merge makes, its conflicts decided for the open version.
    public var mine: Story? {
      guard let story = merged.story(on: open) else { return nil }
      guard newNotices != 0, let number = open.amends else { return story }
      // It counts from the newest.
      let bytes = story.file.setting([(key: "amends", yaml: String(number + newNotices))])
      return try? Story(bytes)
    }

    /// What the merge makes, its conflicts decided for what readers see.
    public var theirs: Story? {
      guard let mine else { return nil }
      let body = StoryMerge.merge(base: base, mine: now, theirs: open).body
      // A conflict in a picture's caption is one of the picture.
      let places = Set(merged.conflicts.map { String($0.place.prefix { $0 != "." }) }).sorted()
      let changes = places.filter { now[$0] != nil || open[$0] != nil }
        .map { (key: $0, yaml: now[$0]?.yaml()) }
      let bytes = mine.file.setting(changes)
      guard let file = try? FrontMatter(bytes) else { return nil }
      return try? Story(file.replacingBody(with: body))
    }

    /// The same where nothing had to be decided; nil otherwise.
    public var mergedStory: Story? { merged.isClean ? mine : nil }
  }

  /// Reads them; nil where nothing is aside.
  public func strands(
    of entry: Entry, reading blob: Reader
  ) throws(Damage) -> Strands? {
    guard let aside = entry.aside.last, let last = entry.versions.last else { return nil }
    func story(_ id: String) throws(Damage) -> Story {
      let bytes = try blob(id)
      do throws(Fault) { return try Story(bytes) } catch {
        throw Damage("a version of \(entry.slug) can't be read: \(error.problem)")
      }
    }
    return Strands(
      base: try story(aside.base), open: try story(aside.blob), now: try story(last.blob),
      newNotices: entry.notices.count - (aside.notices ?? entry.notices.count))
  }

  /// Whether `person` may take up the version that was set aside, with these words; nil takes those that
  /// the merge makes, where it is clean.
  public func resumption(
    of entry: Entry, words given: Story?, by person: Person, at moment: Moment,
    reading blob: Reader
  ) throws(Damage) -> Result<Plan, Refusal> {
    guard let transition = transition("resume", of: entry), let aside = entry.aside.last,
      let strands = try strands(of: entry, reading: blob)
    else { return .failure(Refusal(reasons: [.nothingAside])) }
    var reasons: [Reason] = []
    if !person.active { reasons.append(.retired(person.handle)) }
    if person.agent { reasons.append(.agentMayNot(move: transition.name)) }
    if broken[entry.path] != nil { reasons.append(.brokenStory(path: entry.path)) }
    if hasOpenVersion(entry) { reasons.append(.otherVersionOpen) }
    let merge = strands.merged
    let clean = strands.mergedStory
    guard let words = given ?? clean else {
      return .failure(Refusal(reasons: reasons + [.inConflict(merge.conflicts.map(\.place))]))
    }
    let digest = try digest(of: words)
    let isMerge = try clean.map { story throws(Damage) in
      try self.digest(of: story).digest == digest.digest
    }
    let isWritten = isMerge != true
    var work = entry
    work.stage = aside.stage
    let parties = isWritten ? wordsParties(of: work) : transition.by
    let party = party(of: person, in: parties, to: entry)
    if party == nil {
      reasons.append(
        isWritten
          ? .mayNotEdit(stage: aside.stage, who: parties.map(\.name))
          : .lacksRole(move: transition.name, needs: parties.map(\.name)))
    }
    let kind = words.kind.flatMap(VersionKind.init(rawValue:))
    if let kind, !VersionKind.open.contains(kind) { reasons.append(.kindByHand("kind")) }
    if (kind == nil) != (aside.kind == nil) { reasons.append(.kindByHand("kind")) }
    guard reasons.isEmpty, let party else { return .failure(Refusal(reasons: reasons)) }
    var after = entry
    after.aside.removeLast()
    (after.stage, after.since, after.kind) = (aside.stage, moment, kind)
    (after.changers, after.changedByDesk, after.approvals) = (
      aside.changers, aside.changedByDesk, []
    )
    after.isOlderThanWithdrawal = aside.isOlderThanWithdrawal
    for touch in aside.touches { after.touches.add(touch) }
    (after.words, after.plain) = (digest.digest, digest.plain)
    (after.byline, after.credit) = (signatures(of: words), words.credit)
    if isWritten { after.add(writers: [person.handle]) }
    after.show()
    var plan = Plan(
      transition: transition, from: entry.stage, to: aside.stage, words: digest.digest,
      party: party, entry: after, composed: [], before: entry)
    plan.words = digest.digest
    return .success(plan)
  }

  func digest(of story: Story) throws(Damage) -> Words {
    try Words(of: story) { path throws(Damage) in try memory.picture(path) }
  }

  /// Judges a commit that resumes.
  func resume(
    _ claimed: Act.Claimed, _ entry: Entry, _ after: (id: String, story: Story), _ actor: Actor,
    _ blob: Reader
  ) throws(Ruled) -> Effects {
    let outcome = try caught { () throws(Damage) in
      try resumption(
        of: entry, words: after.story, by: actor.person, at: actor.change.author.at, reading: blob)
    }
    let plan: Plan
    switch outcome {
    case .success(let allowed): plan = allowed
    case .failure(let refusal): throw .wrong(Wrong(refusal.reasons, entry.id))
    }
    try compare(actor.change.record, plan, entry)
    var result = plan.entry
    result.blob = after.id
    let wrong = managedChanges(after.story, result)
    guard wrong.isEmpty else { throw .because(.managedChanged(wrong), entry.id) }
    var effects = Effects(kind: .transition)
    effects.plan = plan
    effects.plan?.entry = result
    effects.add(entry, result)
    return effects
  }
}

extension StoryMerge {
  /// The open version's file with what was merged into it.
  func story(on open: Story) -> Story? {
    let changes = fields.map { (key: $0.key, yaml: $0.value?.yaml()) }
    let known = Set(open.file.fields.map(\.key))
    let bytes = open.file.setting(changes.filter { $0.yaml != nil || known.contains($0.key) })
    guard let file = try? FrontMatter(bytes) else { return nil }
    return try? Story(body == file.text ? bytes : file.replacingBody(with: body))
  }
}
