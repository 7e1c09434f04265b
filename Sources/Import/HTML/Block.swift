/// A block of a text on its way from HTML to Markdown.
indirect enum Block: Hashable, Sendable {
  case paragraph([Inline])
  /// From 1.
  case heading(Int, [Inline])
  case quote([Block])
  /// Numbered from `start`; with bullets where that is nil.
  case list(start: Int?, [Item])
  /// Byte for byte, without a line end at its end.
  case code(String, language: String?)
  /// Rows of cells; the first is the head.
  case table([[[Inline]]])
  case rule

  struct Item: Hashable, Sendable {
    var blocks: [Block]
    /// Whether it is ticked; nil for what is no task.
    var done: Bool?
  }
}

/// A piece of a line.
struct Inline: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case text(String)
    case code(String)
    case picture(source: String, title: String, alt: String)
    case lineBreak
  }

  var kind: Kind
  var style: Style

  /// Whether a reader sees something of it.
  var isVisible: Bool {
    switch kind {
    case .text(let words), .code(let words):
      words.unicodeScalars.contains {
        !$0.properties.isWhitespace && $0.properties.generalCategory != .format
      }
    case .picture: true
    case .lineBreak: false
    }
  }

  /// Whether it parts words.
  var isBlank: Bool {
    switch kind {
    case .text(let words): words.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    case .lineBreak: true
    case .code, .picture: false
    }
  }
}

/// How words stand.
struct Style: Hashable, Sendable {
  var isStrong = false
  var isEmphasis = false
  var isStruck = false
  var link: Link?

  struct Link: Hashable, Sendable {
    var address: String
    var title = ""
  }

  /// What both have.
  func common(with other: Style?) -> Style {
    guard let other else { return Style() }
    return Style(
      isStrong: isStrong && other.isStrong, isEmphasis: isEmphasis && other.isEmphasis,
      isStruck: isStruck && other.isStruck, link: link == other.link ? link : nil)
  }
}
