/// All that a format found under a path.
public struct Batch: Sendable {
  /// In the order of their sources.
  public var stories: [Incoming] = []
  /// Who may be named as an author, by the name that the old system gives them.
  public var people: [String: IncomingPerson] = [:]
  /// Labels of sections by the name that stories use, where the source has them.
  public var labels: [String: String] = [:]
  /// What should have become a story and could not.
  public var refused: [Refusal] = []
  /// Orders about items that may have come in before: they are refused, and name the story that they
  /// are about.
  public var orders: [Order] = []
  /// What is no story, with the reason that is said of it.
  public var ignored: [Refusal] = []
  /// The folders of the tree against which an address that begins with `/` is looked up, `""` being
  /// the tree itself: `["static", ""]`.
  public var roots: [String] = [""]
  /// The address of the old site without a slash at the end: what points there is its own.
  public var site: String?
  /// Those of further sites, where sources of several lie together.
  public var furtherSites: [String] = []

  public init() {}

  /// Refuses a path at which nothing of what was looked for is.
  func orNothing(
    _ tree: SourceTree, _ sought: String, hint: String
  ) throws(Unreadable) -> Batch {
    guard stories.isEmpty, refused.isEmpty, orders.isEmpty else { return self }
    let place = tree.isFile ? "\(tree.paths.first ?? "the file") is no" : "there is no"
    throw Unreadable("\(place) \(sought)", hint: hint)
  }

  /// A wire's word on an item that it sent before.
  public struct Order: Sendable, Hashable {
    public var uri: String
    public var refusal: Refusal
    /// What carries it out once it is published.
    public var command: Command

    public enum Command: String, Sendable {
      case retract, hold, spike
    }

    public init(_ uri: String, _ refusal: Refusal, command: Command) {
      (self.uri, self.refusal, self.command) = (uri, refusal, command)
    }
  }

  /// A source that did not come in.
  public struct Refusal: Sendable, Hashable {
    public var source: String
    public var line: Int?
    public var reason: String

    public init(_ source: String, line: Int? = nil, _ reason: String) {
      (self.source, self.line, self.reason) = (source, line, reason)
      // The report names the source before the reason. A word alone may begin that by chance.
      guard source.contains(where: { "./".contains($0) }) else { return }
      if reason.hasPrefix(source + " ") { self.reason = "it" + reason.dropFirst(source.count) }
      let place = source + ", line "
      if line == nil, reason.hasPrefix(place) {
        let rest = reason.dropFirst(place.count)
        let digits = rest.prefix { $0.isNumber }
        guard rest.dropFirst(digits.count).hasPrefix(": ") else { return }
        (self.line, self.reason) = (Int(digits), String(rest.dropFirst(digits.count + 2)))
      }
    }
  }
}

/// A person as another system has one.
public struct IncomingPerson: Sendable, Hashable {
  public var name: String
  public var email: String?
  public var bio: String?
  public var links: [String] = []
  /// Where that is written, for the report.
  public var source: String?

  public init(name: String, email: String? = nil, bio: String? = nil, links: [String] = []) {
    (self.name, self.email, self.bio, self.links) = (name, email, bio, links)
  }
}
