/// Puts the events of a parser into a properly nested order.
///
/// md4c reports emphasis that begins and never ends for `_Budget _[](x)` and spans that cross; what is
/// left open is closed with its block, what crosses is closed and opened again, and what holds
/// nothing is dropped.
struct EventBuilder {
  private var events: [MarkdownEvent] = []
  private var stack: [Entry] = []
  /// Text that may go on.
  private var words = ""

  private struct Entry {
    let element: Element
    /// Where its `open` is.
    let start: Int
    /// Whether it is in the events, or too deep for readers of HTML and XML.
    let isShown: Bool
  }

  /// libxml2 reads 256 levels.
  private static let mostBlocks = 64
  private static let mostLevels = 100

  var isInCell: Bool { contains { if case .cell = $0 { true } else { false } } }

  private var isInLink: Bool { contains { if case .link = $0 { true } else { false } } }

  private func contains(_ condition: (Element) -> Bool) -> Bool {
    // Only the innermost levels matter, and a text may be very deep.
    stack.suffix(Self.mostLevels).contains { condition($0.element) }
  }

  mutating func open(_ element: Element) {
    endText()
    let isShown =
      switch element {
      case .quote, .list: stack.count < Self.mostBlocks
      case .item: stack.last?.isShown ?? true
      case .link: !isInLink && stack.count < Self.mostLevels
      case .emphasis, .strong, .strike, .code: stack.count < Self.mostLevels
      default: true
      }
    stack.append(Entry(element: element, start: events.count, isShown: isShown))
    if isShown { events.append(.open(element)) }
  }

  mutating func close(_ element: Element) {
    endText()
    guard element.isSpan else { return closeBlock(element) }
    // A span ends within its block, or was closed with it.
    var index = stack.count - 1
    let lowest = max(0, stack.count - Self.mostLevels)
    while index >= lowest, stack[index].element.isSpan {
      guard stack[index].element.isKind(of: element) else {
        index -= 1
        continue
      }
      let crossed = stack[(index + 1)...].map(\.element)
      while stack.count > index { pop() }
      for element in crossed { open(element) }
      return
    }
  }

  mutating func add(_ event: MarkdownEvent) {
    endText()
    events.append(event)
  }

  mutating func add(text: String) { words += text }

  /// Adds a space unless the text has one there already.
  mutating func addSpace() {
    if let last = words.unicodeScalars.last {
      if !last.properties.isWhitespace { words += " " }
    } else if case .close(let element) = events.last, element.isSpan {
      words += " "
    }
  }

  mutating func finish() -> [MarkdownEvent] {
    endText()
    while !stack.isEmpty { pop() }
    return events
  }

  private mutating func endText() {
    guard !words.isEmpty else { return }
    events.append(.text(words))
    words = ""
  }

  private mutating func closeBlock(_ element: Element) {
    while let last = stack.last, last.element.isSpan { pop() }
    guard let last = stack.last, last.element.isKind(of: element) else { return }
    pop()
  }

  private mutating func pop() {
    guard let entry = stack.popLast(), entry.isShown else { return }
    if events.count == entry.start + 1 {
      switch entry.element {
      case .item, .cell, .row, .head, .codeBlock: break
      default:
        events.removeLast()
        return
      }
    }
    events.append(.close(entry.element))
  }
}
