import ArgumentParser
import Editorial
import Newsroom

struct UndoCommand: Command {
  static let configuration = Mover.configuration(
    "undo", "Take back your last act on a story.",
    """
    An edit or a move that changed nothing for readers; the record keeps both it and the undo.

    EXAMPLES
      stet undo ferry-strike
      stet undo            the story that you touched last
    """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try newsroom.find(story ?? "@")
    let undone = try newsroom.undo(found.entry.id)
    let what = undone.line?.transition ?? undone.line?.kind.rawValue ?? "act"
    let verb = options.dryRun ? "Would undo" : "Undid"
    let way = undone.from == undone.to ? "in \(undone.to)" : "\(undone.from) → \(undone.to)"
    var answer = Answer([
      "\(verb) \(what) of \(undone.found.slug): \(way)\(newsroom.signature())."
    ])
    let standing = undone.found.entry.standing
    if !standing.isEmpty {
      let names = standing.map { newsroom.desk.policy.name(of: $0.by.description) }
      answer.lines.append("The approval of these words by \(prose(names)) stands again.")
    }
    if let scheduled = undone.found.entry.scheduled {
      answer.lines.append("It is scheduled for \(screen.time(scheduled.at)) again.")
    }
    answer.json = .array([
      .object([
        ("id", .string(undone.found.entry.id.description)), ("slug", .string(undone.found.slug)),
        ("transition", .string("undo")), ("from", .string(undone.from)),
        ("to", .string(undone.to)), ("by", .string(undone.by.description)),
        ("enteredBy", JSON(undone.enteredBy)),
        ("at", .string(newsroom.circumstances.now.description)), ("commit", .string(undone.commit)),
        ("version", .int(undone.found.entry.version)), ("override", .array([])),
        ("readers", .array([])),
      ])
    ])
    if !options.dryRun { answer.hints = ["stet log \(undone.found.slug)   shows both"] }
    return answer
  }
}
