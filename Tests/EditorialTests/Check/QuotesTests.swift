@testable import Editorial
import Testing

/// Straight marks become what they certainly are; what may be two things is asked about.
@Suite struct QuotesTests {
  @Test(arguments: [
    ("an '07 van in the '90s, rock 'n' roll", "an ’07 van in the ’90s, rock ’n’ roll"),
    ("\"They asked, 'You want what?'\" says Mill's", "“They asked, ‘You want what?’” says Mill’s"),
    ("'Tis late, said the editors' union", "’Tis late, said the editors’ union"),
    ("the boy was 6'2\" and the plank 3' long", "the boy was 6'2\" and the plank 3' long"),
    (
      "`don't \"touch\"` and [a \"link\"](https://x.example/it's?q=\"x\")",
      "`don't \"touch\"` and [a “link”](https://x.example/it's?q=\"x\")"
    ),
    ("\"Runs on.\n\n\"And ends.\"", "“Runs on.\n\n“And ends.”"),
    ("\"'Nested first,' he said.\"", "“‘Nested first,’ he said.”"),
    ("**\"Bold,\"** she said (\"so\")—\"now\"", "**“Bold,”** she said (“so”)—“now”"),
    ("\"It was 1990\" to her", "“It was 1990” to her"),
    ("> \"Quoted,\" he said", "> “Quoted,” he said"),
    ("- \"One\n- \"Two\"", "- \"One\n- “Two”"),
    ("| \"a\" | b's |\n|---|---|\n| \"c | d\" |", "| “a” | b’s |\n|---|---|\n| \"c | d\" |"),
    ("It isn't o'clock, goin' down the boys' road", "It isn’t o’clock, goin’ down the boys’ road"),
    ("'Cause it rains", "’Cause it rains"),
    ("He said 'no' and \"yes", "He said ‘no’ and \"yes"),
    ("'the editors' said", "'the editors’ said"),
    ("\\\"kept\\\" &quot;kept&quot;", "\\\"kept\\\" &quot;kept&quot;"),
    ("“Set already,\" he said", "“Set already,” he said"),
    ("> ```\n> it's\n> ```\nit's", "> ```\n> it's\n> ```\nit’s"),
    ("- ```\n  it's\n  ```\n- it's", "- ```\n  it's\n  ```\n- it’s"),
    ("1. it's\n\n       it's code", "1. it’s\n\n       it's code"),
    (">     it's code\n> it's", ">     it's code\n> it’s"),
    ("o'brien@paper.example <o'hara@e.org> it's", "o'brien@paper.example <o'hara@e.org> it’s"),
    ("paper.example/it's it's", "paper.example/it's it’s"),
    (
      "[x](https://e.org/Foo_(bar)_it's \"T\") it's", "[x](https://e.org/Foo_(bar)_it's \"T\") it’s"
    ),
  ])
  func inEnglish(written: String, right: String) throws {
    let styled = try Styled("quotes: curly")
    let mended = try styled.mended(Styled.file("headline: X", written))
    #expect(mended == Styled.file("headline: X", right))
    #expect(try styled.mended(mended) == mended)
  }

  static let french = "L'eau monte, dit \"l'adjoint\" : \"C'est 'grave'.\""

  @Test func frenchHasItsApostropheAndKeepsItsMarks() throws {
    let styled = try Styled("quotes: curly")
    let file = Styled.file("language: fr-CA", Self.french)
    #expect(
      try styled.mended(file)
        == Styled.file("language: fr-CA", "L’eau monte, dit \"l’adjoint\" : \"C’est 'grave'.\""))
    let left = try styled.finds(.quotes, try styled.mended(file))
    #expect(left.count == 3)
    #expect(left.allSatisfy { $0.fix == nil })
  }

  @Test func guillemetsWhereTheRuleSaysSo() throws {
    let styled = try Styled("quotes: {default: curly, fr: guillemets, de: low, pt: guillemets}")
    #expect(
      try styled.mended(Styled.file("language: fr", Self.french))
        == Styled.file(
          "language: fr",
          "L’eau monte, dit «\u{202F}l’adjoint\u{202F}» : «\u{202F}C’est 'grave'.\u{202F}»"))
    #expect(
      try styled.mended(Styled.file("language: de", "Er sagte: \"Ja.\""))
        == Styled.file("language: de", "Er sagte: „Ja.“"))
    #expect(
      try styled.mended(Styled.file("language: pt", "Disse \"sim\"."))
        == Styled.file("language: pt", "Disse «sim»."))
  }

  @Test func straightWhereTheHouseHasThem() throws {
    let styled = try Styled("quotes: straight")
    let file = Styled.file("headline: A ‘word’", "“It’s,” he said")
    #expect(try styled.mended(file) == Styled.file("headline: A 'word'", "\"It's,\" he said"))
  }

  @Test func aFieldWhoseYAMLWouldSayElseKeepsItsMarks() throws {
    let straight = try Styled("quotes: straight")
    for line in [
      "headline: “Hi” he said", "headline: ‘Hi’", "headline: \"A “word”\"", "headline: ‘Tis late",
    ] {
      let file = Styled.file(line, "“Body”")
      #expect(try straight.mended(file) == Styled.file(line, "\"Body\""))
    }
    let curly = try Styled("quotes: curly")
    let file = Styled.file("headline: 'It''s \"so\"'\nkicker: \"'Tis\"", "x")
    #expect(
      try curly.mended(file) == Styled.file("headline: 'It''s \"so\"'\nkicker: \"’Tis\"", "x"))
  }
}
