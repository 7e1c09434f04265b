internal import Editorial

/// Markdown that does no harm where it is rendered: without the tags of raw HTML, as everywhere else, and
/// with no address that runs something.
enum HarmlessMarkdown {
  static func text(_ body: String) -> String {
    guard body.utf8.contains(where: { $0 == 0x3C || $0 == 0x3A || $0 == 0x26 }) else { return body }
    let bytes = withoutTags(Array(body.utf8))
    return String(decoding: withoutSchemes(bytes), as: UTF8.self)
  }

  /// Tags go, and script and style with what they hold; what a lenient reader could take for one is made a
  /// sign.
  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x3C) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var hidden: String?
    var done = 0
    func keep(upTo end: Int) {
      if hidden == nil { result += bytes[done..<end] }
    }
    for tag in RawHTML.tags(in: bytes) where tag.range.lowerBound >= done {
      keep(upTo: tag.range.lowerBound)
      done = tag.range.upperBound
      let text = tag.text.dropFirst().lowercased()
      if let name = hidden {
        if text.hasPrefix("/\(name)") { hidden = nil }
      } else {
        hidden = ["script", "style"].first { text.hasPrefix($0) }
      }
    }
    keep(upTo: bytes.count)
    return escaped(result)
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    let code = CodeRanges(bytes)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let end = code.end(at: index), end > index {
        result += bytes[index..<end]
        index = end
        continue
      }
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        result += bytes[index...(index + 1)]
        index += 2
        continue
      }
      if bytes[index] == 0x3C, opensTag(bytes[(index + 1)...]) { result.append(0x5C) }
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  /// Whether a tag may begin: a letter, `/`, `!` or `?` behind the sign, and no address.
  private static func opensTag(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first,
      isASCIILetter(first) || [0x2F, 0x21, 0x3F].contains(first)
    else { return false }
    let word = rest.prefix { isASCIILetter($0) }
    let next = rest.dropFirst(word.count).first
    return !(next == 0x3A || next == 0x40) || isRunning(rest)
  }

  /// An address behind `](`, `]: ` or `<` that runs something becomes one that leads nowhere.
  private static func withoutSchemes(_ bytes: [UInt8]) -> [UInt8] {
    let code = CodeRanges(bytes)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let end = code.end(at: index), end > index {
        result += bytes[index..<end]
        index = end
        continue
      }
      let isMark =
        bytes[index] == 0x5D && index + 1 < bytes.count
        && (bytes[index + 1] == 0x28 || bytes[index + 1] == 0x3A)
      guard isMark else {
        result.append(bytes[index])
        index += 1
        continue
      }
      var start = index + 2
      while start < bytes.count, [0x20, 0x09, 0x0A, 0x3C].contains(bytes[start]) { start += 1 }
      result += bytes[index..<start]
      index = start
      if isRunning(bytes[start...]) {
        result.append(0x23)
        while index < bytes.count, ![0x20, 0x0A, 0x29, 0x3E].contains(bytes[index]) { index += 1 }
      }
    }
    return result
  }

  /// Whether an address has a scheme that no reader may follow, however its letters are written.
  private static func isRunning(_ address: ArraySlice<UInt8>) -> Bool {
    let written = address.prefix(400).prefix { ![0x20, 0x0A, 0x29, 0x3E].contains($0) }
    let text = Entity.decoded(in: String(decoding: written, as: UTF8.self))
      .filter { $0 != "\\" && !$0.isWhitespace }
    guard let colon = text.firstIndex(of: ":") else { return false }
    let scheme = text[..<colon].lowercased()
    return scheme.utf8.allSatisfy { isASCIILetter($0) || [0x2B, 0x2D, 0x2E].contains($0) }
      && !scheme.isEmpty && !["http", "https", "mailto"].contains(scheme)
  }
}
