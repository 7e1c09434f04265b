/// A piece of HTML as it was read.
enum HTMLNode: Hashable, Sendable {
  /// Its entities are characters already.
  case text(String)
  case element(HTMLElement)

  /// The words in it, tags aside.
  var text: String {
    switch self {
    case .text(let words): words
    case .element(let element): element.text
    }
  }

  /// Whether it is nothing but blanks between tags.
  var isBlank: Bool {
    if case .text(let words) = self { words.utf8.allSatisfy(isHTMLBlank) } else { false }
  }
}

/// An element with its name and the names of its attributes in lower case.
struct HTMLElement: Hashable, Sendable {
  let name: String
  var attributes: [String: String] = [:]
  var children: [HTMLNode] = []
  /// Of the piece of a page, from 1; 0 where it was never in one.
  var line = 0

  /// An attribute without blanks around it; nil where it is absent or empty.
  subscript(attribute: String) -> String? {
    guard let value = attributes[attribute]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  var text: String { children.reduce(into: "") { $0 += $1.text } }

  /// Whether `class` names it.
  func isOfClass(_ name: String) -> Bool {
    attributes["class"]?.split(whereSeparator: \.isWhitespace).contains { $0 == name } ?? false
  }

  /// The first element of that name inside.
  func first(_ name: String) -> HTMLElement? {
    for case .element(let child) in children {
      if child.name == name { return child }
      if let found = child.first(name) { return found }
    }
    return nil
  }
}

/// What HTML folds to one space (https://infra.spec.whatwg.org/#ascii-whitespace).
func isHTMLBlank(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
  default: false
  }
}
