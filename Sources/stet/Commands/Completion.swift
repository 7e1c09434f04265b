import ArgumentParser
import Editorial
import Newsroom

struct Completion: Command {
  static let configuration = CommandConfiguration(
    commandName: "completion", _superCommandName: "stet",
    abstract: "What the shell needs to complete commands, stories and people.",
    discussion: """
      EXAMPLES
        stet completion bash > ~/.local/share/bash-completion/completions/stet
        stet completion zsh > ~/.zfunc/_stet
        stet completion fish > ~/.config/fish/completions/stet.fish
      """)
  @Argument(help: "bash, zsh or fish.") var shell: String
  @OptionGroup var options: Options

  func answerWithout(_ screen: Screen) async throws -> Answer? {
    guard let shell = CompletionShell(rawValue: shell) else {
      let all = CompletionShell.allCases.map(\.rawValue)
      throw Failure(
        .usage, "stet knows no shell called \(shell)",
        hint: all.nearest(to: shell).map { "did you mean \($0)?" } ?? "there are \(prose(all))")
    }
    var answer = Answer()
    answer.raw = Array(Stet.completionScript(for: shell).utf8)
    return answer
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer { Answer() }
}
