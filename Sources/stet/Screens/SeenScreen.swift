import Editorial
import Export
import Newsroom

/// What readers saw of a story at a time.
enum SeenScreen {
  /// The page or the notice as readers had it, under a head that says which.
  static func page(_ report: SeenReport, _ policy: Policy, _ screen: Screen) -> [String] {
    var lines = ["\(report.found.slug)   as readers had it, \(full(report.at, screen))"]
    lines += screen.wrapped(standing(report, screen), indent: 0)
    if let address = report.address { lines.append(address) }
    guard let story = report.story else { return lines }
    if case .notice = report.seen {
      lines.append("")
      if !story.headline.isEmpty { lines.append(story.headline) }
      for notice in report.notices { lines += screen.wrapped("\"\(notice.text)\"", indent: 0) }
      return lines
    }
    lines += ["", story.headline]
    if let kicker = story.kicker { lines.insert(kicker, at: lines.count - 1) }
    if let standfirst = story.standfirst { lines += screen.wrapped(standfirst, indent: 0) }
    if let byline = report.attribution?.byline { lines.append(byline) }
    lines.append("")
    if let dateline = story.dateline { lines.append(dateline) }
    var body = story.file.text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while body.last?.isEmpty == true { body.removeLast() }
    while body.first?.isEmpty == true { body.removeFirst() }
    lines += body.map(String.init)
    if let credit = report.attribution?.credit { lines += ["", credit] }
    if !report.notices.isEmpty { lines.append("") }
    for notice in report.notices {
      lines += screen.wrapped(
        "\(notice.kind), \(screen.time(notice.at)): \"\(notice.text)\"", indent: 0)
    }
    return lines
  }

  /// What readers had and who answers for it, in the order of `stet why`.
  static func why(_ report: SeenReport, _ policy: Policy, _ screen: Screen) -> [String] {
    var lines = [
      "\(report.found.slug)   \(report.found.headline)", full(report.at, screen), "",
    ]
    var texts = [standing(report, screen)]
    if let story = report.story, !story.headline.isEmpty, story.headline != report.found.headline {
      texts.append("under the headline \"\(story.headline)\"")
    }
    let names = [report.attribution?.byline, report.attribution?.credit].compactMap(\.self)
    if !names.isEmpty { texts.append(names.joined(separator: " · ")) }
    texts += report.notices.map { "\($0.kind), \(screen.time($0.at)): \"\($0.text)\"" }
    lines += WhyScreen.block("Readers saw", texts, screen)
    guard let publisher = report.publisher, let at = report.publishedAt else { return lines }
    let approvals = report.approvals.map {
      "\(policy.name(of: $0.by.description)), \(screen.time($0.at))"
    }
    lines += WhyScreen.block(
      "Approved by",
      approvals.isEmpty ? ["nobody: its publisher alone answers for these words"] : approvals,
      screen)
    lines += WhyScreen.block(
      "Published by", ["\(policy.name(of: publisher)), \(screen.time(at))"], screen)
    return lines
  }

  private static func full(_ moment: Moment, _ screen: Screen) -> String {
    "\(screen.day(moment)) \(screen.hour(moment))"
  }

  private static func standing(_ report: SeenReport, _ screen: Screen) -> String {
    let edition = report.edition?.tag
    switch report.seen {
    case .nothing(let why):
      let tail = edition.map { " The edition then was \($0)." } ?? ""
      return "Nothing, a page that is not found: \(why).\(tail)"
    case .notice:
      let since = report.since.map { ", since \(screen.time($0))" } ?? ""
      return "only a notice in its place\(since); version \(report.version ?? 0) was withdrawn"
    case .page:
      let since = report.since.map { ", since \(screen.time($0))" } ?? ""
      return "version \(report.version ?? 0)\(since); the edition then was \(edition ?? "none")"
    }
  }

  static func json(_ report: SeenReport, _ newsroom: borrowing Newsroom) -> JSON {
    let (found, policy) = (report.found, newsroom.desk.policy)
    var (seen, why): (String, String?) = ("page", nil)
    switch report.seen {
    case .page: break
    case .notice: seen = "notice"
    case .nothing(let reason): (seen, why) = ("nothing", reason)
    }
    let story = report.story
    let html = story.flatMap {
      try? StoryHTML.body(
        of: $0.file.text, path: found.entry.livePath ?? found.entry.path, policy.house)
    }
    let approvals = report.approvals.map { approval -> JSON in
      .object([
        ("by", .person(approval.by.description, policy)), ("at", .string(approval.at.description)),
        ("words", .string(approval.words)),
      ])
    }
    return .object([
      ("id", .string(found.entry.id.description)), ("slug", .string(found.slug)),
      ("at", .string(report.at.description)), ("seen", .string(seen)), ("reason", JSON(why)),
      ("release", JSON(report.edition?.tag)), ("since", JSON(report.since)),
      ("version", JSON(report.version)), ("url", JSON(report.address)),
      ("headline", JSON(story.flatMap { $0.headline.isEmpty ? nil : $0.headline })),
      ("standfirst", JSON(story?.standfirst)),
      ("byline", JSON(report.attribution?.byline)), ("line", JSON(report.attribution?.credit)),
      ("body", JSON(story?.file.text)), ("html", JSON(html)),
      ("notices", .array(report.notices.map(ShowScreen.notice))),
      ("approvals", .array(approvals)),
      ("publishedBy", report.publisher.map { .person($0, policy) } ?? .null),
      ("publishedAt", JSON(report.publishedAt)),
    ])
  }
}
