import ArgumentParser
import Dispatch
import Glibc

/// The entry point is synchronous: an async one costs a static binary 50 ms at each start.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
    if arguments.words == ["--version"] { Output.finish(Stet.version + "\n", status: .done) }
    if arguments.words.first == "---completion" { complete(arguments.words) }
    guard let root = arguments.command else {
      Overview.answer(arguments)
    }
    do {
      var command = try root.parseAsRoot(arguments.rest)
      if let command = command as? any Command { run(command) }
      try command.run()
      Output.finish("", status: .done)
    } catch {
      UsageError.finish(error, root, arguments)
    }
  }

  /// What the shell asks while somebody types: the root knows where each question belongs.
  private static func complete(_ words: [String]) -> Never {
    do {
      _ = try Stet.parseAsRoot(words)
      Output.finish("", status: .done)
    } catch {
      Stet.exit(withError: error)
    }
  }

  /// Runs a command on a task of its own.
  ///
  /// The main queue is not drained meanwhile.
  static func run(_ command: sending any Command) -> Never {
    Task.detached { await Frame.run(command) }
    while true { DispatchSemaphore(value: 0).wait() }
  }
}
