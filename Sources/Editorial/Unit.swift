/// The unit that follows a number in figures, or the ending that makes it an ordinal.
struct Unit: Sendable {
  let name: String
  let end: Int

  /// Reads it at `start`; letters that no blank parts from the number are one whatever they are.
  init?(at start: Int, isSpaced: Bool, in scalars: [Unicode.Scalar]) {
    func scalar(_ index: Int) -> Unicode.Scalar {
      scalars.indices.contains(index) ? scalars[index] : "\n"
    }
    var end = start
    var view = String.UnicodeScalarView()
    while end - start < 8, Letter.isLetter(scalar(end)) || scalar(end) == "." && !view.isEmpty {
      if scalar(end) != "." { view.append(scalar(end)) }
      end += 1
    }
    guard !view.isEmpty, !Letter.isLetter(scalar(end)) else { return nil }
    let word = String(view).lowercased()
    // The full stop behind `km.` ends a sentence, that of `a.m.` is its own.
    self.end = end - start == view.count + 1 ? start + view.count : end
    if !isSpaced, Self.ordinalEnds.contains(word) {
      name = "th"
    } else if !isSpaced || Self.known.contains(word) {
      name = " " + word
    } else {
      return nil
    }
  }

  private static let ordinalEnds: Set = ["st", "nd", "rd", "th", "º", "ª", "er", "re", "ème"]

  private static let known = Set(
    """
    am pm m km cm mm kg g mg t l ml ha mph kph kmh bn mn tn k h min sec s ft lb oz kw mw gw \
    gwh mwh kwh gmt utc eur usd gbp kb mb gb hz mhz ghz c f
    """.split(separator: " ").map(String.init))
}
