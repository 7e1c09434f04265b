internal import Editorial

/// Markdown that does no harm where it is rendered: without the tags of raw HTML, as everywhere else, and
/// with no address that runs something.
enum HarmlessMarkdown {
  static func text(_ body: String) -> String {
    guard body.utf8.contains(where: { $0 == 0x3C || $0 == 0x3A || $0 == 0x26 }) else { return body }
    return String(decoding: disarmed(withoutTags(Array(body.utf8))), as: UTF8.self)
  }

  /// Tags go, and script and style with what they hold.
  ///
  /// One that never ends hides nothing.
  private static func withoutTags(_ bytes: [UInt8], hides: Bool = true) -> [UInt8] {
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
        let name = text.prefix { $0.isLetter || $0.isNumber }
        hidden = hides ? ["script", "style"].first { name == $0 } : nil
      }
    }
    if hidden != nil { return withoutTags(bytes, hides: false) }
    keep(upTo: bytes.count)
    return result
  }

  /// Signs that a lenient reader could take for a tag are made signs; an address behind `](` or `]:` that
  /// runs something becomes one that leads nowhere.
  private static func disarmed(_ bytes: [UInt8]) -> [UInt8] {
    let code = CodeRanges(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    func copy(upTo end: Int) {
      result += bytes[index..<end]
      index = end
    }
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      if let end = code.end(at: index), end > index {
        copy(upTo: end)
      } else if bytes[index] == 0x5C {
        copy(upTo: min(index + 2, bytes.count))
      } else if bytes[index] == 0x5D, next == 0x28 || next == 0x3A {
        var start = index + 2
        // In a quote the next line begins with its mark.
        while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0x3C, 0x3E].contains(bytes[start]) {
          start += 1
        }
        copy(upTo: start)
        guard isRunning(bytes[start...]) else { continue }
        result.append(0x23)
        var depth = 0
        while index < bytes.count, ![0x20, 0x0A, 0x3E].contains(bytes[index]) {
          if bytes[index] == 0x28 { depth += 1 }
          if bytes[index] == 0x29 {
            if depth == 0 { break }
            depth -= 1
          }
          index += 1
        }
      } else {
        if bytes[index] == 0x3C, opensTag(bytes[(index + 1)...]) { result.append(0x5C) }
        copy(upTo: index + 1)
      }
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

  /// Whether an address has a scheme that no reader may follow, however its letters are written.
  private static func isRunning(_ address: ArraySlice<UInt8>) -> Bool {
    let written = address.prefix(400).prefix { ![0x20, 0x0A, 0x29, 0x3E].contains($0) }
    let text = Entity.decoded(in: String(decoding: written, as: UTF8.self))
      .filter { $0 != "\\" && !$0.isWhitespace }
    guard let colon = text.firstIndex(of: ":") else { return false }
    let scheme = text[..<colon].lowercased()
    return scheme.utf8.allSatisfy { isASCIILetter($0) || [0x2B, 0x2D, 0x2E].contains($0) }
      && !scheme.isEmpty && !Addressing.followed.contains(scheme)
  }
}
