/// The line of a text that names its authors where no field does: `**Authors:** Ana Costa (Lusa), Wei Lin`.
enum BodyByline {
  /// How many paragraphs may stand before it.
  private static let mostParagraphs = 4

  /// The authors, and the line on which they stand from the text's first, which is 0; nil where no line
  /// surely names some.
  static func read(_ body: [UInt8]) -> (byline: Byline, line: Int)? {
    let lines = String(decoding: body.prefix(4 << 10), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var paragraphs = 0
    var index = 0
    while index < lines.count, paragraphs < mostParagraphs {
      guard !lines[index].trimmed.isEmpty else {
        index += 1
        continue
      }
      let start = index
      while index < lines.count, !lines[index].trimmed.isEmpty { index += 1 }
      paragraphs += 1
      let words = lines[start..<index].map(\.trimmed).joined(separator: " ")
      if let byline = byline(words) { return (byline, start) }
    }
    return nil
  }

  private static func byline(_ words: String) -> Byline? {
    let mark =
      #/^(\*\*|__|\*|_)(?:Authors?|Written by|Posted by|By)\s*:?\s*(\*\*|__|\*|_)?\s*:?\s+/#
    guard words.utf8.count < 1_000, let match = words.prefixMatch(of: mark) else { return nil }
    var rest = words[match.range.upperBound...]
    if match.output.2 == nil {
      // All of it is stressed.
      guard rest.hasSuffix(match.output.1) else { return nil }
      rest = rest.dropLast(match.output.1.count)
    }
    let byline = Byline(plainWords(String(rest)))
    let areNames = byline.names.allSatisfy { name in
      name.count < 60 && name.first?.isUppercase == true
        && !name.contains { ":!?;".contains($0) } && name.split(separator: " ").count < 8
        && !name.contains(". ")
    }
    return areNames && !byline.names.isEmpty ? byline : nil
  }
}
