/// Something that a rule found, by its place in the file.
struct Find {
  var message: String
  /// The bytes of the file concerned; empty where something is missing there.
  var range: Range<Int>
  /// What would stand there instead: given only where nobody could mean anything else.
  var fix: String?
  /// What the story lacks by it, where that says more than the rule's ``Rule/wants``.
  var lack: String?
}

/// A change of some bytes of a story's file that a rule is sure of.
public struct Fix: Hashable, Sendable {
  public var rule: String
  public var range: Range<Int>
  public var text: String
}
