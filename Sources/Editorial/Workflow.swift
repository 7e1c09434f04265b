/// A state machine as data: the stages of a story and the transitions between them, as
/// `workflows/<name>.yml` says.
public struct Workflow: Hashable, Sendable {
  public var name: String
  public var label: String
  public var description: String
  public var start: String
  public var stages: [Stage]
  public var transitions: [Transition]
  /// Published stories are listed until a second desk has read them.
  public var secondReading: Bool

  /// A step in the work on a story.
  public struct Stage: Hashable, Sendable {
    public var name: String
    public var label: String
    /// Who may change words here.
    public var words: [Party]
  }

  public func stage(_ name: String) -> Stage? { stages.first { $0.name == name } }

  public func transition(_ name: String) -> Transition? { transitions.first { $0.name == name } }

  /// The transitions that lead on from a stage, in the order of the file.
  public func transitions(from stage: String) -> [Transition] {
    transitions.filter { $0.from.contains { $0.stage == stage } }
  }

  /// Whether a stage is off the way: what leads out of it leads back to the stage before.
  public func isParked(_ stage: String) -> Bool {
    transitions.contains { $0.from.contains { $0.stage == stage && $0.target == nil } }
  }

  /// Whether `to` comes before `from` in the file's order of stages.
  func leadsBack(from: String, to: String) -> Bool {
    let names = stages.map(\.name)
    guard let before = names.firstIndex(of: to), let after = names.firstIndex(of: from) else {
      return false
    }
    return before < after
  }

  /// The stage that a publication leads to.
  public var published: String {
    transitions.first { $0.effect == .publish && $0.kind == nil }?.from.first?.target ?? start
  }
}

/// A move between stages.
public struct Transition: Hashable, Sendable {
  public var name: String
  public var label: String
  /// Where it may begin, and where each leads; nil is the stage before (`to: previous`).
  public var from: [(stage: String, target: String?)]
  /// Further stages that `--to` may name.
  public var targets: [String]
  public var by: [Party]
  public var not: [Party]
  public var unless: [Condition]
  public var requires: [Rule]
  public var noteRequired: Bool
  public var noticeRequired: Bool
  public var approves: Bool
  /// How many approvals of these words there must be.
  public var approvals: Int
  public var kind: VersionKind?
  public var effect: Effect?
  public var exemption: Exemption?

  public enum Effect: String, Sendable, CaseIterable {
    case publish, schedule, unschedule
    case restoreWords = "restore-words"
    // Of the transitions that every workflow has.
    case hold, lift, retract, pull, resume, restore
    case setWorkflow = "set-workflow"

    /// Those that a workflow's file may name.
    static let inFiles: Set<Effect> = [.publish, .schedule, .unschedule, .restoreWords]
  }

  /// Whether it puts out words of its own at once: a refile, an addition, words of an earlier version.
  public var isQuick: Bool { effect == .publish && kind != nil || effect == .restore }

  /// Whether readers get a new version by it.
  public var publishes: Bool { effect == .publish || effect == .restore }

  /// Whether words may come with it.
  public var takesWords: Bool { kind != nil }

  /// What frees a publication from four-eyes, checked on the change itself.
  public enum Exemption: String, Sendable, CaseIterable { case refile, addition, cuts }

  public enum Condition: String, Sendable, CaseIterable {
    case changedByDesk = "changed-by-desk"
    case `public`
  }

  public static func == (left: Transition, right: Transition) -> Bool {
    left.name == right.name && left.by == right.by && left.not == right.not
      && left.from.elementsEqual(right.from) { $0 == $1 } && left.targets == right.targets
      && left.requires == right.requires && left.effect == right.effect && left.kind == right.kind
      && left.approvals == right.approvals && left.exemption == right.exemption
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What a new version is to readers.
public enum VersionKind: String, Sendable, Codable, CaseIterable {
  case update, correction, clarification, refile

  /// Those that an open version may have.
  public static let open: [VersionKind] = [.update, .correction, .clarification]

  /// Whether readers must be told what changed.
  public var needsNotice: Bool { self == .correction || self == .clarification }
}

/// Who a rule speaks of: a role, or a relation to the story.
public enum Party: Hashable, Sendable, Codable {
  case role(Role)
  case maker
  case byline

  public init?(_ text: String) {
    switch text {
    case "maker": self = .maker
    case "byline": self = .byline
    default:
      guard let role = Role(rawValue: text) else { return nil }
      self = .role(role)
    }
  }

  public var name: String {
    switch self {
    case .role(let role): role.rawValue
    case .maker: "maker"
    case .byline: "byline"
    }
  }
}

extension Story {
  /// Where a query or a TK stands.
  public struct OpenMark: Hashable, Sendable {
    public let kind: Copy.Mark.Kind
    public let text: String
    /// The field; nil for the body.
    public let field: String?
    /// In the file, from 1.
    public let line: Int
    public let column: Int

    public var place: String { "line \(line)" }
  }

  /// The queries and TKs of the body and of the fields that readers see.
  public var openMarks: [OpenMark] {
    var marks: [OpenMark] = []
    for field in file.fields where Self.shownFields.contains(field.key) {
      for text in field.value.leaves {
        for mark in Copy(text, in: field.key).open {
          marks.append(
            OpenMark(
              kind: mark.kind, text: mark.text, field: field.key, line: field.line,
              column: mark.column))
        }
      }
    }
    let first = file.bodyLine - 1
    return marks
      + copy.open.map {
        OpenMark(
          kind: $0.kind, text: $0.text, field: nil, line: first + $0.line, column: $0.column)
      }
  }

  private static let shownFields: Set<String> = [
    "headline", "kicker", "standfirst", "deck", "dateline", "image", "credit", "notice",
  ]
}

extension Value {
  /// All scalars inside.
  public var leaves: [String] {
    switch self {
    case .scalar(let text): text.isEmpty ? [] : [text]
    case .list(let values): values.flatMap(\.leaves)
    case .map(let pairs): pairs.flatMap(\.value.leaves)
    }
  }
}
