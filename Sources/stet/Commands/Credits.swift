import ArgumentParser
import Editorial
import Newsroom

struct Credits: Command {
  static let configuration = CommandConfiguration(
    commandName: "credits", _superCommandName: "stet",
    abstract: "Whose names stand on a story, and why.",
    discussion: """
      The byline comes from the story's words, the credit line from the record: who approved it, who \
      changed words after it came in. --add and --drop say what the record can't know; readers see it \
      with the next version. --lines names who wrote, edited and approved each line, wherever it has \
      moved to.

      EXAMPLES
        stet credits ferry-strike
        stet credits ferry-strike --lines
        stet credits grain-ship --add wei-lin -m "Read it against the harbour's log by phone"
        stet credits grain-ship --json
      """)

  @Argument(
    help: ArgumentHelp("The story.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @Flag(help: "Line by line.") var lines = false

  @Option(
    help: ArgumentHelp("Somebody else who edited it.", valueName: "handle"),
    completion: .custom { _, _, _ in Completions.people() })
  var add: String?

  @Option(
    help: ArgumentHelp("Somebody who did not.", valueName: "handle"),
    completion: .custom { _, _, _ in Completions.people() })
  var drop: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Why.", valueName: "text"))
  var message: String?

  @OptionGroup var options: Options

  func validate() throws {
    guard add == nil || drop == nil else {
      throw ValidationError("--add or --drop, one at a time")
    }
    guard message == nil || add != nil || drop != nil else {
      throw ValidationError("-m says why somebody is added or dropped: --add HANDLE, --drop HANDLE")
    }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var found = try Chosen.story(story, for: "credits", newsroom, screen)
    var said: [String] = []
    if let name = add ?? drop {
      let person = try newsroom.person(called: name)
      _ = try newsroom.credit(
        found.entry.id, person.handle, isAdded: add != nil, why: message ?? "")
      found = try newsroom.found(found.entry.id) ?? found
      let who = "\(person.name) on \(found.slug)\(newsroom.signature())"
      said = [add != nil ? "Credited \(who)." : "Dropped \(who)."]
      if found.entry.version > 0 { said.append("Readers see it with the next version.") }
      if options.dryRun, !options.json { return Answer(said) }
      said.append("")
    }
    let policy = newsroom.desk.policy
    let names = newsroom.attribution(of: found)
    let past = try newsroom.past(of: found, limit: nil, counting: true)
    let reasons = CreditsScreen.reasons(found, past, policy, screen)
    let editors = found.entry.editors.map(\.description)
    var answer = Answer(said + ["\(found.slug)   \(found.headline)", ""])
    let shown = [names.byline, names.credit].compactMap { $0 }
    answer.lines += shown.isEmpty ? ["Nobody's name stands on it."] : shown
    answer.lines.append("")
    var pairs: [(String, JSON)] = [
      ("byline", JSON.people(found.byline, policy)), ("editors", JSON.people(editors, policy)),
      ("line", JSON(names.credit)), ("reasons", JSON(reasons.map { "\($0.who): \($0.what)" })),
    ]
    if lines {
      let parts = try newsroom.authorship(of: found)
      answer.lines.append(CreditsScreen.standing(found.entry, policy, screen))
      answer.lines += CreditsScreen.lines(parts, policy, screen)
      answer.paged = true
      pairs.append(("lines", CreditsScreen.json(parts, policy)))
      answer.json = .object(pairs)
      return answer
    }
    answer.json = .object(pairs)
    let column = reasons.map { $0.who.count }.max() ?? 0
    for reason in reasons {
      answer.lines += screen.hanging(screen.padded(reason.who, to: column + 3), reason.what)
    }
    return answer
  }
}
