@testable import Editorial
import Testing

/// Mending changes words alone, and has nothing to do the second time.
@Suite struct MendTests {
  static let pieces = [
    "'", "\"", " ", "  ", "\n", "\n\n", "word", "s'", "'90s", "'tis", "6'2\"", "don't", "`a'b`",
    "**", "_",
    "utilise", "Utilise", "port ellery", "“", "”", "[x](y \"t\")", "| ", "- ", "> ", "# ", "\\\"",
    "(", ".",
    ",", "—", "é", "「", "[[q'?]]", "<!-- ' -->", "<b a=\"'\">", "the the", "10", "\t", "    ",
    "```\n",
  ]

  @Test(arguments: 1...60)
  func aSecondMendChangesNothing(seed: UInt64) throws {
    var random = Seeded(seed)
    let styled = try Styled(
      """
      quotes: \(["curly", "straight", "guillemets", "low"][Int(seed % 4)])
      spaces: single
      avoid: [{word: utilise, say: use, fix: yes}]
      names: [Port Ellery]
      """)
    var body = ""
    for _ in 0..<40 { body += Self.pieces.randomElement(using: &random) ?? "" }
    let file = Styled.file("headline: It's \"a\"  b\nmaker: ana", body)
    let once = try styled.mended(file)
    #expect(try styled.mended(once) == once, "\(body)")
    // What is no prose stays as it is.
    for kept in ["`a'b`", "[[q'?]]", "<!-- ' -->"] where !body.contains("```") {
      #expect(once.contains(kept) == file.contains(kept), "\(kept) in \(body)")
    }
    #expect(try Story(Array(once.utf8))["maker"] == .scalar("ana"))
  }

  @Test func wordsKeepTheirCapitals() throws {
    let styled = try Styled("avoid: [{word: utilise, say: use, fix: yes}]\nnames: [Port Ellery]")
    let file = Styled.file("headline: Utilise port ellery", "UTILISE it, utilise it: “Utilise.”")
    #expect(
      try styled.mended(file)
        == Styled.file("headline: Use Port Ellery", "USE it, use it: “Utilise.”"))
  }

  @Test func aBreakOfALineIsKept() throws {
    let file = Styled.file("headline: X", "One  \ntwo \nthree  \n\nfour")
    #expect(try Styled().mended(file) == Styled.file("headline: X", "One  \ntwo\nthree\n\nfour"))
  }
}
