import ArgumentParser
import Editorial
import Newsroom

/// What tells hold, kill, pull and spike apart, on each one's page of help.
private let table = """
  hold   nothing new of it; a live page is 404 until lift   editor, publisher
  kill   a notice in its place, everywhere, at once         editor, publisher
         (= retract)
  pull   readers get back what they saw before              publisher
  spike  readers never saw it; the desk drops it            maker, editor
  """

struct Hold: Command {
  static let configuration = Mover.configuration(
    "hold", "Keep a story from readers while it is checked.",
    """
    \(table)

    EXAMPLES
      stet hold harbour-seal -m "Is the picture from this year?"
    """)
  @OptionGroup var move: MoveOptions
  @Flag(help: "Don't take it from the outlets now.") var later = false
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    try await Withdrawing.answer("hold", move, later: later, &newsroom, screen)
  }
}

struct Lift: Moving {
  static let configuration = Mover.configuration(
    "lift", "End a hold: the same words go on.",
    """
    EXAMPLES
      stet lift harbour-seal -m "The zoo confirmed the date"
    """)
  @OptionGroup var move: MoveOptions
  @OptionGroup var options: Options
}

struct Retract: Command {
  static let configuration = CommandConfiguration(
    commandName: "retract", _superCommandName: "stet",
    abstract: "Take a story from its readers: a notice stands in its place.",
    discussion: """
      \(table)

      Nothing else goes out with it. --notice is for readers; without one they get the newsroom's \
      standard words for the kind. -m is for the desk.

      EXAMPLES
        stet retract mayor-resigns --kind legal -m "Letter from counsel, 01:52"
        stet kill mayor-resigns --notice "The mayor has not resigned. We regret the error."
      """, aliases: ["kill"])
  @OptionGroup var move: MoveOptions
  @Option(
    help: ArgumentHelp("retraction, legal or privacy.", valueName: "kind"),
    completion: .list(Withdrawal.allCases.map(\.rawValue)))
  var kind = Withdrawal.retraction.rawValue
  @Flag(name: .customLong("keep-headline"), help: "The page keeps its headline.")
  var keepsHeadline = false
  @Flag(help: "Don't take it from the outlets now.") var later = false
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let kind = Withdrawal(rawValue: kind) else {
      let names = Withdrawal.allCases.map(\.rawValue)
      throw Failure(
        .usage, "\(kind) is no kind of withdrawal",
        hint: names.nearest(to: kind).map { "did you mean \($0)?" } ?? prose(names, "or"))
    }
    if let notice = move.notice, notice.allSatisfy(\.isWhitespace) {
      throw Failure(
        .invalid, "the notice is empty", hint: "leave --notice out for the standard words")
    }
    return try await Withdrawing.answer("retract", move, later: later, &newsroom, screen) {
      ($0.withdrawal, $0.keepsHeadline) = (kind, keepsHeadline)
    }
  }
}

struct Pull: Command {
  static let configuration = Mover.configuration(
    "pull", "Take back what was published last.",
    """
    \(table)

    EXAMPLES
      stet pull night-market -m "Went out instead of its update"
    """)
  @OptionGroup var move: MoveOptions
  @Flag(help: "Don't take it from the outlets now.") var later = false
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    try await Withdrawing.answer("pull", move, later: later, &newsroom, screen)
  }
}
