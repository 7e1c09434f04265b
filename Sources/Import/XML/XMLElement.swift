/// An element of XML as it was read, its names without their prefixes.
struct XMLElement: Hashable, Sendable {
  enum Child: Hashable, Sendable {
    case text(String)
    case element(XMLElement)
  }

  struct Attribute: Hashable, Sendable {
    let name, space, value: String
  }

  let name: String
  /// The address of its namespace; empty for none.
  let space: String
  /// In the file, from 1.
  let line: Int
  var attributes: [Attribute] = []
  var children: [Child] = []

  /// An attribute without a namespace; nil where it is absent or empty.
  subscript(attribute: String) -> String? {
    let value = attributes.first { $0.name == attribute && $0.space.isEmpty }?.value.trimmed
    return value?.isEmpty == false ? value : nil
  }

  /// The address against which those in it are read (https://www.w3.org/TR/xmlbase/).
  var base: String? {
    let base = attributes.first { $0.name == "base" && $0.space.contains("XML/1998") }
    return base.flatMap { $0.value.trimmed.isEmpty ? nil : $0.value.trimmed }
  }

  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All the text in it, CDATA and other alike.
  var text: String {
    children.reduce(into: "") { text, child in
      switch child {
      case .text(let words): text += words
      case .element(let element): text += element.text
      }
    }
  }

  /// The children of a name whose namespace's address holds `mark`, whatever its version and prefix;
  /// an empty mark means no namespace, or the element's own.
  func all(_ name: String, in mark: String = "") -> [XMLElement] {
    elements.filter {
      $0.name == name
        && (mark.isEmpty ? $0.space.isEmpty || $0.space == space : $0.space.contains(mark))
    }
  }

  func first(_ name: String, in mark: String = "") -> XMLElement? { all(name, in: mark).first }

  /// The text of the first such child, without blanks around it; nil where it is absent or empty.
  func text(_ name: String, in mark: String = "") -> String? {
    let text = first(name, in: mark)?.text.trimmed
    return text?.isEmpty == false ? text : nil
  }

  /// It as HTML, for XHTML that stands in a feed.
  var html: HTMLElement {
    var result = HTMLElement(name: name.lowercased(), line: line)
    for attribute in attributes where attribute.space.isEmpty {
      result.attributes[attribute.name.lowercased()] = attribute.value
    }
    result.children = children.map {
      switch $0 {
      case .text(let words): .text(plainText(words))
      case .element(let element): .element(element.html)
      }
    }
    return result
  }
}
