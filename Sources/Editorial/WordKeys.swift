/// The keys of a story that are words.
enum WordKeys {
  /// Those that say what a new version is; the move that opens it gives them.
  static let ofVersion: Set = ["kind", "notice", "amends"]

  /// Those of some stories but ``ofVersion``, each once, in the order in which they stand.
  static func text(of stories: Story...) -> [String] {
    var seen = Managed.keys.union(ofVersion)
    var keys: [String] = []
    for story in stories {
      for field in story.file.fields where seen.insert(field.key).inserted {
        keys.append(field.key)
      }
    }
    return keys
  }
}
