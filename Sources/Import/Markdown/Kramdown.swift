internal import Editorial

/// What Kramdown has beyond Markdown: marks of style in braces, `{: .class}`, which are no words, its own
/// comments, tables of contents and abbreviations.
enum Kramdown {
  static func turn(_ text: inout Manuscript) {
    turnBlocks(&text)
    turnLines(&text)
    turnMarks(&text)
  }

  /// `{::comment}…{:/comment}` leaves with what it hides; other such marks leave alone.
  private static func turnBlocks(_ text: inout Manuscript) {
    guard text.find("{::", from: 0) != nil else { return }
    var edits: [Manuscript.Edit] = []
    var remarks: [(Int, String)] = []
    var isUnclosed = false
    text.scan { index in
      guard text.has("{::", at: index) || text.has("{:/", at: index),
        let end = text.find("}", from: index, before: min(index + 300, text.bytes.count))
      else { return nil }
      if text.has("{::comment}", at: index), !isUnclosed {
        let close = text.find("{:/comment}", from: end) ?? text.find("{:/}", from: end)
        if let close, let last = text.find("}", from: close) {
          let words = text.string(end + 1..<close).trimmed
          edits.append(
            Manuscript.Edit(index..<last + 1, "<!-- \(words.replacing("--", with: "- -")) -->"))
          return last + 1
        }
        isUnclosed = true
      }
      edits.append(Manuscript.Edit(index..<end + 1, ""))
      remarks.append((index, "`\(text.string(index..<end + 1))` went, its words stand"))
      return end + 1
    }
    for (offset, message) in remarks { text.remark(at: offset, message) }
    text.apply(edits)
  }

  /// Lines that are marks as a whole: the place of a table of contents, and abbreviations.
  private static func turnLines(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    let lines = LinePlan(text.bytes, text.code).lines
    for (number, line) in lines.enumerated() where line.kind == .words {
      let words = text.string(line.range).trimmed
      let end = min(line.range.upperBound + 1, text.bytes.count)
      if words.hasPrefix("{:toc"), number > 0, lines[number - 1].begins {
        let start = lines[number - 1].range.lowerBound
        text.remark(at: start, "the place of a table of contents went")
        edits.append(Manuscript.Edit(start..<end, ""))
      } else if let found = words.wholeMatch(of: #/\*\[([^\]]+)\]:[ \t]*(.*)/#) {
        text.remark(
          at: line.range.lowerBound,
          "the abbreviation `\(found.output.1)` is explained no longer: \(found.output.2)")
        edits.append(Manuscript.Edit(line.range.lowerBound..<end, ""))
      }
    }
    text.apply(edits)
  }

  private static func turnMarks(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var first: Int?
    text.scan { index in
      guard text.has("{:", at: index),
        let end = text.find("}", from: index, before: min(index + 300, text.bytes.count)),
        !text.bytes[index..<end].contains(0x0A)
      else { return nil }
      if first == nil { first = index }
      let mark = text.string(index + 2..<end)
      // The id of a heading is of use to its links.
      let id = mark.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("#") }
      if let id, let start = headingEnd(before: index, text) {
        edits.append(Manuscript.Edit(start..<end + 1, " {\(id)}"))
      } else {
        edits.append(Manuscript.Edit(index..<end + 1, ""))
      }
      return end + 1
    }
    if let first { text.remark(at: first, "marks of style as `{: .class}` went") }
    text.apply(edits)
  }

  /// Where the heading ends to which a mark belongs, on its line or on the next.
  private static func headingEnd(before index: Int, _ text: Manuscript) -> Int? {
    var end = index
    while end > 0, isHTMLBlank(text.bytes[end - 1]), index - end < 8 { end -= 1 }
    guard end > 0, text.bytes[end..<index].count(where: { $0 == 0x0A }) < 2 else { return nil }
    var start = end
    while start > 0, text.bytes[start - 1] != 0x0A, end - start < 1000 { start -= 1 }
    return text.bytes[start] == 0x23 ? end : nil
  }
}
