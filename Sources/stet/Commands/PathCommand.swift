import ArgumentParser
import Editorial
import Newsroom

struct PathCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "path", _superCommandName: "stet", abstract: "Where a story's file is.",
    discussion: """
      In a newsroom without a work tree: its path on the desk.

      EXAMPLES
        stet path ferry-strike
        code "$(stet path ferry)"
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "path", newsroom, screen)
    let place = newsroom.place(of: found)
    return Answer(
      [place],
      json: .object([
        ("id", .string(found.entry.id.description)), ("slug", .string(found.slug)),
        ("path", .string(place)),
      ]))
  }
}
