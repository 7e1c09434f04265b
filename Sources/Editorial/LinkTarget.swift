/// Where a link leads to, or which picture is shown.
struct LinkTarget: Sendable {
  /// Its place in the text, and where the text goes on behind it.
  let text: Range<Int>
  let end: Int
  let isPicture: Bool

  /// The target that begins at `start`: `](…)`, `[…]: …`, `<https:…>`, a bare address, a path of
  /// media/.
  init?(at start: Int, in scalars: [Unicode.Scalar]) {
    func scalar(_ index: Int) -> Unicode.Scalar {
      scalars.indices.contains(index) ? scalars[index] : "\n"
    }
    func begins(_ word: String, at index: Int) -> Bool {
      scalars[min(index, scalars.count)...].starts(with: word.unicodeScalars)
    }
    func run(from index: Int, until isEnd: (Unicode.Scalar) -> Bool) -> Range<Int> {
      index..<(scalars[index...].firstIndex(where: isEnd) ?? scalars.count)
    }
    switch scalars[start] {
    case "]" where scalar(start + 1) == "(":
      text = start + 2..<Self.end(from: start + 2, scalars)
    case "]" where scalar(start + 1) == ":" && scalar(start + 2) == " ":
      let isDefinition = Self.opensLine(before: start, scalars)
      guard isDefinition else { return nil }
      text = run(from: start + 3) { $0 == "\n" }
    case "<" where Self.schemes.contains { begins($0, at: start + 1) }:
      text = run(from: start + 1) { $0 == ">" || Letter.isBlank($0) }
    case "h", "w", "m", "H", "W":
      guard !Letter.isLetter(scalar(start - 1)),
        (Self.schemes + ["www.", "media/"]).contains(where: { begins($0, at: start) })
      else { return nil }
      let all = run(from: start) {
        Letter.isBlank($0) || ["<", ">", ")", "]", "\"", "”", "»"].contains($0)
      }
      // A full stop behind it ends the sentence.
      let tail = scalars[all].reversed().prefix { [".", ",", ";", ":", "!", "?"].contains($0) }
      text = all.dropLast(tail.count)
    default: return nil
    }
    end = text.upperBound
    let bare = scalars[text].drop { $0 == "." || $0 == "/" || $0 == "<" || $0 == " " }
    isPicture = bare.starts(with: "media/".unicodeScalars)
  }

  /// The bracket that closes a target, or the end of its line: brackets in an address pair, and in `<…>` and
  /// a title they are signs (CommonMark 0.31 §6.3).
  private static func end(from start: Int, _ scalars: [Unicode.Scalar]) -> Int {
    var depth = 0
    var index = start
    var quote: Unicode.Scalar?
    // Longer than any address, so that the cost stays in proportion to the text.
    let limit = min(scalars.count, start + 2_000)
    while index < limit, scalars[index] != "\n" {
      let scalar = scalars[index]
      if scalar == "\\" {
        index += 1
      } else if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "<", index == start {
        quote = ">"
      } else if scalar == "\"" || scalar == "'", index > start, Letter.isBlank(scalars[index - 1]) {
        quote = scalar
      } else if scalar == "(" {
        depth += 1
      } else if scalar == ")" {
        if depth == 0 { return index }
        depth -= 1
      }
      index += 1
    }
    // What does not pair ends at the first that could.
    let line = scalars[start...].firstIndex { $0 == ")" || $0 == "\n" }
    return line ?? scalars.count
  }

  private static let schemes = ["https://", "http://", "mailto:"]

  /// Whether the bracket that closes at `index` opened at the beginning of its line, not far
  /// before.
  private static func opensLine(before index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    var start = index
    while start > 0, index - start < 200, scalars[start - 1] != "\n" { start -= 1 }
    let isWhole = start == 0 || scalars[start - 1] == "\n"
    return isWhole && scalars[start..<index].first { $0 != " " } == "["
  }
}
