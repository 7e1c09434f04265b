import ArgumentParser
import Editorial
import Newsroom

struct Diff: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "stet",
    abstract: "What changed in a story, word by word.",
    discussion: """
      Without FROM: since you last read, edited or moved it. FROM and TO are a time, a move's name, \
      v1, live, base (what the open version began from), or an edition; without TO, now. --aside \
      compares the version that lies under a fix with what readers see, or with FROM. --markup writes a \
      page for a browser or for paper: struck and inserted words, who changed what, the desk's notes. \
      Between two editions: which stories came, which changed.

      EXAMPLES
        stet diff tolls
        stet diff ferry-strike 11:02..14:21
        stet diff tolls v1..v2
        stet diff tolls live --lines
        stet diff tolls --aside
        stet diff tolls base --markup tolls.html
        stet diff 2026-11-24.1..2026-11-25.1
      """)

  @Argument(
    help: ArgumentHelp("The story, or two editions as A..B.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var story: String?

  @Argument(help: ArgumentHelp("From when, and to when.", valueName: "from..to"))
  var range: String?

  @Flag(help: "By lines instead of words.") var lines = false

  @Flag(help: "The version that is set aside.") var aside = false

  @Option(help: ArgumentHelp("Write a marked page.", valueName: "file.html"))
  var markup: String?

  @Flag(help: "With --markup: over a file that stet did not write.") var force = false

  @OptionGroup var options: Options

  func validate() throws {
    guard markup == nil || !lines else { throw ValidationError("--markup marks words, not lines") }
    guard markup != nil || !force else { throw ValidationError("--force belongs to --markup") }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if range == nil, !aside, markup == nil, let story,
      let editions = try newsroom.diff(editions: story)
    {
      return DiffScreen.answer(editions, screen)
    }
    let found = try Chosen.story(story, for: "diff", newsroom, screen)
    if let markup { return try page(markup, of: found, newsroom, screen) }
    let report = try newsroom.diff(found, range, byLines: lines, isAside: aside)
    let marks = DiffScreen.Marks(isColoured: screen.isTerminal && !options.isPlain)
    var answer = Answer(json: DiffScreen.json(report))
    answer.paged = true
    if report.isEmpty {
      answer.lines = [
        "\(found.slug): no word changed, from \(report.from.label) to \(report.to.label)."
      ]
      answer.hints = ["stet log \(found.slug)   shows the times to compare"]
      return answer
    }
    answer.lines = DiffScreen.lines(report, byLines: lines, marks, screen)
    if marks.isColoured {
      // The frame takes out what moves a terminal: these lines are made safe before they are coloured.
      answer.raw = Array(answer.lines.map { $0 + "\n" }.joined().utf8)
    }
    return answer
  }

  private func page(
    _ file: String, of found: Found, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> Answer {
    let marked = try newsroom.markup(found, range, isAside: aside)
    let page = MarkupPage(marked, newsroom.desk.policy, screen)
    if !options.dryRun { try PageFile.write(page.text, to: file, force: force) }
    let report = marked.report
    return Answer(
      [
        "\(options.dryRun ? "Would write" : "Wrote") \(file): \(found.slug), from \(report.from.label) to \(report.to.label)."
      ], json: DiffScreen.json(report),
      hints: options.dryRun ? [] : ["open it in a browser, or print it"])
  }
}

extension Options {
  /// Whether colours were asked to be left out.
  var isPlain: Bool {
    noColor || Frame.nonempty("NO_COLOR") != nil || Frame.nonempty("TERM") == "dumb"
  }
}
