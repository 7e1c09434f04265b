internal import Editorial

/// What the lines of a Markdown text are, as far as a change inside of them has to know.
struct LinePlan {
  enum Kind {
    case blank, heading, row, words, code
  }

  struct Line {
    var range: Range<Int>
    var kind: Kind
    /// Whether it begins a block of its own whatever stands before it.
    var begins: Bool
    /// The column in which the words of the list item begin to which it belongs; 0 outside of lists.
    var indent: Int
    var isQuote = false
  }

  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8], _ code: CodePlaces) {
    var walk = Matter.Lines(bytes)
    var codeEnd = 0
    var items: [Int] = []
    var wasBlank = true
    while let range = walk.peek {
      if range.lowerBound >= codeEnd, let end = code.end(at: range.lowerBound), end > codeEnd,
        Self.isBlock(range, until: end, bytes)
      {
        codeEnd = end
      }
      let text = bytes[range].drop { $0 == 0x20 || $0 == 0x09 }
      let column = bytes[range].count - text.count
      var kind = Kind.words
      var begins = false
      if text.isEmpty {
        kind = range.lowerBound < codeEnd ? .code : .blank
      } else {
        if wasBlank { items.removeAll { $0 > column } }
        if range.lowerBound < codeEnd {
          kind = .code
          begins = true
        } else if let width = Self.mark(text) {
          items.removeAll { $0 > column }
          items.append(column + width)
          begins = true
        } else if Self.isHeading(text) {
          kind = .heading
          begins = true
        } else {
          begins =
            text.first == 0x3E || text.starts(with: [0x60, 0x60, 0x60]) || text.first == 0x7C
        }
      }
      lines.append(
        Line(
          range: range, kind: kind, begins: begins, indent: items.last ?? 0,
          isQuote: text.first == 0x3E && kind == .words))
      wasBlank = text.isEmpty
      walk.advance()
    }
    markRows(bytes)
  }

  /// Whether code that begins with a line is a block, not the first words of a paragraph.
  private static func isBlock(_ line: Range<Int>, until end: Int, _ bytes: [UInt8]) -> Bool {
    let text = bytes[line].drop { $0 == 0x20 }
    guard text.first == 0x60 || text.first == 0x7E else { return end >= line.upperBound }
    let run = text.prefix { $0 == text.first }.count
    return run >= 3 && (text.first == 0x7E || !text.dropFirst(run).contains(0x60))
  }

  /// The width of the mark of a list item, with the blanks behind it.
  private static func mark(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    var width = 1
    if (0x30...0x39).contains(first) {
      let digits = text.prefix { (0x30...0x39).contains($0) }.count
      guard digits < 10, let sign = text.dropFirst(digits).first, sign == 0x2E || sign == 0x29
      else { return nil }
      width = digits + 1
    } else if ![0x2A, 0x2B, 0x2D].contains(first) {
      return nil
    }
    let blanks = text.dropFirst(width).prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard blanks > 0 || text.count == width else { return nil }
    return width + (blanks > 4 ? 1 : max(blanks, 1))
  }

  private static func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
    let marks = text.prefix { $0 == 0x23 }.count
    guard (1...6).contains(marks) else { return false }
    return text.dropFirst(marks).first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  /// A line of dashes and bars makes rows of its neighbours.
  private mutating func markRows(_ bytes: [UInt8]) {
    for index in lines.indices.dropFirst() where lines[index].kind == .words {
      let text = bytes[lines[index].range]
      guard text.contains(0x7C), text.contains(0x2D), lines[index - 1].kind == .words,
        bytes[lines[index - 1].range].contains(0x7C),
        text.allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) })
      else { continue }
      lines[index - 1].kind = .row
      var row = index
      while row < lines.count, lines[row].kind == .words,
        row == index || bytes[lines[row].range].contains(0x7C)
      {
        lines[row].kind = .row
        lines[row].begins = true
        row += 1
      }
    }
  }

  func number(at offset: Int) -> Int {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  subscript(offset: Int) -> Line? { lines.isEmpty ? nil : lines[number(at: offset)] }

  /// Where words that belong together end: at empty lines, blocks and cells.
  func bounds(_ bytes: [UInt8]) -> [Int] {
    var bounds: [Int] = []
    var before = Kind.blank
    for line in lines {
      let start = line.range.lowerBound
      if line.kind == .blank || line.begins || line.kind == .row || before == .heading
        || before == .code
      {
        bounds.append(start)
      }
      if line.kind == .row {
        for index in line.range where bytes[index] == 0x7C && index > start {
          if bytes[index - 1] != 0x5C { bounds.append(index) }
        }
      }
      before = line.kind
    }
    return bounds
  }

  func isQuote(at offset: Int) -> Bool { self[offset]?.isQuote ?? false }

  /// What a line of the same quote or list item begins with.
  func prefix(at offset: Int) -> String {
    guard let line = self[offset] else { return "" }
    return line.isQuote ? "> " : String(repeating: " ", count: line.indent)
  }

  /// An end of a paragraph that stays in the quote or list item of a place.
  func parting(at offset: Int) -> String {
    isQuote(at: offset) ? "\n>\n> " : "\n\n" + prefix(at: offset)
  }

  /// Whether only the mark of an item or a quote stands before a place in its line.
  func isMarkAlone(before offset: Int, _ bytes: [UInt8]) -> Bool {
    guard let line = self[offset], line.begins, line.kind == .words else { return false }
    let marks = bytes[line.range.lowerBound..<offset]
    return marks.contains { $0 != 0x20 }
      && marks.allSatisfy {
        [0x20, 0x09, 0x29, 0x2A, 0x2B, 0x2D, 0x2E, 0x3E].contains($0) || (0x30...0x39).contains($0)
      }
  }
}
