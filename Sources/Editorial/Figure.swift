/// A number as a text says it, in figures or in words, reduced to its value where that is plain.
struct Figure: Sendable {
  /// Without zeros at either end; the value is these digits times ten to the power of `exponent`.
  private var digits: String
  private var exponent: Int
  /// A number whose value is not plain (`1.300`, `24.11.2026`) stands for itself.
  private var literal: String?
  /// Sign and currency.
  var mark = ""
  /// Ordinal or unit.
  var unit = ""

  init(_ value: Int, exponent: Int = 0) {
    self.init(whole: String(value), exponent: exponent)
  }

  private init(whole: String, fraction: String = "", exponent: Int = 0) {
    let all = Array((whole + fraction).utf8).drop { $0 == 0x30 }
    let zeros = all.reversed().prefix { $0 == 0x30 }.count
    digits = String(decoding: all.dropLast(zeros), as: UTF8.self)
    self.exponent = digits.isEmpty ? 0 : exponent - fraction.utf8.count + zeros
  }

  /// What is equal for equal numbers.
  var key: String { "#\(mark)\(literal ?? "\(digits)e\(exponent)")\(unit)" }

  /// Whether it is one of twenty, thirty, … ninety.
  private var isTens: Bool { digits.utf8.count == 1 && digits != "1" && exponent == 1 }
  private var isUnit: Bool { digits.utf8.count == 1 && exponent == 0 && literal == nil }

  /// The number that both are together, as `twenty` and `one` or `1.3` and `million` are.
  func joined(with next: Figure, isScale: Bool, inWords: Bool) -> Figure? {
    guard literal == nil, unit.isEmpty, next.mark.isEmpty else { return nil }
    var result = self
    result.unit = next.unit
    if isScale {
      result.exponent += next.exponent
      return result
    }
    guard inWords, isTens, next.isUnit else { return nil }
    (result.digits, result.exponent) = (digits + next.digits, 0)
    return result
  }

  /// Reads the figures that begin at `start`, which is a digit, and gives where they end.
  static func read(_ scalars: [Unicode.Scalar], at start: Int) -> (figure: Figure, end: Int) {
    var groups: [String] = []
    var signs: [Unicode.Scalar] = []
    var end = start
    while true {
      var group = ""
      while end < scalars.count, let digit = digit(scalars[end]) {
        group.append(digit)
        end += 1
      }
      groups.append(group)
      guard end + 1 < scalars.count, let sign = separator(at: end, scalars, groups) else { break }
      signs.append(sign)
      end += 1
    }
    return (figure(groups, signs), end)
  }

  static func digit(_ scalar: Unicode.Scalar) -> Character? {
    if scalar.isASCII { return ("0"..."9").contains(scalar) ? Character(scalar) : nil }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return nil }
    return "0123456789".dropFirst(Int(value)).first
  }

  /// The sign at `index` where it belongs to a number; any blank is one blank.
  private static func separator(
    at index: Int, _ scalars: [Unicode.Scalar], _ groups: [String]
  ) -> Unicode.Scalar? {
    guard digit(scalars[index + 1]) != nil else { return nil }
    switch scalars[index] {
    case ".", ",": return scalars[index]
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’":
      let following = scalars[(index + 1)...].prefix(4).prefix { digit($0) != nil }.count
      guard following == 3, groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      return scalars[index] == "'" || scalars[index] == "’" ? "'" : " "
    default: return nil
    }
  }

  private static func figure(_ groups: [String], _ signs: [Unicode.Scalar]) -> Figure {
    let first = groups[0]
    func literal() -> Figure {
      var figure = Figure(0)
      figure.literal = groups[0]
      for (sign, group) in zip(signs, groups.dropFirst()) { figure.literal? += "\(sign)\(group)" }
      return figure
    }
    if first.count > 1, first.hasPrefix("0") { return literal() }
    guard let sign = signs.first, let last = signs.last else { return Figure(whole: first) }
    let isGrouped = first.count <= 3 && first != "0"
    func grouped(_ part: ArraySlice<String>) -> Bool { part.allSatisfy { $0.count == 3 } }
    if isGrouped, signs.allSatisfy({ $0 == sign }), grouped(groups.dropFirst()) {
      // A thousand in one language, a decimal in another.
      return sign == "." && signs.count == 1 ? literal() : Figure(whole: groups.joined())
    }
    guard last == "." || last == "," else { return literal() }
    let whole = groups.dropLast()
    let isWhole = signs.dropLast().allSatisfy { $0 == sign && $0 != last }
    guard signs.count == 1 || isGrouped && isWhole && grouped(whole.dropFirst()) else {
      return literal()
    }
    return Figure(whole: whole.joined(), fraction: groups[groups.count - 1])
  }
}
