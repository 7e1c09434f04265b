public import Editorial
import Git

/// The words of a story as one may edit them now, and where they come from.
public struct Draftable: Sendable {
  public var found: Found
  /// The file's text: what is unsaved in the work tree, or what `main` has.
  public var bytes: [UInt8]
  /// What `main` had when the editing began.
  public var base: [UInt8]
  public var hasUnsaved: Bool
  /// The file's place in the work tree; nil in a bare newsroom.
  public var onDisk: String?

  public init(
    found: Found, bytes: [UInt8], base: [UInt8], hasUnsaved: Bool, onDisk: String?
  ) {
    (self.found, self.bytes, self.base) = (found, bytes, base)
    (self.hasUnsaved, self.onDisk) = (hasUnsaved, onDisk)
  }
}

/// What an edit came to.
public struct Edited: Sendable {
  public var found: Found
  public var changed: Bool
  /// Words that came and went.
  public var added: Int
  public var removed: Int
  /// Whether approvals of the words before are void now.
  public var voided: Bool
  public var enteredBy: String?

  public init(
    found: Found, changed: Bool, added: Int, removed: Int, voided: Bool, enteredBy: String? = nil
  ) {
    (self.found, self.changed, self.added, self.removed) = (found, changed, added, removed)
    (self.voided, self.enteredBy) = (voided, enteredBy)
  }
}

extension Newsroom {
  /// Words given on the command line, into a story.
  public mutating func edit(
    _ story: StoryID, _ edits: Edits, note: String = ""
  ) throws(Failure) -> Edited {
    let person = try person()
    try check(edits)
    return try change("edit") { newsroom throws(Failure) in
      let open = try newsroom.draftable(story)
      guard !open.hasUnsaved else { throw newsroom.unsaved([open.found]) }
      let file = try newsroom.parsed(open.bytes, open.found)
      let bytes = try newsroom.apply(edits, to: file)
      return try newsroom.save(bytes, open.found, by: person, note: note)
    }
  }

  /// Words that came out of an editor.
  ///
  /// Where the story moved on meanwhile the two are merged by line; what can't be merged is an
  /// error, and the words stay where the editor left them.
  public mutating func edit(
    _ story: StoryID, words bytes: [UInt8], since base: [UInt8], note: String = ""
  ) throws(Failure) -> Edited {
    let person = try person()
    return try change("edit") { newsroom throws(Failure) in
      let open = try newsroom.draftable(story)
      guard !open.hasUnsaved || open.bytes == base || open.bytes == bytes else {
        throw newsroom.unsaved([open.found])
      }
      var mine = bytes
      if open.base != base, open.bytes != base {
        let merged = TextDiff.merge(
          base: String(decoding: base, as: UTF8.self), ours: String(decoding: bytes, as: UTF8.self),
          theirs: String(decoding: open.base, as: UTF8.self))
        guard !merged.conflicted else {
          throw Failure(
            .conflict, "someone else changed the same lines of \(open.found.slug) meanwhile",
            hint: "stet show \(open.found.slug) shows their words; your own are kept")
        }
        mine = Array(merged.text.utf8)
      }
      return try newsroom.save(mine, open.found, by: person, note: note)
    }
  }

  /// A story's words as they may be edited now.
  public func draftable(_ id: StoryID) throws(Failure) -> Draftable {
    let found = try known(id)
    if let hurt = desk.broken[found.entry.path] {
      throw Failure(
        .refused, "\(found.slug) was changed against the rules and is frozen",
        reasons: desk.open.filter { $0.commit == hurt.commit }.map { "\($0.by): \($0.message)" },
        hint: "stet doctor --fix puts the last good file back")
    }
    let base = try blob(found.entry.blob)
    let path = onDisk(found.entry.path)
    if let path, Disk.isLink(path) {
      throw Failure(
        .refused, "\(found.entry.path) is a link, and a newsroom holds plain files",
        hint: "git checkout -- \(found.entry.path) puts the file back")
    }
    let here = path.flatMap { Disk.read($0) }
    return Draftable(
      found: found, bytes: here ?? base, base: base, hasUnsaved: here != nil && here != base,
      onDisk: path)
  }

