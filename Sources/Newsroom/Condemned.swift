import Editorial
import Git

/// Versions that were taken back from readers and must not come again with an older edition, although
/// the story itself is out again in a newer version.
struct Condemned {
  /// By story, the version up to which all went with a withdrawal.
  private var upTo: [StoryID: Int] = [:]
  /// By story, versions that were pulled.
  private var pulled: [StoryID: Set<Int>] = [:]

  /// Looks at what happened on `live` to the stories since a commit.
  init(
    _ repository: borrowing Repository, from edition: ObjectID, to tip: ObjectID,
    among ids: Set<StoryID>
  ) throws(GitError) {
    guard !ids.isEmpty else { return }
    for id in try repository.walk(from: tip, hiding: edition, firstParent: true) {
      let commit = try repository.commit(id)
      guard let story = Record(commit.message)["Stet-Story"].flatMap({ StoryID($0) }),
        ids.contains(story), let parent = commit.parents.first
      else { continue }
      let base = try repository.commit(parent).tree
      var (before, after): (Story?, Story?)
      for change in try repository.changes(from: base, to: commit.tree)
      where change.text?.hasPrefix("articles/") == true {
        if let old = change.before, let read = try Self.read(old.id, repository), read.id == story {
          before = read
        }
        if let new = change.after, let read = try Self.read(new.id, repository), read.id == story {
          after = read
        }
      }
      note(story, before, after)
    }
  }

  private mutating func note(_ id: StoryID, _ before: Story?, _ after: Story?) {
    guard let before else { return }
    if after?["publication"]?.text == "withdrawn" {
      upTo[id] = max(upTo[id] ?? 0, before.number)
    } else if after.map({ $0.number < before.number }) ?? true {
      pulled[id, default: []].insert(before.number)
    }
  }

  /// Whether readers must not see a version of a story any more.
  func has(_ id: StoryID, _ version: Int) -> Bool {
    version <= upTo[id] ?? -1 || pulled[id]?.contains(version) == true
  }

  private static func read(
    _ blob: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> Story? {
    try? Story(try repository.blob(blob, limit: FrontMatter.mostBytes))
  }
}

extension Story {
  /// Its version, in a file of `live`.
  var number: Int { self["version"]?.text.flatMap(Int.init) ?? 0 }
}
