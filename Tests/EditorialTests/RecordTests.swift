import Editorial
import Testing

@Suite struct RecordTests {
  static let trailers = [
    Record.Trailer("Stet-Story", "01jdfz3m8k9q4x7v2r5t6w8y0a"), Record.Trailer("Stet-Act", "note"),
  ]

  /// A note comes back word for word, whatever it looks like.
  @Test(arguments: [
    "Plain.", "", "Two\n\nparagraphs.", "# not a comment\n# at all", "Stet-Transition: publish",
    "First.\n\nStet-Story: x\nSigned-off-by: y", "--- \ndiff", " indented\n  more",
    "# ----- >8 -----\nbelow",
    "Windows\r\nline ends\r", "a:b", "Key: value", "é 🚢\u{2028}x", "---",
  ])
  func aNoteComesBack(note: String) {
    let record = Record(subject: "note: Flood", note: note, trailers: Self.trailers)
    #expect(Record(record.message) == record)
  }

  @Test func randomNotesComeBack() {
    var random = Seeded(31)
    let pieces = [
      "a", "Stet-Story: x", "\n", "\n\n", " ", "---", "#", ":", "\r", "é", "Key: v", "\t",
    ]
    for round in 0..<3000 {
      let note = random.text(of: pieces, upTo: 8)
      let read = Record(Record(subject: "s", note: note, trailers: Self.trailers).message)
      #expect(read.trailers == Self.trailers, "round \(round): \(note.debugDescription)")
      let lines = note.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      let kept = lines.drop { $0.allSatisfy(\.isWhitespace) }.reversed()
        .drop { $0.allSatisfy(\.isWhitespace) }.reversed().joined(separator: "\n")
      #expect(Array(read.note.utf8) == Array(kept.utf8), "round \(round): \(note.debugDescription)")
    }
  }

  @Test func aSubjectIsOneLine() {
    let record = Record(subject: "edit: A\n\nStet-Act: note", note: "", trailers: [])
    #expect(Record(record.message).trailers == [])
    #expect(record.message == "edit: A Stet-Act: note\n")
  }

  @Test(arguments: [
    ("s\n\nStet-Act: note\nStet-Story: x\n", 2), ("s\n\nStet-Act: note\n folded\n", 0),
    ("s\n\nStet-Act: note\n\nLater.\n", 0), ("Stet-Act: note\n", 0), ("s\n\nSigned-off-by: x\n", 0),
    ("s\n\nCo-authored-by: x\nStet-Act: note\n", 2), ("s\n\nStet-Act\u{301}: note\n", 0), ("", 0),
    ("s\n\nStet-Act: note\r\n", 1),
  ])
  func trailersAreTheLinesOfTheLastBlock(message: String, count: Int) {
    #expect(Record(message).trailers.count == count)
  }

  @Test(
    arguments: [
      ([("Stet-Act", "note")], "`Stet-Story` is missing from its message"),
      (
        [("Stet-Act", "dance"), ("Stet-Story", "01jdfz3m8k9q4x7v2r5t6w8y0a")],
        "`Stet-Act` in its message can't be read"
      ),
      ([("Stet-Story", "x")], "its message names a story whose id is none"),
      ([("Stet-Undo", "c1")], "`Stet-Story` is missing from its message"),
      ([("Stet-Waive", "c1"), ("Stet-Waive", "c2")], "a trailer stands in its message twice"),
      ([("Stet-Waive", "c1"), ("Stet-At", "x")], "`Stet-At` has no place in its message"),
    ] as [([(String, String)], String)])
  func whatTrailersCanNotSayIsNamed(trailers: [(String, String)], message: String) {
    let record = Record(subject: "s", trailers: trailers.map { Record.Trailer($0.0, $0.1) })
    guard case .failure(let misread) = Act.read(record) else {
      Issue.record("it was read")
      return
    }
    #expect(misread.message == message)
  }
}
