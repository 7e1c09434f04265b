/// The shipped workflows and what every workflow has, written down again by hand.
struct ModelMove {
  enum Effect {
    case none, publish, schedule, unschedule, stand, hold, lift, retract, pull, setWorkflow, restore
  }

  var name: String
  var from: [String: String]
  var by: [String]
  var targets: [String] = []
  var not: [String] = []
  var effect = Effect.none
  var kind: String?
  var needsNote = false
  var approves = false
  var approvals = 0
  /// Whether headline, section, body and a source must be there; `credit` where nothing else will do.
  var needsFields = false
  var needsCredit = false
  var needsAnswers = false
  var unlessChangedByDesk = false
  var unlessPublic = false
  /// `refile` or `addition`.
  var exemption: String?
  /// From wherever a story is, to where it is.
  var isAnywhere = false

  var isQuick: Bool { effect == .publish && kind != nil || effect == .restore }

  init(_ name: String, _ from: [String: String], _ by: [String]) {
    (self.name, self.from, self.by) = (name, from, by)
  }

  func with(_ change: (inout ModelMove) -> Void) -> ModelMove {
    var move = self
    change(&move)
    return move
  }
}

struct ModelWorkflow {
  var start = "draft"
  /// In order, with who may change words there.
  var stages: [(name: String, words: [String])]
  var moves: [ModelMove]
  /// Whether whoever only cuts does not become a writer.
  var cuts = false

  func words(in stage: String) -> [String] { stages.first { $0.name == stage }?.words ?? [] }
  func has(_ stage: String) -> Bool { stages.contains { $0.name == stage } }
  func place(of stage: String) -> Int { stages.firstIndex { $0.name == stage } ?? -1 }

  func move(_ name: String) -> ModelMove? {
    (moves + Self.everywhere).first { $0.name == name }
  }

  /// Whether someone approves before readers have it.
  var asksApproval: Bool { moves.contains { $0.approves && $0.from["published"] == nil } }

  static let all = [
    "standard": standard, "breaking": breaking, "wire": wire, "solo": solo,
  ]

  static let everywhere: [ModelMove] = [
    at("hold", ["editor", "publisher"], .hold).with { $0.needsNote = true },
    at("lift", ["editor", "publisher"], .lift),
    at("retract", ["editor", "publisher"], .retract),
    at("pull", ["publisher"], .pull).with { $0.needsNote = true },
    at("set-workflow", ["chief"], .setWorkflow),
    at("restore", ["publisher"], .restore).with { $0.needsNote = true },
  ]

  private static func at(
    _ name: String, _ by: [String], _ effect: ModelMove.Effect
  ) -> ModelMove {
    ModelMove(name, [:], by).with { ($0.effect, $0.isAnywhere) = (effect, true) }
  }

  /// publish, schedule and unschedule from one stage.
  private static func out(
    of stage: String, by: [String], unscheduledBy others: [String], approvals: Int = 0,
    credit: Bool = false
  ) -> [ModelMove] {
    let publish = ModelMove("publish", [stage: "published"], by + ["clock"]).with {
      ($0.effect, $0.approvals, $0.needsFields) = (.publish, approvals, true)
      ($0.needsAnswers, $0.needsCredit) = (true, credit)
    }
    let schedule = publish.with {
      ($0.name, $0.from, $0.by, $0.effect) = ("schedule", [stage: stage], by, .schedule)
    }
    let unschedule = ModelMove("unschedule", [stage: stage], others + ["clock"])
      .with { $0.effect = .unschedule }
    return [publish, schedule, unschedule]
  }

  /// New versions, of which some may be handed on to other stages by `--to`.
  private static func versions(
    to stage: String, _ targets: [String: [String]], notRefiledBy not: [String],
    credit: Bool = false
  ) -> [ModelMove] {
    let kinds = [
      ("update", "update"), ("correct", "correction"), ("clarify", "clarification"),
    ]
    let opened = kinds.map { name, kind in
      ModelMove(name, ["published": stage], ["editor"]).with {
        ($0.kind, $0.targets) = (kind, targets[name] ?? [])
      }
    }
    let refile = ModelMove("refile", ["published": "published"], ["editor"]).with {
      ($0.kind, $0.effect, $0.exemption, $0.not) = ("refile", .publish, "refile", not)
      ($0.needsFields, $0.needsAnswers, $0.needsCredit) = (true, true, credit)
    }
    return opened + [refile]
  }

