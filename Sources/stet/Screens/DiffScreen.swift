import Editorial
import Newsroom

/// What changed, with the words that went and came marked in place.
enum DiffScreen {
  /// How deletions and insertions are marked.
  struct Marks {
    let isColoured: Bool

    func deleted(_ text: String) -> String {
      isColoured ? "\u{1B}[9;31m\(text)\u{1B}[m" : "[-\(text)-]"
    }

    func inserted(_ text: String) -> String {
      isColoured ? "\u{1B}[4;32m\(text)\u{1B}[m" : "{+\(text)+}"
    }
  }

  static func json(_ report: DiffReport) -> JSON {
    .object([
      ("from", .string(report.from.label)), ("fromAt", JSON(report.from.at)),
      ("to", .string(report.to.label)), ("toAt", JSON(report.to.at)),
      (
        "fields",
        .array(
          report.fields.map { change in
            .object([
              ("field", .string(change.field)), ("from", .string(change.from)),
              ("to", .string(change.to)),
            ])
          })
      ), ("words", .array(report.words.map(json))),
    ])
  }

  private static func json(_ piece: WordDiff.Piece) -> JSON {
    .object([("op", .string(piece.op.rawValue)), ("text", .string(piece.text))])
  }

  static func lines(
    _ report: DiffReport, byLines: Bool, _ marks: Marks, _ screen: Screen
  ) -> [String] {
    var lines = [
      screen.safe("\(report.found.slug)   from \(report.from.label) to \(report.to.label)"), "",
    ]
    for change in report.fields {
      var line = "\(change.field): "
      for piece in WordDiff.changes(change.from, change.to) {
        line += marked(piece.op, piece.text, marks, screen)
      }
      lines.append(line)
    }
    let body =
      byLines ? plainLines(report.words, marks, screen) : paragraphs(report.words, marks, screen)
    if !report.fields.isEmpty, !body.isEmpty { lines.append("") }
    lines += body
    func words(_ op: WordDiff.Piece.Op) -> Int {
      report.words.filter { $0.op == op }.reduce(0) { $0 + WordDiff.words($1.text) }
    }
    if !byLines { lines += ["", "+\(words(.insert)) -\(words(.delete)) words"] }
    return lines
  }

  private static func marked(
    _ op: WordDiff.Piece.Op, _ text: String, _ marks: Marks, _ screen: Screen
  ) -> String {
    let text = screen.safe(text)
    guard !text.isEmpty else { return "" }
    switch op {
    case .equal: return text
    case .delete: return marks.deleted(text)
    case .insert: return marks.inserted(text)
    }
  }

  /// The lines of the text in which something changed; what lies between is a dot each.
  private static func paragraphs(
    _ pieces: [WordDiff.Piece], _ marks: Marks, _ screen: Screen
  ) -> [String] {
    var lines: [(text: String, changed: Bool)] = [("", false)]
    for piece in pieces {
      let parts = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append(("", false)) }
        guard !part.isEmpty else { continue }
        lines[lines.count - 1].text += marked(piece.op, String(part), marks, screen)
        if piece.op != .equal { lines[lines.count - 1].changed = true }
      }
    }
    var shown: [String] = []
    var skipped = false
    for line in lines {
      if line.changed {
        if skipped { shown += shown.isEmpty ? ["…", ""] : ["", "…", ""] }
        if !skipped, !shown.isEmpty { shown.append("") }
        shown.append(line.text)
        skipped = false
      } else if !line.text.allSatisfy(\.isWhitespace) {
        skipped = true
      }
    }
    return shown
  }

  /// Line by line, with three lines around each change.
  private static func plainLines(
    _ pieces: [WordDiff.Piece], _ marks: Marks, _ screen: Screen
  ) -> [String] {
    var all: [(op: WordDiff.Piece.Op, text: String)] = []
    for piece in pieces {
      var lines = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      for line in lines { all.append((piece.op, screen.safe(String(line)))) }
    }
    var shown: [String] = []
    var last = -1
    for (index, line) in all.enumerated() {
      let around = max(0, index - 3)...min(all.count - 1, index + 3)
      guard all[around].contains(where: { $0.op != .equal }) else { continue }
      if index > last + 1 { shown.append("…") }
      last = index
      switch line.op {
      case .equal: shown.append(line.text.isEmpty ? "" : "  " + line.text)
      case .delete: shown.append("- " + (marks.isColoured ? marks.deleted(line.text) : line.text))
      case .insert: shown.append("+ " + (marks.isColoured ? marks.inserted(line.text) : line.text))
      }
    }
    return shown
  }

  // MARK: Editions

  static func answer(_ diff: EditionDiff, _ screen: Screen) -> Answer {
    let back = diff.isBack ? "went back, without " : ""
    var answer = Answer([
      "From \(diff.from.tag) (\(screen.time(diff.from.at))) to \(diff.to.tag) (\(screen.time(diff.to.at))): \(back)\(diff.list.summary)"
    ])
    var pairs: [(String, JSON)] = [
      ("from", .string(diff.from.tag)), ("to", .string(diff.to.tag)), ("fields", .array([])),
      ("words", .array([])),
    ]
    let width = diff.list.groups.values.flatMap { $0 }.map(\.slug.count).max() ?? 0
    for group in EditionList.Group.allCases {
      let items = diff.list[group]
      for item in items {
        let names =
          "  \(screen.padded(group.rawValue, to: 10)) \(screen.padded(item.slug, to: width))  "
        answer.lines.append(
          names + screen.cut(item.headline, to: max(12, screen.width - names.count)))
      }
      pairs.append(
        (
          group.rawValue,
          .array(
            items.map { item in
              .object([
                ("id", .string(item.id.description)), ("slug", .string(item.slug)),
                ("headline", .string(item.headline)), ("version", .int(item.version)),
              ])
            })
        ))
    }
    answer.json = .object(pairs)
    return answer
  }
}
