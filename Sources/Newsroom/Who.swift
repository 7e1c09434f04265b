public import Editorial

/// A way to a move: who makes each step of it, in order.
public struct Way: Sendable, Hashable {
  public var steps: [Step]

  public struct Step: Sendable, Hashable {
    public var move: String
    public var who: [Handle]
  }
}

extension Newsroom {
  /// The people that a move waits for, as lines of a refusal: only where somebody else can help.
  func whoCan(_ move: String, _ found: Found, _ reasons: [Reason]) throws(Failure) -> [String] {
    let rules = Set(reasons.map(\.rule))
    // More than a typo is nobody's to refile.
    if rules.contains("refile") { return [] }
    guard !rules.isDisjoint(with: ["role", "approval", "four-eyes", "agent"]) else { return [] }
    let workflow = desk.policy.workflows[found.entry.workflow]
    guard workflow?.transition(move)?.effect == .publish else {
      let people = try able(move, found)
      return people.isEmpty
        ? [] : ["\(prose(people.map { desk.policy.name(of: $0.description) }, "or")) can"]
    }
    // A method of a noncopyable type can't be passed on as a value.
    var lines: [String] = []
    for way in try ways(to: move, found).prefix(2) { lines.append(text(way)) }
    return lines
  }

  public func text(_ way: Way) -> String {
    way.steps.map { step in
      "\(step.move): \(prose(step.who.map { desk.policy.name(of: $0.description) }, "or"))"
    }.joined(separator: ", then ")
  }

  /// Who could make a move now, whatever else it lacks.
  public func able(_ move: String, _ found: Found) throws(Failure) -> [Handle] {
    let story = try story(found.entry)
    return try able(move, found.entry, story)
  }

  private func able(
    _ move: String, _ entry: Entry, _ story: Story, strictly: Bool = false
  ) throws(Failure) -> [Handle] {
    var people: [Handle] = []
    for person in desk.policy.people.values.sorted(by: { $0.handle < $1.handle }) {
      let outcome = try outcome(move, entry, story, person)
      switch outcome {
      case .success: people.append(person.handle)
      case .failure(let refusal):
        // Missing fields and notes are the mover's own business.
        let rules = Set(refusal.reasons.map(\.rule))
        if !strictly, rules.isSubset(of: ["requirement"]) { people.append(person.handle) }
      }
    }
    return people
  }

  private func outcome(
    _ move: String, _ entry: Entry, _ story: Story, _ person: Person
  ) throws(Failure) -> Result<Plan, Refusal> {
    try weighed(Move(move, notice: "notice", hasNote: true), entry, story, person)
  }

  /// The ways in which a story can reach readers by `move`: alone where somebody may do it now,
  /// else by an approval first.
  ///
  /// Four-eyes is solved here, not explained: who remains satisfies it.
  public func ways(to move: String, _ found: Found) throws(Failure) -> [Way] {
    let story = try story(found.entry)
    let now = try able(move, found.entry, story)
    if !now.isEmpty { return [Way(steps: [.init(move: move, who: now)])] }
    let workflow = desk.policy.workflows[found.entry.workflow]
    guard let approve = workflow?.transitions.first(where: \.approves) else { return [] }
    var ways: [Way] = []
    for approver in try able(approve.name, found.entry, story) {
      guard let person = desk.policy.people[approver],
        case .success(let plan) = try outcome(approve.name, found.entry, story, person)
      else { continue }
      let then = try able(move, plan.entry, story)
      guard !then.isEmpty else { continue }
      if let same = ways.firstIndex(where: { $0.steps.last?.who == then }) {
        ways[same].steps[0].who.append(approver)
      } else {
        ways.append(
          Way(steps: [
            .init(move: approve.name, who: [approver]), .init(move: move, who: then),
          ]))
      }
    }
    return ways
  }
}
