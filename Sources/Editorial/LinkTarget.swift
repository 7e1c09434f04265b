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
      text = run(from: start + 2) { $0 == ")" || $0 == "\n" }
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
