internal import CXMLReader
internal import Editorial

/// Reads XML by libxml2's parser, which loads nothing and resolves no entity of a document's own.
///
/// A document type declaration ends it: what such declarations can do (read files, unfold without end)
/// no export needs.
final class XMLReader {
  /// What one file may hold: exports of whole sites are large.
  static let mostBytes = 512 << 20
  static let mostDepth = 256

  private let parts: Set<String>
  private let take: (XMLElement) throws(Unreadable) -> Void
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var words: [UInt8] = []
  private var failure: Unreadable?

  private init(_ parts: Set<String>, _ take: @escaping (XMLElement) throws(Unreadable) -> Void) {
    (self.parts, self.take) = (parts, take)
  }

  /// The root of a document, without the elements named in `parts`: each of those is given to `take` as
  /// soon as it is whole and then forgotten, so that a large file needs no more memory than one of them.
  ///
  /// `name` is the file's, for errors. `take` may have been called before a fault is found: what it
  /// gathered is then void.
  static func read(
    _ bytes: [UInt8], name: String, parts: Set<String> = [],
    _ take: @escaping (XMLElement) throws(Unreadable) -> Void = { _ throws(Unreadable) in }
  ) throws(Unreadable) -> XMLElement {
    try read(try XMLText(bytes, name: name), name: name, parts: parts, take)
  }

  static func read(
    _ text: XMLText, name: String, parts: Set<String> = [],
    _ take: @escaping (XMLElement) throws(Unreadable) -> Void = { _ throws(Unreadable) in }
  ) throws(Unreadable) -> XMLElement {
    let reader = XMLReader(parts, take)
    var walk = stet_walk(
      context: Unmanaged.passUnretained(reader).toOpaque(),
      start: { context, name, space, line in
        XMLReader.of(context)?.start(
          String(cString: name), space.map { String(cString: $0) } ?? "", line) ?? -1
      },
      attribute: { context, name, space, value, count in
        XMLReader.of(context)?.attribute(
          String(cString: name), space.map { String(cString: $0) } ?? "",
          UnsafeRawBufferPointer(start: value, count: count)) ?? -1
      },
      text: { XMLReader.of($0)?.text(UnsafeRawBufferPointer(start: $1, count: $2)) ?? -1 },
      end: { context, _ in XMLReader.of(context)?.end() ?? -1 })
    var fault = stet_fault()
    let status = withExtendedLifetime(reader) {
      text.bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map {
          stet_xml_walk($0.assumingMemoryBound(to: CChar.self), buffer.count, &walk, &fault)
        } ?? -1
      }
    }
    if let failure = reader.failure { throw failure }
    guard status == 0, let root = reader.root else { throw reader.said(fault, name) }
    return root
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: String, _ space: String, _ line: Int) -> Int32 {
    endText()
    open.append(XMLElement(name: name, space: space, line: line))
    guard open.count <= Self.mostDepth else {
      failure = Unreadable(
        "line \(line): its elements nest more than \(Self.mostDepth) levels deep")
      return -1
    }
    return 0
  }

  private func attribute(_ name: String, _ space: String, _ value: UnsafeRawBufferPointer) -> Int32
  {
    open[open.count - 1].attributes.append(
      XMLElement.Attribute(
        name: name, space: space, value: String(decoding: value, as: UTF8.self)))
    return 0
  }

  private func text(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    words += bytes
    return 0
  }

  private func end() -> Int32 {
    endText()
    guard let element = open.popLast() else { return -1 }
    guard !open.isEmpty else {
      root = element
      return 0
    }
    // An item inside an item belongs to that.
    guard parts.contains(element.name), !open.contains(where: { parts.contains($0.name) }) else {
      open[open.count - 1].children.append(.element(element))
      return 0
    }
    do throws(Unreadable) { try take(element) } catch {
      failure = error
      return -1
    }
    return 0
  }

  private func endText() {
    guard !words.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].children.append(.text(String(decoding: words, as: UTF8.self)))
    }
    words = []
  }

  /// What is wrong with a document, and where.
  private func said(_ fault: stet_fault, _ name: String) -> Unreadable {
    if fault.has_doctype != 0 {
      return Unreadable(
        "\(name), line \(fault.line): it has a document type declaration (<!DOCTYPE …>), which can "
          + "make a reader load files or fill its memory",
        hint: "take the declaration out, with the entities that it declares, if you trust the file")
    }
    let place = "\(name), line \(max(1, fault.line)): "
    let inside = open.last.map { "<\($0.name)> of line \($0.line) is still open" }
    switch fault.code {
    case 4: return Unreadable("\(name) holds no XML")
    case 5 where open.isEmpty:
      return Unreadable(place + "something stands behind the end of the document")
    case 5, 45, 63, 73, 77:
      return Unreadable(
        place + "the file ends in the middle" + (inside.map { ": \($0)" } ?? ""),
        hint: "it was cut off: export or copy it again")
    case 8, 9, 81:
      return Unreadable(
        place + "it holds bytes that are no UTF-8",
        hint: "find it in that line, and take it out or write it as it was meant")
    case 26:
      return Unreadable(
        place + "it names an entity (like &nbsp;) that XML does not know",
        hint: "write the character itself, or its number")
    case 76:
      return Unreadable(place + "a tag closes what is not open" + (inside.map { ": \($0)" } ?? ""))
    default:
      return Unreadable(place + "this is not well-formed XML" + (inside.map { " (\($0))" } ?? ""))
    }
  }
}
