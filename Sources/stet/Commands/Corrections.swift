import ArgumentParser
import Editorial
import Newsroom

struct Corrections: Command {
  static let configuration = CommandConfiguration(
    commandName: "corrections", _superCommandName: "stet",
    abstract: "What was corrected, by whom, after how long.",
    discussion: """
      Corrections, clarifications and withdrawals with their notices as readers have them now, who \
      asked and who published. The time runs from the publication of the version that first had a word \
      that the correction took out; where it took none out, of the version that it replaced.

      EXAMPLES
        stet corrections
        stet corrections --since 2026-11-01
        stet corrections --since 2026-11-01 --csv > corrections.csv
      """)

  @Option(help: ArgumentHelp("Since when: a day or a time.", valueName: "when"))
  var since: String?

  @Flag(help: "As a table for a spreadsheet.") var csv = false

  @OptionGroup var options: Options

  func validate() throws {
    guard !csv || !options.json else { throw ValidationError("--csv or --json, not both") }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let start = try since.map { try newsroom.moment($0, "--since", atEnd: false) }
    let report = try newsroom.corrections(since: start)
    let policy = newsroom.desk.policy
    var answer = Answer(CorrectionsScreen.lines(report, policy, screen))
    answer.json = CorrectionsScreen.json(report, policy)
    answer.paged = true
    if csv { answer.raw = Array(CSV.text(CorrectionsScreen.rows(report, policy)).utf8) }
    return answer
  }
}
