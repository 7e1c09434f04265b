@testable import Editorial
@testable import Export
import Testing

/// What the check says of stress is what readers get.
@Suite struct StressTests {
  @Test(arguments: [
    "A **bold word and no end", "*one* **two** ***three***", "a ** b * c",
    "snake_case and _so_ on_",
    "**a *b** c*", "*a **b* c**", "市長は**「反対だ。」**と述べた。", "시장은 **반대(再投票)**라고",
    "The **“no.”**vote and",
    "次の**投票（再）は月曜。", "__a_ b", "foo**bar*baz", "*(a*) b", "**a\nb** c*", "a*b*c_d_e",
    "*a* *b c* d*",
    "***a* b", "**a* b", "_a __b_ c", "“*a*” and *“b", "word* and *word", "5* hotel, *note",
  ])
  func marksThatStressNothingAreThoseThatAreShown(text: String) throws {
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
