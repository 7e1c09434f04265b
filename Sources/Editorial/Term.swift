/// A word, a number or a link of a text, as the checks compare it.
struct Term: Sendable {
  enum Kind: Sendable {
    case plain, number, date, negation, attribution, link, picture
    /// A sign that stands for itself: an ideograph, an emoji.
    case sign
    /// An article, a copula and the like; words of one group but 0 may stand for each other.
    case small(group: Int)
  }

  /// As the text has it.
  let text: String
  let kind: Kind
  /// What is the same in two terms that say the same, `1,300` and `1300` say.
  let key: String
  let isQuoted: Bool
  /// Which sentence it stands in, and whether it begins it.
  let sentence: Int
  let startsSentence: Bool

  /// The key with the difference that quotation marks make.
  var identity: String { isQuoted ? "”" + key : key }

  var isPlain: Bool {
    switch kind {
    case .plain, .small: true
    default: false
    }
  }

  var isSmall: Bool {
    if case .small = kind { true } else { false }
  }

  var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase == true }
}
