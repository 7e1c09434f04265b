/// Raised and lowered signs, which have characters of their own where Markdown has no mark for them:
/// 10⁶ must not become 106.
enum ScriptDigits {
  /// `text` in raised or lowered characters where each of its has one, else as it is.
  static func raised(_ text: String, _ script: Flow.Inside.Script) -> String {
    let table = script == .above ? above : below
    let signs = text.unicodeScalars.map { $0.properties.isWhitespace ? $0 : table[$0] }
    guard signs.allSatisfy({ $0 != nil }) else { return text }
    return String(String.UnicodeScalarView(signs.compactMap(\.self)))
  }

  private static let above: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ",
  ]
  private static let below: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉", "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
  ]
}
