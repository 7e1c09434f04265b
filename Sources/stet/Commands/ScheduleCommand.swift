import ArgumentParser
import Editorial
import Newsroom

struct ScheduleCommand: Command {
  static let configuration = Mover.configuration(
    "schedule", "Let exactly these words go out at a time.",
    """
    Times are the newsroom's: a day and an hour, an hour alone (the next one), or ISO 8601 with a zone. \
    stet publish --due, run by cron, publishes what is due.

    EXAMPLES
      stet schedule keeper --at 06:00
      stet schedule keeper --at "2026-11-26 06:00"
    """)
  @OptionGroup var move: MoveOptions
  @Option(help: ArgumentHelp("When.", valueName: "time")) var at: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let at else {
      throw Failure(
        .usage, "schedule for when?", hint: "--at 06:00, or --at \"2026-11-26 06:00\"")
    }
    let time = try newsroom.moment(future: at)
    for name in move.stories {
      let found = try newsroom.find(name)
      guard let set = found.entry.scheduled, set.at == time.moment, set.words == found.entry.words,
        set.by == newsroom.personIfKnown()?.handle
      else { continue }
      throw Failure(
        .refused, "\(found.slug) is scheduled for \(screen.time(set.at)) already",
        hint: "stet due   what is scheduled, and whether the clock runs")
    }
    var answer = try await Mover.answer("schedule", move, &newsroom, screen) {
      $0.time = time.moment
    }
    if time.isDoubled {
      answer.lines.append("The clocks go back that night: it is the first of the two \(at).")
    }
    return answer
  }
}

struct Unschedule: Moving {
  static let configuration = Mover.configuration(
    "unschedule", "Take a story's time away.",
    """
    EXAMPLES
      stet unschedule keeper -m "The lighthouse asked for a day"
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Due: Command {
  static let configuration = Mover.configuration(
    "due", "What is scheduled, and when the clock last ran.",
    """
    EXAMPLES
      stet due
      stet due --next
    """)
  @Flag(help: "The next one only.") var next = false
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var report = try newsroom.due()
    if next { report.items = Array(report.items.prefix(1)) }
    return DueScreen.answer(report, newsroom, screen)
  }
}
