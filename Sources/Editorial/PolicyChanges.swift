/// Changes of the rules, of what leads, and their mending.
extension Desk {
  /// Only a chief changes the rules, in a commit of its own, and only to rules that can be read and
  /// leave no story in a stage that is gone.
  func changePolicy(_ actor: Actor, _ blob: Reader) throws(Ruled) -> Effects {
    guard actor.person.roles.contains(.chief), !actor.person.agent else {
      throw .because(.lacksRole(move: "changing the rules", needs: ["chief"]))
    }
    var effects = Effects(kind: .config)
    effects.house = actor
    var contents: [String: [UInt8]?] = [:]
    for delta in actor.change.paths {
      guard let path = delta.path else { continue }
      effects.files[path] = .some(delta.after?.blob)
      guard Policy.isRead(path) else { continue }
      let bytes: [UInt8]? =
        if let after = delta.after { try caught { () throws(Damage) in try blob(after.blob) } } else
        { nil }
      contents[path] = .some(bytes)
    }
    guard !contents.isEmpty else { return effects }
    let changed: Policy
    do throws(PolicyFault) { changed = try policy.changing(contents) } catch {
      throw .because(.policyInvalid(error.problem))
    }
    guard changed.rules == Policy.knownRules else {
      throw .because(.policyInvalid("stet.yml: rules \(changed.rules) are not known to this stet"))
    }
    for (place, count) in population.sorted(by: { $0.key < $1.key }) {
      let parts = place.split(separator: "/").map(String.init)
      guard parts.count == 2 else { continue }
      if changed.workflows[parts[0]]?.stage(parts[1]) == nil {
        throw .because(.stranded(stage: parts[1], workflow: parts[0], count: count))
      }
    }
    effects.policy = changed
    return effects
  }

  /// Editors and publishers say what leads.
  func changeFronts(_ actor: Actor, _ blob: Reader) throws(Ruled) -> Effects {
    let roles = Set(actor.person.roles)
    guard !actor.person.agent, roles.contains(.editor) || roles.contains(.publisher) else {
      throw .because(.lacksRole(move: "changing a front", needs: ["editor", "publisher"]))
    }
    var effects = Effects(kind: .front)
    effects.house = actor
    for delta in actor.change.paths {
      guard let path = delta.path else { continue }
      let name = String(path.dropFirst("fronts/".count).dropLast(".yml".count))
      guard path.hasSuffix(".yml"), isShortName(name) else {
        throw .because(.frontInvalid("\(path) is no front: fronts/home.yml, fronts/SECTION.yml"))
      }
      guard let after = delta.after else {
        effects.fronts[name] = .some(nil)
        continue
      }
      let bytes = try caught { () throws(Damage) in try blob(after.blob) }
      guard let slugs = Self.slugs(inFront: bytes) else {
        throw .because(.frontInvalid("\(path) is not a list of slugs, `- slug` a line"))
      }
      effects.fronts[name] = Front(blob: after.blob, slugs: slugs)
    }
    return effects
  }

  /// Reads the ordered list of a front: `- slug` a line, comments and blank lines between; nil where
  /// something else stands in it.
  public static func slugs(inFront bytes: [UInt8]) -> [String]? {
    guard let text = String(validating: bytes, as: UTF8.self), bytes.count <= 64 << 10 else {
      return nil
    }
    var slugs: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      if words.isEmpty || words[0].isEmpty || words[0].hasPrefix("#") || words == ["[]"] {
        continue
      }
      guard words.count >= 2, words[0] == "-", words.count == 2 || words[2].hasPrefix("#"),
        words[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-/".contains($0)) })
      else { return nil }
      slugs.append(words[1])
    }
    return slugs
  }

  /// Puts broken paths back to their last good files; anyone active may.
  func mend(_ change: Change) throws(Ruled) -> Effects {
    var effects = Effects(kind: .mend)
    for delta in change.paths {
      guard let path = delta.path, let hurt = broken[path], hurt.good == delta.after else {
        throw .because(.touchesBroken(delta.path ?? ""))
      }
      effects.healed[path] = .mended
      if let id = try caught({ () throws(Damage) in try memory.story(at: path) }) {
        effects.stories.append(id)
      }
    }
    return effects
  }

