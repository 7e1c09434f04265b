import Editorial
import Newsroom

enum StatusJSON {
  static func json(_ report: StatusReport, _ newsroom: borrowing Newsroom) -> JSON {
    let policy = newsroom.desk.policy
    var sentBack: [JSON] = []
    for back in report.sentBack {
      sentBack.append(
        story(
          back.found, newsroom,
          [
            ("by", .string(back.by)), ("at", .string(back.at.description)),
            ("note", .string(back.note)), ("queries", lines(back.found)),
            ("unsavedSince", JSON(back.unsavedSince)),
          ]))
    }
    var waits: [JSON] = []
    for waiting in report.waits {
      waits.append(
        story(
          waiting.found, newsroom,
          [
            ("move", .string(waiting.move)), ("again", .bool(waiting.again)),
            ("from", JSON(waiting.came?.by)), ("reader", JSON(waiting.reader)),
            ("since", .string(waiting.since.description)),
            ("changedBy", JSON.people(waiting.changers, policy)),
            ("added", JSON(waiting.tally?.added)), ("removed", JSON(waiting.tally?.removed)),
            ("queries", lines(waiting.found)), ("unsavedSince", JSON(waiting.unsavedSince)),
            ("lacks", JSON(waiting.lacks.map(\.message))),
          ]))
    }
    var mine: [JSON] = []
    for own in report.mine { mine.append(self.own(own, newsroom)) }
    var others: [JSON] = []
    for own in report.others { others.append(self.own(own, newsroom)) }
    return .object([
      (
        "person",
        report.person.map { JSON.person($0.handle.description, policy) } ?? .null
      ), ("asOf", .string(newsroom.circumstances.now.description)), ("waits", .array(waits)),
      ("sentBack", .array(sentBack)), ("mine", .array(mine)), ("others", .array(others)),
      ("wrong", .array(report.wrong.map(wrong))),
      ("outlets", JSON.outlets(report.outlets, report.newest, pending: report.unreleased)),
    ])
  }

  /// The story's own keys, and what stands with it here.
  private static func story(
    _ found: Found, _ newsroom: borrowing Newsroom, _ further: [(String, JSON)]
  ) -> JSON {
    .object(JSON.pairs(found, newsroom) + further)
  }

  private static func lines(_ found: Found) -> JSON { .array(found.queries.map(JSON.int)) }

  private static func own(
    _ own: StatusReport.Own, _ newsroom: borrowing Newsroom
  ) -> JSON {
    story(
      own.found, newsroom,
      [
        ("place", .string(own.place.rawValue)),
        ("since", .string(own.found.entry.since.description)),
        ("unsavedSince", JSON(own.unsavedSince)), ("approvedAt", JSON(own.approved?.at)),
        ("waitsFor", own.way.map { JSON.way($0, newsroom.desk.policy) } ?? .null),
        ("release", JSON(own.edition?.tag)), ("isOut", .bool(own.isOut)),
      ])
  }

  private static func wrong(_ wrong: StatusReport.Wrong) -> JSON {
    .object([
      ("rule", .string(wrong.rule)), ("message", .string(wrong.message)),
      ("remedy", .string(wrong.remedy)), ("slug", JSON(wrong.slug)), ("path", JSON(wrong.path)),
      ("commit", JSON(wrong.commit)), ("by", JSON(wrong.by)), ("at", JSON(wrong.at)),
    ])
  }
}
