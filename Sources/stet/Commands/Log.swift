import ArgumentParser
import Editorial
import Newsroom

struct Log: Command {
  static let configuration = CommandConfiguration(
    commandName: "log", _superCommandName: "stet", abstract: "The record: who did what, when.",
    discussion: """
      Of a story with its notes, the words that edits changed and the editions that it went out in; \
      without one, of the whole newsroom.

      EXAMPLES
        stet log ferry-strike
        stet log --limit 20
        stet log ferry-strike --json --fields at,by,transition,note
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @Option(help: ArgumentHelp("At most so many lines.", valueName: "n")) var limit: Int?

  @OptionGroup var options: Options

  /// How much of the whole record a screen shows unasked.
  static let page = 100

  func validate() throws {
    guard limit.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--limit is a number from 1 up")
    }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try story.map { try newsroom.find($0) }
    let asked = limit ?? (found == nil && !options.json ? Self.page + 1 : nil)
    var past = try newsroom.past(of: found, limit: asked, counting: !options.json)
    var answer = Answer()
    answer.paged = true
    if options.json {
      answer.json = .array(past.map(LogScreen.json))
      return answer
    }
    let isCut = limit == nil && found == nil && past.count > Self.page
    if isCut { past.removeLast() }
    var editions: [ReleaseTag] = []
    if let found, limit == nil { editions = try newsroom.editions(bringing: found.entry) }
    answer.lines = LogScreen.lines(past, editions, found, newsroom.desk.policy, screen)
    if isCut { answer.lines.append("… older: --limit shows more") }
    if let found, let hint = LogScreen.hint(past, found, screen) { answer.hints = [hint] }
    return answer
  }
}
