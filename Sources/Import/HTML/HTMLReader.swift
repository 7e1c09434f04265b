internal import CXMLReader
internal import Editorial

/// Reads HTML by libxml2's parser, however broken it is.
final class HTMLReader {
  /// More than any text has; deeper nesting makes the parser slow.
  static let mostDepth = 256
  static let mostBytes = 16 << 20
  static let mostTagBytes = 64 << 10

  private var open: [HTMLElement] = [HTMLElement(name: "")]
  private var words: [UInt8] = []

  /// The nodes of a piece of a page.
  ///
  /// Script and style are without their content.
  static func read(_ html: String) throws(Unreadable) -> [HTMLNode] {
    guard html.utf8.count <= mostBytes else {
      throw Unreadable("its HTML is larger than \(mostBytes >> 20) MiB")
    }
    guard longestTag(html.utf8) <= mostTagBytes else {
      throw Unreadable("its HTML has a tag of more than \(mostTagBytes >> 10) KiB")
    }
    // An element around it keeps the parser from putting paragraphs around loose words.
    let bytes = Array("<div>".utf8) + html.utf8.filter { $0 >= 0x20 || isHTMLBlank($0) }
    let reader = HTMLReader()
    var walk = stet_walk(
      context: Unmanaged.passUnretained(reader).toOpaque(),
      start: { context, name, _, line in
        HTMLReader.of(context)?.start(String(cString: name), Int(line)) ?? -1
      },
      attribute: { context, name, _, value, count in
        HTMLReader.of(context)?.attribute(
          String(cString: name), UnsafeRawBufferPointer(start: value, count: count)) ?? -1
      },
      text: { HTMLReader.of($0)?.text(UnsafeRawBufferPointer(start: $1, count: $2)) ?? -1 },
      end: { context, _ in HTMLReader.of(context)?.end() ?? -1 })
    let status = withExtendedLifetime(reader) {
      bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map {
          stet_html_walk($0.assumingMemoryBound(to: CChar.self), buffer.count, &walk)
        } ?? 0
      }
    }
    guard status == 0 else {
      throw Unreadable("its HTML nests more than \(mostDepth) levels deep")
    }
    while reader.open.count > 1 { _ = reader.end() }
    reader.endText()
    return reader.open[0].children
  }

  /// The length of the longest tag, quoted values aside.
  ///
  /// The parser compares each attribute with all that came before it.
  private static func longestTag(_ html: String.UTF8View) -> Int {
    var (longest, length) = (0, 0)
    var quote: UInt8?
    var isOpening = false
    for byte in html {
      if isOpening {
        isOpening = false
        length = (0x41...0x5A).contains(byte & 0xDF) ? 1 : 0
      } else if length == 0 {
        isOpening = byte == 0x3C
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x3E {
        length = 0
      } else {
        if byte == 0x22 || byte == 0x27 { quote = byte }
        length += 1
        longest = max(longest, length)
      }
    }
    return longest
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> HTMLReader? {
    context.map { Unmanaged<HTMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: String, _ line: Int) -> Int32 {
    endText()
    open.append(HTMLElement(name: name.lowercased(), line: line))
    return open.count > Self.mostDepth ? -1 : 0
  }

  private func attribute(_ name: String, _ value: UnsafeRawBufferPointer) -> Int32 {
    let name = name.lowercased()
    // As in browsers, the first of a name holds.
    if open[open.count - 1].attributes[name] == nil {
      open[open.count - 1].attributes[name] = plainText(String(decoding: value, as: UTF8.self))
    }
    return 0
  }

  private func text(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    words += bytes
    return 0
  }

  private func end() -> Int32 {
    endText()
    guard open.count > 1, let element = open.popLast() else { return 0 }
    open[open.count - 1].children.append(.element(element))
    return 0
  }

  private func endText() {
    guard !words.isEmpty else { return }
    open[open.count - 1].children.append(.text(plainText(String(decoding: words, as: UTF8.self))))
    words = []
  }
}

/// `text` without what no story may hold, and with what old editors meant by C1 controls:
/// browsers read them as windows-1252 (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
func plainText(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { !isPlain($0) }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isPlain(scalar) {
      result.append(scalar)
    } else if (0x80..<0xA0).contains(scalar.value) {
      result.append(TextDecoding.windows1252(UInt8(scalar.value)))
    } else if scalar == "\u{0C}" || scalar == "\u{0B}" {
      result.append(" ")
    }
  }
  return String(result)
}

/// Whether a story may hold the character.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0..<0xFDD0, 0xFDF0..<0xFEFF, 0xFF00..<0xFFFE: true
  case 0x10000...: scalar.value & 0xFFFE != 0xFFFE
  default: false
  }
}
