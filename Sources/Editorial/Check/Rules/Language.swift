extension Rule {
  /// The language is a tag of BCP 47 (RFC 5646 §2.1), as `en-GB`.
  static let language = Rule(
    "language", wants: "a language as BCP 47 names it",
    .story { sheet in
      guard let tag = sheet.story.language else { return [] }
      guard isTag(tag) else {
        return [
          sheet.find(
            "`\(tag)` is no tag of a language, as en, pt-BR or zh-Hant", at: tag, in: "language")
        ]
      }
      return []
    })

  private static func isTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard tag.utf8.count <= 60, let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter }),
      parts.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return false }
    // Script, region, variants: each in its place, extensions behind a single letter.
    var rank = 0
    for part in parts.dropFirst() {
      if part.count == 1 { return part != parts.last }
      let isWord = part.allSatisfy(\.isLetter)
      let kind =
        part.count == 4 && isWord
        ? 1
        : part.count == 2 && isWord || part.count == 3 && part.allSatisfy(\.isNumber)
          ? 2
          : part.count >= 5 || part.count == 4 && part.first?.isNumber == true ? 3 : 0
      guard kind > 0, kind > rank || kind == 3 else { return false }
      rank = kind
    }
    return true
  }
}
