internal import Editorial

/// Whole elements of HTML that stand as blocks in Markdown: tables, lists, quotes.
enum HTMLBlocks {
  private static let names: Set = [
    "table", "ul", "ol", "dl", "pre", "figure", "blockquote", "p", "h1", "h2", "h3", "h4", "h5",
    "h6", "details",
  ]
  /// What also may stand in the middle of a line, and stays there then.
  private static let shown: Set = ["iframe", "video", "audio", "object"]

  /// A text with more such tags that can't be turned is left to the tags one by one.
  private static let mostFailures = 50

  static func turn(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var remarks: [(Int, String)] = []
    var failures: [String: Int] = [:]
    let plan = LinePlan(text.bytes, text.code)
    text.scan { index in
      guard text.bytes[index] == 0x3C else { return nil }
      if text.has("<!--", at: index) { return text.find("-->", from: index + 4).map { $0 + 3 } }
      guard let tag = Tag(at: index, in: text), !tag.isEnd, !tag.isClosed,
        names.contains(tag.name) || shown.contains(tag.name) && opensLine(index, text),
        failures[tag.name, default: 0] < mostFailures,
        plan[index].map({ $0.kind == .words }) ?? true
      else { return nil }
      guard let end = end(of: tag, text),
        !plan.isQuote(at: index) || !text.has("\n", in: index..<end),
        let turned = turned(unindented(text.string(index..<end), plan[index]?.indent ?? 0), tag)
      else {
        failures[tag.name, default: 0] += 1
        return nil
      }
      let prefix = plan.prefix(at: index)
      let lines = turned.markdown.trimmed.split(separator: "\n", omittingEmptySubsequences: false)
      let words = lines.joined(separator: "\n" + prefix)
      let parting = plan.parting(at: index)
      // An item that begins with nothing would end there.
      let isFirst = plan.isMarkAlone(before: index, text.bytes)
      var last = end
      while text.has(" ", at: last) { last += 1 }
      var start = index
      while !isFirst, start > 0, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 {
        start -= 1
      }
      edits.append(Manuscript.Edit(start..<last, (isFirst ? "" : parting) + words + parting))
      remarks += turned.notes.map { (index, $0) }
      return last
    }
    for (offset, message) in remarks { text.remark(at: offset, message) }
    text.apply(edits)
  }

  /// Lines without the indentation that keeps them in their list item.
  private static func unindented(_ html: String, _ indent: Int) -> String {
    guard indent > 0, html.contains("\n") else { return html }
    return html.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.dropFirst(min(indent, line.prefix { $0 == " " }.count))
    }.joined(separator: "\n")
  }

  private static func opensLine(_ index: Int, _ text: Manuscript) -> Bool {
    var start = index
    while start > 0, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 { start -= 1 }
    return start == 0 || text.bytes[start - 1] == 0x0A
  }

  /// An element as Markdown; nil where it holds what can't be in such a block.
  private static func turned(_ html: String, _ tag: Tag) -> (markdown: String, notes: [String])? {
    guard let kept = KeptMarkdown(html),
      tag.name != "table" || !kept.hasBlocks,
      let turned = try? HTMLText(kept.html)
    else { return nil }
    var markdown = kept.restored(turned.markdown)
    if tag.name.hasPrefix("h"), let id = tag["id"], !id.isEmpty, !markdown.trimmed.isEmpty,
      !markdown.trimmed.contains("\n"), !id.contains(" ")
    {
      markdown = markdown.trimmed + " {#\(id)}"
    }
    return (markdown, turned.notes + kept.notes)
  }

  /// Behind the end tag that belongs to a tag; nil where there is none within 200 kB.
  private static func end(of tag: Tag, _ text: Manuscript) -> Int? {
    let last = min(text.bytes.count, tag.range.upperBound + 200_000)
    // What code shows is no tag.
    if tag.name == "pre" { return Tag.end(of: "pre", from: tag.range.upperBound, in: text.bytes) }
    var depth = 1
    var index = tag.range.upperBound
    while index < last {
      guard text.bytes[index] == 0x3C, let next = Tag(at: index, in: text) else {
        index += 1
        continue
      }
      if next.name == tag.name, !next.isClosed { depth += next.isEnd ? -1 : 1 }
      index = next.range.upperBound
      if depth == 0 { return index }
    }
    return nil
  }
}
