import Editorial
import Newsroom

/// What is scheduled, and what the clock did.
enum DueScreen {
  static func answer(
    _ report: DueReport, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> Answer {
    var answer = Answer()
    answer.json = .object([
      ("clock", JSON(report.clock?.description)),
      ("stories", .array(report.items.map { .story($0.found, newsroom) })),
    ])
    guard !report.items.isEmpty else {
      answer.lines = ["Nothing is scheduled.", clockLine(report, screen)]
      return answer
    }
    let width = report.items.map(\.found.slug.count).max() ?? 0
    let times = report.items.map { screen.time($0.at).count }.max() ?? 0
    for item in report.items {
      let late = item.at <= screen.now ? "due since" : "in"
      let when = item.at <= screen.now ? screen.age(item.at) : screen.distance(to: item.at)
      let by = newsroom.desk.policy.name(of: item.by.description)
      answer.lines.append(
        "\(screen.padded(screen.time(item.at), to: times))  \(screen.padded(item.found.slug, to: width))  \(late) \(when); scheduled by \(by)"
      )
      for reason in item.obstacles {
        answer.lines.append("  IT WILL NOT GO OUT: \(reason.message)")
      }
    }
    answer.lines.append(clockLine(report, screen))
    if report.isStopped {
      answer.hints = ["stet doctor --cron   the lines that run stet publish --due every minute"]
    }
    return answer
  }

  static func clockLine(_ report: DueReport, _ screen: Screen) -> String {
    guard let clock = report.clock else {
      return report.items.isEmpty
        ? "The clock has never run here."
        : "THE CLOCK HAS NEVER RUN HERE: nothing goes out by itself."
    }
    let ran = "The clock last ran at \(screen.time(clock))"
    return report.isStopped
      ? "\(ran), \(screen.age(clock)) AGO: nothing goes out by itself." : "\(ran)."
  }

  /// What `publish --due` did; silence where nothing was due.
  static func answer(
    _ outcome: DueOutcome, _ sent: Answer?, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> Answer {
    var answer = Answer()
    guard !outcome.published.isEmpty || !outcome.missed.isEmpty else {
      answer.json = .array([])
      return answer
    }
    answer =
      if let sent { sent } else {
        try MoveScreen.answer(
          outcome.published, dryRun: newsroom.circumstances.isDry, newsroom, screen)
      }
    for one in outcome.missed {
      answer.lines.append("MISSED \(one.slug): it did not go out and is unscheduled.")
      answer.lines += one.reasons.map { "  \($0.message)" }
      answer.hints.append("stet why \(one.slug)   what it needs, and who can do it")
    }
    if !outcome.missed.isEmpty { answer.status = .refused }
    return answer
  }
}

extension Screen {
  /// How long until a moment: `25 min`, `2 h 10 min`, `3 days`.
  func distance(to moment: Moment) -> String {
    let minutes = Int((moment - now) / 60)
    if minutes < 60 { return "\(max(0, minutes)) min" }
    if minutes < 48 * 60 {
      return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
    return "\(minutes / 1440) days"
  }
}
