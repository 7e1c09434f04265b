internal import Editorial

/// Raw HTML inside Markdown: what has a word in Markdown gets it, other tags go and their words stay.
enum Tags {
  static func turn(_ text: inout Manuscript) { turn(&text, hasComponents: false) }

  static func turn(_ text: inout Manuscript, hasComponents: Bool) {
    guard text.bytes.contains(0x3C) else { return }
    dropScripts(&text)
    HTMLBlocks.turn(&text)
    let inline = InlineTags(text, hasComponents: hasComponents)
    for (offset, message) in inline.remarks { text.remark(at: offset, message) }
    text.apply(inline.edits)
  }

  private static func dropScripts(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var found: [(Int, String)] = []
    var unclosed: Set<String> = []
    text.scan { index in
      guard text.bytes[index] == 0x3C, let tag = Tag(at: index, in: text), !tag.isEnd,
        ["script", "style", "svg"].contains(tag.name), !unclosed.contains(tag.name)
      else { return nil }
      guard let end = Tag.end(of: tag.name, from: tag.range.upperBound, in: text.bytes) else {
        unclosed.insert(tag.name)
        return nil
      }
      edits.append(Manuscript.Edit(index..<end, ""))
      found.append((index, tag.name))
      return end
    }
    for (offset, name) in found {
      text.remark(
        at: offset,
        name == "svg"
          ? "a drawing inside the text (svg) is left out" : "a \(name) is left out with its content"
      )
    }
    text.apply(edits)
  }
}
