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
    guard entry.publication == .live, let url = desk.policy.house.url, let path = entry.livePath
    else { return nil }
    return url + path.dropFirst("articles/".count).dropLast(3) + ".html"
  }

  /// Everything against a move by a person; nil where the story's workflow has no such move from where
  /// it stands.
  public func reasons(
    against move: String, _ found: Found, by person: Person
  ) throws(Failure) -> [Reason]? {
    let workflow = desk.policy.workflows[found.entry.workflow]
    guard
      workflow?.transitions(from: found.entry.stage).contains(where: { $0.name == move }) == true
    else { return nil }
    let story = try story(found.entry)
    let outcome = try reading { () throws(Damage) in
      try desk.plan(
        Move(move, day: today), on: found.entry, story: story, by: person, at: circumstances.now)
    }
    switch outcome {
    case .success: return []
    case .failure(let refusal): return refusal.reasons
    }
  }

  /// The open queries and TKs of a story, in the order of its file.
  public func queries(of found: Found) throws(Failure) -> [Story.OpenMark] {
    try story(found.entry).openMarks
  }

  /// What readers have, after a publication: the newest release, and what waits for the next.
  public func readersLine() throws(Failure) -> String {
    let newest = try releases().first
    let waiting = try waitingForRelease(since: newest)
    let changes = waiting == 1 ? "1 change is" : "\(waiting) changes are"
    guard let newest else {
      return "Readers don't have it yet: nothing was released; \(changes) waiting."
    }
    return "Readers don't have it yet: the newest release is \(newest.tag); \(changes) not out."
  }
}
