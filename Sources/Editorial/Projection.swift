/// What a commit of `main` changes on `live`, and the commit that holds it.
///
/// Everyone who computes it comes to the same bytes.
public struct Projection: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// A blob that `main` has already.
    case blob(String)
  }

  /// Nil takes the path away; sorted by path.
  public var changes: [(path: String, content: Content?)]
  public var message: String
  public var author: Change.Signatory
  public var committer: Change.Signatory

  public static func == (left: Projection, right: Projection) -> Bool {
    left.message == right.message && left.author == right.author
      && left.committer == right.committer
      && left.changes.elementsEqual(right.changes) { $0 == $1 }
  }
}

extension Desk {
  /// The projection of the root: the public part of the house.
  public func foundation(of change: Change) -> Projection {
    var changes: [(path: String, content: Projection.Content?)] = [
      ("stet.yml", .bytes(PublicFile.house(policy.house)))
    ]
    for (path, blob) in files.sorted(by: { $0.key < $1.key }) where path.hasPrefix("theme/") {
      changes.append((path, .blob(blob)))
    }
    return projection(
      changes, "\(policy.house.title): the house",
      [Record.Trailer("Stet-Source", change.commit)], change)
  }

  func projection(
    _ changes: [(path: String, content: Projection.Content?)], _ subject: String,
    _ trailers: [Record.Trailer], _ change: Change
  ) -> Projection {
    Projection(
      changes: changes.sorted { $0.path < $1.path },
      message: Record(subject: subject, trailers: trailers).message,
      author: masked(change.author), committer: masked(change.committer, else: change.author))
  }

  /// A person as `live` names one: by handle, never by address.
  private func masked(
    _ signatory: Change.Signatory, else other: Change.Signatory? = nil
  ) -> Change.Signatory {
    let person =
      policy.person(withEmail: signatory.email)
      ?? other.flatMap { policy.person(withEmail: $0.email) }
    return Change.Signatory(
      name: person?.name ?? "Stet",
      email: "\(person?.handle.description ?? "stet")@newsroom.invalid",
      at: signatory.at, offset: signatory.offset)
  }
}

extension Desk {
  /// The people on the staff whom a story names to readers.
  func named(in story: Story, _ entry: Entry) -> [Handle] {
    let handles =
      (story.byline + story.reporting).compactMap { Handle($0) } + entry.editors + agents(of: entry)
    return Set(handles.filter { policy.people[$0] != nil }).sorted()
  }

  /// The programs that wrote in a story.
  func agents(of entry: Entry) -> [Handle] {
    let all = [entry.maker] + entry.touches.map(\.by)
    return Set(all.filter { policy.people[$0]?.agent == true }).sorted()
  }

  /// Carries out what a good commit does, and says what it changes for readers.
  mutating func apply(
    _ effects: Effects, _ change: Change, by person: Person?
  ) throws(Damage) -> Projection? {
    let housesBefore = effects.policy == nil ? nil : policy
    for (path, blob) in effects.files { files[path] = blob }
    if let changed = effects.policy { policy = changed }
    for (name, front) in effects.fronts { fronts[name] = front }
    for (key, fact) in effects.facts { memory.set(key, fact) }
    for (before, after) in effects.entries {
      if let before { count(before, -1) }
      count(after, 1)
      keep(after, since: before, effects, change, by: person)
    }
    heal(effects)
    if let published = effects.published { return try project(published) }
    if let imported = effects.imported { return try project(imported) }
    if effects.policy != nil || !effects.files.isEmpty, let actor = effects.house {
      return try projectHouse(since: housesBefore ?? policy, effects, actor)
    }
    if !effects.fronts.isEmpty, let actor = effects.house {
      let changes = try frontChanges(effects.fronts.keys.sorted())
      guard !changes.isEmpty else { return nil }
      return projection(changes, "fronts: what leads", trailers(actor.change), actor.change)
    }
    return nil
  }

