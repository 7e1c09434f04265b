/// Imports: stories that another system had, taken in by a chief in one commit.
///
/// They were approved by nobody here, and the record says so.
extension Desk {
  /// What an import makes readers see.
  struct Imported {
    var actor: Actor
    var count: Int
    /// The files on `live`, each with what it brings along.
    var files: [(path: String, bytes: [UInt8], brings: [String])] = []
  }

  /// The managed keys that an imported file may carry.
  private static let carried: Set = [
    "id", "maker", "workflow", "stage", "version", "editors", "created", "published", "modified",
    "day", "path", "notices",
  ]

  /// A commit that only adds files under articles/ and media/.
  func importing(_ count: Int, _ actor: Actor, _ blob: Reader) throws(Ruled) -> Effects {
    guard actor.person.roles.contains(.chief), !actor.person.agent else {
      throw .because(.lacksRole(move: "an import", needs: ["chief"]))
    }
    var effects = Effects(kind: .import)
    var places: [(place: StoryPath, blob: String)] = []
    var pictures: [String: String] = [:]
    for delta in actor.change.paths {
      guard let path = delta.path else { continue }
      guard delta.before == nil, let after = delta.after else {
        throw .because(.badImport("it only adds files, and \(path) is none that is new"))
      }
      if path.hasPrefix("media/") {
        guard MediaPath.isValid(path) else {
          throw .because(.badPath("\(path), a picture's place is media/YYYY/MM/name.jpg;"))
        }
        pictures[path] = after.blob
        effects.facts.append((.media(path), .blob(after.blob)))
      } else if let place = StoryPath(path) {
        places.append((place, after.blob))
      } else {
        throw .because(.badPath(path))
      }
    }
    guard places.count == count else {
      throw .because(.badImport("it says \(count) stories and adds \(places.count)"))
    }
    // In a state of their own, so that imported stories find one another by their slugs.
    var trial = self
    for (key, fact) in effects.facts { trial.memory.set(key, fact) }
    var made: [(story: Story, entry: Entry)] = []
    for (place, id) in places {
      let story = try read(id, place.path, blob, nil)
      let entry = try trial.imported(story, place, id, actor, pictures)
      try trial.remember(entry, &effects)
      made.append((story, entry))
    }
    try trial.show(made, actor, &effects)
    return effects
  }

  /// The entry of one imported file, by the rules.
  private func imported(
    _ story: Story, _ place: StoryPath, _ blob: String, _ actor: Actor, _ pictures: [String: String]
  ) throws(Ruled) -> Entry {
    func bad(_ why: String) -> Ruled { .because(.badImport("\(place.path): \(why)"), story.id) }
    guard let id = story.id else { throw bad("its id is no ULID in lower case") }
    guard try caught({ () throws(Damage) in try memory.entry(id) }) == nil else {
      throw .because(.idTaken(id.description))
    }
    let managed = story.file.fields.filter { Managed.keys.contains($0.key) && !$0.value.isEmpty }
    if let stray = managed.first(where: { !Self.carried.contains($0.key) }) {
      throw bad("an import can't bring `\(stray.key)`")
    }
    guard let maker = story["maker"]?.text.flatMap({ Handle($0) }), policy.people[maker] != nil
    else { throw bad("its maker is nobody in people/") }
    guard let name = story["workflow"]?.text, policy.inUse.contains(name),
      let workflow = policy.workflows[name]
    else { throw bad("its workflow is not one in use") }
    guard let stage = story["stage"]?.text, workflow.stage(stage) != nil else {
      throw bad("\(name) has no such stage")
    }
    guard let created = story["created"]?.text, Moment(created) != nil else {
      throw bad("`created` is missing, or no time with a zone")
    }
    for key in Story.versionKeys.sorted() where story[key] != nil {
      throw .because(.kindByHand(key), id)
    }
    let words = try caught { () throws(Damage) in
      try Words(of: story) { path throws(Damage) in
        if let known = pictures[path] { return known }
        return try memory.picture(path)
      }
    }
    var entry = Entry(
      id: id, path: place.path, maker: maker, workflow: name, stage: stage,
      since: actor.change.author.at, created: created, blob: blob, words: words.digest,
      plain: words.plain)
    (entry.byline, entry.credit) = (signatures(of: story), story.credit)
    entry.imported = true
    entry.touches.add(Entry.Touch(by: maker, approved: false, early: true))
    let version = story["version"]?.text.map { Int($0) ?? -1 } ?? 0
    guard (0...9999).contains(version) else { throw bad("its version is no number") }
    if version == 0 {
      entry.changers = [maker]
      entry.submitted = stage != workflow.start
    } else {
      try wasPublished(&entry, story, version, workflow, place, actor)
    }
    for text in story["editors"]?.texts ?? [] {
      guard let editor = Handle(text), policy.people[editor] != nil else {
        throw bad("`\(text)` among its editors is nobody in people/")
      }
      entry.credited.append(Entry.Credit(who: editor, isAdded: true))
    }
    entry.show()
    let wrong = managedChanges(story, entry)
    guard wrong.isEmpty else { throw .because(.managedChanged(wrong), id) }
    return entry
  }

