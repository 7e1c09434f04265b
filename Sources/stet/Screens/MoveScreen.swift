import Editorial
import Newsroom

/// What a move says.
enum MoveScreen {
  static func answer(
    _ moved: [Moved], dryRun: Bool, _ newsroom: borrowing Newsroom, _ screen: Screen,
    isSent: Bool = false
  ) throws -> Answer {
    var answer = Answer()
    let publishes = moved.contains(where: \.publishes)
    let readers = publishes ? try newsroom.reach() : nil
    answer.json = .array(moved.map { json($0, $0.publishes ? readers : nil) })
    for one in moved {
      answer.lines +=
        MoveLines(one, dryRun: dryRun, newsroom.desk.policy, screen).lines
        + names(one, newsroom) + MoveLines.further(one, newsroom.desk.policy, screen)
    }
    if publishes, !newsroom.desk.policy.fourEyes {
      answer.lines.append("Four-eyes is off in this newsroom: nobody else need have read it.")
    }
    if !dryRun, !isSent, let readers { answer.lines.append(readers.line) }
    if !dryRun, !isSent, let hint = try moved.last.flatMap({ try hint($0, readers, newsroom) }) {
      answer.hints = [hint]
    }
    return answer
  }

  static func json(_ moved: Moved, _ readers: Reach?) -> JSON {
    .object([
      ("id", .string(moved.found.entry.id.description)), ("slug", .string(moved.found.slug)),
      ("transition", .string(moved.transition)), ("from", .string(moved.from)),
      ("to", .string(moved.to)), ("by", .string(moved.by.description)),
      ("enteredBy", JSON(moved.enteredBy)), ("at", .string(moved.at.description)),
      ("commit", .string(moved.commit)), ("version", .int(moved.version)),
      ("override", JSON(moved.passed)), ("readers", JSON.readers(readers)),
    ])
  }

  /// Whose names stand on a publication.
  private static func names(_ moved: Moved, _ newsroom: borrowing Newsroom) -> [String] {
    guard moved.publishes, moved.resumed == nil else { return [] }
    let names = newsroom.attribution(of: moved.found)
    let credit = names.credit.map { $0.hasPrefix("• ") ? String($0.dropFirst(2)) : $0 }
    let parts = [names.byline, credit].compactMap { $0 }
    return parts.isEmpty ? [] : ["Names: \(parts.joined(separator: " · "))"]
  }

  private static func hint(
    _ moved: Moved, _ readers: Reach?, _ newsroom: borrowing Newsroom
  ) throws -> String? {
    let slug = moved.found.slug
    if !moved.conflicts.isEmpty { return "stet resolve \(slug)   shows what is in question" }
    switch moved.transition {
    case "submit": return "stet recall \(slug)   takes it back while nobody has changed it"
    case "approve":
      // After publication nothing is left to be done.
      let workflow = newsroom.desk.policy.workflows[moved.found.entry.workflow]
      guard moved.to != workflow?.published else { return nil }
      let who = try newsroom.ways(to: "publish", moved.found).first?.steps.last?.who ?? []
      let names = prose(who.map { newsroom.desk.policy.name(of: $0.description) }, "or")
      return names.isEmpty
        ? "stet why \(slug)   what it needs to be published"
        : "\(names) can publish it; a changed word voids this"
    case "reject": return "it tops their stet status"
    case "publish", "refile", "add", "restore":
      return ReleaseScreen.hint(
        for: moved.by, newsroom.desk.policy, readers?.outlets ?? [], pending: readers?.pending ?? 0)
    case "update", "correct", "clarify", "resume":
      let open = newsroom.desk.openMoves(of: moved.found.entry)
      let next = ["submit", "approve", "publish"].first(where: open.contains) ?? "why"
      return moved.transition == "resume"
        ? "stet \(next) \(slug)" : "stet edit \(slug)   then stet \(next) \(slug)"
    case "schedule": return "stet due   what is scheduled, and whether the clock runs"
    case "hold": return "stet lift \(slug)   ends it, with the same words"
    case "lift" where moved.found.entry.isLive:
      return "stet export --outlets   brings it back to readers"
    case "retract": return "stet log \(slug)   the whole record, for counsel"
    case "pull": return "stet why \(slug)   what it needs to go out again"
    case "spike": return "stet revive \(slug)   brings it back"
    default: return nil
    }
  }
}
