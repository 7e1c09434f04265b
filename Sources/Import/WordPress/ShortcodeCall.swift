/// A shortcode as it stands in a text: `[name key="value" …]`.
struct ShortcodeCall: Hashable, Sendable {
  let name: String
  /// What stands between its name and its bracket, as written.
  let arguments: String
  let attributes: [String: String]
  /// What stands there without a key.
  let values: [String]
  let isClosed: Bool
  /// Where what follows it begins.
  let end: Int

  /// The call whose bracket is at `start`; nil where that is no call.
  init?(_ bytes: [UInt8], at start: Int) {
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "["),
      Self.isLetter(bytes[start + 1])
    else { return nil }
    let name = bytes[(start + 1)...].prefix { Self.isLetter($0) || Self.isMark($0) }
    guard let close = Self.close(bytes, from: name.endIndex), name.count <= 40 else { return nil }
    var inner = bytes[name.endIndex..<close]
    if let first = inner.first, !isHTMLBlank(first), first != UInt8(ascii: "/") { return nil }
    isClosed = inner.last == UInt8(ascii: "/")
    if isClosed { inner.removeLast() }
    self.name = String(decoding: name, as: UTF8.self)
    arguments = String(decoding: inner, as: UTF8.self).trimmed
    (attributes, values) = Self.parts(inner)
    end = close + 1
  }

  /// Where the bracket closes, quotes aside; nil for what no call holds.
  private static func close(_ bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<min(bytes.count, start + 4_000) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27, bytes[index - 1] == UInt8(ascii: "=") {
        quote = byte
      } else if byte == UInt8(ascii: "]") {
        return index
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") {
        return nil
      }
    }
    return nil
  }

  private static func parts(_ text: ArraySlice<UInt8>) -> ([String: String], [String]) {
    var attributes: [String: String] = [:]
    var values: [String] = []
    var rest = text.drop(while: isHTMLBlank)
    while !rest.isEmpty {
      let key = rest.prefix { $0 != UInt8(ascii: "=") && !isHTMLBlank($0) }
      rest = rest[key.endIndex...]
      let words = String(decoding: key, as: UTF8.self)
      guard rest.first == UInt8(ascii: "=") else {
        values.append(words.trimmingQuotes)
        rest = rest.drop(while: isHTMLBlank)
        continue
      }
      rest = rest.dropFirst()
      var value: ArraySlice<UInt8>
      if let quote = rest.first, quote == 0x22 || quote == 0x27 {
        rest = rest.dropFirst()
        value = rest.prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
      } else {
        value = rest.prefix { !isHTMLBlank($0) }
        rest = rest[value.endIndex...]
      }
      attributes[words.lowercased()] = String(decoding: value, as: UTF8.self)
      rest = rest.drop(while: isHTMLBlank)
    }
    return (attributes, values)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard let first, first == "\"" || first == "'", count > 1, last == first else { return self }
    return String(dropFirst().dropLast())
  }
}
