/// What someone wants done with a story.
public struct Move: Sendable {
  /// The name of a transition.
  public var name: String
  /// The stage that `--to` names.
  public var target: String?
  /// The public notice that comes with it.
  public var notice: String?
  public var hasNote: Bool
  /// The day of a first publication, in the newsroom's zone.
  public var day: Day?
  /// The words that come with it; nil where they stay as they are.
  public var words: Story?
  /// When a schedule is for.
  public var time: Moment?
  /// A correction of what readers see, whatever version is open.
  public var onLive = false
  /// What is done because it is due, by whoever keeps the clock.
  public var asClock = false
  /// A chief's, over rules that may be passed over.
  public var overrides = false
  public var withdrawal = Withdrawal.retraction
  /// Whether a withdrawn story keeps its headline.
  public var keepsHeadline = false
  /// The workflow to go over to.
  public var workflow: String?
  /// The commit of `main` that published the words to be put back.
  public var restores: String?
  /// The notice to be given other words, the newest being 1.
  public var amends: Int?

  public init(
    _ name: String, target: String? = nil, notice: String? = nil, hasNote: Bool = false,
    day: Day? = nil
  ) {
    (self.name, self.target, self.notice) = (name, target, notice)
    (self.hasNote, self.day) = (hasNote, day)
  }
}

extension Desk {
  /// Whether a move is made on what readers see, so that an open version is set aside for it.
  public func shelves(_ move: Move, _ entry: Entry) -> Bool {
    guard hasOpenVersion(entry), let transition = transition(move.name, of: entry) else {
      return false
    }
    return transition.isQuick || move.onLive && transition.kind != nil
  }

  /// The blob of the file that a move is made on: the one on `main`, what readers see of it, or an
  /// earlier version.
  public func basis(of move: Move, _ entry: Entry) -> String {
    if let restores = move.restores,
      let version = entry.versions.first(where: { $0.commit == restores })
    {
      return version.blob
    }
    return shelves(move, entry) ? entry.versions.last?.blob ?? entry.blob : entry.blob
  }
}
