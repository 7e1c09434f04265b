import Editorial
import Newsroom

/// Why a story stands where it stands: readers, work, obstacles, who, you, always in this order.
enum WhyScreen {
  static func answer(
    _ found: Found, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> Answer {
    let report = try newsroom.why(found)
    let policy = newsroom.desk.policy
    var answer = Answer(["\(found.slug)   \(found.headline)", ""])
    for (label, texts) in [
      ("Readers see", readers(report, screen)),
      ("At work", work(report, screen) + more(found.entry, report, policy, screen)),
      ("To \(report.goal ?? "publish")", obstacles(report)),
      ("Who can", who(report, newsroom)), ("You", [you(report, policy)]),
      ("Outlets", outlets(report)),
    ] {
      answer.lines += block(label, texts, screen)
    }
    answer.json = WhyJSON.json(report, newsroom)
    if let hint = hint(report, policy) { answer.hints = [hint] }
    return answer
  }

  /// A label and its lines beside it; what is too long goes on below itself.
  static func block(_ label: String, _ texts: [String], _ screen: Screen) -> [String] {
    var lines: [String] = []
    for text in texts {
      // An obstacle's second line stands under its first word.
      let mark = text.hasPrefix("NO   ") || text.hasPrefix("yes  ") ? 5 : 0
      let head = screen.padded(lines.isEmpty ? label : "", to: 14) + text.prefix(mark)
      lines += screen.hanging(head, String(text.dropFirst(mark)))
    }
    return lines
  }

  private static func readers(_ report: WhyReport, _ screen: Screen) -> [String] {
    let entry = report.found.entry
    if let taken = taken(entry, report, screen) { return taken }
    guard let readers = report.readers else {
      guard report.isWaitingForEdition, let last = entry.versions.last else {
        return [
          entry.publication == .unpublished
            ? "nothing yet" : "nothing: it is \(entry.publication.rawValue)"
        ]
      }
      return [
        "nothing yet: version \(last.number), published \(screen.time(last.at)), is in no edition"
      ]
    }
    var text = "version \(readers.version), since \(screen.time(readers.since))"
    text +=
      readers.first.tag == readers.edition.tag
      ? ", in \(readers.edition.tag)"
      : ", in \(readers.edition.tag); first in \(readers.first.tag)"
    var lines = [text]
    if report.isWaitingForEdition {
      lines.append("version \(entry.shownVersion) is published, but not out yet")
    }
    let names = [report.attribution.byline, report.attribution.credit].compactMap { $0 }
    if !names.isEmpty { lines.append(names.joined(separator: " · ")) }
    for notice in readers.notices where notice.version <= readers.version {
      lines.append("\(notice.kind), \(screen.time(notice.at)): \"\(notice.text)\"")
    }
    return lines
  }

  /// What readers have of a story that was taken from them; nil where they have it.
  private static func taken(
    _ entry: Entry, _ report: WhyReport, _ screen: Screen
  ) -> [String]? {
    switch entry.publication {
    case .live: return nil
    case .unpublished:
      return entry.version == 0 ? nil : ["nothing any more: version \(entry.version) was pulled"]
    case .withheld:
      let by = entry.held.map { ", since \(screen.time($0.at))" } ?? ""
      return ["nothing: version \(entry.shownVersion) is on hold\(by)"]
    case .withdrawn:
      guard let notice = entry.notices.first(where: { Withdrawal(rawValue: $0.kind) != nil })
      else { return ["a notice in its place"] }
      return [
        "only a notice, \(notice.kind), since \(screen.time(notice.at)):", "\"\(notice.text)\"",
      ]
    }
  }

  /// What else is known of the work: times, holds, what waits aside, who is at it.
  private static func more(
    _ entry: Entry, _ report: WhyReport, _ policy: Policy, _ screen: Screen
  ) -> [String] {
    func name(_ handle: Handle) -> String { policy.name(of: handle.description) }
    var lines: [String] = []
    if let scheduled = entry.scheduled {
      let isGood = scheduled.words == entry.words
      lines.append(
        "scheduled for \(screen.time(scheduled.at)) by \(name(scheduled.by))"
          + (isGood ? "" : "; ITS WORDS CHANGED, so it will not go out"))
    }
    if let missed = entry.missed { lines.append("missed its time, \(screen.time(missed))") }
    if let held = entry.held, entry.publication != .withheld {
      lines.append("on hold since \(screen.time(held.at)), by \(name(held.by))")
    }
    for aside in entry.aside {
      lines.append(
        "\(aside.kind?.rawValue ?? "a version") set aside in \(aside.stage), to be taken up again")
    }
    if !policy.fourEyes { lines.append("four-eyes is off in this newsroom") }
    if !entry.awaitsReading.isEmpty { lines.append("not yet read by a second desk") }
    if let claimant = entry.claimant(at: screen.now), let claim = entry.claim {
      lines.append("\(name(claimant)) is at it, until \(screen.time(claim.end))")
    }
    return lines
  }

  private static func work(_ report: WhyReport, _ screen: Screen) -> [String] {
    let entry = report.found.entry
    let stage = "stage \(entry.stage) since \(screen.time(entry.since))"
    guard report.goal != nil else {
      let done = entry.kind == nil && entry.shownVersion > 0
      return [done ? "nothing is open: version \(entry.shownVersion) is the last; \(stage)" : stage]
    }
    let kind = entry.kind?.rawValue
    let what =
      kind.map { "version \(entry.version + 1), \(article($0)) \($0)" }
      ?? "version \(entry.version + 1)"
    var lines = ["\(what); \(stage)"]
    if let notice = report.notice { lines.append("notice: \"\(notice)\"") }
    return lines
  }

  private static func article(_ word: String) -> String {
    "aeiou".contains(word.first ?? "x") ? "an" : "a"
  }

  private static func obstacles(_ report: WhyReport) -> [String] {
    guard report.goal != nil else { return ["nothing is on its way"] }
    var lines = report.obstacles.map { "NO   \($0.message)" }
    if !report.fine.isEmpty {
      let things = report.fine.filter { !$0.hasPrefix("no ") && !$0.hasPrefix("approved") }
      let rest = report.fine.filter { $0.hasPrefix("no ") || $0.hasPrefix("approved") }
      // One `no` for all that is not there.
      let nothing = rest.filter { $0.hasPrefix("no ") }.map { $0.dropFirst(3) }.joined(
        separator: ", ")
      let parts = [
        things.joined(separator: ", "), nothing.isEmpty ? "" : "no \(nothing)",
        rest.filter { $0.hasPrefix("approved") }.joined(separator: ", "),
      ]
      lines.append("yes  " + parts.filter { !$0.isEmpty }.joined(separator: "; "))
    }
    return lines
  }

  private static func who(_ report: WhyReport, _ newsroom: borrowing Newsroom) -> [String] {
    guard report.goal != nil else {
      let workflow = newsroom.desk.policy.workflows[report.found.entry.workflow]
      let open = newsroom.desk.openMoves(of: report.found.entry)
      let moves = workflow?.transitions.filter { open.contains($0.name) } ?? []
      return moves.isEmpty
        ? ["nobody, and nothing need be done"]
        : moves.map { "\($0.name): \(prose(parties($0), "or"))" }
    }
    if report.ways.isEmpty, report.obstacles.contains(where: { $0.rule == "broken" }) {
      return ["nobody until it is mended: stet doctor --fix, or a chief's stet waive"]
    }
    guard !report.ways.isEmpty else {
      return ["nobody on the staff: a chief can give a role, stet people set"]
    }
    return report.ways.prefix(5).map { text($0, among: report.ways, newsroom) }
  }

  private static func parties(_ transition: Transition) -> [String] {
    transition.by.filter { $0 != .role(.clock) }.map { "\(article($0.name)) \($0.name)" }
  }

  private static func text(
    _ way: Way, among ways: [Way], _ newsroom: borrowing Newsroom
  ) -> String {
    let text = newsroom.text(way)
    // Where others have a choice, that this pair has none is worth a word.
    let isOnly =
      way.steps.last?.who.count == 1 && ways.contains { ($0.steps.last?.who.count ?? 0) > 1 }
    return isOnly ? text + " only" : text
  }

  private static func you(_ report: WhyReport, _ policy: Policy) -> String {
    guard let person = report.person else { return "nobody here knows you: stet whoami" }
    let entry = report.found.entry
    var relation = ""
    if entry.byline.contains(person.handle.description) {
      relation = "its writer: "
    } else if entry.maker == person.handle {
      relation = "its maker: "
    } else if entry.changers.contains(person.handle) {
      relation = "you changed its words: "
    }
    guard !report.mine.isEmpty else { return relation + "you may note it, not move it" }
    return relation + "you may \(prose(report.mine, "or"))"
  }

  private static func outlets(_ report: WhyReport) -> [String] {
    if !report.outlets.isEmpty {
      return report.outlets.map { shown in
        let has = shown.version.map { "with version \($0)" } ?? "without it"
        let problem = shown.state?.result == .notUploaded ? ", NOT UPLOADED" : ""
        return shown.release.map { "\(shown.name) shows \($0) \(has)\(problem)" }
          ?? "\(shown.name) shows nothing yet"
      }
    }
    guard let newest = report.newest else { return ["no edition yet"] }
    let has = report.versionInNewest.map { "has version \($0)" } ?? "is without it"
    let rest =
      report.unreleased == 0
      ? "" : "; \(count(report.unreleased, "change is", "changes are")) not out yet"
    return ["the newest edition, \(newest.tag), \(has)" + rest]
  }

  private static func hint(_ report: WhyReport, _ policy: Policy) -> String? {
    let slug = report.found.slug
    guard let step = report.ways.first?.steps.first else {
      return report.isWaitingForEdition
        ? ReleaseScreen.hint(
          for: report.person?.handle, policy, report.outlets, pending: report.unreleased) : nil
    }
    if let person = report.person,
      report.ways.contains(where: { $0.steps.first?.who.contains(person.handle) == true })
    {
      return "stet \(step.move) \(slug)"
    }
    guard let first = step.who.first else { return nil }
    return "ask \(policy.name(of: first.description)): stet \(step.move) \(slug)"
  }
}
