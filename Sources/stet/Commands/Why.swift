import ArgumentParser
import Editorial
import Newsroom

struct Why: Command {
  static let configuration = CommandConfiguration(
    commandName: "why", _superCommandName: "stet",
    abstract: "What readers see of a story, what it needs, who can do it.",
    discussion: """
      Always in this order: readers, the work, what stands in the way, who can move it, you.

      EXAMPLES
        stet why tolls
        stet why tolls --json
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "why", newsroom, screen)
    return try WhyScreen.answer(found, newsroom, screen)
  }
}
