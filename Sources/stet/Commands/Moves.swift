import ArgumentParser
import Editorial
import Newsroom

/// What the moves of a workflow take.
struct MoveOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The stories.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var stories: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A note to the desk.", valueName: "note"))
  var message: [String] = []

  @Option(
    name: [.customShort("F"), .customLong("file")],
    help: ArgumentHelp("The note from a file, or - for standard input.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("What readers are told.", valueName: "text"))
  var notice: String?

  @Option(
    help: ArgumentHelp("Another stage than the usual one.", valueName: "stage"),
    completion: .custom { _, _, _ in Completions.stages() })
  var to: String?

  @Flag(help: "A chief's: pass over a rule, on the record; -m says why.") var override = false

  @OptionGroup var sending: SendingOptions

  /// The note, its parts a paragraph each.
  func note() throws -> String {
    var parts = message
    if let file { parts.append(try WordOptions.text(of: file)) }
    return parts.joined(separator: "\n\n")
  }
}

/// A move with a command of its own: its name, and what every move takes.
protocol Moving: Command {
  var move: MoveOptions { get }
}

extension Moving {
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    try await Mover.answer(Self.configuration.commandName ?? "", move, &newsroom, screen)
  }
}

struct Submit: Moving {
  static let configuration = Mover.configuration(
    "submit", "Hand a draft to the desk.",
    """
    Your own unsaved words go with it.

    EXAMPLES
      stet submit ferry-strike
      stet submit ferry-strike -m "The harbour board still owes us an answer"
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Recall: Moving {
  static let configuration = Mover.configuration(
    "recall", "Take a submitted story back.",
    """
    For its maker, while nobody at the desk has changed it.

    EXAMPLES
      stet recall ferry-strike
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Approve: Moving {
  static let configuration = Mover.configuration(
    "approve", "Approve exactly these words.",
    """
    A word that is changed afterwards voids it. Who made or signs a story can't approve it.

    EXAMPLES
      stet approve ferry-strike
      stet approve ferry-strike tolls -m "Figures checked with the board's minutes"
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Reject: Moving {
  static let configuration = Mover.configuration(
    "reject", "Send a story back, with the reason.",
    """
    From review it goes back to editing, from editing to its writer; --to draft goes all the way.

    EXAMPLES
      stet reject ferry-strike -m "Who says 40 sailings a day?"
      stet reject ferry-strike --to draft -F notes.txt
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Publish: Command {
  static let configuration = Mover.configuration(
    "publish", "Let a story go out with the next release.",
    """
    Someone else must have read every word: approvals are for exactly the words as they stand.
    Readers have it once a release is cut and exported.

    EXAMPLES
      stet publish ferry-strike
      stet publish --ready
    """)
  @OptionGroup var move: MoveOptions
  @Flag(help: "Publish whatever is ready, and say what is not.") var ready = false
  @Flag(help: "What is scheduled and due, for cron; by whoever keeps the clock.")
  var due = false
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if due {
      guard move.stories.isEmpty, !ready else {
        throw Failure(.usage, "--due publishes what is due, and names no story")
      }
      let sending = try Sending.due(move.sending.now, newsroom)
      let outcome = try newsroom.publishDue()
      guard let sending, !outcome.published.isEmpty else {
        var answer = try DueScreen.answer(outcome, nil, newsroom, screen)
        // What an earlier run could not bring to readers is tried again.
        if sending != nil { try await Sending.again(&answer, &newsroom, screen) }
        return answer
      }
      let sent = try await sending.answer(after: outcome.published, &newsroom, screen)
      return try DueScreen.answer(outcome, sent, newsroom, screen)
    }
    if ready {
      guard move.stories.isEmpty else {
        throw Failure(
          .usage, "--ready publishes whatever is ready, and names no story",
          hint: "stet publish --ready, or stet publish \(move.stories[0])")
      }
      return try await Mover.publishReady(move, &newsroom, screen)
    }
    return try await Mover.answer("publish", move, &newsroom, screen)
  }
}

struct Spike: Moving {
  static let configuration = Mover.configuration(
    "spike", "Drop a story that readers never saw.",
    """
    It stays in the record; stet revive brings it back.

    EXAMPLES
      stet spike mayors-seal -m "The picture is from 2019."
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Revive: Moving {
  static let configuration = Mover.configuration(
    "revive", "Bring a spiked story back.",
    """
    It returns to the stage that it was spiked in.

    EXAMPLES
      stet revive mayors-seal
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct MoveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "move", _superCommandName: "stet",
    abstract: "Make any move that a story's workflow names.",
    discussion: """
      Moves with a command of their own (submit, approve, publish …) work here too.

      EXAMPLES
        stet move submit ferry-strike
        stet move legal-read tolls -m "Counsel has it"
      """)
  @Argument(help: "The move.") var transition: String
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    try await Mover.answer(transition, move, &newsroom, screen)
  }
}
