import Editorial
import Newsroom

/// The desk as one person comes to it, what needs them first.
struct StatusScreen {
  private let report: StatusReport
  private let policy: Policy
  private let screen: Screen
  /// The width of the column of slugs.
  private let column: Int

  init(_ report: StatusReport, _ policy: Policy, _ screen: Screen) {
    (self.report, self.policy, self.screen) = (report, policy, screen)
    let slugs =
      report.sentBack.map(\.found.slug) + report.waits.map(\.found.slug)
      + report.mine.map(\.found.slug) + report.others.prefix(Self.most).map(\.found.slug)
    column = min(30, max(15, slugs.map(\.count).max() ?? 0))
  }

  /// How many stories of others are named.
  private static let most = 8

  func lines(verbose: Bool) -> [String] {
    var lines = [heading]
    if let stranger = report.stranger {
      lines += ["", "Nobody here knows you: \(stranger.problem)."]
      let chiefs = policy.people(with: .chief).map(\.name)
      if !chiefs.isEmpty { lines.append("\(prose(chiefs, "or")) can add you to the staff.") }
    }
    let drafts = report.mine.filter { $0.place == .draft }
    let desk = report.mine.filter { $0.place == .desk }
    let out = report.mine.filter { $0.place == .live }
    add("Sent back to you", report.sentBack.flatMap(sentBack), to: &lines)
    let most = verbose ? Int.max : 15
    add(
      "Waits for you",
      report.waits.prefix(most).flatMap(waits) + more(report.waits.count - most, "stet status -v"),
      to: &lines)
    add(
      "Your drafts",
      drafts.prefix(most).flatMap(draft)
        + more(max(0, drafts.count - most) + report.moreDrafts, "stet list --mine"), to: &lines)
    add(
      "Unsaved words here", report.mine.filter { $0.place == .unsaved }.flatMap(draft), to: &lines)
    let notOut = out.filter { !$0.isOut }.map(notOut)
    add(isEditor ? "Yours, with others" : "With the desk", desk.map(withDesk) + notOut, to: &lines)
    if isEditor || report.person == nil || verbose { addOthers(&lines) }
    addFlagged(&lines)
    add("Wrong now", report.wrong.flatMap(wrong), to: &lines)
    add("Readers have", readers(out.filter(\.isOut)), to: &lines)
    return lines
  }

  /// What is nearest to be done.
  var hints: [String] {
    if let back = report.sentBack.first {
      return [editing(back.found)]
    }
    if report.wrong.contains(where: { $0.commit != nil }) {
      return ["stet verify   says what is wrong, and how to mend it"]
    }
    if let first = report.waits.first {
      let slug = first.found.slug
      let me = report.person?.handle.description
      if first.again, let who = first.changers.first(where: { $0 != me }) {
        return ["stet diff \(slug)   what \(policy.name(of: who)) changed"]
      }
      return ["stet show \(slug), then stet \(first.move) \(slug)"]
    }
    if let draft = report.mine.first(where: { $0.place == .draft }) {
      return [editing(draft.found)]
    }
    if let stranger = report.stranger { return [stranger.hint].compactMap { $0 } }
    guard report.unreleased > 0 else { return [] }
    return [
      ReleaseScreen.hint(
        for: report.person?.handle, policy, report.outlets, pending: report.unreleased)
    ]
  }

  /// Its words, and then the first move that its workflow has for a draft.
  private func editing(_ found: Found) -> String {
    let open = policy.workflows[found.entry.workflow]?.transitions(from: found.entry.stage) ?? []
    let move = open.first?.name ?? "submit"
    return "stet edit \(found.slug), then stet \(move) \(found.slug)"
  }

  private var isEditor: Bool {
    report.person?.roles.contains { [.editor, .publisher, .chief].contains($0) } ?? false
  }

  private var heading: String {
    let roles = report.person.map { $0.roles.map(\.rawValue).joined(separator: ", ") }
    let who = report.person.map { "\($0.name), \(roles ?? "")" } ?? "You"
    return
      "\(who) · \(policy.house.title) · \(screen.day(screen.now)) \(screen.hour(screen.now)) · desk as of now"
  }

  private func more(_ number: Int, _ command: String) -> [String] {
    number > 0 ? ["  and \(number) more: \(command)"] : []
  }

  private func add(_ title: String, _ block: [String], to lines: inout [String]) {
    if !block.isEmpty { lines += ["", title] + block }
  }

