import ArgumentParser
import Editorial
import Newsroom

struct Status: Command {
  static let configuration = CommandConfiguration(
    commandName: "status", _superCommandName: "stet",
    abstract: "What waits for me, what I have out, what is wrong, what readers have.",
    discussion: """
      Of a story: why it stands where it stands, as stet why says it.

      EXAMPLES
        stet status
        stet status --as george-hall
        stet status tolls
        stet status --json --fields waits,sentBack
      """)

  @Argument(
    help: ArgumentHelp("A story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if let story { return try WhyScreen.answer(try newsroom.find(story), newsroom, screen) }
    let report = try newsroom.status()
    let page = StatusScreen(report, newsroom.desk.policy, screen)
    var answer = Answer(page.lines(verbose: options.verbose), hints: page.hints)
    if options.json { answer.json = StatusJSON.json(report, newsroom) }
    return answer
  }
}
