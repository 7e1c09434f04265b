import ArgumentParser
import Editorial
import Newsroom

struct ReleaseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "release", _superCommandName: "stet",
    abstract: "Cut an edition: tag what readers may see.",
    discussion: """
      An edition lists what is new, updated and corrected since the one before. Without a name it is \
      called by the day and a count. Where no story is new, a new front page, theme or profile makes one, \
      too. Nothing new: it says so and cuts none.

      --back-to cuts an earlier edition again, under a new name: readers see it as it was, without \
      what was withdrawn since. The next plain release brings what was left out. With --only a single \
      story goes back: the words that readers had become its next version; -m then says why.

      EXAMPLES
        stet release
        stet release 2026-11-24.evening -m "The evening edition"
        stet release --export
        stet release --back-to 2026-11-24.1 --export
        stet release --back-to 2026-11-24.1 --only tolls -m "The new figures were wrong" --export
      """)
  @Argument(help: "Its name.") var name: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The edition's public line.", valueName: "text"))
  var message: String?
  @Flag(help: "And export it to the outlets of this machine.") var export = false
  @Option(
    name: .customLong("back-to"),
    help: ArgumentHelp("An earlier edition, to be the newest again.", valueName: "tag"),
    completion: .custom { _, _, _ in Completions.releases() })
  var backTo: String?
  @Option(
    help: ArgumentHelp(
      "With --back-to: this story alone; its words then become its next version.",
      valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var only: [String] = []
  @Flag(help: "With --only and --export: whatever else is published goes out too.") var all = false
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard !all || !only.isEmpty && export else {
      throw Failure(.usage, "--all goes with --only and --export; an edition has all of it anyway")
    }
    if !only.isEmpty { return try await restore(&newsroom, screen) }
    // Nothing is cut that could not go on.
    if export { _ = try newsroom.outletsHere() }
    let cut =
      if let backTo {
        try newsroom.cut(backTo: backTo, name, message: message)
      } else { try newsroom.cut(name, message: message) }
    var answer =
      if let cut { try self.answer(cut, newsroom, screen) } else { try nothingNew(newsroom) }
    guard export, !options.dryRun else { return answer }
    let outcomes = try await newsroom.exportToOutlets()
    let (lines, hints, status) = try OutletScreen.answer(outcomes, newsroom, screen)
    answer.lines += lines
    (answer.hints, answer.status) = (hints, status)
    if hints.isEmpty, let edition = cut?.edition, edition.backTo == nil,
      let previous = edition.previous
    {
      answer.hints = ["back out of it with stet release --back-to \(previous) --export"]
    }
    if case .object(let pairs) = answer.json {
      answer.json = .object(
        pairs + [("outlets", .array(OutletScreen.json(outcomes)))])
    }
    return answer
  }

  private func answer(
    _ cut: Cut, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> Answer {
    let (edition, list) = cut
    let by = newsroom.desk.policy.name(of: edition.by)
    let what = edition.backTo.map { "\($0) again" } ?? list.summary
    var lines = ["\(options.dryRun ? "Would cut" : "Edition") \(edition.tag): \(what); by \(by)."]
    if let message { lines.append("Readers see: \"\(message)\"") }
    if !newsroom.desk.policy.fourEyes {
      lines.append("Four-eyes is off in this newsroom: nobody else need have read it.")
    }
    lines += ReleaseScreen.lines(list, screen)
    if edition.backTo == nil { lines += try ReleaseScreen.missing(newsroom, screen) }
    var answer = Answer(lines, json: try ReleaseScreen.json(edition, list, newsroom))
    let isHere = newsroom.outlets().contains { $0.out != nil }
    answer.hints =
      options.dryRun
      ? []
      : [
        isHere
          ? "stet export --outlets   brings it to readers"
          : "stet export --out DIR   writes the site"
      ]
    return answer
  }

  /// Single stories, back to the words of an edition.
  private func restore(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let backTo else {
      throw Failure(
        .usage, "--only goes back to an edition", hint: "stet release --back-to TAG --only STORY")
    }
    var stories: [Found] = []
    for name in only {
      let found = try newsroom.find(name)
      try Mover.confirm(found, name, screen)
      stories.append(found)
    }
    var sending = SendingOptions()
    (sending.now, sending.all) = (export, all)
    let sent = try Sending.prepare("restore", stories, sending, newsroom, screen)
    let moved = try newsroom.restore(stories, from: backTo, note: message ?? "")
    if let sent { return try await sent.answer(after: moved, &newsroom, screen) }
    return try MoveScreen.answer(moved, dryRun: options.dryRun, newsroom, screen)
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
    let line: String
    if let backTo {
      line =
        backTo == newest.tag
        ? "\(backTo) is the newest edition already; none was cut."
        : "\(newest.tag), the newest edition, is \(backTo) again already; none was cut."
    } else {
      line = "Nothing is new since \(newest.tag); no edition was cut."
    }
    return Answer([line], json: try ReleaseScreen.json(newest, list, newsroom))
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