  /// `  slug   text   540 words   39 min`, where text gives way.
  private func row(_ slug: String, _ text: String, _ facts: [String] = []) -> String {
    var line = "  " + screen.padded(slug, to: column) + "  "
    let right = facts.filter { !$0.isEmpty }.joined(separator: "  ")
    let width = max(12, min(screen.width, 100) - max(line.count, 19) - right.count - 2)
    line +=
      right.isEmpty ? text : screen.padded(screen.cut(text, to: width), to: width) + "  " + right
    return line
  }

  private func detail(_ parts: [String]) -> [String] {
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    return text.isEmpty ? [] : screen.wrapped(text, indent: 6)
  }

  private func words(_ found: Found) -> String {
    screen.padded(left: count(found.wordCount, "word"), to: 9)
  }

  private func sentBack(_ back: StatusReport.SentBack) -> [String] {
    let by = "\(policy.name(of: back.by)), \(screen.time(back.at))"
    var lines = [row(back.found.slug, back.found.headline, [words(back.found)])]
    lines += screen.wrapped(back.note.isEmpty ? by : "\(by): \(back.note)", indent: 4)
    let queries = back.found.queries
    if !queries.isEmpty {
      lines.append(
        "    \(count(queries.count, "query", "queries")) in the text: \(queries.prefix(6).map { "line \($0)" }.joined(separator: ", "))"
      )
    }
    if let since = back.unsavedSince { lines.append("    unsaved since \(screen.time(since))") }
    return lines
  }

  private func draft(_ own: StatusReport.Own) -> [String] {
    var lines = [row(own.found.slug, own.found.headline, [words(own.found)])]
    if let brief = own.found.brief { lines += screen.wrapped(brief, indent: 4) }
    if let since = own.unsavedSince { lines.append("    unsaved since \(screen.time(since))") }
    return lines
  }

  private func waits(_ waiting: StatusReport.Waiting) -> [String] {
    let found = waiting.found
    let by = waiting.came.map { policy.name(of: $0.by) } ?? ""
    var what = ""
    if waiting.again {
      what = "\(waiting.move) again"
    } else if waiting.isBack {
      what = "back from \(by)"
    } else if waiting.came?.transition == "submit" {
      what = "submitted by \(by)"
    } else if let move = waiting.came?.transition {
      what = "\(waiting.move): \(Tense.past(move)) by \(by)"
    } else {
      what = waiting.move
    }
    let age = screen.padded(left: screen.age(waiting.since), to: 10)
    return [row(found.slug, what, [words(found), age])] + detail(facts(waiting))
  }

  private func facts(_ waiting: StatusReport.Waiting) -> [String] {
    let found = waiting.found
    var parts: [String] = []
    if let kind = found.entry.kind { parts.append("\(kind.rawValue) of a live story") }
    if let tally = waiting.tally, !tally.isEmpty {
      let me = report.person?.handle.description
      let who = prose(waiting.changers.map { $0 == me ? "you" : policy.name(of: $0) })
      let words = max(tally.added, tally.removed)
      let what = words == 0 ? prose(tally.fields.prefix(3).map { $0 }) : count(words, "word")
      parts.append(
        waiting.again
          ? "\(who) changed \(what) after \(reader(waiting))"
          : tally.added + tally.removed == 0
            ? "\(what) changed since you sent it back"
            : "+\(tally.added) -\(tally.removed) words since you sent it back")
    }
    if let urgency = found.urgency, urgency < 5 { parts.append("urgency \(urgency)") }
    if let embargo = found.embargo, let until = Moment(embargo), until > screen.now {
      parts.append("embargo until \(screen.time(until))")
    }
    if !found.queries.isEmpty {
      let places = found.queries.prefix(4).map { "line \($0)" }.joined(separator: ", ")
      parts.append("\(count(found.queries.count, "query", "queries")) open, \(places)")
    } else if waiting.isBack {
      parts.append("no query open")
    }
    if let since = waiting.unsavedSince { parts.append("unsaved since \(screen.time(since))") }
    return parts
  }

  private func reader(_ waiting: StatusReport.Waiting) -> String {
    guard let reader = waiting.reader, waiting.changers != [reader] else { return "the approval" }
    return reader == report.person?.handle.description ? "you" : policy.name(of: reader)
  }

  private func withDesk(_ own: StatusReport.Own) -> String {
    row(own.found.slug, standing(own))
  }

