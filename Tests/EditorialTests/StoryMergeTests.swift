import Editorial
import Testing

@Suite struct StoryMergeTests {
  static func merge(_ base: String, _ mine: String, _ theirs: String) throws -> StoryMerge {
    try StoryMerge.merge(
      base: Written(base).story, mine: Written(mine).story, theirs: Written(theirs).story)
  }

  static func merge(fields base: String, _ mine: String, _ theirs: String) throws -> StoryMerge {
    try StoryMerge.merge(
      base: Written(fields: base).story, mine: Written(fields: mine).story,
      theirs: Written(fields: theirs).story)
  }

  /// The file that comes of a merge.
  static func story(_ merge: StoryMerge, on mine: Story) throws -> Story {
    let file = try FrontMatter(mine.file.setting(merge.fields.map { ($0.key, $0.value?.yaml()) }))
    return try Story(file.replacingBody(with: merge.body))
  }

  @Test(
    arguments: [
      ("A.\n\nB.\n\nC.\n", "A.\n\nB b.\n\nC.\n", "A.\n\nB.\n\nC c.\n", "A.\n\nB b.\n\nC c.\n"),
      ("A.\n\nB.\n", "X.\n\nA.\n\nB.\n", "A.\n\nB.\n\nY.\n", "X.\n\nA.\n\nB.\n\nY.\n"),
      ("A.\n\nB.\n", "A.\n\nX.\n\nB.\n", "A.\n\nY.\n\nB.\n", "A.\n\nX.\n\nY.\n\nB.\n"),
      ("A.\n\nB.\n", "A.\n\nX.\n\nB.\n", "A.\n\nX.\n\nB.\n", "A.\n\nX.\n\nB.\n"),
      ("A.\n\nB.\n\nC.\n", "A.\n\nC.\n", "A.\n\nB.\n\nC c.\n", "A.\n\nC c.\n"),
      ("A.\n\nB.\n\nC.\n", "A.\n\nC.\n", "A.\n\nC.\n\nD.\n", "A.\n\nC.\n\nD.\n"),
      (
        "One is here. Two are there.\n", "One is here now. Two are there.\n",
        "One is here. Two were there.\n", "One is here now. Two were there.\n"
      ),
      (
        "One is. Two are.\n", "Zero. One is. Two are.\n", "One is. Two are. Three.\n",
        "Zero. One is. Two are. Three.\n"
      ),
      (
        "- a b c\n- d e f\n", "- a b c\n- x y z\n- d e f\n", "- a b c\n- d e g\n",
        "- a b c\n- x y z\n- d e g\n"
      ),
      ("A.", "A.\n\nX.", "A a.\n", "A a.\n\nX.\n"), ("A.\n", "", "A.\n", ""),
      ("", "A.\n", "", "A.\n"),
      ("A.\n\nB.\n", "A.\n\n\nB.\n", "A a.\n\nB.\n", "A a.\n\n\nB.\n"),
      ("A.\r\n\r\nB.\r\n", "A.\n\nB b.\n", "A a.\r\n\r\nB.\r\n", "A a.\n\nB b.\n"),
      (
        "Then Mr. Costa recieved it. It was late. He left.\n",
        "Then Mr. Costa recieved it. It was very late. He left, and more came of it.\n",
        "Then Mr. Costa received it. It was late. He left.\n",
        "Then Mr. Costa received it. It was very late. He left, and more came of it.\n"
      ),
    ])
  func bothChangesAreInTheResult(
    base: String, mine: String, theirs: String, expected: String
  ) throws {
    let merge = try Self.merge(base, mine, theirs)
    #expect(merge.conflicts == [] && merge.isClean)
    #expect(merge.body == expected)
  }

