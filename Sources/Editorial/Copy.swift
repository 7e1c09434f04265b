/// The text of a story as the desk has it: with its queries, its TKs and its HTML comments, none of
/// which readers ever see.
public struct Copy: Sendable {
  public let text: String
  /// In the order in which they stand.
  public let marks: [Mark]

  /// Something in the text that is for the desk alone.
  public struct Mark: Hashable, Sendable {
    public enum Kind: String, Sendable, Codable { case query, tk, comment }

    public let kind: Kind
    /// What it says, its signs included.
    public let text: String
    /// Its line in the text, from 1.
    public let line: Int
    public let column: Int
    let range: Range<Int>
  }

  /// A query is `[[` to `]]` on one line, outside code, not followed by `(`, `[` or `:`. TK counts
  /// where it stands alone and no capitalised word follows.
  public init(_ text: String) {
    self.text = text
    let bytes = Array(text.utf8)
    // Most texts have neither bracket pair, TK nor comment; a glance saves the walk.
    marks = Self.mayHaveMarks(bytes) ? Self.marks(in: bytes) : []
  }

  /// The queries and TKs that stop a publication.
  public var open: [Mark] { marks.filter { $0.kind != .comment } }

  /// The text that readers get: without queries and comments, and without the holes they leave.
  public var published: String {
    guard marks.contains(where: { $0.kind != .tk }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var done = 0
    for mark in marks where mark.kind != .tk {
      result += bytes[done..<mark.range.lowerBound]
      done = mark.range.upperBound
      let opensLine = result.last == nil || result.last == 0x0A
      let next = done < bytes.count ? bytes[done] : 0x0A
      if opensLine {
        while done < bytes.count, bytes[done] == 0x20 { done += 1 }
        let blank = done == bytes.count || bytes[done] == 0x0A
        if blank, result.last == 0x0A || result.isEmpty { done = min(done + 1, bytes.count) }
      } else if result.last == 0x20, [0x20, 0x0A, 0x2E, 0x2C, 0x3B].contains(next) {
        result.removeLast()
      }
    }
    result += bytes[done...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func mayHaveMarks(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      switch (before, byte) {
      case (0x5B, 0x5B), (0x54, 0x4B), (0x3C, 0x21): return true
      default: before = byte
      }
    }
    return false
  }

  private static func marks(in bytes: [UInt8]) -> [Mark] {
    let code = CodeRanges(bytes)
    var marks: [Mark] = []
    var index = 0
    var line = 1
    var lineStart = 0
    func add(_ kind: Mark.Kind, to end: Int) {
      let column = String(decoding: bytes[lineStart..<index], as: UTF8.self).count + 1
      let text = String(decoding: bytes[index..<end], as: UTF8.self)
      marks.append(Mark(kind: kind, text: text, line: line, column: column, range: index..<end))
    }
    while index < bytes.count {
      if let end = code.end(at: index) {
        line += bytes[index..<end].count { $0 == 0x0A }
        if let last = bytes[index..<end].lastIndex(of: 0x0A) { lineStart = last + 1 }
        index = end
        continue
      }
      var end = index + 1
      switch bytes[index] {
      case 0x0A:
        line += 1
        lineStart = end
      case 0x5C: end = min(index + 2, bytes.count)  // an escaped sign is text
      case 0x5B:
        if let close = query(bytes, index) {
          add(.query, to: close)
          end = close
        }
      case 0x3C where bytes[index...].starts(with: Array("<!--".utf8)):
        end = commentEnd(bytes, index)
        add(.comment, to: end)
        line += bytes[index..<end].count { $0 == 0x0A }
        if let last = bytes[index..<end].lastIndex(of: 0x0A) { lineStart = last + 1 }
      case 0x54 where isTK(bytes, index):
        end = index + 2
        add(.tk, to: end)
      default: break
      }
      if bytes[index] == 0x5C, end - index == 2, bytes[index + 1] == 0x0A {
        line += 1
        lineStart = end
      }
      index = end
    }
    return marks
  }

  private static func query(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x5B else { return nil }
    var index = start + 2
    while index + 1 < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == 0x5D, bytes[index + 1] == 0x5D {
        var end = index + 2
        while end < bytes.count, bytes[end] == 0x5D { end += 1 }
        let next = end < bytes.count ? bytes[end] : 0x0A
        return [0x28, 0x5B, 0x3A].contains(next) ? nil : end
      }
      index += 1
    }
    return nil
  }

  private static func commentEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return bytes.count
  }

