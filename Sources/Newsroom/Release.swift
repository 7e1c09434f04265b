import Catalog
public import Editorial
public import Git

/// An edition: a tag on `live`, with what it changed for readers since the one before.
public struct ReleaseTag: Sendable {
  public var tag: String
  /// The commit of `live` that it names.
  public var commit: String
  public var at: Moment
  /// The handle of who cut it.
  public var by: String
  public var signed: Bool
  public var previous: String?
  /// The version of stet that cut it.
  public var madeWith: String?
  public var message: String
}

/// What an edition brought, in one list each: the first that holds.
public struct EditionList: Sendable {
  public enum Group: String, Sendable, CaseIterable {
    case new, updated, corrected, clarified, refiled, withheld, withdrawn
  }

  public struct Item: Sendable, Hashable {
    public var id: StoryID
    /// Its path on `live`.
    public var path: String
    public var headline: String
    public var version: Int
    public var names: [String]

    public var slug: String { StoryPath(path)?.slug ?? path }
  }

  public var groups: [Group: [Item]] = [:]

  public subscript(group: Group) -> [Item] { groups[group] ?? [] }

  public var isEmpty: Bool { groups.values.allSatisfy(\.isEmpty) }

  /// In a few words: `2 new, 1 corrected`.
  public var summary: String {
    let parts = Group.allCases.compactMap { self[$0].isEmpty ? nil : "\(self[$0].count) \($0)" }
    return parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
  }
}

extension Newsroom {
  /// The editions, newest first, in the order of their chain.
  public func releases() throws(Failure) -> [ReleaseTag] {
    try Self.releases(in: repository)
  }

  /// Everything that is tagged as an edition, whoever made it.
  static func tagged(
    in repository: borrowing Repository
  ) throws(Failure) -> [String: ReleaseTag] {
    let tags: [Tag]
    do throws(GitError) { tags = try repository.tags() } catch { throw Failure(error) }
    var editions: [String: ReleaseTag] = [:]
    for tag in tags {
      let record = Record(tag.message)
      guard let made = record["Stet-Made-With"] else { continue }
      editions[tag.name] = ReleaseTag(
        tag: tag.name, commit: tag.target.description,
        at: Moment(seconds: tag.tagger?.seconds ?? 0),
        by: tag.tagger.map { String($0.email.prefix { $0 != "@" }) } ?? "", signed: tag.isSigned,
        previous: record["Stet-Previous"], madeWith: made, message: tag.message)
    }
    return editions
  }

  /// The editions of a repository, whether or not its desk can be opened: the chain on `live`.
  ///
  /// A tag beside it is nobody's edition, whatever it says of itself.
  public static func releases(in repository: borrowing Repository) throws(Failure) -> [ReleaseTag] {
    var editions = try tagged(in: repository)
    var ends: [ReleaseTag] = []
    while true {
      // The newest is nobody's previous; from there the chain leads back.
      let previous = Set(editions.values.compactMap(\.previous))
      ends = editions.values.filter { !previous.contains($0.tag) }
        .sorted { ($0.at, $0.tag) > ($1.at, $1.tag) }
      var forged: [String] = []
      for end in ends where try !isOnLive(end, repository) { forged.append(end.tag) }
      if forged.isEmpty { break }
      for tag in forged { editions[tag] = nil }
    }
    var chain: [ReleaseTag] = []
    var seen: Set<String> = []
    for end in ends {
      var next: ReleaseTag? = end
      while let edition = next, seen.insert(edition.tag).inserted {
        chain.append(edition)
        next = edition.previous.flatMap { editions[$0] }
      }
    }
    return chain
  }

  private static func isOnLive(
    _ release: ReleaseTag, _ repository: borrowing Repository
  ) throws(Failure) -> Bool {
    do throws(GitError) {
      guard let tip = try Source.tip(repository), let id = ObjectID(hex: release.commit),
        repository.exists(id)
      else { return true }
      return try repository.isAncestor(id, of: tip)
    } catch {
      throw Failure(error)
    }
  }

  /// An edition by its name.
  public func release(_ tag: String) throws(Failure) -> ReleaseTag {
    let all = try releases()
    if let found = all.first(where: { $0.tag == tag }) { return found }
    let near = all.map(\.tag).nearest(to: tag)
    throw Failure(
      .notFound, "there is no release called \(tag)",
      hint: near.map { "did you mean \($0)?" }
        ?? (all.isEmpty ? "stet release cuts the first" : "stet releases lists them"))
  }

