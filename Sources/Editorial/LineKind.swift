/// What a line of Markdown begins, as far as comparing texts needs it.
enum LineKind: Sendable {
  case blank, heading, item, quote, row, fence, rule, markup, text

  init(_ line: ArraySlice<Unicode.Scalar>) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    guard let first = text.first else {
      self = .blank
      return
    }
    let run = text.prefix { $0 == first }.count
    let rest = text.dropFirst(run)
    switch first {
    case "#" where run <= 6 && (rest.first == " " || rest.isEmpty): self = .heading
    case ">": self = .quote
    case "|": self = .row
    case "<": self = .markup
    case "`", "~": self = run >= 3 ? .fence : .text
    case "-", "*", "_", "=":
      if run == 1, first != "=", first != "_", rest.first == " " || rest.isEmpty {
        self = .item
      } else {
        self = run >= 3 && rest.allSatisfy(Letter.isBlank) ? .rule : .text
      }
    case "+": self = run == 1 && rest.first == " " ? .item : .text
    case "0"..."9":
      let after = text.drop { ("0"..."9").contains($0) }
      let isMarked = after.first == "." || after.first == ")"
      self = isMarked && after.dropFirst().first == " " ? .item : .text
    default: self = .text
    }
  }

  /// The range of the line that begins at `start`, without its end.
  static func line(from start: Int, in scalars: [Unicode.Scalar]) -> Range<Int> {
    start..<(scalars[start...].firstIndex(of: "\n") ?? scalars.count)
  }
}
