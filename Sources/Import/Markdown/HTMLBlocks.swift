/// Whole elements of HTML that stand as blocks in Markdown: tables, lists, quotes.
enum HTMLBlocks {
  private static let names: Set = [
    "table", "ul", "ol", "dl", "pre", "figure", "blockquote", "p", "h1", "h2", "h3", "h4", "h5",
    "h6",
    "iframe", "video", "audio", "details",
  ]

  static func turn(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var remarks: [(Int, String)] = []
    text.scan { index in
      guard opensLine(index, text), let tag = Tag(at: index, in: text), !tag.isEnd,
        names.contains(tag.name), let end = end(of: tag, text)
      else { return nil }
      let html = text.string(index..<end)
      // What holds Markdown is no block of HTML alone, and an own story's place no address of the web.
      guard !["](", "[shortcode", "stet-source:", "**", "`"].contains(where: html.contains),
        let turned = try? HTMLText(html)
      else { return nil }
      edits.append(Manuscript.Edit(index..<end, "\n\n\(turned.markdown.trimmed)\n\n"))
      remarks += turned.notes.map { (index, $0) }
      return end
    }
    for (offset, message) in remarks { text.remark(at: offset, message) }
    text.apply(edits)
  }

  private static func opensLine(_ index: Int, _ text: Manuscript) -> Bool {
    var start = index
    while start > 0, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 { start -= 1 }
    return start == 0 || text.bytes[start - 1] == 0x0A
  }

  /// Behind the end tag that belongs to a tag; nil where there is none within 200 kB.
  private static func end(of tag: Tag, _ text: Manuscript) -> Int? {
    let last = min(text.bytes.count, tag.range.upperBound + 200_000)
    var depth = 1
    var index = tag.range.upperBound
    while index < last {
      guard text.bytes[index] == 0x3C, let next = Tag(at: index, in: text) else {
        index += 1
        continue
      }
      if next.name == tag.name { depth += next.isEnd ? -1 : 1 }
      index = next.range.upperBound
      if depth == 0 { return index }
    }
    return nil
  }
}
