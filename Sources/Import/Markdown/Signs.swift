internal import Editorial

/// What means something on this desk and meant nothing where the text comes from.
enum Signs {
  /// `[[words]]` would be a query, which readers don't see: it becomes text.
  ///
  /// TK and comments stay and are named.
  static func settle(_ text: inout Manuscript) {
    let marks = Copy(text.text).marks
    guard !marks.isEmpty else { return }
    var edits: [Manuscript.Edit] = []
    for mark in marks {
      let start = mark.start
      switch mark.kind {
      case .query:
        edits.append(Manuscript.Edit(start..<start + 2, "\\[\\["))
        text.remark(
          at: start, "`\(mark.text.prefix(60))` would be a query to the desk; it is text now")
      case .tk:
        text.remark(at: start, "TK stands in the text, and stops its next publication")
      case .comment:
        let words = mark.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // Where a teaser ends and where an editor put its boxes is nobody's word.
        if words.wholeMatch(of: #/<!--\s*(?:more|kg-card-(?:begin|end)(?::.*?)?)\s*-->/#) != nil {
          edits.append(Manuscript.Edit(start..<start + mark.text.utf8.count, ""))
          continue
        }
        text.remark(at: start, "a comment, which readers don't see: \(words.prefix(60))")
      }
    }
    text.apply(edits)
  }
}
