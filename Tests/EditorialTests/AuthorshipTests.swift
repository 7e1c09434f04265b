import Editorial
import Testing

/// Who wrote what stays with the words, wherever they stand.
@Suite struct AuthorshipTests {
  private static func story(_ body: String, headline: String = "H") throws -> Story {
    try Story(Array("---\nheadline: \(headline)\n---\n\(body)".utf8))
  }

  /// `line writer+editors` of each part of the body.
  private static func hands(_ authorship: Authorship) -> [String] {
    authorship.parts(keeping: []).filter { $0.field == nil }.map { part in
      ([part.hands.writer] + part.hands.editors).joined(separator: "+") + ": " + part.text
    }
  }

  @Test func `a paragraph that moves keeps its writer`() throws {
    var authorship = Authorship()
    authorship.advance(to: try Self.story("One by Ana.\n\nTwo by Ana.\n"), by: "ana")
    authorship.advance(
      to: try Self.story("Two by Ana.\n\nA new one.\n\nOne by Ana.\n"), by: "george")
    #expect(
      Self.hands(authorship) == ["ana: Two by Ana.", "george: A new one.", "ana: One by Ana."])
  }

  @Test func `a sentence that is changed has an editor, and its neighbours have none`() throws {
    var authorship = Authorship()
    let text = "The crews voted on Sunday. They want more pay."
    authorship.advance(to: try Self.story(text), by: "ana")
    authorship.advance(
      to: try Self.story("The crews voted on Monday. They want more pay."), by: "george")
    #expect(
      Self.hands(authorship) == [
        "ana+george: The crews voted on Monday.", "ana: They want more pay.",
      ])
  }

  @Test func `where a line is broken makes no other words`() throws {
    var authorship = Authorship()
    authorship.advance(to: try Self.story("The crews voted\non Sunday.\n"), by: "ana")
    authorship.advance(to: try Self.story("The crews\nvoted on Sunday.\n"), by: "george")
    #expect(Self.hands(authorship) == ["ana: The crews voted on Sunday."])
  }

  @Test func `what comes back is whose it was`() throws {
    var authorship = Authorship()
    authorship.advance(to: try Self.story("One by Ana.\n\nTwo by Ana.\n"), by: "ana")
    authorship.advance(to: try Self.story("Two by Ana.\n"), by: "george")
    authorship.advance(to: try Self.story("One by Ana.\n\nTwo by Ana.\n"), by: "mei")
    #expect(Self.hands(authorship) == ["ana: One by Ana.", "ana: Two by Ana."])
  }

  @Test func `words that were against the rules are their writer's once they count`() throws {
    var authorship = Authorship()
    authorship.advance(to: try Self.story("One by Ana.\n"), by: "ana")
    authorship.remember(try Self.story("One by Ana.\n\nSmuggled in.\n"), by: "wei")
    #expect(Self.hands(authorship) == ["ana: One by Ana."])
    authorship.advance(to: try Self.story("One by Ana.\n\nSmuggled in.\n"), by: "mei")
    #expect(Self.hands(authorship) == ["ana: One by Ana.", "wei: Smuggled in."])
  }

  @Test func `an approval is for words, and stays once they went out`() throws {
    var authorship = Authorship()
    authorship.advance(to: try Self.story("One by Ana.\n\nTwo by Ana.\n"), by: "ana")
    authorship.approve(by: "george", at: Moment(seconds: 10))
    // It was taken back: the record has it no more.
    #expect(authorship.parts(keeping: []).allSatisfy { $0.hands.approvals.isEmpty })
    authorship.publish(1, by: "mei")
    authorship.advance(to: try Self.story("One by Ana.\n\nTwo by Ana Costa.\n"), by: "wei")
    let parts = authorship.parts(keeping: [])
    #expect(parts.map(\.hands.approvals.count) == [1, 1, 0])
    #expect(parts.map(\.hands.version) == [1, 1, nil])
    #expect(parts.map(\.line) == [2, 4, 6])
  }
}
