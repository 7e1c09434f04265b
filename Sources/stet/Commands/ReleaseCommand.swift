import ArgumentParser
import Editorial
import Newsroom

struct ReleaseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "release", _superCommandName: "stet",
    abstract: "Cut an edition: tag what readers may see.",
    discussion: """
      An edition lists what is new, updated and corrected since the one before. Without a name it is \
      called by the day and a count. Nothing new: it says so and cuts none.

      EXAMPLES
        stet release
        stet release 2026-11-24.evening -m "The evening edition"
        stet release && stet export --out public
      """)
  @Argument(help: "Its name.") var name: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The edition's public line.", valueName: "text"))
  var message: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let (edition, list) = try newsroom.cut(name, message: message) else {
      return try nothingNew(newsroom)
    }
    let by = newsroom.desk.policy.name(of: edition.by)
    var lines = [
      "\(options.dryRun ? "Would cut" : "Edition") \(edition.tag): \(list.summary); by \(by)."
    ]
    if let message { lines.append("Readers see: \"\(message)\"") }
    lines += ReleaseScreen.lines(list, screen)
    var answer = Answer(lines, json: try ReleaseScreen.json(edition, list, newsroom))
    answer.hints = options.dryRun ? [] : ["stet export --out DIR   writes the site"]
    return answer
  }

  private func nothingNew(_ newsroom: borrowing Newsroom) throws -> Answer {
    guard let newest = try newsroom.releases().first else {
      if options.json {
        throw Failure(.failed, "nothing was published yet, so nothing can be released")
      }
      throw Failure(
        .failed, "nothing was published yet, so nothing can be released",
        hint: "stet publish puts a story before the next release")
    }
    let list = try newsroom.contents(of: newest)
    return Answer(
      ["Nothing is new since \(newest.tag); no edition was cut."],
      json: try ReleaseScreen.json(newest, list, newsroom))
  }
}

enum ReleaseScreen {
  /// Who sends out what was published: whoever asks, or who else.
  static func hint(for person: Handle?, _ policy: Policy) -> String {
    let publishers = policy.people(with: .publisher)
    guard !publishers.contains(where: { $0.handle == person }), !publishers.isEmpty else {
      return "stet release   sends out what was published"
    }
    return "\(prose(publishers.map(\.name), "or")) can release it: stet release"
  }

  static func lines(_ list: EditionList, _ screen: Screen) -> [String] {
    let items = EditionList.Group.allCases.flatMap { group in list[group].map { (group, $0) } }
    let width = items.map(\.1.slug.count).max() ?? 0
    return items.map { group, item in
      let head =
        "  \(screen.padded(group.rawValue, to: 10)) \(screen.padded(item.slug, to: width))  "
      return head + screen.cut(item.headline, to: max(20, screen.width - head.count))
    }
  }

  static func json(
    _ release: ReleaseTag, _ list: EditionList, _ newsroom: borrowing Newsroom
  ) throws -> JSON {
    var pairs: [(String, JSON)] = [
      ("tag", .string(release.tag)), ("commit", .string(release.commit)),
      ("at", .string(release.at.description)), ("by", .string(release.by)),
      ("signed", .bool(release.signed)), ("previous", JSON(release.previous)),
      ("imported", .int(0)),
    ]
    for group in EditionList.Group.allCases {
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
        case "headline": (key, .string(item.headline))
        case "version": (key, .int(item.version))
        default: (key, value)
        }
      })
  }
}

struct Releases: Command {
  static let configuration = CommandConfiguration(
    commandName: "releases", _superCommandName: "stet", abstract: "The editions, newest first.",
    discussion: """
      EXAMPLES
        stet releases
        stet releases 2026-11-24.1
      """)
  @Argument(help: "One of them, with its stories.") var tag: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if let tag {
      let release = try newsroom.release(tag)
      let list = try newsroom.contents(of: release)
      let head =
        "\(release.tag)  \(screen.time(release.at))  \(newsroom.desk.policy.name(of: release.by))  \(list.summary)"
      return Answer(
        [head] + ReleaseScreen.lines(list, screen),
        json: .array([try ReleaseScreen.json(release, list, newsroom)]))
    }
    var answer = Answer()
    var documents: [JSON] = []
    for release in try newsroom.releases() {
      let list = try newsroom.contents(of: release)
      documents.append(try ReleaseScreen.json(release, list, newsroom))
      answer.lines.append(
        "\(screen.padded(release.tag, to: 16)) \(screen.time(release.at))  \(newsroom.desk.policy.name(of: release.by)): \(list.summary)"
      )
    }
    answer.json = .array(documents)
    if documents.isEmpty { answer.lines = ["Nothing was released yet."] }
    answer.paged = true
    return answer
  }
}

struct ReleaseNotes: Command {
  static let configuration = CommandConfiguration(
    commandName: "release-notes", _superCommandName: "stet",
    abstract: "What an edition says of itself.",
    discussion: """
      EXAMPLES
        stet release-notes
        stet release-notes 2026-11-24.1
      """)
  @Argument(help: "The edition; the newest otherwise.") var tag: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let newest = try newsroom.releases().first
    guard let release = try tag.map({ try newsroom.release($0) }) ?? newest else {
      throw Failure(.notFound, "nothing was released yet", hint: "stet release")
    }
    let record = Record(release.message)
    let lines =
      [record.subject, ""]
      + record.note.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Answer(
      lines,
      json: try ReleaseScreen.json(release, try newsroom.contents(of: release), newsroom))
  }
}
