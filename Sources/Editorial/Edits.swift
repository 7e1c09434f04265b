/// Words: stories that are made and changed, files that are no story yet, pictures.
extension Desk {
  func edit(_ actor: Actor, _ blob: Reader) throws(Ruled) -> Effects {
    var effects = Effects(kind: .edit)
    // Several stories in one commit see each other's paths.
    var slugs: [String: [String]] = [:]
    var made = 0
    var pictures = 0
    let lost = actor.change.paths.filter { $0.after == nil }.compactMap(\.path)
    for path in lost {
      if let id = try caught({ () throws(Damage) in try memory.story(at: path) }) {
        throw .because(.gone(path), id)
      }
    }
    let moved = try writers(ofUnborn: lost)
    for delta in actor.change.paths {
      guard let path = delta.path else { continue }
      if path.hasPrefix("media/") {
        try addPicture(path, delta, &effects)
        pictures += 1
        continue
      }
      guard let place = StoryPath(path) else { throw .because(.badPath(path)) }
      guard let id = try caught({ () throws(Damage) in try memory.story(at: path) }) else {
        if try begin(place, delta, actor, blob, moved, &effects, &slugs) { made += 1 }
        continue
      }
      guard let after = delta.after else { throw .because(.gone(path), id) }
      guard let entry = try caught({ () throws(Damage) in try memory.entry(id) }) else { continue }
      let story = try read(after.blob, path, blob, id)
      let edited = try edited(entry, story, after.blob, actor, effects, blob)
      effects.add(entry, edited)
    }
    let others = actor.change.paths.count - pictures
    if made > 0, made == others { effects.kind = .create }
    if pictures > 0, others == 0 { effects.kind = .media }
    return effects
  }

  /// The entry after `person` changed the words of a story, by the rules.
  private func edited(
    _ entry: Entry, _ story: Story, _ blob: String, _ actor: Actor, _ effects: Effects,
    _ reader: Reader
  ) throws(Ruled) -> Entry {
    let hand = managedChanges(story, entry)
    guard hand.isEmpty else { throw .because(.managedChanged(hand), entry.id) }
    let who = wordsParties(of: entry)
    guard party(of: actor.person, in: who, to: entry) != nil else {
      throw .because(.mayNotEdit(stage: label(entry), who: who.map(\.name)), entry.id)
    }
    try checkKind(story, entry)
    var after = try reworded(
      entry, story, blob, by: actor.person, at: actor.change.author.at, effects)
    if !entry.changers.contains(actor.person.handle), try onlyCuts(entry, story, reader) {
      after.changers = entry.changers
    }
    return after
  }

  /// Whether a change takes words away from agency copy and does nothing else: then nobody becomes a
  /// writer by it.
  private func onlyCuts(
    _ entry: Entry, _ story: Story, _ reader: Reader
  ) throws(Ruled) -> Bool {
    let workflow = policy.workflows[entry.workflow]
    guard workflow?.transitions.contains(where: { $0.exemption == .cuts }) == true else {
      return false
    }
    return CutsCheck.onlyCuts(
      from: try read(entry.blob, entry.path, reader, entry.id), to: story)
  }

  /// The entry with a story's words as they now are; a change of the digest voids approvals.
  func reworded(
    _ entry: Entry, _ story: Story, _ blob: String, by person: Person, at moment: Moment,
    _ effects: Effects
  ) throws(Ruled) -> Entry {
    var after = entry
    let words = try words(of: story, effects)
    after.blob = blob
    guard words.digest != entry.words else { return after }
    (after.words, after.plain) = (words.digest, words.plain)
    (after.byline, after.credit) = (signatures(of: story), story.credit)
    after.kind = story.kind.flatMap(VersionKind.init(rawValue:))
    after.approvals = []
    if !after.changers.contains(person.handle) { after.changers.append(person.handle) }
    let start = policy.workflows[entry.workflow]?.start
    let isOwn = person.handle == entry.maker || entry.byline.contains(person.handle.description)
    if entry.stage != start, !isOwn { after.changedByDesk = true }
    after.touches.add(
      Entry.Touch(
        by: person.handle, approved: false, early: !entry.submitted && entry.stage == start))
    return after
  }

  /// A kind stands only in an open new version, and an edit may change it among three.
  func checkKind(_ story: Story, _ entry: Entry) throws(Ruled) {
    guard entry.kind != nil else {
      for key in Story.versionKeys.sorted() where story[key] != nil {
        throw .because(.kindByHand(key), entry.id)
      }
      return
    }
    guard let kind = story.kind.flatMap(VersionKind.init(rawValue:)),
      VersionKind.open.contains(kind)
    else { throw .because(.kindByHand("kind"), entry.id) }
  }

