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

  /// The word in lower case, with one kind of apostrophe and without what nobody sees.
  static func folded(_ word: ArraySlice<Unicode.Scalar>) -> String {
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
}
