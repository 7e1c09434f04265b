import Editorial
import Git

/// Versions that were taken back from readers and must not come again with an older edition, although
/// the story itself is out again in a newer version.
struct Condemned {
  /// By story, the version up to which all went with a withdrawal.
  private var upTo: [StoryID: Int] = [:]
  /// By story, versions that were pulled.
  private var pulled: [StoryID: Set<Int>] = [:]
  /// By story, when `live` last changed of it.
  private(set) var changed: [StoryID: Moment] = [:]

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
      changed[story] = Moment(seconds: commit.committer.seconds)
      let change = try StoryDifference(
        repository, from: repository.commit(parent).tree, to: commit.tree)
      note(story, change.before[story]?.story, change.after[story]?.story)
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
}

extension Story {
  /// Its version, in a file of `live`; 0 where it says none.
  var number: Int { version ?? 0 }
}
