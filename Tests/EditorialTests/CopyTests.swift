@testable import Editorial
import Testing

@Suite struct CopyTests {
  /// A text with what its marks are, and what readers get of it.
  @Test(
    arguments: [
      ("He said [[who?]] so.", ["query 1:9 [[who?]]"], "He said so."),
      ("[[whole line]]\nNext.", ["query 1:1 [[whole line]]"], "Next."),
      ("One.\n\n[[ask]]\n\nTwo.", ["query 3:1 [[ask]]"], "One.\n\n\nTwo."),
      ("It is [[how old?]], he said.", ["query 1:7 [[how old?]]"], "It is, he said."),
      ("a [[x]](y) b", [], nil), ("a [[x]]: b", [], nil), ("a [[x]][y] b", [], nil),
      ("a [[x\ny]] b", [], nil), ("a \\[[x]] b", [], nil), ("a [x] b", [], nil),
      ("a \\\\[[x]]", ["query 1:5 [[x]]"], "a \\\\"),
      ("`[[x]]` and ``a ` [[y]]``", [], nil), ("`a\\` [[x]] `b`", ["query 1:6 [[x]]"], "`a\\` `b`"),
      ("\\`[[x]]\\`", ["query 1:3 [[x]]"], "\\`\\`"),
      ("```\n[[x]] TK\n```\n[[y]]", ["query 4:1 [[y]]"], "```\n[[x]] TK\n```\n"),
      ("~~~~ js\n[[x]]\n~~~\n[[y]]\n~~~~\n", [], nil), ("```\n[[x]]", [], nil),
      ("Text.\n\n    [[code]]\n\nText.", [], nil),
      ("Text.\n    [[no code]]", ["query 2:5 [[no code]]"], "Text.\n"),
      ("Text.\n    ```\n[[x]]", ["query 3:1 [[x]]"], "Text.\n    ```\n"),
      ("- item\n\n      [[x]]", ["query 3:7 [[x]]"], "- item\n\n"),
      ("-\titem\n\n      [[x]]", ["query 3:7 [[x]]"], "-\titem\n\n"),
      ("- item\n\n  ```\n  [[x]]\n\n[[y]]", ["query 6:1 [[y]]"], "- item\n\n  ```\n  [[x]]\n\n"),
      ("# a ` b\n[[x]] `", ["query 2:1 [[x]]"], "# a ` b\n`"),
      ("- a `\n- [[x]] `", ["query 2:3 [[x]]"], "- a `\n- `"),
      ("a `\n\n[[x]] `", ["query 3:1 [[x]]"], "a `\n\n`"),
      (
        "| a ` | b |\n|---|---|\n| [[x]] | ` |", ["query 3:3 [[x]]"],
        "| a ` | b |\n|---|---|\n| | ` |"
      ),
      ("<div>\n`[[x]]`\n</div>", ["query 2:2 [[x]]"], "<div>\n``\n</div>"),
      ("a <b title='`'>c</b> [[x]] `", ["query 1:22 [[x]]"], "a <b title='`'>c</b> `"),
      ("a TK b", ["tk 1:3 TK"], nil), ("TK", ["tk 1:1 TK"], nil), ("(TK)", ["tk 1:2 TK"], nil),
      ("“TK”", ["tk 1:2 TK"], nil), ("paid—TK—for", ["tk 1:6 TK"], nil),
      ("TK Maxx", [], nil), ("TK Ébène", [], nil), ("TK élan", ["tk 1:1 TK"], nil),
      ("STK", [], nil), ("TKS", [], nil), ("éTK", [], nil),
      ("TK-421", [], nil), ("tk", [], nil), ("`TK`", [], nil), ("TK.\nMaxx", ["tk 1:1 TK"], nil),
      ("a <!-- no\nyes --> b", ["comment 1:3 <!-- no\nyes -->"], "a b"),
      ("5 <!-- 6 `[[x]]` <!-- 7", [], nil), ("`<!-- x -->`", [], nil),
      ("a <!--> b", ["comment 1:3 <!-->"], "a b"), ("\\<!-- a -->", [], nil),
      ("é [[x]]\n🚢 [[y]]", ["query 1:3 [[x]]", "query 2:3 [[y]]"], "é\n🚢"),
      ("<!-- ` --> [[x]] `", ["comment 1:1 <!-- ` -->", "query 1:12 [[x]]"], "`"),
    ] as [(String, [String], String?)])
  func findsWhatIsForTheDeskAlone(text: String, marks: [String], published: String?) {
    let copy = Copy(text)
    #expect(
      copy.marks.map { "\($0.kind.rawValue) \($0.line):\($0.column) \($0.text)" } == marks)
    #expect(copy.published == published ?? text)
  }

  @Test func onlyQueriesAndTKsStopAPublication() {
    #expect(Copy("[[a]] TK <!-- b -->").open.map(\.text) == ["[[a]]", "TK"])
    #expect(Copy("Plain [words](x).").open.isEmpty)
  }

  /// Nothing for the desk alone is in what readers get, whatever stands around it.
  @Test func publishedTextHasNoQueryAndNoComment() {
    let pieces = [
      "[[q]]", "<!-- c -->", "word", " ", "\n", "\n\n", "`", "``", "```\n", "    ", "- ", "> ",
      "# ", "|",
      "\\", "<b>", ".", "TK",
    ]
    var random = Seeded(21)
    for round in 0..<3000 {
      let text = random.text(of: pieces, upTo: 14)
      let copy = Copy(text)
      #expect(copy.marks.allSatisfy { text.contains($0.text) })
      let left = copy.marks.filter { $0.kind != .tk }.count
      let shorter = copy.published.utf8.count < text.utf8.count
      #expect((left > 0) == shorter, "round \(round): \(text.debugDescription)")
    }
  }

  /// Twice the text takes about twice the time.
  @Test(arguments: [
    "[[a]] ", "[[", "[[a]](", "[", "]]", "TK ", "<!-- a -->", "<!--", "<a ", "<", "`", "` ``",
    "\\`",
    "```\n", "- `\n", "| ` |\n", "    x\n\n", "é[[x]]",
  ])
  func hostileTextsAreReadInLinearTime(piece: String) {
    let clock = ContinuousClock()
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let took = clock.measure {
      let copy = Copy(text)
      _ = copy.published
    }
    #expect(took < .seconds(3))
  }

  /// A headline is text: a query in what looks like a comment is a query.
  @Test func aHeadlineHasNoComments() {
    let text = "Bridge <!-- [[who?]] --> opens"
    #expect(Copy(text).open.isEmpty)
    #expect(Copy(text, in: "headline").open.map(\.text) == ["[[who?]]"])
    #expect(Copy(text, in: "headline").published == "Bridge <!-- --> opens")
  }
}
