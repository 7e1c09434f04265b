/// Makes blocks of HTML: what stands in a page, a quote, an item or a cell.
struct Flow {
  private(set) var blocks: [Block] = []
  /// What came over as something else, each once a line.
  private(set) var remarks: [Remark] = []
  /// The line on which each picture and link stands first, by its address.
  private(set) var places: [String: Int] = [:]
  /// The line of what is being added.
  private var here: Int
  let manner: Manner
  private var line = Line()
  /// Whether the last thing was a break by a tag, whose line end in the source is no second one.
  private var isAfterBreak = false

  /// How a source means its HTML.
  struct Manner: Sendable {
    /// Whether line ends are breaks and empty lines part paragraphs, as in WordPress's classic editor.
    var hasBareLines = false
    /// Whether an address that is a paragraph is a link, as where pages show what is there.
    var hasBareAddresses = false
    /// The whole address of a link or picture as written.
    var address: @Sendable (String) -> String = { $0 }
    /// A picture's own address for one that may be of a smaller copy.
    var picture: @Sendable (String) -> String = { $0 }
  }

  /// What an element does to the words in it.
  struct Inside {
    var style = Style()
    var isCode = false
    var script: Script?

    enum Script { case above, below }
  }

  init(_ manner: Manner, at line: Int = 0) { (self.manner, here) = (manner, line) }

  /// The blocks of some nodes in the manner and style of this flow.
  mutating func blocks(of nodes: [HTMLNode], _ inside: Inside) -> [Block] {
    var flow = Flow(manner, at: here)
    flow.add(nodes, inside)
    flow.endParagraph()
    takeRemarks(of: flow)
    return flow.blocks
  }

  mutating func takeRemarks(of flow: Flow) {
    for remark in flow.remarks { take(remark) }
    places.merge(flow.places) { mine, _ in mine }
  }

  mutating func note(_ message: String) {
    take(Remark(line: here > 0 ? here : nil, message))
  }

  private mutating func take(_ remark: Remark) {
    // A text that needs more remarks than that has to be looked at anyway.
    if remarks.count < 1000, !remarks.contains(remark) { remarks.append(remark) }
  }

  /// Keeps where an address stands.
  mutating func mark(_ address: String) {
    if here > 0, places[address] == nil { places[address] = here }
  }

  mutating func append(_ block: Block) {
    endParagraph()
    blocks.append(block)
  }

  mutating func add(_ kind: Inline.Kind, _ style: Style) {
    isAfterBreak = false
    line.add(kind, style)
  }

  mutating func endParagraph() {
    isAfterBreak = false
    guard !line.isEmpty else { return }
    blocks += line.paragraphs().map {
      .paragraph(manner.hasBareAddresses ? Self.linked($0) : $0)
    }
    line = Line()
  }

  /// An address that is all of a paragraph, as a link to it.
  private static func linked(_ pieces: [Inline]) -> [Inline] {
    guard pieces.count == 1, case .text(let words) = pieces[0].kind, pieces[0].style == Style(),
      words.hasPrefix("https://") || words.hasPrefix("http://"),
      !words.contains(where: \.isWhitespace)
    else { return pieces }
    return [Inline(kind: .text(words), style: Style(link: Style.Link(address: words)))]
  }

  mutating func add(_ nodes: [HTMLNode], _ inside: Inside) {
    for node in nodes {
      switch node {
      case .text(let words): add(text: words, inside)
      case .element(let element): add(element, inside)
      }
    }
  }

  private mutating func add(text: String, _ inside: Inside) {
    if inside.isCode { return add(.code(Line.folded(text)), inside.style) }
    let words = inside.script.map { ScriptDigits.raised(text, $0) } ?? text
    guard manner.hasBareLines else { return add(.text(words), inside.style) }
    var isFirst = true
    var empty = 0
    for part in words.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let isBlank = part.utf8.allSatisfy(isHTMLBlank)
      if !isFirst {
        empty += 1
        if empty > 1 {
          endParagraph()
        } else if isAfterBreak {
          isAfterBreak = false
        } else {
          line.add(.lineBreak, inside.style)
        }
      }
      isFirst = false
      if !isBlank || part == words {
        empty = 0
        add(.text(String(part)), inside.style)
      }
    }
  }

  private mutating func add(_ element: HTMLElement, _ inside: Inside) {
    var inside = inside
    if element.line > 0 { here = element.line }
    switch element.name {
    case "br":
      line.add(.lineBreak, inside.style)
      isAfterBreak = true
      return
    case "script", "style", "head", "title", "template", "wbr", "input", "source", "track", "param":
      return
    case "svg": return note("a drawing inside the text (svg) is left out")
    case "hr": return append(.rule)
    case "img": return add(picture: element, inside.style)
    case "pre", "listing", "xmp": return add(code: element, inside)
    case "ul", "ol", "menu", "dir": return add(list: element, inside)
    case "dl": return add(definitions: element, inside)
    case "table": return add(table: element, inside)
    case "figure": return add(figure: element, inside)
    case "blockquote":
      let quoted = blocks(of: element.children, inside)
      if !quoted.isEmpty { append(.quote(quoted)) }
      return
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return add(heading: element, Int(element.name.dropFirst()) ?? 1, inside)
    case "iframe", "embed", "object", "video", "audio": return add(embedded: element, inside)
    case "q":
      add(.text("“"), inside.style)
      add(element.children, inside)
      return add(.text("”"), inside.style)
    case "a": return add(link: element, inside)
    case "b", "strong": inside.style.isStrong = true
    case "i", "em", "cite", "dfn", "var": inside.style.isEmphasis = true
    case "del", "s", "strike": inside.style.isStruck = true
    case "code", "tt", "kbd", "samp": inside.isCode = true
    case "sup": inside.script = .above
    case "sub": inside.script = .below
    case let name where Self.blockNames.contains(name):
      endParagraph()
      add(element.children, inside)
      return endParagraph()
    default: break
    }
    add(element.children, inside)
  }

  private mutating func add(link element: HTMLElement, _ inside: Inside) {
    guard let address = element["href"], !address.hasPrefix("#"), inside.style.link == nil else {
      return add(element.children, inside)
    }
    let whole = manner.address(address)
    guard LinkAddress.isAllowed(whole) else {
      note("a link to `\(address.prefix(60))` came over as words alone")
      return add(element.children, inside)
    }
    if let picture = pictureAlone(in: element), LinkAddress.isPicture(whole) {
      return add(picture: picture, larger: whole, inside.style)
    }
    mark(whole)
    // What a theme shows as a button stands right behind the file's name.
    if element.isOfClass("wp-block-file__button") || element.attributes["download"] != nil {
      endParagraph()
    }
    var inside = inside
    inside.style.link = Style.Link(address: whole, title: element["title"] ?? "")
    add(element.children, inside)
  }

  private mutating func add(heading element: HTMLElement, _ level: Int, _ inside: Inside) {
    let parts = blocks(of: element.children, inside)
    let pictures = parts.filter(\.isPicture)
    let words = parts.filter { !$0.isPicture }.inlines()
    if words.contains(where: \.isVisible) { append(.heading(level, words)) }
    for picture in pictures { append(picture) }
  }

  /// Elements that stand on lines of their own.
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dt",
    "fieldset", "figcaption", "footer", "form", "header", "hgroup", "html", "legend", "li", "main",
    "nav", "noscript", "option", "p", "search", "section", "select", "summary", "caption", "tbody",
    "td", "tfoot", "th", "thead", "tr", "textarea",
  ]
}
