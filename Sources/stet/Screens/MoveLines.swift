import Editorial
import Newsroom

/// A move in words: what happened, and what it means for readers and for the desk.
struct MoveLines {
  private let moved: Moved
  private let policy: Policy
  private let screen: Screen
  private let dryRun: Bool

  init(_ moved: Moved, dryRun: Bool, _ policy: Policy, _ screen: Screen) {
    (self.moved, self.policy, self.screen, self.dryRun) = (moved, policy, screen, dryRun)
  }

  private var slug: String { moved.found.slug }
  private var entry: Entry { moved.found.entry }

  /// The first line, with who entered it for whom.
  var lines: [String] {
    var line = first
    if let entered = moved.enteredBy {
      line =
        line.dropLast()
        + ", as \(policy.name(of: moved.by.description)), entered by \(policy.name(of: entered))."
    }
    return [line]
  }

  private var first: String {
    let way = moved.from == moved.to ? "in \(moved.to)" : "\(moved.from) → \(moved.to)"
    let saved = moved.saved.map { " (saved first: +\($0.added) -\($0.removed))" } ?? ""
    var line = "\(verb) \(slug)"
    if moved.publishes { line += ", version \(moved.version)" }
    switch moved.transition {
    case "approve":
      return line + ": \(way). \(these)"
    case "reject":
      let queries = moved.found.queries.count
      line += ": \(way)"
      line += moved.to == "draft" ? ", to \(policy.name(of: entry.maker.description))" : ""
      return line + ", with note"
        + (queries == 0 ? "" : " and \(count(queries, "query", "queries"))") + saved + "."
    case "submit": return line + ": \(way), \(count(moved.found.wordCount, "word"))\(saved)."
    case "hold": return line + " on hold: \(way)."
    case "retract":
      return
        "\(dryRun ? "Would kill" : "Killed") \(slug) (\(moved.kind ?? "")). \"\(moved.found.headline)\", version \(entry.shownVersion)."
    case "pull": return line + ", version \(moved.version): \(way)."
    case "schedule":
      guard let scheduled = entry.scheduled else { return line + "." }
      return line
        + ": \(screen.day(scheduled.at)) \(screen.hour(scheduled.at)) (\(policy.house.timezone)), in \(screen.distance(to: scheduled.at)). \(these)"
    case "set-workflow": return line + " the workflow \(entry.workflow): \(way)."
    default:
      let changed = moved.changed.flatMap {
        $0.added + $0.removed == 0 ? nil : " (+\($0.added) -\($0.removed) words)"
      }
      return line + ": \(way)\(changed ?? "")\(saved)."
    }
  }

  private var these: String {
    let words = moved.found.wordCount
    return words == 1 ? "This 1 word, and no other." : "These \(words) words, and no others."
  }

  private var verb: String {
    if dryRun { return "Would \(moved.transition == "set-workflow" ? "give" : moved.transition)" }
    switch moved.transition {
    case "reject": return "Sent back"
    case "recall": return "Took back"
    case "stand": return "Let stand"
    case "correct": return "Opened a correction of"
    case "clarify": return "Opened a clarification of"
    case "update": return "Opened an update of"
    case "add": return "Added to"
    case "hold": return "Put"
    case "set-workflow": return "Gave"
    default:
      let past = Tense.past(moved.transition)
      return past.prefix(1).uppercased() + past.dropFirst()
    }
  }

  /// What it means for readers, for the desk, and for what else was under way.
  static func further(_ moved: Moved, _ policy: Policy, _ screen: Screen) -> [String] {
    MoveLines(moved, dryRun: false, policy, screen).further
  }

  private var further: [String] {
    var lines = notices
    switch moved.transition {
    case "submit":
      let desk = policy.people(with: .editor).filter { $0.handle != entry.maker }.map(\.name)
      if !desk.isEmpty {
        lines.append(
          "The desk has it since \(screen.time(moved.at)); \(prose(desk, "or")) takes it from here."
        )
      }
    case "update", "correct", "clarify":
      lines.append("Readers \(kept) until the new one is published.")
      if !entry.aside.isEmpty {
        lines.append("The version that was open waits, and goes on when this one is out.")
      }
    case "hold" where entry.publication == .withheld:
      lines.append("Readers find nothing at its address until it is lifted.")
    case "hold": lines.append("Nothing new of it goes out until it is lifted.")
    case "pull":
      lines.append(
        entry.publication == .unpublished
          ? "Readers have nothing of it any more."
          : entry.publication == .withdrawn
            ? "Readers see its notice again."
            : "Readers have version \(entry.shownVersion) again.")
    case "set-workflow": lines.append("Its approvals are void.")
    case "restore":
      for notice in entry.notices.prefix(1) where Withdrawal(rawValue: notice.kind) == nil {
        lines.append("Readers still see its notice: \"\(notice.text)\"; correct --amend-notice 1.")
      }
    case "approve" where !entry.awaitsReading.isEmpty:
      let hands = prose(entry.awaitsReading.map { policy.name(of: $0.description) })
      lines.append("Not yet read by a second desk: somebody else than \(hands) has to.")
    case "schedule":
      if entry.isVoided { lines.append("ITS WORDS CHANGED since: it will not go out.") }
    default: break
    }
    if let stage = moved.resumed {
      lines.append(
        "The open version goes on in \(stage), with the fix in it; approve it again.")
    }
    if !moved.conflicts.isEmpty {
      lines.append(
        "The open version waits: both changed the same words (\(prose(Array(moved.conflicts.prefix(3)))))."
      )
    }
    if let cancelled = moved.cancelled {
      lines.append("It was scheduled for \(screen.time(cancelled.at)); that is cancelled.")
    }
    if !moved.passed.isEmpty {
      lines.append("Passed over, on the record: \(prose(moved.passed)).")
    }
    if moved.publishes, !entry.awaitsReading.isEmpty {
      lines.append("Not yet read by a second desk: stet approve \(slug), by somebody else.")
    }
    return lines
  }

  /// What readers have while a new version is open.
  private var kept: String {
    switch entry.publication {
    case .live: "keep version \(entry.shownVersion)"
    case .withdrawn: "keep the notice"
    case .withheld, .unpublished: "have nothing of it"
    }
  }

  /// What is public and what is not, where both could be meant.
  private var notices: [String] {
    guard let notice = moved.notice, !notice.isEmpty else { return [] }
    let isOut = moved.publishes || moved.transition == "retract"
    let label =
      moved.transition == "retract"
      ? "Readers see only:" : isOut ? "Readers see:" : "Readers will see:"
    let width = label.count + 1
    var lines = [screen.padded(label, to: width) + "\"\(notice)\""]
    if !moved.note.isEmpty {
      lines.append(screen.padded("Desk only:", to: width) + "\"\(moved.note)\"")
    }
    return lines
  }
}
