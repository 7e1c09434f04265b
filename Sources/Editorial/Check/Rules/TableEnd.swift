extension Rule {
  /// A line right under a table, which becomes a row of it.
  static let tableEnd = Rule(
    "table-end", wants: "an empty line under its tables",
    .story { sheet in
      let body = sheet.body
      var finds: [Find] = []
      var isTable = false
      var before: Range<Int>?
      for line in body.lines {
        let text = body.scalars[line]
        let isText = line.isEmpty || body.parts[line.lowerBound] != .code
        if !isText || text.allSatisfy(Letter.isBlank) {
          isTable = false
        } else if let head = before, isRule(text), body.scalars[head].contains("|") {
          isTable = true
        } else if isTable, !text.contains("|") {
          finds.append(
            body.find(
              "this line becomes a row of the table above; an empty line between them parts them",
              line))
          isTable = false
        }
        before = isText ? line : nil
      }
      return finds
    })

  /// Whether a line is the one of dashes that makes a table.
  private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.contains("-") && line.allSatisfy { ["|", "-", ":", " ", "\t"].contains($0) }
  }
}
