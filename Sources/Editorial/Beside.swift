/// What is said beside the work: notes, claims, credits. No file changes.
extension Desk {
  func beside(
    _ said: Act.Beside, _ id: StoryID, _ actor: Actor
  ) throws(Ruled) -> Effects {
    guard let entry = try caught({ () throws(Damage) in try memory.entry(id) }) else {
      throw .because(.trailers("its message names a story that is none"))
    }
    guard actor.change.paths.isEmpty else {
      throw .because(.otherPaths(names(actor.change)))
    }
    var after = entry
    var effects = Effects(kind: .note)
    switch said {
    case .note:
      effects.stories = [id]
      return effects
    case .claim:
      after.claim = Entry.Claim(by: actor.person.handle, at: actor.change.author.at)
    case .unclaim: after.claim = nil
    case .credit(let who, let isAdded):
      if let reason = creditReason(who, isAdded, entry, actor) { throw .because(reason, id) }
      after.credited.removeAll { $0.who == who }
      after.credited.append(Entry.Credit(who: who, isAdded: isAdded))
    }
    if actor.person.agent { throw .because(.agentMayNot(move: said.name), id) }
    if case .credit = said { effects.kind = .credits } else { effects.kind = .claim }
    effects.add(entry, after)
    return effects
  }

  /// Why somebody may not say who edited a story.
  private func creditReason(
    _ who: Handle, _ isAdded: Bool, _ entry: Entry, _ actor: Actor
  ) -> Reason? {
    let may: [Party] = [.role(.editor), .role(.publisher), .role(.chief)]
    if party(of: actor.person, in: may, to: entry) == nil {
      return .lacksRole(move: "crediting", needs: may.map(\.name))
    }
    if actor.change.record.note.isEmpty { return .needsNote("crediting") }
    if policy.people[who] == nil { return .nobody(who.description) }
    if isAdded == entry.editors.contains(who) {
      return .creditedAlready(policy.name(of: who.description), isAdded)
    }
    return nil
  }
}
