extension Rule {
  /// Two blanks between words, where house style asks for one.
  static let spaces = Rule(
    "spaces", wants: "single blanks between words",
    .story { sheet in
      guard sheet.style.singleSpaces else { return [] }
      return sheet.texts.flatMap { text -> [Find] in
        text.lines.flatMap { line -> [Find] in
          // Cells of a table may stand in columns.
          guard !(text.field == nil && text.scalars[line].contains("|")) else { return [] }
          return doubles(in: line, of: text)
        }
      }
    })

  private static func doubles(in line: Range<Int>, of text: Prose) -> [Find] {
    var finds: [Find] = []
    // What opens a line is its indent, and the blanks behind the mark of a list.
    var index = line.lowerBound
    while index < line.upperBound, [" ", "\t", ">"].contains(text.scalars[index]) { index += 1 }
    if [.item, .heading].contains(LineKind(text.scalars[index..<line.upperBound])) {
      while index < line.upperBound, text.scalars[index] != " " { index += 1 }
      while index < line.upperBound, text.scalars[index] == " " { index += 1 }
    }
    while index < line.upperBound {
      guard text.scalars[index] == " ", text.isWords(index) else {
        index += 1
        continue
      }
      let start = index
      while index < line.upperBound, text.scalars[index] == " ", text.isWords(index) { index += 1 }
      if index - start > 1, index < line.upperBound {
        finds.append(text.find("\(index - start) blanks between words", start..<index, fix: " "))
      }
    }
    return finds
  }
}
