public import Editorial
import Git

/// What readers saw of a story at a time.
public struct SeenReport: Sendable {
  public var found: Found
  public var at: Moment
  public var seen: Seen
  /// The edition that readers had; nil before the first.
  public var edition: ReleaseTag?
  /// Since when they had it so.
  public var since: Moment?
  public var version: Int?
  /// What they read: the file on `live`, and its bytes.
  public var story: Story?
  public var bytes: [UInt8] = []
  /// Whose names stood on it, under the names and in the style of then.
  public var attribution: Attribution?
  public var notices: [Notice] = []
  public var address: String?
  /// Who published that version and who had approved exactly its words.
  public var publisher: String?
  public var publishedAt: Moment?
  public var approvals: [Entry.Approval] = []

  public enum Seen: Sendable {
    case page
    /// A notice in the story's place.
    case notice
    /// Not found, and why.
    case nothing(String)
  }
}

extension Newsroom {
  /// What readers saw of a story at a time, by the editions and the withdrawals of then.
  public func seen(_ found: Found, at moment: Moment) throws(Failure) -> SeenReport {
    var report = SeenReport(found: found, at: moment, seen: .nothing("nothing was released yet"))
    guard let state = try ReadersState(at: moment, repository) else {
      if let plan = try waitingFor(found, at: moment) { report.seen = .nothing(plan) }
      return report
    }
    report.edition = state.edition
    guard let (path, shown) = try shown(found.entry, at: state.edition.commit) else {
      report.seen = .nothing(
        try waitingFor(found, at: moment) ?? "it was not published yet")
      return report
    }
    report.since = try since(shown, path, found.entry, state.edition)
    try complete(&report, shown, path, state)
    return report
  }

  /// Why a story that was published then was in no edition; nil where it was not published.
  private func waitingFor(_ found: Found, at moment: Moment) throws(Failure) -> String? {
    let lines = try log(found.entry.id, limit: nil)
    guard let line = lines.first(where: { $0.at <= moment && ($0.version != nil || takes($0)) })
    else { return nil }
    guard line.version != nil else { return reason(of: line) }
    return
      "version \(line.version ?? 1) was published \(told(line.at)), and was in no edition yet"
  }

  private func takes(_ line: LogEntry) -> Bool {
    ["retract", "pull", "hold"].contains(line.transition)
  }

  private func reason(of line: LogEntry?) -> String? {
    guard let line else { return nil }
    let by = desk.policy.name(of: line.by)
    switch line.transition {
    case "hold": return "\(by) put it on hold \(told(line.at))"
    case "pull": return "\(by) pulled it \(told(line.at))"
    default: return "\(by) withdrew it \(told(line.at))"
    }
  }

  private func told(_ moment: Moment) -> String {
    let there = zone.clock(moment)
    return there.day == today
      ? there.time
      : "\(there.day.weekday) \(there.day.day) \(there.day.monthName) \(there.day.year) \(there.time)"
  }

  /// When readers got these bytes: with the edition that first had them without a break.
  private func since(
    _ shown: Story, _ path: String, _ entry: Entry, _ edition: ReleaseTag
  ) throws(Failure) -> Moment {
    let chain = try releases()
    guard let place = chain.firstIndex(where: { $0.tag == edition.tag }) else { return edition.at }
    var since = edition.at
    for earlier in chain[(place + 1)...] {
      guard let before = try file(path, at: earlier.commit),
        before.file.bytes == shown.file.bytes
      else { break }
      since = earlier.at
    }
    return since
  }

