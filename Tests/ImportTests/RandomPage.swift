import TestSupport

/// A page of HTML made at random, with the words that a reader of it sees.
struct RandomPage {
  private(set) var html = ""
  private(set) var seen = Rendered()
  private var random: Seeded

  init(seed: UInt64) {
    random = Seeded(seed)
    for _ in 0...pick(3) { block(depth: 0) }
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func block(depth: Int) {
    switch pick(depth > 2 ? 6 : 10) {
    case 0...2: leaf("p")
    case 3: leaf("h\(1 + pick(6))")
    case 4: code()
    case 5: table()
    case 6:
      html += "<blockquote>"
      for _ in 0...pick(3) { block(depth: depth + 1) }
      html += "</blockquote>"
    case 7: leaf("div")
    default:
      let name = ["ul", "ol", "ol start=\"\(pick(40))\""][pick(3)]
      html += "<\(name)>"
      for _ in 0...pick(4) {
        html += "\n <li>"
        if pick(3) > 0 { words() } else { block(depth: depth + 1) }
        if pick(3) == 0 { block(depth: depth + 1) }
        html += "</li>"
      }
      html += "</\(name.prefix(2))>"
    }
    if pick(3) == 0 { html += "\n" }
  }

  private mutating func leaf(_ name: String) {
    html += "<\(name)>"
    words()
    html += "</\(name)>"
  }

  private mutating func table() {
    let columns = 1 + pick(3)
    html += "<table>"
    for _ in 0...(columns == 1 ? 1 + pick(2) : pick(3)) {
      html += "<tr>"
      for _ in 0..<columns { leaf(pick(2) == 0 ? "td" : "th") }
      html += "</tr>\n"
    }
    html += "</table>"
  }

  private mutating func code() {
    var text = ""
    for _ in 0...pick(6) { text += Self.codes[pick(Self.codes.count)] }
    html += "<pre>\n\(Self.escaped(text))</pre>"
    if text.hasSuffix("\n") { text.removeLast() }
    guard !text.isEmpty else { return }
    seen.blocks.append(text.unicodeScalars.map { Rendered.Sign(scalar: $0, style: "pre") })
  }

  private mutating func words() {
    var signs: [Rendered.Sign] = []
    spans([], depth: 0, &signs)
    guard signs.contains(where: { $0.scalar.properties.generalCategory != .format }) else { return }
    seen.blocks.append(signs)
  }

  private mutating func spans(_ styles: [String], depth: Int, _ signs: inout [Rendered.Sign]) {
    for _ in 0...pick(5) {
      let name = ["em", "strong", "del", "a", "code", "br", "u"][pick(7)]
      guard pick(2) == 0, depth < 4, !styles.contains(where: { $0.hasPrefix(name) }),
        !styles.contains("code")
      else {
        let text = Self.texts[pick(Self.texts.count)]
        html += Self.escaped(text)
        let style = styles.filter { $0 != "u" }.sorted().joined(separator: " ")
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
          signs.append(Rendered.Sign(scalar: scalar, style: style))
        }
        continue
      }
      switch name {
      case "br":
        // Two in a row would be a paragraph.
        if html.hasSuffix("z") { html += "<br>" }
      case "a":
        let (address, written) = Self.addresses[pick(Self.addresses.count)]
        html += "<a href=\"\(Self.escaped(address))\">"
        spans(styles + ["a=\(written)"], depth: depth + 1, &signs)
        html += "</a>"
      default:
        html += "<\(name)>"
        spans(styles + [name], depth: depth + 1, &signs)
        html += "</\(name)>"
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\u{A0}", with: "&nbsp;")
  }

  private static let texts = [
    "word", "z", " ", "  ", "a b", "1986. ", "1)", "7.", "#1", "# ", "##", "*", " * ", "**", "_",
    "__x__",
    "snake_case", "[a](b)", "[", "]", "![x](y)", "!", "<", ">", "<b>", "</p>", "<!--", "&lt;", "&",
    "&#35;",
    "&copy", "\\", "\\\\", "`", "``", "~", "~~", "+", "+ ", "- ", "-", "---", "===", "=", "|",
    ":--", "\n",
    "[^1]", "[^1]: x", "[1]: y", "https://example.org", "www.example.org", "a@b.cd", "[[q]]",
    "{{x}}",
    "é", "“Q.”", "…", "\u{A0}", "日本", "。", "「", "」", "ß", "👍", "$5", "€", "\u{301}", "x²", "(", ")",
    "\"",
    "'", "\t", "[ ] ", "[x] ", "***", "{", ":", "%", "0", "\u{AD}", "—", "\u{2009}",
  ]
  private static let codes = [
    "code", "\n", "\n\n", "\t", "    ", "`", "```", "~~~", "````\n", "<b>", "&amp;", "\\n", "- x\n",
    "> y\n",
    "# z", "[^1]: x\n", "| a |", "\\", " ", "\n\tx", "\n \t\ty", "é",
  ]
  /// As HTML has them, and as they must arrive.
  private static let addresses = [
    ("https://example.org/", "https://example.org/"), ("/a/b(c)d", "/a/b(c)d"), ("x y", "x%20y"),
    ("https://example.org/?a=1&copy=2&#x", "https://example.org/?a=1&copy=2&#x"), ("q\\r", "q\\r"),
    ("mailto:a@b.cd", "mailto:a@b.cd"), ("https://example.org/(", "https://example.org/("),
    ("a|b", "a%7Cb"), ("https://example.org/é_*_[x]", "https://example.org/é_*_[x]"),
  ]
}
