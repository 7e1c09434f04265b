import ArgumentParser
import Editorial
import Newsroom

struct Show: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "stet",
    abstract: "A story: words, names, queries, what is next.",
    discussion: """
      With its stage, its open queries, what keeps it from readers, and what you may do with it.

      EXAMPLES
        stet show ferry-strike
        stet show ferry-strike --raw
        stet show @ --json --fields headline,stage,queries
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @Flag(help: "The file as it stands, and nothing else.") var raw = false

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "show", newsroom, screen)
    if raw, !options.json {
      let bytes = try newsroom.bytes(of: found)
      var answer = Answer()
      // A terminal would obey what a file may hold.
      if screen.isTerminal {
        answer.lines = screen.safe(String(decoding: bytes, as: UTF8.self))
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if answer.lines.last == "" { answer.lines.removeLast() }
        answer.paged = true
      } else {
        answer.raw = bytes
      }
      return answer
    }
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
}
