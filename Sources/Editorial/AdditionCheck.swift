/// Whether a new version of a story only adds paragraphs to its body, as news of a running story
/// does.
public enum AdditionCheck {
  /// What else changed: short clauses for people, none where the check is passed.
  ///
  /// Paragraphs may come between others and at the end, not before the first. Those that were there
  /// must be as they were to the byte and, queries and comments apart, to the reader: none may
  /// vanish in code or HTML that an addition opens. `kind`, `notice` and managed fields are not
  /// looked at.
  public static func findings(from old: Story, to new: Story) -> [String] {
    var findings: [String] = []
    for key in WordKeys.text(of: old, new) where old[key] != new[key] {
      findings.append("the \(key) changed")
    }
    let all = added(from: old.file.text, to: new.file.text)
    let seen = added(from: old.copy.published, to: new.copy.published)
    guard let all, let seen else { return findings + ["a paragraph changed or went"] }
    if all.isBeforeFirst { findings.append("a paragraph came before the first") }
    if seen.pieces.isEmpty { findings.append("no paragraph came") }
    if all.pieces.contains(where: { opensMarkup($0.bytes) }) {
      findings.append("an added paragraph holds HTML")
    }
    if all.pieces.contains(where: { definesLink($0.bytes) }) {
      findings.append("an added paragraph says where links of others lead")
    }
    return findings
  }

  private struct Added {
    var pieces: [Passage] = []
    var isBeforeFirst = false
  }

  /// The paragraphs that came; nil where another one is not as it was.
  private static func added(from old: String, to new: String) -> Added? {
    let before = Passages.paragraphs(of: Array(old.utf8)).pieces
    var left = before[...]
    var added = Added()
    for piece in Passages.paragraphs(of: Array(new.utf8)).pieces {
      if piece == left.first {
        left.removeFirst()
      } else {
        if left.count == before.count, !before.isEmpty { added.isBeforeFirst = true }
        added.pieces.append(piece)
      }
    }
    return left.isEmpty ? added : nil
  }

  /// Whether it holds a tag or a comment; `<https://…>` is a link.
  private static func opensMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == 0x3C {
      let rest = bytes[(index + 1)...].prefix(8)
      if ["http://", "https://", "mailto:"].contains(where: { rest.starts(with: $0.utf8) }) {
        continue
      }
      switch rest.first ?? 0x20 {
      case 0x21, 0x2F, 0x3F, 0x41...0x5A, 0x61...0x7A: return true
      default: break
      }
    }
    return false
  }

  /// Whether a line of it is `[label]: target`.
  private static func definesLink(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x0A).contains { line in
      let text = line.drop { $0 == 0x20 || $0 == 0x3E }
      guard text.first == 0x5B, let close = text.firstIndex(of: 0x5D) else { return false }
      return close + 1 < text.endIndex && text[close + 1] == 0x3A
    }
  }

  /// The body of a story, in LF line ends, with `text` as a paragraph of its own at its end.
  ///
  /// A body that ends in code which is never closed gets it before the paragraph in
  /// which that opens, where readers see it; one that is nothing else, behind code that is closed for
  /// it. A `text` of blanks alone changes nothing.
  public static func adding(_ text: String, to story: Story) -> String {
    let body = story.file.text
    let bytes = Array(body.utf8)
    let added = trimmed(text)
    guard !added.isEmpty else { return body }
    let passages = Passages.paragraphs(of: bytes)
    // Behind a query or a comment code may open that readers alone get.
    let shown = Passages.paragraphs(of: masked(bytes, story.copy))
    var limit = bytes.count
    for text in [passages, shown] where text.openFence != nil {
      limit = min(limit, text.pieces.last?.bytes.startIndex ?? limit)
    }
    var kept = passages.pieces.count { $0.bytes.endIndex <= limit }
    var before = shown.pieces[...]
    while kept > 0, kept < passages.pieces.count {
      let place = passages.pieces[kept].bytes.startIndex
      while let last = before.last, last.bytes.startIndex >= place { before.removeLast() }
      guard let last = before.last, last.bytes.endIndex > place else { break }
      kept -= 1
    }
    if kept == 0, let fence = shown.openFence ?? passages.openFence {
      return "\(body)\(body.hasSuffix("\n") ? "" : "\n")\(fence)\n\n\(added)\n"
    }
    guard kept < passages.pieces.count else {
      let tail = passages.blanks[kept].count { $0 == 0x0A }
      let isFirst = passages.pieces.isEmpty
      return body + String(repeating: "\n", count: isFirst ? 0 : max(0, 2 - tail)) + added + "\n"
    }
    let place = passages.pieces[kept].bytes.startIndex
    let whole = bytes[..<place] + Array("\(added)\n\n".utf8) + bytes[place...]
    return String(decoding: whole, as: UTF8.self)
  }

  /// The text with blanks for its queries and comments.
  private static func masked(_ bytes: [UInt8], _ copy: Copy) -> [UInt8] {
    var bytes = bytes
    for mark in copy.marks where mark.kind != .tk {
      for index in mark.range where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }
    return bytes
  }

  private static func trimmed(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n")
    let start = lines.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
