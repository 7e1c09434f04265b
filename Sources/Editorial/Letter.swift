/// What words are made of.
enum Letter {
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    return scalar.properties.isAlphabetic || isJoined(scalar)
  }

  /// What stands inside words and is no letter: combining marks, soft hyphens, joiners.
  private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// Whether it is a word of its own, as in Chinese and Japanese, which part words by no blanks.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x3041
      && (scalar.properties.isIdeographic || (0x3041...0x30FA).contains(scalar.value))
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

  /// Whether a word may be a number as in `Charles III`.
  static func isRoman(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.count > 1
      && word.allSatisfy {
        switch $0 {
        case "I", "V", "X", "L", "C", "D", "M": true
        default: false
        }
      }
  }

  /// Letters with full stops between them: `U.S.` is `us`, `a.m.` is `am`.
  static func initials(
    at start: Int, in scalars: [Unicode.Scalar]
  ) -> (word: String, end: Int)? {
    var end = start
    var letters: [Unicode.Scalar] = []
    while end + 1 < scalars.count, letters.count < 12, isLetter(scalars[end]),
      scalars[end + 1] == "."
    {
      letters.append(scalars[end])
      end += 2
    }
    guard letters.count > 1, end == scalars.count || !isLetter(scalars[end]) else { return nil }
    return (folded(letters[...]), end)
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  /// The text that some scalars are.
  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    ascii(scalars, lower: false)
      ?? String(scalars.reduce(into: String.UnicodeScalarView()) { $0.append($1) })
  }

  /// The word in lower case, with one kind of apostrophe and without what nobody sees.
  static func folded(_ word: ArraySlice<Unicode.Scalar>) -> String {
    if let text = ascii(word, lower: true) { return text }
    var view = String.UnicodeScalarView()
    for scalar in word {
      if isApostrophe(scalar) {
        view.append("'")
      } else if scalar.isASCII || scalar.properties.generalCategory != .format {
        view.append(scalar)
      }
    }
    return String(view).lowercased()
  }

  /// The quick way, for what most words are made of.
  private static func ascii(_ scalars: ArraySlice<Unicode.Scalar>, lower: Bool) -> String? {
    guard scalars.allSatisfy(\.isASCII) else { return nil }
    return String(unsafeUninitializedCapacity: scalars.count) { bytes in
      for (index, scalar) in scalars.enumerated() {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        bytes[index] = lower && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return scalars.count
    }
  }
}
