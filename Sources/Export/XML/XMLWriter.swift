internal import CXMLWriter
internal import Editorial

/// Writes XML 1.0 by libxml2's writer.
///
/// Characters that XML does not allow are left out, wherever they stand.
struct XMLWriter: ~Copyable {
  private let writer: OpaquePointer
  /// Nothing can fail here but memory; then the text is none.
  private var isFailed = false

  init() throws(XMLFault) {
    guard let writer = stet_xml_new() else { throw XMLFault() }
    self.writer = writer
  }

  deinit { stet_xml_free(writer) }

  /// Writes an element with what `content` writes in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    content: (inout XMLWriter) throws -> Void
  ) rethrows {
    start(name, attributes)
    try content(&self)
    end()
  }

  /// Writes an element with a text in it, or nothing where there is none.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ words: String?
  ) {
    guard let words else { return }
    start(name, attributes)
    text(words)
    end()
  }

  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    start(name, attributes)
    end()
  }

  /// Writes an element in which blanks mean something: its text and elements stand on one line.
  mutating func mixed(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    content: (inout XMLWriter) throws -> Void
  ) rethrows {
    start(name, attributes)
    note(stet_xml_indent(writer, 0))
    try content(&self)
    end()
    note(stet_xml_indent(writer, 1))
    text("\n")
  }

  /// Writes an element whose text stands as it is, for readers that want HTML.
  mutating func element(_ name: String, html: String) {
    start(name, [:])
    var rest = xmlText(html)[...]
    // The sign that would end it is shared between two sections.
    while let end = rest.firstRange(of: "]]>") {
      note(stet_xml_cdata(writer, String(rest[..<end.lowerBound]) + "]]"))
      rest = rest[rest.index(end.lowerBound, offsetBy: 2)...]
    }
    note(stet_xml_cdata(writer, String(rest)))
    end()
  }

  /// Opens an element, which ``end()`` closes; attributes that are nil are left out.
  mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    note(stet_xml_start(writer, name))
    for case (let name, let value?) in attributes {
      note(stet_xml_attribute(writer, name, xmlText(value)))
    }
  }

  mutating func end() { note(stet_xml_end(writer)) }

  mutating func text(_ words: String) { note(stet_xml_text(writer, xmlText(words))) }

  /// Writes markup that is well formed already.
  mutating func raw(_ markup: String) { note(stet_xml_raw(writer, xmlText(markup))) }

  /// Writes a text that only people see, or nothing where there is none.
  mutating func comment(_ words: String?) {
    guard let words else { return }
    // Two hyphens would end it.
    note(stet_xml_comment(writer, " " + xmlText(words).replacing("-", with: "\u{2010}") + " "))
  }

  /// Ends the document and gives its text.
  consuming func finish() throws(XMLFault) -> String {
    var bytes: UnsafePointer<CChar>?
    var count = 0
    guard stet_xml_finish(writer, &bytes, &count) == 0, !isFailed, let bytes else {
      throw XMLFault()
    }
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private mutating func note(_ code: CInt) { if code != 0 { isFailed = true } }
}

/// XML could not be written.
struct XMLFault: Explained, Equatable {
  var problem: String { "there was no memory left to write XML" }
}

/// A text without the characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets).
func xmlText(_ text: String) -> String {
  guard !text.unicodeScalars.allSatisfy(isXMLCharacter) else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.filter(isXMLCharacter)))
}

/// Whether XML 1.0 allows the character (https://www.w3.org/TR/xml/#charsets).
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: false
  default: true
  }
}
