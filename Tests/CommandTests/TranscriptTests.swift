import Foundation
import TestSupport
import Testing

/// Sessions at the shell that read like the manual, replayed with the real program.
///
/// `STET_RECORD=1 swift test --filter Transcript` writes them anew: the review of the difference is
/// the review of the test.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.all)
  func `a session goes as it is written`(transcript: Transcript) async throws {
    let expected = try String(contentsOf: transcript.file, encoding: .utf8)
    let actual = try await transcript.replay()
    if ProcessInfo.processInfo.environment["STET_RECORD"] != nil {
      try Data(actual.utf8).write(to: transcript.file)
    } else {
      #expect(actual == expected)
    }
  }

  @Test func `there are sessions`() {
    #expect(Transcript.all.count > 40)
  }
}

/// A session: what was typed, and what came of it.
///
/// `$ ` begins a command and `> ` goes on with it; under it stands what it printed, standard error
/// behind `! `, and an exit status that is not 0 in brackets. `# ` is a remark, `@ ` sets the clock,
/// `+ tide` begins with the newsroom of ``Tide``, `~ ` is done without being shown.
struct Transcript: CustomTestStringConvertible, Sendable {
  let file: URL

  var testDescription: String { file.deletingPathExtension().lastPathComponent }

  static let all: [Transcript] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted()
      .map { Transcript(file: folder.appending(path: $0)) }
  }()

  /// Runs every command again and returns the transcript that they give.
  func replay() async throws -> String {
    var session = Session(bench: try Bench())
    var replayed = ""
    var command: String?
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("> "), let begun = command {
        command = begun + "\n" + line.dropFirst(2)
        continue
      }
      if let whole = command { replayed += try await session.show(whole) }
      command = line.hasPrefix("$ ") ? String(line.dropFirst(2)) : nil
      switch line.prefix(2) {
      case "# ": break
      case "@ ": session.clock = String(line.dropFirst(2))
      case "+ " where line == "+ tide": _ = try await Tide(session.bench)
      case "~ ": try await session.prepare(String(line.dropFirst(2)))
      default: continue
      }
      replayed += "\(line)\n"
    }
    if let whole = command { replayed += try await session.show(whole) }
    return replayed
  }
}

/// A shell that keeps its folder and its variables from one command to the next.
private struct Session {
  let bench: Bench
  var clock = "2026-11-24T08:10:00Z"
  var mask = Mask()

  mutating func show(_ command: String) async throws -> String {
    let ran = try await run(command)
    var text = "$ " + command.replacing("\n", with: "\n> ") + "\n" + mask(ran.output, bench)
    if !text.hasSuffix("\n") { text += "\n" }
    for line in mask(ran.error, bench).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    {
      text += line.isEmpty ? "!\n" : "! \(line)\n"
    }
    return ran.status == 0 ? text : text + "[exit \(ran.status)]\n"
  }

  func prepare(_ command: String) async throws {
    let ran = try await run(command)
    guard ran.status == 0 else { throw Trouble("\(ran)") }
  }

  private func run(_ command: String) async throws -> Ran {
    // The shell's state is kept in a file: where it stands, and what it exported.
    try await bench.run(
      """
      if [ -f "$HOME/.state" ]; then . "$HOME/.state"; fi
      export STET_NOW=\(clock) GIT_AUTHOR_DATE=\(clock) GIT_COMMITTER_DATE=\(clock)
      \(command)
      status=$?
      { export -p | grep -v -e _NOW= -e _DATE=; printf 'cd "%s"\\n' "$(pwd)"; } > "$HOME/.state"
      exit $status
      """)
  }
}

/// Names that differ from run to run, replaced by ones that don't: ids of stories, of commits and of
/// words, in the order of their appearance, the folder, and how long something took.
private struct Mask {
  private var known: [String: [String]] = [:]

  mutating func callAsFunction(_ text: String, _ bench: Bench) -> String {
    var text = text.replacing(bench.path, with: "$HOME")
    text.replace(/\b[0-9a-f]{64}\b/) { name(String($0.output), "words") }
    text.replace(/\b01[0-9a-hjkmnp-tv-z]{24}\b/) { name(String($0.output), "id") }
    text.replace(/\b[0-9a-f]{40}\b/) { name(String($0.output.prefix(10)), "commit") }
    // Ten digits that begin so are a time.
    text.replace(/\b(?!1795)[0-9a-f]{10}\b/) { name(String($0.output), "commit") }
    text.replace(/[0-9]+\.[0-9] s\b/) { _ in "0.0 s" }
    text.replace(/"seconds":[0-9.]+/) { _ in "\"seconds\":0" }
    return text
  }

  private mutating func name(_ text: String, _ kind: String) -> String {
    var names = known[kind] ?? []
    let place = names.firstIndex(of: text) ?? names.count
    if place == names.count { names.append(text) }
    known[kind] = names
    return "<\(kind)-\(place + 1)>"
  }
}