  /// A chief lets words stand that came in against the rules.
  func waive(
    _ commit: String, _ id: StoryID?, _ actor: Actor, _ blob: Reader
  ) throws(Ruled) -> Effects {
    guard actor.person.roles.contains(.chief), !actor.person.agent else {
      throw .because(.lacksRole(move: "waiving", needs: ["chief"]))
    }
    guard !actor.change.record.note.isEmpty else { throw .because(.needsNote("waive")) }
    guard let offence = open.first(where: { $0.commit == commit }) else {
      throw .because(.nothingToWaive(commit))
    }
    var effects = Effects(kind: .waive)
    guard let id else {
      guard actor.change.paths.isEmpty, offence.paths.isEmpty else {
        throw .because(.cannotWaive("a waiver of files names its story"))
      }
      effects.pardoned = commit
      return effects
    }
    let known = try caught { () throws(Damage) in try memory.entry(id) }
    let paths = names(actor.change)
    guard let path = known?.path ?? paths.first, offence.waiting.contains(path),
      paths.isEmpty || paths == [path], let hurt = broken[path]
    else { throw .because(.cannotWaive("the story was not touched by \(commit.prefix(10))"), id) }
    guard let file = actor.change.paths.first?.after ?? hurt.now, let now = hurt.now else {
      throw .because(
        .cannotWaive("\(path) is gone, and a waiver lets words stand, nothing else"), id)
    }
    let asFound = try read(now.blob, path, blob, id)
    let story = try read(file.blob, path, blob, id)
    guard story.id == id else { throw .because(.managedChanged(["id"]), id) }
    let author = offence.author(in: policy) ?? actor.person
    let writer = Actor(person: author, change: actor.change)
    let others = try hands(on: path, besides: author, else: actor.person)
    var entry = try waived(known, StoryPath(path), story, file.blob, writer, others, effects)
    if let known, known.words != entry.words { entry.add(writers: others) }
    let composed: Set = entry.kind != nil && known?.kind == nil ? ["kind"] : []
    let untouched = Managed.keys.union(composed)
    guard asFound.file.bytes(without: untouched) == story.file.bytes(without: untouched) else {
      throw .because(.wordsChanged, id)
    }
    let wrong = managedChanges(story, entry)
    guard wrong.isEmpty else { throw .because(.managedChanged(wrong), id) }
    if known == nil {
      effects.facts.append((.path(path), .story(entry.id)))
      let paths = try caught { () throws(Damage) in try memory.paths(withSlug: entry.slug) }
      effects.facts.append((.slug(entry.slug), .paths((paths + [path]).sorted())))
      effects.facts.append((.unborn(path), nil))
    }
    effects.add(known, entry)
    effects.healed[path] = .waived
    return effects
  }

  /// The entry that a waiver leads to: the words as an edit by their author.
  private func waived(
    _ known: Entry?, _ place: StoryPath?, _ story: Story, _ blob: String, _ writer: Actor,
    _ others: [Handle], _ effects: Effects
  ) throws(Ruled) -> Entry {
    guard let known else {
      guard let place else { throw .because(.cannotWaive("it is no story")) }
      return try created(place, story, blob, writer, others, effects)
    }
    let opened = try openedForWaiver(known)
    try checkKind(story, opened)
    return try reworded(
      opened, story, blob, by: writer.person, at: writer.change.author.at, effects)
  }

  /// Whoever else may have written what stands in a broken file: the authors of every offence on it,
  /// with the chief in the place of strangers, and whoever wrote in it before it was a story.
  private func hands(
    on path: String, besides author: Person, else chief: Person
  ) throws(Ruled) -> [Handle] {
    let authors = open.filter { $0.waiting.contains(path) }
      .map { ($0.author(in: policy) ?? chief).handle }
    let before = try caught { () throws(Damage) in try memory.unborn(path)?.writers } ?? []
    var hands: [Handle] = []
    for hand in before + authors where hand != author.handle && !hands.contains(hand) {
      hands.append(hand)
    }
    return hands
  }

  /// Where nobody may change words, the words stand in a new version, opened as `update` does.
  public func opening(forWaiverOf entry: Entry) -> Entry? {
    guard wordsParties(of: entry).isEmpty else { return entry }
    guard
      let update = policy.workflows[entry.workflow]?.transitions.first(where: {
        $0.kind == .update && $0.effect == nil
      }), let way = update.from.first(where: { $0.stage == entry.stage }), let target = way.target
    else { return nil }
    var opened = entry
    (opened.stage, opened.kind, opened.changers) = (target, .update, [])
    opened.changedByDesk = false
    opened.approvals = []
    opened.show()
    return opened
  }

  private func openedForWaiver(_ entry: Entry) throws(Ruled) -> Entry {
    guard let opened = opening(forWaiverOf: entry) else {
      throw .because(
        .cannotWaive("a story that is \(entry.stage) takes no words; stet doctor --fix"), entry.id)
    }
    return opened
  }
}

extension Offence {
  /// The person on the staff whose commit it is.
  public func author(in policy: Policy) -> Person? { Handle(by).flatMap { policy.people[$0] } }
}

extension Desk {
  /// A story's file as it was found, with the managed lines that the record holds (and `kind`, where
  /// the waiver opens a version); nil where no waiver lets its words stand.
  public func waiverFile(of entry: Entry, _ file: FrontMatter) -> [UInt8]? {
    guard let opened = opening(forWaiverOf: entry) else { return nil }
    let opens = opened.kind != nil && entry.kind == nil
    return Plan.file(
      file, opens ? [("kind", .scalar(VersionKind.update.rawValue))] : [], opened.managed)
  }
}
