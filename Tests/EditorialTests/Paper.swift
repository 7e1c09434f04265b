@testable import Editorial
import Testing
import Workflows

/// A newsroom in memory: a line of commits with its blobs, the desk that follows from it, and `live`.
///
/// What a command would do goes through ``move(_:on:by:target:notice:note:)``; what a hand would do,
/// through ``commit(by:_:note:trailers:)``.
struct Paper {
  private(set) var desk: Desk
  private(set) var tree: [String: String] = [:]
  private(set) var live: [String: [UInt8]] = [:]
  private(set) var projections: [Projection] = []
  private(set) var log: [LogEntry] = []
  private(set) var offences: [Offence] = []
  private(set) var blobs = Blobs()
  private var tick: Int64 = 0

  static let start = Moment(seconds: 1_795_507_200)  // 2026-11-24T08:00:00Z
  var now: Moment { Self.start + tick * 60 }

  /// Contents by id, the same id for the same bytes.
  struct Blobs {
    private var ids: [[UInt8]: String] = [:]
    private var contents: [String: [UInt8]] = [:]

    mutating func keep(_ bytes: [UInt8]) -> String {
      if let id = ids[bytes] { return id }
      let id = "b\(ids.count + 1)"
      (ids[bytes], contents[id]) = (id, bytes)
      return id
    }

    /// Knows a file of `live` under the id that Git gives it.
    mutating func know(_ bytes: [UInt8]) { contents[PublicFile.blobID(of: bytes)] = bytes }

    func read(_ id: String) throws(Damage) -> [UInt8] {
      guard let bytes = contents[id] else { throw Damage("no blob \(id)") }
      return bytes
    }
  }

  /// Who works here, and as what.
  static let staff: [(handle: String, roles: String, more: String)] = [
    ("ana", "writer", "bio: Ana writes about the harbour.\n"), ("wei", "writer", ""),
    ("george", "editor", ""), ("hana", "editor", ""), ("mei", "editor, publisher", ""),
    ("rosa", "publisher", ""), ("ines", "chief", ""), ("cron", "clock", ""),
    ("bot", "writer, editor, publisher, chief", "agent: true\n"),
    ("olaf", "writer, editor, publisher, chief", "active: false\n"),
  ]

  static func stet(
    workflows: String = "standard, breaking, wire, solo", _ more: String = ""
  ) -> String {
    """
    title: The Ellery Tide
    url: https://ellerytide.example/
    language: en
    timezone: Europe/Lisbon
    sections:
      - {id: harbour, label: Harbour}
      - {id: city, label: City}
    workflows: [\(workflows)]
    \(more)
    """
  }

  static func person(_ name: String, _ roles: String, _ more: String = "") -> String {
    "name: \(Self.upper(name))\nemail: [\(name)@tide.example]\nroles: [\(roles)]\n\(more)"
  }

  /// As in `Ana` for `ana`.
  static func upper(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// The newsroom as most tests find it, judged once.
  private static let usual = Result { try Paper(stet: stet(), files: [:]) }

  init() throws { self = try Self.usual.get() }

  init(stet: String = Paper.stet(), files: [String: String]) throws {
    var all = ["stet.yml": stet]
    for (name, text) in Workflows.all { all["workflows/\(name).yml"] = text }
    for (handle, roles, more) in Self.staff {
      all["people/\(handle).yml"] = Self.person(handle, roles, more)
    }
    all.merge(files) { _, new in new }
    var paths: [Change.PathChange] = []
    for (path, text) in all.sorted(by: { $0.key < $1.key }) {
      let id = blobs.keep(Array(text.utf8))
      tree[path] = id
      paths.append(Change.PathChange(path, before: nil, after: FileVersion(blob: id)))
    }
    let who = Change.Signatory(name: "Ines", email: "ines@tide.example", at: Self.start)
    let root = Change(
      commit: "c0", parents: 0, author: who, committer: who,
      record: Record(subject: "init", trailers: []), paths: paths)
    let kept = blobs
    desk = try Desk(root: root) { id throws(Damage) in try kept.read(id) }
    put(on: desk.foundation(of: root))
  }

  /// Lets time pass, so that the next commit is made at a moment or just after it.
  mutating func wait(until moment: Moment) {
    while now < moment { tick += 1 }
  }

  // MARK: Commits by hand

  /// Commits files (nil deletes) under a person's own address, and gives what the Judge says.
  @discardableResult
  mutating func commit(
    by handle: String, _ files: [String: String?], note: String = "",
    trailers: [(String, String)] = [], at: Moment? = nil, email: String? = nil,
    committer: String? = nil, plain: Bool = true, parents: Int = 1
  ) throws -> Verdict {
    let record = Record(
      subject: "a change", note: note, trailers: trailers.map { Record.Trailer($0.0, $0.1) })
    return try commit(
      by: handle, files.mapValues { $0.map { Array($0.utf8) } }, Record(record.message), at: at,
      email: email, committer: committer, plain: plain, parents: parents)
  }

  @discardableResult
  mutating func commit(
    by handle: String, _ files: [String: [UInt8]?], _ record: Record, at: Moment? = nil,
    email: String? = nil, committer: String? = nil, plain: Bool = true, parents: Int = 1
  ) throws -> Verdict {
    tick += 1
    var paths: [Change.PathChange] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let after = bytes.map { FileVersion(blob: blobs.keep($0), isPlain: plain) }
      let before = tree[path].map { FileVersion(blob: $0) }
      tree[path] = after?.blob
      if before != after { paths.append(Change.PathChange(path, before: before, after: after)) }
    }
    let author = Change.Signatory(
      name: Self.upper(handle), email: email ?? "\(handle)@tide.example", at: at ?? now)
    var other = author
    if let committer { (other.name, other.email) = (committer, "\(committer)@tide.example") }
    let change = Change(
      commit: "c\(tick)", parents: parents, author: author, committer: other, record: record,
      paths: paths)
    let kept = blobs
    let verdict = try desk.judge(change) { id throws(Damage) in try kept.read(id) }
    log.append(verdict.entry)
    if let offence = verdict.offence { offences.append(offence) }
    if let projection = verdict.projection { put(on: projection) }
    return verdict
  }

  private mutating func put(on projection: Projection) {
    projections.append(projection)
    for (path, content) in projection.changes {
      switch content {
      case .bytes(let bytes)?:
        live[path] = bytes
        blobs.know(bytes)
      case .blob(let id)?: live[path] = try? blobs.read(id)
      case nil: live[path] = nil
      }
    }
  }

  // MARK: What commands do

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

struct Refused: Error { let message: String }

extension Verdict {
  /// The rule that was broken; nil for a good commit.
  var rule: String? { offence?.rule }
}
