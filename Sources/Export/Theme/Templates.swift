internal import Editorial
internal import Mustache
internal import Synchronization

/// The templates of an edition, compiled once.
struct Templates: Sendable {
  private let library: MustacheLibrary
  /// Told of the names that each template is given; for whoever checks a theme.
  var witness: Witness?

  /// Compiles the built-in ones and those of the newsroom, by their path below `theme/`.
  init(_ theme: [String: [UInt8]]) throws(ExportFault) {
    MustacheContentTypes.register(Markup(), named: Markup.name)
    var library = MustacheLibrary()
    var partials: [String: [TemplateTag]] = [:]
    var texts: [String: String] = [:]
    for part in Theme.parts {
      if let name = part.template { texts[name] = part.text }
    }
    for (path, bytes) in theme {
      if let name = Theme.template(path) { texts[name] = String(decoding: bytes, as: UTF8.self) }
    }
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard text.utf8.count <= Self.mostBytes else {
        throw .template(
          path: name + ".mustache", line: 1, reason: "it is larger than \(Self.mostBytes >> 10) KiB"
        )
      }
      let tags = try TemplateTag.all(in: text, of: name + ".mustache")
      partials[name] = tags.filter { $0.kind == .partial || $0.kind == .parent }
      try Self.add(text, name, to: &library)
    }
    for name in partials.keys.sorted() { try Self.refuseCircles(from: name, partials) }
    try Self.refuseAvalanches(partials)
    self.library = library
  }

  func render(_ name: String, _ fields: Fields) -> String {
    witness?.note(fields.names, for: name)
    return library.render(fields, withTemplate: name) ?? ""
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
        path: name + ".mustache", line: error.context.lineNumber, reason: "this is not Mustache")
    } catch {
      throw .template(path: name + ".mustache", line: 1, reason: "this is not Mustache")
    }
  }

  /// What no page needs would only stop the machine.
  static let mostBytes = 512 << 10
  static let mostParts = 4_000

  /// Templates that each show the next one twice would make a page without end.
  private static func refuseAvalanches(
    _ partials: [String: [TemplateTag]]
  ) throws(ExportFault) {
    var counts: [String: Int] = [:]
    func count(_ name: String) -> Int {
      if let known = counts[name] { return known }
      let sum = (partials[name] ?? []).reduce(1) { min($0 + count($1.name), mostParts + 1) }
      counts[name] = sum
      return sum
    }
    for name in partials.keys.sorted() where count(name) > mostParts {
      throw .template(
        path: name + ".mustache", line: partials[name]?.first?.line ?? 1,
        reason: "it comes to more than \(mostParts) templates, one in another")
    }
  }

  /// A template that shows itself, by whatever way, would never come to an end.
  private static func refuseCircles(
    from name: String, _ partials: [String: [TemplateTag]]
  ) throws(ExportFault) {
    var looked: Set<String> = []
    for tag in partials[name] ?? [] where looked.insert(tag.name).inserted {
      var open = [tag.name]
      var seen: Set<String> = []
      while let next = open.popLast() {
        guard next != name else {
          throw .template(
            path: name + ".mustache", line: tag.line,
            reason: "`{{>\(tag.name)}}` comes round to this template again")
        }
        if seen.insert(next).inserted { open += (partials[next] ?? []).map(\.name) }
      }
    }
  }
}

/// What templates were given while pages were made.
final class Witness: Sendable {
  private let known = Mutex<[String: Set<String>]>([:])

  func note(_ names: Set<String>, for template: String) {
    known.withLock { $0[template, default: []].formUnion(names) }
  }

  /// By template, all names that it can say.
  var names: [String: Set<String>] { known.withLock { $0 } }
}

/// How values are escaped in templates: for HTML, between tags and in quoted attributes.
///
/// The library's own escaping goes by `Character` and lets a quote with an accent on it pass.
private struct Markup: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { escaped(text) }
}
