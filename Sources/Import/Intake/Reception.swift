public import Editorial

/// What an import must know of the newsroom that it comes to.
public struct Reception {
  public var policy: Policy
  /// Who imports: the maker of every story.
  public var maker: Handle
  public var now: Moment
  public var today: Day
  public var workflow: Workflow
  /// Whether all come in as drafts, whatever their sources say.
  public var asDrafts: Bool
  /// A story that is in already; nil for others.
  public var known: (StoryID) throws(Damage) -> Known?
  /// The slugs in the newsroom that are a slug, or begin with it and a hyphen.
  public var taken: (String) throws(Damage) -> [String]
  /// Whether something stands at a path already, on `main` or as an address on `live`.
  public var isOccupied: (String) throws(Damage) -> Bool

  public init(
    policy: Policy, maker: Handle, now: Moment, today: Day, workflow: Workflow, asDrafts: Bool,
    known: @escaping (StoryID) throws(Damage) -> Known?,
    taken: @escaping (String) throws(Damage) -> [String],
    isOccupied: @escaping (String) throws(Damage) -> Bool
  ) {
    (self.policy, self.maker, self.now, self.today) = (policy, maker, now, today)
    (self.workflow, self.asDrafts) = (workflow, asDrafts)
    (self.known, self.taken, self.isOccupied) = (known, taken, isOccupied)
  }

  /// A story that came in before.
  public struct Known {
    /// Where it stands on `live`; on `main` where readers don't see it.
    public var path: String
    public var isLive: Bool
    /// Whether it can't come to readers from where it is: spiked, or withdrawn for good.
    public var isDropped: Bool

    public init(path: String, isLive: Bool, isDropped: Bool) {
      (self.path, self.isLive, self.isDropped) = (path, isLive, isDropped)
    }
  }

  /// The stage in which a workflow keeps what is dropped.
  var spikedStage: String? {
    workflow.stages.first { workflow.isParked($0.name) }?.name
  }

  /// The stage into which a workflow publishes.
  var publishedStage: String? {
    for transition in workflow.transitions
    where transition.effect == .publish && transition.kind == nil && transition.exemption == nil {
      for way in transition.from { if let target = way.target { return target } }
    }
    return nil
  }
}
