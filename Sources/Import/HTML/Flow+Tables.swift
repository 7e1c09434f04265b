extension Flow {
  /// A table of lines of words stays one; one that only arranges other things on a page is taken apart.
  mutating func add(table element: HTMLElement, _ inside: Inside) {
    endParagraph()
    var rows: [[HTMLElement]] = []
    var loose: [HTMLNode] = []
    Self.gather(element.children, into: &rows, &loose)
    for block in blocks(of: loose, inside) { append(block) }
    var cells: [[Cell]] = []
    for row in rows {
      var line: [Cell] = []
      for cell in row {
        line.append(
          Cell(
            blocks: blocks(of: cell.children, inside),
            columns: min(max(cell["colspan"].flatMap { Int($0) } ?? 1, 1), Self.mostColumns),
            rows: min(max(cell["rowspan"].flatMap { Int($0) } ?? 1, 1), rows.count)))
      }
      cells.append(line)
    }
    let all = cells.joined()
    guard all.contains(where: { !$0.blocks.isEmpty }) else { return }
    let isPlain = all.allSatisfy { $0.blocks.allSatisfy(\.fitsInCell) }
    let grid = isPlain ? Self.grid(cells) : nil
    guard let grid, grid.count > 1 || grid[0].count > 1 else {
      if all.count > 1 { note("a table that holds more than lines of words was taken apart") }
      for cell in all { for block in cell.blocks { append(block) } }
      return
    }
    append(.table(grid))
  }

  private static let mostColumns = 100

  private struct Cell {
    var blocks: [Block]
    var columns, rows: Int
  }

  private static func gather(
    _ nodes: [HTMLNode], into rows: inout [[HTMLElement]], _ loose: inout [HTMLNode]
  ) {
    for node in nodes {
      guard case .element(let element) = node else {
        if !node.isBlank { loose.append(node) }
        continue
      }
      switch element.name {
      case "thead", "tbody", "tfoot": gather(element.children, into: &rows, &loose)
      case "colgroup", "col": continue
      case "tr":
        var row: [HTMLElement] = []
        for case .element(let cell) in element.children {
          if cell.name == "td" || cell.name == "th" {
            row.append(cell)
          } else {
            loose.append(.element(cell))
          }
        }
        rows.append(row)
      default: loose.append(node)
      }
    }
  }

  /// Rows of the same length; nil where there are too many columns.
  private static func grid(_ cells: [[Cell]]) -> [[[Inline]]]? {
    var grid: [[[Inline]]] = []
    /// For each column, in how many rows more a cell from above stands in it.
    var covered: [Int] = []
    for row in cells {
      var line: [[Inline]] = []
      func skip() {
        while line.count < covered.count, covered[line.count] > 0 {
          covered[line.count] -= 1
          line.append([])
        }
      }
      for cell in row {
        skip()
        for column in 0..<cell.columns {
          while covered.count <= line.count { covered.append(0) }
          covered[line.count] = cell.rows - 1
          line.append(column == 0 ? cell.blocks.inlines() : [])
          guard line.count <= mostColumns else { return nil }
        }
      }
      skip()
      if line.contains(where: { $0.contains(where: \.isVisible) }) { grid.append(line) }
    }
    let width = grid.map(\.count).max() ?? 0
    return grid.map { $0 + [[Inline]](repeating: [], count: width - $0.count) }
  }
}

extension Block {
  var fitsInCell: Bool {
    if case .paragraph = self { true } else { false }
  }

  /// Whether it is nothing but pictures.
  var isPicture: Bool {
    guard case .paragraph(let pieces) = self else { return false }
    return pieces.allSatisfy { piece in
      if case .picture = piece.kind { true } else { piece.isBlank }
    }
  }
}

extension [Block] {
  /// All words as one line.
  func inlines() -> [Inline] {
    var line: [Inline] = []
    func add(_ pieces: [Inline]) {
      if !line.isEmpty, !pieces.isEmpty { line.append(Inline(kind: .text(" "), style: Style())) }
      line += pieces.map {
        $0.kind == .lineBreak ? Inline(kind: .text(" "), style: $0.style) : $0
      }
    }
    for block in self {
      switch block {
      case .paragraph(let pieces), .heading(_, let pieces): add(pieces)
      case .quote(let blocks): add(blocks.inlines())
      case .list(_, let items): for item in items { add(item.blocks.inlines()) }
      case .code(let text, _):
        add([Inline(kind: .code(text.replacing("\n", with: " ")), style: Style())])
      case .table(let rows): for row in rows { for cell in row { add(cell) } }
      case .rule: continue
      }
    }
    return line
  }
}

extension [Inline] {
  /// The words alone.
  var words: String {
    reduce(into: "") { text, piece in
      switch piece.kind {
      case .text(let words), .code(let words): text += words
      case .picture(_, let title, let alt): text += alt.isEmpty ? title : alt
      case .lineBreak: text += " "
      }
    }.trimmed
  }
}
