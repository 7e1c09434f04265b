import Editorial
import Newsroom

/// A shift's note: 80 columns at most and plain, wherever it is written.
struct HandoverScreen {
  private let report: HandoverReport
  private let policy: Policy
  private let screen: Screen
  private let column: Int
  private let width: Int

  init(_ report: HandoverReport, _ policy: Policy, _ screen: Screen) {
    (self.report, self.policy, self.screen) = (report, policy, screen)
    let slugs =
      report.changes.map(\.found.slug) + report.waits.map(\.found.slug)
      + report.holds.map(\.found.slug) + report.due.items.map(\.found.slug)
      + (report.missed + report.claims + report.conflicts + report.unread).map(\.slug)
      + EditionList.Group.allCases.flatMap { report.notOut[$0] }.map(\.slug)
    column = min(28, max(12, slugs.map(\.count).max() ?? 0))
    width = min(screen.width, 80)
  }

  var lines: [String] {
    var lines = [heading, span]
    add("Went out", wentOut, else: "nothing", to: &lines)
    add("Due", due, else: "nothing is scheduled", to: &lines)
    add("Missed its time", report.missed.flatMap(missed), to: &lines)
    add("Waits at the desk", waits, else: "nothing", to: &lines)
    add("On hold", report.holds.flatMap(hold), else: "nothing", to: &lines)
    add("Somebody is at it", report.claims.flatMap(claim), to: &lines)
    add(
      "Waits to be resolved",
      report.conflicts.flatMap {
        row($0.slug, "a fix and its open version changed the same words: stet resolve \($0.slug)")
      }, to: &lines)
    add("Read by no second desk yet", report.unread.flatMap(unread), to: &lines)
    add("Not out yet", notOut, else: "everything published is out", to: &lines)
    if report.violations > 0 {
      add(
        "Wrong now",
        ["  \(count(report.violations, "violation is", "violations are")) open: stet verify"],
        to: &lines)
    }
    return lines
  }

  private var heading: String {
    let by = report.person.map { ", by \($0.name)" } ?? ""
    return screen.cut("Handover · \(policy.house.title)\(by)", to: width)
  }

  private var span: String {
    let length = screen.length(report.until - report.since)
    let same = screen.day(report.since) == screen.day(report.until)
    let start = same ? "" : screen.day(report.since) + " "
    return
      "\(screen.day(report.until)) \(screen.hour(report.until)) · since \(start)\(screen.hour(report.since)) (\(length))"
  }

  private func add(
    _ title: String, _ block: [String], else nothing: String? = nil, to lines: inout [String]
  ) {
    if block.isEmpty {
      if let nothing { lines += ["", "\(title): \(nothing)"] }
    } else {
      lines += ["", title] + block
    }
  }

  /// `  slug   text`, where what is too long goes on below itself.
  private func row(_ slug: String, _ text: String) -> [String] {
    let lead = "  " + screen.padded(slug, to: column) + "  "
    let indent = column + 4
    var lines: [String] = []
    if lead.count > indent { lines.append("  " + slug) }
    for line in screen.wrapped(text, indent: indent) {
      lines.append(lines.isEmpty ? lead + line.dropFirst(indent) : line)
    }
    return lines
  }

  private func name(_ handle: Handle) -> String { policy.name(of: handle.description) }

  /// Editions and changes in the order of their times; of one time, the edition last.
  private var wentOut: [String] {
    var blocks = report.changes.map { (at: $0.line.at, lines: change($0)) }
    for cut in report.editions {
      let place = blocks.firstIndex { $0.at > cut.edition.at } ?? blocks.count
      let by = policy.name(of: cut.edition.by)
      let text = "\(screen.time(cut.edition.at)), edition: \(cut.list.summary), by \(by)"
      blocks.insert((cut.edition.at, row(cut.edition.tag, text)), at: place)
    }
    return blocks.flatMap(\.lines)
  }

