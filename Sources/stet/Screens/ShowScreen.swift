import Editorial
import Newsroom

/// A story on one page: what it is, its words, what is open in it, what comes next.
enum ShowScreen {
  static func lines(
    _ report: ShowReport, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> [String] {
    let found = report.found
    let policy = newsroom.desk.policy
    var lines = ["\(found.slug)   \(found.headline)", standing(found, policy, screen)]
    let names = [report.attribution.byline, report.attribution.credit].compactMap { $0 }
    if !names.isEmpty { lines.append(names.joined(separator: " · ")) }
    if !found.entry.aside.isEmpty, !newsroom.desk.hasOpenVersion(found.entry) {
      lines.append("An open version waits: stet resolve \(found.slug)")
    }
    let fields = fields(report)
    if !fields.isEmpty {
      lines.append("")
      for (label, text) in fields { lines += entry(label, text, screen) }
    }
    let body = report.story.file.text
    lines.append("")
    lines += body.allSatisfy(\.isWhitespace) ? ["(no text yet)"] : trimmed(body)
    let marks = report.story.openMarks
    if !marks.isEmpty {
      lines += ["", "Queries"]
      let width = marks.map(\.place.count).max() ?? 0
      for mark in marks { lines.append("  \(screen.padded(mark.place, to: width))   \(mark.text)") }
    }
    if !report.problems.isEmpty {
      lines += ["", "Problems"]
      for problem in report.problems { lines += screen.wrapped(problem, indent: 2) }
    }
    return lines + next(report, screen)
  }

  /// Where it stands, as `City · review since 14:25 · correction of version 1 · 540 words`.
  private static func standing(_ found: Found, _ policy: Policy, _ screen: Screen) -> String {
    let entry = found.entry
    var parts = [found.section.map { policy.house.label(ofSection: $0) } ?? "no section yet"]
    parts.append("\(entry.stage) since \(screen.time(entry.since))")
    if let kind = entry.kind {
      parts.append("\(kind.rawValue) of version \(entry.shownVersion)")
    } else if entry.version > 0 {
      parts.append(
        entry.publication == .live
          ? "version \(entry.shownVersion)"
          : "\(entry.publication.rawValue), version \(entry.version)")
    }
    if entry.held != nil { parts.append("on hold") }
    if let scheduled = entry.scheduled { parts.append("scheduled \(screen.time(scheduled.at))") }
    if !entry.aside.isEmpty { parts.append("another version set aside") }
    if entry.workflow != policy.defaultWorkflow { parts.append("workflow \(entry.workflow)") }
    return (parts + [count(found.wordCount, "word")]).joined(separator: " · ")
  }

  private static func fields(_ report: ShowReport) -> [(String, String)] {
    let (found, story) = (report.found, report.story)
    var fields: [(String, String)] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { fields.append((label, text)) }
    }
    add("kicker", found.kicker)
    add("standfirst", found.standfirst)
    add("dateline", found.dateline)
    add("tags", found.tags.joined(separator: ", "))
    add("urgency", found.urgency.map(String.init))
    add("embargo", found.embargo)
    if let path = found.entry.livePath, StoryPath(path)?.slug != found.entry.slug {
      // The slug is the file's name on the desk; readers find it under another.
      add("address", path.dropFirst("articles/".count).dropLast(".md".count) + ".html")
    }
    add("notice", story.notice)
    add("brief", found.brief)
    if let image = story.image {
      add(
        "picture",
        [image.file, image.caption, image.credit].compactMap { $0 }.joined(separator: " · "))
    }
    for related in story.related {
      switch related {
      case .own(let name): add("read more", name)
      case .outside(let headline, let url, let source):
        add("read more", [headline, source, url].compactMap { $0 }.joined(separator: " – "))
      }
    }
    for notice in found.entry.notices { add(notice.kind, notice.text) }
    return fields
  }

  private static func entry(_ label: String, _ text: String, _ screen: Screen) -> [String] {
    let lines = screen.wrapped(text, indent: 14)
    guard let first = lines.first else { return [] }
    return [screen.padded(label, to: 14) + first.dropFirst(14)] + lines.dropFirst()
  }

  private static func trimmed(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.map(String.init)
  }

  private static func next(_ report: ShowReport, _ screen: Screen) -> [String] {
    let open = report.moves.filter(\.isOpen)
    guard !open.isEmpty else { return [] }
    let width = open.map(\.name.count).max() ?? 0
    var lines = ["", "You may"]
    let allowed = open.filter(\.isAllowed).map(\.name)
    if !allowed.isEmpty { lines.append("  " + prose(allowed, "or")) }
    for move in open where !move.isAllowed {
      let text = prose(move.reasons.map(\.message))
      lines += screen.hanging("  not \(screen.padded(move.name, to: width))  ", text)
    }
    return lines
  }
}
