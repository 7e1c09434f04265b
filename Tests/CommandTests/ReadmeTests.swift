import Foundation
import TestSupport
import Testing

/// README.md may show nothing that isn't so: its commands run in order, and say what it says they say.
@Suite struct ReadmeTests {
  @Test func everyCommandDoesWhatTheReadmeShows() async throws {
    let examples = Example.all(in: try Home.text("README.md"))
    #expect(examples.count > 30, "the console blocks are read")
    let bench = try Bench()
    var folder = ""
    // Three minutes lie between two commands, so that times and ages are those of a working day.
    var clock = Date(timeIntervalSince1970: 1_795_510_800)  // 2026-11-24T09:00:00Z
    for example in examples {
      if example.command.hasPrefix("cd ") {
        folder += (folder.isEmpty ? "" : "/") + example.command.dropFirst(3)
        continue
      }
      guard !Example.skipped.contains(example.program) else { continue }
      let now = clock.formatted(.iso8601)
      clock += 180
      let ran = try await bench.run(
        "{ \(example.command)\n} 2>&1", in: folder,
        ["STET_NOW": now, "GIT_AUTHOR_DATE": now, "GIT_COMMITTER_DATE": now])
      #expect(ran.status == example.status, "\(example.command)\n\(ran.output)")
      var said = ran.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      while said.last?.isEmpty == true { said.removeLast() }
      if example.isCut { said = Array(said.prefix(example.output.count)) }
      #expect(said.map(Example.masked) == example.output.map(Example.masked), "\(example.command)")
    }
  }

  @Test func theTableNamesEveryCommand() async throws {
    let readme = try Home.text("README.md")
    let table = try #require(readme.split(separator: "## All commands").last)
    let help = try await Bench().must("stet help")
    for line in help.split(separator: "\n") where line.hasPrefix("  ") {
      let name = line.split(separator: " ")[0]
      #expect(table.contains("`\(name)`"), "\(name)")
    }
  }

  @Test func filesThatTheReadmeNamesExist() throws {
    let readme = try Home.text("README.md")
    for match in readme.matches(of: /\]\((?<path>[A-Za-z][^):]*)\)/) {
      #expect(FileManager.default.fileExists(atPath: "\(Home.path)/\(match.path)"), "\(match.path)")
    }
    for match in readme.matches(of: /`(?<path>(stet|Newsroom|Editorial)\/[A-Za-z\/]*\.swift)`/) {
      let path = "\(Home.path)/Sources/\(match.path)"
      #expect(FileManager.default.fileExists(atPath: path), "\(match.path)")
    }
  }
}

/// The project's own folder.
enum Home {
  static let path = URL(filePath: "\(#filePath)/../../..").standardized.path()

  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }
}

/// A command that the README shows, and what it says to it.
private struct Example {
  var command: String
  var output: [String] = []
  /// Whether a line `…` stands for the rest.
  var isCut = false

  /// These take long, or change the machine; other tests have them.
  static let skipped: Set<Substring> = ["make", "sudo", "apt-get"]

  var program: Substring { command.prefix { $0 != " " } }

  /// As a comment behind the command states it; 0 otherwise.
  var status: Int32 {
    command.firstMatch(of: /# exit (\d+)$/).flatMap { Int32($0.1) } ?? 0
  }

  /// Everything behind a `$ ` in the blocks marked as `console`.
  ///
  /// A line that ends with `\` or `|` goes on in the next.
  static func all(in readme: String) -> [Example] {
    var all: [Example] = []
    var isInside = false
    var goesOn = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside {
        if goesOn {
          all[all.count - 1].command += "\n" + line
        } else if line.hasPrefix("$ ") {
          all.append(Example(command: String(line.dropFirst(2))))
        } else if line == "…" {
          all[all.count - 1].isCut = true
        } else if !all.isEmpty {
          all[all.count - 1].output.append(line)
        }
        goesOn = (goesOn || line.hasPrefix("$ ")) && (line.hasSuffix("\\") || line.hasSuffix("|"))
      }
    }
    return all
  }

  /// Without what differs from one run to the next: ids, durations, how many files a site has.
  static func masked(_ line: String) -> String {
    line.replacing(/\b(?=[0-9a-f]*[0-9])[0-9a-f]{10,40}\b/, with: "ID")
      .replacing(/\d+\.\d s\b/, with: "0 s")
      .replacing(/\d+ (files written|unchanged|removed)/) { "n \($0.1)" }
  }
}