  /// A path that is no story: a file without an id stays that, one with an id becomes a story.
  private func begin(
    _ place: StoryPath, _ delta: Change.PathChange, _ actor: Actor, _ blob: Reader,
    _ moved: [Handle], _ effects: inout Effects, _ slugs: inout [String: [String]]
  ) throws(Ruled) -> Bool {
    let path = place.path
    let known = try caught { () throws(Damage) in try memory.unborn(path) }
    guard let after = delta.after else {
      effects.facts.append((.unborn(path), nil))
      return false
    }
    // A file that is new beside one that went may be that one under another name.
    var writers = known?.writers ?? moved
    let bytes = try caught { () throws(Damage) in try blob(after.blob) }
    var parsed: Story?
    do throws(Fault) { parsed = try Story(bytes) } catch {
      // What can't be read can't be a story; `status` names it.
      parsed = nil
    }
    guard let story = parsed, story["id"] != nil else {
      if !writers.contains(actor.person.handle) { writers.append(actor.person.handle) }
      effects.facts.append((.unborn(path), .unborn(blob: after.blob, writers: writers)))
      return false
    }
    let entry = try created(place, story, after.blob, actor, writers, effects)
    effects.facts.append((.unborn(path), nil))
    effects.facts.append((.path(path), .story(entry.id)))
    var paths = slugs[place.slug] ?? []
    if paths.isEmpty {
      paths = try caught { () throws(Damage) in try memory.paths(withSlug: place.slug) }
    }
    paths = (paths + [path]).sorted()
    slugs[place.slug] = paths
    effects.facts.append((.slug(place.slug), .paths(paths)))
    effects.add(nil, entry)
    return true
  }

  private func writers(ofUnborn paths: [String]) throws(Ruled) -> [Handle] {
    var writers: [Handle] = []
    for path in paths {
      let file = try caught { () throws(Damage) in try memory.unborn(path) }
      for writer in file?.writers ?? [] where !writers.contains(writer) { writers.append(writer) }
    }
    return writers
  }

  /// The entry of a file that becomes a story, by the rules of creation.
  func created(
    _ place: StoryPath, _ story: Story, _ blob: String, _ actor: Actor, _ writers: [Handle],
    _ effects: Effects
  ) throws(Ruled) -> Entry {
    guard let id = story.id else { throw .because(.badCreation("its id is no ULID in lower case")) }
    let taken = try caught { () throws(Damage) in try memory.entry(id) } != nil
    guard !taken, !effects.ids.contains(id) else {
      throw .because(.idTaken(id.description))
    }
    let allowed: Set = ["id", "maker", "workflow", "stage", "version", "created"]
    let managed = story.file.fields.filter { Managed.keys.contains($0.key) && !$0.value.isEmpty }
    if let stray = managed.first(where: { !allowed.contains($0.key) }) {
      throw .because(.badCreation("a new story can't begin with `\(stray.key)`"))
    }
    guard story["maker"]?.text == actor.person.handle.description else {
      throw .because(.badCreation("its maker is not \(actor.person.handle), who commits it"))
    }
    guard let name = story["workflow"]?.text, policy.inUse.contains(name),
      let workflow = policy.workflows[name]
    else { throw .because(.badCreation("its workflow is not one in use")) }
    guard story["stage"]?.text == workflow.start else {
      throw .because(.badCreation("a new story of \(name) begins in \(workflow.start)"))
    }
    guard story["version"]?.text ?? "0" == "0" else {
      throw .because(.badCreation("a new story has no version yet"))
    }
    guard let created = story["created"]?.text, Moment(created) != nil else {
      throw .because(.badCreation("`created` is missing, or no time with a zone"))
    }
    for key in Story.versionKeys.sorted() where story[key] != nil {
      throw .because(.kindByHand(key))
    }
    let words = try words(of: story, effects)
    let person = actor.person.handle
    var entry = Entry(
      id: id, path: place.path, maker: person, workflow: name, stage: workflow.start,
      since: actor.change.author.at, created: created, blob: blob, words: words.digest,
      plain: words.plain)
    (entry.byline, entry.credit) = (signatures(of: story), story.credit)
    entry.changers = writers.contains(person) ? writers : writers + [person]
    for writer in entry.changers {
      entry.touches.add(Entry.Touch(by: writer, approved: false, early: true))
    }
    return entry
  }

