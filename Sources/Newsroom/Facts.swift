public import Editorial
import Git

/// Small answers that several commands give.
extension Newsroom {
  /// Who stands on a story, in house style, from its words and the record as they are now.
  public func attribution(of found: Found) -> Attribution {
    let policy = desk.policy
    func names(_ handles: [String]) -> [String] { handles.map { policy.name(of: $0) } }
    let reporting = (try? story(found.entry))?.reporting ?? []
    let all = [found.entry.maker] + found.entry.touches.map(\.by)
    let agents = Set(all.filter { policy.people[$0]?.agent == true }).sorted()
    return Attribution(
      byline: names(found.byline), credit: found.credit, reporting: names(reporting),
      editors: names(found.entry.editors.map(\.description)),
      agents: names(agents.map(\.description)), style: policy.house.credits)
  }

  /// A story's address on the site; nil before it was published or where the house has none.
  public func address(of entry: Entry) -> String? {
    guard entry.isLive || entry.publication == .withdrawn, let url = desk.policy.house.url,
      let path = entry.livePath
    else { return nil }
    return url + path.dropFirst("articles/".count).dropLast(3) + ".html"
  }

  /// Everything against a move by a person; nil where the story's workflow has no such move from where
  /// it stands.
  public func reasons(
    against move: String, _ found: Found, by person: Person
  ) throws(Failure) -> [Reason]? {
    guard desk.openMoves(of: found.entry).contains(move) else { return nil }
    let story = try story(found.entry)
    let outcome = try weighed(Move(move, day: today), found.entry, story, person)
    switch outcome {
    case .success: return []
    case .failure(let refusal): return refusal.reasons
    }
  }

  /// The open queries and TKs of a story, in the order of its file.
  public func queries(of found: Found) throws(Failure) -> [Story.OpenMark] {
    try story(found.entry).openMarks
  }

  /// What readers have, after a publication.
  public func readersLine() throws(Failure) -> String { try reach().line }
}

extension Newsroom {
  /// What the Judge says of a move now; `story` is the file on `main`, and a move that is made on what
  /// readers see is weighed on that.
  func weighed(
    _ move: Move, _ entry: Entry, _ story: Story, _ person: Person
  ) throws(Failure) -> Result<Plan, Refusal> {
    var move = move
    if move.time == nil { move.time = circumstances.now + 1 }
    let basis =
      if desk.shelves(move, entry) { try self.story(named: desk.basis(of: move, entry)) } else {
        story
      }
    let outcome = try reading { () throws(Damage) in
      try desk.plan(move, on: entry, story: basis, by: person, at: circumstances.now)
    }
    // What comes with its own words is not refused for having none yet.
    guard case .failure(let refusal) = outcome,
      desk.transition(move.name, of: entry)?.isQuick == true
    else { return outcome }
    return .failure(Refusal(reasons: refusal.reasons.filter { $0 != .nothingNew }))
  }
}
