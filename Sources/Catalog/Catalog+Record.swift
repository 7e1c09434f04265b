public import Editorial
import Foundation
internal import GRDB

/// The record by time, for notes and counts.
///
/// A line's date is what its commit says: forged dates move a line here, and nothing else.
extension Catalog {
  /// The lines of the record that are dated `moment` or later, newest first in its order.
  public func log(since moment: Moment) throws(Damage) -> [LogEntry] {
    try lines("at >= ?", [moment.seconds])
  }

  /// The moves that told readers one of `kinds`, dated `moment` or later, newest first.
  public func log(telling kinds: [String], since moment: Moment?) throws(Damage) -> [LogEntry] {
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    return try lines(
      "told IN (\(marks)) AND at >= ?", kinds + [moment?.seconds ?? .min])
  }

  private func lines(
    _ condition: String, _ arguments: [(any DatabaseValueConvertible)?]
  ) throws(Damage) -> [LogEntry] {
    let all = StatementArguments(arguments)
    return try read { db in
      let lines = try String.fetchAll(
        db, sql: "SELECT line FROM log WHERE \(condition) ORDER BY seq DESC", arguments: all)
      let decoder = JSONDecoder()
      return try lines.map { try decoder.decode(LogEntry.self, from: Data($0.utf8)) }
    }
  }

  /// How many versions were published at `moment` or later, and of how many stories.
  public func publications(since moment: Moment?) throws(Damage) -> (versions: Int, stories: Int) {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS versions, count(DISTINCT story) AS stories
          FROM log JOIN log_story USING (seq) WHERE version IS NOT NULL AND at >= ?
          """, arguments: [moment?.seconds ?? .min])
      return (row?["versions"] ?? 0, row?["stories"] ?? 0)
    }
  }
}
