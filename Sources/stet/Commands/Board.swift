import ArgumentParser
import Editorial
import Newsroom

struct Board: Command {
  static let configuration = CommandConfiguration(
    commandName: "board", _superCommandName: "stet", abstract: "Stories by stage, side by side.",
    discussion: """
      The newest of each stage; below one another where the terminal is narrower than 100 columns.

      EXAMPLES
        stet board
        stet board --json
      """)

  @Option(help: ArgumentHelp("At most so many in a stage.", valueName: "n")) var limit = 12

  @OptionGroup var options: Options

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1 up") }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let columns = try newsroom.board(newest: limit)
    var answer = Answer(BoardScreen.lines(columns, newsroom.desk.policy, screen))
    if options.json {
      var all: [JSON] = []
      for column in columns {
        var stories: [JSON] = []
        for story in column.stories { stories.append(.story(story, newsroom)) }
        all.append(
          .object([
            ("stage", .string(column.stage)), ("label", .string(column.label)),
            ("count", .int(column.count)), ("stories", .array(stories)),
          ]))
      }
      answer.json = .array(all)
    }
    return answer
  }
}
