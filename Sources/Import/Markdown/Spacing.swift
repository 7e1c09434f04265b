internal import Editorial

/// The empty lines that turned calls and tags leave: one is enough between paragraphs.
enum Spacing {
  static func fold(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    let plan = LinePlan(text.bytes, text.code)
    var first: Int?
    for line in plan.lines {
      if line.kind == .blank {
        first = first ?? line.range.lowerBound
        continue
      }
      if let start = first, start < line.range.lowerBound {
        // The first empty line stays; at the top none does.
        let words = start == 0 ? "" : "\n"
        if text.string(start..<line.range.lowerBound) != words {
          edits.append(Manuscript.Edit(start..<line.range.lowerBound, words))
        }
      }
      first = nil
    }
    if let start = first, start > 0 {
      edits.append(Manuscript.Edit(start..<text.bytes.count, ""))
    }
    text.apply(edits)
  }
}
