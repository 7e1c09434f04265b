import ArgumentParser
import Editorial
import Newsroom

struct Handover: Command {
  static let configuration = CommandConfiguration(
    commandName: "handover", _superCommandName: "stet",
    abstract: "A shift's note for the next one.",
    discussion: """
      What went out and who let it, what is due, what waits and since when, what is held and why, what \
      nobody has read twice, what is not out yet. Plain text in 80 columns, to be pasted into a mail. \
      It looks eight hours back unless --since says otherwise.

      EXAMPLES
        stet handover
        stet handover --since 06:00
        stet handover --since yesterday --json
      """)

  @Option(help: ArgumentHelp("Since when: a time or a day.", valueName: "time"))
  var since: String?

  @OptionGroup var options: Options

  /// A shift, in seconds.
  static let shift: Int64 = 8 * 3600

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let start =
      try since.map { try newsroom.moment($0, "--since", atEnd: false) }
      ?? Moment(seconds: newsroom.circumstances.now.seconds - Self.shift)
    let report = try newsroom.handover(since: start)
    var answer = Answer(HandoverScreen(report, newsroom.desk.policy, screen).lines)
    if options.json { answer.json = HandoverJSON.json(report, newsroom) }
    return answer
  }
}
