import Editorial
import Testing

/// What holds for every merge, whatever the texts.
@Suite struct MergeLawsTests {
  static let sentences = [
    "The council voted.", "Costa said so.", "It rained all day.", "Nobody left.", "“Yes,” he said.",
    "Boats came in.", "It cost 1.3 million.", "Mr. Lin left at 9 a.m. by car.",
  ]
  static let blocks = [
    "- one\n- two", "## Sub", "```\ncode\n\nmore\n```", "| a |\n|---|", "> Said.",
  ]

  static func paragraph(_ random: inout Seeded) -> String {
    if random.below(8) == 0 { return random.pick(blocks) }
    return (0...random.below(3)).map { _ in random.pick(sentences) }
      .joined(separator: random.below(6) == 0 ? "\n" : " ")
  }

  static func text(_ paragraphs: [String], _ random: inout Seeded) -> String {
    paragraphs.joined(separator: random.below(6) == 0 ? "\n\n\n" : "\n\n")
      + random.pick(["", "\n", "\n", "\n\n"])
  }

  static func edited(_ paragraphs: [String], _ random: inout Seeded) -> [String] {
    var result = paragraphs
    for _ in 0...random.below(3) {
      let place = random.below(result.count + 1)
      switch random.below(4) {
      case 0: result.insert(paragraph(&random), at: place)
      case 1 where place < result.count: result.remove(at: place)
      case 2 where place < result.count: result[place] += " " + random.pick(sentences)
      case 3 where place < result.count:
        result[place] = result[place].replacing(
          random.pick(["o", "e", "a"]), with: "u", maxReplacements: 1)
      default: break
      }
    }
    return result
  }

  static func fields(_ random: inout Seeded) -> String {
    ["headline: A\n", "headline: B\n", "tags: [x, y]\n", "tags: [y, z]\n", "stage: edit\n", ""]
      .filter { _ in random.below(2) == 0 }.reduce(into: "x: y\n") { text, field in
        if !text.contains(field.prefix(5)) { text += field }
      }
  }

  @Test func mergingLosesNothing() throws {
    for seed in 0..<600 {
      var random = Seeded(UInt64(seed))
      let paragraphs = (0..<random.below(6)).map { _ in Self.paragraph(&random) }
      let stories = try [
        paragraphs, Self.edited(paragraphs, &random), Self.edited(paragraphs, &random),
      ]
      .map { try Written(fields: Self.fields(&random), Self.text($0, &random)).story }
      let (base, x, y) = (stories[0], stories[1], stories[2])
      func same(_ merge: StoryMerge, on mine: Story, as story: Story) throws {
        let result = try StoryMergeTests.story(merge, on: mine)
        #expect(merge.isClean && result.file.text == story.file.text, "seed \(seed)")
        for key in ["headline", "tags", "x"] { #expect(result[key] == story[key], "seed \(seed)") }
      }
      try same(.merge(base: base, mine: x, theirs: base), on: x, as: x)
      try same(.merge(base: base, mine: base, theirs: y), on: base, as: y)
      try same(.merge(base: base, mine: x, theirs: x), on: x, as: x)
      let (here, there) = (
        StoryMerge.merge(base: base, mine: x, theirs: y),
        StoryMerge.merge(base: base, mine: y, theirs: x)
      )
      #expect(here.isClean == there.isClean, "seed \(seed)")
    }
  }

  /// Two people at work on different paragraphs get what one would have made of both their changes.
  @Test func changesOfDifferentParagraphsComeTogether() throws {
    for seed in 0..<400 {
      var random = Seeded(UInt64(seed))
      let base = (0..<2 + random.below(8)).map { "\(Self.sentences[$0 % 8]) Number \($0) stays." }
      var results = [base.map { [$0] }, base.map { [$0] }, base.map { [$0] }]
      for place in base.indices {
        let side = random.below(3)
        guard side < 2 else { continue }
        let changed: [String]
        switch random.below(4) {
        case 0: changed = []
        case 1: changed = [base[place] + " And more."]
        case 2: changed = [base[place], "New \(seed) at \(place)."]
        default: changed = [base[place].replacing("stays", with: "goes")]
        }
        results[side][place] = changed
        results[2][place] = changed
      }
      let texts = results.map { $0.joined().joined(separator: "\n\n") + "\n" }
      let merge = try StoryMergeTests.merge(
        base.joined(separator: "\n\n") + "\n", texts[0], texts[1])
      #expect(merge.isClean, "seed \(seed): \(merge.conflicts)")
      #expect(merge.body == (texts[2] == "\n" ? merge.body : texts[2]), "seed \(seed)")
    }
  }
}