  /// Where and since when readers had it.
  private func wasPublished(
    _ entry: inout Entry, _ story: Story, _ version: Int, _ workflow: Workflow, _ place: StoryPath,
    _ actor: Actor
  ) throws(Ruled) {
    func bad(_ why: String) -> Ruled { .because(.badImport("\(place.path): \(why)"), entry.id) }
    guard publishing(to: entry.stage, in: workflow) != nil else {
      throw bad("nothing is published into \(entry.stage)")
    }
    guard let published = story["published"]?.text.flatMap({ Moment($0) }) else {
      throw bad("`published` is missing, or no time with a zone")
    }
    if let text = story.embargo {
      guard let embargo = Moment(text), embargo <= actor.change.author.at else {
        throw .because(.embargo(text), entry.id)
      }
    }
    entry.version = version
    entry.published = published
    entry.modified = story["modified"]?.text.flatMap { Moment($0) }
    entry.notices = story.notices
    entry.day = story["day"]?.text ?? (story["path"] == nil ? nil : "")
    entry.livePath = story["path"]?.text ?? place.path
    guard let there = entry.livePath.flatMap({ StoryPath($0) }),
      entry.day == nil || there.day.description == entry.day
    else { throw bad("`path` and `day` are no place on live") }
    let holder = try caught { () throws(Damage) in try memory.holder(ofAddress: there.path) }
    guard holder == nil else {
      throw .because(.addressTaken(String(there.path.dropFirst("articles/".count))), entry.id)
    }
    entry.publication = .live
    entry.submitted = true
    entry.settled = entry.touches.count
  }

  /// The plain publication that leads to a stage, and where from.
  private func publishing(to stage: String, in workflow: Workflow) -> String? {
    for transition in workflow.transitions
    where transition.effect == .publish && transition.kind == nil && transition.exemption == nil {
      for way in transition.from where way.target == stage { return way.stage }
    }
    return nil
  }

  /// Keeps an imported story here and among the effects.
  private mutating func remember(_ entry: Entry, _ effects: inout Effects) throws(Ruled) {
    let paths = try caught { () throws(Damage) in try memory.paths(withSlug: entry.slug) }
    var facts: [(Memory.Key, Memory.Fact?)] = [
      (.path(entry.path), .story(entry.id)), (.unborn(entry.path), nil),
      (.slug(entry.slug), .paths((paths + [entry.path]).sorted())),
    ]
    if let path = entry.livePath { facts.append((.address(path), .story(entry.id))) }
    for (key, fact) in facts { memory.set(key, fact) }
    memory.set(.entry(entry.id), .entry(entry))
    effects.facts += facts
  }

  /// Completes the entries of those that readers see from now on.
  private func show(
    _ made: [(story: Story, entry: Entry)], _ actor: Actor, _ effects: inout Effects
  ) throws(Ruled) {
    var shown = Imported(actor: actor, count: made.count)
    for (story, entry) in made {
      guard entry.version > 0, let path = entry.livePath else {
        effects.add(nil, entry)
        continue
      }
      var after = entry
      let people = named(in: story, after).map { "people/\($0).yml" }
      let pictures = try caught { () throws(Damage) in
        try Picture.all(story.shownPictures) { path throws(Damage) in try memory.picture(path) }
      }
      after.brings = people + pictures.filter { !$0.blob.isEmpty }.map(\.path)
      let links = try caught { () throws(Damage) in try publicLinks(of: story, besides: after.id) }
      let bytes = PublicFile.story(
        story, after, kind: nil, agents: agents(of: after), links: links,
        further: policy.house.publicFields)
      after.versions = [
        Entry.Version(
          number: after.version, blob: after.blob, commit: actor.change.commit, plain: after.plain,
          by: actor.person.handle, at: actor.change.author.at, kind: nil,
          shown: PublicFile.blobID(of: bytes), changers: [], byline: after.byline,
          credit: after.credit)
      ]
      effects.facts.append((.before(after.id, after.version), .entry(unpublished(entry))))
      effects.add(nil, after)
      shown.files.append((path, bytes, after.brings))
    }
    guard !shown.files.isEmpty else { return }
    guard broken.isEmpty else { throw .because(.recordIsBroken(broken.keys.sorted())) }
    effects.imported = shown
  }

  /// An imported story as it would stand if it had not been out: what a pull leads back to.
  private func unpublished(_ entry: Entry) -> Entry {
    var before = entry
    let workflow = policy.workflows[entry.workflow]
    before.stage = workflow.flatMap { publishing(to: entry.stage, in: $0) } ?? entry.stage
    (before.version, before.publication) = (0, .unpublished)
    (before.published, before.modified, before.day, before.livePath) = (nil, nil, nil, nil)
    (before.notices, before.settled, before.changers) = ([], 0, [entry.maker])
    return before
  }

  /// What an import changes on `live`: its published stories, and whom and what they bring.
  mutating func project(_ imported: Imported) throws(Damage) -> Projection {
    var changes: [String: Projection.Content?] = [:]
    for (path, bytes, brings) in imported.files {
      changes[path] = .some(.bytes(bytes))
      for brought in brings {
        let count = try memory.count(bringing: brought)
        memory.set(.brings(brought), .count(count + 1))
        if count == 0, let content = try self.brought(brought) { changes[brought] = content }
      }
    }
    for (path, content) in try frontChanges(Array(fronts.keys)) { changes[path] = content }
    let number = imported.files.count
    return projection(
      changes.map { ($0.key, $0.value) },
      "import: \(number) \(number == 1 ? "story" : "stories")",
      [
        Record.Trailer("Stet-Source", imported.actor.change.commit),
        Record.Trailer("Stet-Import", String(number)),
      ], imported.actor.change)
  }
}
