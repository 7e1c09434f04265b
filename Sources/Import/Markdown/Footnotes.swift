internal import Editorial

/// Footnotes, which stet's Markdown has not: the marks stay where they were, and the notes stand below the
/// text, each behind its mark, whole.
enum Footnotes {
  static func turn(_ text: inout Manuscript) {
    guard text.find("[^", from: 0) != nil else { return }
    let notes = notes(in: text)
    var edits: [Manuscript.Edit] = notes.map { Manuscript.Edit($0.range, "") }
    var spots: [Manuscript.Edit] = []
    var missing: [(Int, String)] = []
    let labels = Set(notes.map(\.label))
    var next = 0
    text.scan { index in
      while next < notes.count, notes[next].range.upperBound <= index { next += 1 }
      // What stands in a note goes along with it.
      if next < notes.count, notes[next].range.contains(index) {
        return notes[next].range.upperBound
      }
      guard text.has("[^", at: index),
        let end = text.find("]", from: index + 2, before: min(index + 100, text.bytes.count)),
        !text.bytes[index..<end].contains(0x0A)
      else { return nil }
      let label = text.string(index + 2..<end)
      guard !label.isEmpty, !label.contains("[") else { return nil }
      if !labels.contains(label) { missing.append((index, label)) }
      spots.append(Manuscript.Edit(index..<end + 1, mark(label, isKnown: labels.contains(label))))
      return end + 1
    }
    for (offset, label) in missing {
      text.remark(at: offset, "there is no footnote `\(label)`; its mark stays as text")
    }
    guard !notes.isEmpty else {
      text.apply(spots)
      return
    }
    edits += spots
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    let first = notes[0]
    text.remark(
      at: first.range.lowerBound,
      notes.count == 1
        ? "a footnote stands below the text now"
        : "\(notes.count) footnotes stand below the text now")
    var foot = ""
    for note in notes {
      foot += "\n\n" + mark(note.label, isKnown: true) + " " + words(of: note, text, labels)
    }
    let end = text.bytes.count
    var last = end
    while last > 0, text.bytes[last - 1] == 0x0A || text.bytes[last - 1] == 0x20 { last -= 1 }
    let covering = edits.last.map { $0.range.upperBound } ?? 0
    edits.append(Manuscript.Edit(max(last, covering)..<end, foot + "\n"))
    text.apply(edits)
  }

  private static func mark(_ label: String, isKnown: Bool) -> String {
    "\\[\(isKnown ? "" : "^")\(escapedMarkdown(label))\\]"
  }

  private struct Note {
    var label: String
    /// All its lines.
    var range: Range<Int>
    /// The sign `[^label]:` in front.
    var mark: Range<Int>
  }

  /// The definitions: a line `[^label]: words`, and the lines that go on with it or are indented.
  private static func notes(in text: Manuscript) -> [Note] {
    var notes: [Note] = []
    var lines = Matter.Lines(text.bytes)
    let code = text.code
    var codeEnd = 0
    var open: Note?
    var wasBlank = false
    while let line = lines.peek {
      let end = min(line.upperBound + 1, text.bytes.count)
      let column = text.bytes[line].prefix { $0 == 0x20 }.count
      let isInside = column >= 2 || text.bytes[line].first == 0x09
      if line.lowerBound >= codeEnd, let last = code.end(at: line.lowerBound),
        last >= line.upperBound
      {
        codeEnd = last
        // Code that is not indented is none of the note before it.
        if !isInside, let note = open {
          notes.append(note)
          open = nil
        }
      }
      defer {
        wasBlank = lines.isBlank(line)
        lines.advance()
      }
      if line.lowerBound < codeEnd {
        if let note = open { open?.range = note.range.lowerBound..<end }
        continue
      }
      if let (label, mark) = opening(line, text) {
        if let note = open { notes.append(note) }
        open = Note(label: label, range: line.lowerBound..<end, mark: mark)
      } else if let note = open, !lines.isBlank(line) {
        let goesOn = isInside || !wasBlank && !opensBlock(line, text)
        if goesOn {
          open?.range = note.range.lowerBound..<end
        } else {
          notes.append(note)
          open = nil
        }
      }
    }
    if let open { notes.append(open) }
    return notes
  }

  /// Whether a line ends a paragraph without an empty line before it.
  private static func opensBlock(_ line: Range<Int>, _ text: Manuscript) -> Bool {
    let words = text.bytes[line]
    return [0x23, 0x3E, 0x7C].contains(words.first) || words.starts(with: [0x60, 0x60, 0x60])
  }

  private static func opening(_ line: Range<Int>, _ text: Manuscript) -> (String, Range<Int>)? {
    let indent = text.bytes[line].prefix { $0 == 0x20 }.count
    let start = line.lowerBound + indent
    guard indent < 4, text.has("[^", at: start),
      let end = text.find("]:", from: start + 2, before: line.upperBound)
    else { return nil }
    let label = text.string(start + 2..<end)
    return label.isEmpty || label.contains("]") ? nil : (label, line.lowerBound..<end + 2)
  }

  /// The words of a note with its indentation gone and the marks in it turned.
  private static func words(of note: Note, _ text: Manuscript, _ labels: Set<String>) -> String {
    let words = text.string(note.mark.upperBound..<note.range.upperBound)
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let blanks = line.prefix { $0 == " " || $0 == "\t" }
      return String(line.dropFirst(blanks.first == "\t" ? 1 : min(4, blanks.count)))
    }
    return lines.joined(separator: "\n").trimmed.replacing(#/\[\^([^\[\]\n]{1,100})\]/#) { found in
      let label = String(found.output.1)
      return mark(label, isKnown: labels.contains(label))
    }
  }
}
