internal import Editorial

/// A text as HTML that is XML as well.
struct HTMLBody {
  private(set) var html = ""
  /// The pictures of the newsroom in it, by their paths.
  private(set) var pictures: [String] = []
  /// Those to which it leads.
  private(set) var linked: [String] = []
  private let addressing: Addressing
  /// What is known of pictures, by their paths.
  private let facts: [String: PictureFacts]
  private var anchors = Anchors()
  /// The ids of its subheads.
  private(set) var ids: Set<String> = []
  /// The level in the text that becomes `h2`; the page's `h1` is the headline.
  private let topLevel: Int
  private var lastLevel = 1
  private var openLevel = 2
  /// For each link that is open, whether it is one to readers.
  private var links: [Bool] = []

  init(_ text: Markdown, _ addressing: Addressing, _ facts: [String: PictureFacts] = [:]) {
    (self.addressing, self.facts) = (addressing, facts)
    var top = 6
    for case .open(.heading(let level)) in text.events { top = min(top, level) }
    topLevel = top
    html.reserveCapacity(8192)
    var index = 0
    while index < text.events.count {
      if let figure = Self.figure(text.events, at: index) {
        add(figure: figure)
        index += 3
        continue
      }
      switch text.events[index] {
      case .open(.heading(let level)): open(heading: level, text.events, from: index)
      case .open(let element): open(element)
      case .close(let element): close(element)
      case .text(let words): escape(words, into: &html)
      case .softBreak: html += "\n"
      case .hardBreak: html += "<br/>\n"
      case .rule: html += "<hr/>\n"
      case .picture(let source, let title, let alt): add(picture: source, title, alt)
      }
      index += 1
    }
  }

  /// What is wider than the column is moved with the keys too; feeds have no use for that.
  private var reached: String { addressing.isAbsolute ? "" : " tabindex=\"0\"" }

  private mutating func open(_ element: Element) {
    switch element {
    case .paragraph: html += "<p>"
    case .heading: break
    case .quote: html += "<blockquote>\n"
    case .list(nil): html += "<ul>\n"
    case .list(let start?): html += start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n"
    case .item(nil): html += "<li>"
    case .item(let done?): html += done ? "<li>☑ " : "<li>☐ "
    case .codeBlock: html += "<pre\(reached)><code>"
    case .table: html += "<div class=\"table\"\(reached)><table>\n"
    case .head: html += "<thead>\n"
    case .rows: html += "<tbody>\n"
    case .row: html += "<tr>"
    case .cell(let isHead, let alignment):
      html += isHead ? "<th" : "<td"
      if alignment != .natural { html += " class=\"\(alignment.rawValue)\"" }
      html += ">"
    case .emphasis: html += "<em>"
    case .strong: html += "<strong>"
    case .strike: html += "<del>"
    case .code: html += "<code>"
    case .link(let address, let title):
      // A picture stands below the site's root, wherever it is linked from.
      let picture = Addressing.picture(address).flatMap { Picture.isKnown($0) ? $0 : nil }
      if let picture { linked.append(picture) }
      let target = picture.map(addressing.own) ?? addressing.link(address)
      links.append(target != nil)
      guard let target else { return }
      html += "<a href=\"\(escaped(target))\""
      if !title.isEmpty { html += " title=\"\(escaped(title))\"" }
      html += ">"
    }
  }

  private mutating func close(_ element: Element) {
    switch element {
    case .paragraph: html += "</p>\n"
    case .heading: html += "</h\(openLevel)>\n"
    case .quote: html += "</blockquote>\n"
    case .list(nil): html += "</ul>\n"
    case .list: html += "</ol>\n"
    case .item: html += "</li>\n"
    case .codeBlock: html += "</code></pre>\n"
    case .table: html += "</table></div>\n"
    case .head: html += "</thead>\n"
    case .rows: html += "</tbody>\n"
    case .row: html += "</tr>\n"
    case .cell(let isHead, _): html += isHead ? "</th>" : "</td>"
    case .emphasis: html += "</em>"
    case .strong: html += "</strong>"
    case .strike: html += "</del>"
    case .code: html += "</code>"
    case .link:
      if links.popLast() == true { html += "</a>" }
    }
  }

  /// Subheads begin at `h2` and leave no level out.
  private mutating func open(heading level: Int, _ events: [MarkdownEvent], from start: Int) {
    openLevel = min(max(2, level - topLevel + 2), lastLevel + 1, 6)
    lastLevel = openLevel
    var words = ""
    scan: for event in events[(start + 1)...] {
      switch event {
      case .text(let text): words += text
      case .softBreak, .hardBreak: words += " "
      case .close(.heading): break scan
      default: continue
      }
    }
    let id = anchors.anchor(for: words)
    ids.insert(id)
    html += "<h\(openLevel) id=\"\(id)\">"
  }

  /// A picture that is a paragraph of its own.
  private static func figure(
    _ events: [MarkdownEvent], at index: Int
  ) -> (source: String, title: String, alt: String)? {
    guard index + 2 < events.count, events[index] == .open(.paragraph),
      case .picture(let source, let title, let alt) = events[index + 1],
      events[index + 2] == .close(.paragraph),
      let path = Addressing.picture(source), Picture.isKnown(path)
    else { return nil }
    return (source, title, alt)
  }

  private mutating func add(figure: (source: String, title: String, alt: String)) {
    let isTall = Addressing.picture(figure.source).flatMap { facts[$0] }?.isTall == true
    html += isTall ? "<figure class=\"tall\">" : "<figure>"
    add(picture: figure.source, "", figure.alt)
    if !figure.title.isEmpty { html += "<figcaption>\(escaped(figure.title))</figcaption>" }
    html += "</figure>\n"
  }

  /// Pictures of the newsroom are shown, those on other hosts linked, anything else is its text.
  private mutating func add(picture source: String, _ title: String, _ alt: String) {
    if let path = Addressing.picture(source), Picture.isKnown(path) {
      pictures.append(path)
      html += "<img src=\"\(escaped(addressing.own(path)))\" alt=\"\(escaped(alt))\""
      if !title.isEmpty { html += " title=\"\(escaped(title))\"" }
      if let known = facts[path] {
        if let set = known.sourceSet(addressing) {
          html += " srcset=\"\(set)\" sizes=\"\(PicturePlace.body.rawValue)\""
        }
        html += " width=\"\(known.width)\" height=\"\(known.height)\""
      }
      html += " loading=\"lazy\"/>"
      return
    }
    let words = alt.isEmpty ? title : alt
    guard !links.contains(true), let target = Addressing.elsewhere(source) else {
      escape(words, into: &html)
      return
    }
    html += "<a href=\"\(escaped(target))\">\(escaped(words.isEmpty ? target : words))</a>"
  }
}
