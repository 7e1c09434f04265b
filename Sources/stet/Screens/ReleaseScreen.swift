import Editorial
import Newsroom

/// What an edition brought.
enum ReleaseScreen {
  /// Who sends out what was published: whoever asks, or who else; and by outlets, where this machine
  /// has some.
  static func hint(
    for person: Handle?, _ policy: Policy, _ outlets: [Reach.Shown] = [], pending: Int = 0
  ) -> String {
    let publishers = policy.people(with: .publisher)
    let isHere = outlets.contains { $0.machine == nil }
    guard !publishers.contains(where: { $0.handle == person }), !publishers.isEmpty else {
      guard isHere else { return "stet release   sends out what was published" }
      return "stet release --export   "
        + (pending > 2
          ? "sends out all \(pending)" : pending == 2 ? "sends out both" : "sends it out")
    }
    return "\(prose(publishers.map(\.name), "or")) can release it: stet release"
      + (isHere ? " --export" : "")
  }

  static func lines(_ list: EditionList, _ screen: Screen) -> [String] {
    let items = EditionList.Group.allCases.flatMap { group in list[group].map { (group, $0) } }
    let width = items.map(\.1.slug.count).max() ?? 0
    return items.map { group, item in
      let head =
        "  \(screen.padded(group.rawValue, to: 10)) \(screen.padded(item.slug, to: width))  "
      let tail = group == .back ? " (\(item.standing(group)))" : ""
      let headline = item.headline.isEmpty ? "Withdrawn" : item.headline
      return head + screen.cut(headline, to: max(20, screen.width - head.count - tail.count)) + tail
    }
  }

  /// What stands one move before readers and is not in an edition, and why.
  static func missing(_ newsroom: borrowing Newsroom, _ screen: Screen) throws -> [String] {
    let (stories, more) = try newsroom.waitingForPublisher(limit: 5)
    let width = stories.map(\.slug.count).max() ?? 0
    var lines = stories.enumerated().map { index, story in
      let head =
        "  \(screen.padded(index == 0 ? "not in it" : "", to: 10)) \(screen.padded(story.slug, to: width))  "
      return head + screen.cut(story.why, to: max(20, screen.width - head.count))
    }
    if more > 0 { lines.append("             and \(more) more: stet list") }
    return lines
  }

  static func json(
    _ release: ReleaseTag, _ list: EditionList, _ newsroom: borrowing Newsroom
  ) throws -> JSON {
    var pairs: [(String, JSON)] = [
      ("tag", .string(release.tag)), ("commit", .string(release.commit)),
      ("at", .string(release.at.description)), ("by", .string(release.by)),
      ("signed", .bool(release.signed)), ("previous", JSON(release.previous)),
      ("imported", .int(list.imported)),
    ]
    for group in EditionList.Group.allCases where group != .back || release.backTo != nil {
      var stories: [JSON] = []
      for item in list[group] { stories.append(try story(item, newsroom)) }
      pairs.append((group.rawValue, .array(stories)))
    }
    return .object(pairs)
  }

  /// A story of an edition: as the desk has it, with what the edition says of it.
  private static func story(
    _ item: EditionList.Item, _ newsroom: borrowing Newsroom
  ) throws -> JSON {
    guard let found = try newsroom.found(item.id) else {
      return .object([
        ("id", .string(item.id.description)), ("slug", .string(item.slug)),
        ("headline", .string(item.headline)), ("version", .int(item.version)),
      ])
    }
    return .object(
      JSON.pairs(found, newsroom).map { key, value in
        switch key {
        case "headline" where !item.headline.isEmpty: (key, .string(item.headline))
        case "version": (key, .int(item.version))
        default: (key, value)
        }
      })
  }
}
