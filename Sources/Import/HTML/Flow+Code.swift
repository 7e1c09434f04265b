extension Flow {
  mutating func add(code element: HTMLElement, _ inside: Inside) {
    endParagraph()
    // A verse is no code: its lines are lines.
    if element.isOfClass("wp-block-verse") {
      var manner = manner
      manner.hasBareLines = true
      var verse = Flow(manner, at: element.line)
      verse.add(element.children, inside)
      verse.endParagraph()
      takeRemarks(of: verse)
      for block in verse.blocks { append(block) }
      return
    }
    var text = ""
    var pictures: [HTMLElement] = []
    Self.gather(element.children, into: &text, &pictures)
    text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    // HTML takes a line end right behind the tag for the source's own.
    if text.hasPrefix("\n") { text.removeFirst() }
    if text.hasSuffix("\n") { text.removeLast() }
    if !text.isEmpty { append(.code(text, language: Self.language(of: element))) }
    for picture in pictures {
      add(picture: picture, inside.style)
      endParagraph()
    }
  }

  private static func gather(
    _ nodes: [HTMLNode], into text: inout String, _ pictures: inout [HTMLElement]
  ) {
    for node in nodes {
      switch node {
      case .text(let words): text += words
      case .element(let element):
        switch element.name {
        case "br": text += "\n"
        case "img": pictures.append(element)
        case "script", "style", "template": continue
        case "div", "p", "li", "tr":
          if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
          gather(element.children, into: &text, &pictures)
          if !text.hasSuffix("\n") { text += "\n" }
        default: gather(element.children, into: &text, &pictures)
        }
      }
    }
  }

  /// The language that its class names, as highlighters write it: `language-swift`.
  private static func language(of element: HTMLElement) -> String? {
    let inner = element.first("code")
    for part in [element, inner].compactMap(\.self) {
      for name in (part["class"] ?? "").split(separator: " ") {
        for mark in ["language-", "lang-"] where name.hasPrefix(mark) {
          return languageName(name.dropFirst(mark.count))
        }
      }
      if let name = part["lang"] { return languageName(name[...]) }
    }
    return nil
  }

  static func languageName(_ name: Substring) -> String? {
    let isName = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || [0x2B, 0x2D, 0x23].contains($0)
    }
    return isName && !name.isEmpty && name.utf8.count <= 24 ? String(name) : nil
  }
}