  private func notOut(_ own: StatusReport.Own) -> String {
    let at = own.found.entry.versions.last.map { "published \(screen.time($0.at)), " } ?? ""
    return row(own.found.slug, at + "not out yet")
  }

  /// Where a story is with others, and whom it waits for.
  private func standing(_ own: StatusReport.Own) -> String {
    let entry = own.found.entry
    var text = entry.kind.map { "\($0.rawValue); " } ?? ""
    if let approval = own.approved { text += "approved \(screen.time(approval.at)), " }
    guard let step = own.way?.steps.first else {
      return text + "in \(entry.stage) since \(screen.time(entry.since))"
    }
    let names = step.who.prefix(3).map { policy.name(of: $0.description) }
    let again = entry.isVoided ? " again" : ""
    return text + "waits for \(prose(names, "or")) to \(step.move)\(again)"
  }

  private func addOthers(_ lines: inout [String]) {
    var block = report.others.prefix(Self.most).map(withDesk)
    var rest: [String] = []
    let others = report.others.count + report.moreAtDesk
    if others > Self.most {
      rest.append("\(others - min(Self.most, report.others.count)) more at the desk")
    }
    if report.otherDrafts > 0 { rest.append(count(report.otherDrafts, "draft")) }
    if !rest.isEmpty {
      block.append("  " + (block.isEmpty ? "" : "and ") + rest.joined(separator: ", "))
    }
    add(report.person == nil ? "On the desk" : "Others have", block, to: &lines)
  }

  private func addFlagged(_ lines: inout [String]) {
    func rows(
      _ what: StatusReport.Flagged.What, _ text: (StatusReport.Flagged) -> String
    ) -> [String] {
      report.flagged.filter { $0.what == what }.map { row($0.found.slug, text($0)) }
    }
    func by(_ flagged: StatusReport.Flagged) -> String {
      flagged.by.map { policy.name(of: $0.description) } ?? ""
    }
    func at(_ flagged: StatusReport.Flagged) -> String { flagged.at.map(screen.time) ?? "" }
    add("On hold", rows(.held) { "by \(by($0)), since \(at($0))" }, to: &lines)
    add("Scheduled", rows(.scheduled) { "\(at($0)), by \(by($0))" }, to: &lines)
    add(
      "Not yet read by a second desk", rows(.unread) { "out since \(at($0)); stet approve" },
      to: &lines)
    add(
      "Out over a rule",
      rows(.passed) { flagged in
        "\(prose(flagged.found.entry.versions.last?.passed ?? [])): passed over by \(by(flagged)), \(at(flagged))"
      }, to: &lines)
    add("At work", rows(.claimed) { "\(by($0)), until \(at($0))" }, to: &lines)
  }

  private func wrong(_ wrong: StatusReport.Wrong) -> [String] {
    let name =
      wrong.commit == nil
      ? wrong.slug ?? wrong.path ?? wrong.rule : wrong.slug ?? wrong.path ?? wrong.rule
    let lead = name.count > column ? "  \(name)  " : "  " + screen.padded(name, to: column) + "  "
    var text = wrong.message
    if let commit = wrong.commit {
      let by = wrong.by.map { policy.name(of: $0) }
      let when = wrong.at.map { ", " + screen.time($0) } ?? ""
      text += " (\(wrong.rule), \(commit.prefix(10))" + (by.map { " by \($0)\(when)" } ?? "") + ")"
    }
    return screen.hanging(lead, text) + screen.wrapped(wrong.remedy, indent: 6)
  }

  private func readers(_ out: [StatusReport.Own]) -> [String] {
    var lines: [String] = []
    if !isEditor {
      for own in out {
        var text = "version \(own.found.entry.shownVersion)"
        if let edition = own.edition {
          text += ", since \(screen.time(edition.at)), in \(edition.tag)"
        }
        lines.append(row(own.found.slug, text))
      }
    }
    if !report.outlets.isEmpty {
      for shown in report.outlets {
        for (index, text) in OutletShown.text(shown, screen).enumerated() {
          lines.append(index == 0 ? row(shown.name, text) : "      \(text)")
        }
      }
      return lines
    }
    let waiting =
      report.unreleased == 0
      ? "everything published is out"
      : "\(count(report.unreleased, "change is", "changes are")) not out yet"
    guard let newest = report.newest else {
      return lines + [
        "  no edition yet; " + (report.unreleased == 0 ? "nothing is published" : waiting)
      ]
    }
    return lines + ["  edition \(newest.tag), since \(screen.time(newest.at)); \(waiting)"]
  }
}
