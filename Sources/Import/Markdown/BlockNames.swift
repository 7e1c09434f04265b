internal import Editorial

/// `^name` at the end of a line, by which a notebook names a paragraph for its links: no word for readers.
enum BlockNames {
  static func turn(_ text: inout Manuscript) {
    guard text.bytes.contains(0x5E) else { return }
    var edits: [Manuscript.Edit] = []
    for line in LinePlan(text.bytes, text.code).lines where line.kind != .code {
      guard
        let found = text.string(line.range).firstMatch(of: #/(?:^|[ \t]+)\^[A-Za-z0-9-]+[ \t]*$/#)
      else { continue }
      let count = found.output.utf8.count
      edits.append(Manuscript.Edit(line.range.upperBound - count..<line.range.upperBound, ""))
    }
    if let first = edits.first {
      text.remark(at: first.range.lowerBound, "names of paragraphs as `^name` went")
    }
    text.apply(edits)
  }
}
