extension Rule {
  /// Queries to the desk and TKs, which stand for what is not known yet.
  public static let noQueries = Rule(
    "no-queries", wants: "answers to its queries",
    .story { sheet in
      let open = sheet.story.openMarks
      let lack = lack(open)
      return open.map { mark in
        let offset =
          mark.field.map { sheet.offset(of: mark.text, in: $0) }
          ?? sheet.offset(line: mark.line, column: mark.column)
        return Find(message: "open: \(mark.text)", range: offset..<offset, lack: lack)
      }
    })

  private static func lack(_ open: [Story.OpenMark]) -> String {
    let lines = open.prefix(4).map(\.place)
    let places = prose(lines.indices.filter { !lines[..<$0].contains(lines[$0]) }.map { lines[$0] })
    return open.count == 1
      ? "an answer to 1 query (\(places))" : "answers to \(open.count) queries (\(places))"
  }
}
