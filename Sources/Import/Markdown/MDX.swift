internal import Editorial

/// Markdown with JSX (https://mdxjs.com/docs/what-is-mdx/): imports, exports and comments leave, an
/// expression that is a text becomes it, any other stays visible without its braces.
enum MDX {
  static func turn(_ text: inout Manuscript) {
    dropModules(&text)
    turnBraces(&text)
  }

  /// Whether a file of that name holds it.
  static func isIn(_ path: String) -> Bool { path.lowercased().hasSuffix(".mdx") }

  /// Imports and exports stand at the beginning of a line and end with their paragraph, or with the
  /// brace that closes them.
  private static func dropModules(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var first: (Int, String)?
    let lines = LinePlan(text.bytes, text.code).lines
    var number = 0
    while number < lines.count {
      let line = lines[number]
      let words = text.string(line.range)
      guard line.kind == .words,
        number == 0 || lines[number - 1].kind == .blank
          || edits.last?.range.upperBound == line.range.lowerBound,
        words.prefixMatch(
          of: #/import\s+["'{*\w]|export\s+(?:const|let|var|default|function|async|class|\{|\*)/#)
          != nil
      else {
        number += 1
        continue
      }
      var depth = 0
      var last = number
      while last < lines.count {
        for byte in text.bytes[lines[last].range] {
          if byte == 0x7B { depth += 1 }
          if byte == 0x7D { depth -= 1 }
        }
        let isLast = last + 1 >= lines.count || lines[last + 1].kind == .blank
        let isNext =
          last + 1 < lines.count && depth <= 0
          && text.string(lines[last + 1].range).prefixMatch(of: #/(?:import|export)\s/#) != nil
        if isNext || isLast && (depth <= 0 || last + 1 >= lines.count) { break }
        last += 1
      }
      // A brace that nothing closes takes no more than its paragraph.
      if depth > 0 {
        last = number
        while last + 1 < lines.count, lines[last + 1].kind != .blank { last += 1 }
      }
      let end = min(lines[min(last, lines.count - 1)].range.upperBound + 1, text.bytes.count)
      edits.append(Manuscript.Edit(line.range.lowerBound..<end, ""))
      if first == nil { first = (line.range.lowerBound, words) }
      number = last + 1
    }
    if let (offset, words) = first {
      text.remark(
        at: offset,
        "\(edits.count == 1 ? "a line" : "\(edits.count) lines") of a program went: \(words.prefix(60))"
      )
    }
    text.apply(edits)
  }

  private static func turnBraces(_ text: inout Manuscript) {
    guard text.bytes.contains(0x7B) else { return }
    var edits: [Manuscript.Edit] = []
    var remarks: [(Int, String)] = []
    var isUnclosed = false
    text.scan { index in
      guard text.bytes[index] == 0x7B, !isUnclosed, !text.has("{#", at: index) else { return nil }
      guard let end = closing(index, text) else {
        // None behind it closes either, but for one that stands in it.
        isUnclosed = text.bytes.count - index > 10_000
        return nil
      }
      let inner = text.string(index + 1..<end - 1).trimmed
      if index > 0, text.bytes[index - 1] == 0x3D {
        let value = plain(inner) ?? inner
        edits.append(
          Manuscript.Edit(
            index..<end,
            "\"\(value.replacing("\"", with: "'").replacing(">", with: "&gt;").replacing("<", with: "&lt;").split(whereSeparator: \.isNewline).joined(separator: " "))\""
          ))
      } else if inner.hasPrefix("/*"), inner.hasSuffix("*/") {
        let words = inner.dropFirst(2).dropLast(2).trimmed
        edits.append(
          Manuscript.Edit(index..<end, "<!-- \(words.replacing("--", with: "- -")) -->"))
      } else if let words = plain(inner) {
        edits.append(Manuscript.Edit(index..<end, escapedMarkdown(words)))
      } else if inner.isEmpty {
        edits.append(Manuscript.Edit(index..<end, ""))
      } else {
        edits.append(Manuscript.Edit(index..<end, Call(inner).shown))
        remarks.append(
          (index, "nobody knows what the expression `\(inner.prefix(60))` shows; it stays visible"))
      }
      return end
    }
    for (offset, message) in remarks { text.remark(at: offset, message) }
    text.apply(edits)
  }

  /// The text that an expression is, if it is one.
  private static func plain(_ inner: String) -> String? {
    guard let mark = inner.first, "\"'`".contains(mark), inner.count > 1, inner.last == mark,
      !inner.dropFirst().dropLast().contains(mark), !inner.contains("${")
    else { return nil }
    return String(inner.dropFirst().dropLast())
  }

  /// Behind the brace that closes one, texts in quotes aside.
  private static func closing(_ start: Int, _ text: Manuscript) -> Int? {
    let last = min(text.bytes.count, start + 10_000)
    var (depth, index) = (0, start)
    while index < last {
      switch text.bytes[index] {
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return nil
  }
}
