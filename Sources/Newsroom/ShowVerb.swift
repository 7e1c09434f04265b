public import Editorial

/// A story with everything around it that the desk knows.
public struct ShowReport: Sendable {
  public var found: Found
  public var story: Story
  public var attribution: Attribution
  /// The moves of its workflow, with everything against each by whoever asks; empty where nobody
  /// can tell who that is.
  public var moves: [PossibleMove] = []
  /// What keeps it from readers or will, whoever moves it.
  public var problems: [String] = []
  public var hasUnsaved = false

  public struct PossibleMove: Sendable {
    public var name: String
    /// Whether it leads on from where the story stands.
    public var isOpen: Bool
    public var reasons: [Reason]

    public var isAllowed: Bool { reasons.isEmpty }
  }
}

extension Newsroom {
  public func show(_ found: Found) throws(Failure) -> ShowReport {
    let story = try story(found.entry)
    var report = ShowReport(found: found, story: story, attribution: attribution(of: found))
    if let person = personIfKnown() { report.moves = try moves(of: found, story, by: person) }
    // What is broken is not unsaved: its file is what the record has, against the rules.
    if desk.broken[found.entry.path] == nil {
      report.hasUnsaved = try draftable(found.entry.id).hasUnsaved
    }
    report.problems = try problems(of: found, story)
    if report.hasUnsaved {
      report.problems.append("words in its file are unsaved: stet save \(found.slug)")
    }
    return report
  }

  /// Every move of a story's workflow as a person could make it with a note or a notice in hand.
  private func moves(
    of found: Found, _ story: Story, by person: Person
  ) throws(Failure) -> [ShowReport.PossibleMove] {
    let open = Set(desk.openMoves(of: found.entry))
    var moves: [ShowReport.PossibleMove] = []
    let names = desk.policy.workflows[found.entry.workflow]?.transitions.map(\.name) ?? []
    for name in names + ["hold", "lift", "retract", "pull"] {
      let outcome = try weighed(
        Move(name, notice: "notice", hasNote: true, day: today), found.entry, story, person)
      var reasons: [Reason] = []
      if case .failure(let refusal) = outcome { reasons = refusal.reasons }
      moves.append(
        ShowReport.PossibleMove(
          name: name, isOpen: open.contains(name), reasons: reasons))
    }
    return moves
  }

  private func problems(of found: Found, _ story: Story) throws(Failure) -> [String] {
    let entry = found.entry
    var problems: [String] = []
    if desk.broken[entry.path] != nil {
      problems.append("\(Reason.brokenStory(path: entry.path).message): stet verify says how")
    }
    guard let goal = goal(of: entry) else { return problems }
    var things: [String] = []
    for rule in goal.requires {
      things += try reading { () throws(Damage) in
        try desk.lacks(rule, story, in: entry.workflow)
      }
    }
    if !things.isEmpty { problems.append(Reason.lacks(things).message) }
    if let kind = entry.kind, kind.needsNotice, story.notice == nil {
      problems.append(Reason.needsNotice(kind.rawValue).message)
    }
    if let embargo = story.embargo, Moment(embargo).map({ circumstances.now < $0 }) ?? true {
      problems.append(Reason.embargo(embargo).message)
    }
    if entry.isVoided {
      problems.append(Reason.needsApproval(have: 0, need: goal.approvals, voided: true).message)
    }
    return problems
  }
}
