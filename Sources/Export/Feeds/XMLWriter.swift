/// Writes XML 1.0 with everything escaped for the place where it stands.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  /// Writes an element with what `content` writes in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    content: (inout XMLWriter) throws -> Void
  ) rethrows {
    start(name, attributes)
    text += ">\n"
    depth += 1
    try content(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// Writes an element with a text in it, or nothing where there is none.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ words: String?
  ) {
    guard let words else { return }
    start(name, attributes)
    text += ">"
    escape(words, into: &text)
    text += "</\(name)>\n"
  }

  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    start(name, attributes)
    text += "/>\n"
  }

  /// Writes an element whose text stands as it is, for readers that want HTML.
  mutating func element(_ name: String, html: String) {
    start(name, [:])
    text += "><![CDATA["
    let allowed = html.unicodeScalars.filter { isXMLCharacter($0) }
    text += String(String.UnicodeScalarView(allowed)).replacing("]]>", with: "]]]]><![CDATA[>")
    text += "]]></\(name)>\n"
  }

  private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    text += "<\(name)"
    for (name, value) in attributes {
      text += " \(name)=\"\(escaped(value))\""
    }
  }

  private mutating func indent() { text += String(repeating: "  ", count: depth) }
}

/// Whether XML 1.0 allows the character (https://www.w3.org/TR/xml/#charsets).
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0xFFFE, 0xFFFF: false
  default: true
  }
}