  /// How many stories have a publication that is in no edition yet.
  public func waitingForRelease(since edition: ReleaseTag?) throws(Failure) -> Int {
    var source: String?
    if let id = edition.flatMap({ ObjectID(hex: $0.commit) }) {
      let message = try git { () throws(GitError) in try repository.commit(id) }.message
      source = Record(message)["Stet-Source"]
    }
    let catalog = try lists()
    return try reading { () throws(Damage) in try catalog.published(since: source) }
  }

  /// What changed for readers between two commits of `live`.
  public func changes(since old: String?, to new: String) throws(Failure) -> EditionList {
    guard let tip = ObjectID(hex: new) else { return EditionList() }
    let start = old.flatMap { ObjectID(hex: $0) }
    var list = EditionList()
    do throws(GitError) {
      var seen: [StoryID: (versions: [Int], kinds: Set<VersionKind>)] = [:]
      var order: [StoryID] = []
      for id in try repository.walk(from: tip, hiding: start, firstParent: true) {
        let record = Record(try repository.commit(id).message)
        guard let story = record["Stet-Story"].flatMap({ StoryID($0) }) else { continue }
        if seen[story] == nil { order.append(story) }
        var known = seen[story] ?? ([], [])
        if let version = record["Stet-Version"].flatMap(Int.init) { known.versions.append(version) }
        if let kind = record["Stet-Kind"].flatMap(VersionKind.init(rawValue:)) {
          known.kinds.insert(kind)
        }
        seen[story] = known
      }
      guard !order.isEmpty else { return list }
      let paths = try livePaths(in: repository.commit(tip).tree, of: Set(order))
      for id in order {
        guard let known = seen[id], let (path, story) = paths[id] else { continue }
        let item = item(id, path, story)
        list.groups[group(known.versions, known.kinds, story), default: []].append(item)
      }
    } catch {
      throw Failure(error)
    }
    return list
  }

  private func group(
    _ versions: [Int], _ kinds: Set<VersionKind>, _ story: Story
  ) -> EditionList.Group {
    switch story["publication"]?.text {
    case "withdrawn": return .withdrawn
    case "withheld": return .withheld
    default: break
    }
    if versions.contains(1) { return .new }
    if kinds.contains(.correction) { return .corrected }
    if kinds.contains(.clarification) { return .clarified }
    if kinds.contains(.update) { return .updated }
    return kinds.contains(.refile) ? .refiled : .updated
  }

  private func item(_ id: StoryID, _ path: String, _ story: Story) -> EditionList.Item {
    let policy = desk.policy
    func names(_ handles: [String]) -> [String] { handles.map { policy.name(of: $0) } }
    let attribution = Attribution(
      byline: names(story.byline), credit: story.credit, reporting: names(story.reporting),
      editors: names(story["editors"]?.texts ?? []), style: policy.house.credits)
    return EditionList.Item(
      id: id, path: path, headline: story.headline,
      version: story["version"]?.text.flatMap(Int.init) ?? 1,
      names: [attribution.byline, attribution.credit].compactMap { $0 })
  }

  /// Where stories stand on `live`: by the catalog where it knows, else by a walk of the tree.
  private func livePaths(
    in tree: ObjectID, of ids: Set<StoryID>
  ) throws(GitError) -> [StoryID: (String, Story)] {
    var found: [StoryID: (String, Story)] = [:]
    for id in ids {
      guard let entry = (try? desk.memory.entry(id)) ?? nil, let path = entry.livePath,
        let file = try repository.entry(at: path, in: tree)
      else { continue }
      let bytes = try repository.blob(file.id, limit: FrontMatter.mostBytes)
      if let story = try? Story(bytes) { found[id] = (path, story) }
    }
    return found
  }

  /// Cuts an edition of what stands on `live`; nil where nothing is new.
  public mutating func cut(
    _ name: String?, message: String?
  ) throws(Failure) -> (edition: ReleaseTag, list: EditionList)? {
    let person = try person()
    return try change("release") { newsroom throws(Failure) in
      try newsroom.cut(name, message, by: person)
    }
  }

