internal import Editorial

/// `> [!warning] Title`, as notebooks and GitHub write boxes: a quote that begins with its title.
enum Callouts {
  static func turn(_ text: inout Manuscript) {
    guard text.find("[!", from: 0) != nil else { return }
    var edits: [Manuscript.Edit] = []
    for line in LinePlan(text.bytes, text.code).lines where line.isQuote {
      let words = text.string(line.range)
      guard
        let found = words.prefixMatch(of: #/((?:\s*>)+)\s*\[!([A-Za-z][\w -]*)\][-+]?[ \t]*(.*)$/#)
      else { continue }
      let (mark, kind, title) = (found.output.1, found.output.2, found.output.3)
      let shown =
        title.isEmpty
        ? "**\(kind.prefix(1).uppercased() + kind.dropFirst().lowercased())**"
        : title.contains("**") ? String(title) : "**\(title.trimmed)**"
      edits.append(Manuscript.Edit(line.range, "\(mark) \(shown)\n\(mark)"))
    }
    text.apply(edits)
  }
}
