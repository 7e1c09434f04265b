@testable import Editorial
import Testing

extension Paper {
  /// `stet new`: a story with the given words, in its workflow's first stage.
  @discardableResult
  mutating func new(
    _ slug: String, by handle: String, workflow: String = "standard", words: String? = nil,
    body: String = "Water came in.\n", day: String = "2026/11/24"
  ) throws -> StoryID {
    let random = UInt64(tick + 1) &* 0x9E37_79B9_7F4A_7C15
    let id = StoryID(at: now, random: (UInt16(truncatingIfNeeded: random >> 48), random))
    let fields = words ?? "headline: The \(slug)\nsection: city\nbyline: [\(handle)]\n"
    let start = try #require(desk.policy.workflows[workflow]).start
    let text = """
      ---
      id: \(id)
      \(fields)maker: \(handle)
      workflow: \(workflow)
      stage: \(start)
      version: 0
      created: \(now)
      ---
      \(body)
      """
    let verdict = try commit(by: handle, ["articles/\(day)/\(slug).md": text])
    try #require(verdict.offence == nil, "\(verdict.offence?.message ?? "")")
    return id
  }

  func person(_ handle: String) throws -> Person {
    let handle = try #require(Handle(handle))
    return try #require(desk.policy.people[handle])
  }

  func entry(_ id: StoryID) throws -> Entry { try #require(try desk.memory.entry(id)) }

  func file(_ id: StoryID) throws -> String {
    let path = try entry(id).path
    return String(decoding: try blobs.read(try #require(tree[path])), as: UTF8.self)
  }

  func story(_ id: StoryID) throws -> Story { try Story(Array(try file(id).utf8)) }

  /// What the Judge allows a person before a commit is made; `prepare` completes what is asked for, and
  /// `words` replaces a text in the file that the move is made on.
  func plan(
    _ name: String, on id: StoryID, by handle: String, target: String? = nil, notice: String? = nil,
    note: String = "", words: (String, String)? = nil, _ prepare: (inout Move) -> Void = { _ in }
  ) throws -> Result<Plan, Refusal> {
    let person = try person(handle)
    var move = Move(
      name, target: target, notice: notice, hasNote: !note.isEmpty, day: Clock(now + 60).day)
    prepare(&move)
    let basis = try basis(of: move, id)
    if let words { move.words = try Self.changed(basis, words) }
    return try desk.plan(move, on: entry(id), story: basis, by: person, at: now + 60)
  }

  static func changed(_ story: Story, _ words: (String, String)) throws -> Story {
    let text = String(decoding: story.file.bytes, as: UTF8.self)
    try #require(text.contains(words.0))
    return try Story(Array(text.replacing(words.0, with: words.1).utf8))
  }

  func basis(of move: Move, _ id: StoryID) throws -> Story {
    let blob = desk.basis(of: move, try entry(id))
    return try blob == entry(id).blob ? story(id) : Story(blobs.read(blob))
  }

  /// Plans a move and commits exactly what it makes of the file; throws every reason against it.
  @discardableResult
  mutating func move(
    _ name: String, on id: StoryID, by handle: String, target: String? = nil, notice: String? = nil,
    note: String = "", words: (String, String)? = nil, _ prepare: (inout Move) -> Void = { _ in }
  ) throws -> Verdict {
    let plan = try plan(
      name, on: id, by: handle, target: target, notice: notice, note: note, words: words, prepare
    ).get()
    var move = Move(name)
    prepare(&move)
    var basis = try basis(of: move, id)
    if let words { basis = try Self.changed(basis, words) }
    let bytes = plan.bytes(
      from: basis, restoring: try plan.restores.map { try Story(try blobs.read($0)) })
    let verdict = try commit(
      by: handle, [try entry(id).path: bytes], try record(of: plan, id, note))
    if let offence = verdict.offence { throw Refused(message: offence.message) }
    return verdict
  }

  /// Takes up the version that is aside, as a command does behind a fix.
  @discardableResult
  mutating func resume(
    _ id: StoryID, by handle: String, words: Story? = nil
  ) throws -> Verdict {
    let kept = blobs
    let plan = try desk.resumption(
      of: entry(id), words: words, by: person(handle), at: now + 60
    ) { id throws(Damage) in try kept.read(id) }.get()
    let strands = try desk.strands(of: entry(id)) { id throws(Damage) in try kept.read(id) }
    let story = try #require(words ?? strands?.mergedStory)
    let verdict = try commit(
      by: handle, [try entry(id).path: plan.bytes(from: story)], try record(of: plan, id))
    if let offence = verdict.offence { throw Refused(message: offence.message) }
    return verdict
  }

  /// Takes back a story's last act.
  @discardableResult
  mutating func undo(_ id: StoryID, by handle: String) throws -> Verdict {
    let before = try desk.undoing(entry(id), by: person(handle)).get()
    let commit = try #require(try entry(id).lastAct).commit
    let verdict = try self.commit(
      by: handle, [try entry(id).path: try blobs.read(before.blob)],
      Record(
        subject: "undo",
        trailers: [
          Record.Trailer("Stet-Story", id.description), Record.Trailer("Stet-Undo", commit),
        ]))
    if let offence = verdict.offence { throw Refused(message: offence.message) }
    return verdict
  }

  func bytes(of plan: Plan, _ id: StoryID) throws -> [UInt8] {
    try plan.bytes(
      from: story(id), restoring: plan.restores.map { try Story(try blobs.read($0)) })
  }

  /// The message of a transition, as the table of trailers has it.
  func record(of plan: Plan, _ id: StoryID, _ note: String = "") throws -> Record {
    let record = Record(
      subject: "\(plan.transition.name): \(try story(id).headline) (\(plan.from) → \(plan.to))",
      note: note, trailers: plan.trailers)
    return Record(record.message)
  }

  /// An edit of words by a person: `change` gets the file's text.
  @discardableResult
  mutating func edit(
    _ id: StoryID, by handle: String, _ change: (String) -> String
  ) throws -> Verdict {
    try commit(by: handle, [try entry(id).path: change(try file(id))])
  }

  @discardableResult
  mutating func rewrite(
    _ id: StoryID, by handle: String, _ old: String = "came in", _ new: String = "went out"
  ) throws -> Verdict {
    let text = try file(id)
    try #require(text.contains(old))
    return try edit(id, by: handle) { $0.replacing(old, with: new) }
  }

  /// A story on its whole way to readers: submitted, approved and published.
  @discardableResult
  mutating func published(
    _ slug: String, by handle: String = "ana", words: String? = nil
  ) throws
    -> StoryID
  {
    let id = try new(slug, by: handle, words: words)
    try move("submit", on: id, by: handle)
    try move("approve", on: id, by: "george")
    try move("publish", on: id, by: "mei")
    return id
  }

  /// What readers have of a story.
  func live(_ id: StoryID) throws -> String {
    let path = try #require(try entry(id).livePath)
    return try #require(live(path))
  }

  func live(_ path: String) -> String? { live[path].map { String(decoding: $0, as: UTF8.self) } }
}
