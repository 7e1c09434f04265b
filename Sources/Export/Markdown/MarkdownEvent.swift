/// One step of a walk through a text.
///
/// Each `open` has its `close`, properly nested.
enum MarkdownEvent: Hashable, Sendable {
  case open(Element)
  case close(Element)
  /// Never HTML; entities are characters already.
  case text(String)
  case softBreak
  case hardBreak
  case rule
  /// Its address is as written: ``Addressing`` judges it.
  case picture(source: String, title: String, alt: String)
}

/// What can stand open in a text.
enum Element: Hashable, Sendable {
  case paragraph
  /// From 1.
  case heading(Int)
  case quote
  /// Numbered from `start`; with bullets where that is nil.
  case list(start: Int?)
  case item(done: Bool?)
  case codeBlock
  case table, head, rows, row
  case cell(isHead: Bool, Alignment)
  case emphasis, strong, strike, code
  /// Its address is as written.
  case link(address: String, title: String)

  enum Alignment: String, Hashable, Sendable { case natural, left, center, right }

  var isSpan: Bool {
    switch self {
    case .emphasis, .strong, .strike, .code, .link: true
    default: false
    }
  }

  /// Whether both are the same kind of thing, whatever their details.
  func isKind(of other: Element) -> Bool {
    switch (self, other) {
    case (.heading, .heading), (.list, .list), (.item, .item), (.cell, .cell), (.link, .link): true
    default: self == other
    }
  }
}
