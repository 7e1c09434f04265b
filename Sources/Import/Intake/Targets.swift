internal import Editorial

/// The places in a Markdown text where an address stands: behind words, behind a picture, or in a
/// definition of one.
struct Target {
  /// `](…)` as a whole up to its closing bracket, or the address of a definition.
  var range: Range<Int>
  var address: String
  /// What follows the address inside the brackets: a title with its marks.
  var title: String
  var isPicture: Bool
  /// Where the words in the brackets before it are; nil for a definition.
  var words: Range<Int>?
  /// Where all of it begins, the `!` of a picture included.
  var start: Int
  /// Whether it is `<https://…>`, which is its own words.
  var isBare = false

  /// All of it.
  var whole: Range<Int> { start..<range.upperBound }

  static func all(in text: Manuscript) -> [Target] {
    var targets: [Target] = []
    var open: [Int] = []
    text.scan { index in
      switch text.bytes[index] {
      case 0x5B: open.append(index)
      case 0x5D:
        let start = open.popLast()
        guard let start else { return nil }
        if text.has("(", at: index + 1), let found = inline(index, start, text) {
          targets.append(found)
          return found.range.upperBound
        }
        if text.has(": ", at: index + 1), opensLine(start, text),
          let found = definition(index, start, text)
        {
          targets.append(found)
          return found.range.upperBound
        }
      case 0x3C where text.has("<http", at: index):
        if let end = text.find(">", from: index, before: min(text.bytes.count, index + 2000)),
          !text.bytes[index..<end].contains(where: { $0 <= 0x20 })
        {
          targets.append(
            Target(
              range: index..<end + 1, address: text.string(index + 1..<end), title: "",
              isPicture: false, words: nil, start: index, isBare: true))
          return end + 1
        }
      case 0x0A where text.has("\n", at: index + 1): open = []
      default: break
      }
      return nil
    }
    return targets
  }

  /// An address as it was meant: signs behind a backslash are themselves.
  static func plain(_ written: String) -> String {
    guard written.utf8.contains(where: { $0 == 0x5C || $0 == 0x26 }) else { return written }
    var plain = ""
    var rest = written[...]
    while let sign = rest.popFirst() {
      if sign == "\\", let next = rest.first, next.isASCII, next.isPunctuation || next.isSymbol {
        plain.append(rest.removeFirst())
      } else {
        plain.append(sign)
      }
    }
    return plain.replacing("&amp;", with: "&")
  }

  private static func opensLine(_ start: Int, _ text: Manuscript) -> Bool {
    var index = start
    while index > 0, text.bytes[index - 1] == 0x20 { index -= 1 }
    return index == 0 || text.bytes[index - 1] == 0x0A
  }

  private static func definition(_ close: Int, _ start: Int, _ text: Manuscript) -> Target? {
    let from = close + 3
    var end = from
    while end < text.bytes.count, text.bytes[end] > 0x20 { end += 1 }
    guard end > from else { return nil }
    var address = text.string(from..<end)
    if address.hasPrefix("<"), address.hasSuffix(">") {
      address = String(address.dropFirst().dropLast())
    }
    return Target(
      range: from..<end, address: plain(address), title: "", isPicture: false, words: nil,
      start: start)
  }

  private static func inline(_ close: Int, _ start: Int, _ text: Manuscript) -> Target? {
    let bytes = text.bytes
    var index = close + 2
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    var address: Range<Int>
    if index < bytes.count, bytes[index] == 0x3C {
      guard let end = text.find(">", from: index, before: min(bytes.count, index + 4096)) else {
        return nil
      }
      address = index + 1..<end
      index = end + 1
    } else {
      let from = index
      var depth = 0
      while index < bytes.count, bytes[index] > 0x20 {
        if bytes[index] == 0x5C, index + 1 < bytes.count { index += 1 }
        if bytes[index] == 0x28 { depth += 1 }
        if bytes[index] == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        index += 1
      }
      address = from..<min(index, bytes.count)
    }
    let behind = index
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    var end = index
    if index < bytes.count, [0x22, 0x27].contains(bytes[index]) {
      let mark = bytes[index]
      end += 1
      while end < bytes.count, bytes[end] != mark, end - index < 2000 { end += 1 }
      end += 1
    }
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    // A size, as some editors write it: ` =100x20`.
    let titleEnd = end
    if end < bytes.count, bytes[end] == 0x3D {
      end += 1
      while end < bytes.count, "0123456789x%*".utf8.contains(bytes[end]) { end += 1 }
    }
    guard end < bytes.count, bytes[end] == 0x29 else { return nil }
    let isPicture = start > 0 && bytes[start - 1] == 0x21
    return Target(
      range: close..<end + 1, address: plain(text.string(address)),
      title: text.string(behind..<titleEnd).trimmed,
      isPicture: isPicture, words: start + 1..<close, start: isPicture ? start - 1 : start)
  }
}
