internal import Editorial

/// Writes a text as what `body.content` of NITF 3.6 holds: blocks, with words inside of them alone.
///
/// Subheads are `hl2`, all stress is `em` with a class, and a picture that stands among words comes
/// after them.
struct NITFBody {
  private enum Level {
    /// Holds elements and no words: the body, a quote, a table and its rows.
    case blocks
    /// Holds both: an item, a cell.
    case mixed
    /// A paragraph, written when its first word comes.
    case paragraph(isWritten: Bool)
    /// Holds words alone: a subhead, code.
    case words
  }

  private let addressing: Addressing
  private let facts: (String) throws -> PictureFacts?
  private var levels: [Level] = [.blocks]
  /// For each span that is open, whether it was written.
  private var spans: [Bool] = []
  private var isInLink = false
  /// Pictures that wait for the end of the words around them.
  private var pictures: [(path: String, title: String, alt: String)] = []

  /// `facts` are asked of each picture of the newsroom.
  init(_ addressing: Addressing, facts: @escaping (String) throws -> PictureFacts?) {
    (self.addressing, self.facts) = (addressing, facts)
  }

  mutating func write(_ text: Markdown, into writer: inout XMLWriter) throws {
    for event in text.events {
      switch event {
      case .open(let element) where element.isSpan: open(span: element, &writer)
      case .close(let element) where element.isSpan: close(span: element, &writer)
      case .open(let element): try open(element, &writer)
      case .close(let element): try close(element, &writer)
      case .text(let words): write(words, &writer)
      case .softBreak: if isAmongWords { writer.text("\n") }
      case .hardBreak: if isAmongWords { writer.empty("br") }
      case .rule:
        try endLooseWords(&writer)
        writer.empty("hr")
        writer.text("\n")
      case .picture(let source, let title, let alt): write(picture: source, title, alt, &writer)
      }
    }
    try endLooseWords(&writer)
  }

  private var isAmongWords: Bool {
    switch levels.last {
    case .paragraph(let isWritten): isWritten
    case .mixed, .words: true
    case .blocks, nil: false
    }
  }

  private mutating func write(_ words: String, _ writer: inout XMLWriter) {
    let first = isAmongWords ? words.startIndex : words.firstIndex { !$0.isWhitespace }
    guard let first else { return }
    beginWords(&writer)
    writer.text(String(words[first...]))
  }

  private mutating func beginWords(_ writer: inout XMLWriter) {
    switch levels.last {
    case .blocks, nil:
      // Too deep for a list or quote of their own: the words stay.
      writer.start("p")
      levels.append(.paragraph(isWritten: true))
      isLoose = true
    case .paragraph(false):
      writer.start("p")
      levels[levels.count - 1] = .paragraph(isWritten: true)
    default: break
    }
  }

  /// Whether a paragraph stands open that is none in the text.
  private var isLoose = false

  private mutating func endLooseWords(_ writer: inout XMLWriter) throws {
    guard isLoose else { return }
    isLoose = false
    levels.removeLast()
    writer.end()
    writer.text("\n")
    try writePictures(&writer)
  }

  private mutating func open(span: Element, _ writer: inout XMLWriter) {
    switch span {
    case .link(let address, let title):
      guard let target = addressing.link(address) else {
        spans.append(false)
        return
      }
      beginWords(&writer)
      writer.start("a", ["href": target, "title": title.isEmpty ? nil : title])
      isInLink = true
    case .strong: start("strong")
    case .strike: start("strike")
    case .code: start("code")
    default: start("emphasis")
    }
    spans.append(true)

    func start(_ kind: String) {
      beginWords(&writer)
      writer.start("em", ["class": kind])
    }
  }

  private mutating func close(span: Element, _ writer: inout XMLWriter) {
    if case .link = span { isInLink = false }
    if spans.popLast() == true { writer.end() }
  }

  private mutating func open(_ element: Element, _ writer: inout XMLWriter) throws {
    try endLooseWords(&writer)
    // Whoever takes the tags out still finds words apart.
    if case .mixed = levels.last { writer.text("\n") }
    switch element {
    case .paragraph: levels.append(.paragraph(isWritten: false))
    case .heading(let level): start("hl2", ["class": "level-\(level)"], .words)
    case .quote:
      writer.start("bq")
      start("block", [:], .blocks)
    case .list(let first):
      start(first == nil ? "ul" : "ol", ["seqnum": first.map(String.init)], .blocks)
    case .item(let done):
      start("li", [:], .mixed)
      if let done { writer.text(done ? "☑ " : "☐ ") }
    case .codeBlock: start("pre", [:], .words)
    case .table: start("table", [:], .blocks)
    case .head: start("thead", [:], .blocks)
    case .rows: start("tbody", [:], .blocks)
    case .row: start("tr", [:], .blocks)
    case .cell(let isHead, let alignment):
      let align = alignment == .natural ? nil : alignment.rawValue
      start(isHead ? "th" : "td", ["align": align], .mixed)
    case .emphasis, .strong, .strike, .code, .link: break
    }

    func start(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ level: Level) {
      writer.start(name, attributes)
      levels.append(level)
    }
  }

  private mutating func close(_ element: Element, _ writer: inout XMLWriter) throws {
    try endLooseWords(&writer)
    if case .mixed = levels.last { try writePictures(&writer) }
    let level = levels.popLast()
    if case .paragraph(isWritten: false) = level {
      try writePictures(&writer)
      return
    }
    writer.end()
    if case .quote = element { writer.end() }
    writer.text("\n")
    switch level {
    case .paragraph, .words: try writePictures(&writer)
    default: break
    }
  }

  /// Pictures of the newsroom are shown, those on other hosts linked, anything else is its text.
  private mutating func write(
    picture source: String, _ title: String, _ alt: String, _ writer: inout XMLWriter
  ) {
    if let path = Addressing.picture(source), Picture.isKnown(path) {
      pictures.append((path, title, alt))
      return
    }
    let words = alt.isEmpty ? title : alt
    guard !isInLink, let target = Addressing.elsewhere(source) else {
      write(words, &writer)
      return
    }
    beginWords(&writer)
    writer.start("a", ["href": target])
    writer.text(words.isEmpty ? target : words)
    writer.end()
  }

  private mutating func writePictures(_ writer: inout XMLWriter) throws {
    for picture in pictures {
      let media = NITFMedia(
        address: addressing.own(picture.path), path: picture.path,
        facts: try facts(picture.path), alt: picture.alt, caption: picture.title)
      media.write(into: &writer)
    }
    pictures = []
  }
}

/// A picture as NITF has it.
struct NITFMedia {
  let address: String
  let path: String
  /// Nil where the edition does not have the picture.
  let facts: PictureFacts?
  let alt: String?
  let caption: String?
  var credit: String?
  var license: String?

  func write(into writer: inout XMLWriter) {
    writer.start("media", ["media-type": "image"])
    if let license = line(license) {
      writer.empty("media-metadata", ["name": "license", "value": license])
    }
    writer.empty(
      "media-reference",
      [
        "source": address, "mime-type": facts?.mediaType ?? Picture.kind(of: path),
        "alternate-text": line(alt), "height": facts.map { String($0.height) },
        "width": facts.map { String($0.width) }, "units": facts.map { _ in "pixels" },
      ])
    writer.element("media-caption", [:], line(caption))
    writer.element("media-producer", [:], line(credit))
    writer.end()
    writer.text("\n")
  }
}
