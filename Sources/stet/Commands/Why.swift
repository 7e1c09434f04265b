import ArgumentParser
import Editorial
import Newsroom

struct Why: Command {
  static let configuration = CommandConfiguration(
    commandName: "why", _superCommandName: "stet",
    abstract: "What readers see of a story, what it needs, who can do it.",
    discussion: """
      Always in this order: readers, the work, what stands in the way, who can move it, you. --at says \
      what readers saw at a time in the past, and who answers for it.

      EXAMPLES
        stet why tolls
        stet why tolls --json
        stet why tolls --at "2026-11-25 14:00"
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @Option(help: ArgumentHelp("What readers saw then.", valueName: "time"))
  var at: String?

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "why", newsroom, screen)
    if let at {
      let report = try newsroom.seen(found, at: try newsroom.moment(seenAt: at))
      var answer = Answer(SeenScreen.why(report, newsroom.desk.policy, screen))
      if options.json { answer.json = SeenScreen.json(report, newsroom) }
      answer.hints = ["stet show \(found.slug) --at \"\(at)\"   the words that they read"]
      return answer
    }
    return try WhyScreen.answer(found, newsroom, screen)
  }
}
