import Catalog
public import Editorial

/// What the next shift has to know.
public struct HandoverReport: Sendable {
  public var since: Moment
  public var until: Moment
  /// Who writes it, where that is known.
  public var person: Person?
  /// What readers got or lost, the oldest first.
  public var changes: [Change] = []
  /// The editions cut, the oldest first.
  public var editions: [Cut] = []
  public var due = DueReport()
  /// What did not go out at its time and has no other yet.
  public var missed: [Found] = []
  /// At the desk, the longest waiting first; and how many beyond those listed.
  public var waits: [StatusReport.Own] = []
  public var moreWaiting = 0
  public var holds: [Hold] = []
  public var claims: [Found] = []
  /// Open versions that wait under a fix until somebody resolves them.
  public var conflicts: [Found] = []
  /// Out, and read by no second desk yet.
  public var unread: [Found] = []
  /// What is in no edition yet.
  public var newest: ReleaseTag?
  public var notOut = EditionList()
  /// How many violations are open.
  public var violations = 0

  /// A publication or a withdrawal.
  public struct Change: Sendable {
    public var found: Found
    public var line: LogEntry
    /// Whether readers have less of it now.
    public var isWithdrawal: Bool
  }

  public struct Cut: Sendable {
    public var edition: ReleaseTag
    public var list: EditionList
  }

  public struct Hold: Sendable {
    public var found: Found
    public var hold: Entry.Hold
    public var why: String
  }
}

extension Newsroom {
  /// What happened since a time, and everything that is left to the next shift.
  public func handover(since: Moment) throws(Failure) -> HandoverReport {
    var report = HandoverReport(since: since, until: circumstances.now)
    report.person = personIfKnown()
    report.changes = try changesForReaders(since: since)
    let editions = try releases()
    for edition in editions.reversed() where edition.at >= since && edition.at <= report.until {
      report.editions.append(
        HandoverReport.Cut(edition: edition, list: try contents(of: edition)))
    }
    report.newest = editions.first
    report.notOut = try changes(since: editions.first?.commit, to: desk.live)
    report.due = try due()
    report.missed = try stories { $0.flags = [.missed] }
    try addWaiting(&report)
    for found in try stories({ $0.flags = [.held] }) {
      guard let hold = found.entry.held else { continue }
      report.holds.append(
        HandoverReport.Hold(found: found, hold: hold, why: try reason(of: hold, found)))
    }
    report.claims = try stories { $0.flags = [.claimed] }
      .filter { $0.entry.claimant(at: circumstances.now) != nil }
    report.conflicts = try stories { $0.flags = [.aside] }
      .filter { !desk.hasOpenVersion($0.entry) }
    report.unread = try stories { $0.flags = [.unread] }
    report.violations = desk.open.count
    return report
  }

  private func stories(_ narrow: (inout Filter) -> Void) throws(Failure) -> [Found] {
    var filter = Filter()
    filter.sort = .waiting
    narrow(&filter)
    return try list(filter)
  }

  private func changesForReaders(since: Moment) throws(Failure) -> [HandoverReport.Change] {
    let catalog = try lists()
    let lines = try reading { () throws(Damage) in try catalog.log(since: since) }
    var changes: [HandoverReport.Change] = []
    for line in lines.reversed() where line.at <= circumstances.now {
      let takes = ["retract", "pull"].contains(line.transition)
      guard line.version != nil || takes || ["hold", "lift"].contains(line.transition),
        let id = line.stories.first, let found = try found(id)
      else { continue }
      // A hold of what readers never had takes nothing from them.
      guard line.version != nil || takes || found.entry.version > 0 else { continue }
      changes.append(
        HandoverReport.Change(
          found: found, line: line, isWithdrawal: takes || line.transition == "hold"))
    }
    return changes
  }

  private func addWaiting(_ report: inout HandoverReport) throws(Failure) {
    for found in try storiesAtDesk().sorted(by: { $0.entry.since < $1.entry.since }) {
      guard report.waits.count < 30 else {
        report.moreWaiting += 1
        continue
      }
      var own = StatusReport.Own(found: found, place: .desk, unsavedSince: nil)
      try addWay(&own)
      report.waits.append(own)
    }
    if report.waits.count + report.moreWaiting == Self.mostAtDesk {
      report.moreWaiting = max(report.moreWaiting, try countAtDesk() - report.waits.count)
    }
  }

  /// Why a story is on hold, as whoever holds it said.
  private func reason(of hold: Entry.Hold, _ found: Found) throws(Failure) -> String {
    let lines = try log(found.entry.id, limit: 200)
    return lines.first { $0.transition == "hold" }?.note ?? ""
  }
}
