import Editorial
import Newsroom

enum HandoverJSON {
  static func json(_ report: HandoverReport, _ newsroom: borrowing Newsroom) -> JSON {
    let policy = newsroom.desk.policy
    func story(_ found: Found, _ further: [(String, JSON)]) -> JSON {
      .object(
        [
          ("id", .string(found.entry.id.description)), ("slug", .string(found.slug)),
          ("headline", .string(found.headline)), ("stage", .string(found.entry.stage)),
          ("version", .int(found.entry.version)),
        ] + further)
    }
    func person(_ handle: Handle) -> JSON { .person(handle.description, policy) }
    let changes = report.changes.map { change -> JSON in
      story(
        change.found,
        [
          ("at", .string(change.line.at.description)),
          ("transition", JSON(change.line.transition)), ("by", .person(change.line.by, policy)),
          ("enteredBy", JSON(change.line.enteredBy)),
          ("scheduledBy", JSON(change.line.scheduledBy)), ("published", JSON(change.line.version)),
          ("kind", JSON(change.line.versionKind)), ("withdrawal", .bool(change.isWithdrawal)),
          ("override", JSON(change.line.override)), ("note", .string(change.line.note)),
        ])
    }
    let editions = report.editions.map { cut -> JSON in
      .object([
        ("tag", .string(cut.edition.tag)), ("at", .string(cut.edition.at.description)),
        ("by", .person(cut.edition.by, policy)), ("summary", .string(cut.list.summary)),
      ])
    }
    let due = report.due.items.map { item -> JSON in
      story(
        item.found,
        [
          ("at", .string(item.at.description)), ("by", person(item.by)),
          ("obstacles", JSON(item.obstacles.map(\.message))),
        ])
    }
    let waits = report.waits.map { own -> JSON in
      story(
        own.found,
        [
          ("since", .string(own.found.entry.since.description)),
          ("kind", JSON(own.found.entry.kind?.rawValue)),
          ("waitsFor", own.way.map { JSON.way($0, policy) } ?? .null),
        ])
    }
    let holds = report.holds.map { held -> JSON in
      story(
        held.found,
        [
          ("by", person(held.hold.by)), ("since", .string(held.hold.at.description)),
          ("note", .string(held.why)),
          ("publication", .string(held.found.entry.publication.rawValue)),
        ])
    }
    let claims = report.claims.compactMap { found -> JSON? in
      found.entry.claim.map { claim in
        story(
          found,
          [
            ("by", person(claim.by)), ("since", .string(claim.at.description)),
            ("until", .string(claim.end.description)),
          ])
      }
    }
    let notOut = EditionList.Group.allCases.flatMap { group in
      report.notOut[group].map { item -> JSON in
        .object([
          ("id", .string(item.id.description)), ("slug", .string(item.slug)),
          ("headline", .string(item.headline)), ("version", .int(item.version)),
          ("list", .string(group.rawValue)),
        ])
      }
    }
    return .object([
      ("since", .string(report.since.description)), ("until", .string(report.until.description)),
      ("person", report.person.map { person($0.handle) } ?? .null),
      ("changes", .array(changes)), ("editions", .array(editions)),
      (
        "due",
        .object([
          ("clock", JSON(report.due.clock)), ("stopped", .bool(report.due.isStopped)),
          ("stories", .array(due)),
        ])
      ),
      ("missed", .array(report.missed.map { story($0, [("at", JSON($0.entry.missed))]) })),
      ("waits", .array(waits)), ("moreWaiting", .int(report.moreWaiting)),
      ("holds", .array(holds)), ("claims", .array(claims)),
      ("conflicts", .array(report.conflicts.map { story($0, []) })),
      (
        "unread",
        .array(
          report.unread.map { found in
            story(found, [("by", .array(found.entry.awaitsReading.map(person)))])
          })
      ),
      ("notOut", .array(notOut)), ("violations", .int(report.violations)),
    ])
  }
}
