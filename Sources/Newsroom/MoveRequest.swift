public import Editorial

/// Stories to be moved.
public struct MoveRequest: Sendable {
  public var transition: String
  public var stories: [StoryID]
  /// For the desk.
  public var note = ""
  /// For readers.
  public var notice: String?
  /// Another stage than the usual one.
  public var target: String?
  /// Words that come with a new version.
  public var edits = Edits()
  /// The whole file with other words, as an editor left it.
  public var whole: [UInt8]?
  /// A paragraph that comes to what readers have.
  public var addition: String?
  /// When a schedule is for.
  public var time: Moment?
  /// On what readers see, whatever version is open.
  public var onLive = false
  public var overrides = false
  public var withdrawal = Withdrawal.retraction
  public var keepsHeadline = false
  public var workflow: String?
  /// For each story the commit of `main` whose words come back.
  public var restores: [StoryID: String] = [:]
  /// The notice that gets other words, the newest being 1.
  public var amends: Int?
  /// What is due, done by whoever keeps the clock.
  var asClock = false

  public init(_ transition: String, _ stories: [StoryID]) {
    (self.transition, self.stories) = (transition, stories)
  }
}

/// A story that was moved.
public struct Moved: Sendable {
  public var found: Found
  public var transition: String
  public var from: String
  public var to: String
  public var by: Handle
  public var enteredBy: String?
  public var at: Moment
  public var commit: String
  public var version: Int
  /// Words of the mover's that were saved with it.
  public var saved: (added: Int, removed: Int)?
  /// Words that came and went with the move itself.
  public var changed: (added: Int, removed: Int)?
  /// The notice that readers see with it.
  public var notice: String?
  public var note: String
  public var publishes: Bool
  /// Whether readers lose it, or something of it.
  public var withdraws = false
  /// What the version or the withdrawal is to readers.
  public var kind: String?
  /// The rules that a chief passed over.
  public var passed: [String] = []
  /// A schedule that it ended.
  public var cancelled: Entry.Schedule?
  /// The open version that was taken up again behind a fix.
  public var resumed: String?
  /// Where that one and the fix changed the same sentence, so that it waits for `resolve`.
  public var conflicts: [String] = []
}

/// Why one of several stories could not be moved.
public struct Held: Sendable, Hashable {
  var found: Found
  public var slug: String
  public var reasons: [Reason]
}
