import Editorial
import Newsroom

/// What the rules found, story by story.
enum CheckScreen {
  /// How many findings of one rule are told of a story; the rest is counted.
  private static let mostOfARule = 10

  static func answer(
    _ checked: [Checked], _ mended: [Mended], _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> Answer {
    var answer = Answer(mended.flatMap { lines(of: $0, newsroom, screen) })
    for one in checked where !one.findings.isEmpty {
      answer.lines.append("\(one.found.slug)   \(one.found.entry.path)")
      answer.lines += lines(of: one.findings, screen)
    }
    let all = checked.flatMap(\.findings)
    let counts = Finding.Severity.allCases.map { severity in
      let number = all.count { $0.severity == severity }
      return severity == .advice ? "\(number) advice" : count(number, severity.rawValue)
    }
    answer.lines.append(
      "\(count(checked.count, "story", "stories")): \(counts.joined(separator: ", ")).")
    let fixable = checked.filter { $0.findings.contains { $0.fix != nil } }
    if !fixable.isEmpty {
      let number = fixable.joined.count { $0.fix != nil }
      let slugs = fixable.prefix(3).map(\.found.slug).joined(separator: " ")
      answer.hints.append(
        "stet check \(slugs) --fix mends \(number == all.count ? number == 1 ? "it" : "them all" : "\(number) of them")"
      )
    }
    return answer
  }

  private static func lines(of findings: [Finding], _ screen: Screen) -> [String] {
    var lines: [String] = []
    var told: [String: Int] = [:]
    let width = min(16, findings.map(\.rule.count).max() ?? 0)
    for finding in findings {
      told[finding.rule, default: 0] += 1
      guard told[finding.rule, default: 0] <= mostOfARule else { continue }
      let place = screen.padded("\(finding.line):\(finding.column)", to: 8)
      let head =
        "  \(place)\(screen.padded(finding.severity.rawValue, to: 9))\(screen.padded(finding.rule, to: width))  "
      lines += screen.hanging(head, finding.message)
    }
    for (rule, number) in told.sorted(by: { $0.key < $1.key }) where number > mostOfARule {
      lines.append("  … and \(number - mostOfARule) more of \(rule)")
    }
    return lines
  }

  private static func lines(
    of mended: Mended, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> [String] {
    let found = mended.edited.found
    var lines = ["Mended \(found.slug): \(said(mended))\(newsroom.signature())."]
    if mended.edited.voided { lines.append("The approval of the words before is void.") }
    if let scheduled = found.entry.scheduled, scheduled.words != found.entry.words {
      lines.append(
        "It was scheduled for \(screen.time(scheduled.at)), and will NOT go out then.")
    }
    return lines
  }

  private static func said(_ mended: Mended) -> String {
    mended.rules.map { "\($0.count) by \($0.rule)" }.joined(separator: ", ")
  }

  /// What `--fix --dry-run` says.
  static func answer(wouldMend mended: [Mended], _ screen: Screen) -> Answer {
    var answer = Answer(
      mended.map { one in
        let void = one.edited.voided ? "; the approval of the words before would be void" : ""
        return "Would mend \(one.edited.found.slug): \(said(one))\(void)."
      })
    if mended.isEmpty { answer.lines = ["Would mend nothing."] }
    answer.json = .array([])
    return answer
  }

  static func json(_ checked: [Checked]) -> JSON {
    .array(
      checked.flatMap { one in
        one.findings.map { finding in
          .object([
            ("story", .string(one.found.slug)), ("rule", .string(finding.rule)),
            ("severity", .string(finding.severity.rawValue)),
            ("message", .string(finding.message)), ("line", .int(finding.line)),
            ("column", .int(finding.column)),
          ])
        }
      })
  }
}

extension [Checked] {
  fileprivate var joined: [Finding] { flatMap(\.findings) }
}