  /// Takes in what was withdrawn after the edition was cut.
  private func complete(
    _ report: inout SeenReport, _ shown: Story, _ path: String, _ state: ReadersState
  ) throws(Failure) {
    let entry = report.found.entry
    let lines = try log(entry.id, limit: nil).filter { $0.at <= report.at }
    var story = shown
    if let tip = state.tip {
      let version = shown.number
      let line = lines.first { takes($0) }
      guard let (_, now) = try self.shown(entry, at: tip.description) else {
        report.seen = .nothing(reason(of: line) ?? "it was pulled")
        return
      }
      let older = now.version ?? version
      if now["publication"] != nil || older < version {
        (story, report.since) = (now, line?.at ?? report.since)
      }
    }
    switch story["publication"]?.text {
    case "withheld":
      let hold = lines.first { $0.transition == "hold" }
      report.seen = .nothing(reason(of: hold) ?? "it was on hold")
      return
    case "withdrawn": report.seen = .notice
    default:
      report.seen = .page
      // What was lifted is there since then, whatever edition it stands in.
      let lift = lines.first { $0.transition == "lift" }
      if let lift, let since = report.since { report.since = max(since, lift.at) }
    }
    try fill(&report, story, path, state.edition.commit)
    try addHands(&report, lines)
  }

  private func fill(
    _ report: inout SeenReport, _ story: Story, _ path: String, _ commit: String
  ) throws(Failure) {
    (report.story, report.bytes) = (story, story.file.bytes)
    report.version = story.version
    report.notices = story.notices
    let house = try house(at: commit)
    if let url = house?.url {
      report.address = url + path.dropFirst("articles/".count).dropLast(3) + ".html"
    }
    if case .page = report.seen {
      report.attribution = Attribution(
        byline: try names(story.byline, at: commit), credit: story.credit,
        reporting: try names(story.reporting, at: commit),
        editors: try names(story["editors"]?.texts ?? [], at: commit),
        agents: try names(story["agents"]?.texts ?? [], at: commit),
        style: (house ?? desk.policy.house).credits)
    }
  }

  /// The house as readers of a commit of `live` had it.
  private func house(at commit: String) throws(Failure) -> House? {
    guard let bytes = try bytes("stet.yml", at: commit) else { return nil }
    return try? House(live: bytes)
  }

  /// People under the names that readers of a commit of `live` had for them.
  private func names(_ texts: [String], at commit: String) throws(Failure) -> [String] {
    var names: [String] = []
    for text in texts {
      let path = "people/\(text).yml"
      let bytes = Handle(text) == nil ? nil : try bytes(path, at: commit)
      let person = bytes.flatMap { try? Person(live: $0, path: path) }
      names.append(person?.name ?? desk.policy.name(of: text))
    }
    return names
  }

  private func bytes(_ path: String, at commit: String) throws(Failure) -> [UInt8]? {
    guard let id = ObjectID(hex: commit) else { return nil }
    return try git { () throws(GitError) -> [UInt8]? in
      guard let entry = try repository.entry(at: path, in: repository.commit(id).tree) else {
        return nil
      }
      return try repository.blob(entry.id, limit: 1 << 16)
    }
  }

  /// Who published the version, and whose approval stood on exactly these words.
  private func addHands(
    _ report: inout SeenReport, _ lines: [LogEntry]
  ) throws(Failure) {
    guard let number = report.version,
      let line = lines.first(where: { $0.version == number }),
      let id = ObjectID(hex: line.commit)
    else { return }
    (report.publisher, report.publishedAt) = (line.scheduledBy ?? line.by, line.at)
    let message = try git { () throws(GitError) in try repository.commit(id) }.message
    guard let words = Record(message)["Stet-Words"], let before = try parent(of: line.commit),
      let file = try file(report.found.entry.path, at: before)
    else { return }
    for approval in file["approvals"]?.elements ?? [] where approval["words"]?.text == words {
      guard let by = approval["by"]?.text.flatMap({ Handle($0) }) else { continue }
      let given = lines.first {
        $0.at <= line.at && $0.by == by.description && isApproval($0.transition ?? "")
      }
      report.approvals.append(Entry.Approval(by: by, words: words, at: given?.at ?? line.at))
    }
  }
}
