import ArgumentParser
import Editorial
import Newsroom

struct Credits: Command {
  static let configuration = CommandConfiguration(
    commandName: "credits", _superCommandName: "stet",
    abstract: "Whose names stand on a story, and why.",
    discussion: """
      The byline comes from the story's words, the credit line from the record: who approved it, who \
      changed words after it came in.

      EXAMPLES
        stet credits ferry-strike
        stet credits grain-ship --json
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "credits", newsroom, screen)
    let policy = newsroom.desk.policy
    let names = newsroom.attribution(of: found)
    let past = try newsroom.past(of: found, limit: nil, counting: true)
    let reasons = CreditsScreen.reasons(found, past, policy, screen)
    let editors = found.entry.editors.map(\.description)
    var answer = Answer(["\(found.slug)   \(found.headline)", ""])
    let shown = [names.byline, names.credit].compactMap { $0 }
    answer.lines += shown.isEmpty ? ["Nobody's name stands on it."] : shown
    answer.lines.append("")
    let column = reasons.map { $0.who.count }.max() ?? 0
    for reason in reasons {
      let lines = screen.wrapped(reason.what, indent: column + 3)
      for (index, line) in lines.enumerated() {
        answer.lines.append(
          index == 0
            ? screen.padded(reason.who, to: column + 3) + line.dropFirst(column + 3) : line)
      }
    }
    answer.json = .object([
      ("byline", JSON.people(found.byline, policy)), ("editors", JSON.people(editors, policy)),
      ("line", JSON(names.credit)), ("reasons", JSON(reasons.map { "\($0.who): \($0.what)" })),
    ])
    return answer
  }
}
