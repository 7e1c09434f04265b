import Editorial
import Newsroom

/// Questions on a terminal.
enum Prompt {
  /// A line of text; nil where nothing was typed.
  static func line(_ question: String, _ screen: Screen) -> String? {
    Output.error(screen.safe("\(question): "))
    guard let line = readLine(), !line.allSatisfy(\.isWhitespace) else { return nil }
    return line
  }

  static func yes(_ question: String, _ screen: Screen) -> Bool {
    Output.error(screen.safe("\(question) [y/N] "))
    return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
  }

  /// One of several stories, by number.
  static func choose(
    _ question: String, _ stories: [Found], _ screen: Screen
  ) throws -> Found {
    let width = stories.map(\.slug.count).max() ?? 0
    for (index, story) in stories.enumerated() {
      let number = screen.padded(left: String(index + 1), to: 3)
      Output.error(
        screen.safe("\(number)  \(screen.padded(story.slug, to: width))  \(story.headline)") + "\n")
    }
    guard let answer = line(question, screen), let number = Int(answer),
      stories.indices.contains(number - 1)
    else { throw Failure(.usage, "no story was chosen") }
    return stories[number - 1]
  }
}
