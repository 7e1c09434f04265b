/// Finds the marks of stress that stress nothing, by CommonMark 0.31 §6.2 with the reading of stress
/// beside signs that stet has for scripts without spaces.
struct StressScan {
  private let text: Prose

  private struct Run {
    var mark: Unicode.Scalar
    /// What is left of it.
    var range: Range<Int>
    let length: Int
    let opens: Bool
    let closes: Bool
  }

  /// The runs, or what is left of them, that a reader sees; those that stand between blanks or within a
  /// word are what they are, and named only with `all`.
  static func leftover(in text: Prose, all: Bool = false) -> [Range<Int>] {
    guard text.scalars.contains(where: { $0 == "*" || $0 == "_" }) else { return [] }
    let scan = StressScan(text: text)
    return text.blocks.flatMap { scan.leftover(in: $0) }.filter { all || scan.isMeant($0) }
  }

  private func leftover(in block: Range<Int>) -> [Range<Int>] {
    var runs = runs(in: block)
    var left: [Range<Int>] = []
    // Runs that may open, and for each kind of closer up to where none of them does.
    var open: [Int] = []
    var sought: [Closer: Int] = [:]
    for index in runs.indices {
      let kind = Closer(runs[index])
      while runs[index].closes, !runs[index].range.isEmpty {
        let floor = sought[kind] ?? 0
        let found = open.lastIndex { $0 < floor || matches(runs[$0], runs[index]) }
        guard let place = found, open[place] >= floor else {
          sought[kind] = index
          break
        }
        let opener = open[place]
        // What stands open between the two is text.
        left += open[(place + 1)...].map { runs[$0].range }
        open.removeSubrange((place + 1)...)
        let count = min(2, runs[opener].range.count, runs[index].range.count)
        runs[opener].range = runs[opener].range.dropLast(count)
        runs[index].range = runs[index].range.dropFirst(count)
        if runs[opener].range.isEmpty { open.removeLast() }
      }
      guard !runs[index].range.isEmpty else { continue }
      if runs[index].opens { open.append(index) } else { left.append(runs[index].range) }
    }
    left += open.map { runs[$0].range }
    return left.sorted { $0.lowerBound < $1.lowerBound }
  }

  private struct Closer: Hashable {
    let mark: Unicode.Scalar
    let opens: Bool
    let rest: Int

    init(_ run: Run) { (mark, opens, rest) = (run.mark, run.opens, run.length % 3) }
  }

  /// The rule of three: a run that could do both pairs only with lengths that don't add up to it.
  ///
  /// md4c, which renders the text, has it for asterisks alone.
  private func matches(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.opens, opener.mark == closer.mark, !opener.range.isEmpty else { return false }
    guard opener.closes || closer.opens, opener.mark == "*" else { return true }
    return (opener.length + closer.length) % 3 != 0
      || opener.length % 3 == 0 && closer.length % 3 == 0
  }

  private func runs(in block: Range<Int>) -> [Run] {
    var runs: [Run] = []
    var index = block.lowerBound
    // The mark of a list is no stress.
    while index < block.upperBound, [" ", "\t", ">"].contains(text.scalars[index]) { index += 1 }
    if index + 1 < block.upperBound, text.scalars[index] == "*", text.scalars[index + 1] == " " {
      index += 1
    }
    while index < block.upperBound {
      let mark = text.scalars[index]
      guard mark == "*" || mark == "_", text.isWords(index) else {
        index += 1
        continue
      }
      let start = index
      while index < block.upperBound, text.scalars[index] == mark, text.isWords(index) {
        index += 1
      }
      let (left, right) = flanks(start..<index, in: block)
      let before = start > block.lowerBound ? text.scalars[start - 1] : "\n"
      let after = index < block.upperBound ? text.scalars[index] : "\n"
      let opens = mark == "*" ? left : left && (!right || Self.isSign(before))
      let closes = mark == "*" ? right : right && (!left || Self.isSign(after))
      runs.append(
        Run(mark: mark, range: start..<index, length: index - start, opens: opens, closes: closes))
    }
    return runs
  }

  private func flanks(_ run: Range<Int>, in block: Range<Int>) -> (left: Bool, right: Bool) {
    let before = run.lowerBound > block.lowerBound ? text.scalars[run.lowerBound - 1] : "\n"
    let after = run.upperBound < block.upperBound ? text.scalars[run.upperBound] : "\n"
    let isStar = text.scalars[run.lowerBound] == "*"
    let (signBefore, signAfter) = (Self.isSign(before), Self.isSign(after))
    let left =
      !Letter.isBlank(after)
      && (!signAfter || Letter.isBlank(before) || signBefore || isStar && Letter.isIdeograph(before)
        || isStar && Self.isHangul(before))
    let right =
      !Letter.isBlank(before)
      && (!signBefore || Letter.isBlank(after) || signAfter || isStar && Letter.isIdeograph(after)
        || isStar && Self.isHangul(after))
    return (left, right)
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0xAC00...0xD7AF).contains(scalar.value) || (0x1100...0x11FF).contains(scalar.value)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation, .dashPunctuation, .connectorPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// `2 * 3` and `snake_case` are no stress gone wrong, nor is a line of nothing else.
  private func isMeant(_ range: Range<Int>) -> Bool {
    let (before, after) = (text.scalar(range.lowerBound - 1), text.scalar(range.upperBound))
    if Letter.isBlank(before), Letter.isBlank(after) { return false }
    if text.scalars[range.lowerBound] == "_" {
      let isWithin = Prose.isPart(before) && Prose.isPart(after)
      return !isWithin && range.count < 3
    }
    return true
  }
}
