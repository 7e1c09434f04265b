@testable import Export

/// The words of a text as a reader gets them, block by block.
struct Rendered: Equatable, CustomStringConvertible {
  /// A character with how it stands; blanks are left out but for those of code.
  struct Sign: Hashable {
    var scalar: Unicode.Scalar
    var style: String
  }

  var blocks: [[Sign]] = []

  init() {}

  /// Reads Markdown by the walk that every export renders.
  init(markdown: String) throws {
    var styles: [String] = []
    var signs: [Sign] = []
    func end(_ blocks: inout [[Sign]]) {
      if !signs.isEmpty { blocks.append(signs) }
      signs = []
    }
    func add(_ words: String) {
      for scalar in words.unicodeScalars {
        let isCode = styles.contains("pre")
        guard isCode || !scalar.properties.isWhitespace else { continue }
        signs.append(Sign(scalar: scalar, style: Set(styles).sorted().joined(separator: " ")))
      }
    }
    for event in try Export.Markdown(markdown).events {
      switch event {
      case .open(let element) where element.isSpan: styles.append(Self.name(element))
      case .close(let element) where element.isSpan:
        if let index = styles.lastIndex(of: Self.name(element)) { styles.remove(at: index) }
      case .open(.codeBlock):
        end(&blocks)
        styles.append("pre")
      case .close(.codeBlock):
        // The fence adds a line end.
        if signs.last?.scalar == "\n" { signs.removeLast() }
        end(&blocks)
        styles.removeAll { $0 == "pre" }
      case .open, .close: end(&blocks)
      case .text(let words): add(words)
      case .picture(let source, let title, let alt): add("⟨\(source)|\(alt)|\(title)⟩")
      case .softBreak, .hardBreak, .rule: continue
      }
    }
    end(&blocks)
  }

  private static func name(_ element: Element) -> String {
    switch element {
    case .emphasis: "em"
    case .strong: "strong"
    case .strike: "del"
    case .code: "code"
    case .link(let address, _): "a=\(address)"
    default: ""
    }
  }

  var description: String { blocks.map(Self.text).joined(separator: "\n") }

  /// The blocks that are not as they should be.
  func difference(from other: Rendered) -> String {
    guard blocks.count == other.blocks.count else { return "\(self)\n--- not\n\(other)" }
    return zip(blocks, other.blocks).filter { $0 != $1 }
      .map { "\(Self.text($0))\n--- not\n\(Self.text($1))" }.joined(separator: "\n")
  }

  private static func text(_ signs: [Sign]) -> String {
    var (text, style) = ("", "")
    for sign in signs {
      if sign.style != style {
        style = sign.style
        text += "{\(style)}"
      }
      text.unicodeScalars.append(sign.scalar)
    }
    return text
  }
}
