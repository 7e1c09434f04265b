public import Editorial
import Foundation
internal import GRDB

/// The Judge's state made durable: a SQLite file in the Git directory, for the commit that it names.
///
/// It is a cache: deleted, damaged or of another version, it is made again from the record. Several
/// processes may have it open; whoever writes holds the newsroom's lock.
public final class Catalog: Sendable {
  let queue: DatabaseQueue
  public let isReadOnly: Bool

  /// The layout that this program writes and reads.
  static let layout = 3
  /// How many steps back the entries from before are kept.
  public static let kept = 1000

  /// Opens the catalog at `path`, or makes an empty one.
  ///
  /// Nil where what is there can't be used: then ``discard(at:)`` it.
  public init?(at path: String, readOnly: Bool) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.readonly = readOnly
    configuration.prepareDatabase { db in
      guard !readOnly else { return }
      // A cache needs no fsync: what a power cut spoils is found out and made again.
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE")
    }
    do {
      let opened = try DatabaseQueue(path: path, configuration: configuration)
      let layout = try opened.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      if layout == 0, !readOnly {
        try opened.write { try Self.create($0) }
      } else if layout != Self.layout {
        return nil
      }
      queue = opened
      isReadOnly = readOnly
    } catch {
      return nil
    }
  }

  /// A catalog in memory, for a newsroom whose own can't be written: it ends with the process.
  public init?() {
    guard let opened = try? DatabaseQueue(), (try? opened.write { try Self.create($0) }) != nil
    else {
      return nil
    }
    queue = opened
    isReadOnly = false
  }

  /// What is said of a catalog that can't be read or written.
  public static let unreadable = "the catalog can't be read"

  /// Deletes a catalog that can't be used.
  public static func discard(at path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE fact (kind TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (kind, key))
          WITHOUT ROWID;
        CREATE TABLE story (
          id TEXT PRIMARY KEY, slug TEXT, path TEXT, live_path TEXT, workflow TEXT, stage TEXT,
          publication TEXT, version INTEGER, maker TEXT, section TEXT, headline TEXT, day TEXT,
          published INTEGER, modified INTEGER, since INTEGER, created TEXT, urgency INTEGER,
          words INTEGER, byline TEXT, editors TEXT, tags TEXT, card TEXT, scheduled INTEGER,
          flags TEXT) WITHOUT ROWID;
        CREATE INDEX story_slug ON story (slug);
        CREATE UNIQUE INDEX story_path ON story (path);
        CREATE INDEX story_live ON story (live_path);
        CREATE INDEX story_stage ON story (stage, since);
        CREATE INDEX story_since ON story (since);
        CREATE INDEX story_scheduled ON story (scheduled) WHERE scheduled IS NOT NULL;
        CREATE INDEX story_flags ON story (flags) WHERE flags IS NOT NULL;
        CREATE TABLE log (
          seq INTEGER PRIMARY KEY, id TEXT UNIQUE, at INTEGER, by TEXT, kind TEXT,
          version INTEGER, told TEXT, line TEXT);
        CREATE TABLE log_story (story TEXT, seq INTEGER, PRIMARY KEY (story, seq)) WITHOUT ROWID;
        CREATE INDEX log_by ON log (by, seq);
        CREATE INDEX log_at ON log (at);
        CREATE INDEX log_version ON log (seq) WHERE version IS NOT NULL;
        CREATE INDEX log_told ON log (told, at) WHERE told IS NOT NULL;
        CREATE TABLE state (seq INTEGER PRIMARY KEY, json TEXT);
        CREATE TABLE was (seq INTEGER, kind TEXT, key TEXT, value TEXT);
        CREATE INDEX was_seq ON was (seq);
        PRAGMA user_version = \(layout);
        """)
  }

  /// The state that was kept last; nil in an empty catalog.
  public func state() throws(Damage) -> DeskState? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT json FROM state ORDER BY seq DESC LIMIT 1")
        .map { try JSONDecoder().decode(DeskState.self, from: Data($0.utf8)) }
    }
  }

  /// A memory that the catalog answers for.
  public func memory() -> Memory {
    Memory(over: { [queue] key throws(Damage) in
      do {
        return try queue.read { db in
          try String.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM fact WHERE kind = ? AND key = ?"),
            arguments: [key.kind, key.text]
          ).map { try JSONDecoder().decode(Memory.Fact.self, from: Data($0.utf8)) }
        }
      } catch {
        throw Damage(Self.unreadable, hint: "stet doctor --fix makes it anew")
      }
    })
  }

  /// Whether a commit is among those judged, and its place in the line.
  public func position(of commit: String) throws(Damage) -> Int? {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT seq FROM log WHERE id = ?", arguments: [commit])
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(Damage) -> Value {
    do { return try queue.read(body) } catch {
      throw Damage(Self.unreadable, hint: "stet doctor --fix makes it anew")
    }
  }

  func write(_ body: (Database) throws -> Void) throws(Damage) {
    do { try queue.write(body) } catch {
      throw Damage(Self.unreadable, hint: "stet doctor --fix makes it anew")
    }
  }
}

extension Memory.Key {
  var kind: String {
    switch self {
    case .entry: "entry"
    case .path: "path"
    case .slug: "slug"
    case .address: "address"
    case .media: "media"
    case .brings: "brings"
    case .unborn: "unborn"
    case .before: "before"
    case .undo: "undo"
    }
  }

  var text: String {
    switch self {
    case .entry(let id), .undo(let id): id.description
    case .before(let id, let version): "\(id)/\(version)"
    case .path(let text), .slug(let text), .address(let text), .media(let text), .brings(let text),
      .unborn(let text):
      text
    }
  }
}
