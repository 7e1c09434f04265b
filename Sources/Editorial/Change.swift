/// One commit of `main` as its facts say it.
public struct Change: Sendable {
  /// Its id; a placeholder while a command asks before it commits.
  public var commit: String
  public var parents: Int
  public var author: Signatory
  public var committer: Signatory
  public var record: Record
  /// Every path that differs from the first parent, sorted.
  public var paths: [PathChange]

  public init(
    commit: String, parents: Int, author: Signatory, committer: Signatory, record: Record,
    paths: [PathChange]
  ) {
    (self.commit, self.parents, self.author) = (commit, parents, author)
    (self.committer, self.record, self.paths) = (committer, record, paths)
  }

  /// Who a commit names, and when.
  public struct Signatory: Hashable, Sendable {
    public var name: String
    public var email: String
    public var at: Moment
    /// Minutes east of UTC, as the commit says.
    public var offset: Int

    public init(name: String, email: String, at: Moment, offset: Int = 0) {
      (self.name, self.email, self.at, self.offset) = (name, email, at, offset)
    }
  }

  /// A path before and after.
  public struct PathChange: Sendable, Hashable {
    /// Nil where it is not UTF-8.
    public var path: String?
    public var before: FileVersion?
    public var after: FileVersion?

    public init(_ path: String?, before: FileVersion?, after: FileVersion?) {
      (self.path, self.before, self.after) = (path, before, after)
    }
  }
}

/// A file in a tree.
public struct FileVersion: Hashable, Sendable, Codable {
  public var blob: String
  /// Whether it is a plain file: no link, no executable, no other repository.
  public var isPlain: Bool

  public init(blob: String, isPlain: Bool = true) { (self.blob, self.isPlain) = (blob, isPlain) }
}

/// What a commit says that it is; parsed once, so that every act that can be is a case here.
public enum Act: Sendable, Equatable {
  /// Nothing: words, or a change of policy, a front, a picture, or a mend, by what it touches.
  case plain
  case transition(Claimed)
  case beside(Beside, StoryID)
  case undo(commit: String, story: StoryID)
  case waive(commit: String, story: StoryID?)
  /// Stories of another system, so many of them.
  case imports(Int)

  /// What the trailers of a transition claim, as far as it must be known before the rest is compared.
  public struct Claimed: Sendable, Equatable {
    public var story: StoryID
    public var name: String
    public var from, to: String
    public var isByClock: Bool
    public var overrides: Bool
    public var at: Moment?
    public var kind: String?
    public var restores: String?
    public var keepsHeadline: Bool
  }

  /// What is said of a story and changes no file.
  public enum Beside: Sendable, Equatable {
    case note, claim, unclaim
    case credit(Handle, isAdded: Bool)

    var name: String {
      switch self {
      case .note: "note"
      case .claim: "claim"
      case .unclaim: "unclaim"
      case .credit: "credit"
      }
    }
  }

  /// Reads the trailers; a message on what is wrong with them otherwise.
  public static func read(_ record: Record) -> Result<Act, Misread> {
    let ours = record.trailers.filter { $0.key.hasPrefix("Stet-") }
    let keys = ours.map(\.key)
    guard Set(keys).count == keys.count else {
      return .failure(Misread("a trailer stands in its message twice"))
    }
    let story = record["Stet-Story"].flatMap { StoryID($0) }
    if record["Stet-Story"] != nil, story == nil {
      return .failure(Misread("its message names a story whose id is none"))
    }
    for act in Form.all where keys.contains(act.mark) {
      let known = act.needs + act.may
      if let stranger = keys.first(where: { !known.contains($0) }) {
        return .failure(Misread("`\(stranger)` has no place in its message"))
      }
      if let missing = act.needs.first(where: { !keys.contains($0) }) {
        return .failure(Misread("`\(missing)` is missing from its message"))
      }
      guard let read = act.read(record, story) else {
        return .failure(Misread("`\(act.mark)` in its message can't be read"))
      }
      return .success(read)
    }
    if let stranger = keys.first(where: { $0 != "Stet-Story" }) {
      return .failure(Misread("`\(stranger)` has no place in its message"))
    }
    return .success(.plain)
  }

  public struct Misread: Error, Equatable {
    public let message: String
    init(_ message: String) { self.message = message }
  }

  /// The trailers of one kind of act: a new one is a row here.
  private struct Form: Sendable {
    let mark: String
    let needs: [String]
    let may: [String]
    let read: @Sendable (Record, StoryID?) -> Act?

    static let all = [
      Form(
        mark: "Stet-Transition",
        needs: ["Stet-Story", "Stet-Transition", "Stet-Stage", "Stet-Role", "Stet-Words"],
        may: [
          "Stet-Version", "Stet-Kind", "Stet-At", "Stet-Scheduled-By", "Stet-Restores",
          "Stet-Keep-Headline", "Stet-Override",
        ]
      ) { record, story in
        let stages = (record["Stet-Stage"] ?? "").split(separator: " ").map(String.init)
        let at = record["Stet-At"].map { Moment($0) }
        guard let story, stages.count == 2, let name = record["Stet-Transition"], at != .some(nil)
        else { return nil }
        return .transition(
          Claimed(
            story: story, name: name, from: stages[0], to: stages[1],
            isByClock: record["Stet-Role"] == Role.clock.rawValue,
            overrides: record["Stet-Override"] != nil, at: at ?? nil, kind: record["Stet-Kind"],
            restores: record["Stet-Restores"],
            keepsHeadline: record["Stet-Keep-Headline"] != nil))
      },
      Form(mark: "Stet-Act", needs: ["Stet-Story", "Stet-Act"], may: ["Stet-Credit"]) {
        record, story in
        guard let story, let said = beside(record) else { return nil }
        return .beside(said, story)
      },
      Form(mark: "Stet-Undo", needs: ["Stet-Story", "Stet-Undo"], may: []) { record, story in
        guard let story, let commit = record["Stet-Undo"] else { return nil }
        return .undo(commit: commit, story: story)
      },
      Form(mark: "Stet-Waive", needs: ["Stet-Waive"], may: ["Stet-Story"]) { record, story in
        record["Stet-Waive"].map { .waive(commit: $0, story: story) }
      },
      Form(mark: "Stet-Import", needs: ["Stet-Import"], may: []) { record, _ in
        let words = (record["Stet-Import"] ?? "").split(separator: " ", maxSplits: 1)
        guard words.count == 2, let count = Int(words[0]), count >= 0 else { return nil }
        return .imports(count)
      },
    ]

    private static func beside(_ record: Record) -> Beside? {
      let credit = record["Stet-Credit"]
      switch record["Stet-Act"] {
      case "note" where credit == nil: return .note
      case "claim" where credit == nil: return .claim
      case "unclaim" where credit == nil: return .unclaim
      case "credits":
        guard let credit, let sign = credit.first, "+-".contains(sign),
          let who = Handle(String(credit.dropFirst()))
        else { return nil }
        return .credit(who, isAdded: sign == "+")
      default: return nil
      }
    }
  }
}
