import Editorial
import Export
import Git

/// By which number partners know what they have of a story, from the history of `live`.
///
/// A publication has the number of its version; what takes it down or puts it back counts as one more,
/// since receivers pass over a number that they know.
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

  /// One more for each story that was taken down since.
  mutating func add(_ ids: some Sequence<StoryID>, at time: (StoryID) -> Moment) {
    for id in ids {
      let before = byStory[id]?.value ?? 1
      byStory[id] = Export.Edition.Number(value: before + 1, at: time(id))
    }
  }
}
