/// A text without marks: paragraphs parted by an empty line.
struct PlainBody {
  private(set) var text = ""
  /// The addresses of its links, in the order of their notes `[1]`, `[2]`, ….
  private(set) var notes: [String] = []
  private let width: Int?
  private let addressing: Addressing?
  /// Words that open the first paragraph, until that is there.
  private var opening: String?
  /// What opens the lines of the block: the marks of lists and quotes.
  private var leads: [Lead] = []
  private var line = ""
  private var codeDepth = 0
  private var links: [(target: String?, start: Int)] = []
  private var cells: [String] = []
  /// Whether what was written last goes on without an empty line: an item or a row.
  private var isClose = false

  private struct Lead {
    /// What opens its first line, until that is written.
    var first: String?
    let rest: String
    /// The number of the next item; nil for bullets and for what is no list.
    var number: Int?
  }

  /// Wraps at `width` columns where one is given.
  ///
  /// With `addressing`, links become notes. `opening` stands before the first words, as a dateline does.
  init(
    _ source: Markdown, width: Int? = nil, addressing: Addressing? = nil, opening: String? = nil
  ) {
    (self.width, self.addressing, self.opening) = (width, addressing, opening)
    text.reserveCapacity(4096)
    // Before anything else it stands by itself.
    if let opening, source.events.first != .open(.paragraph) {
      line = opening
      self.opening = nil
      endBlock()
    }
    for event in source.events {
      switch event {
      case .open(let element): open(element)
      case .close(let element): close(element)
      case .text(let words): line += words
      case .softBreak: line += codeDepth > 0 ? "\n" : " "
      case .hardBreak: line += "\n"
      case .rule:
        line = "* * *"
        endBlock()
      case .picture(_, let title, let alt):
        // Readers of a page see the title below the picture.
        line += alt.isEmpty || alt == title ? title : title.isEmpty ? alt : "\(alt) (\(title))"
      }
    }
    endBlock()
  }

  private mutating func open(_ element: Element) {
    switch element {
    case .quote:
      endBlock()
      leads.append(Lead(first: nil, rest: "> "))
    case .list(let start):
      endBlock(isClose: !leads.isEmpty)
      if leads.isEmpty { isClose = false }
      leads.append(Lead(first: nil, rest: "", number: start))
    case .item(let done):
      endBlock(isClose: true)
      var mark = "- "
      if let last = leads.indices.last, let number = leads[last].number {
        mark = "\(number). "
        leads[last].number = number + 1
      }
      let rest = String(repeating: " ", count: mark.count)
      leads.append(Lead(first: mark, rest: rest))
      if let done { line += done ? "[x] " : "[ ] " }
    case .codeBlock:
      endBlock()
      codeDepth += 1
      leads.append(Lead(first: nil, rest: "    "))
    case .paragraph:
      endBlock()
      if let opening {
        line = opening + " "
        self.opening = nil
      }
    case .heading: endBlock()
    case .table:
      endBlock()
      isClose = false
    case .row: cells = []
    case .cell: line = ""
    case .link(let address, _):
      links.append((addressing?.link(address), line.utf8.count))
    default: break
    }
  }

  private mutating func close(_ element: Element) {
    switch element {
    case .paragraph, .heading: endBlock()
    case .quote, .item, .list:
      endBlock(isClose: element.isKind(of: .item(done: nil)))
      if !leads.isEmpty { leads.removeLast() }
    case .codeBlock:
      if line.hasSuffix("\n") { line.removeLast() }
      endBlock()
      codeDepth -= 1
      if !leads.isEmpty { leads.removeLast() }
    case .cell:
      cells.append(line.words().joined(separator: " "))
      line = ""
    case .row:
      while cells.last?.isEmpty == true { cells.removeLast() }
      write([cells.joined(separator: " | ")], isClose: true)
      line = ""
    case .table: isClose = false
    case .link:
      guard let link = links.popLast(), let target = link.target, !target.hasPrefix("#") else {
        return
      }
      let words = line.utf8.dropFirst(link.start)
      // An address that stands there already needs no note.
      guard String(words) != target, "mailto:" + (String(words) ?? "") != target else { return }
      notes.append(target)
      line += " [\(notes.count)]"
    default: break
    }
  }

  private mutating func endBlock(isClose: Bool = false) {
    defer { line = "" }
    if codeDepth > 0 {
      guard !line.isEmpty else { return }
      write(line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    } else {
      let lines = line.split(separator: "\n").flatMap { wrapped($0) }
      guard !lines.isEmpty else { return }
      write(lines, isClose: isClose)
    }
  }

  /// Writes a block.
  ///
  /// Close ones have no empty line between them.
  private mutating func write(_ lines: [String], isClose: Bool = false) {
    if !text.isEmpty, !(isClose && self.isClose) { text += "\n" }
    self.isClose = isClose
    for part in lines {
      var lead = ""
      for index in leads.indices {
        lead += leads[index].first ?? leads[index].rest
        leads[index].first = nil
      }
      let whole = lead + part
      text += whole.allSatisfy(\.isWhitespace) ? "" : whole
      text += "\n"
    }
  }

  private func wrapped(_ words: Substring) -> [String] {
    guard let width else {
      let joined = words.words().joined(separator: " ")
      return joined.isEmpty ? [] : [joined]
    }
    let lead = leads.reduce(0) { $0 + ($1.first ?? $1.rest).count }
    return wrap(words, to: Swift.max(24, width - lead))
  }
}

/// `text` in lines of at most `width` columns, where its words allow.
func wrap(_ text: some StringProtocol, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in text.words() {
    let count = word.count
    if length > 0, length + 1 + count > width {
      lines.append(line)
      (line, length) = ("", 0)
    }
    if length > 0 {
      line += " "
      length += 1
    }
    line += word
    length += count
  }
  if length > 0 { lines.append(line) }
  return lines
}
