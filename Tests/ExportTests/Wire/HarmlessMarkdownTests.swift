@testable import Export
import Testing

/// The Markdown that goes out runs nothing, wherever it is rendered.
@Suite struct HarmlessMarkdownTests {
  @Test(arguments: [
    ("a <b onclick=\"x()\">bold</b> word", "a bold word"),
    ("x <script>alert(1)</script> y", "x  y"), ("<style>p {}</style>\n\nWords.", "\n\nWords."),
    ("`<script>` and\n\n    <script>\n", "`<script>` and\n\n    <script>\n"),
    ("[a](javascript:x()) [b](JavaScript&colon;x) [c](data:text/html,x)", "[a](#) [b](#) [c](#)"),
    (
      "[a](https://e.org/a:b) <https://e.org> <me@e.org>",
      "[a](https://e.org/a:b) <https://e.org> <me@e.org>"
    ),
    ("[r]: <javascript:x> \"t\"", "[r]: <#> \"t\""), ("<javascript:x>", "\\<javascript:x>"),
    ("<img src=x onerror=y", "\\<img src=x onerror=y"), ("3 < 4 <- 5", "3 < 4 <- 5"),
    ("a <script> tag runs.\n\nMore.", "a  tag runs.\n\nMore."),
    ("<scripts>x</scripts>", "x"), ("> [q](\n> javascript:x)", "> [q](\n> #)"),
    ("Note: [x] and [y]: later", "Note: [x] and [y]: later"),
  ])
  func `nothing in it runs`(written: String, text: String) {
    #expect(HarmlessMarkdown.text(written) == text)
    #expect(HarmlessMarkdown.text(text) == text)
  }
}
