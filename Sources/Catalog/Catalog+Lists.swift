public import Editorial
import Foundation
internal import GRDB

/// Which stories a list holds.
public struct Filter: Hashable, Sendable {
  public var stages: [String] = []
  public var section: String?
  /// A handle or a plain name.
  public var byline: String?
  public var editor: String?
  /// Whose own: maker or byline.
  public var mine: Handle?
  public var tag: String?
  /// By the moment of the last change of stage.
  public var since: Moment?
  public var until: Moment?
  /// Only what has one of these.
  public var flags: [Flag] = []
  /// Stages of `workflow/stage` that are left out.
  public var without: [String] = []
  public var sort = Sort.changed
  /// Nil is all.
  public var limit: Int?

  public enum Sort: String, Sendable, CaseIterable {
    case changed, waiting, created, published, headline, section, stage, urgency, words, slug,
      scheduled
  }

  public init() {}
}

extension Catalog {
  /// The stories that a filter lets through, in its order.
  public func stories(_ filter: Filter) throws(Damage) -> [Listed] {
    let (condition, arguments) = condition(filter)
    let limit = filter.limit.map { "LIMIT \($0)" } ?? ""
    return try listed("\(condition) ORDER BY \(order(filter.sort)) \(limit)", arguments)
  }

  /// How many stories a filter lets through, whatever its limit.
  public func count(_ filter: Filter) throws(Damage) -> Int {
    let (condition, arguments) = condition(filter)
    return try read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM story \(condition)", arguments: arguments)
        ?? 0
    }
  }

  private func condition(_ filter: Filter) -> (sql: String, StatementArguments) {
    var terms: [String] = []
    var arguments: [(any DatabaseValueConvertible)?] = []
    func add(_ term: String, _ value: (any DatabaseValueConvertible)?) {
      terms.append(term)
      arguments.append(value)
    }
    if !filter.stages.isEmpty {
      let marks = filter.stages.map { _ in "?" }.joined(separator: ", ")
      terms.append("stage IN (\(marks))")
      arguments += filter.stages.map { $0 as (any DatabaseValueConvertible)? }
    }
    if !filter.without.isEmpty {
      let marks = filter.without.map { _ in "?" }.joined(separator: ", ")
      terms.append("workflow || '/' || stage NOT IN (\(marks))")
      arguments += filter.without.map { $0 as (any DatabaseValueConvertible)? }
    }
    if let section = filter.section { add("section = ?", section) }
    if let byline = filter.byline { add("instr(byline, ?)", "|\(byline)|") }
    if let editor = filter.editor { add("instr(editors, ?)", "|\(editor)|") }
    if let tag = filter.tag { add("instr(tags, ?)", "|\(tag)|") }
    if let mine = filter.mine {
      terms.append("(maker = ? OR instr(byline, ?))")
      arguments += [mine.description, "|\(mine)|"]
    }
    if let since = filter.since { add("since >= ?", since.seconds) }
    if let until = filter.until { add("since < ?", until.seconds) }
    if !filter.flags.isEmpty {
      let choices = filter.flags.map { _ in "instr(flags, ?)" }.joined(separator: " OR ")
      terms.append("flags IS NOT NULL AND (\(choices))")
      arguments += filter.flags.map { "|\($0.rawValue)|" as (any DatabaseValueConvertible)? }
    }
    let condition = terms.isEmpty ? "" : "WHERE " + terms.joined(separator: " AND ")
    return (condition, StatementArguments(arguments))
  }

  private func order(_ sort: Filter.Sort) -> String {
    switch sort {
    case .changed: "since DESC, path"
    case .waiting: "since, path"
    case .created: "created DESC, path"
    case .published: "published DESC, path"
    case .headline: "headline, path"
    case .section: "section, since DESC, path"
    case .stage: "stage, since DESC, path"
    case .urgency: "coalesce(urgency, 5), since DESC, path"
    case .words: "words DESC, path"
    case .slug: "slug, path"
    case .scheduled: "scheduled IS NULL, scheduled, path"
    }
  }

  public func story(_ id: StoryID) throws(Damage) -> Listed? {
    try listed("WHERE id = ?", [id.description]).first
  }

  /// The stories with exactly this slug, path or address, newest first.
  public func stories(named name: String) throws(Damage) -> [Listed] {
    try listed(
      "WHERE slug = ?1 OR id = ?1 OR path = ?1 OR live_path = ?1 ORDER BY path DESC", [name])
  }

  /// The stories at a path of `main` or `live`.
  public func stories(at path: String) throws(Damage) -> [Listed] {
    try listed("WHERE path = ?1 OR live_path = ?1 ORDER BY path DESC", [path])
  }

  /// The stories whose slug or id begins so, newest first, at most six.
  public func stories(
    beginning text: String, without parked: [String]
  ) throws(Damage) -> [Listed] {
    let marks = parked.map { _ in "?" }.joined(separator: ", ")
    let skip = parked.isEmpty ? "" : "AND workflow || '/' || stage NOT IN (\(marks))"
    var arguments: [(any DatabaseValueConvertible)?] = [text, text, text, text]
    arguments += parked.map { $0 as (any DatabaseValueConvertible)? }
    return try listed(
      """
      WHERE ((slug >= ? AND slug < ? || x'EFBFBF') OR (id >= ? AND id < ? || x'EFBFBF')) \(skip)
      ORDER BY path DESC LIMIT 6
      """, StatementArguments(arguments))
  }

  /// Every slug, for near misses.
  public func slugs() throws(Damage) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT DISTINCT slug FROM story ORDER BY slug") }
  }

  /// The files under articles/ that are no story yet.
  public func unborn() throws(Damage) -> [String] {
    try read {
      try String.fetchAll($0, sql: "SELECT key FROM fact WHERE kind = 'unborn' ORDER BY key")
    }
  }

  /// The record, newest first; of one story where `story` says so.
  public func log(
    _ story: StoryID? = nil, by person: String? = nil, limit: Int? = nil
  ) throws(Damage) -> [LogEntry] {
    let limited = limit.map { "LIMIT \($0)" } ?? ""
    return try read { db in
      let lines =
        if let story {
          try String.fetchAll(
            db,
            sql: """
              SELECT line FROM log_story JOIN log USING (seq) WHERE story = ?
              ORDER BY seq DESC \(limited)
              """, arguments: [story.description])
        } else if let person {
          try String.fetchAll(
            db, sql: "SELECT line FROM log WHERE by = ? ORDER BY seq DESC \(limited)",
            arguments: [person])
        } else {
          try String.fetchAll(db, sql: "SELECT line FROM log ORDER BY seq DESC \(limited)")
        }
      let decoder = JSONDecoder()
      return try lines.map { try decoder.decode(LogEntry.self, from: Data($0.utf8)) }
    }
  }

  /// How many stories were published by what came after `commit`; after everything where nil.
  public func published(since commit: String?) throws(Damage) -> Int {
    let start = if let commit { try position(of: commit) } else { Int?.none }
    return try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT story) FROM log JOIN log_story USING (seq)
          WHERE version IS NOT NULL AND seq > ?
          """, arguments: [start ?? 0]) ?? 0
    }
  }

  /// Every fact, for comparing with a fold from the root.
  public func facts() throws(Damage) -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT kind, key, value FROM fact")
      return Dictionary(
        rows.map { ("\($0["kind"] as String) \($0["key"] as String)", $0["value"]) }
      ) { first, _ in first }
    }
  }

  private func listed(
    _ condition: String, _ arguments: StatementArguments
  ) throws(Damage) -> [Listed] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT card, (SELECT value FROM fact WHERE kind = 'entry' AND key = story.id) AS value
          FROM story \(condition)
          """, arguments: arguments)
      let decoder = JSONDecoder()
      return try rows.compactMap { row in
        let (card, value): (String, String) = (row["card"], row["value"])
        guard case .entry(let entry) = try decoder.decode(Memory.Fact.self, from: Data(value.utf8))
        else { return nil }
        return Listed(entry: entry, card: try decoder.decode(Card.self, from: Data(card.utf8)))
      }
    }
  }
}

extension Catalog {
  /// The slugs that are `slug` or begin with it and a hyphen, whether of stories, of files that are
  /// none yet, or of addresses on `live`.
  public func takenSlugs(like slug: String) throws(Damage) -> [String] {
    try read { db in
      let stories = try String.fetchAll(
        db,
        sql: "SELECT slug FROM story WHERE slug = ?1 OR (slug > ?1 || '-' AND slug < ?1 || '.')",
        arguments: [slug])
      let paths = try String.fetchAll(
        db, sql: "SELECT key FROM fact WHERE kind = 'unborn' AND key LIKE '%/' || ?1 || '%'",
        arguments: [slug])
      return stories + paths.compactMap { StoryPath($0)?.slug }
    }
  }
}

extension Catalog {
  /// How many stories have each tag.
  public func tagCounts() throws(Damage) -> [String: Int] {
    try read { db in
      var counts: [String: Int] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT tags, count(*) FROM story WHERE tags <> '||' GROUP BY tags")
      while let row = try rows.next() {
        let (tags, count): (String, Int) = (row[0], row[1])
        for tag in tags.split(separator: "|") { counts[String(tag), default: 0] += count }
      }
      return counts
    }
  }
}
