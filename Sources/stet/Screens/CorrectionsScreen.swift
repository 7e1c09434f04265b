import Editorial
import Newsroom

/// Corrections with their notices, and how many there are.
enum CorrectionsScreen {
  static func lines(
    _ report: CorrectionsReport, _ policy: Policy, _ screen: Screen
  ) -> [String] {
    var lines = [summary(report, screen)]
    for item in report.items {
      lines += ["", "\(screen.time(item.at))  \(item.found.slug)   \(what(item))"]
      if let notice = item.notice {
        let amended = item.isAmended ? " (amended since)" : ""
        lines += screen.wrapped("\"\(notice)\"\(amended)", indent: 2)
      }
      if let since = item.wrongSince, let version = item.wrongVersion, let seconds = item.seconds {
        let length = screen.length(seconds)
        lines += screen.wrapped(
          Withdrawal(rawValue: item.kind) == nil
            ? "wrong since version \(version), \(screen.time(since)); put right after \(length)"
            : "out since \(screen.time(since)); gone after \(length)", indent: 2)
      }
      lines += screen.wrapped(who(item, policy), indent: 2)
    }
    return lines
  }

  private static func summary(_ report: CorrectionsReport, _ screen: Screen) -> String {
    let since = report.since.map { " since \(screen.time($0))" } ?? ""
    guard report.versions > 0 else { return "Nothing was published\(since)." }
    return
      "\(count(report.corrected, "correction"))\(since), in \(count(report.stories, "story", "stories")) published "
      + "(\(rate(report.corrected, report.stories)) in 100) "
      + "and \(count(report.versions, "version")) (\(rate(report.corrected, report.versions)) in 100)."
  }

  private static func what(_ item: Correction) -> String {
    let pulled = item.isPulled ? ", pulled since" : ""
    return Withdrawal(rawValue: item.kind) == nil
      ? "\(item.kind), version \(item.version)\(pulled)"
      : "WITHDRAWN (\(item.kind)), version \(item.version)"
  }

  private static func who(_ item: Correction, _ policy: Policy) -> String {
    let publisher = policy.name(of: item.publisher)
    guard Withdrawal(rawValue: item.kind) == nil else { return "withdrawn by \(publisher)" }
    let asked = item.asked.map { "asked for by \(policy.name(of: $0)), " } ?? ""
    return "\(asked)published by \(publisher)"
  }

  /// With one digit behind the point, rounded: 12.5.
  private static func rate(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (part * 2000 + whole) / (2 * whole)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: For programs

  static func rows(_ report: CorrectionsReport, _ policy: Policy) -> [[String]] {
    let head = [
      "at", "slug", "headline", "kind", "version", "notice", "askedBy", "publishedBy", "wrongSince",
      "secondsToCorrect", "pulled", "id",
    ]
    return [head]
      + report.items.map { item in
        [
          item.at.description, item.found.slug, item.found.headline, item.kind,
          String(item.version), item.notice ?? "", item.asked.map { policy.name(of: $0) } ?? "",
          policy.name(of: item.publisher), item.wrongSince?.description ?? "",
          item.seconds.map { String($0) } ?? "", item.isPulled ? "yes" : "no",
          item.found.entry.id.description,
        ]
      }
  }

  static func json(_ report: CorrectionsReport, _ policy: Policy) -> JSON {
    func rate(_ whole: Int) -> JSON {
      whole == 0 ? .null : .double(Double(report.corrected) * 100 / Double(whole))
    }
    let items = report.items.map { item -> JSON in
      .object([
        ("at", .string(item.at.description)), ("id", .string(item.found.entry.id.description)),
        ("slug", .string(item.found.slug)), ("headline", .string(item.found.headline)),
        ("kind", .string(item.kind)), ("version", .int(item.version)),
        ("notice", JSON(item.notice)), ("amended", .bool(item.isAmended)),
        ("pulled", .bool(item.isPulled)),
        ("askedBy", item.asked.map { .person($0, policy) } ?? .null),
        ("askedAt", JSON(item.askedAt)), ("publishedBy", .person(item.publisher, policy)),
        ("wrongVersion", JSON(item.wrongVersion)), ("wrongSince", JSON(item.wrongSince)),
        ("secondsToCorrect", JSON(item.seconds.map { Int($0) })),
      ])
    }
    return .object([
      ("since", JSON(report.since)), ("corrections", .array(items)),
      ("corrected", .int(report.corrected)), ("stories", .int(report.stories)),
      ("versions", .int(report.versions)), ("perHundredStories", rate(report.stories)),
      ("perHundredVersions", rate(report.versions)),
    ])
  }
}

extension Screen {
  /// How long something took: `25 min`, `2 h 10 min`, `3 days 4 h`.
  func length(_ seconds: Int64) -> String {
    let minutes = Int(max(0, seconds) / 60)
    guard minutes >= 48 * 60 else {
      return distance(from: Moment(seconds: 0), to: Moment(seconds: seconds))
    }
    let hours = minutes / 60 % 24
    return "\(minutes / 1440) days" + (hours == 0 ? "" : " \(hours) h")
  }
}
