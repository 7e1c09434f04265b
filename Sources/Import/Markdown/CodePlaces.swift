internal import Editorial

/// Where a source's text is code: as Markdown has it, and as its HTML says.
struct CodePlaces {
  private let markdown: CodeRanges
  private let isHTML: Bool
  /// The ends of `<pre>` and `<code>`, by where these begin.
  private var elements: [Int: Int] = [:]

  init(_ bytes: [UInt8], isHTML: Bool = false) {
    self.isHTML = isHTML
    guard bytes.contains(0x3C) else {
      markdown = CodeRanges(isHTML ? [] : bytes)
      return
    }
    var masked = isHTML ? [] : Self.masked(bytes)
    var ranges = CodeRanges(masked)
    elements = Self.elements(in: bytes) { ranges.end(at: $0) }
    if !isHTML, !elements.isEmpty {
      // A backtick inside of them begins no code of Markdown's.
      for (start, end) in elements {
        for index in start..<end where masked[index] == 0x60 { masked[index] = 0x78 }
      }
      ranges = CodeRanges(masked)
    }
    markdown = ranges
  }

  /// The end of the Markdown code that begins at `index`.
  func end(at index: Int) -> Int? { isHTML ? elements[index] : markdown.end(at: index) }

  /// The end of the code of either kind that begins at `index`.
  func anyEnd(at index: Int) -> Int? {
    guard let element = elements[index] else { return markdown.end(at: index) }
    return max(element, markdown.end(at: index) ?? 0)
  }

  /// A line that begins with a tag is read as words: the tag goes, and its backticks then mean code.
  private static func masked(_ bytes: [UInt8]) -> [UInt8] {
    var masked = bytes
    var isAtStart = true
    for (index, byte) in bytes.enumerated() {
      if isAtStart, byte == 0x3C { masked[index] = 0x78 }
      isAtStart = byte == 0x0A || (isAtStart && (byte == 0x20 || byte == 0x09))
    }
    return masked
  }

  private static func elements(in bytes: [UInt8], code: (Int) -> Int?) -> [Int: Int] {
    var elements: [Int: Int] = [:]
    var unclosed: Set<String> = []
    var index = 0
    while index < bytes.count {
      if let end = code(index), end > index {
        index = end
        continue
      }
      guard bytes[index] == 0x3C, index + 1 < bytes.count,
        [0x70, 0x50, 0x63, 0x43, 0x78, 0x58].contains(bytes[index + 1]),
        let tag = Tag(at: index, in: bytes), !tag.isEnd,
        ["pre", "code", "xmp"].contains(tag.name), !unclosed.contains(tag.name)
      else {
        index += 1
        continue
      }
      guard let end = Tag.end(of: tag.name, from: tag.range.upperBound, in: bytes) else {
        unclosed.insert(tag.name)
        index = tag.range.upperBound
        continue
      }
      // Code in the middle of words ends with its paragraph.
      if tag.name == "code", hasEmptyLine(bytes[tag.range.upperBound..<end]) {
        index = tag.range.upperBound
        continue
      }
      elements[index] = end
      index = end
    }
    return elements
  }

  private static func hasEmptyLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isBlank = false
    for byte in bytes {
      if byte == 0x0A {
        if isBlank { return true }
        isBlank = true
      } else if byte != 0x20, byte != 0x09 {
        isBlank = false
      }
    }
    return false
  }
}