  private static func ends(_ stages: [String], standsFrom: [String]) -> [ModelMove] {
    [
      ModelMove(
        "spike", Dictionary(uniqueKeysWithValues: stages.map { ($0, "spiked") }),
        ["maker", "editor"]
      ).with { $0.unlessPublic = true },
      ModelMove("revive", ["spiked": "previous"], ["editor"]),
      ModelMove(
        "stand", Dictionary(uniqueKeysWithValues: standsFrom.map { ($0, "published") }),
        ["editor", "publisher"]
      ).with { $0.effect = .stand },
    ]
  }

  private static func submit(_ by: [String], credit: Bool = false) -> ModelMove {
    ModelMove("submit", ["draft": "edit"], by).with {
      ($0.needsFields, $0.needsCredit) = (true, credit)
    }
  }

  private static let recall = ModelMove("recall", ["edit": "draft"], ["maker"])
    .with { $0.unlessChangedByDesk = true }

  private static let rest: [(name: String, words: [String])] = [("published", []), ("spiked", [])]
  private static let own = ["maker", "byline", "editor"]
  private static let desk = ["editor", "publisher"]
  private static let toDraft = ["update": ["draft"], "correct": ["draft"], "clarify": ["draft"]]

  static let standard = ModelWorkflow(
    stages: [("draft", own), ("edit", ["editor"]), ("review", ["editor"])] + rest,
    moves: [
      submit(own), recall,
      ModelMove("approve", ["edit": "review", "review": "review"], ["editor"]).with {
        ($0.not, $0.approves, $0.needsFields) = (["maker", "byline"], true, true)
      },
      ModelMove("reject", ["edit": "draft", "review": "edit"], desk).with {
        ($0.targets, $0.needsNote) = (["draft"], true)
      },
    ]
      + out(
        of: "review", by: ["publisher"], unscheduledBy: ["publisher", "editor"], approvals: 1)
      + versions(to: "edit", toDraft, notRefiledBy: ["byline"])
      + ends(["draft", "edit", "review"], standsFrom: ["edit", "review"]))

  static let breaking = ModelWorkflow(
    stages: [("draft", own), ("edit", ["editor"])] + rest,
    moves: [
      submit(own), recall,
      ModelMove("reject", ["edit": "draft"], desk).with { $0.needsNote = true },
      ModelMove("approve", ["published": "published"], ["editor"]).with {
        ($0.not, $0.approves) = (["maker", "byline"], true)
      },
      ModelMove("add", ["published": "published"], desk).with {
        ($0.kind, $0.effect, $0.exemption) = ("update", .publish, "addition")
        ($0.needsFields, $0.needsAnswers) = (true, true)
      },
    ] + out(of: "edit", by: desk, unscheduledBy: desk)
      + versions(to: "edit", ["update": ["draft"]], notRefiledBy: ["byline"])
      + ends(["draft", "edit"], standsFrom: ["edit"]))

  static let wire = ModelWorkflow(
    stages: [("draft", ["maker", "editor"]), ("edit", ["editor"])] + rest,
    moves: [
      submit(["maker", "editor"], credit: true),
      ModelMove("reject", ["edit": "draft"], desk).with { $0.needsNote = true },
      ModelMove("approve", ["edit": "edit"], ["editor"]).with {
        ($0.not, $0.approves, $0.needsFields, $0.needsCredit) = (["maker"], true, true, true)
      },
    ] + out(of: "edit", by: desk, unscheduledBy: desk, credit: true)
      + versions(to: "edit", [:], notRefiledBy: [], credit: true)
      + ends(["draft", "edit"], standsFrom: ["edit"]), cuts: true)

  static let solo = ModelWorkflow(
    stages: [("draft", own)] + rest,
    moves: out(of: "draft", by: ["publisher"], unscheduledBy: ["publisher"])
      + versions(to: "draft", [:], notRefiledBy: []) + ends(["draft"], standsFrom: ["draft"]))
}
