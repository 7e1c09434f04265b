import Editorial
import Testing

@Suite struct FrontMatterTests {
  /// One field each, in every shape that a writer may leave it in; `KEY` is its key.
  static let shapes = [
    "KEY: plain words\n", "KEY: \"double \\\"quoted\\\"\"\n", "KEY: 'single, it''s'\n",
    "KEY: words # with a comment\n", "KEY:   padded   \n", "KEY:\n", "KEY: ''\n", "KEY: []\n",
    "KEY: |\n  literal: text\n  stage: published\n\n  end\n", "KEY: >-\n  folded\n  text\n",
    "KEY: |+\n  kept\n\n\n", "KEY: |2\n    deep\n", "KEY: [a, b, 'c d']\n",
    "KEY: [a,\n  b,   # of a list\n  c]\n", "KEY:\n- one\n- two: 2\n  more: x\n",
    "KEY:\n  - one\n  - [x, y]\n  # between\n  - 'three'\n",
    "KEY:\n  file: media/2026/11/a.jpg\n  caption: |\n    Two\n    lines\n  alt: x\n",
    "KEY: {a: 1, b: {c: 'd'}} # map\n", "KEY: plain\n  over two lines\n",
    "KEY: \"over\n  two lines\"\n", "KEY: Größe – 北京 🚢 é\n", "KEY: 12:30\n", "KEY: NO\n",
    "KEY: [a]\t# behind a tab\n", "KEY: a#b c # d\n", "KEY: 2024-13-45\n",
  ]
  static let between = ["", "", "", "# a comment\n", "\n", "  \n", "#\n\n"]
  static let keys = [
    "headline", "standfirst", "section", "tags", "x-unknown", "summary_for.print", "stage",
    "version", "notices", "id", "y", "On", "image", "related", "kind",
  ]

  static func file(_ seed: Int) -> String {
    var random = Seeded(UInt64(seed))
    var text = "---\n" + random.pick(between)
    for key in keys.shuffled(using: &random).prefix(random.below(8)) {
      text += random.pick(shapes).replacing("KEY", with: key) + random.pick(between)
    }
    text += random.pick(["---\n", "--- \n", "---\t\n"])
    text += random.pick(["", "Body.\n", "\nA rule:\n\n---\n\nheadline: no field\n", "No end"])
    return random.below(3) == 0 ? text.replacing("\n", with: "\r\n") : text
  }

  /// The lines of a field in `file`, worked out from the fields around it.
  static func values(_ file: FrontMatter) -> [String: Value] {
    Dictionary(file.fields.map { ($0.key, $0.value) }) { first, _ in first }
  }

  @Test func changingAFieldChangesItsLinesAndNoOtherByte() throws {
    for seed in 0..<300 {
      let text = Self.file(seed)
      let file = try FrontMatter(text)
      for field in file.fields {
        let set = String(decoding: file.setting([(field.key, "\"new: value\"")]), as: UTF8.self)
        let gone = String(decoding: file.setting([(field.key, nil)]), as: UTF8.self)
        let after = try FrontMatter(set)
        let without = try FrontMatter(gone)
        var expected = Self.values(file)
        expected[field.key] = .scalar("new: value")
        #expect(Self.values(after) == expected, "seed \(seed), \(field.key)")
        expected[field.key] = nil
        #expect(Self.values(without) == expected, "seed \(seed), \(field.key)")
        #expect(after.text == file.text && without.text == file.text, "seed \(seed)")
        // What stands before the field and behind it is the same in all three.
        let (before, behind) = Self.around(gone, in: text)
        #expect(before + behind == gone.utf8.count, "seed \(seed), \(field.key)")
        #expect(Self.around(gone, in: set) == (before, behind), "seed \(seed), \(field.key)")
      }
    }
  }

  /// How many bytes `short` shares with `long` at its beginning and, beyond those, at its end.
  static func around(_ short: String, in long: String) -> (before: Int, behind: Int) {
    let (short, long) = (Array(short.utf8), Array(long.utf8))
    let before = zip(short, long).prefix { $0 == $1 }.count
    let behind = zip(short.dropFirst(before).reversed(), long.reversed()).prefix { $0 == $1 }.count
    return (before, behind)
  }

