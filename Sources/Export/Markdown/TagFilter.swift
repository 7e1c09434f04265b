/// Drops the tags of raw HTML and keeps the text between them; script, style and comments go with
/// their content.
struct TagFilter {
  /// The script or style that is open.
  var hidden: String?

  private enum Piece {
    case text(String)
    /// A tag that parts what stands before it from what follows.
    case gap
    case lineBreak
  }

  /// Takes tags that stand between words of a paragraph.
  mutating func inline(_ html: [UInt8], into builder: inout EventBuilder) {
    for piece in pieces(of: html) {
      switch piece {
      case .text(let text): builder.add(text: text)
      case .gap: builder.addSpace()
      case .lineBreak: builder.add(.hardBreak)
      }
    }
  }

  /// Takes a block of HTML and makes paragraphs of the text in it.
  mutating func paragraphs(of html: [UInt8], into builder: inout EventBuilder) {
    var isOpen = false
    var hasGap = false
    for piece in pieces(of: html) {
      switch piece {
      case .text(let text):
        let words = text.words()
        if text.first?.isWhitespace == true { hasGap = true }
        guard !words.isEmpty else { continue }
        if !isOpen {
          builder.open(.paragraph)
        } else if hasGap {
          builder.addSpace()
        }
        isOpen = true
        builder.add(text: words.joined(separator: " "))
        hasGap = text.last?.isWhitespace == true
      case .gap:
        if isOpen { builder.close(.paragraph) }
        isOpen = false
      case .lineBreak:
        if isOpen { builder.add(.hardBreak) }
      }
    }
    if isOpen { builder.close(.paragraph) }
  }

  private mutating func pieces(of html: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    var textStart = 0
    // What a search has not found behind one place is behind no later one.
    var absent: Set<UInt8> = []
    func find(_ byte: UInt8, from start: Int) -> Int? {
      guard !absent.contains(byte), let found = html[start...].firstIndex(of: byte) else {
        absent.insert(byte)
        return nil
      }
      return found
    }
    func endText() {
      guard textStart < index else { return }
      let text = String(decoding: html[textStart..<index], as: UTF8.self)
      pieces.append(.text(Entity.decoded(in: text)))
    }
    while index < html.count {
      if let name = hidden {
        guard let end = Self.closing(name, in: html, from: index) else {
          textStart = html.count
          index = html.count
          break
        }
        hidden = nil
        index = end
        textStart = end
        continue
      }
      guard html[index] == 0x3C, let tag = Self.tag(html, index, find) else {
        index += 1
        continue
      }
      endText()
      index = tag.end
      textStart = index
      switch tag.name {
      case "script" where !tag.isClosing, "style" where !tag.isClosing: hidden = tag.name
      case "br": pieces.append(.lineBreak)
      case let name where Self.parting.contains(name): pieces.append(.gap)
      default: break
      }
    }
    endText()
    return pieces
  }

  private struct Tag {
    var name = ""
    var isClosing = false
    var end: Int
  }

  /// The tag, comment or declaration that begins at `start`; nil where the sign is only a sign.
  private static func tag(
    _ html: [UInt8], _ start: Int, _ find: (UInt8, Int) -> Int?
  ) -> Tag? {
    func end(_ mark: String, _ from: Int) -> Tag {
      Tag(end: position(of: Array(mark.utf8), in: html, from: from) ?? html.count)
    }
    let rest = html[(start + 1)...]
    if rest.starts(with: "!--".utf8) { return end("-->", start + 2) }
    if rest.starts(with: "![CDATA[".utf8) { return end("]]>", start + 9) }
    if rest.first == 0x3F { return end("?>", start + 2) }
    if rest.first == 0x21 { return find(0x3E, start).map { Tag(end: $0 + 1) } }
    let isClosing = rest.first == 0x2F
    let named = isClosing ? rest.dropFirst() : rest
    let name = named.prefix { isASCIILetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard let first = name.first, isASCIILetter(first) else { return nil }
    var index = name.endIndex
    while index < html.count, html[index] != 0x3E {
      if html[index] == 0x22 || html[index] == 0x27, let close = find(html[index], index + 1) {
        index = close
      }
      index += 1
    }
    guard index < html.count || find(0x3E, name.endIndex) != nil else { return nil }
    if index >= html.count { index = html[name.endIndex...].firstIndex(of: 0x3E) ?? html.count - 1 }
    return Tag(
      name: String(decoding: name, as: UTF8.self).lowercased(), isClosing: isClosing, end: index + 1
    )
  }

  /// The end of the tag that closes `name`.
  private static func closing(_ name: String, in html: [UInt8], from start: Int) -> Int? {
    guard let found = position(of: Array("</\(name)".utf8), in: html, from: start) else {
      return nil
    }
    return (html[found...].firstIndex(of: 0x3E) ?? html.count - 1) + 1
  }

  /// Where `mark` (lower case) ends in `html`, letters' case aside.
  private static func position(of mark: [UInt8], in html: [UInt8], from start: Int) -> Int? {
    guard let first = mark.first else { return nil }
    var index = start
    while index + mark.count <= html.count {
      if html[index] == first,
        zip(html[index...], mark).allSatisfy({ $0 == $1 || (isASCIILetter($0) && $0 | 0x20 == $1) })
      {
        return index + mark.count
      }
      index += 1
    }
    return nil
  }

  private static let parting: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
  ]
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
