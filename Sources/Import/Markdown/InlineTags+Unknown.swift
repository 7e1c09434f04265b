internal import Editorial

extension InlineTags {
  mutating func note(_ tag: Tag) {
    if dropped[tag.name] == nil { dropped[tag.name] = tag.range.lowerBound }
  }

  mutating func unknown(_ place: Int) {
    let tag = tags[place]
    let start = tag.range.lowerBound
    guard !tag.isEnd else {
      // The end of nothing is a word of somebody who writes about tags.
      let isWord = starts[place] == nil && !HTMLNames.has(tag.name) && !hasComponents
      return replace(tag.range, isWord ? "\\</\(tag.written)>" : "")
    }
    if tag.attributes.isEmpty, ends[place] == nil, !tag.isClosed, !HTMLNames.has(tag.name) {
      remarks.append((start, "`<\(tag.written)>` is no tag of HTML; it stays as text"))
      return replace(start..<start + 1, "\\<")
    }
    let parting = isOnOneLine(start) ? " " : plan.parting(at: start)
    if let meaning = Meaning.of(tag.call) { return replace(tag.range, meaning) }
    let title = ["title", "heading", "label", "summary", "header", "caption", "name"]
      .lazy.compactMap { tag[$0] }.first { !$0.isEmpty }
    let address = ["src", "href", "url", "data"].lazy.compactMap { tag[$0] }
      .first { !$0.isEmpty && !$0.hasPrefix("#") && LinkAddress.isAllowed($0) }
    if HTMLNames.has(tag.name) || !tag.isClosed {
      note(tag)
      let isShown = !HTMLNames.has(tag.name)
      let words = [
        isShown ? title.map { "**\(escapedMarkdown($0))**" } : nil,
        isShown ? address.map { Meaning.link($0, $0) } : nil,
      ].compactMap { $0 }
      return replace(
        tag.range,
        words.isEmpty ? "" : parting + words.joined(separator: " ") + parting)
    }
    remarks.append((start, "nobody knows what `<\(tag.written)>` shows; it stays visible"))
    replace(tag.range, tag.call.shown)
  }
}
