import Editorial
import Export
import Newsroom

extension ShowScreen {
  static func json(_ report: ShowReport, _ newsroom: borrowing Newsroom) -> JSON {
    let (entry, story, policy) = (report.found.entry, report.story, newsroom.desk.policy)
    let approvals = entry.approvals.map { approval -> JSON in
      .object([
        ("by", .person(approval.by.description, policy)), ("at", .string(approval.at.description)),
        ("words", .string(approval.words)), ("stands", .bool(approval.words == entry.words)),
      ])
    }
    let transitions = report.moves.map { move -> JSON in
      .object([
        ("name", .string(move.name)), ("allowed", .bool(move.isAllowed)),
        ("reasons", JSON(move.reasons.map(\.message))),
      ])
    }
    let html = try? StoryHTML.body(
      of: story.copy.published, path: entry.livePath ?? entry.path, newsroom.desk.policy.house)
    let queries = story.openMarks.map { mark -> JSON in
      .object([
        ("kind", .string(mark.kind.rawValue)), ("text", .string(mark.text)),
        ("field", JSON(mark.field)), ("line", .int(mark.line)), ("column", .int(mark.column)),
      ])
    }
    return .object(
      JSON.pairs(report.found, newsroom) + [
        ("body", .string(story.file.text)), ("html", JSON(html)),
        (
          "attribution",
          .object([
            ("byline", JSON(report.attribution.byline)), ("line", JSON(report.attribution.credit)),
          ])
        ),
        ("approvals", .array(approvals)), ("corrections", .array(entry.notices.map(notice))),
        ("related", .array(story.related.map(related))), ("image", story.image.map(image) ?? .null),
        ("queries", .array(queries)), ("transitions", .array(transitions)),
        ("problems", JSON(report.problems)),
      ])
  }

  static func notice(_ notice: Notice) -> JSON {
    .object([
      ("kind", .string(notice.kind)), ("version", .int(notice.version)),
      ("at", .string(notice.at.description)), ("text", .string(notice.text)),
    ])
  }

  private static func related(_ related: Related) -> JSON {
    switch related {
    case .own(let name):
      .object([
        ("story", .string(name)), ("headline", .null), ("url", .null), ("source", .null),
      ])
    case .outside(let headline, let url, let source):
      .object([
        ("story", .null), ("headline", .string(headline)), ("url", .string(url)),
        ("source", JSON(source)),
      ])
    }
  }

  private static func image(_ picture: Picture) -> JSON {
    .object([
      ("file", .string(picture.file)), ("caption", JSON(picture.caption)),
      ("credit", JSON(picture.credit)), ("alt", JSON(picture.alt)),
    ])
  }
}
