import Editorial
import Export
import Git

/// By which number partners know what they have of a story, from the history of `live`.
///
/// A publication has the number of its version; what takes it down or puts it back counts as one more,
/// since receivers pass over a number that they know. An edition that goes back to an earlier one is
/// higher than what it takes the place of, and what follows is higher than that.
struct WireNumbers {
  private(set) var byStory: [StoryID: Export.Edition.Number] = [:]

  /// Counts up to a commit of `live`.
  init(_ repository: borrowing Repository, to edition: ObjectID) throws(GitError) {
    for id in try repository.walk(from: edition, hiding: nil, firstParent: true) {
      let commit = try repository.commit(id)
      let record = Record(commit.message)
      guard let story = record["Stet-Story"].flatMap({ StoryID($0) }) else { continue }
      // What came in with an import has version 1, and its commit names no story.
      let version = record["Stet-Version"].flatMap { Int($0) }
      let before = byStory[story]?.value ?? (version == nil ? 1 : 0)
      byStory[story] = Export.Edition.Number(
        value: max(before + 1, version ?? 0), at: Moment(seconds: commit.committer.seconds))
    }
  }

  /// What was taken down since has the number of a later commit of `live`.
  mutating func take(_ ids: some Sequence<StoryID>, from later: WireNumbers) {
    for id in ids { byStory[id] = later.byStory[id] ?? byStory[id] }
  }

  /// Adds what an edition that goes back to `there` from `here` was told in other numbers.
  mutating func add(
    _ repository: borrowing Repository, from here: ObjectID, to there: ObjectID
  ) throws(GitError) {
    let newer = try WireNumbers(repository, to: here)
    let older = try WireNumbers(repository, to: there)
    let difference = try StoryDifference(
      repository, from: repository.commit(here).tree, to: repository.commit(there).tree)
    for id in Set(difference.before.keys).union(difference.after.keys) {
      let step = (newer.byStory[id]?.value ?? 0) - (older.byStory[id]?.value ?? 0)
      byStory[id]?.value += max(0, step) + 1
    }
  }
}
