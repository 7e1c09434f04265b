import ArgumentParser
import Editorial
import Newsroom

struct Doctor: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor", _superCommandName: "stet",
    abstract: "What is wrong with this newsroom or machine, and what mends it.",
    discussion: """
      --fix mends what is safe to mend: it puts the last good files back in a change of its own, and \
      what readers see to what follows from the record.

      EXAMPLES
        stet doctor
        stet doctor --fix
        stet doctor --cron   the lines for crontab and systemd that publish what is due
      """)
  @Flag(help: "Mend what is safe to mend.") var fix = false
  @Flag(help: "Print the lines that run the clock.") var cron = false
  @OptionGroup var options: Options

  func answerWithout(_ screen: Screen) async throws -> Answer? {
    if cron { return nil }
    let ailments = try Newsroom.examine(
      Frame.folder(options), try Frame.circumstances(options, screen), fix: fix)
    var answer = Answer()
    answer.json = .array(
      ailments.map { ailment in
        .object([
          ("problem", .string(ailment.problem)), ("place", .string(ailment.place)),
          ("remedy", .string(ailment.remedy)), ("fixed", .bool(ailment.fixed)),
        ])
      })
    for ailment in ailments {
      answer.lines.append(
        "\(ailment.fixed ? "mended: " : "")\(ailment.problem)  (\(ailment.place))")
      if !ailment.fixed { answer.lines.append("    \(ailment.remedy)") }
    }
    if ailments.isEmpty { answer.lines = ["Nothing is wrong here."] }
    answer.status = ailments.contains { !$0.fixed } ? .failed : .done
    return answer
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let lines = newsroom.clockLines(of: CommandLine.arguments.first ?? "stet")
    return Answer(lines, json: JSON(lines))
  }
}
