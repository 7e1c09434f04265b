import Testing

@testable import Editorial

@Suite struct BodyPictureTests {
  private func pictures(_ body: String) throws -> [BodyPicture] {
    BodyPicture.all(in: try Story(Array("---\nheadline: H\n---\n\(body)".utf8)))
  }

  @Test(arguments: [
    ("![A quay](media/2026/11/a.jpg)", "A quay", ""),
    ("![](/media/2026/11/a.jpg \"The quay. Rui Melo\")", "", "The quay. Rui Melo"),
    ("![a [b] c](<media/2026/11/a.jpg> 'x')", "a [b] c", "x"),
    ("![a\\]](../../../media/2026/11/a.jpg (x))", "a\\]", "x"),
    ("![a\nb]( media/2026/11/a.jpg )", "a\nb", ""),
  ])
  func saysWhatItShowsAndWhoMadeIt(body: String, alt: String, title: String) throws {
    let found = try pictures("Words.\n\nso \(body) it\n")
    #expect(found.map(\.path) == ["media/2026/11/a.jpg"])
    #expect(found.first?.alt == alt && found.first?.title == title)
    #expect(found.first?.line == 6 && found.first?.column == 4)
  }

  @Test(arguments: [
    "`![](media/a.jpg)`", "```\n![](media/a.jpg)\n```\n", "<!-- ![](media/a.jpg) -->",
    "\\![](media/a.jpg)", "![](https://a.example/media/a.jpg)", "[](media/a.jpg)", "![](", "![",
    "!", "![][media/a.jpg]", "<!-- ![](media/a.jpg)",
  ])
  func whatReadersDontSeeAsOneIsNone(body: String) throws {
    #expect(try pictures(body).isEmpty)
  }

  @Test func everyPictureNeedsAltTextAndCredit() throws {
    let text = """
      ---
      headline: H
      image: {file: media/2026/11/a.jpg, alt: "", credit: Rui}
      ---
      ![](media/2026/11/b.jpg "Rui Melo")

      ![The quay](media/2026/11/c.jpg)

      """
    let story = try Story(Array(text.utf8))
    let alt = Requirement.alt.lacking(in: story)
    #expect(alt.map(\.what) == ["its picture's alt text", "the alt text of media/2026/11/b.jpg"])
    #expect(alt.map(\.line) == [3, 5])
    let credit = Requirement.pictureCredit.lacking(in: story)
    #expect(credit.map(\.what) == ["a line under media/2026/11/c.jpg that says who made it"])
    #expect(credit.map(\.line) == [7])
  }
}
