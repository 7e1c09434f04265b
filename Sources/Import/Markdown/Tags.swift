internal import Editorial

/// Raw HTML inside Markdown: what has a word in Markdown gets it, other tags go and their words stay.
enum Tags {
  static func turn(_ text: inout Manuscript) {
    guard text.bytes.contains(0x3C) else { return }
    dropScripts(&text)
    HTMLBlocks.turn(&text)
    turnLinks(&text)
    var edits: [Manuscript.Edit] = []
    var dropped: [String: Int] = [:]
    text.scan { index in
      guard let tag = Tag(at: index, in: text) else { return nil }
      let (words, isKnown) = words(for: tag)
      if !isKnown, !tag.isEnd, dropped[tag.name] == nil { dropped[tag.name] = index }
      edits.append(Manuscript.Edit(tag.range, words))
      return tag.range.upperBound
    }
    for (name, offset) in dropped.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      text.remark(at: offset, "the tag `\(name)` went, its words stand")
    }
    text.apply(edits)
  }

  private static func words(for tag: Tag) -> (String, Bool) {
    switch tag.name {
    case "strong", "b": ("**", true)
    case "em", "i": ("*", true)
    case "code", "tt", "kbd", "samp": ("`", true)
    case "br": ("\\\n", true)
    case "li": (tag.isEnd ? "" : "\n- ", true)
    case "td", "th": (" ", true)
    case "tr", "ul", "ol", "table", "dl", "dt", "dd", "blockquote", "pre", "caption", "details",
      "summary":
      ("\n\n", true)
    case "hr": ("\n\n---\n\n", true)
    case "img": (picture(tag), true)
    case "p", "div", "section", "article", "figure", "center", "main", "header", "footer":
      ("\n\n", true)
    case "span", "font", "a", "figcaption", "u", "small": ("", tag.name != "a")
    default: ("", false)
    }
  }

  private static func picture(_ tag: Tag) -> String {
    guard let source = tag["src"], !source.isEmpty else { return tag["alt"] ?? "" }
    return "![\(escapedMarkdown(tag["alt"] ?? ""))](<\(source)>)"
  }

  private static func dropScripts(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var found: [(Int, String)] = []
    text.scan { index in
      guard let tag = Tag(at: index, in: text), !tag.isEnd,
        ["script", "style"].contains(tag.name)
      else { return nil }
      let end =
        text.find("</\(tag.name)>", from: tag.range.upperBound)
        .map { $0 + tag.name.utf8.count + 3 } ?? text.bytes.count
      edits.append(Manuscript.Edit(index..<end, ""))
      found.append((index, tag.name))
      return end
    }
    for (offset, name) in found {
      text.remark(at: offset, "a \(name) is left out with its content")
    }
    text.apply(edits)
  }

  /// `<a href="…">words</a>` inside one paragraph.
  private static func turnLinks(_ text: inout Manuscript) {
    var edits: [Manuscript.Edit] = []
    var lost: [Int] = []
    text.scan { index in
      guard let tag = Tag(at: index, in: text), !tag.isEnd, tag.name == "a",
        let address = tag["href"]?.trimmed, !address.isEmpty
      else { return nil }
      guard let end = text.find("</a>", from: tag.range.upperBound),
        text.find("\n\n", from: tag.range.upperBound, before: end) == nil
      else {
        lost.append(index)
        return nil
      }
      let words = text.string(tag.range.upperBound..<end)
      guard !words.contains("]("), !words.trimmed.isEmpty else { return nil }
      edits.append(Manuscript.Edit(tag.range, "["))
      let target = address.contains(" ") || address.contains(")") ? "<\(address)>" : address
      edits.append(Manuscript.Edit(end..<end + 4, "](\(target))"))
      return end
    }
    for offset in lost {
      text.remark(at: offset, "a link that goes over paragraphs lost its address")
    }
    text.apply(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }
}

/// One tag of HTML in a text.
struct Tag {
  var name: String
  var isEnd: Bool
  var range: Range<Int>
  private var attributes: [(String, String)] = []

  /// The tag that begins at `start`, a `<`; nil where there is none.
  init?(at start: Int, in text: Manuscript) {
    let bytes = text.bytes
    guard bytes[start] == 0x3C, start + 1 < bytes.count else { return nil }
    var index = start + 1
    isEnd = bytes[index] == 0x2F
    if isEnd { index += 1 }
    let first = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    guard index > first, bytes[first] > 0x39, index < bytes.count,
      [0x20, 0x0A, 0x09, 0x2F, 0x3E].contains(bytes[index])
    else { return nil }
    name = text.string(first..<index).lowercased()
    let last = min(bytes.count, start + 8192)
    while index < last {
      let byte = bytes[index]
      if byte == 0x3E {
        range = start..<index + 1
        return
      }
      guard byte > 0x20, byte != 0x2F else {
        index += 1
        continue
      }
      let key = index
      while index < last, bytes[index] > 0x20, ![0x3D, 0x3E, 0x2F].contains(bytes[index]) {
        index += 1
      }
      let word = text.string(key..<index).lowercased()
      if index == key { index += 1 }
      guard index < last, bytes[index] == 0x3D else { continue }
      index += 1
      while index < last, bytes[index] == 0x20 { index += 1 }
      guard index < last else { return nil }
      let mark = bytes[index]
      let isQuoted = mark == 0x22 || mark == 0x27
      if isQuoted { index += 1 }
      let value = index
      while index < last,
        isQuoted ? bytes[index] != mark : bytes[index] > 0x20 && bytes[index] != 0x3E
      {
        index += 1
      }
      attributes.append((word, text.string(value..<index)))
      if isQuoted { index += 1 }
    }
    return nil
  }

  subscript(key: String) -> String? { attributes.first { $0.0 == key }.map { plainWords($0.1) } }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2D
  }
}
