import ArgumentParser
import Editorial
import Export
import Newsroom

struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", _superCommandName: "stet", abstract: "The look of the site.",
    discussion: """
      The site's templates and style come with stet. A file of the same name in theme/ of the newsroom \
      takes the place of a built-in one, each by itself; any other file there goes to /assets/. The \
      theme is policy: a chief saves it. docs/theme.md lists what each template can say.

      EXAMPLES
        stet theme
        stet theme eject story
        stet theme check
      """,
    subcommands: [ThemeList.self, ThemeEject.self, ThemeCheckCommand.self],
    defaultSubcommand: ThemeList.self)
}

struct ThemeList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Every template and file, and whether it is the newsroom's.",
    discussion: """
      EXAMPLES
        stet theme list
        stet theme list --json
      """)
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let files = try newsroom.themeFiles()
    let width = files.map(\.file.count).max() ?? 0
    let lines = files.map { file in
      let origin =
        switch file.origin {
        case .builtIn: "built-in"
        case .overridden, .own: "theme/"
        }
      return
        "\(screen.padded(file.file, to: width))  \(screen.padded(origin, to: 8))  \(file.purpose)"
    }
    let json = JSON.array(
      files.map { file in
        .object([
          ("file", .string(file.file)), ("origin", .string(file.origin.rawValue)),
          ("purpose", .string(file.purpose)), ("bytes", .int(file.bytes)),
        ])
      })
    return Answer(
      lines, json: json, hints: ["stet theme eject NAME puts one into theme/ to change it"])
  }
}

struct ThemeEject: Command {
  static let configuration = CommandConfiguration(
    commandName: "eject", abstract: "Put built-in templates into theme/, to change them.",
    discussion: """
      Writes them into the work tree and never over a file that is there. What is not ejected goes on \
      coming with stet, and becomes better with it: take what you mean to change.

      EXAMPLES
        stet theme eject story card
        stet theme eject style.css
        stet theme eject
      """)
  @Argument(help: ArgumentHelp("Their names; all otherwise.", valueName: "name")) var names:
    [String] = []
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let written = try newsroom.ejectTheme(names)
    var answer = Answer(json: JSON(written))
    guard !written.isEmpty else {
      answer.lines = ["All templates and files are in theme/ already."]
      return answer
    }
    answer.lines = written.map { "\(options.dryRun ? "Would write" : "Wrote") \($0)" }
    answer.hints = ["stet theme check looks at them; stet save brings them in, for a chief"]
    return answer
  }
}

struct ThemeCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove the theme before readers see it.",
    discussion: """
      Every template is compiled, and pages of a sample and of the newest release are made with them. \
      An error is what an export would refuse or lose; advice is a name that nothing gives, a template \
      that nothing shows, a file that is too large or asks another host. Files of the work tree are \
      checked as they are.

      EXAMPLES
        stet theme check
        stet theme check --json
      """)
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let files = try newsroom.themeFiles().count { $0.origin != .builtIn }
    let findings = try await newsroom.checkTheme()
    var answer = Answer()
    for finding in findings {
      let head =
        "theme/\(finding.file):\(finding.line)  \(screen.padded(finding.severity.rawValue, to: 6))  "
      answer.lines += screen.hanging(head, finding.message)
    }
    answer.json = .array(
      findings.map { finding in
        .object([
          ("file", .string(finding.file)), ("line", .int(finding.line)),
          ("severity", .string(finding.severity.rawValue)), ("message", .string(finding.message)),
        ])
      })
    let errors = findings.count { $0.severity == .error }
    if errors > 0 { answer.status = .failed }
    if findings.isEmpty {
      answer.lines = [
        files == 0
          ? "The theme is the one that comes with stet."
          : "The theme is sound: \(count(files, "file")) in theme/."
      ]
    } else {
      answer.lines.append("\(count(errors, "error")), \(findings.count - errors) advice.")
    }
    return answer
  }
}
