/// Finds the words of a text that stand in quotation marks, or in a block quote.
///
/// A quotation ends with its paragraph at the latest, as one that runs over several paragraphs
/// opens anew in each.
struct QuoteScan {
  private let scalars: [Unicode.Scalar]
  private var ranges: [Range<Int>] = []

  /// The ranges in order.
  static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var scan = QuoteScan(scalars: scalars)
    scan.run()
    return scan.ranges
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func run() {
    var block: Range<Int>?
    var isQuote = false
    func isBreak(_ kind: LineKind) -> Bool { kind != .text && !(isQuote && kind == .quote) }
    var start = 0
    while start < scalars.count {
      let line = LineKind.line(from: start, in: scalars)
      let kind = LineKind(scalars[line])
      if isBreak(kind), let range = block {
        close(range, isQuote)
        block = nil
      }
      if block == nil { isQuote = kind == .quote }
      if kind != .blank { block = (block?.lowerBound ?? line.lowerBound)..<line.upperBound }
      start = line.upperBound + 1
    }
    if let range = block { close(range, isQuote) }
  }

  private mutating func close(_ block: Range<Int>, _ isQuote: Bool) {
    if isQuote { ranges.append(block) } else { scan(block) }
  }

  private enum Role { case opens, closes, none }

  private mutating func scan(_ block: Range<Int>) {
    let singles = singleQuotes(block)
    var single = singles[...]
    var open: (mark: Unicode.Scalar, start: Int, depth: Int)?
    var index = block.lowerBound
    while index < block.upperBound {
      let mark = scalars[index]
      if let now = open {
        switch role(of: mark, at: index, inside: now.mark) {
        case .opens: open?.depth += 1
        case .closes where now.depth > 0: open?.depth -= 1
        case .closes:
          ranges.append(now.start..<index)
          open = nil
        case .none: break
        }
      } else if Self.isDouble(mark), !(mark == "\"" && isDigit(index - 1)) {
        open = (mark, index + 1, 0)
      } else {
        while let first = single.first, first.lowerBound < index { single.removeFirst() }
        if let first = single.first, first.lowerBound == index {
          ranges.append(first)
          index = first.upperBound
        }
      }
      index += 1
    }
    if let open { ranges.append(open.start..<block.upperBound) }
  }

  private static func isDouble(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "「", "『": true
    default: false
    }
  }

  /// What a mark does inside a quotation that another one opened.
  private func role(of mark: Unicode.Scalar, at index: Int, inside open: Unicode.Scalar) -> Role {
    switch (open, mark) {
    case ("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹"), ("「", "」"), ("『", "』"): .closes
    case ("«", "«"), ("‹", "‹"), ("「", "「"), ("『", "『"): .opens
    case ("“", "”"), ("„", "“"), ("„", "”"), ("‟", "”"): .closes
    case ("“", "“"), ("„", "„"): .opens
    case ("“", "\""), ("„", "\""), ("‟", "\""), ("”", "”"), ("”", "“"), ("”", "\""),
      ("\"", "\""), ("\"", "“"), ("\"", "”"), ("\"", "„"):
      looksOpening(index) ? .opens : .closes
    default: .none
    }
  }

  private func looksOpening(_ index: Int) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    guard !Letter.isBlank(next) else { return false }
    guard index > 0 else { return true }
    switch scalars[index - 1] {
    case "(", "[", "–", "—", "-", "/", "“", "„", "‘", "«", "*", "_", ">", "¿", "¡": return true
    case "\"", "'": return false
    case let before: return Letter.isBlank(before)
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    index >= 0 && scalars[index].properties.numericType != nil
  }

  /// What stands in single marks.
  ///
  /// An apostrophe looks like one: that of `the dogs’ owner` closes only what nothing else does.
  private func singleQuotes(_ block: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var weak: Int?
    func end() { if let open, let weak { found.append(open..<weak) } }
    for index in block {
      let mark = scalars[index]
      guard mark == "'" || mark == "‘" || mark == "’" || mark == "‚" else { continue }
      if looksOpening(index), mark != "’" {
        end()
        (open, weak) = (index + 1, nil)
        continue
      }
      let next = index + 1 < block.upperBound ? scalars[index + 1] : " "
      guard let start = open, index > start, !next.properties.isAlphabetic else { continue }
      switch scalars[index - 1] {
      case "s", "S", "x", "z": weak = index
      default:
        found.append(start..<index)
        (open, weak) = (nil, nil)
      }
    }
    end()
    return found
  }
}
