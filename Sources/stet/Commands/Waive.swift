import ArgumentParser
import Editorial
import Newsroom

struct Waive: Command {
  static let configuration = CommandConfiguration(
    commandName: "waive", _superCommandName: "stet",
    abstract: "Let words stand that came in against the rules (a chief).",
    discussion: """
      The words count as an edit by their author; nothing is published by it. It is on the record for \
      good.

      EXAMPLES
        stet waive 3f2a9c01d2 -m "Rui was not in people/ yet"
      """)
  @Argument(help: ArgumentHelp("The violation, as stet verify names it.", valueName: "commit"))
  var commit: String
  @Option(
    name: .shortAndLong, help: ArgumentHelp("Why.", valueName: "why"))
  var message: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let stories = try newsroom.waive(commit, why: message ?? "")
    let what =
      stories.isEmpty
      ? "The violation is waived." : "The words of \(prose(stories.map(\.slug))) stand."
    return Answer(
      [what + " Desk only: \"\(message ?? "")\""],
      json: .array(stories.map { JSON.story($0, newsroom) }), hints: ["stet verify"])
  }
}
