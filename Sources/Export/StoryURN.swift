internal import Editorial

extension StoryID {
  /// What readers and partners know a story by, whatever becomes of its headline, address or host.
  var urn: String { "urn:ulid:\(self)" }
}
