/// A recorded reversal: the file and the entry as they were before a story's last act.
extension Desk {
  /// The entry that an undo by `person` leads to, or why there is none.
  public func undoing(
    _ entry: Entry, by person: Person
  ) throws(Damage) -> Result<Entry, Refusal> {
    func refuse(_ reason: Reason) -> Result<Entry, Refusal> {
      .failure(Refusal(reasons: [reason]))
    }
    if !person.active { return refuse(.retired(person.handle)) }
    if person.agent { return refuse(.agentMayNot(move: "undo")) }
    if broken[entry.path] != nil { return refuse(.brokenStory(path: entry.path)) }
    guard let last = entry.lastAct else { return refuse(.nothingToUndo) }
    if let why = last.why { return refuse(.fixed(why)) }
    guard last.by == person.handle else {
      return refuse(.othersAct(policy.name(of: last.by.description)))
    }
    guard var before = try memory.entry(beforeLastActOf: entry.id) else {
      return refuse(.nothingToUndo)
    }
    guard policy.inUse.contains(before.workflow) || before.workflow == entry.workflow,
      policy.workflows[before.workflow]?.stage(before.stage) != nil
    else { return refuse(.stageIsGone(before.stage)) }
    // What was said beside the act stays.
    (before.claim, before.credited) = (entry.claim, entry.credited)
    return .success(before)
  }

  func undo(
    _ commit: String, _ id: StoryID, _ actor: Actor
  ) throws(Ruled) -> Effects {
    guard let entry = try caught({ () throws(Damage) in try memory.entry(id) }) else {
      throw .because(.trailers("its message names a story that is none"))
    }
    guard entry.lastAct?.commit == commit else { throw .because(.nothingToUndo, id) }
    let outcome = try caught { () throws(Damage) in try undoing(entry, by: actor.person) }
    let before: Entry
    switch outcome {
    case .success(let entry): before = entry
    case .failure(let refusal): throw .wrong(Wrong(refusal.reasons, id))
    }
    let paths = names(actor.change)
    let isBack =
      paths == [entry.path]
      ? actor.change.paths.first?.after?.blob == before.blob
      : paths.isEmpty && before.blob == entry.blob
    guard isBack else {
      let others = paths.filter { $0 != entry.path }
      throw .because(others.isEmpty ? .wordsChanged : .otherPaths(others), id)
    }
    var effects = Effects(kind: .undo)
    effects.add(entry, before)
    return effects
  }
}
