internal import Editorial

extension InlineTags {
  mutating func code(_ place: Int) {
    let tag = tags[place]
    guard !tag.isEnd, let end = ends[place], !wide.contains(place) else {
      if !tag.isEnd { note(tag) }
      return replace(tag.range, "")
    }
    let inner = tag.range.upperBound..<tags[end].range.lowerBound
    let words = text.string(inner)
    guard !words.contains("]("), !words.contains("`") || !words.contains("**") else {
      tail[end] = ""
      return replace(tag.range, "")
    }
    gone.formUnion(place...end)
    let plain = Self.plainCode(words)
    let shown =
      plain.trimmed.isEmpty
      ? "" : MarkdownText.code(plain, isInCell: isInCell(tag.range.lowerBound))
    replace(tag.range.lowerBound..<tags[end].range.upperBound, shown)
  }

  /// The words in an element of code: known tags gone, entities and escapes as their signs.
  private static func plainCode(_ words: String) -> String {
    let plain = plainWords(words.replacing("`", with: "&#96;").replacing("**", with: "&#42;*"))
    return plain.replacing(#/\\([!-\/:-@\[-`{-~])/#) { String($0.output.1) }
  }

  mutating func link(_ place: Int) {
    let tag = tags[place]
    guard !tag.isEnd, let address = tag["href"]?.trimmed, !address.isEmpty else {
      return replace(tag.range, "")
    }
    guard LinkAddress.isAllowed(address) || address.hasPrefix("stet-source:") else {
      remarks.append(
        (tag.range.lowerBound, "a link to `\(address.prefix(60))` came over as words alone"))
      return replace(tag.range, "")
    }
    guard let end = ends[place] else {
      remarks.append((tag.range.lowerBound, "a link that never ends stands before its words"))
      return replace(tag.range, Meaning.link(address, address) + " ")
    }
    guard !isEmpty(place, end) else { return replace(tag.range, "") }
    let words = text.string(tag.range.upperBound..<tags[end].range.lowerBound)
    let inner = words.replacing(#/!\[[^\[\]]*\]\(/#, with: "")
    guard !wide.contains(place), !inner.contains("](") else {
      remarks.append(
        (tag.range.lowerBound, "the address of a link round more than words stands behind them"))
      tail[end] = " " + Meaning.link(address, address)
      return replace(tag.range, "")
    }
    var first = tag.range.upperBound
    var last = tags[end].range.lowerBound
    while first < last, isHTMLBlank(text.bytes[first]) { first += 1 }
    while last > first, isHTMLBlank(text.bytes[last - 1]) { last -= 1 }
    replace(
      tag.range.lowerBound..<first, text.string(tag.range.upperBound..<first) + "[")
    let trail = text.string(last..<tags[end].range.lowerBound)
    replace(
      last..<tags[end].range.upperBound,
      "](\(Self.destination(address, isInCell: isInCell(last))))" + trail)
    gone.insert(end)
  }

  private static func destination(_ address: String, isInCell: Bool) -> String {
    var plain = address.split(whereSeparator: \.isNewline).map(\.trimmed).joined()
    if isInCell { plain = plain.replacing("|", with: "%7C") }
    guard plain.contains(where: { " ()<>".contains($0) }) else { return plain }
    return "<" + plain.replacing("<", with: "%3C").replacing(">", with: "%3E") + ">"
  }

  mutating func picture(_ tag: Tag) -> String {
    let alt = escapedMarkdown(tag["alt"] ?? "")
    guard let source = tag["src"] ?? tag["data-src"], !source.isEmpty else { return alt }
    guard !source.lowercased().hasPrefix("data:") else {
      remarks.append(
        (tag.range.lowerBound, "a picture that was inside the text itself (data:) is left out"))
      return alt
    }
    return "![\(alt)](<\(source.replacing("\n", with: "").replacing(">", with: "%3E"))>)"
  }

  /// What a page shows from elsewhere becomes a link to it, in the line in which it stands.
  mutating func embedded(_ place: Int) {
    let tag = tags[place]
    guard !tag.isEnd else { return replace(tag.range, "") }
    let end = ends[place] ?? place
    let range = tag.range.lowerBound..<tags[end].range.upperBound
    guard let turned = try? HTMLText(text.string(range)), !turned.markdown.isEmpty else {
      note(tag)
      return replace(tag.range, "")
    }
    remarks += turned.notes.map { (tag.range.lowerBound, $0) }
    gone.formUnion(place...end)
    replace(range, turned.markdown.trimmed.replacing("\n\n", with: " "))
  }

  mutating func script(_ place: Int) {
    let tag = tags[place]
    if !tag.isEnd, ends[place] == place + 1 {
      let end = tags[place + 1].range
      let words = text.string(tag.range.upperBound..<end.lowerBound)
      gone.insert(place + 1)
      return replace(
        tag.range.lowerBound..<end.upperBound,
        ScriptDigits.raised(words, tag.name == "sup" ? .above : .below))
    }
    replace(tag.range, "")
  }
}
