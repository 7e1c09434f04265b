import ArgumentParser
import Editorial
import Foundation
import Newsroom

/// A command of the newsroom: what the user typed, and the one call that answers it.
///
/// It returns its answer instead of printing it, so every command has `--json`, and no command decides
/// about streams, hints or exit statuses.
protocol Command: ParsableCommand {
  var options: Options { get }
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer
  /// For the few that begin without an open newsroom; nil for all others.
  func answerWithout(_ screen: Screen) async throws -> Answer?
}

extension Command {
  func answerWithout(_ screen: Screen) async throws -> Answer? { nil }
}

/// What a command says.
struct Answer {
  /// Standard output, line by line.
  var lines: [String] = []
  var json: JSON = .null
  /// Standard error, where a person may want to know what comes next.
  var hints: [String] = []
  var status = ExitStatus.done
  /// Whether the text is long enough for a pager on a terminal.
  var paged = false
  /// Written as it is instead of ``lines``: the bytes of a file.
  var raw: [UInt8]?

  init(_ lines: [String] = [], json: JSON = .null, hints: [String] = []) {
    (self.lines, self.json, self.hints) = (lines, json, hints)
  }
}

/// The exit statuses of the contract.
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  case refused = 2
  case notFound = 3
  case conflict = 4
  case usage = 64

  init(_ kind: Failure.Kind) {
    switch kind {
    case .failed, .invalid: self = .failed
    case .refused: self = .refused
    case .notFound: self = .notFound
    case .conflict: self = .conflict
    case .usage: self = .usage
    }
  }
}

/// The frame of every command: open, answer, print or explain.
enum Frame {
  static func run(_ command: any Command) async -> Never {
    let screen = Screen(noInput: command.options.noInput, utc: command.options.utc)
    do {
      let answer = try await answer(command, screen)
      finish(answer, command.options, screen)
    } catch is SpoiltCatalog {
      // A cache that can't be read is no news to anyone: it is made again, once.
      await again(command, screen)
    } catch {
      finish(Failure(error), json: command.options.json, screen)
    }
  }

  private static func again(_ command: any Command, _ screen: Screen) async -> Never {
    do {
      try Newsroom.discardCatalog(containing: folder(command.options))
      let answer = try await answer(command, screen)
      finish(answer, command.options, screen)
    } catch {
      finish(Failure(error), json: command.options.json, screen)
    }
  }

  /// Nothing was moved when the catalog turned out to be spoilt.
  private struct SpoiltCatalog: Error {}

  private static func answer(
    _ command: some Command, _ screen: Screen
  ) async throws -> Answer {
    do { return try await plainAnswer(command, screen) } catch {
      guard Newsroom.isSpoiltCatalog(error) else { throw error }
      throw SpoiltCatalog()
    }
  }

  private static func plainAnswer(
    _ command: some Command, _ screen: Screen
  ) async throws -> Answer {
    if command.options.fields != nil, !command.options.json {
      throw Failure(.usage, "--fields chooses keys of JSON", hint: "add --json")
    }
    if let answer = try await command.answerWithout(screen) { return answer }
    var newsroom = try Newsroom.open(
      containing: folder(command.options), try circumstances(command.options, screen))
    screen.show(newsroom.zone, now: newsroom.circumstances.now)
    return try await command.answer(&newsroom, screen)
  }

  /// Where the newsroom is: `-C`, STET_NEWSROOM, or from here up.
  static func folder(_ options: Options) -> String {
    options.newsroom ?? nonempty("STET_NEWSROOM") ?? "."
  }

  static func nonempty(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  static func circumstances(
    _ options: Options, _ screen: Screen
  ) throws -> Circumstances {
    let environment = ProcessInfo.processInfo.environment
    return Circumstances(
      now: try Circumstances.clock(environment), person: options.person ?? nonempty("STET_AS"),
      offline: options.offline, isDry: options.dryRun, environment: environment,
      say: { text in if !options.quiet { Output.error(screen.safe(text) + "\n") } },
      progress: { what, done, total in screen.progress(what, done, total) })
  }

  private static func finish(_ answer: Answer, _ options: Options, _ screen: Screen) -> Never {
    screen.endProgress()
    if options.json {
      if let unknown = answer.json.unknown(in: options.fields) {
        let near = answer.json.keys.nearest(to: unknown)
        finish(
          Failure(
            .usage, "the answer has no key called \(unknown)",
            hint: near.map { "did you mean \($0)?" } ?? "it has \(prose(answer.json.keys))"),
          json: true, screen)
      }
      Output.finish(
        answer.json.text(fields: options.fields) + "\n", status: answer.status)
    }
    var answer = answer
    if options.dryRun {
      answer.hints = []
      if let first = answer.lines.first, !first.hasPrefix("Would") {
        answer.lines[0] = "Would be: \(first)"
      }
    }
    var hints = ""
    if !options.quiet {
      hints = answer.hints.map { screen.safe("hint: \($0)") + "\n" }.joined()
    }
    if answer.paged, screen.isTerminal, let raw = answer.raw {
      Pager.show(String(decoding: raw, as: UTF8.self), screen)
    }
    if let raw = answer.raw { Output.finish(raw, hints, status: answer.status) }
    let text = answer.lines.map { screen.safe($0) + "\n" }.joined()
    if answer.paged, screen.isTerminal { Pager.show(text, screen) }
    Output.finish(Array(text.utf8), hints, status: answer.status)
  }

  static func finish(_ failure: Failure, json: Bool, _ screen: Screen) -> Never {
    screen.endProgress()
    let status = ExitStatus(failure.kind)
    if json {
      let error = JSON.object([
        ("kind", .string(failure.kind.rawValue)), ("message", .string(failure.problem)),
        ("reasons", .array(failure.reasons.map(JSON.string))), ("hint", JSON(failure.hint)),
      ])
      Output.error(JSON.object([("error", error)]).text() + "\n")
      Output.finish("", status: status)
    }
    var text = screen.safe("stet: error: \(failure.problem)") + "\n"
    text += screen.reasons(failure.reasons)
    if let hint = failure.hint { text += screen.safe("hint: \(hint)") + "\n" }
    Output.error(text)
    Output.finish("", status: status)
  }
}
