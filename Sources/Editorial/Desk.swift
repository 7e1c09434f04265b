/// The state of the newsroom after some commit of `main`: what the Judge has come to.
///
/// It changes by ``judge(_:reading:)`` alone, one commit after the other. Stories and pictures are in
/// ``memory``; the rest is small and kept here.
public struct Desk: Sendable {
  /// The commit judged last.
  public internal(set) var head: String
  /// The commit of `live` that follows from it; whoever stores the projection sets it.
  public var live: String
  public internal(set) var policy: Policy
  /// Every policy path with its blob, as last good.
  public internal(set) var files: [String: String]
  public internal(set) var fronts: [String: Front]
  /// What `live` has of each front.
  public internal(set) var shownFronts: [String: String]
  public internal(set) var broken: [String: Broken]
  public internal(set) var offences: [Offence]
  /// Set by a merge: what follows is not judged and not in force.
  public internal(set) var stop: Stop?
  /// How many stories stand in `workflow/stage`.
  public internal(set) var population: [String: Int]
  public internal(set) var commits: Int
  public internal(set) var transitions: Int
  /// How many acts were entered by someone else than who acted.
  public internal(set) var entered: Int
  public var memory: Memory

  /// An ordered list of what leads.
  public struct Front: Hashable, Sendable, Codable {
    public var blob: String
    public var slugs: [String]
  }

  /// A path that a commit changed against the rules.
  public struct Broken: Hashable, Sendable, Codable {
    /// The first offence on it.
    public var commit: String
    /// As last judged good; nil where there was no file.
    public var good: FileVersion?
    /// As it stands on `main`.
    public var now: FileVersion?
  }

  /// Where the line ends.
  public struct Stop: Hashable, Sendable, Codable {
    public var commit: String
    public var by: String
    /// The last commit that was judged.
    public var good: String
  }

  public init(
    head: String, live: String, policy: Policy, files: [String: String], fronts: [String: Front],
    shownFronts: [String: String], broken: [String: Broken], offences: [Offence], stop: Stop?,
    population: [String: Int],
    commits: Int, transitions: Int, entered: Int, memory: Memory
  ) {
    (self.head, self.live, self.policy, self.files) = (head, live, policy, files)
    (self.fronts, self.shownFronts, self.broken) = (fronts, shownFronts, broken)
    (self.offences, self.stop) = (offences, stop)
    (self.population, self.commits, self.memory) = (population, commits, memory)
    (self.transitions, self.entered) = (transitions, entered)
  }

  /// The violations that are neither mended nor waived.
  public var open: [Offence] { offences.filter { $0.standing == .open } }

  /// Reads the bytes of a blob by its id.
  public typealias Reader = (String) throws(Damage) -> [UInt8]

  /// The state after the root, which `init` makes: policy alone, by its creator with every role.
  public init(
    root change: Change, reading blob: Reader
  ) throws(Damage) {
    var contents: [String: [UInt8]] = [:]
    var files: [String: String] = [:]
    for delta in change.paths {
      guard let path = delta.path, let after = delta.after, after.isPlain, Policy.isPolicy(path)
      else {
        throw Damage(
          "the first commit holds \(delta.path ?? "a file"), and a newsroom begins with its rules alone",
          hint: "stet init makes a newsroom in a new folder")
      }
      files[path] = after.blob
      if Policy.isRead(path) { contents[path] = try blob(after.blob) }
    }
    let policy: Policy
    do throws(PolicyFault) { policy = try Policy(files: contents) } catch {
      throw Damage("the newsroom's first rules can't be read: \(error.problem)")
    }
    guard policy.rules == Policy.knownRules else {
      throw Damage(
        "this newsroom is judged by rules \(policy.rules), which this stet doesn't know",
        hint: "a newer stet knows them")
    }
    self.init(
      head: change.commit, live: "", policy: policy, files: files, fronts: [:], shownFronts: [:],
      broken: [:],
      offences: [], stop: nil, population: [:], commits: 1, transitions: 0, entered: 0,
      memory: Memory())
  }
}

extension Desk {
  /// The line of the record for the root.
  public func opening(_ root: Change) -> LogEntry {
    LogEntry(
      commit: root.commit, at: root.author.at,
      by: policy.person(withEmail: root.author.email)?.handle.description ?? root.author.name,
      kind: .config, stories: [], note: root.record.note)
  }
}

/// What one commit came to.
public struct Verdict: Sendable {
  public var entry: LogEntry
  /// What changes on `live`; nil where nothing does.
  public var projection: Projection?
  public var offence: Offence?
}

/// A line of the record.
public struct LogEntry: Hashable, Sendable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case create, edit, transition, note, claim, credits, undo, `import`, config, media, front, waive
    case mend, broken
  }

  public var commit: String
  public var at: Moment
  /// The handle of who acted; name and address where that is nobody's.
  public var by: String
  public var enteredBy: String?
  public var kind: Kind
  /// The stories concerned.
  public var stories: [StoryID]
  public var transition: String?
  public var from: String?
  public var to: String?
  /// The version that it published.
  public var version: Int?
  /// What a version or a withdrawal is to readers.
  public var versionKind: String?
  /// The rules that a chief passed over.
  public var override: [String] = []
  /// Who had scheduled what the clock did.
  public var scheduledBy: String?
  public var note: String
}
