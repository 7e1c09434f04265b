import ArgumentParser
import Editorial
import Newsroom

struct Check: Command {
  static let configuration = Mover.configuration(
    "check", "What a story still lacks, by line.",
    """
    Errors are what its workflow demands before readers see it; stet.yml can raise the rest, as
    checks: {related: warning, tags: off}; everything else is advice. House style stands in style/*.yml,
    words that hunspell should know in style/words.txt. Without a story: all that are at work.

    --fix mends what can be meant in one way only, as an edit like any other: approvals of the words
    before are void. Other sites are asked with --links alone.

    EXAMPLES
      stet check tolls
      stet check --fix tolls
      stet check --links
      stet check --sarif > findings.sarif
    """)
  @Argument(
    help: ArgumentHelp("The stories.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var stories: [String] = []
  @Flag(help: "Mend what is certain.") var fix = false
  @Flag(help: "Ask other sites whether they answer.") var links = false
  @Flag(help: "Answer in SARIF 2.1.0, for code hosts and editors.") var sarif = false
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if sarif, options.json {
      throw Failure(.usage, "--sarif and --json are two answers", hint: "ask for one of them")
    }
    if links, options.offline {
      throw Failure(
        .usage, "--links asks other sites, and --offline asks nobody", hint: "drop one of them")
    }
    var chosen: [Found] = []
    for name in stories { chosen.append(try newsroom.find(name)) }
    var mended: [Mended] = []
    if fix {
      mended = try newsroom.fix(stories.isEmpty ? nil : chosen)
      chosen = try chosen.map { try newsroom.find($0.entry.id.description) }
    }
    if fix, options.dryRun { return CheckScreen.answer(wouldMend: mended, screen) }
    let checked = try await newsroom.check(stories.isEmpty ? nil : chosen, links: links)
    var answer = Answer()
    if sarif {
      answer.raw = Array((CheckSARIF.document(checked).text() + "\n").utf8)
    } else {
      answer = CheckScreen.answer(checked, mended, newsroom, screen)
    }
    answer.json = CheckScreen.json(checked)
    let findings = checked.flatMap(\.findings)
    if findings.contains(where: { $0.severity != .advice }) { answer.status = .failed }
    return answer
  }
}
