internal import Editorial

/// A piece of HTML whose Markdown is kept apart while the HTML is read: a character stands for each
/// piece of it.
struct KeptMarkdown {
  private(set) var html = ""
  /// Whether whole paragraphs of Markdown are kept.
  private(set) var hasBlocks = false
  private(set) var notes: [String] = []
  private var kept: [String] = []
  private let bytes: [UInt8]
  private let code: CodePlaces
  private let stars: Set<Int>
  /// How far the blanks were looked at.
  private var blankEnd = 0
  /// The opening brackets that may be a link's, by their places among the pieces.
  private var brackets: [Int] = []
  private var pieces: [String] = []

  /// The first of characters that nobody uses.
  private static let first: UInt32 = 0xF0000
  private static let most = 10_000

  /// Nil where it holds such characters itself, or more Markdown than there are.
  init?(_ text: String) {
    guard !text.unicodeScalars.contains(where: { $0.value >= Self.first }) else { return nil }
    bytes = Array(text.utf8)
    code = CodePlaces(bytes)
    stars = Self.pairedStars(bytes)
    read()
    html = pieces.joined()
    guard kept.count < Self.most else { return nil }
  }

  private mutating func read() {
    var index = 0
    var plain = 0
    func words(_ end: Int) -> String { String(decoding: bytes[plain..<end], as: UTF8.self) }
    while index < bytes.count {
      var end: Int?
      var piece = ""
      switch bytes[index] {
      case 0x3C:
        if let (next, written) = tag(at: index) { (end, piece) = (next, written) }
      case 0x60:
        // Backticks of Markdown's; inside of elements of code they are what is shown.
        if let next = code.end(at: index), next > index {
          (end, piece) = (next, keep(string(index..<next).replacing("\n", with: " ")))
        }
      case 0x5C where index + 1 < bytes.count && Self.isSign(bytes[index + 1]):
        (end, piece) = (index + 2, keep(string(index..<index + 2)))
      case 0x2A where stars.contains(index):
        (end, piece) = (index + 2, keep("**"))
      case 0x21 where index + 1 < bytes.count && bytes[index + 1] == 0x5B:
        (end, piece) = (index + 2, "![")
      case 0x5B:
        if let next = calledEnd(index) {
          (end, piece) = (next, keep(string(index..<next)))
        } else {
          (end, piece) = (index + 1, "[")
        }
      case 0x5D:
        if let next = targetEnd(index), let open = brackets.popLast() {
          (end, piece) = (next, keep(string(index..<next)))
          if plain < index { pieces.append(words(index)) }
          pieces[open] = keep(pieces[open])
          pieces.append(piece)
          (index, plain) = (next, next)
          continue
        }
      case 0x0A where index >= blankEnd:
        if let next = blockEnd(index) { (end, piece) = (next, block(index..<next)) }
      default: break
      }
      guard let end else {
        index += 1
        continue
      }
      if plain < index { pieces.append(words(index)) }
      if piece == "[" || piece == "![" {
        if brackets.count > 64 { brackets = [] }
        brackets.append(pieces.count)
      }
      pieces.append(piece)
      (index, plain) = (end, end)
    }
    if plain < bytes.count { pieces.append(words(bytes.count)) }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func keep(_ markdown: String) -> String {
    let number = UInt32(min(kept.count, Self.most))
    kept.append(markdown)
    return Unicode.Scalar(Self.first + number).map { String(Character($0)) } ?? ""
  }

  /// A tag as it is, with addresses of own stories kept; elements of code and comments whole.
  private mutating func tag(at index: Int) -> (Int, String)? {
    if bytes[index...].starts(with: Array("<!--".utf8)) {
      var end = index + 4
      while end < bytes.count, !bytes[end...].starts(with: Array("-->".utf8)) { end += 1 }
      guard end < bytes.count else { return nil }
      let words = string(index + 4..<end).trimmed.prefix(60)
      notes.append("a comment inside of HTML is left out: \(words)")
      return (end + 3, "")
    }
    guard let tag = Tag(at: index, in: bytes) else { return nil }
    if let end = code.anyEnd(at: index), end > tag.range.upperBound {
      return (end, string(index..<end))
    }
    var written = string(tag.range)
    if !tag.isEnd, tag.attributes.isEmpty, !tag.isClosed, !HTMLNames.has(tag.name),
      Tag.end(of: tag.name, from: tag.range.upperBound, in: bytes) == nil
    {
      notes.append("`<\(tag.written)>` is no tag of HTML; it stays as text")
      return (tag.range.upperBound, "&lt;\(tag.written)&gt;")
    }
    for (_, value) in tag.attributes where value.hasPrefix("stet-source:") {
      written = written.replacing(value, with: keep("<\(value.replacing(">", with: ""))>"))
    }
    return (tag.range.upperBound, written)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Where two stars stand that have a partner before the next empty line.
  private static func pairedStars(_ bytes: [UInt8]) -> Set<Int> {
    var stars: Set<Int> = []
    var open: [Int] = []
    func end() { if open.count % 2 == 0 { stars.formUnion(open) } }
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0x2A, bytes[index + 1] == 0x2A {
        open.append(index)
        index += 1
      } else if bytes[index] == 0x0A, bytes[index + 1] == 0x0A {
        end()
        open = []
      }
      index += 1
    }
    end()
    return stars
  }

  /// Behind `[shortcode …]`, which a pass before this one wrote.
  private func calledEnd(_ index: Int) -> Int? {
    guard bytes[index...].starts(with: Array("[shortcode ".utf8)) else { return nil }
    var end = index
    while end < bytes.count, bytes[end] != 0x5D, bytes[end] != 0x0A {
      end += bytes[end] == 0x5C ? 2 : 1
    }
    return end < bytes.count && bytes[end] == 0x5D ? end + 1 : nil
  }

  /// Behind `](address)` or `][name]`.
  private func targetEnd(_ index: Int) -> Int? {
    guard index + 1 < bytes.count, [0x28, 0x5B].contains(bytes[index + 1]) else { return nil }
    let (open, close): (UInt8, UInt8) = bytes[index + 1] == 0x28 ? (0x28, 0x29) : (0x5B, 0x5D)
    var (depth, end) = (0, index + 1)
    while end < bytes.count, bytes[end] != 0x0A, end - index < 4096 {
      if bytes[end] == 0x5C { end += 1 } else if bytes[end] == open { depth += 1 }
      if end < bytes.count, bytes[end] == close, bytes[end - 1] != 0x5C {
        depth -= 1
        if depth == 0 { return end + 1 }
      }
      end += 1
    }
    return nil
  }

  // MARK: - Whole paragraphs

  /// Where the Markdown ends that begins behind an empty line; nil where HTML goes on there.
  private mutating func blockEnd(_ index: Int) -> Int? {
    var start = index + 1
    var ends = 1
    while start < bytes.count, isHTMLBlank(bytes[start]) {
      if bytes[start] == 0x0A { ends += 1 }
      start += 1
    }
    blankEnd = start
    guard start < bytes.count else { return nil }
    let mark = bytes[start]
    let isFence =
      [0x60, 0x7E].contains(mark) && bytes[start...].prefix(3).allSatisfy { $0 == mark }
    guard ends > 1 || isFence else { return nil }
    if let tag = Tag(at: start, in: bytes), HTMLNames.blocks.contains(tag.name) || tag.isEnd {
      return nil
    }
    if bytes[start...].starts(with: Array("<!--".utf8)) { return nil }
    var end = start
    while end < bytes.count {
      if let next = shownEnd(end) {
        end = next
      } else if bytes[end] == 0x3C, let tag = Tag(at: end, in: bytes),
        HTMLNames.blocks.contains(tag.name)
      {
        break
      } else {
        end += 1
      }
    }
    return end
  }

  /// The end of code that has signs of its own: what is only indented may be HTML.
  private func shownEnd(_ index: Int) -> Int? {
    guard let end = code.anyEnd(at: index), end > index else { return nil }
    let first = bytes[index..<end].first { $0 != 0x20 }
    return first.map { [0x60, 0x7E, 0x3C].contains($0) } ?? false ? end : nil
  }

  /// Paragraphs of Markdown, turned by the same passes and kept as a whole.
  private mutating func block(_ range: Range<Int>) -> String {
    var lines = string(range).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let least =
      lines.filter { !$0.trimmed.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    lines = lines.map { String($0.dropFirst(min(least, $0.count))) }
    var inner = Manuscript(Array(lines.joined(separator: "\n").utf8), from: 1)
    Tags.turn(&inner)
    notes += inner.remarks.map(\.message)
    let words = inner.text.trimmed
    guard !words.isEmpty else { return "\n" }
    if words.contains("\n") { hasBlocks = true }
    return "\n<div>" + keep(words) + "</div>\n"
  }

  // MARK: - Back

  /// The Markdown of the HTML with what was kept in its places.
  func restored(_ markdown: String) -> String {
    guard !kept.isEmpty else { return markdown }
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.unicodeScalars.contains(where: { $0.value >= Self.first }) else {
        return String(line)
      }
      var result = ""
      // A bar inside of a cell would end it.
      let isRow = line.hasPrefix("| ")
      for scalar in line.unicodeScalars {
        guard scalar.value >= Self.first, Int(scalar.value - Self.first) < kept.count else {
          result.unicodeScalars.append(scalar)
          continue
        }
        let words = kept[Int(scalar.value - Self.first)]
        if words.contains("\n") {
          let prefix = String(result.map { $0 == ">" || $0 == "\t" ? $0 : " " })
          let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
          result += lines[0]
          for line in lines.dropFirst() {
            result +=
              "\n"
              + (line.isEmpty
                ? String(prefix.reversed().drop { $0 == " " }.reversed()) : prefix + line)
          }
        } else {
          result += isRow && !words.contains("\\|") ? words.replacing("|", with: "\\|") : words
        }
      }
      return result
    }.joined(separator: "\n")
  }
}