  private mutating func cut(
    _ name: String?, _ message: String?, by person: Person
  ) throws(Failure) -> (edition: ReleaseTag, list: EditionList)? {
    guard person.roles.contains(.publisher), !person.agent else {
      throw Failure(
        .refused, "a release is cut by a publisher, and \(person.name) is none",
        hint: "ask \(prose(desk.policy.people(with: .publisher).map(\.name), "or"))")
    }
    guard desk.policy.house.url != nil else {
      throw Failure(
        .refused, "the newsroom has no address yet, and every page names it",
        hint: "set url in stet.yml, as url: https://example.org/, then stet save stet.yml")
    }
    guard desk.broken.isEmpty else {
      let paths = desk.broken.keys.sorted()
      throw Failure(
        .refused, Reason.recordIsBroken(paths).message, hint: "stet doctor --fix, or stet waive")
    }
    try refuseIfLiveIsBeside()
    try refuseIfStopped()
    let all = try releases()
    let previous = all.first
    let list = try changes(since: previous?.commit, to: desk.live)
    guard previous?.commit != desk.live, !list.isEmpty else { return nil }
    let tag = try tagName(name, among: all)
    let text = editionMessage(tag, list, message, previous: previous?.tag)
    var edition = ReleaseTag(
      tag: tag, commit: desk.live, at: circumstances.now, by: person.handle.description,
      signed: false, previous: previous?.tag, madeWith: Newsroom.version, message: text)
    if circumstances.isDry { return (edition, list) }
    guard let target = ObjectID(hex: desk.live) else { return nil }
    let tagger = Signature(
      name: person.name, email: "\(person.handle)@newsroom.invalid",
      seconds: circumstances.now.seconds, offset: 0)
    do throws(GitError) {
      _ = try repository.createTag(tag, target: target, tagger: tagger, message: text)
    } catch {
      throw error.code == .alreadyExists
        ? Failure(.refused, "there is a tag \(tag) already", hint: "give the release another name")
        : Failure(error)
    }
    edition.message = text
    return (edition, list)
  }

  /// The name given, or the day and a count: 2026-11-24.1.
  private func tagName(_ name: String?, among all: [ReleaseTag]) throws(Failure) -> String {
    if let name {
      let good =
        !name.isEmpty && name.utf8.count <= 100 && name.first != "-" && name.first != "."
        && name.last != "." && !name.hasSuffix(".lock") && !name.contains("..")
        && name.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || [0x2D, 0x2E, 0x5F].contains($0)
        }
      guard good else {
        throw Failure(
          .invalid, "`\(name)` can't be the name of a release",
          hint: "use letters, digits, dots and hyphens, as 2026-11-24.1")
      }
      return name
    }
    var count = 1
    while try git({ () throws(GitError) in
      try repository.target(of: "refs/tags/\(today).\(count)")
    }) != nil { count += 1 }
    return "\(today).\(count)"
  }

  private func editionMessage(
    _ tag: String, _ list: EditionList, _ message: String?, previous: String?
  ) -> String {
    var lines: [String] = []
    if let message, !message.isEmpty { lines += [message, ""] }
    for group in EditionList.Group.allCases where !list[group].isEmpty {
      lines.append("\(group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst()):")
      for item in list[group] {
        let names = item.names.isEmpty ? "" : ". \(item.names.joined(separator: " · "))"
        lines.append("- \(item.headline) (\(item.slug), version \(item.version))\(names)")
      }
      lines.append("")
    }
    var trailers: [Record.Trailer] = []
    if let previous { trailers.append(Record.Trailer("Stet-Previous", previous)) }
    trailers.append(Record.Trailer("Stet-Made-With", Newsroom.version))
    return Record(
      subject: "\(tag): \(list.summary)", note: lines.joined(separator: "\n"), trailers: trailers
    ).message
  }

  /// What the program calls itself in a record.
  public static let version = "stet 0.1.0"
}

extension Newsroom {
  /// What an edition brought since the one before it.
  public func contents(of release: ReleaseTag) throws(Failure) -> EditionList {
    let all = try releases()
    let previous = all.first { $0.tag == release.previous }
    return try changes(since: previous?.commit, to: release.commit)
  }
}
