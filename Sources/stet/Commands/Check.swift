import ArgumentParser
import Editorial
import Newsroom

struct Check: Command {
  static let configuration = Mover.configuration(
    "check", "What a story still lacks, by line.",
    """
    Errors are what its workflow demands before readers see it; stet.yml can raise the rest, as
    checks: {related: warning}; everything else is advice. Without a story: all that are at work.

    EXAMPLES
      stet check tolls
      stet check
    """)
  @Argument(
    help: ArgumentHelp("The stories.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var stories: [String] = []
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var chosen: [Found] = []
    for name in stories { chosen.append(try newsroom.find(name)) }
    let checked = try newsroom.check(stories.isEmpty ? nil : chosen)
    let all = checked.flatMap(\.findings)
    var answer = Answer()
    for one in checked where !one.findings.isEmpty {
      answer.lines.append("\(one.found.slug)   \(one.found.entry.path)")
      for finding in one.findings {
        let place = screen.padded("\(finding.line):\(finding.column)", to: 8)
        let head = "  \(place)\(screen.padded(finding.severity.rawValue, to: 9))"
        let text = "\(finding.message) (\(finding.rule))"
        answer.lines += screen.hanging(head, text)
      }
    }
    let counts = Finding.Severity.allCases.map { severity in
      let number = all.count { $0.severity == severity }
      return severity == .advice ? "\(number) advice" : count(number, severity.rawValue)
    }
    answer.lines.append(
      "\(count(checked.count, "story", "stories")): \(counts.joined(separator: ", ")).")
    answer.json = .array(
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
    if all.contains(where: { $0.severity != .advice }) { answer.status = .failed }
    return answer
  }
}