  private static func isTK(_ bytes: [UInt8], _ start: Int) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
      default: false
      }
    }
    guard start + 1 < bytes.count, bytes[start + 1] == 0x4B,
      start == 0 || !isWord(bytes[start - 1]) && bytes[start - 1] != 0x2D,
      start + 2 == bytes.count || !isWord(bytes[start + 2]) && bytes[start + 2] != 0x2D
    else { return false }
    // "TK Maxx" is a shop.
    var next = start + 2
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next == start + 2 || next == bytes.count || !(0x41...0x5A).contains(bytes[next])
  }
}

/// Where a Markdown text is code: fenced, indented, or between backticks.
struct CodeRanges {
  private var ends: [Int: Int] = [:]

  /// The end of the code that begins at `index`.
  func end(at index: Int) -> Int? { ends[index] }

  init(_ bytes: [UInt8]) {
    var fence: (mark: UInt8, count: Int, start: Int)?
    var inList = false
    var afterBlank = true
    var paragraph: Int?
    for line in Lines(bytes) {
      let indent = bytes[line].prefix { $0 == 0x20 }.count
      let text = bytes[line].dropFirst(indent)
      let mark = text.first ?? 0x0A
      let run = text.prefix { $0 == mark }.count
      let isFence = (mark == 0x60 || mark == 0x7E) && run >= 3
      if let open = fence {
        if isFence, mark == open.mark, run >= open.count,
          text.dropFirst(run).allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D })
        {
          ends[open.start] = line.upperBound
          fence = nil
        }
        continue
      }
      let blank = mark == 0x0A || mark == 0x0D
      if isFence, mark == 0x7E || !text.dropFirst(run).contains(0x60) {
        if let start = paragraph { spans(bytes, start..<line.lowerBound) }
        paragraph = nil
        fence = (mark, run, line.lowerBound)
        continue
      }
      if blank {
        if let start = paragraph { spans(bytes, start..<line.lowerBound) }
        paragraph = nil
        afterBlank = true
        continue
      }
      if isListItem(text) {
        inList = true
      } else if indent == 0, afterBlank {
        inList = false
      }
      if indent >= 4 || mark == 0x09, afterBlank, !inList {
        ends[line.lowerBound] = line.upperBound
        continue
      }
      afterBlank = false
      if paragraph == nil { paragraph = line.lowerBound }
    }
    if let open = fence { ends[open.start] = bytes.count }
    if let start = paragraph { spans(bytes, start..<bytes.count) }
  }

  private func isListItem(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    let rest = text.dropFirst()
    if [0x2A, 0x2B, 0x2D].contains(first) { return rest.first == 0x20 }
    let digits = text.prefix { (0x30...0x39).contains($0) }.count
    let after = text.dropFirst(digits)
    return digits > 0 && (after.first == 0x2E || after.first == 0x29)
      && after.dropFirst().first == 0x20
  }

  /// Code between runs of backticks of the same length within one paragraph.
  private mutating func spans(_ bytes: [UInt8], _ range: Range<Int>) {
    var runs: [(start: Int, count: Int)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x60 {
        let count = bytes[index..<range.upperBound].prefix { $0 == 0x60 }.count
        let escaped = index > range.lowerBound && bytes[index - 1] == 0x5C
        runs.append(escaped ? (index + 1, count - 1) : (index, count))
        index += count
      } else {
        index += 1
      }
    }
    // For each length, where its runs are, so that the walk stays linear.
    var byCount: [Int: [Int]] = [:]
    for (place, run) in runs.enumerated() { byCount[run.count, default: []].append(place) }
    var next: [Int: Int] = [:]
    var place = 0
    while place < runs.count {
      let run = runs[place]
      guard run.count > 0, let same = byCount[run.count] else {
        place += 1
        continue
      }
      var cursor = next[run.count] ?? 0
      while cursor < same.count, same[cursor] <= place { cursor += 1 }
      next[run.count] = cursor
      if cursor < same.count {
        let close = runs[same[cursor]]
        ends[run.start] = close.start + close.count
        place = same[cursor] + 1
      } else {
        place += 1
      }
    }
  }
}
