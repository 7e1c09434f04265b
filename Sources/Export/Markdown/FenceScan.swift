/// Tells lines of fenced code from others, in quotes and lists too.
struct FenceScan {
  /// What a line is.
  enum Line: Equatable {
    case text
    /// It opens or closes code.
    case fence
    /// Its code begins at an index; nil where the line is not as far in as its fence.
    case code(Int?)
  }

  private var open: Fence?

  private struct Fence {
    let sign: UInt8
    let count: Int
    /// The length of what stands before it on its line: blanks and the marks of lists and quotes.
    let lead: Int
    /// Whether it is in a quote or a list.
    let isInside: Bool
  }

  mutating func take(_ line: ArraySlice<UInt8>) -> Line {
    guard let open else { return opening(line) }
    let rest = line.dropFirst(line.prefix(open.lead).prefix { $0 == 0x20 || $0 == 0x3E }.count)
    let isWhole = rest.startIndex - line.startIndex == open.lead
    if !isWhole, open.isInside, line.contains(where: { $0 > 0x20 && $0 != 0x3E }) {
      self.open = nil
      return opening(line)
    }
    let run = rest.drop { $0 == 0x20 }.prefix { $0 == open.sign }
    if run.count >= open.count, line[run.endIndex...].allSatisfy({ $0 <= 0x20 }) {
      self.open = nil
      return .fence
    }
    return .code(isWhole ? rest.startIndex : nil)
  }

  private mutating func opening(_ line: ArraySlice<UInt8>) -> Line {
    let signs = line.drop { Self.leads.contains($0) }
    guard let sign = signs.first, sign == 0x60 || sign == 0x7E else { return .text }
    let count = signs.prefix { $0 == sign }.count
    guard count >= 3, sign == 0x7E || !signs.dropFirst(count).contains(sign) else { return .text }
    let lead = line[..<signs.startIndex]
    open = Fence(
      sign: sign, count: count, lead: lead.count, isInside: lead.contains { $0 != 0x20 })
    return .fence
  }

  /// What may stand before a fence.
  ///
  /// A tab may not: there, columns are no bytes.
  private static let leads = Set(" >-+*.)0123456789".utf8)
}
