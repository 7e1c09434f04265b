import Foundation
import TestSupport
import Testing

/// Editors as people have them, on a terminal.
@Suite struct EditorTests {
  /// Runs a command on a terminal of its own with an editor, which is a script.
  static func edit(
    _ tide: Tide, with editor: String, _ command: String = "stet edit tolls", name: String = "ed.sh"
  ) async throws -> Ran {
    try tide.bench.write("#!/bin/sh\n\(editor)\n", to: name)
    return try await tide.run(
      "chmod +x ../*.sh ../*/*.sh 2>/dev/null; script -qec \"$C\" /dev/null </dev/null",
      as: "ana-costa", at: nil,
      ["C": command, "TERM": "xterm", "GIT_EDITOR": "\"\(tide.bench.path)/\(name)\""])
  }

  static func body(_ tide: Tide) async throws -> String {
    try await tide.must("stet show tolls --raw")
  }

  @Test func `what an editor saves by renaming is kept`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    let ran = try await Self.edit(
      tide, with: "sed 's/^headline:.*/headline: Over/' \"$1\" > \"$1.n\" && mv -f \"$1.n\" \"$1\"")
    #expect(ran.status == 0, "\(ran)")
    #expect(try await Self.body(tide).contains("headline: Over"))
    #expect(try await tide.must("git status --short") == "")
  }

  @Test func `a path with a blank and an option are one command line`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try tide.bench.write(
      "#!/bin/sh\n[ \"$1\" = --wait ] || exit 9\nprintf 'more words\\n' >> \"$2\"\n",
      to: "my tools/my editor.sh")
    let ran = try await tide.run(
      "chmod +x '../my tools/my editor.sh'; script -qec 'stet edit tolls' /dev/null </dev/null",
      as: "ana-costa", at: nil,
      [
        "TERM": "xterm", "GIT_EDITOR": "'\(tide.bench.path)/my tools/my editor.sh' --wait",
      ])
    #expect(ran.status == 0, "\(ran)")
    #expect(try await Self.body(tide).hasSuffix("more words"))
  }

  @Test func `an editor that shows words shows them without what stet keeps`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    let before = try await Self.body(tide)
    let ran = try await Self.edit(tide, with: "cp \"$1\" \"\(tide.bench.path)/seen\"")
    #expect(ran.status == 0, "\(ran)")
    let seen = try tide.bench.text("seen")
    for key in ["id:", "maker:", "stage:", "version:", "created:"] {
      #expect(!seen.split(separator: "\n").contains { $0.hasPrefix(key) }, "\(seen)")
    }
    #expect(seen.contains("headline: Tolls") && seen.contains("The first words of tolls."))
    #expect(try await Self.body(tide) == before)
  }

  @Test func `the sheet's own comments never come into the story`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    for word in ["one", "two", "three"] {
      let ran = try await Self.edit(tide, with: "printf '\(word)\\n' >> \"$1\"")
      #expect(ran.status == 0, "\(ran)")
    }
    let text = try await Self.body(tide)
    #expect(text.hasSuffix("one\ntwo\nthree"), "\(text)")
    #expect(!text.contains("#"), "\(text)")
  }

  @Test func `an editor that dies loses no words, and nothing is committed`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    let before = try await tide.must("git rev-parse HEAD")
    let ran = try await Self.edit(tide, with: "printf 'before the crash\\n' >> \"$1\"; exit 1")
    #expect(ran.status == 1, "\(ran)")
    #expect(try await tide.must("git rev-parse HEAD") == before)
    try await Self.expectKept("before the crash", ran, tide)
  }

  @Test func `a mistake comes back with its line, and the words are kept`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    let before = try await tide.must("git rev-parse HEAD")
    let ran = try await Self.edit(
      tide,
      with: """
        grep '^# stet: ' "$1" >> \(tide.bench.path)/told
        sed -i 's/^headline:.*/headline: "never closed/' "$1"
        printf 'precious words\\n' >> "$1"
        [ $(grep -c precious "$1") -lt 3 ] || exit 1
        """)
    #expect(ran.status == 1, "\(ran)")
    #expect(try tide.bench.text("told").contains("line"))
    #expect(try await tide.must("git rev-parse HEAD") == before)
    try await Self.expectKept("precious words", ran, tide)
  }

  @Test func `an editor that returns at once is told of, and its late words are in a file`()
    async throws
  {
    let tide = try await Tide()
    try await tide.story("tolls")
    let ran = try await Self.edit(
      tide,
      with:
        "f=\"$1\"; (trap '' HUP; sleep 1; printf 'late words\\n' >> \"$f\") >/dev/null 2>&1 & exit 0"
    )
    #expect(ran.output.contains("Nothing changed") && ran.output.contains("--wait"), "\(ran)")
    try await Task.sleep(for: .milliseconds(1500))
    try await Self.expectKept("late words", ran, tide)
  }

  @Test(arguments: ["stet edit tolls", "stet reject tolls"])
  func `without a terminal nobody waits for an editor`(command: String) async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "edit")
    let ran = try await tide.run(
      command, as: "george-hall", at: nil, ["EDITOR": "cat", "TERM": "dumb"])
    #expect([1, 2, 64].contains(ran.status), "\(ran)")
    #expect(ran.error.contains("--body") || ran.error.contains("-m"), "\(ran)")
  }

  @Test func `a missing note opens the editor, and an empty one stops`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "edit")
    let empty = try await Self.edit(tide, with: ":", "stet reject tolls --as george-hall")
    #expect(empty.status == 2, "\(empty)")
    #expect(try await tide.stages()["tolls"] == "edit")
    let said = try await Self.edit(
      tide, with: "sed -i '1s/.*/Who says so?/' \"$1\"", "stet reject tolls --as george-hall")
    #expect(said.status == 0, "\(said)")
    #expect(try await tide.must("stet log tolls --json --limit 1").contains("Who says so?"))
  }

  /// The file that the answer names holds the words.
  private static func expectKept(_ words: String, _ ran: Ran, _ tide: Tide) async throws {
    let found = ran.output.firstMatch(of: /(\/[^\s]*tolls\.md)/).map { String($0.1) }
    let file = try #require(found, "no file is named: \(ran)")
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains(words))
    try? FileManager.default.removeItem(
      at: URL(filePath: file).deletingLastPathComponent())
  }
}