  /// A picture is only ever added.
  private func addPicture(
    _ path: String, _ delta: Change.PathChange, _ effects: inout Effects
  ) throws(Ruled) {
    guard delta.before == nil, let after = delta.after else {
      throw .because(.pictureChanged(path))
    }
    guard MediaPath.isValid(path) else {
      throw .because(.badPath("\(path), a picture's place is media/YYYY/MM/name.jpg;"))
    }
    effects.facts.append((.media(path), .blob(after.blob)))
  }

  /// The managed keys whose value in the file is not what the record holds.
  func managedChanges(_ story: Story, _ entry: Entry) -> [String] {
    let held = Dictionary(entry.managed.map { ($0.key, $0.value) }) { first, _ in first }
    var wrong: [String] = []
    for key in Managed.order {
      let has = story[key]
      let needs = held[key]
      // A file may leave out that it was never published.
      if key == "version", needs == .scalar("0"), has == nil { continue }
      // An imported one may leave out that it stands on live at its path on main.
      if key == "path", has == nil, entry.imported, entry.day == nil, entry.livePath == entry.path {
        continue
      }
      if has != needs { wrong.append(key) }
    }
    return wrong
  }

  func read(
    _ id: String, _ path: String, _ blob: Reader, _ story: StoryID?
  ) throws(Ruled) -> Story {
    let bytes = try caught { () throws(Damage) in try blob(id) }
    do throws(Fault) { return try Story(bytes) } catch {
      throw .because(.unreadable(path: path, error.problem), story)
    }
  }

  func words(of story: Story, _ effects: Effects) throws(Ruled) -> Words {
    try caught { () throws(Damage) in
      try Words(of: story) { path throws(Damage) in
        for case (.media(path), .blob(let blob)?) in effects.facts { return blob }
        return try memory.picture(path)
      }
    }
  }

  /// Who signs a story: somebody on the staff by handle, also where the byline has their name.
  func signatures(of story: Story) -> [String] {
    story.byline.map { text in
      guard Handle(text) == nil else { return text }
      let wanted = text.lowercased()
      let named = policy.people.values.filter { $0.name.lowercased() == wanted }
      return named.map(\.handle).min()?.description ?? text
    }
  }

  func wordsParties(of entry: Entry) -> [Party] {
    policy.workflows[entry.workflow]?.stage(entry.stage)?.words ?? []
  }

  func label(_ entry: Entry) -> String { entry.stage }

  /// The first of `parties` that a person is to a story.
  func party(of person: Person, in parties: [Party], to entry: Entry) -> Party? {
    parties.first { party in
      switch party {
      case .maker: entry.maker == person.handle
      case .byline: entry.byline.contains(person.handle.description)
      case .role(let role): person.roles.contains(role)
      }
    }
  }
}

extension Desk.Effects {
  mutating func add(_ before: Entry?, _ after: Entry) {
    entries.append((before, after))
    stories.append(after.id)
    ids.insert(after.id)
  }
}

extension [Entry.Touch] {
  mutating func add(_ touch: Entry.Touch) {
    if !contains(touch) { append(touch) }
  }
}

/// A story's place: `articles/YYYY/MM/DD/slug.md`.
public struct StoryPath: Hashable, Sendable {
  public let path: String
  public let day: Day
  public let slug: String

  public init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "articles", parts[4].hasSuffix(".md"),
      let day = Day("\(parts[1])-\(parts[2])-\(parts[3])")
    else { return nil }
    let slug = String(parts[4].dropLast(3))
    guard isShortName(slug) else { return nil }
    (self.path, self.day, self.slug) = (path, day, slug)
  }

  public init(day: Day, slug: String) {
    path = "articles/\(day.path)/\(slug).md"
    (self.day, self.slug) = (day, slug)
  }
}

/// `media/YYYY/MM/name.jpg`, lower case, so that no two differ by case alone.
public enum MediaPath {
  /// A path as a text may write it, `/media/…` or `../media/…`, below the newsroom's folder.
  static func plain(_ written: String) -> String {
    var path = written[...]
    while let step = ["../", "./", "/"].first(where: { path.hasPrefix($0) }) {
      path = path.dropFirst(step.count)
    }
    return String(path)
  }

  public static func isValid(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "media", Day("\(parts[1])-\(parts[2])-01") != nil,
      !parts[3].hasPrefix("."), !isDeviceName(String(parts[3]))
    else { return false }
    return parts[3].utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
    }
  }
}

extension Desk {
  /// Whether a person is one of those that a rule names, to a story.
  public func isOne(of parties: [Party], _ person: Person, _ entry: Entry) -> Bool {
    party(of: person, in: parties, to: entry) != nil
  }
}
