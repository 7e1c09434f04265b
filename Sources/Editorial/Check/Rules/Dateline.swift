extension Rule {
  /// A dateline is a place, in the house's way: `PORTO`, `NEW YORK, 24 November`.
  static let dateline = Rule(
    "dateline", wants: "a dateline that names a place",
    .story { sheet in
      guard let dateline = sheet.story.dateline else { return [] }
      let scalars = Array(dateline.unicodeScalars)
      func find(_ message: String) -> [Find] { [sheet.find(message, at: dateline, in: "dateline")] }
      if !scalars.contains(where: Letter.isLetter) { return find("the dateline names no place") }
      if let last = scalars.last, ["-", "–", "—", ".", ":", ","].contains(last) {
        return find("the dateline ends with a sign that the page sets itself")
      }
      if dateline.contains(where: \.isNewline) { return find("a dateline is one line") }
      if scalars.first?.properties.isLowercase == true {
        return find("a place begins with a capital")
      }
      return []
    })
}
