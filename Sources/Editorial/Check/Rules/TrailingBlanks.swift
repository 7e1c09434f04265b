extension Rule {
  /// Blanks at a line's end that mean nothing; two before a further line are a break.
  static let trailingBlanks = Rule(
    "trailing-blanks", wants: "lines without blanks at their ends",
    .story { sheet in
      let (body, lines) = (sheet.body, sheet.body.lines)
      return lines.indices.compactMap { number -> Find? in
        let line = lines[number]
        var start = line.upperBound
        while start > line.lowerBound, body.isWords(start - 1),
          [" ", "\t"].contains(body.scalars[start - 1])
        {
          start -= 1
        }
        guard start < line.upperBound else { return nil }
        let next = number + 1 < lines.count ? body.scalars[lines[number + 1]] : []
        let isBreak =
          start > line.lowerBound
          && body.scalars[(start)..<line.upperBound].suffix(2) == [" ", " "]
          && !next.allSatisfy(Letter.isBlank)
        return isBreak
          ? nil : body.find("blanks at the line's end", start..<line.upperBound, fix: "")
      }
    })
}
