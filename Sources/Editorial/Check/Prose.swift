/// A text of a story, character by character, each with what it is and where it stands in the file.
public struct Prose {
  /// What a character of a text is.
  enum Part: UInt8 {
    /// Words that readers read.
    case words
    case code
    /// The address of a link or a picture, its title included.
    case target
    /// A query, a comment, a tag: what readers never get.
    case hidden
    /// A character behind a backslash, an entity: what stands for another.
    case escape
  }

  /// The field's key; nil for the body.
  public let field: String?
  let scalars: [Unicode.Scalar]
  private(set) var parts: [Part]
  /// The place of each character in the file in bytes, and that of the end.
  let starts: [Int]
  /// Whether the file says it letter by letter, so that a part of it can be changed there.
  let isExact: Bool

  /// The whole body.
  init(bodyOf story: Story) {
    let file = story.file
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var offset = file.bodyStart
    for scalar in String(decoding: file.body, as: UTF8.self).unicodeScalars {
      if scalar != "\r" {
        scalars.append(scalar)
        starts.append(offset)
      }
      offset += UTF8.width(scalar)
    }
    starts.append(offset)
    (self.scalars, self.starts) = (scalars, starts)
    (field, isExact) = (nil, true)
    parts = Array(repeating: .words, count: scalars.count)
    markParts(of: story)
  }

  /// The text of a field, or one inside it.
  init(field key: String, _ text: String, in file: FrontMatter) {
    let scalars = Array(text.unicodeScalars)
    let field = file.fields.first { $0.key == key }
    let range = field?.range ?? 0..<0
    // The key comes first, and might be such a text itself.
    let value = min(range.lowerBound + key.utf8.count + 1, range.upperBound)..<range.upperBound
    let found = Self.only(Array(text.utf8), in: file.bytes[value])
    var starts: [Int] = []
    var offset = found ?? range.lowerBound
    for scalar in scalars {
      starts.append(offset)
      if found != nil { offset += UTF8.width(scalar) }
    }
    starts.append(offset)
    (self.scalars, self.starts, self.field) = (scalars, starts, key)
    isExact = found != nil
    parts = Array(repeating: .words, count: scalars.count)
    markTargets()
  }

  /// A text that stands in no story.
  init(text: String) {
    scalars = Array(text.unicodeScalars)
    starts = Array(0...scalars.count)
    (field, isExact) = (nil, false)
    parts = Array(repeating: .words, count: scalars.count)
  }

  /// Where a text stands, if it does so once.
  private static func only(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, bytes.count >= text.count else { return nil }
    var found: Int?
    for index in bytes.startIndex...(bytes.endIndex - text.count)
    where bytes[index] == first && bytes[index...].starts(with: text) {
      if found != nil { return nil }
      found = index
    }
    return found
  }

  // MARK: What a rule asks

  func isWords(_ index: Int) -> Bool { parts.indices.contains(index) && parts[index] == .words }

  /// The character at a place; a line's end outside of the text.
  func scalar(_ index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : "\n"
  }

  func text(_ range: Range<Int>) -> String { Letter.text(scalars[range]) }

  /// Something found in it; a fix is given only where the file has it letter by letter.
  func find(_ message: String, _ range: Range<Int>, fix: String? = nil) -> Find {
    Find(
      message: message, range: starts[range.lowerBound]..<starts[range.upperBound],
      fix: isExact ? fix : nil)
  }

