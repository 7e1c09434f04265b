import Editorial
import Foundation
import Glibc
import Newsroom

/// The user's own editor: git's choice.
enum Editor {
  /// GIT_EDITOR, core.editor, VISUAL or EDITOR; nil where there is none that this terminal can show.
  static func command() -> String? {
    let environment = ProcessInfo.processInfo.environment
    func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let dumb = set("TERM") == nil || set("TERM") == "dumb"
    return set("GIT_EDITOR") ?? Newsroom.userSetting("core.editor")
      ?? (dumb ? nil : set("VISUAL")) ?? set("EDITOR") ?? (dumb ? nil : fallback)
  }

  private static var fallback: String? {
    ["/usr/bin/editor", "/usr/bin/nano", "/usr/bin/vi"].first { access($0, X_OK) == 0 }
  }

  /// Opens a file in the editor and waits for it.
  static func open(_ file: String) async throws {
    guard let command = command() else {
      throw Failure(
        .usage, "there is no editor on this terminal", hint: "set EDITOR, or use --body and --set")
    }
    guard try await Program.run(command, on: file) else {
      throw Failure(
        .failed, "the editor ended with an error; nothing was saved",
        hint: "your words are kept in \(file)")
    }
  }

  /// A note written in the editor: what stands above the scissors line.
  ///
  /// Empty stops.
  static func note(
    _ question: String, _ queries: [Story.OpenMark], _ screen: Screen
  ) async throws -> String {
    let scissors = "# ------------------------ >8 ------------------------"
    var text = "\n\(scissors)\n# \(question) Everything from the line above on is left out.\n"
    for query in queries { text += "# \(query.place): \(query.text)\n" }
    let file = try temporary(text, "note.txt")
    try await open(file)
    let written = FileManager.default.contents(atPath: file).map {
      String(decoding: $0, as: UTF8.self)
    }
    let lines = (written ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0 != scissors }
    let note = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    unlink(file)
    guard !note.isEmpty else {
      throw Failure(.refused, "nothing was written, so nothing happened", hint: "or say it with -m")
    }
    return note
  }

  /// A new file that nobody else can read.
  static func temporary(_ text: String, _ name: String) throws -> String {
    var template = Array("\(FileManager.default.temporaryDirectory.path())/stet-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template) else {
      throw Failure(.failed, "no temporary file can be made")
    }
    let file = String(cString: folder) + "/" + name
    guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8)) else {
      throw Failure(.failed, "no temporary file can be made")
    }
    return file
  }
}
