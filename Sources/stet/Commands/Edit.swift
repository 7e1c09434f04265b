import ArgumentParser
import Editorial
import Newsroom

struct Edit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit", _superCommandName: "stet", abstract: "Change a story's words.",
    discussion: """
      Without options it opens your own editor, git's choice. The fields that stet keeps are not shown; \
      --raw shows the whole file.

      EXAMPLES
        stet edit ferry-strike
        stet edit ferry-strike --set headline="Ferry crews to strike from Monday"
        stet edit ferry-strike --body text.md --set 'tags=[harbour, ferries]' --unset kicker
      """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @OptionGroup var words: WordOptions
  @Option(help: ArgumentHelp("Take a field away.", valueName: "key")) var unset: [String] = []
  @Flag(help: "The whole file in the editor.") var raw = false
  @Option(
    name: .shortAndLong, help: ArgumentHelp("What was done.", valueName: "message"))
  var message: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "edit", newsroom, screen)
    var edits = Edits()
    try words.add(to: &edits)
    edits.unset = unset
    let edited: Edited
    if edits.isEmpty {
      edited = try await EditorSession.run(found, raw: raw, &newsroom, screen)
    } else {
      edited = try newsroom.edit(found.entry.id, edits, note: message ?? "")
    }
    let fields = edits.set.map(\.key) + unset
    return Self.answer(edited, newsroom, screen, fields: fields, dryRun: options.dryRun)
  }

  static func answer(
    _ edited: Edited, _ newsroom: borrowing Newsroom, _ screen: Screen, fields: [String] = [],
    dryRun: Bool = false
  ) -> Answer {
    let found = edited.found
    guard edited.changed else {
      return Answer(["Nothing changed in \(found.slug)."], json: .story(found, newsroom))
    }
    var line = "\(dryRun ? "Would edit" : "Edited") \(found.slug)"
    var parts = fields
    if edited.added + edited.removed > 0 {
      parts.append("+\(edited.added) -\(edited.removed) words")
    }
    if !parts.isEmpty { line += ": \(parts.joined(separator: ", "))" }
    line += newsroom.signature()
    var answer = Answer([line + "."], json: .story(found, newsroom))
    if edited.voided { answer.lines.append("The approval of the words before is void.") }
    if let scheduled = found.entry.scheduled, scheduled.words != found.entry.words {
      let when = screen.time(scheduled.at)
      answer.lines.append("It was scheduled for \(when), and will NOT go out then.")
    }
    if let other = found.entry.claimant(at: screen.now), other != newsroom.personIfKnown()?.handle,
      let claim = found.entry.claim
    {
      let name = newsroom.desk.policy.name(of: other.description)
      answer.lines.append("\(name) is at it until \(screen.time(claim.end)).")
    }
    if !dryRun, let next = next(found, newsroom) { answer.hints = ["stet \(next) \(found.slug)"] }
    return answer
  }

  /// The move that leads on, if whoever edited may make it; what they gave can be missing still.
  private static func next(_ found: Found, _ newsroom: borrowing Newsroom) -> String? {
    guard let person = newsroom.personIfKnown() else { return nil }
    for move in ["submit", "approve", "publish"] {
      let reasons = try? newsroom.reasons(against: move, found, by: person)
      if let reasons, reasons.allSatisfy({ $0.rule == "requirement" }) { return move }
    }
    return nil
  }
}