  /// Keeps an entry, and for `undo` the one before it.
  private mutating func keep(
    _ after: Entry, since before: Entry?, _ effects: Effects, _ change: Change, by person: Person?
  ) {
    var after = after
    if effects.kind != .claim, effects.kind != .credits, let person {
      let why: Entry.LastAct.Fixed? =
        switch effects.kind {
        case .undo: .isUndo
        case .waive: .isWaived
        default: before == nil ? .isNew : effects.isPublic ? .isPublic : nil
        }
      after.lastAct = Entry.LastAct(commit: change.commit, by: person.handle, why: why)
      memory.set(.undo(after.id), why == nil ? before.map(Memory.Fact.entry) : nil)
    }
    memory.set(.entry(after.id), .entry(after))
  }

  private func trailers(_ change: Change) -> [Record.Trailer] {
    [Record.Trailer("Stet-Source", change.commit)]
  }

  private mutating func count(_ entry: Entry, _ delta: Int) {
    let key = "\(entry.workflow)/\(entry.stage)"
    let sum = population[key, default: 0] + delta
    population[key] = sum == 0 ? nil : sum
  }

  private mutating func heal(_ effects: Effects) {
    for (path, standing) in effects.healed {
      broken[path] = nil
      for index in offences.indices where offences[index].waiting.remove(path) != nil {
        if offences[index].waiting.isEmpty { offences[index].standing = standing }
      }
    }
    if let commit = effects.pardoned,
      let index = offences.firstIndex(where: { $0.commit == commit })
    {
      offences[index].standing = .waived
    }
  }

  /// What changes on `live`: the story, its alias, who and what it brings, the fronts it stands on.
  private mutating func project(_ published: Publishing) throws(Damage) -> Projection {
    let (before, after) = (published.before, published.after)
    var changes: [String: Projection.Content?] = [:]
    if let old = before.livePath, old != after.livePath {
      changes[old] =
        try isAlias(old, published) ? .bytes(PublicFile.alias(of: after.id)) : .some(nil)
    }
    if let path = after.livePath {
      changes[path] = .some(published.bytes.map(Projection.Content.bytes))
    }
    for path in after.brings where !before.brings.contains(path) {
      let count = try memory.count(bringing: path)
      memory.set(.brings(path), .count(count + 1))
      if count == 0, let content = try brought(path) { changes[path] = content }
    }
    for path in before.brings where !after.brings.contains(path) {
      let count = try memory.count(bringing: path)
      memory.set(.brings(path), count > 1 ? .count(count - 1) : nil)
      if count <= 1 { changes[path] = .some(nil) }
    }
    if before.publication != after.publication {
      let names = [
        after.id.description, after.slug, after.path, String(after.path.dropFirst(9).dropLast(3)),
      ]
      let concerned = fronts.filter { $0.value.slugs.contains(where: names.contains) }
      for (path, content) in try frontChanges(Array(concerned.keys)) { changes[path] = content }
    }
    var trailers = trailers(published.actor.change)
    trailers.append(Record.Trailer("Stet-Story", after.id.description))
    if case .published = published.shown {
      trailers.append(Record.Trailer("Stet-Version", String(after.version)))
    }
    if let kind = published.kind { trailers.append(Record.Trailer("Stet-Kind", kind)) }
    let isWithdrawn = if case .withdrawn = published.shown { true } else { false }
    if let notice = after.notices.first,
      isWithdrawn
        || trailers.contains(where: { $0.key == "Stet-Version" })
          && notice.version == after.version
    {
      let line =
        Copy(notice.text).published.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      // A trailer has at most 500 bytes, and one character may have many.
      let cut = String(String.UnicodeScalarView(line.unicodeScalars.prefix(120)))
      trailers.append(Record.Trailer("Stet-Notice", cut))
    }
    return projection(
      changes.map { ($0.key, $0.value) }, published.subject, trailers, published.actor.change)
  }

  /// Whether an address that a story leaves leads on to it: one that a pull takes it from did so before
  /// if an earlier version had left it.
  private func isAlias(_ path: String, _ published: Publishing) throws(Damage) -> Bool {
    if case .published = published.shown { return true }
    for version in published.after.versions {
      let before = try memory.entry(published.after.id, before: version.number)
      if before?.livePath == path { return true }
    }
    return false
  }

  func brought(_ path: String) throws(Damage) -> Projection.Content? {
    if path.hasPrefix("media/") { return try memory.picture(path).map(Projection.Content.blob) }
    let stem = path.dropFirst("people/".count).dropLast(".yml".count)
    return Handle(String(stem)).flatMap { policy.people[$0] }.map { .bytes(PublicFile.person($0)) }
  }