  private func change(_ change: HandoverReport.Change) -> [String] {
    let line = change.line
    var by = "by \(policy.name(of: line.by))"
    if let planned = line.scheduledBy { by = "as \(policy.name(of: planned)) scheduled it" }
    if let entered = line.enteredBy { by += ", entered by \(policy.name(of: entered))" }
    var text = "\(screen.time(line.at)), "
    switch line.transition {
    case "retract": text += "WITHDRAWN (\(line.versionKind ?? "retraction")) \(by)"
    case "pull": text += "PULLED \(by)"
    case "hold": text += "PUT ON HOLD \(by)"
    case "lift": text += "lifted \(by)"
    default:
      text += "version \(line.version ?? 1)"
      if let kind = line.versionKind { text += ", \(kind)" }
      text += ", \(by)"
    }
    if !line.override.isEmpty { text += "; a rule was passed over: \(prose(line.override))" }
    var lines = row(change.found.slug, text)
    // What counsel wrote is not for a mail.
    let isPrivate = ["legal", "privacy"].contains(line.versionKind)
    if change.isWithdrawal, !isPrivate, !line.note.isEmpty {
      lines += screen.wrapped(line.note, indent: column + 6)
    }
    return lines
  }

  private var due: [String] {
    guard !report.due.items.isEmpty else { return [] }
    var lines = report.due.items.flatMap { item in
      let late = item.at <= report.until ? ", OVERDUE" : ""
      return row(
        item.found.slug, "\(screen.time(item.at))\(late); scheduled by \(name(item.by))")
        + item.obstacles.flatMap {
          screen.wrapped("IT WILL NOT GO OUT: \($0.message)", indent: column + 6)
        }
    }
    lines += screen.wrapped(DueScreen.clockLine(report.due, screen), indent: 2)
    return lines
  }

  private func missed(_ found: Found) -> [String] {
    row(found.slug, (found.entry.missed.map { screen.time($0) } ?? "") + "; it has no other time")
  }

  private var waits: [String] {
    var lines = report.waits.flatMap { own in
      let entry = own.found.entry
      let kind = entry.kind.map { "\($0.rawValue), " } ?? ""
      var text = "\(kind)\(entry.stage) since \(screen.time(entry.since))"
      if report.until - entry.since < 86_400 { text += " (\(screen.age(entry.since)))" }
      if let step = own.way?.steps.first {
        let names = step.who.prefix(3).map(name)
        let again = entry.isVoided && step.move == "approve" ? " again" : ""
        text += "; waits for \(prose(Array(names), "or")) to \(step.move)\(again)"
      }
      if entry.held != nil { text += "; on hold" }
      return row(own.found.slug, text)
    }
    if report.moreWaiting > 0 {
      lines.append("  and \(report.moreWaiting) more: stet list --sort waiting")
    }
    return lines
  }

  private func hold(_ held: HandoverReport.Hold) -> [String] {
    var text = "by \(name(held.hold.by)) since \(screen.time(held.hold.at))"
    if held.found.entry.publication == .withheld { text += "; readers have lost it meanwhile" }
    return row(held.found.slug, text)
      + (held.why.isEmpty ? [] : screen.wrapped(held.why, indent: column + 6))
  }

  private func claim(_ found: Found) -> [String] {
    guard let claim = found.entry.claim else { return [] }
    return row(
      found.slug,
      "\(name(claim.by)) since \(screen.time(claim.at)), until \(screen.time(claim.end))")
  }

  private func unread(_ found: Found) -> [String] {
    let hands = found.entry.awaitsReading.map(name)
    return row(
      found.slug, "only \(prose(hands)) had a hand in it: stet approve \(found.slug)")
  }

  private var notOut: [String] {
    // A withdrawal waits for no edition.
    let groups = EditionList.Group.allCases.filter { $0 != .withdrawn && $0 != .withheld }
    let items = groups.flatMap { group in report.notOut[group].map { (group, $0) } }
    guard !items.isEmpty else { return [] }
    var lines = items.flatMap { group, item in
      row(item.slug, "\(group.rawValue), version \(item.version)")
    }
    let newest = report.newest.map { "the newest edition is \($0.tag)" } ?? "no edition yet"
    lines.append("  \(newest); stet release sends them out")
    return lines
  }
}

extension Screen {
  /// `25 min`, `2 h 10 min`.
  func distance(from start: Moment, to end: Moment) -> String {
    let minutes = max(0, Int((end - start) / 60))
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
