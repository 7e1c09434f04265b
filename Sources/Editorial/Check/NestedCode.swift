/// Code inside of lists and quotes, which ``CodeRanges`` takes for text where it is not sure.
///
/// Errs towards code: what is taken for code is not mended, and that harms nobody.
enum NestedCode {
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var fence: (mark: UInt8, count: Int, start: Int, isQuoted: Bool)?
    var isInside = false
    var wasBlank = true
    var inset = 0
    for line in Lines(bytes) {
      let (lead, gap) = lead(of: bytes[line])
      let text = bytes[line].dropFirst(lead.count + gap)
      let mark = text.first ?? 0x0A
      let run = text.prefix { $0 == mark }.count
      let isFence = (mark == 0x60 || mark == 0x7E) && run >= 3
      let isBlank = mark == 0x0A || mark == 0x0D
      let isQuoted = lead.contains(0x3E)
      if let open = fence {
        let closes =
          isFence && mark == open.mark && run >= open.count
          && text.dropFirst(run).allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
        // A quote or an item that ends takes its fence along.
        let ends = open.isQuoted ? !isQuoted : !isBlank && lead.isEmpty && gap == 0
        guard closes || ends else { continue }
        ranges.append(open.start..<(closes ? line.upperBound : line.lowerBound))
        fence = nil
        if closes { continue }
      }
      let hasLead = !lead.isEmpty
      if isFence, hasLead || isInside && gap > 0,
        mark == 0x7E || !text.dropFirst(run).contains(0x60)
      {
        fence = (mark, run, line.lowerBound, isQuoted)
        continue
      }
      // Five blanks behind a mark, or four more than its words below an item after an empty line.
      if !isBlank, hasLead ? gap >= 5 : isInside && wasBlank && gap >= inset + 4 {
        ranges.append(line.lowerBound + lead.count..<line.upperBound)
        continue
      }
      if hasLead {
        (isInside, inset) = (true, lead.count + gap)
      } else if gap == 0, !isBlank, wasBlank {
        isInside = false
      }
      wasBlank = isBlank
    }
    if let open = fence { ranges.append(open.start..<bytes.count) }
    return ranges
  }

  /// The marks of quotes and items that a line begins with, and the blanks behind them.
  private static func lead(of line: ArraySlice<UInt8>) -> (lead: ArraySlice<UInt8>, gap: Int) {
    var end = line.startIndex
    while true {
      var index = end
      while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { index += 1 }
      guard index < line.endIndex, index - end < 4 || end > line.startIndex else { break }
      if line[index] == 0x3E {
        end = index + 1
        continue
      }
      var mark = index
      if [0x2A, 0x2B, 0x2D].contains(line[index]) {
        mark = index + 1
      } else {
        while mark < line.endIndex, (0x30...0x39).contains(line[mark]) { mark += 1 }
        guard mark > index, mark < line.endIndex, line[mark] == 0x2E || line[mark] == 0x29 else {
          break
        }
        mark += 1
      }
      guard index - end < 5, mark < line.endIndex, line[mark] == 0x20 || line[mark] == 0x09 else {
        break
      }
      end = mark
    }
    let gap = line[end...].prefix { $0 == 0x20 || $0 == 0x09 }.count
    return (line[..<end], gap)
  }
}