  /// Where a story leads as `live` has it: own stories by id, so that no slug of a draft gets out.
  func publicLinks(of story: Story, besides id: StoryID) throws(Damage) -> StoryLinks {
    let original = try story.translationOf.flatMap { name throws(Damage) in
      try self.story(named: name)
    }
    return StoryLinks(
      related: try resolved(story.related, besides: id),
      translationOf: original == id ? nil : original)
  }

  private func resolved(_ related: [Related], besides id: StoryID) throws(Damage) -> [Related] {
    var resolved: [Related] = []
    for entry in related {
      switch entry {
      case .outside: resolved.append(entry)
      case .own(let name):
        if let own = try story(named: name), own != id {
          resolved.append(.own(own.description))
        }
      }
    }
    return resolved
  }

  /// The story that a reference means: an id, a path, or a slug (of several, the newest that readers
  /// have, else the newest).
  public func story(named name: String) throws(Damage) -> StoryID? {
    if let id = StoryID(name), try memory.entry(id) != nil { return id }
    if let id = try memory.story(at: name) { return id }
    if let id = try memory.story(at: "articles/\(name).md") { return id }
    var newest: StoryID?
    for path in try memory.paths(withSlug: name).reversed() {
      guard let id = try memory.story(at: path) else { continue }
      if newest == nil { newest = id }
      if try memory.entry(id)?.publication == .live { return id }
    }
    return newest
  }

  /// The fronts on `live`: the ids of those of their stories that readers have.
  mutating func frontChanges(
    _ names: [String]
  ) throws(Damage) -> [(path: String, content: Projection.Content?)] {
    var changes: [(path: String, content: Projection.Content?)] = []
    for name in names.sorted() {
      let path = "fronts/\(name).yml"
      var ids: [String] = []
      for slug in fronts[name]?.slugs ?? [] {
        guard let id = try story(named: slug), let entry = try memory.entry(id),
          entry.publication == .live, !ids.contains(id.description)
        else { continue }
        ids.append(id.description)
      }
      let content = ids.map { "- \($0)\n" }.joined()
      guard content != shownFronts[name] ?? "" else { continue }
      shownFronts[name] = ids.isEmpty ? nil : content
      changes.append((path, ids.isEmpty ? nil : .bytes(Array(content.utf8))))
    }
    return changes
  }

  private func projectHouse(
    since before: Policy, _ effects: Effects, _ actor: Actor
  ) throws(Damage) -> Projection? {
    var changes: [(path: String, content: Projection.Content?)] = []
    if before.house != policy.house {
      changes.append(("stet.yml", .bytes(PublicFile.house(policy.house))))
    }
    for (path, blob) in effects.files {
      if path.hasPrefix("theme/") {
        changes.append((path, blob.map(Projection.Content.blob)))
      } else if path.hasPrefix("people/"), try memory.count(bringing: path) > 0 {
        let stem = String(path.dropFirst("people/".count).dropLast(".yml".count))
        let old = Handle(stem).flatMap { before.people[$0] }.map(PublicFile.person)
        let new = Handle(stem).flatMap { policy.people[$0] }.map(PublicFile.person)
        if let new, new != old { changes.append((path, .bytes(new))) }
      }
    }
    guard !changes.isEmpty else { return nil }
    return projection(
      changes, "house: what readers see of it", trailers(actor.change), actor.change)
  }
}

extension Desk {
  /// A story's file as `live` would have it if it were published now, and where; for looking at.
  public func previewed(
    _ story: Story, _ entry: Entry, at moment: Moment, on day: Day
  ) throws(Damage) -> (path: String, bytes: [UInt8]) {
    var shown = entry
    shown.version += 1
    shown.publication = .live
    if shown.published == nil { shown.published = moment } else { shown.modified = moment }
    if let notice = story.notice, let kind = entry.kind {
      shown.notices.insert(
        Notice(kind: kind.rawValue, version: shown.version, at: moment, text: notice), at: 0)
    }
    let path = address(of: entry, story, on: entry.day.flatMap { Day($0) } ?? day)
    let bytes = PublicFile.story(
      story, shown, kind: entry.kind, agents: agents(of: entry),
      links: try publicLinks(of: story, besides: entry.id), further: policy.house.publicFields)
    return (path, bytes)
  }
}
