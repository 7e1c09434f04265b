import Editorial
import Newsroom

enum WhyJSON {
  static func json(_ report: WhyReport, _ newsroom: borrowing Newsroom) -> JSON {
    let (entry, policy) = (report.found.entry, newsroom.desk.policy)
    let work: JSON = .object([
      ("version", report.goal == nil ? .int(entry.version) : .int(entry.version + 1)),
      ("kind", JSON(entry.kind?.rawValue)), ("stage", .string(entry.stage)),
      ("since", .string(entry.since.description)), ("notice", JSON(report.notice)),
    ])
    let obstacles = report.obstacles.map { obstacle -> JSON in
      .object([("rule", .string(obstacle.rule)), ("message", .string(obstacle.message))])
    }
    return .object([
      ("story", .story(report.found, newsroom)), ("readers", readers(report)), ("work", work),
      ("obstacles", .array(obstacles)), ("can", .array(report.ways.map { JSON.way($0, policy) })),
      (
        "outlets",
        JSON.outlets(
          report.outlets, report.newest, version: report.versionInNewest,
          pending: report.unreleased)
      ),
    ])
  }

  private static func readers(_ report: WhyReport) -> JSON {
    let entry = report.found.entry
    return .object([
      ("publication", .string(entry.publication.rawValue)),
      ("version", JSON(report.readers?.version)),
      ("since", JSON(report.readers?.since)), ("release", JSON(report.readers?.edition.tag)),
      ("first", JSON(report.readers?.first.tag)), ("byline", JSON(report.attribution.byline)),
      ("line", JSON(report.attribution.credit)),
    ])
  }
}
