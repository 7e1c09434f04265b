import Editorial
import Testing

@Suite struct CutsCheckTests {
  static func onlyCuts(_ old: String, _ new: String) throws -> Bool {
    try CutsCheck.onlyCuts(from: Written(old).story, to: Written(new).story)
  }

  @Test(arguments: [
    ("One. Two. Three.\n", "One. Three.\n"), ("One.\n\nTwo.\n\nThree.\n", "One.\n"), ("One.\n", ""),
    ("The council, which met, voted.", "The council voted."),
    ("The council voted, which surprised many.", "The council voted."),
    (
      "It voted nine to four, it said; others left. Then rain.", "It voted nine to four. Then rain."
    ),
    ("Yesterday the council voted.", "The council voted."), ("He did not go.", "He did go."),
    ("It has 40 seats.", "It has seats."), ("“A b c,” he said, “d e.”", "“A b,” he said."),
    ("“A b,” he said, “d e.”", "“A b, d e.”"), ("a b a, b c", "a, b c"),
    ("- a\n- b\n- c\n", "- a\n- c\n"),
    ("See [the paper](https://a.example) now.", "See now."), ("It rose, 4.5% more.", "It rose."),
    ("One.\n\nTwo.", "One. Two."), ("One [[who?]] two.", "One two."), ("One.\r\n", "One.\n"),
  ])
  func takingWordsAwayIsACut(old: String, new: String) throws {
    #expect(try Self.onlyCuts(old, new))
    #expect(try Self.onlyCuts(old, old))
  }

  @Test(arguments: [
    ("One two.", "One three two."), ("One two three.", "Two one."), ("He left.", "She left."),
    ("He left.", "He Left."), ("It has 1,300 seats.", "It has 300 seats."),
    ("It has 1,300 seats.", "It has 1 seats."), ("They voted 8-4 then.", "They voted 8 then."),
    ("It cost $40 then.", "It cost 40 then."), ("It rose 40% then.", "It rose 40 then."),
    ("He called it a war.", "He called it a “war”."), ("“I went,” he said.", "I went, he said."),
    ("He left, they say.", "He left? They say."), ("He went.", "He went!"),
    ("One two.", "> One two."),
    ("One. Two. Three.", "# One.\n\nThree."), ("It didn’t go.", "It did go."),
    ("rereads it", "reads it"),
    ("See [it](https://a.example/b).", "See [it](https://a.example)."),
    ("See it.", "See [it](/x)."),
    ("He, left.", "He left."), ("A well-known man.", "A well known man."),
  ])
  func anythingElseIsNone(old: String, new: String) throws {
    #expect(try !Self.onlyCuts(old, new))
  }

  @Test(
    arguments: [
      ("headline: A long one\n", "headline: A one\n", true),
      ("headline: A\n", "headline: A B\n", false),
      ("standfirst: A b\n", "", true), ("", "standfirst: A\n", false),
      (
        "section: a\ntags: [x]\nurgency: 5\nlanguage: en\n", "section: b\ntags: [y]\nslug: q\n",
        true
      ),
      ("credit: Lusa\n", "", false), ("byline: [a, b]\n", "byline: [a]\n", false),
      ("credit: [Lusa, AP]\n", "credit: [Lusa]\n", false),
      ("credit: Lusa\n", "credit: Lusa\n", true),
      ("related: [a, b, c]\n", "related: [a, c]\n", true),
      ("related: [a, b]\n", "related: [b, a]\n", false),
      ("related: [a]\n", "related: [b]\n", false), ("embargo: 2026-11-25\n", "", false),
      ("image: {file: media/a.jpg, caption: A b, credit: C}\n", "", true),
      (
        "image: {file: media/a.jpg, caption: A b, credit: C}\n",
        "image: {file: media/a.jpg, caption: A, credit: C}\n", true
      ),
      (
        "image: {file: media/a.jpg, caption: A b, credit: C}\n",
        "image: {file: media/a.jpg, caption: A b}\n", false
      ),
      ("image: {file: media/a.jpg}\n", "image: {file: media/b.jpg}\n", false),
      ("", "kind: correction\nnotice: x\n", false), ("stage: review\n", "stage: edit\n", true),
      ("x-note: a b c\n", "x-note: a c\n", true), ("x-note: a\n", "x-note: [a]\n", false),
    ] as [(String, String, Bool)])
  func fieldsLoseWords(old: String, new: String, expected: Bool) throws {
    let (before, after) = (try Written(fields: old).story, try Written(fields: new).story)
    #expect(CutsCheck.onlyCuts(from: before, to: after) == expected)
  }

  /// Words taken out at random are a cut; one put in is none.
  @Test func aSubsequenceIsACut() throws {
    let plain = ["the", "harbour", "40", "not", "Costa", "“boats”", "left,", "rain.", "1,300"]
    var random = Seeded(51)
    for round in 0..<400 {
      let words = (0..<15).map { _ in random.pick(plain) }
      var kept = words.filter { _ in random.below(3) > 0 }
      #expect(
        try Self.onlyCuts(words.joined(separator: " "), kept.joined(separator: " ")),
        "round \(round): \(words) → \(kept)")
      kept.insert("alien", at: random.below(kept.count + 1))
      #expect(try !Self.onlyCuts(words.joined(separator: " "), kept.joined(separator: " ")))
    }
  }
}
