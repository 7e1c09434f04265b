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
  private(set) var changes: [Change] = []
  private(set) var tick: Int64 = 0

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
    changes = [root]
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
    changes.append(change)
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
}

struct Refused: Error { let message: String }

extension Verdict {
  /// The rule that was broken; nil for a good commit.
  var rule: String? { offence?.rule }
}
