import Newsroom

/// The paragraphs of a marked text while it is written: those of the new text, and of the old one what
/// went whole.
struct MarkupSheet {
  private(set) var paragraphs: [String] = [""]
  /// Line ends of the new text since its last sign.
  private var ends = 0

  /// The parts of a run, each in a paragraph of its own; the first goes on with the one that is open.
  mutating func parts(of run: Markup.Run) -> [String] {
    let text = run.text
    guard text.contains(where: { !$0.isNewline }) else {
      // A paragraph's end that went is a sign in its place.
      return run.op == .delete ? [text.count > 1 ? "¶ " : " "] : []
    }
    let opens = ends >= 2 || run.text.hasPrefix("\n\n") || (ends == 1 && text.hasPrefix("\n"))
    if opens { begin() }
    let isOne = ends == 1 && !opens && run.op != .delete
    let parts = text.split(separator: "\n\n").map { $0.trimming("\n") }.filter { !$0.isEmpty }
    return parts.enumerated().map {
      $0 == 0 && (isOne || !opens && text.hasPrefix("\n")) ? "\n" + $1 : $1
    }
  }

  /// Opens a new paragraph.
  mutating func begin() { paragraphs.append("") }

  mutating func add(_ html: String) { paragraphs[paragraphs.count - 1] += html }

  /// What stands behind a run decides where the next one goes on.
  mutating func finish(_ run: Markup.Run) {
    let trailing = run.text.reversed().prefix { $0.isNewline }.count
    let isBlank = trailing == run.text.count
    if run.op == .delete {
      if !isBlank, ends >= 2 { ends = trailing >= 2 ? 2 : 0 }
    } else {
      ends = isBlank ? ends + trailing : trailing
    }
  }
}

extension Substring {
  /// Without such signs at both ends.
  fileprivate func trimming(_ sign: Character) -> String {
    var text = self
    while text.first == sign { text.removeFirst() }
    while text.last == sign { text.removeLast() }
    return String(text)
  }
}
