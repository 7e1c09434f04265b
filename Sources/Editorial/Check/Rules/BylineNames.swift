extension Rule {
  /// A byline of which one entry looks like several people.
  static let bylineNames = Rule(
    "byline-names", wants: "one person in each entry of its byline",
    .story { sheet in
      (sheet.story["byline"]?.texts ?? []).compactMap { name in
        let words = name.split(separator: " ").map { $0.lowercased() }
        let joins = [
          "and", "und", "et", "e", "y", "&", "with", "i", "og", "och", "en", "con", "com",
        ]
        let parts = words.split { joins.contains($0) }
        let isTwo =
          parts.count > 1 && parts.allSatisfy { $0.count > 1 } || name.contains(", ")
          || name.contains(";")
        guard isTwo, !words.contains("jr."), !words.contains("phd") else { return nil }
        return sheet.find(
          "`\(name)` looks like several people: byline is a list, [Ana Costa, Wei Lin]", at: name,
          in: "byline")
      }
    })
}