  /// The file of the version that readers see.
  public func shownWords(of found: Found) throws(Failure) -> [UInt8] {
    guard let last = found.entry.versions.last else {
      throw Failure(.refused, "\(found.slug) was never published", hint: "stet edit \(found.slug)")
    }
    return try blob(last.blob)
  }

  func parsed(_ bytes: [UInt8], _ found: Found) throws(Failure) -> FrontMatter {
    do throws(Fault) { return try FrontMatter(bytes) } catch {
      throw Failure(.invalid, "\(found.entry.path), \(error.problem)", hint: error.hint)
    }
  }

  /// Refuses to go on while words are unsaved.
  func unsaved(_ stories: [Found]) -> Failure {
    Failure(
      .refused, "\(prose(stories.map(\.slug))) has unsaved words in the work tree",
      hint: "stet save \(stories.map(\.slug).joined(separator: " "))")
  }

  /// Commits a story's new bytes as an edit.
  mutating func save(
    _ bytes: [UInt8], _ found: Found, by person: Person, note: String
  ) throws(Failure) -> Edited {
    let before = try blob(found.entry.blob)
    if bytes == before {
      return Edited(found: found, changed: false, added: 0, removed: 0, voided: false)
    }
    try refuseManaged(bytes, found)
    try refuseUnlessWriter(person, found)
    var chain = try begin()
    try add(edit(of: found, bytes, note: note), to: &chain, by: person)
    let after = try preview(chain, found.entry.id)
    let words = try wordChanges(before, bytes)
    try finish(chain)
    return Edited(
      found: after, changed: true, added: words.added, removed: words.removed,
      voided: !found.entry.standing.isEmpty && after.entry.standing.isEmpty,
      enteredBy: enterer(for: person)?.handle.description)
  }

  /// Words are changed by those whom the stage names.
  func refuseUnlessWriter(_ person: Person, _ found: Found) throws(Failure) {
    let entry = found.entry
    let parties = desk.policy.workflows[entry.workflow]?.stage(entry.stage)?.words ?? []
    guard person.active, !desk.isOne(of: parties, person, entry) else { return }
    let reason = Reason.mayNotEdit(stage: entry.stage, who: parties.map(\.name))
    let others = desk.policy.people.values.sorted { $0.handle < $1.handle }
      .filter { $0.active && desk.isOne(of: parties, $0, entry) }
    throw Failure(
      .refused, "\(found.slug): \(reason.message)",
      hint: reason.remedy ?? "ask \(prose(others.map(\.name), "or"))")
  }

  func edit(of found: Found, _ bytes: [UInt8], note: String) -> Draft {
    Draft(
      files: [(found.entry.path, bytes)],
      record: Record(
        subject: "edit: \(found.headline.isEmpty ? found.slug : found.headline)", note: note,
        trailers: [Record.Trailer("Stet-Story", found.entry.id.description)]))
  }

  /// A managed field that was changed by hand is refused with the command that does what was meant.
  func refuseManaged(_ bytes: [UInt8], _ found: Found) throws(Failure) {
    guard let key = try changedManaged(in: try parsed(bytes, found), found) else { return }
    throw Failure(
      .refused, "\(found.slug): \(Self.byHand(key))", hint: FieldName.command(for: key))
  }

  /// The first managed field that a file has otherwise than the record.
  func changedManaged(in file: FrontMatter, _ found: Found) throws(Failure) -> String? {
    let before = try parsed(try blob(found.entry.blob), found)
    return Managed.order.first { file[$0] != before[$0] }
  }

  static func byHand(_ key: String) -> String {
    "`\(key)` was changed by hand, and only a move changes it"
  }

  /// How many words came and went between two files.
  func wordChanges(_ old: [UInt8], _ new: [UInt8]) throws(Failure) -> (added: Int, removed: Int) {
    guard let before = try? FrontMatter(old), let after = try? FrontMatter(new) else {
      return (0, 0)
    }
    let ops = WordDiff.changes(before.text, after.text)
    return (
      ops.filter { $0.op == .insert }.reduce(0) { $0 + WordDiff.words($1.text) },
      ops.filter { $0.op == .delete }.reduce(0) { $0 + WordDiff.words($1.text) }
    )
  }
}
