import ArgumentParser
import Editorial
import Newsroom

/// Wrong use of the command line, and what help asks for.
enum UsageError {
  static func finish(
    _ error: any Error, _ root: any ParsableCommand.Type, _ arguments: Arguments
  ) -> Never {
    let code = root.exitCode(for: error)
    let text = root.fullMessage(for: error)
    if code == .success { Output.finish(text + "\n", status: .done) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var message = lines.first ?? "wrong use"
    lines = Array(lines.dropFirst())
    if message.hasPrefix("Error: ") { message = String(message.dropFirst("Error: ".count)) }
    let name = root.configuration.commandName ?? ""
    var usage = lines.first { $0.hasPrefix("Usage: ") || $0.hasPrefix("USAGE: ") }
    // The common options are the same everywhere.
    if let common = usage?.firstRange(of: " [--newsroom ") {
      usage = usage.map { $0[..<common.lowerBound] + " [<options>]" }
    }
    let problem = message.prefix(1).lowercased() + message.dropFirst()
    let hint =
      (usage.map { "\($0.dropFirst("Usage: ".count))\n      " } ?? "")
      + "stet help \(name) shows examples"
    let failure = strangerAmong(root, arguments) ?? Failure(.usage, problem, hint: hint)
    Frame.finish(failure, json: arguments.words.contains("--json"), Screen())
  }
}

extension UsageError {
  /// A second word that should have been one of the command's own commands.
  private static func strangerAmong(
    _ root: any ParsableCommand.Type, _ arguments: Arguments
  ) -> Failure? {
    let names = root.configuration.subcommands.compactMap { $0.configuration.commandName }
    let word = arguments.rest.dropFirst(arguments.leading.count).first
    guard let word, !word.hasPrefix("-"), !names.isEmpty, !names.contains(word) else { return nil }
    let command = root.configuration.commandName ?? ""
    return Failure(
      .usage, "stet \(command) has no command called \(word)",
      hint: names.nearest(to: word).map { "did you mean stet \(command) \($0)?" }
        ?? "there are \(prose(names))")
  }
}

/// `stet` without a command, and with one that does not exist.
enum Overview {
  static func answer(_ arguments: Arguments) -> Never {
    if let unknown = arguments.unknown {
      let names =
        Stet.commands.compactMap { $0.configuration.commandName }
        + Stet.commands.flatMap { $0.configuration.aliases }
      let near = names.nearest(to: unknown)
      let failure = Failure(
        .usage, "stet has no command called \(unknown)",
        hint: near.map { "did you mean stet \($0)?" } ?? "stet help lists them")
      Frame.finish(failure, json: arguments.words.contains("--json"), Screen())
    }
    let asked =
      arguments.leading.contains("--help") || arguments.leading.contains("-h")
      || arguments.words.first == "help"
    if !asked, (try? Options.parse(arguments.leading)) == nil {
      let failure = Failure(
        .usage, "`\(arguments.words.joined(separator: " "))` names no command",
        hint: "stet help lists them")
      Frame.finish(failure, json: arguments.words.contains("--json"), Screen())
    }
    if !asked, let command = status(arguments) { Main.run(command) }
    Output.finish(text, status: .done)
  }

  /// Inside a newsroom, on a terminal, `stet` alone is `stet status`.
  private static func status(_ arguments: Arguments) -> (any Command)? {
    guard let command = try? Status.parseAsRoot(arguments.leading) as? Status else { return nil }
    guard Screen().isTerminal,
      (try? Newsroom.repository(containing: Frame.folder(command.options))) != nil
    else { return nil }
    return command
  }

  private static var text: String {
    var text = """
      stet: a newsroom in a Git repository. Every word, approval and correction is kept.

      Usage: stet COMMAND …     stet help COMMAND explains one, with examples

      """
    for (title, commands) in Stet.groups {
      text += "\n\(title)\n"
      for command in commands {
        let name = command.configuration.commandName ?? ""
        text +=
          "  \(name)\(String(repeating: " ", count: max(1, 15 - name.count)))\(command.configuration.abstract)\n"
      }
    }
    return text + "\nEverywhere: -C DIR, --as HANDLE, --json, --quiet, --help\n"
  }
}
