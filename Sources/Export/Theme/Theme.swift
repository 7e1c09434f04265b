internal import Mustache

/// The built-in look, each template and file a text in this folder.
///
/// `theme/` of the newsroom may replace each by its name.
enum Theme {
  static let templates: [(name: String, text: String)] = [
    ("layout", layout), ("story", story), ("withdrawn", withdrawn), ("notices", notices),
    ("recent", recent), ("front", front), ("card", card), ("image", image), ("months", months),
    ("list", list),
    ("corrections", corrections), ("notfound", notfound), ("redirect", redirect),
  ]
}

/// The templates of an edition, compiled once.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// Compiles the built-in ones and those of the newsroom, by their path below `theme/`.
  init(_ theme: [String: [UInt8]]) throws(ExportFault) {
    MustacheContentTypes.register(Markup(), named: Markup.name)
    var library = MustacheLibrary()
    for (name, text) in Theme.templates { try Self.add(text, name, to: &library) }
    for path in theme.keys.sorted() where path.hasSuffix(".mustache") {
      let text = String(decoding: theme[path] ?? [], as: UTF8.self)
      try Self.add(text, String(path.dropLast(".mustache".count)), to: &library)
    }
    self.library = library
  }

  func render(_ name: String, _ fields: Fields) -> String {
    library.render(fields, withTemplate: name) ?? ""
  }

  private static func add(
    _ text: String, _ name: String, to library: inout MustacheLibrary
  ) throws(ExportFault) {
    do {
      // Each template begins with the content type, since a partial does not inherit it.
      let marked = "{{% CONTENT_TYPE:\(Markup.name)}}" + text
      library.register(try MustacheTemplate(string: marked), named: name)
    } catch let error as MustacheTemplate.ParserError {
      throw .template(
        path: name + ".mustache", line: error.context.lineNumber, reason: reason(of: error.error))
    } catch {
      throw .template(path: name + ".mustache", line: 1, reason: "it is not a Mustache template")
    }
  }

  private static func reason(of error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed under another name than it was opened"
    case .expectedSectionEnd: "a section is never closed"
    case .unfinishedName: "a tag is never closed"
    default: "this is not Mustache"
    }
  }
}

/// How values are escaped in templates: for HTML, between tags and in quoted attributes.
///
/// The library's own escaping goes by `Character` and lets a quote with an accent on it pass.
private struct Markup: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { escaped(text) }
}
