/// Writes blocks as Markdown.
enum MarkdownWriter {
  /// Quotes and lists in each other; deeper ones are written without their marks.
  private static let mostDepth = 24

  static func text(_ blocks: [Block]) -> String {
    let lines = lines(of: blocks, depth: 0)
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of blocks: [Block], depth: Int, isTight: Bool = false) -> [String] {
    var lines: [String] = []
    /// The mark of the list that came last, so that the next is not taken for its end.
    var mark: String?
    for block in blocks {
      let (next, part) = rendered(block, depth, after: mark)
      mark = next
      guard !part.isEmpty else { continue }
      if !lines.isEmpty, !isTight { lines.append("") }
      lines += part
    }
    return lines
  }

  private static func rendered(
    _ block: Block, _ depth: Int, after mark: String?
  ) -> (mark: String?, lines: [String]) {
    switch block {
    case .paragraph(let pieces):
      return (nil, InlineWriter.text(pieces).split("\n"))
    case .heading(let level, let pieces):
      let line = pieces.map {
        $0.kind == .lineBreak ? Inline(kind: .text(" "), style: $0.style) : $0
      }
      var text = InlineWriter.text(line, isInHeading: true)
      // Signs at the end would close the heading.
      if text.hasSuffix("#") { text = text.dropLast() + "\\#" }
      return (nil, [String(repeating: "#", count: level) + " " + text])
    case .quote(let blocks):
      let inner = lines(of: blocks, depth: depth + 1)
      if depth >= mostDepth { return (nil, inner) }
      return (nil, inner.map { $0.isEmpty ? ">" : "> " + $0 })
    case .list(let start, let items):
      if depth >= mostDepth { return (nil, lines(of: items.flatMap(\.blocks), depth: depth + 1)) }
      let sign =
        start == nil ? (mark == "-" ? "+" : "-") : (mark == "." ? ")" : ".")
      return (sign, lines(of: items, start, sign, depth))
    case .code(let text, let language):
      let fence = String(
        repeating: "`", count: max(3, MarkdownText.longestRun(of: "`", in: text) + 1))
      return (nil, [fence + (language ?? "")] + text.split("\n") + [fence])
    case .table(let rows):
      return (nil, lines(of: rows))
    case .rule: return (nil, ["***"])
    }
  }

  private static func lines(
    of items: [Block.Item], _ start: Int?, _ sign: String, _ depth: Int
  ) -> [String] {
    let isTight = items.allSatisfy { Self.isTight($0.blocks) }
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      let mark = (start.map { "\(min($0 + index, 999_999_999))" } ?? "") + sign + " "
      let indent = String(repeating: " ", count: mark.utf8.count)
      var part = Self.lines(of: item.blocks, depth: depth + 1, isTight: isTight)
      if let done = item.done, case .paragraph? = item.blocks.first {
        part[0] = (done ? "[x] " : "[ ] ") + part[0]
      }
      if !lines.isEmpty, !isTight { lines.append("") }
      for (number, line) in part.enumerated() {
        lines.append(number == 0 ? mark + line : line.isEmpty ? "" : indent + line)
      }
    }
    return lines
  }

  /// Whether an item is one paragraph, with a list below it at most.
  private static func isTight(_ blocks: [Block]) -> Bool {
    guard case .paragraph? = blocks.first, blocks.count < 3 else { return blocks.isEmpty }
    guard blocks.count == 2 else { return true }
    // A list that counts from another number can't follow a line right away.
    guard case .list(let start, let items) = blocks[1], start == nil || start == 1 else {
      return false
    }
    return items.allSatisfy { isTight($0.blocks) }
  }

  private static func lines(of rows: [[[Inline]]]) -> [String] {
    var lines = rows.map { row in
      "| " + row.map { InlineWriter.text($0, isInCell: true) }.joined(separator: " | ") + " |"
    }
    let rule = "| " + (rows.first ?? []).map { _ in "---" }.joined(separator: " | ") + " |"
    lines.insert(rule, at: min(1, lines.count))
    return lines
  }
}

extension String {
  /// Its parts between separators, empty ones too.
  fileprivate func split(_ separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
