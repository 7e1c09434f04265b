import Editorial
import Newsroom

extension JSON {
  /// A story, with the keys of the contract.
  static func story(_ found: Found, _ newsroom: borrowing Newsroom) -> JSON {
    .object(pairs(found, newsroom))
  }

  static func pairs(_ found: Found, _ newsroom: borrowing Newsroom) -> [(String, JSON)] {
    let entry = found.entry
    let policy = newsroom.desk.policy
    func people(_ names: [String]) -> JSON {
      .array(
        names.map { name in
          let person = Handle(name).flatMap { policy.people[$0] }
          return .object([
            ("handle", JSON(person?.handle.description)), ("name", .string(person?.name ?? name)),
          ])
        })
    }
    return [
      ("id", .string(entry.id.description)), ("slug", .string(entry.slug)),
      ("path", .string(entry.path)), ("url", JSON(newsroom.address(of: entry))),
      ("headline", .string(found.headline)), ("kicker", JSON(found.kicker)),
      ("standfirst", JSON(found.standfirst)), ("section", JSON(found.section)),
      ("tags", JSON(found.tags)), ("byline", people(found.byline)), ("credit", JSON(found.credit)),
      ("editors", people(entry.editors.map(\.description))), ("dateline", JSON(found.dateline)),
      ("language", .string(found.language ?? policy.house.language)),
      ("urgency", JSON(found.urgency)), ("workflow", .string(entry.workflow)),
      ("stage", .string(entry.stage)), ("publication", .string(entry.publication.rawValue)),
      ("scheduled", JSON(entry.scheduled?.at.description)),
      ("held", JSON(entry.held?.at.description)), ("embargo", JSON(found.embargo)),
      ("version", .int(entry.version)), ("kind", JSON(entry.kind?.rawValue)),
      ("created", .string(entry.created)), ("published", JSON(entry.published)),
      ("modified", JSON(entry.modified)), ("wordCount", .int(found.wordCount)),
      ("commit", .string(newsroom.desk.head)),
    ]
  }
}
