import ArgumentParser
import Editorial
import Newsroom

struct Preview: Command {
  static let configuration = CommandConfiguration(
    commandName: "preview", _superCommandName: "stet",
    abstract: "See a story as readers would.",
    discussion: """
      The page is marked as not for publication. On a terminal a browser opens it, elsewhere its \
      address is printed.

      EXAMPLES
        stet preview ferry-strike
      """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "preview", newsroom, screen)
    let page = try await newsroom.preview(found)
    if screen.canAsk, screen.isTerminal {
      _ = try? await Program.run("xdg-open >/dev/null 2>&1", on: page)
    }
    return Answer(
      ["file://\(page)"],
      json: .object([("slug", .string(found.slug)), ("page", .string("file://\(page)"))]))
  }
}
