@testable import Editorial
@testable import Export
import Testing
import TestSupport

/// What the check says of stress is what readers get.
@Suite struct StressTests {
  static let pieces = [
    "*", "**", "***", "_", "__", "word", " ", "é", "「", "。", "字", "と", ".", "(", ")", "\n", "`*`",
    "\\*",
  ]

  @Test(arguments: 1...200)
  func marksThatStressNothingAreThoseThatAreShown(seed: UInt64) throws {
    var random = Seeded(seed)
    let text =
      "a" + (0..<14).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined() + "z"
    let shown = try Markdown(text).events.reduce(into: "") { shown, event in
      if case .text(let words) = event { shown += words }
    }
    let story = try Story(Array("---\nheadline: X\n---\n\(text)\n".utf8))
    let body = Prose(bodyOf: story)
    let said = StressScan.leftover(in: body, all: true).reduce(0) { $0 + $1.count }
    // What stands in code or behind a backslash is shown by right.
    let kept = zip(body.scalars, body.parts).count { ($0 == "*" || $0 == "_") && $1 != .words }
    #expect(shown.count { $0 == "*" || $0 == "_" } == said + kept, "\(text) → \(shown)")
  }

  @Test func anchorsAreThoseOfThePage() throws {
    let text = """
      # The plan

      ## *Figures* for `2026` [and on](https://example.org/x) ##

      Under
      -----

      ```
      # not one
      ```

      ## The plan
      """
    let story = try Story(Array("---\nheadline: X\n---\n\(text)\n".utf8))
    let html = HTMLBody(try Markdown(text), Addressing(site: "", page: "x.html", isAbsolute: false))
      .html
    let ids = html.split(separator: "id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(story.anchors == ids)
    #expect(ids == ["the-plan", "figures-for-2026-and-on", "under", "the-plan-2"])
  }
}
