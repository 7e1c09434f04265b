import ArgumentParser
import Editorial
import Newsroom

/// A move that opens a new version, or puts out one at once: words may come with it.
struct VersionOptions: ParsableArguments {
  @OptionGroup var words: WordOptions
  @Option(help: ArgumentHelp("Take a field away.", valueName: "key")) var unset: [String] = []

  func edits() throws -> Edits {
    var edits = Edits()
    try words.add(to: &edits)
    edits.unset = unset
    return edits
  }
}

struct Update: Command {
  static let configuration = Mover.configuration(
    "update", "Open a new version: the news moved on.",
    """
    Readers keep the published version until the new one is approved and published. Words can come \
    with it. --add puts a paragraph out at once, where the story's workflow allows that.

    EXAMPLES
      stet update tram-depot -m "The union answered"
      stet update tram-depot --set standfirst="No one hurt; lines open at noon" --to draft
      stet update tram-depot --add "Line 4 runs again since 14:00."
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var version: VersionOptions
  @Option(help: ArgumentHelp("A paragraph, out at once.", valueName: "text")) var add: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let edits = try version.edits()
    guard let add else {
      return try await Mover.answer("update", move, &newsroom, screen) { $0.edits = edits }
    }
    guard !add.allSatisfy(\.isWhitespace) else {
      throw Failure(.invalid, "--add puts a paragraph out, and this one is empty")
    }
    guard !edits.set.contains(where: { ["kind", "notice"].contains($0.key) }) else {
      throw Failure(.usage, "an addition is an update, and comes without a notice")
    }
    return try await Mover.answer("add", move, &newsroom, screen) {
      ($0.edits, $0.addition) = (edits, add)
    }
  }
}

struct Correct: Command {
  static let configuration = Mover.configuration(
    "correct", "Open a new version: a fact was wrong.",
    """
    The notice is what readers are told; -m is for the desk. --live corrects what readers see while \
    another version is open, which is taken up again when the correction is out. --amend-notice gives \
    a notice other words, the newest being 1.

    EXAMPLES
      stet correct tolls --notice "The toll rises by a fifth, not a quarter."
      stet correct tolls --live --notice "Mrs Reyes is 44." --body fixed.md
      stet correct tolls --amend-notice 1 --notice "The toll rises by a fifth from May."
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var version: VersionOptions
  @Flag(help: "On what readers see, whatever version is open.") var live = false
  @Option(
    name: .customLong("amend-notice"),
    help: ArgumentHelp("The notice to mend; 1 is the newest.", valueName: "n"))
  var amended: Int?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let edits = try version.edits()
    if amended != nil, !edits.isEmpty {
      throw Failure(
        .usage, "a notice is mended alone, without words", hint: "leave the other options out")
    }
    return try await Mover.answer("correct", move, &newsroom, screen) {
      ($0.edits, $0.onLive, $0.amends) = (edits, live, amended)
    }
  }
}

struct Clarify: Command {
  static let configuration = Mover.configuration(
    "clarify", "Open a new version: right, but misleading.",
    """
    EXAMPLES
      stet clarify tolls --notice "The rise applies to lorries alone."
      stet clarify tolls --live --notice "The rise applies to lorries alone."
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var version: VersionOptions
  @Flag(help: "On what readers see, whatever version is open.") var live = false
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let edits = try version.edits()
    return try await Mover.answer("clarify", move, &newsroom, screen) {
      ($0.edits, $0.onLive) = (edits, live)
    }
  }
}

struct Refile: Command {
  static let configuration = Mover.configuration(
    "refile", "Mend a typo in what readers see, at once.",
    """
    For a slip that changes no meaning: numbers, quotations, names, negations and who said what must \
    stay. An open version keeps its own words and gets the fix too.

    EXAMPLES
      stet refile tolls --set headline="Bridge tolls to rise by a fifth"
      stet refile tolls --body mended.md -m "Wharf, not warf"
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var version: VersionOptions
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let edits = try version.edits()
    if edits.isEmpty, move.stories.count == 1, screen.canAsk, Editor.command() != nil {
      let found = try newsroom.find(move.stories[0])
      guard let words = try await EditorSession.fix(found, newsroom, screen) else {
        return Answer(["Nothing changed in \(found.slug)."], json: .array([]))
      }
      return try await Mover.answer("refile", move, &newsroom, screen) { $0.whole = words }
    }
    return try await Mover.answer("refile", move, &newsroom, screen) { $0.edits = edits }
  }
}

struct Stand: Moving {
  static let configuration = Mover.configuration(
    "stand", "Let the published version stand: drop the open one.",
    """
    What is dropped stays in the record.

    EXAMPLES
      stet stand tolls -m "The board withdrew its figures"
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}
