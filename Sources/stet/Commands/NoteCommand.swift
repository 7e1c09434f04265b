import ArgumentParser
import Editorial
import Newsroom

struct NoteCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "note", _superCommandName: "stet", abstract: "A word to the desk about a story.",
    discussion: """
      Readers never see it; stet log and stet show do.

      EXAMPLES
        stet note ferry-strike -m "The board calls back at four"
      """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The note.", valueName: "text"))
  var message: [String] = []
  @Option(
    name: [.customShort("F"), .customLong("file")],
    help: ArgumentHelp("The note from a file, or -.", valueName: "file"))
  var file: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "note", newsroom, screen)
    var text = (message + (try file.map { [try WordOptions.text(of: $0)] } ?? []))
      .joined(separator: "\n\n")
    if text.isEmpty, screen.canAsk {
      text = try await Editor.note("A note on \(found.slug)", [], screen)
    }
    while text.last?.isWhitespace == true { text.removeLast() }
    let line = try newsroom.note(found.entry.id, text)
    return Answer(
      ["Noted on \(found.slug)\(newsroom.signature()). Desk only: \"\(text)\""],
      json: .object([
        ("commit", .string(line.commit)), ("at", .string(line.at.description)),
        ("by", .string(line.by)), ("story", .string(found.slug)), ("note", .string(text)),
      ]))
  }
}
