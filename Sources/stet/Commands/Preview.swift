import ArgumentParser
import Editorial
import Newsroom

struct Preview: Command {
  static let configuration = CommandConfiguration(
    commandName: "preview", _superCommandName: "stet",
    abstract: "See a story as readers would.",
    discussion: """
      The page is marked as not for publication, and shows words and theme as they stand in the work \
      tree, saved or not. On a terminal a browser opens it, elsewhere its address is printed. With \
      --watch it loads again by itself whenever something changes.

      EXAMPLES
        stet preview ferry-strike
        stet preview ferry-strike --watch
      """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @Flag(help: "Show the story as it changes, until Ctrl-C.") var watch = false
  @Option(help: ArgumentHelp("The port of --watch.", valueName: "n")) var port: UInt16 = 0
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "preview", newsroom, screen)
    let opens = screen.canAsk && screen.isTerminal
    if watch {
      let page = try DeskView.page(of: found, in: newsroom).dropFirst()
      let view = DeskView(of: newsroom, at: Frame.folder(options))
      let window = try Window(on: .desk(view), port: port)
      let address = window.address + page
      let line = "\(found.slug) is at \(address) (stop with Ctrl-C)"
      try await window.serve {
        Output.line(line)
        if opens { await Self.open(address) }
      }
      return Answer()
    }
    let page = try await newsroom.preview(found)
    if opens { await Self.open(page) }
    return Answer(
      ["file://\(page)"],
      json: .object([("slug", .string(found.slug)), ("page", .string("file://\(page)"))]))
  }

  private static func open(_ page: String) async {
    _ = try? await Program.run("xdg-open >/dev/null 2>&1", on: page)
  }
}
