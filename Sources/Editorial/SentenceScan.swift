/// Finds where sentences begin; subheads, list items, rows of tables and lines of code count as
/// such.
enum SentenceScan {
  /// The places in order, each at a character that is no blank.
  static func starts(in scalars: [Unicode.Scalar]) -> [Int] {
    var starts: [Int] = []
    var isDue = true
    var before = LineKind.blank
    var inCode = false
    var start = 0
    while start < scalars.count {
      let line = LineKind.line(from: start, in: scalars)
      let kind = LineKind(scalars[line])
      if inCode || parts(kind, before) { isDue = true }
      if kind == .fence { inCode.toggle() }
      var index = line.lowerBound
      // The mark of a list or a subhead is no sentence.
      let mark = kind == .item ? markEnd(line, scalars) : line.lowerBound
      while index < line.upperBound {
        if isDue, !Letter.isBlank(scalars[index]) {
          starts.append(index)
          isDue = false
        }
        if index >= mark, !inCode, ends(at: index, in: scalars) {
          isDue = true
          index += 1
          while index < line.upperBound, isCloser(scalars[index]) { index += 1 }
        } else {
          index += 1
        }
      }
      before = kind
      start = line.upperBound + 1
    }
    return starts
  }

  private static func parts(_ kind: LineKind, _ before: LineKind) -> Bool {
    switch before {
    case .blank, .heading, .rule, .fence: return true
    default: break
    }
    switch kind {
    case .text: return false
    case .quote: return before != .quote
    default: return true
    }
  }

  private static func markEnd(_ line: Range<Int>, _ scalars: [Unicode.Scalar]) -> Int {
    let text = scalars[line].drop { $0 == " " || $0 == "\t" }
    return text.firstIndex { $0 == " " } ?? line.upperBound
  }

  /// Whether the sentence ends with the sign at `index`, or the signs that close it there.
  private static func ends(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let sign = scalars[index]
    switch sign {
    case "。", "！", "？": return true
    case ".", "!", "?", "…": break
    default: return false
    }
    var next = index + 1
    while next < scalars.count, isCloser(scalars[next]) { next += 1 }
    guard next < scalars.count, Letter.isBlank(scalars[next]) else { return false }
    while next < scalars.count, Letter.isBlank(scalars[next]) || isOpener(scalars[next]) {
      next += 1
    }
    guard next < scalars.count, !scalars[next].properties.isLowercase else { return false }
    return sign != "." || !isAbbreviation(before: index, follows: scalars[next], scalars)
  }

  static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…", "\"", "'", "”", "’", "»", "›", "“", "‘", ")", "]", "*", "_": true
    default: false
    }
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "‘", "„", "‚", "«", "‹", "»", "(", "[", "*", "_", "¿", "¡", "–", "—": true
    default: false
    }
  }

  /// Whether the full stop at `index` belongs to a short form such as `Mr.`, `U.S.` or `J.`.
  private static func isAbbreviation(
    before index: Int, follows: Unicode.Scalar, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    var start = index
    var dots = 0
    while start > 0, index - start < 12 {
      let scalar = scalars[start - 1]
      guard scalar == "." || scalar.properties.isAlphabetic else { break }
      if scalar == "." { dots += 1 }
      start -= 1
    }
    guard start < index else { return false }
    if dots > 0 { return scalars[index - 1] != "." }
    if start == index - 1 { return scalars[start].properties.isUppercase }
    let lower = Letter.folded(scalars[start..<index])
    return shortForms.contains(lower)
      || formsOfNumbers.contains(lower) && follows.properties.numericType != nil
  }

  private static let shortForms = Set(
    """
    mr mrs ms mx dr st ste prof sen rep gov gen col lt sgt capt cmdr maj adm rev hon jr sr inc ltd \
    corp bros vs etc cf approx dept univ jan feb apr jun jul aug sep sept oct nov dec tues thurs \
    ave blvd sra sras srs dra dras exmo exma eng arq mme mlle mgr bzw usw vgl ggf evtl inkl mio mrd
    """.split(separator: " ").map(String.init))

  private static let formsOfNumbers: Set = [
    "no", "nos", "nr", "nº", "art", "pp", "pág", "fig", "vol", "núm", "mar", "cap",
  ]
}
