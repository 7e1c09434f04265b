public import Editorial
import Git

extension Newsroom {
  /// Takes up the version that was set aside, behind the fix that it was set aside for, in the same move
  /// of the branch; where both changed the same sentence it stays aside.
  func resume(_ moved: inout Moved, _ chain: inout Chain, by person: Person) throws(Failure) {
    let entry = moved.found.entry
    guard !entry.aside.isEmpty, !chain.desk.hasOpenVersion(entry) else { return }
    switch try resumption(of: entry, nil, chain.desk, by: person) {
    case .failure(let refusal):
      for case .inConflict(let places) in refusal.reasons { moved.conflicts = places }
    case .success(let (plan, words)):
      try add(draft(of: plan, words, entry, note: ""), to: &chain, by: person)
      moved.found = try preview(chain, entry.id)
      moved.resumed = plan.to
    }
  }

  /// Takes up a version that stayed aside, now that it can be merged.
  public mutating func resume(_ id: StoryID) throws(Failure) -> Moved {
    try takeUp(id, words: nil, note: "")
  }

  /// How a version that could not be merged is settled.
  public enum Resolution: Sendable {
    /// The open version's words where both changed a sentence.
    case mine
    /// What readers see; the open version is dropped.
    case theirs
    /// Words that a person made of both.
    case words([UInt8])
  }

  /// Settles the version that is aside.
  public mutating func resolve(
    _ id: StoryID, _ resolution: Resolution, note: String
  ) throws(Failure) -> Moved {
    guard let found = try found(id), let strands = try strands(of: found) else {
      throw Failure(
        .refused, "nothing of it waits to be resolved", hint: "stet status shows what does")
    }
    switch resolution {
    case .words(let bytes):
      return try takeUp(id, words: Story(try parsed(bytes, found)), note: note)
    case .mine:
      return try takeUp(id, words: strands.mine, note: note)
    case .theirs:
      return try takeUp(id, words: strands.theirs, note: note)
    }
  }

  /// The three files that a resumption merges; nil where nothing is aside.
  public func strands(of found: Found) throws(Failure) -> Desk.Strands? {
    try reading { () throws(Damage) in
      try desk.strands(of: found.entry) { id throws(Damage) in try Line.blob(id, in: repository) }
    }
  }

  private mutating func takeUp(
    _ id: StoryID, words: Story?, note: String
  ) throws(Failure) -> Moved {
    let person = try person()
    return try change("resume") { newsroom throws(Failure) in
      let found = try newsroom.known(id)
      if try newsroom.draftable(id).hasUnsaved { throw newsroom.unsaved([found]) }
      var chain = try newsroom.begin()
      switch try newsroom.resumption(of: found.entry, words, chain.desk, by: person) {
      case .failure(let refusal):
        throw Failure(
          .refused, "\(found.slug) was not resumed", reasons: refusal.reasons.map(\.message),
          hint: refusal.remedy(for: found.slug))
      case .success(let (plan, story)):
        try newsroom.add(
          newsroom.draft(of: plan, story, found.entry, note: note), to: &chain, by: person)
        let after = try newsroom.preview(chain, id)
        let moved = Moved(
          found: after, transition: "resume", from: plan.from, to: plan.to, by: person.handle,
          enteredBy: newsroom.enterer(for: person)?.handle.description,
          at: newsroom.circumstances.now, commit: chain.parent.description,
          version: after.entry.version, note: note, publishes: false)
        try newsroom.finish(chain)
        return moved
      }
    }
  }

  private func resumption(
    of entry: Entry, _ words: Story?, _ desk: Desk, by person: Person
  ) throws(Failure) -> Result<(Plan, Story), Refusal> {
    try reading { () throws(Damage) -> Result<(Plan, Story), Refusal> in
      let outcome = try desk.resumption(
        of: entry, words: words, by: person, at: circumstances.now
      ) { id throws(Damage) in try Line.blob(id, in: repository) }
      switch outcome {
      case .failure(let refusal): return .failure(refusal)
      case .success(let plan):
        if let words { return .success((plan, words)) }
        let strands = try desk.strands(of: entry) { id throws(Damage) in
          try Line.blob(id, in: repository)
        }
        guard let story = strands?.mergedStory else {
          return .failure(Refusal(reasons: [.nothingAside]))
        }
        return .success((plan, story))
      }
    }
  }

  private func draft(of plan: Plan, _ words: Story, _ entry: Entry, note: String) -> Draft {
    Draft(
      files: [(entry.path, plan.bytes(from: words))],
      record: Record(
        subject: "resume: \(words.headline) (\(plan.from) → \(plan.to))", note: note,
        trailers: plan.trailers))
  }
}
