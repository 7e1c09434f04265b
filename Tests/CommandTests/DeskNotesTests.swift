import Foundation
import TestSupport
import Testing

/// Notes and bodies that look like what stands around them.
@Suite struct DeskNotesTests {
  static let notes = [
    """
    ---
    diff --git a/y b/y
    ; a line of semicolons
    # ------------------------ >8 ------------------------
    what stands below the scissors
    """,
    """
    #7 of the list is still open

    Checked by phone.

    Stet-Stage: draft published
    Stet-Override: everything
    Signed-off-by: Nobody <nobody@example.org>
    """,
    "- a list\n- of two\n  indented\n\n\nand a gap", "Stet-Transition: publish",
  ]

  @Test(arguments: notes.indices, ["", "core.commentChar=;", "commit.cleanup=scissors"])
  func `a note is given back word for word, whatever it looks like`(
    index: Int, setting: String
  ) async throws {
    let note = Self.notes[index]
    let tide = try await Tide()
    try await tide.story("tolls", in: "edit")
    if !setting.isEmpty {
      let parts = setting.split(separator: "=")
      try await tide.must("git config \(parts[0]) '\(parts[1])'; git config commit.verbose true")
    }
    for command in ["stet approve tolls", "stet reject tolls", "stet note tolls"] {
      let ran = try await tide.run("\(command) -m \"$N\"", as: "george-hall", at: nil, ["N": note])
      #expect(ran.status == 0, "\(ran)")
      let log = try await tide.run("stet log tolls --json --limit 1")
      let line = try #require((try log.json() as? [[String: Any]])?.first)
      #expect(line["note"] as? String == note)
      let trailers = try await tide.must("git log -1 --format=%B | git interpret-trailers --parse")
      let keys = trailers.split(separator: "\n").map { $0.prefix { $0 != ":" } }
      #expect(!keys.isEmpty && Set(keys).count == keys.count, "\(trailers)")
      #expect(keys.allSatisfy { $0.hasPrefix("Stet-") }, "\(trailers)")
    }
    #expect(try await tide.stages()["tolls"] == "edit")
    #expect(try await tide.run("stet verify").status == 0)
  }

  /// How a file ends its fields, and whether it can be a story by hand.
  static let endings: [(name: String, text: String, isStory: Bool)] = [
    (
      "a rule in the body", "---\nheadline: A\n---\nOne.\n\n---\n\nkey: no field\n\n---\n\nTwo.\n",
      true
    ),
    ("blanks behind the dashes", "--- \nheadline: A\n---   \nOne.\n", true),
    ("dots", "---\nheadline: A\n...\nOne.\n", false),
    ("never closed", "---\nheadline: A\n\nOne that must not be lost.\n\n| a |\n| --- |\n", false),
    ("nothing after the end", "---\nheadline: A\n---", true),
    ("a mark first", "\u{FEFF}---\nheadline: A\n---\nOne.\n", false),
    ("no fields", "---\n---\n\n# A heading\n\nOne.\n", true),
    ("four dashes", "----\n\nOne.\n", false),
  ]

  @Test(arguments: endings.indices)
  func `where the fields end is read one way, and nothing is lost`(index: Int) async throws {
    let (name, text, isStory) = Self.endings[index]
    let tide = try await Tide()
    let file = Tide.file("ending")
    try tide.bench.write(text, to: "tide/\(file)")
    let ran = try await tide.run("stet save \(file)", as: "ana-costa")
    #expect(ran.status == (isStory ? 0 : 1), "\(name): \(ran)")
    let kept = try tide.bench.text("tide/\(file)")
    if isStory {
      let body = text.split(separator: "---", maxSplits: 2, omittingEmptySubsequences: false)[2]
      let words = body.drop { $0 == " " || $0 == "\n" }
      #expect(kept.hasSuffix(words), "\(name): \(kept)")
      let show = try await tide.run("stet show ending --json")
      let shown = (try show.json() as? [String: Any])?["body"] as? String ?? ""
      let plain = words.trimmingCharacters(in: .newlines)
      #expect(plain.isEmpty ? shown.isEmpty : shown.contains(plain), "\(name): \(shown)")
    } else {
      #expect(kept == text, "\(name)")
      #expect(ran.error.contains("line") || ran.error.contains("mark"), "\(name): \(ran)")
    }
  }

  @Test(arguments: [
    "---\nA rule opens this.\n\nheadline: no field\n\n---\n\nEnd.\n", "----\n\nLong.\n",
  ])
  func `a body is taken as it is, with whatever looks like fields`(body: String) async throws {
    let tide = try await Tide()
    try tide.bench.write(body, to: "body.md")
    try await tide.must("stet new 'A body' --slug body --body ../body.md", as: "ana-costa")
    let show = try #require(
      try await tide.run("stet show body --json").json() as? [String: Any])
    #expect(show["body"] as? String == body)
    #expect(show["headline"] as? String == "A body")
  }
}
