import Editorial
import Git

/// The stories whose files differ between two trees of `live`, by id, as each of the two has them.
///
/// Aliases are no stories; a story that moved is in both, at its two places.
struct StoryDifference {
  typealias File = (path: String, story: Story)

  private(set) var before: [StoryID: File] = [:]
  private(set) var after: [StoryID: File] = [:]

  /// `old` is nil before the first tree: then everything came.
  init(
    _ repository: borrowing Repository, from old: ObjectID?, to new: ObjectID
  ) throws(GitError) {
    for change in try repository.changes(from: old, to: new) {
      guard let path = change.text, path.hasPrefix("articles/") else { continue }
      if let file = change.before, let story = try Self.story(file.id, repository),
        let id = story.id
      {
        before[id] = (path, story)
      }
      if let file = change.after, let story = try Self.story(file.id, repository),
        let id = story.id
      {
        after[id] = (path, story)
      }
    }
  }

  private static func story(
    _ blob: ObjectID, _ repository: borrowing Repository
  ) throws(GitError) -> Story? {
    let bytes = try repository.blob(blob, limit: FrontMatter.mostBytes)
    return try? Story(bytes)
  }
}
