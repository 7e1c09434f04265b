internal import Editorial

/// HTML that is indented by four or more behind an empty line, as editors and JSX write it: Markdown
/// takes it for code, its author did not.
enum IndentedHTML {
  static func turn(_ text: inout Manuscript, hasComponents: Bool) {
    guard text.bytes.contains(0x3C) || hasComponents else { return }
    let bytes = text.bytes
    let code = text.code
    var edits: [Manuscript.Edit] = []
    var open: [String] = []
    var codeEnd = 0
    var isIndented = false
    /// Whether the line before has a tag of a block: what is indented likewise behind it goes on with it.
    var isAfterTag = false
    for line in LinePlan(bytes, code).lines {
      let words = bytes[line.range].drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = words.first else {
        isIndented = false
        continue
      }
      if line.range.lowerBound < codeEnd { continue }
      if let end = code.end(at: line.range.lowerBound) {
        let isFence = first == 0x60 || first == 0x7E
        guard !isFence, end <= line.range.upperBound + 1 else {
          codeEnd = max(codeEnd, end)
          continue
        }
        if !isIndented {
          let tag = first == 0x3C ? Tag(at: words.startIndex, in: bytes) : nil
          let isTag =
            tag.map { hasComponents || HTMLNames.has($0.name) && (!open.isEmpty || isAfterTag) }
            ?? false
          let isWord = open.last.map { Self.ofWords.contains($0) } ?? false
          guard isTag || isWord || hasComponents && first == 0x7B else { continue }
          edits.append(Manuscript.Edit(line.range.lowerBound..<words.startIndex, ""))
          isIndented = true
        }
      } else if open.last == "p", line.range.lowerBound == words.startIndex, first != 0x3C,
        !isIndented
      {
        // Words of their own paragraph: nobody ended the one before.
        open.removeLast()
      }
      isAfterTag = follow(line.range, bytes, code, &open)
    }
    text.apply(edits)
  }

  /// Elements that hold words, and no code by indentation.
  private static let ofWords: Set = [
    "p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption",
  ]

  /// What is open behind a line, and whether a block begins or ends in it.
  private static func follow(
    _ line: Range<Int>, _ bytes: [UInt8], _ code: CodePlaces, _ open: inout [String]
  ) -> Bool {
    var hasBlock = false
    var index = line.lowerBound
    while index < line.upperBound {
      if index > line.lowerBound, let end = code.anyEnd(at: index), end > index {
        index = end
        continue
      }
      guard bytes[index] == 0x3C, let tag = Tag(at: index, in: bytes) else {
        index += 1
        continue
      }
      index = tag.range.upperBound
      guard HTMLNames.blocks.contains(tag.name), !tag.isClosed,
        !["hr", "col"].contains(tag.name)
      else { continue }
      hasBlock = true
      if tag.isEnd {
        if let place = open.lastIndex(of: tag.name) { open.removeSubrange(place...) }
      } else {
        if open.last == "p" { open.removeLast() }
        if open.count > 64 { open.removeFirst(32) }
        open.append(tag.name)
      }
    }
    return hasBlock
  }
}
