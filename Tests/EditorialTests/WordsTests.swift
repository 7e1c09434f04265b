import Editorial
import Testing

@Suite struct WordsTests {
  static let base = """
    ---
    id: 01jdfz3m8k9q4x7v2r5t6w8y0a
    headline: Bridge opens
    section: city
    tags: [harbour, transport]
    image: {file: media/2026/11/a.jpg, alt: A bridge}
    x-unknown: kept
    stage: draft
    version: 0
    ---
    First.

    Second.

    """

  static func digest(
    _ text: String, _ blobs: [String: String] = ["media/2026/11/a.jpg": "b1"]
  ) throws
    -> String
  {
    try Words(of: Story(Array(text.utf8))) { blobs[$0] }.digest
  }

  @Test(arguments: [
    ("headline: Bridge opens", "headline: 'Bridge opens' # yes"),
    ("headline: Bridge opens", "headline: >-\n  Bridge\n  opens"),
    ("tags: [harbour, transport]", "tags:\n- harbour\n- \"transport\""),
    ("headline: Bridge opens\nsection: city", "section: city\nheadline: Bridge opens"),
    ("{file: media/2026/11/a.jpg, alt: A bridge}", "{alt: A bridge, file: media/2026/11/a.jpg}"),
    ("stage: draft", "stage: published"), ("version: 0", "version: 3"), ("version: 0\n", ""),
    ("x-unknown: kept", "x-unknown: kept\nstandfirst:\nrelated: []\nbyline: ''"),
    ("\n", "\r\n"), ("---\nid", "---\n# a comment\nid"),
  ])
  func doNotCountWhatIsNoWord(old: String, new: String) throws {
    #expect(try Self.digest(Self.base.replacing(old, with: new)) == Self.digest(Self.base))
  }

  @Test(arguments: [
    ("Bridge opens", "Bridge open"), ("Bridge opens", "bridge opens"), ("section: city\n", ""),
    ("tags: [harbour, transport]", "tags: [transport, harbour]"),
    ("tags: [harbour, transport]", "tags: [harbour transport]"),
    ("x-unknown: kept", "x-unknown: cut"),
    ("x-unknown: kept", "x-unknown: kept\ny: 1"), ("x-unknown", "y-unknown"), ("First.", "First"),
    ("First.\n\nSecond.", "First.\n\n\nSecond."), ("Second.\n", "Second.\n "),
    ("alt: A bridge", "alt: A bridge, credit: x"), ("a.jpg", "b.jpg"),
    ("tags: [harbour, transport]", "tags: []"),
    ("Bridge opens", "Bridge ope\u{301}ns"),
  ])
  func countEveryWord(old: String, new: String) throws {
    #expect(try Self.digest(Self.base.replacing(old, with: new)) != Self.digest(Self.base))
  }

  @Test func countAPictureByItsBlob() throws {
    let one = try Self.digest(Self.base)
    #expect(try Self.digest(Self.base, ["media/2026/11/a.jpg": "b2"]) != one)
    #expect(try Self.digest(Self.base, [:]) != one)
    #expect(try Self.digest(Self.base, ["media/2026/11/a.jpg": "b1", "other": "x"]) == one)
    let inBody = Self.base.replacing("First.", with: "![a](/media/2026/11/b.jpg)")
    #expect(
      try Self.digest(inBody, ["media/2026/11/b.jpg": "b1"])
        != Self.digest(inBody, ["media/2026/11/b.jpg": "b2"]))
  }

  /// Texts that would run together if lengths did not stand before them.
  @Test(arguments: [
    ("a: bc\n", "ab: c\n"), ("a: b\nc: d\n", "a: bc\nd: x\n"), ("a: [b, c]\n", "a: [bc]\n"),
    ("a: [[b], c]\n", "a: [[b, c]]\n"), ("a: {b: c}\n", "a: [b, c]\n"), ("a: b\n", "a: [b]\n"),
    ("a: [{b: c}]\n", "a: {b: c}\n"), ("a: '[b]'\n", "a: [b]\n"), ("a: [b, '']\n", "a: [b]\n"),
  ])
  func aDifferentShapeIsADifferentDigest(one: String, other: String) throws {
    #expect(try Self.digest("---\n\(one)---\n") != Self.digest("---\n\(other)---\n"))
    #expect(try Self.digest("---\n\(one)---\nx") != Self.digest("---\n\(one)---\n"))
  }

  @Test func kindAndNoticeAreOutsideThePlainDigest() throws {
    func words(_ text: String) throws -> Words {
      try Words(of: Story(Array(text.utf8))) { _ in "b1" }
    }
    let plain = try words(Self.base)
    let corrected = try words(
      Self.base.replacing("stage:", with: "kind: correction\nnotice: It was nine.\nstage:"))
    let other = try words(
      Self.base.replacing("stage:", with: "kind: correction\nnotice: It was ten.\nstage:"))
    #expect(plain.plain == plain.digest)
    #expect(corrected.plain == plain.digest)
    #expect(corrected.digest != plain.digest)
    #expect(other.digest != corrected.digest)
  }
}
