/// Who wrote something, as one line says it: `By Ana Costa and Wei Lin`.
struct Byline {
  private(set) var names: [String] = []
  /// For whom they work, which is no name.
  private(set) var affiliations: [String] = []

  init(_ text: String) {
    var text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let match = text.prefixMatch(of: #/(?i)by:? +/#) {
      text = String(text[match.range.upperBound...])
    }
    if text.contains(";") {
      for group in text.split(separator: ";") { take(group: String(group)) }
      return
    }
    let parts = Self.parts(of: text)
    if parts.count > 1, Self.areNames(parts) {
      for part in parts { take(part) }
    } else if parts.count == 2, text.contains(","), Self.isAffiliation(parts[1], of: parts[0]) {
      take(parts[0])
      affiliations.append(parts[1])
    } else {
      take(text)
    }
  }

  /// `Carl Roe, Google`: a name and where it belongs.
  private mutating func take(group: String) {
    let parts = group.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    guard let name = parts.first else { return }
    for part in Self.parts(of: name) { take(part) }
    affiliations += parts.dropFirst()
  }

  private mutating func take(_ name: String) {
    var name = name.trimmed
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      let inner = name[name.index(after: open)...].dropLast().trimmed
      if !inner.isEmpty { affiliations.append(inner) }
      name = name[..<open].trimmed
    }
    if !name.isEmpty, !names.contains(name) { names.append(name) }
  }

  /// The text between commas and the words for them, but for those in brackets.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    var rest = text[...]
    while let sign = rest.first {
      if sign == "(" { depth += 1 }
      if sign == ")" { depth = max(0, depth - 1) }
      let mark = depth > 0 ? nil : [", and ", " and ", " & ", ","].first { rest.hasPrefix($0) }
      if let mark {
        parts.append("")
        rest = rest.dropFirst(mark.count)
      } else {
        parts[parts.count - 1].append(sign)
        rest = rest.dropFirst()
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// `Ana Costa and Wei Lin` are two; `Research and Development` is one, as nobody can tell.
  ///
  /// Three single words in a row are names, if they are not those of an office.
  private static func areNames(_ parts: [String]) -> Bool {
    let plain = parts.map { part in part.prefix { $0 != "(" }.trimmed }
    if plain.allSatisfy({ $0.contains(" ") || $0 == $0.lowercased() }) { return true }
    return plain.count > 2
      && plain.allSatisfy { name in
        name.first?.isUppercase == true && name.count(where: { $0 == " " }) < 3
          && !offices.contains { name.contains($0) }
      }
  }

  private static let offices = [
    " of ", "Department", "Ministry", "Office", "Agency", "Center", "Centre", "Committee",
    "Council",
    "Inc", "Ltd", "Team", "Research", "Sciences",
  ]

  /// One word behind a name of two is where that person works, if it is no title.
  private static func isAffiliation(_ word: String, of name: String) -> Bool {
    let titles: Set = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "PhD", "Ph.D.", "MD", "M.D.", "Esq."]
    return name.contains(" ") && !word.contains(" ") && !titles.contains(word)
  }
}
