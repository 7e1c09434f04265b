import ArgumentParser
import Editorial
import Foundation
import Newsroom

struct Save: Command {
  static let configuration = CommandConfiguration(
    commandName: "save", _superCommandName: "stet",
    abstract: "Keep what was changed by hand in the work tree.",
    discussion: """
      Words of stories, pictures and fronts; a chief's changes of stet.yml, people/ and workflows/ too, \
      in a commit of their own. A new file under articles/ becomes a story.

      EXAMPLES
        stet save
        stet save ferry-strike -m "Board's answer put in"
        stet save articles/2026/11/24/market.md
      """)
  @Argument(
    help: ArgumentHelp("Stories or files; all otherwise.", valueName: "story|file"),
    completion: .custom { _, _, _ in Completions.stories() })
  var names: [String] = []
  @Option(
    name: .shortAndLong, help: ArgumentHelp("What was done.", valueName: "message"))
  var message: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let only = names.isEmpty ? nil : try paths(newsroom)
    let saved = try newsroom.save(only: only, note: message ?? "")
    var answer = Answer()
    answer.json = .array(saved.stories.map { JSON.story($0, newsroom) })
    let verb = options.dryRun ? "Would save" : "Saved"
    if !saved.stories.isEmpty {
      let words =
        saved.added + saved.removed == 0 ? "" : ": +\(saved.added) -\(saved.removed) words"
      answer.lines.append("\(verb) \(prose(saved.stories.map(\.slug)))\(words).")
    }
    if !saved.others.isEmpty { answer.lines.append("\(verb) \(prose(saved.others)).") }
    answer.lines += saved.left.map { "Left alone: \($0.path), \($0.reason)" }
    if saved.stories.isEmpty, saved.others.isEmpty {
      answer.lines.insert("Nothing to save.", at: 0)
    }
    if let first = saved.stories.first, !options.dryRun {
      answer.hints = ["stet status \(first.slug)"]
    }
    return answer
  }

  /// Stories by name, files by path from here or from the newsroom's folder.
  private func paths(_ newsroom: borrowing Newsroom) throws -> [String] {
    let unsaved = try newsroom.savableFiles()
    var paths: [String] = []
    for name in names {
      if let path = newsroom.pathInNewsroom(name), FileManager.default.fileExists(atPath: name) {
        paths += unsaved.filter { $0 == path || $0.hasPrefix(path + "/") }
        if !unsaved.contains(where: { $0 == path || $0.hasPrefix(path + "/") }) {
          throw Failure(.failed, "\(name) holds nothing unsaved", hint: "stet status")
        }
      } else if unsaved.contains(name) {
        paths.append(name)
      } else {
        let path = try newsroom.find(name).entry.path
        guard unsaved.contains(path) else {
          throw Failure(.failed, "\(name) holds nothing unsaved", hint: "stet status")
        }
        paths.append(path)
      }
    }
    return paths
  }
}
