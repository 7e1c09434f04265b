import ArgumentParser
import Editorial
import Newsroom

struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "stet",
    abstract: "A story: words, names, queries, what is next.",
    discussion: """
      With its stage, its open queries, what keeps it from readers, and what you may do with it. --at \
      shows what readers saw of it then: the edition of that time, without what was taken back by then.

      EXAMPLES
        stet show ferry-strike
        stet show ferry-strike --raw
        stet show ferry-strike --at "2026-11-25 14:00"
        stet show @ --json --fields headline,stage,queries
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @Flag(help: "The file as it stands, and nothing else.") var raw = false

  @Option(help: ArgumentHelp("What readers saw then.", valueName: "time"))
  var at: String?

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "show", newsroom, screen)
    if let at {
      let report = try newsroom.seen(found, at: try newsroom.moment(seenAt: at))
      if raw, !options.json { return Self.raw(report.bytes, screen) }
      var answer = Answer(SeenScreen.page(report, newsroom.desk.policy, screen))
      answer.paged = true
      if options.json { answer.json = SeenScreen.json(report, newsroom) }
      answer.hints = ["stet why \(found.slug) --at \"\(at)\"   who approved and published it"]
      return answer
    }
    if raw, !options.json { return Self.raw(try newsroom.bytes(of: found), screen) }
    let report = try newsroom.show(found)
    var answer = Answer(ShowScreen.lines(report, newsroom, screen))
    answer.paged = true
    if options.json { answer.json = ShowScreen.json(report, newsroom) }
    let person = newsroom.personIfKnown()
    if person == nil { answer.hints = ["stet whoami says why nobody knows what you may do"] }
    if person != nil, newsroom.desk.openMoves(of: found.entry).isEmpty == false {
      answer.hints = ["stet why \(found.slug)   what it needs, and who can do it"]
    }
    return answer
  }

  /// A file as it stands; a terminal would obey what it may hold.
  private static func raw(_ bytes: [UInt8], _ screen: Screen) -> Answer {
    var answer = Answer()
    guard screen.isTerminal else {
      answer.raw = bytes
      return answer
    }
    answer.lines = screen.safe(String(decoding: bytes, as: UTF8.self))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if answer.lines.last == "" { answer.lines.removeLast() }
    answer.paged = true
    return answer
  }
}
