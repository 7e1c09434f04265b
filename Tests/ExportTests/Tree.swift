import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML document read strictly: reading fails where it is not well formed.
final class Tree {
  let name: String
  let attributes: [String: String]
  private(set) var children: [Tree] = []
  fileprivate var words = ""

  fileprivate init(_ name: String, _ attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// Nil where the text is not well formed.
  static func read(_ text: String) -> Tree? {
    let parser = XMLParser(data: Data(text.utf8))
    let builder = Builder()
    parser.delegate = builder
    return parser.parse() ? builder.root.children.first : nil
  }

  /// Throws where there is no text or it is not well formed.
  static func parsed(_ text: String?) throws -> Tree {
    guard let text, let tree = read(text) else { throw NotWellFormed(text: text) }
    return tree
  }

  struct NotWellFormed: Error {
    let text: String?
  }

  /// Itself and all below it, in the order of the text.
  var all: [Tree] { [self] + children.flatMap(\.all) }

  func all(_ name: String, class kind: String? = nil) -> [Tree] {
    all.filter {
      $0.name == name
        && (kind == nil
          || $0.attributes["class"]?.split(separator: " ").contains { $0 == kind ?? "" } == true)
    }
  }

  func first(_ name: String, class kind: String? = nil) -> Tree? { all(name, class: kind).first }

  /// All text in it, blanks joined.
  var text: String {
    raw.split { $0.isWhitespace }.joined(separator: " ")
  }

  var raw: String { words }

  private final class Builder: NSObject, XMLParserDelegate {
    let root = Tree("", [:])
    private var open: [Tree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let tree = Tree(name, attributes)
      (open.last ?? root).children.append(tree)
      open.append(tree)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      for tree in open { tree.words += string }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      for tree in open { tree.words += String(decoding: block, as: UTF8.self) }
    }
  }
}
