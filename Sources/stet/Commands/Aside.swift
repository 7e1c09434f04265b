import ArgumentParser
import Editorial
import Newsroom

struct Resume: Command {
  static let configuration = Mover.configuration(
    "resume", "Take up the version that a fix had set aside.",
    """
    A fix does this by itself; where both changed the same sentence, stet resolve settles it.

    EXAMPLES
      stet resume tolls
    """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "resume", newsroom, screen)
    let moved = try newsroom.resume(found.entry.id)
    return try MoveScreen.answer([moved], dryRun: options.dryRun, newsroom, screen)
  }
}

struct Resolve: Command {
  static let configuration = Mover.configuration(
    "resolve", "Settle a version that a fix could not be merged into.",
    """
    Everything else of both is merged; only the sentences that both changed are decided.

    EXAMPLES
      stet resolve tolls              what is in question
      stet resolve tolls --mine       the open version's sentences
      stet resolve tolls --theirs     the sentences that readers see
      stet resolve tolls --edit       your own, in the editor
    """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @Flag(help: "The open version's words.") var mine = false
  @Flag(help: "What readers see.") var theirs = false
  @Flag(help: "Words of your own, in the editor.") var edit = false
  @Option(help: ArgumentHelp("The settled text, from a file or -.", valueName: "file"))
  var body: String?
  @Option(name: .shortAndLong, help: ArgumentHelp("A note to the desk.", valueName: "note"))
  var message: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "resolve", newsroom, screen)
    guard let strands = try newsroom.strands(of: found) else {
      throw Failure(
        .refused, "nothing of \(found.slug) waits to be resolved",
        hint: "stet status shows what does")
    }
    let resolution: Newsroom.Resolution
    switch (mine, theirs, edit || body != nil) {
    case (true, false, false): resolution = .mine
    case (false, true, false): resolution = .theirs
    case (false, false, true):
      let text = try body.map { try WordOptions.text(of: $0) }
      if let text, let merged = strands.mine {
        resolution = .words(merged.file.replacingBody(with: text))
      } else if let words = try await EditorSession.settle(found, strands, newsroom, screen) {
        resolution = .words(words)
      } else {
        return Answer(["Nothing was settled in \(found.slug)."], json: .array([]))
      }
    case (false, false, false): return Self.question(found, strands)
    default:
      throw Failure(.usage, "choose one of --mine, --theirs and --edit")
    }
    let moved = try newsroom.resolve(found.entry.id, resolution, note: message ?? "")
    return try MoveScreen.answer([moved], dryRun: options.dryRun, newsroom, screen)
  }

  /// What is in question.
  private static func question(_ found: Found, _ strands: Desk.Strands) -> Answer {
    let conflicts = strands.merged.conflicts
    var answer = Answer()
    answer.lines = ["\(found.slug): both versions changed the same words."]
    for conflict in conflicts {
      answer.lines.append(conflict.place)
      answer.lines.append("  mine    \(conflict.mine)")
      answer.lines.append("  theirs  \(conflict.theirs)")
    }
    answer.json = .array(
      conflicts.map {
        .object([
          ("place", .string($0.place)), ("mine", .string($0.mine)), ("theirs", .string($0.theirs)),
        ])
      })
    answer.hints = ["stet resolve \(found.slug) --mine, --theirs or --edit"]
    return answer
  }
}
