import Catalog
import Editorial
import Git

/// What two commits of `live` have of the stories that came between them.
struct LiveChanges {
  typealias File = StoryDifference.File

  /// A story as the older commit and the newer one have it.
  struct Change {
    var id: StoryID
    var old: File?
    var new: File?
    /// The kinds of the versions between.
    var kinds: Set<VersionKind>
    /// Whether a chief passed over a rule for one of them.
    var isPassedOver = false

    /// The list of an edition that it belongs on; nil where readers see no difference.
    var group: EditionList.Group? {
      let hadIt = old.map { $0.story["publication"] == nil } ?? false
      // Pulled: with nothing in its place it is gone for readers.
      guard let new else { return hadIt ? .withdrawn : nil }
      switch new.story["publication"]?.text {
      case "withdrawn": return .withdrawn
      case "withheld": return .withheld
      default: break
      }
      if !hadIt { return .new }
      if kinds.contains(.correction) { return .corrected }
      if kinds.contains(.clarification) { return .clarified }
      if kinds.contains(.update) { return .updated }
      return kinds.contains(.refile) ? .refiled : .updated
    }
  }

  private(set) var list: [Change] = []
  /// Those of them that came from another system.
  private(set) var imported: Set<StoryID> = []

  /// Compares two commits of `live`.
  init(
    _ repository: borrowing Repository, since start: ObjectID?, to tip: ObjectID
  ) throws(GitError) {
    var kinds: [StoryID: Set<VersionKind>] = [:]
    var order: [StoryID] = []
    var passed: Set<StoryID> = []
    for id in try repository.walk(from: tip, hiding: start, firstParent: true) {
      let commit = try repository.commit(id)
      let record = Record(commit.message)
      if record["Stet-Import"] != nil {
        let parent: ObjectID? =
          if let parent = commit.parents.first { try repository.commit(parent).tree } else { nil }
        let brought = try StoryDifference(repository, from: parent, to: commit.tree)
        for (story, _) in brought.after.sorted(by: { $0.value.path < $1.value.path }) {
          imported.insert(story)
          if kinds[story] == nil { order.append(story) }
          kinds[story, default: []].formUnion([])
        }
        continue
      }
      guard let story = record["Stet-Story"].flatMap({ StoryID($0) }) else { continue }
      if kinds[story] == nil { order.append(story) }
      let kind = record["Stet-Kind"].flatMap(VersionKind.init(rawValue:))
      kinds[story, default: []].formUnion([kind].compactMap { $0 })
      if try Self.isPassedOver(record, repository) { passed.insert(story) }
    }
    guard !order.isEmpty else { return }
    let base: ObjectID? = if let start { try repository.commit(start).tree } else { nil }
    let difference = try StoryDifference(
      repository, from: base, to: repository.commit(tip).tree)
    for id in order {
      let (old, new) = (difference.before[id], difference.after[id])
      // Published and taken back again since: the file is what it was, or is in neither.
      if old == nil, new == nil { continue }
      list.append(
        Change(
          id: id, old: old, new: new, kinds: kinds[id] ?? [], isPassedOver: passed.contains(id)))
    }
  }

  /// Whether the act behind a commit of `live` passed over a rule; `live` itself does not say so.
  private static func isPassedOver(
    _ record: Record, _ repository: borrowing Repository
  ) throws(GitError) -> Bool {
    guard let source = record["Stet-Source"].flatMap({ ObjectID(hex: $0) }),
      repository.exists(source)
    else { return false }
    return Record(try repository.commit(source).message)["Stet-Override"] != nil
  }
}

extension Newsroom {
  /// What changed for readers between two commits of `live`.
  public func changes(since old: String?, to new: String) throws(Failure) -> EditionList {
    var list = EditionList()
    guard let tip = ObjectID(hex: new) else { return list }
    let changes = try git { () throws(GitError) in
      try LiveChanges(repository, since: old.flatMap { ObjectID(hex: $0) }, to: tip)
    }
    for change in changes.list {
      if change.group == .new, changes.imported.contains(change.id) { list.imported += 1 }
      guard let group = change.group, let file = change.new ?? change.old else { continue }
      var item = item(change.id, file)
      item.isPassedOver = change.isPassedOver
      list.groups[group, default: []].append(item)
    }
    list.house = try houseChanges(since: old, to: new)
    return list
  }

  /// What differs beside the stories and their pictures.
  private func houseChanges(since old: String?, to new: String) throws(Failure) -> [String] {
    guard let before = old.flatMap({ ObjectID(hex: $0) }), let after = ObjectID(hex: new) else {
      return []
    }
    return try git { () throws(GitError) in
      let trees = (try repository.commit(before).tree, try repository.commit(after).tree)
      var names: [String] = []
      for (path, name) in Self.house {
        let was = try repository.entry(at: path, in: trees.0)
        let isNow = try repository.entry(at: path, in: trees.1)
        if was?.id != isNow?.id { names.append(name) }
      }
      return names
    }
  }

  private static let house = [
    (path: "fronts", name: "front page"), (path: "theme", name: "theme"),
    (path: "people", name: "profiles"), (path: "stet.yml", name: "house data"),
  ]

  private func liveChanges(
    since old: String?, to new: String
  ) throws(Failure) -> [LiveChanges.Change] {
    guard let tip = ObjectID(hex: new) else { return [] }
    return try git { () throws(GitError) in
      try LiveChanges(repository, since: old.flatMap { ObjectID(hex: $0) }, to: tip).list
    }
  }

  /// How many changes an edition cut now would bring readers: stories published and not in `edition`;
  /// without any, 1 where the front page or the house's own data differ.
  public func waitingForRelease(since edition: ReleaseTag?) throws(Failure) -> Int {
    try waitingForRelease(since: edition?.commit)
  }

  /// The same, since a commit of `live`; before the first edition, all that was ever published.
  func waitingForRelease(since commit: String?) throws(Failure) -> Int {
    guard let commit, let id = ObjectID(hex: commit), repository.exists(id) else {
      let catalog = try lists()
      return try reading { () throws(Damage) in try catalog.published(since: nil) }
    }
    if commit == desk.live { return 0 }
    var list = EditionList()
    for change in try liveChanges(since: commit, to: desk.live) {
      guard let group = change.group, let file = change.new ?? change.old else { continue }
      list.groups[group, default: []].append(
        EditionList.Item(id: change.id, path: file.path, headline: "", version: 0, names: []))
    }
    guard list.isEmpty else { return list.news }
    return try houseChanges(since: commit, to: desk.live).isEmpty ? 0 : 1
  }

  func item(_ id: StoryID, _ file: LiveChanges.File) -> EditionList.Item {
    let (policy, story) = (desk.policy, file.story)
    func names(_ handles: [String]) -> [String] { handles.map { policy.name(of: $0) } }
    let attribution = Attribution(
      byline: names(story.byline), credit: story.credit, reporting: names(story.reporting),
      editors: names(story["editors"]?.texts ?? []), agents: names(story["agents"]?.texts ?? []),
      style: policy.house.credits)
    var item = EditionList.Item(
      id: id, path: file.path, headline: story["headline"]?.text ?? "",
      version: story.version ?? 1,
      names: [attribution.byline, attribution.credit].compactMap { $0 })
    item.name = (try? desk.memory.entry(id))?.slug
    return item
  }
}
