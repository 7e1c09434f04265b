public import Editorial
import Foundation
internal import GRDB

extension Catalog {
  /// Keeps judged commits, in one transaction.
  public func append(_ steps: [Step]) throws(Damage) {
    try write { db in
      for step in steps { try Self.add(step, to: db, undoable: true) }
      try Self.prune(db)
    }
  }

  /// Replaces everything by what a fold from the root came to: the last facts, and every line of the
  /// record, oldest first.
  public func replace(
    facts: [(Memory.Key, Memory.Fact)], cards: [StoryID: Card], lines: [LogEntry],
    state: DeskState
  ) throws(Damage) {
    try write { db in
      for table in ["fact", "story", "log", "log_story", "state", "was"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      let encoder = JSONEncoder()
      for (key, fact) in facts { try Self.set(key, fact, in: db, encoder) }
      for (key, fact) in facts {
        guard case .entry(let id) = key, case .entry(let entry) = fact, let card = cards[id]
        else { continue }
        try Self.set(entry, card, in: db, encoder)
      }
      for line in lines { try Self.add(line, to: db, encoder) }
      try Self.keep(state, in: db, encoder)
    }
  }

  /// Takes back every step after `commit`; false where that lies deeper than what is kept.
  public func stepBack(to commit: String) throws(Damage) -> Bool {
    guard let target = try position(of: commit) else { return false }
    let has = try read { db in
      try Int.fetchOne(db, sql: "SELECT 1 FROM state WHERE seq = ?", arguments: [target]) != nil
    }
    guard has else { return false }
    try write { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT kind, key, value FROM was WHERE seq > ? ORDER BY seq DESC, rowid DESC",
        arguments: [target])
      for row in rows {
        let (kind, key): (String, String) = (row["kind"], row["key"])
        if kind == "card" {
          if let value: String = row["value"] {
            try db.execute(
              sql: "UPDATE story SET card = ? WHERE id = ?", arguments: [value, key])
          }
          continue
        }
        if let value: String = row["value"] {
          try db.execute(
            sql: "INSERT OR REPLACE INTO fact VALUES (?, ?, ?)", arguments: [kind, key, value])
        } else {
          try db.execute(
            sql: "DELETE FROM fact WHERE kind = ? AND key = ?", arguments: [kind, key])
          if kind == "entry" {
            try db.execute(sql: "DELETE FROM story WHERE id = ?", arguments: [key])
          }
        }
      }
      try Self.relist(rows.filter { $0["kind"] == "entry" }.map { $0["key"] }, in: db)
      for table in ["log", "log_story", "state", "was"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE seq > ?", arguments: [target])
      }
    }
    return true
  }

  /// Renews the rows of stories whose entry was put back.
  private static func relist(_ ids: [String], in db: Database) throws {
    for id in Set(ids).sorted() {
      guard
        let json = try String.fetchOne(
          db, sql: "SELECT value FROM fact WHERE kind = 'entry' AND key = ?", arguments: [id]),
        let card = try String.fetchOne(
          db, sql: "SELECT card FROM story WHERE id = ?", arguments: [id]),
        case .entry(let entry) = try JSONDecoder().decode(Memory.Fact.self, from: Data(json.utf8))
      else { continue }
      try set(
        entry, try JSONDecoder().decode(Card.self, from: Data(card.utf8)), in: db, JSONEncoder())
    }
  }

  private static func add(_ step: Step, to db: Database, undoable: Bool) throws {
    let encoder = JSONEncoder()
    let seq = try add(step.line, to: db, encoder)
    for (key, fact) in step.facts {
      let old = try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM fact WHERE kind = ? AND key = ?"),
        arguments: [key.kind, key.text])
      try db.execute(
        sql: "INSERT INTO was VALUES (?, ?, ?, ?)", arguments: [seq, key.kind, key.text, old])
      try set(key, fact, in: db, encoder)
      guard case .entry(let id) = key, case .entry(let entry)? = fact else { continue }
      let oldCard = try String.fetchOne(
        db, sql: "SELECT card FROM story WHERE id = ?", arguments: [id.description])
      if let card = step.cards[id] {
        try db.execute(
          sql: "INSERT INTO was VALUES (?, 'card', ?, ?)",
          arguments: [seq, id.description, oldCard])
        try set(entry, card, in: db, encoder)
      }
    }
    try keep(step.state, in: db, encoder)
  }

  @discardableResult
  private static func add(_ line: LogEntry, to db: Database, _ encoder: JSONEncoder) throws -> Int64
  {
    try db.execute(
      sql: "INSERT INTO log (id, at, by, kind, version, told, line) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        line.commit, line.at.seconds, line.by, line.kind.rawValue, line.version, line.versionKind,
        try encoder.text(line),
      ])
    let seq = db.lastInsertedRowID
    for story in line.stories {
      try db.execute(
        sql: "INSERT OR IGNORE INTO log_story VALUES (?, ?)", arguments: [story.description, seq])
    }
    return seq
  }

  private static func keep(_ state: DeskState, in db: Database, _ encoder: JSONEncoder) throws {
    let seq = try Int.fetchOne(db, sql: "SELECT max(seq) FROM log") ?? 0
    try db.execute(
      sql: "INSERT OR REPLACE INTO state VALUES (?, ?)", arguments: [seq, try encoder.text(state)])
  }

  private static func set(
    _ key: Memory.Key, _ fact: Memory.Fact?, in db: Database, _ encoder: JSONEncoder
  ) throws {
    guard let fact else {
      try db.execute(
        sql: "DELETE FROM fact WHERE kind = ? AND key = ?", arguments: [key.kind, key.text])
      return
    }
    let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO fact VALUES (?, ?, ?)")
    try statement.execute(arguments: [key.kind, key.text, try encoder.text(fact)])
  }

  private static func set(
    _ entry: Entry, _ card: Card, in db: Database, _ encoder: JSONEncoder
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO story VALUES
        (\(Array(repeating: "?", count: 24).joined(separator: ", ")))
        """)
    func padded(_ names: [String]) -> String { "|" + names.joined(separator: "|") + "|" }
    try statement.execute(arguments: [
      entry.id.description, entry.slug, entry.path, entry.livePath, entry.workflow, entry.stage,
      entry.publication.rawValue, entry.version, entry.maker.description, card.section,
      card.headline, entry.day, entry.published?.seconds, entry.modified?.seconds,
      entry.since.seconds, entry.created, card.urgency, card.wordCount, padded(card.byline),
      padded(entry.editors.map(\.description)), padded(card.tags), try encoder.text(card),
      entry.scheduled?.at.seconds, Flag.text(of: entry),
    ])
  }

  private static func prune(_ db: Database) throws {
    let last = try Int.fetchOne(db, sql: "SELECT max(seq) FROM log") ?? 0
    try db.execute(sql: "DELETE FROM was WHERE seq <= ?", arguments: [last - kept])
    try db.execute(sql: "DELETE FROM state WHERE seq < ?", arguments: [last - kept])
  }
}

extension JSONEncoder {
  func text(_ value: some Encodable) throws -> String {
    String(decoding: try encode(value), as: UTF8.self)
  }
}
