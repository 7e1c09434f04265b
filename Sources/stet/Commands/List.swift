import ArgumentParser
import Editorial
import Newsroom

struct List: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "stet", abstract: "Stories by stage, section, person.",
    discussion: """
      All but the spiked, the last moved first, 50 unless --limit says otherwise.

      EXAMPLES
        stet list --stage edit --stage review
        stet list --mine --sort words
        stet list --section harbour --since 2026-11-24
        stet list --ready --json --fields slug,headline
      """)

  @Option(
    name: .customLong("stage"),
    help: ArgumentHelp("In this stage; may be given again.", valueName: "stage"),
    completion: .custom { _, _, _ in Completions.stages() })
  var stages: [String] = []

  @Option(
    help: ArgumentHelp("In this part of the paper.", valueName: "id"),
    completion: .custom { _, _, _ in Completions.sections() })
  var section: String?

  @Option(
    help: ArgumentHelp("Signed by: a handle, or a name.", valueName: "who"),
    completion: .custom { _, _, _ in Completions.people() })
  var byline: String?

  @Option(
    help: ArgumentHelp("Edited by.", valueName: "who"),
    completion: .custom { _, _, _ in Completions.people() })
  var editor: String?

  @Flag(help: "Those that I made or sign.") var mine = false
  @Flag(help: "Those that somebody could publish now.") var ready = false
  @Flag(help: "Those that are scheduled.") var scheduled = false

  @Option(help: ArgumentHelp("With this tag.", valueName: "tag")) var tag: String?

  @Option(
    help: ArgumentHelp("Moved then or later: a day, a time.", valueName: "when"))
  var since: String?

  @Option(help: ArgumentHelp("Moved then or before.", valueName: "when")) var until: String?

  @Option(
    help: ArgumentHelp("By \(prose(ListRequest.sorts, "or")).", valueName: "key"),
    completion: .list(ListRequest.sorts))
  var sort: String?

  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit = 50

  @OptionGroup var options: Options

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1 up") }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var request = ListRequest()
    (request.stages, request.section, request.byline) = (stages, section, byline)
    (request.editor, request.mine, request.ready) = (editor, mine, ready)
    (request.scheduled, request.tag, request.since) = (scheduled, tag, since)
    (request.until, request.sort, request.limit) = (until, sort, limit)
    let (stories, more) = try newsroom.list(request)
    var answer = Answer(ListScreen.lines(stories, newsroom.desk.policy, screen))
    if stories.isEmpty { answer.lines = ["No stories."] }
    if more > 0 {
      answer.lines.append("… and \(more) more: --limit \(stories.count + more) shows all")
    }
    if options.json {
      var all: [JSON] = []
      for story in stories { all.append(.story(story, newsroom)) }
      answer.json = .array(all)
    }
    return answer
  }
}
