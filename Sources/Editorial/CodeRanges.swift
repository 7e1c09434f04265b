/// Where a Markdown text is code: fenced, indented, or between backticks.
///
/// Where Markdown is hard to tell it errs towards text: a query taken for code would reach readers, code
/// taken for a query is only asked about.
public struct CodeRanges: Sendable {
  private let bytes: [UInt8]
  private var ends: [Int: Int] = [:]
  private var fence: Fence?
  private var inList = false
  private var afterBlank = true
  /// Where the lines begin whose backticks belong together.
  private var paragraph: Int?

  private struct Fence {
    var mark: UInt8
    var count: Int
    var start: Int
    var indent: Int
    var inList: Bool
  }

  /// The end of the code that begins at `index`.
  public func end(at index: Int) -> Int? { ends[index] }

  /// All of it, in order; one may lie inside another.
  var ranges: [Range<Int>] {
    ends.sorted { $0.key < $1.key }.map { $0.key..<max($0.key, $0.value) }
  }

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for line in Lines(bytes) { take(line) }
    if let open = fence { ends[open.start] = bytes.count }
    closeParagraph(at: bytes.count)
  }

  private mutating func take(_ line: Range<Int>) {
    let indent = bytes[line].prefix { $0 == 0x20 }.count
    let text = bytes[line].dropFirst(indent)
    let mark = text.first ?? 0x0A
    let run = text.prefix { $0 == mark }.count
    let isBlank = mark == 0x0A || mark == 0x0D
    let isFence = (mark == 0x60 || mark == 0x7E) && run >= 3
    if let open = fence {
      // A list item that ends takes its fence along.
      guard open.inList, !isBlank, indent < open.indent else {
        let rest = text.dropFirst(run)
        if isFence, mark == open.mark, run >= open.count, rest.allSatisfy(Self.isBlank) {
          ends[open.start] = line.upperBound
          fence = nil
        }
        return
      }
      ends[open.start] = line.lowerBound
      fence = nil
    }
    if isBlank {
      closeParagraph(at: line.lowerBound)
      afterBlank = true
      return
    }
    if Self.isListItem(text) {
      inList = true
    } else if indent == 0, afterBlank {
      inList = false
    }
    if isFence, indent < 4 || inList, mark == 0x7E || !text.dropFirst(run).contains(0x60) {
      closeParagraph(at: line.lowerBound)
      fence = Fence(
        mark: mark, count: run, start: line.lowerBound, indent: indent, inList: inList && indent > 0
      )
      return
    }
    if indent >= 4 || mark == 0x09, afterBlank, !inList {
      ends[line.lowerBound] = line.upperBound
      return
    }
    afterBlank = false
    if Self.beginsBlock(text) { closeParagraph(at: line.lowerBound) }
    if paragraph == nil { paragraph = line.lowerBound }
    if mark == 0x23 { closeParagraph(at: line.upperBound) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a line may end the paragraph before it: a heading, a quote, a list, a rule, HTML.
  private static func beginsBlock(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.first {
    case 0x23, 0x3E, 0x3C, 0x3D, 0x2D, 0x5F: true
    default: isListItem(text)
    }
  }

  private static func isListItem(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if [0x2A, 0x2B, 0x2D].contains(first) { return text.dropFirst().first.map(isBlank) ?? true }
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    let after = text.dropFirst(digits)
    return digits > 0 && (after.first == 0x2E || after.first == 0x29)
      && after.dropFirst().first.map(isBlank) ?? true
  }

  private mutating func closeParagraph(at end: Int) {
    guard let start = paragraph else { return }
    paragraph = nil
    // The text of a block of HTML is no Markdown.
    let first = bytes[start..<end].first { $0 != 0x20 }
    guard first != 0x3C else { return }
    guard isTable(start..<end) else {
      spans(start..<end)
      return
    }
    var cell = start
    for index in start..<end where bytes[index] == 0x7C || bytes[index] == 0x0A {
      spans(cell..<index)
      cell = index + 1
    }
  }

  /// Whether a line of dashes and bars makes a table of the lines, whose cells come before code.
  private func isTable(_ range: Range<Int>) -> Bool {
    guard bytes[range].contains(0x7C) else { return false }
    return bytes[range].split(separator: 0x0A).contains { line in
      line.contains(0x2D)
        && line.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09, 0x0D].contains($0) }
    }
  }

  private struct Run {
    var start: Int
    var count: Int
    /// How many of its backticks open code: one fewer behind a backslash.
    var opens: Int
  }

  /// Code between runs of backticks of the same length within one paragraph.
  private mutating func spans(_ range: Range<Int>) {
    var runs: [Run] = []
    var index = range.lowerBound
    var slashes = 0
    while index < range.upperBound {
      guard bytes[index] == 0x60 else {
        slashes = bytes[index] == 0x5C ? slashes + 1 : 0
        index += 1
        continue
      }
      let count = bytes[index..<range.upperBound].prefix { $0 == 0x60 }.count
      runs.append(Run(start: index, count: count, opens: slashes % 2 == 1 ? count - 1 : count))
      slashes = 0
      index += count
    }
    // For each length, where its runs are, so that the walk stays linear.
    var byCount: [Int: [Int]] = [:]
    for (place, run) in runs.enumerated() { byCount[run.count, default: []].append(place) }
    var next: [Int: Int] = [:]
    var place = 0
    while place < runs.count {
      let run = runs[place]
      place += 1
      guard run.opens > 0, let same = byCount[run.opens] else { continue }
      var cursor = next[run.opens] ?? 0
      while cursor < same.count, same[cursor] < place { cursor += 1 }
      next[run.opens] = cursor
      guard cursor < same.count else { continue }
      let close = runs[same[cursor]]
      ends[run.start + run.count - run.opens] = close.start + close.count
      place = same[cursor] + 1
    }
  }
}
