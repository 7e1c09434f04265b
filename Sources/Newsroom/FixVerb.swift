public import Editorial

/// What mending came to.
public struct Mended: Sendable {
  public var edited: Edited
  /// How many places each rule mended, by its name.
  public var rules: [(rule: String, count: Int)]
}

extension Newsroom {
  /// Mends what the rules are sure of in stories, each by an edit like any other: all of them, or none.
  ///
  /// Without names, in those at work that the person may change and that have no unsaved words.
  public mutating func fix(_ stories: [Found]?) throws(Failure) -> [Mended] {
    let person = try person()
    let chosen = if let stories { stories } else { try atWork().filter { isOpen($0, to: person) } }
    return try change("check") { newsroom throws(Failure) in
      var chain = try newsroom.begin()
      var mended: [Mended] = []
      for found in chosen {
        let open = try newsroom.draftable(found.entry.id)
        guard !open.hasUnsaved else { throw newsroom.unsaved([open.found]) }
        guard let (bytes, rules) = try newsroom.mended(open) else { continue }
        try newsroom.refuseUnlessWriter(person, found)
        let said = rules.map { "\($0.rule) (\($0.count))" }.joined(separator: ", ")
        try newsroom.add(
          newsroom.edit(of: found, bytes, note: "Mended by stet check: \(said)"), to: &chain,
          by: person)
        let words = try newsroom.wordChanges(open.base, bytes)
        let after = try newsroom.preview(chain, found.entry.id)
        mended.append(
          Mended(
            edited: Edited(
              found: after, changed: true, added: words.added, removed: words.removed,
              voided: !found.entry.standing.isEmpty && after.entry.standing.isEmpty,
              enteredBy: newsroom.enterer(for: person)?.handle.description), rules: rules))
      }
      try newsroom.finish(chain)
      return mended
    }
  }

  /// A story's file with everything mended; nil where nothing is to be.
  private func mended(
    _ open: Draftable
  ) throws(Failure) -> (bytes: [UInt8], rules: [(rule: String, count: Int)])? {
    let story = Story(try parsed(open.bytes, open.found))
    let (after, made) = try reading { () throws(Damage) in
      try desk.fixing(story, open.found.entry)
    }
    guard !made.isEmpty, after.file.bytes != open.bytes else { return nil }
    let counts = Dictionary(grouping: made, by: \.rule).mapValues(\.count)
    return (after.file.bytes, counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func isOpen(_ found: Found, to person: Person) -> Bool {
    let entry = found.entry
    let parties = desk.policy.workflows[entry.workflow]?.stage(entry.stage)?.words ?? []
    guard person.active, desk.isOne(of: parties, person, entry),
      let open = try? draftable(entry.id)
    else { return false }
    return !open.hasUnsaved
  }
}