  @Test(
    arguments: [
      ("A is.\n\nB is.\n", "A is.\n\nB was.\n", "A is.\n\nB will be.\n", 2, "B was.", "B will be."),
      ("A is. B is.\n", "A is. B was.\n", "A is. B will.\n", 1, "B was.", "B will."),
      ("A.\n\nB is.\n", "A.\n", "A.\n\nB was.\n", 2, "", "B was."),
      ("A.\n\nB is.\n", "A.\n\nB was.\n", "A.\n", 2, "B was.", ""),
      (
        "A.\n\nE.\n\nB.\n\nC.\n", "B.\n\nA.\n\nE.\n\nC.\n",
        "A.\n\nE.\n\nC.\n\nB.\n", 5, "B.", "B."
      ),
      ("A.\n", "Quite other words.\n", "What nobody wrote.\n", 1, nil, nil),
    ] as [(String, String, String, Int?, String?, String?)])
  func whatClashesIsNamed(
    base: String, mine: String, theirs: String, number: Int?, here: String?, there: String?
  ) throws {
    let merge = try Self.merge(base, mine, theirs)
    #expect(!merge.isClean)
    let first = try #require(merge.conflicts.first)
    if let number { #expect(first.place == "paragraph \(number)") }
    if let here { #expect(first.mine == here) }
    if let there { #expect(first.theirs == there) }
    #expect(try !Self.merge(base, theirs, mine).isClean)
  }

  @Test func atAClashTheBodyKeepsMine() throws {
    let merge = try Self.merge(
      "A.\n\nB is. C is.\n\nD.\n", "A.\n\nB was. C is.\n\nD.\n", "A a.\n\nB will. C was.\n\nD d.\n")
    #expect(merge.body == "A a.\n\nB was. C was.\n\nD d.\n")
    #expect(
      merge.conflicts.map { "\($0.place): \($0.mine) | \($0.theirs)" }
        == ["paragraph 2: B was. | B will."])
  }

  @Test(
    arguments: [
      ("headline: A\n", "headline: A\nkicker: K\n", "headline: B\n", ["headline=B"], []),
      ("headline: A\nkicker: K\n", "headline: B\nkicker: K\n", "headline: A\n", ["kicker="], []),
      ("headline: A\n", "headline: B\n", "headline: C\n", [], ["headline"]),
      ("headline: A\n", "headline: B\n", "headline: B\n", [], []),
      ("deck: A\n", "headline: X\n", "deck: B\n", [], ["deck"]),
      ("tags: [a, b]\n", "tags: [a, b, m]\n", "tags: [b, t]\n", ["tags=[b, m, t]"], []),
      ("", "tags: [a]\n", "tags: [b]\n", ["tags=[a, b]"], []),
      ("tags: [a, b, c]\n", "tags: [a, b, c, d]\n", "tags: [c, b, a]\n", [], ["tags"]),
      ("tags: [a]\n", "", "tags: [a, b]\n", [], ["tags"]),
      (
        "image: {file: f, caption: A}\n", "image: {file: f, caption: B}\n",
        "image: {file: f, caption: A, alt: C}\n", ["image={file: f, caption: B, alt: C}"], []
      ),
      (
        "image: {file: f, caption: A}\n", "image: {file: f, caption: B}\n",
        "image: {file: f, caption: C}\n", [], ["image.caption"]
      ),
      (
        "image: {file: f, caption: A}\n", "image: {file: g, caption: A}\n",
        "image: {file: f, caption: B}\n", [], ["image"]
      ),
      (
        "version: 1\nstage: published\n", "version: 1\nstage: edit\nkind: update\n", "version: 2\n",
        [], []
      ),
    ] as [(String, String, String, [String], [String])])
  func fieldsMergeByKey(
    base: String, mine: String, theirs: String, changes: [String], conflicts: [String]
  ) throws {
    let common = "x: y\n"
    let merge = try Self.merge(fields: common + base, common + mine, common + theirs)
    #expect(merge.fields.map { "\($0.key)=\($0.value?.yaml() ?? "")" } == changes)
    #expect(merge.conflicts.map(\.place) == conflicts)
  }

  @Test func crlfStays() throws {
    let base = try Story(Array("---\r\nx: y\r\n---\r\nA.\r\n\r\nB.\r\n".utf8))
    let mine = try Story(Array("---\r\nx: y\r\n---\r\nA a.\r\n\r\nB.\r\n".utf8))
    let theirs = try Written(fields: "x: y\n", "A.\n\nB b.\n\nC.\n").story
    let merge = StoryMerge.merge(base: base, mine: mine, theirs: theirs)
    #expect(Array(merge.body.utf8) == Array("A a.\r\n\r\nB b.\r\n\r\nC.\r\n".utf8))
  }

  @Test func whatCostsTooMuchIsOneConflict() throws {
    var random = Seeded(71)
    let texts = (0..<3).map { _ in
      (0..<8000).map { _ in random.pick(["A.", "B.", "C."]) }.joined(separator: "\n\n")
    }
    let merge = try Self.merge(texts[0], "Head.\n\n" + texts[1], "Head.\n\n" + texts[2])
    #expect(merge.conflicts.count == 1 && merge.body == "Head.\n\n" + texts[1])
  }

  /// Twice the text takes about twice the time.
  @Test(arguments: ["a ", "A. ", "ab.\n\n", "- a\n", "```\n\n", "> \n", "“", "‘s’ ", "1 000 ", "é"])
  func hostileTextsAreReadInLinearTime(piece: String) throws {
    let text = String(repeating: piece, count: 30_000 / piece.utf8.count)
    let stories = try [text, "zz \(text) y", "\(text)\(text)"].map { try Written($0).story }
    let took = ContinuousClock().measure {
      _ = StoryMerge.merge(base: stories[0], mine: stories[1], theirs: stories[2])
      _ = AdditionCheck.findings(from: stories[0], to: stories[2])
      _ = AdditionCheck.adding(piece, to: stories[1])
      _ = CutsCheck.onlyCuts(from: stories[2], to: stories[0])
    }
    #expect(took < .seconds(3))
  }
}
