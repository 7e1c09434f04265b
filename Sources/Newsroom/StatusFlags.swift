import Catalog
public import Editorial

extension StatusReport {
  /// A story with something about it that concerns everybody.
  public struct Flagged: Sendable {
    public enum What: String, Sendable { case held, unread, claimed, scheduled, passed }

    public var found: Found
    public var what: What
    public var by: Handle?
    public var at: Moment?
  }
}

extension Newsroom {
  /// Holds, schedules that stand, claims, and what no second desk has read.
  func addFlagged(_ status: inout StatusReport) throws(Failure) {
    var filter = Filter()
    filter.flags = Flag.allCases
    filter.sort = .waiting
    let now = circumstances.now
    let due = try due()
    for found in try list(filter) {
      let entry = found.entry
      if let held = entry.held {
        status.flagged.append(
          StatusReport.Flagged(found: found, what: .held, by: held.by, at: held.at))
      }
      if !entry.awaitsReading.isEmpty {
        status.flagged.append(
          StatusReport.Flagged(found: found, what: .unread, at: entry.versions.last?.at))
      }
      if let claimant = entry.claimant(at: now) {
        status.flagged.append(
          StatusReport.Flagged(found: found, what: .claimed, by: claimant, at: entry.claim?.end))
      }
      if let item = due.items.first(where: { $0.found.entry.id == entry.id }) {
        if item.obstacles.isEmpty {
          status.flagged.append(
            StatusReport.Flagged(found: found, what: .scheduled, by: item.by, at: item.at))
        } else {
          status.wrong.append(wrong(item))
        }
      }
      // What was passed over stays on the record; here it stands for a week.
      if let last = entry.versions.last, !last.passed.isEmpty, now - last.at < 7 * 86_400 {
        status.flagged.append(
          StatusReport.Flagged(found: found, what: .passed, by: last.by, at: last.at))
      }
      if let missed = entry.missed {
        status.wrong.append(
          StatusReport.Wrong(
            rule: "schedule",
            message: "missed its time, \(when(missed)), and did not go out",
            remedy: "stet why \(found.slug) says what it needs to go out", slug: found.slug,
            at: missed))
      }
      if !entry.aside.isEmpty, !desk.hasOpenVersion(entry) {
        status.wrong.append(
          StatusReport.Wrong(
            rule: "aside",
            message: "a fix and the version that was open changed the same words; that one waits",
            remedy: "stet resolve \(found.slug)", slug: found.slug))
      }
    }
    addClock(due, &status)
    for shown in status.outlets {
      for id in shown.still {
        guard let found = try found(id) else { continue }
        status.wrong.append(
          StatusReport.Wrong(
            rule: "outlet", message: "readers of \(shown.name) STILL HAVE IT",
            remedy: "stet export --outlets", slug: found.slug))
      }
    }
    if !desk.policy.fourEyes {
      status.wrong.append(
        StatusReport.Wrong(
          rule: "four-eyes", message: "four-eyes is off: nobody else need have read what goes out",
          remedy: "a chief sets four-eyes: on in stet.yml", path: "stet.yml"))
    }
  }

  private func wrong(_ item: DueReport.Item) -> StatusReport.Wrong {
    let (slug, again) = (item.found.slug, item.obstacles.contains(.scheduledOtherWords))
    return StatusReport.Wrong(
      rule: "schedule",
      message:
        "scheduled \(when(item.at)), but \(item.obstacles[0].message): it will NOT go out",
      remedy: again
        ? "approve it, then stet schedule \(slug) --at again" : "stet why \(slug)",
      slug: slug, at: item.at)
  }

  private func addClock(_ report: DueReport, _ status: inout StatusReport) {
    guard report.isStopped else { return }
    let since = report.clock.map { "has not run since \(when($0))" } ?? "has never run here"
    status.wrong.append(
      StatusReport.Wrong(
        rule: "clock",
        message: "the clock \(since): nothing that is scheduled goes out by itself",
        remedy: "stet doctor --cron prints the line for crontab", path: "clock"))
  }
}
