import Editorial
import Testing

@Suite struct AdditionCheckTests {
  static func findings(_ old: String, _ new: String) throws -> [String] {
    try AdditionCheck.findings(from: Written(old).story, to: Written(new).story)
  }

  @Test(
    arguments: [
      ("One.\n", "One.\n\nTwo.\n", []), ("One.", "One.\n\nTwo.", []),
      ("One.\n\nThree.\n", "One.\n\nTwo.\n\nThree.\n", []),
      ("One.\n\nThree.\n", "One.\n\nTwo.\n\nMore.\n\nThree.\n\nEnd.\n", []),
      ("- a\n- b\n", "- a\n- b\n\nTwo.\n", []), ("", "One.\n", []),
      ("One.\n", "One.\n\nSee <https://a.example>.\n", []),
      ("One.\r\n", "One.\n\nTwo.\n", []),
      ("One.\n", "One.\n", ["no paragraph came"]),
      ("One.\n", "One.\n\n<!-- two -->\n", ["no paragraph came", "an added paragraph holds HTML"]),
      ("One.\n", "One.\n\n[[who?]]\n", ["no paragraph came"]),
      ("One.\n", "Zero.\n\nOne.\n", ["a paragraph came before the first"]),
      ("One.\n", "One.\nTwo.\n", ["a paragraph changed or went"]),
      ("One.\n\nTwo.\n", "One!\n\nTwo.\n\nThree.\n", ["a paragraph changed or went"]),
      ("One.\n\nTwo.\n", "Two.\n\nOne.\n", ["a paragraph changed or went"]),
      ("One.\n\nTwo.\n", "One.\n\nThree.\n", ["a paragraph changed or went"]),
      ("One.\n\nTwo.\n", "One.\n\n```\n\nTwo.\n", ["a paragraph changed or went"]),
      ("One.\n\nTwo.\n", "One.\n\n<!--\n\nTwo.\n\n-->\n", ["a paragraph changed or went"]),
      ("One.\n\nTwo.\n", "One.\n\n<script>\n\nTwo.\n", ["an added paragraph holds HTML"]),
      (
        "See [it].\n", "See [it].\n\n[it]: https://a.example\n",
        ["an added paragraph says where links of others lead"]
      ),
      ("```\na\n\nb\n```\n", "```\na\n\nx\n\nb\n```\n", ["a paragraph changed or went"]),
    ] as [(String, String, [String])])
  func onlyParagraphsMayCome(old: String, new: String, findings: [String]) throws {
    #expect(try Self.findings(old, new) == findings)
  }

  @Test func fieldsStayAsTheyAre() throws {
    let old = try Written(fields: "headline: A\ntags: [x]\nversion: 1\n", "One.\n").story
    let same = try Written(fields: "tags: ['x']\nheadline: A\nkind: update\n", "One.\n\nTwo.\n")
      .story
    #expect(AdditionCheck.findings(from: old, to: same) == [])
    let other = try Written(fields: "headline: B\nkicker: C\n", "One.\n\nTwo.\n").story
    #expect(
      AdditionCheck.findings(from: old, to: other)
        == ["the headline changed", "the tags changed", "the kicker changed"])
  }

  @Test(
    arguments: [
      ("One.\n", "One.\n\nNew.\n"), ("One.", "One.\n\nNew.\n"), ("One.\n\n", "One.\n\nNew.\n"),
      ("One.\n \n", "One.\n \nNew.\n"), ("", "New.\n"), ("\n", "\nNew.\n"),
      ("- a\n  - b", "- a\n  - b\n\nNew.\n"),
      ("| a |\n|---|\n| b |\n", "| a |\n|---|\n| b |\n\nNew.\n"),
      ("One.\n\n```\nx\n```\n", "One.\n\n```\nx\n```\n\nNew.\n"),
      ("One.\n\n```\nx\n\ny\n", "One.\n\nNew.\n\n```\nx\n\ny\n"),
      ("````\n```\nx", "````\n```\nx\n````\n\nNew.\n"),
      ("One.\n\nTwo <!-- open\n\nmore\n", "One.\n\nTwo <!-- open\n\nmore\n\nNew.\n"),
      ("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n\nNew.\n"),
    ])
  func whatIsAddedIsAParagraphOfItsOwn(body: String, expected: String) throws {
    let story = try Written(body).story
    #expect(AdditionCheck.adding("  \nNew.\n\n", to: story) == expected)
    #expect(AdditionCheck.adding(" \n", to: story) == story.file.text)
  }

  /// An addition passes its own check, whatever the story ends in.
  @Test func whatIsAddedPasses() throws {
    let pieces = [
      "word", " ", "\n", "\n\n", "```\n", "~~~\n", "- a\n", "| a |\n", "> ", "# ", "[[q]]", ".",
      "<!-- c -->", "    ",
    ]
    var random = Seeded(41)
    for round in 0..<1500 {
      let story = try Written("First.\n\n" + random.text(of: pieces, upTo: 12)).story
      let new = try Written(AdditionCheck.adding("Added words.", to: story)).story
      let findings = AdditionCheck.findings(from: story, to: new)
      #expect(findings == [], "round \(round): \(story.file.text.debugDescription)")
      #expect(new.copy.published.contains("Added words."))
    }
  }
}