  @Test func aNewFieldIsOneNewLine() throws {
    for seed in 0..<150 {
      let text = Self.file(seed)
      let file = try FrontMatter(text)
      for key in ["byline", "approvals"] {
        let set = String(decoding: file.setting([(key, "[ana]")]), as: UTF8.self)
        var expected = Self.values(file)
        expected[key] = .list([.scalar("ana")])
        #expect(Self.values(try FrontMatter(set)) == expected, "seed \(seed)")
        #expect(set.utf8.count == text.utf8.count + "\(key): [ana]\(file.newline)".utf8.count)
        #expect(try FrontMatter(set).setting([(key, nil)]) == Array(text.utf8), "seed \(seed)")
      }
    }
  }

  @Test func aCommentBehindAValueStays() throws {
    for (line, expected) in [
      ("tags: [a] # why", "tags: b # why"), ("tags: [a]\t# why", "tags: b\t# why"),
      ("tags: [a]# why", "tags: b # why"), ("tags: 'a' # why", "tags: b # why"),
      ("tags: a#no", "tags: b"),
    ] {
      let file = try FrontMatter("---\n\(line)\n---\n")
      let set = String(decoding: file.setting([("tags", "b")]), as: UTF8.self)
      #expect(set == "---\n\(expected)\n---\n")
    }
  }

  @Test func readsNothingBehindTheFence() throws {
    let file = try FrontMatter("---\nheadline: One\n---\n---\nstage: published\n---\n")
    #expect(file["stage"] == nil)
    #expect(file.text == "---\nstage: published\n---\n")
    #expect(file.bodyLine == 4)
  }