  /// The words of it as ranges: letters and digits, with the apostrophes between them.
  var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard isWords(index), Self.isPart(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while isWords(index), Self.isPart(scalars[index]) || joins(index) { index += 1 }
      words.append(start..<index)
    }
    return words
  }

  private func joins(_ index: Int) -> Bool {
    Letter.isApostrophe(scalars[index]) && isWords(index + 1) && Self.isPart(scalars[index - 1])
      && Self.isPart(scalars[index + 1])
  }

  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    Letter.isLetter(scalar) || scalar.properties.numericType != nil
  }

  /// The lines of it without their ends.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start <= scalars.count {
      let line = LineKind.line(from: start, in: scalars)
      lines.append(line)
      start = line.upperBound + 1
    }
    return lines
  }

  /// The number of the character at each byte of the text, and the end.
  var placesOfBytes: [Int] {
    var places: [Int] = []
    places.reserveCapacity(scalars.count + 1)
    for (index, scalar) in scalars.enumerated() {
      for _ in 0..<UTF8.width(scalar) { places.append(index) }
    }
    return places + [scalars.count]
  }

  // MARK: What is no prose

  private mutating func mark(_ range: Range<Int>, as part: Part) {
    for index in range { parts[index] = part }
  }

  private mutating func markParts(of story: Story) {
    let bytes = Array(story.file.text.utf8)
    let places = placesOfBytes
    func range(_ range: Range<Int>) -> Range<Int> {
      places[range.lowerBound]..<places[range.upperBound]
    }
    for tag in RawHTML.tags(in: bytes) { mark(range(tag.range), as: .hidden) }
    for comment in story.copy.marks where comment.kind != .tk {
      mark(range(comment.range), as: .hidden)
    }
    for code in CodeRanges(bytes).ranges { mark(range(code), as: .code) }
    for code in NestedCode.ranges(in: bytes) { mark(range(code), as: .code) }
    markEscapes()
    markTargets()
  }

  private mutating func markEscapes() {
    var index = 0
    while index < scalars.count {
      let next = scalar(index + 1)
      if parts[index] == .words, scalars[index] == "\\", next.isASCII, next != "\n",
        !Self.isPart(next), next != " "
      {
        mark(index..<index + 2, as: .escape)
        index += 1
      } else if parts[index] == .words, scalars[index] == "&" {
        let name = scalars[(index + 1)...].prefix(32).prefix {
          $0.isASCII && Self.isPart($0) || $0 == "#"
        }
        if !name.isEmpty, scalar(name.endIndex) == ";" {
          mark(index..<name.endIndex + 1, as: .escape)
        }
      }
      index += 1
    }
  }

  /// The end of an address that begins a word here and is no link: of a mailbox, a host, a page, a person on
  /// a network.
  private func addressEnd(from start: Int) -> Int? {
    let before = scalar(start - 1)
    guard Letter.isBlank(before) || ["(", "<", "[", "\"", "“", "*", "_"].contains(before) else {
      return nil
    }
    let ends: Set<Unicode.Scalar> = ["<", ">", "(", ")", "[", "]", "\"", "“", "”", "*", ",", ";"]
    var end = start
    let limit = min(scalars.count, start + 300)
    while end < limit, !Letter.isBlank(scalars[end]), !ends.contains(scalars[end]) {
      end += 1
    }
    guard end < limit || limit == scalars.count else { return nil }
    while end > start, [".", ":", "!", "?", "'", "’"].contains(scalars[end - 1]) { end -= 1 }
    let word = scalars[start..<end]
    guard word.count > 2 else { return nil }
    let isName = { (part: ArraySlice<Unicode.Scalar>) in
      !part.isEmpty && part.allSatisfy { $0.isASCII && (Self.isPart($0) || $0 == "-" || $0 == "_") }
    }
    if let at = word.firstIndex(of: "@") {
      return at == start ? isName(word[(at + 1)...]) ? end : nil : at + 1 < end ? end : nil
    }
    if word.first == "/" { return word.dropFirst().contains("/") ? end : nil }
    // `paper.example/page`: the last part of a host has letters alone, small ones.
    let host = word.prefix { $0 != "/" && $0 != ":" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy(isName), let last = labels.last, last.count > 1,
      last.allSatisfy({ ("a"..."z").contains($0) })
    else { return nil }
    return end
  }

  private mutating func markTargets() {
    var index = 0
    while index < scalars.count {
      if parts[index] == .words, let target = LinkTarget(at: index, in: scalars) {
        mark(target.text, as: .target)
        index = max(target.end, index + 1)
      } else if parts[index] == .words, let end = addressEnd(from: index) {
        mark(index..<end, as: .target)
        index = end
      } else {
        index += 1
      }
    }
  }
}
