/// Keeps lists whole that md4c 0.4.8 would end in their middle.
///
/// Behind an empty line in an item, its md_analyze_line looks whether the item has only begun. It takes
/// the place of the last line that it kept for the kind of a block, so where the low byte of that place
/// is 4, the number of an item, it ends the list. A blank more in an empty line above moves the place.
struct ListOffsets {
  private var result: [UInt8] = []
  private var fences = FenceScan()
  /// The last line with words or code, and the end of the last empty one above its block.
  private var line: Range<Int>?
  private var above: Int?
  /// The end of the newest empty line, if it came last.
  private var empty: Int?

  static func shifted(_ bytes: [UInt8]) -> [UInt8] {
    var offsets = ListOffsets()
    offsets.result.reserveCapacity(bytes.count + 16)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      offsets.add(bytes[start..<end])
      start = end
    }
    return offsets.result
  }

  private mutating func add(_ next: ArraySlice<UInt8>) {
    let kind = fences.take(next)
    if kind == .text, next.allSatisfy({ $0 <= 0x20 || $0 == 0x3E }) {
      result += next
      empty = next.last == 0x0A ? result.count - 1 : nil
      return
    }
    if let found = empty {
      // Only what stands further in can be of the same item.
      let shift = [0x20, 0x09, 0x3E].contains(next.first) ? moveLine() : 0
      above = found + shift
    }
    empty = nil
    // Of code md4c keeps the lines between the fences.
    if kind != .fence { line = result.count..<(result.count + next.count) }
    result += next
  }

  /// Moves the last line until its place is none that md4c takes for something else; by how far.
  private mutating func moveLine() -> Int {
    guard var line else { return 0 }
    var shift = 0
    while shift < 16, Self.places(result[line]).contains(where: { $0 & 0xFF == 4 }) {
      if let above { result.insert(0x20, at: above) } else { result.insert(0x0A, at: 0) }
      line = (line.lowerBound + 1)..<(line.upperBound + 1)
      shift += 1
    }
    self.line = line
    return shift
  }

  /// What md4c may note of a line: where its words begin, with or without the sign of a heading, and
  /// where they end.
  private static func places(_ line: ArraySlice<UInt8>) -> [Int] {
    var places: [Int] = []
    var index = line.startIndex
    // Each mark of a list or quote in front may be one, or already be words.
    while index < line.endIndex {
      places.append(index)
      let mark = line[index...].prefix { $0 > 0x20 }
      let next = line[mark.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }.startIndex
      guard next > index, mark.count < 11, mark.allSatisfy({ signs.contains($0) }) else { break }
      index = next
    }
    let words = line.prefix { $0 != 0x0A && $0 != 0x0D }
    let trimmed = words.reversed().drop { $0 == 0x20 || $0 == 0x09 }.count
    return places + [words.endIndex, line.startIndex + trimmed]
  }

  private static let signs = Set(">-+*.)#0123456789".utf8)
}
