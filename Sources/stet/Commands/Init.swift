import ArgumentParser
import Editorial
import Foundation
import Glibc
import Newsroom

struct Init: Command {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "stet", abstract: "Make a newsroom in a new folder.",
    discussion: """
      Whoever makes it gets every role. Name and e-mail come from git, the time zone from the machine, \
      where they are not given.

      EXAMPLES
        stet init tide --title "The Ellery Tide" --section harbour=Harbour --section city=City
        stet init notes --title "My notes" --workflow solo --url https://example.org/
      """)

  @Argument(help: "The folder.") var dir: String

  @Option(help: ArgumentHelp("The paper's title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Its address.", valueName: "url")) var url: String?

  @Option(help: ArgumentHelp("Your name.", valueName: "name")) var name: String?

  @Option(help: ArgumentHelp("Your e-mail address.", valueName: "address")) var email: String?

  @Option(help: ArgumentHelp("Your short name.", valueName: "handle")) var handle: String?

  @Option(help: ArgumentHelp("The language of the paper.", valueName: "tag")) var language = "en"

  @Option(help: ArgumentHelp("The time zone, as Europe/Lisbon.", valueName: "zone"))
  var timezone: String?

  @Option(help: ArgumentHelp("The default workflow.", valueName: "name")) var workflow: String?

  @Option(
    help: ArgumentHelp("A part of the paper.", valueName: "id=label"))
  var section: [String] = []

  @Flag(help: "Without a work tree, to be shared.") var bare = false

  @Option(help: ArgumentHelp("Prove the record on every push.", valueName: "forge"))
  var ci: String?

  @OptionGroup var options: Options

  func answerWithout(_ screen: Screen) async throws -> Answer? {
    let founding = try founding(screen)
    if options.dryRun {
      return Answer([
        "Would make \(founding.title) in \(dir), by \(founding.name) <\(founding.email)>."
      ])
    }
    let newsroom = try Newsroom.found(
      founding, in: dir, try Frame.circumstances(options, screen))
    let policy = newsroom.desk.policy
    let sections = founding.sections.count
    let parts = sections == 1 ? "1 section" : "\(sections) sections"
    var answer = Answer([
      "\(founding.title) is ready in \(dir)\(dir.hasSuffix("/") ? "" : "/") (\(parts); \(policy.inUse.joined(separator: ", "))).",
      "You are \(founding.handle) <\(founding.email)>, with every role.",
      "Times are \(founding.timezone)."
        + (founding.url == nil ? " No address yet: a release needs url in stet.yml." : ""),
    ])
    if !policy.fourEyes {
      answer.lines.append("Four-eyes is off: nobody else reads before publication.")
    }
    answer.hints = ["cd \(dir) && stet new \"Your first headline\""]
    answer.json = .object([
      ("title", .string(founding.title)), ("folder", .string(dir)),
      ("person", .string(founding.handle.description)), ("timezone", .string(founding.timezone)),
      ("workflows", JSON(policy.inUse)),
      ("sections", .array(founding.sections.map { .string($0.id) })),
      ("commit", .string(newsroom.desk.head)),
    ])
    return answer
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer { Answer() }

  private func founding(_ screen: Screen) throws -> Founding {
    let title = try given(title, "--title", "The title of the paper", nil, screen)
    let name = try given(name, "--name", "Your name", Git.setting("user.name"), screen)
    let email = try given(
      email, "--email", "Your e-mail address", Git.setting("user.email"), screen)
    guard email.contains("@") else {
      throw Failure(
        .invalid, "`\(email)` is not an e-mail address", hint: "--email ines@example.org")
    }
    let suggestion = Slug.from(name) ?? Slug.from(String(email.prefix { $0 != "@" })) ?? "editor"
    guard let handle = Handle(handle ?? suggestion) else {
      throw Failure(
        .invalid, "`\(handle ?? suggestion)` can't be a handle",
        hint: "a handle has lower-case letters, digits and hyphens, as ines-duarte")
    }
    let timezone = timezone ?? Zone.machine
    guard Zone.exists(timezone) else {
      throw Failure(
        .invalid, "there is no time zone \(timezone)", hint: "as Europe/Lisbon or America/New_York")
    }
    var founding = Founding(
      title: title, name: name, email: email, handle: handle, timezone: timezone)
    (founding.url, founding.language, founding.workflow) = (url, language, workflow)
    founding.bare = bare
    founding.sections = try sections()
    if let ci {
      guard let forge = Founding.CI(rawValue: ci) else {
        let all = Founding.CI.allCases.map(\.rawValue)
        throw Failure(.usage, "stet has no file for \(ci)", hint: "there are \(prose(all))")
      }
      founding.ci = forge
    }
    return founding
  }

  private func sections() throws -> [Section] {
    try section.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let id = parts.first, isShortName(id) else {
        throw Failure(
          .invalid, "`\(text)` is not a section", hint: "write it as --section harbour=Harbour")
      }
      let label = parts.count > 1 ? parts[1] : id.prefix(1).uppercased() + id.dropFirst()
      return Section(id: id, label: label)
    }
  }

  private func given(
    _ value: String?, _ option: String, _ question: String, _ suggestion: String?, _ screen: Screen
  ) throws -> String {
    if let value, !value.isEmpty { return value }
    if let suggestion, !suggestion.isEmpty, option != "--title" { return suggestion }
    if screen.canAsk, let answer = Prompt.line(question, screen) { return answer }
    throw Failure(
      .usage, "\(question.prefix(1).lowercased() + question.dropFirst()) is missing",
      hint: "give it with \(option)")
  }
}

/// The user's settings of git, read before there is a newsroom.
enum Git {
  static func setting(_ key: String) -> String? { Newsroom.userSetting(key) }
}
