import ArgumentParser
import Editorial
import Foundation
import Newsroom

struct New: Command {
  static let configuration = CommandConfiguration(
    commandName: "new", _superCommandName: "stet", abstract: "Begin a story.",
    discussion: """
      A new story is a draft of whoever begins it. Its file is Markdown with a few fields on top.

      EXAMPLES
        stet new "Ferry crews vote to strike from Monday" --section harbour
        stet new "Grain ship freed" --credit "Coastal Press" --dateline "PORT ELLERY" --body wire.txt
        stet new "Night market returns" --byline ana-costa --byline "Rui Melo" --set urgency=3
      """)

  @Argument(help: "The headline; it makes the story's name.") var headline: String

  @OptionGroup var words: WordOptions

  @Option(help: ArgumentHelp("Another name than the headline's.", valueName: "slug"))
  var slug: String?

  @Option(help: ArgumentHelp("The day it is filed under.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: ArgumentHelp("Another workflow than the house's.", valueName: "name"))
  var workflow: String?

  @Flag(name: .customLong("no-byline"), help: "Nobody signs it.") var unsigned = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("A note to its writer.", valueName: "brief"))
  var message: String?

  @Flag(inversion: .prefixedNo, help: "Open the editor afterwards.") var edit = false

  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var draughted = Draughted()
    guard !headline.allSatisfy(\.isWhitespace) else {
      throw Failure(.invalid, "a story needs a headline", hint: "stet new \"Your first headline\"")
    }
    draughted.edits.set = [("headline", .scalar(headline))]
    try words.add(to: &draughted.edits)
    draughted.slug = slug
    if let date {
      guard let day = Day(date) else {
        throw Failure(.invalid, "there is no day \(date)", hint: "write it as 2026-11-24")
      }
      draughted.day = day
    }
    if let message {
      draughted.note = message
      draughted.edits.set.append(("brief", .scalar(message)))
    }
    (draughted.workflow, draughted.unsigned) = (workflow, unsigned)
    let found = try newsroom.new(draughted)
    if edit, !options.dryRun, screen.canAsk {
      let edited = try await EditorSession.run(found, raw: false, &newsroom, screen)
      return Self.answer(edited.found, newsroom, screen)
    }
    return Self.answer(found, newsroom, screen, dryRun: options.dryRun)
  }

  static func answer(
    _ found: Found, _ newsroom: borrowing Newsroom, _ screen: Screen, dryRun: Bool = false
  ) -> Answer {
    let policy = newsroom.desk.policy
    let section = found.section.map { policy.house.label(ofSection: $0) } ?? "no section yet"
    let names = found.byline.map { policy.name(of: $0) }
    let by =
      names.isEmpty
      ? found.credit.isEmpty ? "" : ", from \(prose(found.credit))" : ", by \(prose(names))"
    let stage = policy.workflows[found.entry.workflow]?.stage(found.entry.stage)
    var line = "\(dryRun ? "Would begin" : "New story") \(found.slug): "
    line +=
      "\(stage?.label.lowercased() ?? found.entry.stage), \(section)\(by)\(newsroom.signature())."
    return Answer(
      [line], json: .story(found, newsroom),
      hints: dryRun ? [] : ["stet edit \(found.slug)   (your own editor: \(found.entry.path))"])
  }
}

/// The options that give words, shared by the commands that take them.
struct WordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The part of the paper.", valueName: "id"),
    completion: .custom { _, _, _ in Completions.sections() })
  var section: String?

  @Option(
    help: ArgumentHelp("Who signs it: a handle, or a name.", valueName: "who"),
    completion: .custom { _, _, _ in Completions.people() })
  var byline: [String] = []

  @Option(
    help: ArgumentHelp("The agency or source of the copy.", valueName: "agency"))
  var credit: [String] = []

  @Option(
    help: ArgumentHelp("A short label over the headline.", valueName: "words"))
  var kicker: String?

  @Option(
    help: ArgumentHelp("The teaser under the headline.", valueName: "words"))
  var standfirst: String?

  @Option(
    help: ArgumentHelp("Where it was written, as PORTO.", valueName: "place"))
  var dateline: String?

  @Option(
    name: .customLong("tag"), help: ArgumentHelp("A tag.", valueName: "tag"))
  var tags: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read more: a story, or 'URL HEADLINE – SOURCE'.", valueName: "x"))
  var related: [String] = []

  @Option(
    help: ArgumentHelp("Another field; the value is YAML.", valueName: "key=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp("The text, from a file or - for standard input.", valueName: "file"))
  var body: String?

  func add(to edits: inout Edits) throws {
    func text(_ key: String, _ value: String?) {
      if let value { edits.set.append((key, .scalar(value))) }
    }
    text("section", section)
    text("kicker", kicker)
    text("standfirst", standfirst)
    text("dateline", dateline)
    if !byline.isEmpty { edits.set.append(("byline", Value(byline))) }
    if !credit.isEmpty {
      edits.set.append(("credit", credit.count == 1 ? .scalar(credit[0]) : Value(credit)))
    }
    if !tags.isEmpty { edits.set.append(("tags", Value(tags))) }
    if !related.isEmpty {
      edits.set.append(("related", .list(related.map(Self.related))))
    }
    for assignment in set { try edits.add(assignment: assignment) }
    if let body { edits.body = try Self.text(of: body) }
  }

  /// A story's name, or `URL HEADLINE – SOURCE`.
  static func related(_ text: String) -> Value {
    guard text.hasPrefix("http://") || text.hasPrefix("https://"),
      let blank = text.firstIndex(of: " ")
    else { return .scalar(text) }
    let url = String(text[..<blank])
    var headline = String(text[text.index(after: blank)...].drop { $0 == " " })
    var source: String?
    for dash in [" – ", " — ", " - "] {
      guard let range = headline.range(of: dash, options: .backwards) else { continue }
      source = String(headline[range.upperBound...])
      headline = String(headline[..<range.lowerBound])
      break
    }
    return Value(["headline": headline, "url": url, "source": source])
  }

  /// The text of a file, or of standard input.
  static func text(of file: String) throws -> String {
    let data: Data?
    if file == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      data = FileManager.default.contents(atPath: file)
    }
    guard var data else {
      throw Failure(.invalid, "there is no file \(file) that could be read")
    }
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(.invalid, "\(file) is not UTF-8", hint: "save it as UTF-8, then try again")
    }
    return text.replacing("\r\n", with: "\n")
  }
}