  @Test func aBodyKeepsTheFilesLineEnds() throws {
    let file = try FrontMatter("---\r\nheadline: One\r\n---")
    #expect(
      String(decoding: file.replacingBody(with: "a\nb\n"), as: UTF8.self)
        == "---\r\nheadline: One\r\n---\r\na\r\nb\r\n")
    let mixed = try FrontMatter("---\nheadline: One\n---\na\r\nb\n")
    #expect(mixed.newline == "\n")
  }

  static let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)

  /// What may not be, with its line (and column), beside a twin that may.
  @Test(
    arguments: [
      ("headline: A\n", 1, nil, "---\nheadline: A\n---\n"),
      ("---\nheadline: A\n", 1, nil, "---\nheadline: A\n---"),
      ("---\nheadline: A\n...\nBody\n", 3, nil, "---\nheadline: A\n---\n...\n"),
      ("---\na: 1\nb: 2\na: 3\n---\n", 4, nil, "---\na: 1\nb: 2\nA: 3\n---\n"),
      (
        "---\na: \"Mayor\nstage: resigns\"\n---\n", 2, nil,
        "---\na: \"Mayor\n stage: resigns\"\n---\n"
      ),
      ("---\na: \"Mayor\n# resigns\"\n---\n", 2, nil, "---\na: \"Mayor\n  # resigns\"\n---\n"),
      ("---\na: 'Mayor\n- resigns'\n---\n", 3, nil, "---\na: 'Mayor\n - resigns'\n---\n"),
      ("---\na: \"Mayor\\\n- resigns\"\n---\n", 3, nil, "---\na: \"Mayor\\\n  - resigns\"\n---\n"),
      ("---\na: [x,\ny]\n---\n", 2, nil, "---\na: [x,\n y]\n---\n"),
      ("---\na: 1\n\"b\": 2\n---\n", 3, nil, "---\na: 1\nb: 2\n---\n"),
      ("---\n? a\n---\n", 2, nil, "---\na: '?'\n---\n"),
      ("---\na: &x 1\n---\n", 2, nil, "---\na: '&x 1'\n---\n"),
      ("---\na: 1\nb:\n  - 1\n  - *x\n---\n", 5, nil, "---\na: 1\nb:\n  - 1\n  - '*x'\n---\n"),
      ("---\na: !!str 1\n---\n", 2, nil, "---\na: '!!str 1'\n---\n"),
      ("---\na: {<<: {b: 1}}\n---\n", 2, nil, "---\na: {'<': {b: 1}}\n---\n"),
      ("---\na: {b: 1, b: 2}\n---\n", 2, nil, "---\na: {b: 1, c: 2}\n---\n"),
      ("---\na:\n\tb: 1\n---\n", 3, nil, "---\na:\n  b: 1\n---\n"),
      ("---\na: \(deep)\n---\n", 2, nil, "---\na: [[[[[[x]]]]]]\n---\n"),
      ("---\n  a: 1\n---\n", 2, nil, "---\na: 1\n---\n"),
      ("---\n- a\n---\n", 2, nil, "---\na:\n- a\n---\n"),
      ("---\na:1\n---\n", 2, nil, "---\na: 1\n---\n"),
      ("---\na: \"open\n---\n", 2, nil, "---\na: \"open\"\n---\n"),
      ("---\na: x: y\n---\n", 2, nil, "---\na: x:y\n---\n"),
      (
        "---\na:\n- b\n  \" x\n- &c d\n- \"e\"\n---\n", 4, nil,
        "---\na:\n- b\n  x\n- d\n- \"e\"\n---\n"
      ),
      ("\u{FEFF}---\na: 1\n---\n", 1, 1, "---\na: \u{FEFF}1\n---\n"),
      ("---\na: 1\n---\nxy\u{0}\n", 4, 3, "---\na: 1\n---\nxy\n"),
      ("---\na: é\u{85}\n---\n", 2, 5, "---\na: é\u{A0}\n---\n"),
      ("---\na: 1\u{1B}[2J\n---\n", 2, 5, "---\na: 1[2J\n---\n"),
      ("---\na: 1\u{7F}\n---\n", 2, 5, "---\na: 1\u{A9}\n---\n"),
      ("---\na: 1\n---\nx\ry\n", 4, 2, "---\na: 1\n---\nx\r\ny\n"),
    ] as [(String, Int, Int?, String)])
  func refusesWithLineAndColumn(bad: String, line: Int, column: Int?, good: String) {
    #expect {
      try FrontMatter(bad)
    } throws: { error in
      let fault = error as? Fault
      return fault?.line == line && fault?.column == column
    }
    #expect(throws: Never.self) { try FrontMatter(good) }
  }

  @Test func refusesWhatIsNotUTF8() {
    for bad in [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]]
      as [[UInt8]]
    {
      #expect {
        try FrontMatter(Array("---\na: 1\n---\nab".utf8) + bad)
      } throws: { ($0 as? Fault)?.line == 4 && ($0 as? Fault)?.column == 3 }
    }
  }

  @Test func refusesWhatIsTooLarge() throws {
    func file(keys: Int, value: Int, body: Int) -> String {
      "---\n" + (0..<keys).map { "k\($0): \(String(repeating: "x", count: value))\n" }.joined()
        + "---\n" + String(repeating: "y", count: body)
    }
    #expect(throws: Never.self) { try FrontMatter(file(keys: 200, value: 9, body: 9)) }
    #expect(throws: Fault.self) { try FrontMatter(file(keys: 201, value: 9, body: 9)) }
    #expect(throws: Never.self) { try FrontMatter(file(keys: 1, value: 65_000, body: 9)) }
    #expect(throws: Fault.self) { try FrontMatter(file(keys: 1, value: 66_000, body: 9)) }
    #expect(throws: Never.self) { try FrontMatter(file(keys: 1, value: 9, body: 200_000)) }
    #expect(throws: Fault.self) { try FrontMatter(file(keys: 1, value: 9, body: 2_100_000)) }
  }

  /// A long line of marks, or of nesting that is never closed, is walked once.
  @Test func hostileFieldsAreReadInNoTime() {
    let clock = ContinuousClock()
    for text in ["[a, a, ", "[\"a\", ", "- ", "{a: ", "'a' ", "a: "] {
      let value = String(repeating: text, count: 60_000 / text.utf8.count)
      let took = clock.measure { _ = try? FrontMatter("---\nx: \(value)\n---\n") }
      #expect(took < .seconds(2), "\(text)")
    }
  }
}
