internal import Editorial

/// Lists of terms and what they mean, which stet's Markdown has not: the term in bold, its meanings as
/// paragraphs below it.
enum Definitions {
  static func turn(_ text: inout Manuscript) {
    guard text.find("\n: ", from: 0) != nil || text.find("\n:   ", from: 0) != nil else { return }
    var edits: [Manuscript.Edit] = []
    var first: Int?
    let lines = LinePlan(text.bytes, text.code).lines
    var isList = false
    for (number, line) in lines.enumerated() where line.kind == .words {
      guard text.has(": ", at: line.range.lowerBound), number > 0 else {
        if number > 0, lines[number - 1].kind == .blank, line.indent == 0 { isList = false }
        continue
      }
      var before = number - 1
      if lines[before].kind == .blank, before > 0 { before -= 1 }
      let term = lines[before]
      guard term.kind == .words, !term.begins, term.range.upperBound > term.range.lowerBound else {
        continue
      }
      let words = text.string(term.range)
      let isMeaning = words.hasPrefix(": ")
      let goesOn = isList && (isMeaning || words.hasPrefix(" "))
      guard goesOn || !isMeaning && (number - before == 1 || isAlone(before, lines)) else {
        continue
      }
      if !goesOn, edits.last?.range.lowerBound != term.range.lowerBound {
        first = first ?? term.range.lowerBound
        let isMarked = words.contains("**") || words.hasPrefix("    ")
        edits.append(
          Manuscript.Edit(term.range, isMarked ? words : "**\(words.trimmed)**"))
      }
      isList = true
      let start = line.range.lowerBound
      var end = start + 1
      while end < line.range.upperBound, text.bytes[end] == 0x20 { end += 1 }
      edits.append(Manuscript.Edit(start..<end, "\n"))
    }
    if let first { text.remark(at: first, "a list of terms came over as paragraphs") }
    text.apply(edits)
  }

  private static func isAlone(_ number: Int, _ lines: [LinePlan.Line]) -> Bool {
    number == 0 || lines[number - 1].kind == .blank
  }
}
