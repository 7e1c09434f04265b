import ArgumentParser
import Editorial
import Newsroom

struct SetWorkflow: Command {
  static let configuration = Mover.configuration(
    "set-workflow", "Give a story another workflow.",
    """
    For a chief. Its approvals are void; where the new workflow lacks its stage, it goes to the start.

    EXAMPLES
      stet set-workflow tram-depot breaking -m "It is moving too fast for review"
    """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String
  @Argument(help: "The workflow.") var workflow: String
  @Option(name: .shortAndLong, help: ArgumentHelp("A note to the desk.", valueName: "note"))
  var message: [String] = []
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try newsroom.find(story)
    let names = newsroom.desk.policy.inUse
    guard names.contains(workflow) else {
      throw Failure(
        .notFound, "no workflow in use is called \(workflow)",
        hint: names.nearest(to: workflow).map { "did you mean \($0)?" }
          ?? "there are \(prose(names)); stet workflows add \(workflow) puts in a shipped one")
    }
    var request = MoveRequest("set-workflow", [found.entry.id])
    (request.workflow, request.note) = (workflow, message.joined(separator: "\n\n"))
    let moved = try newsroom.move(request)
    return try MoveScreen.answer(moved, dryRun: options.dryRun, newsroom, screen)
  }
}
