/// Finds queries, TKs and comments in one walk over a text, however hostile it is.
struct MarkScan {
  private let bytes: [UInt8]
  private let code: CodeRanges
  private let seesComments: Bool
  private var marks: [Copy.Mark] = []
  /// Where a comment begins that nothing ends, and behind which none ends.
  private var openComments: [Int] = []
  private var counted = 0
  private var line = 1
  private var column = 1
  /// Where the end of a query was sought from and to, and what came of it.
  private var sought: (from: Int, to: Int, end: Int?) = (0, -1, nil)
  /// Up to here the text may be a tag, whose backticks open no code.
  private var tagEnd = 0
  private var noTagBefore = 0

  static func found(
    in bytes: [UInt8], seesComments: Bool
  ) -> (marks: [Copy.Mark], openComments: [Int]) {
    var scan = MarkScan(bytes: bytes, code: CodeRanges(bytes), seesComments: seesComments)
    scan.run()
    return (scan.marks, scan.openComments)
  }

  private init(bytes: [UInt8], code: CodeRanges, seesComments: Bool) {
    (self.bytes, self.code, self.seesComments) = (bytes, code, seesComments)
  }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      if index >= tagEnd, let end = code.end(at: index) {
        index = end
        continue
      }
      var end = index + 1
      switch bytes[index] {
      case 0x5C: end = min(index + 2, bytes.count)  // an escaped sign is text
      case 0x5B:
        if let close = query(index) {
          end = close
          add(.query, index..<end)
        }
      case 0x3C:
        if !seesComments { break }
        if bytes[index...].prefix(4).elementsEqual([0x3C, 0x21, 0x2D, 0x2D]) {
          if let close = commentEnd(index) {
            end = close
            add(.comment, index..<end)
          } else {
            openComments.append(index)
          }
        } else {
          noteTag(index)
        }
      case 0x54 where isTK(index):
        end = index + 2
        add(.tk, index..<end)
      default: break
      }
      index = end
    }
  }

  private mutating func add(_ kind: Copy.Mark.Kind, _ range: Range<Int>) {
    while counted < range.lowerBound {
      if bytes[counted] == 0x0A {
        line += 1
        column = 1
      } else if bytes[counted] & 0xC0 != 0x80 {
        column += 1
      }
      counted += 1
    }
    marks.append(
      Copy.Mark(
        kind: kind, text: String(decoding: bytes[range], as: UTF8.self), line: line, column: column,
        range: range))
  }

  /// The end of the query that opens at `start`.
  private mutating func query(_ start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x5B else { return nil }
    if sought.from <= start + 2, start + 2 <= sought.to { return sought.end }
    var index = start + 2
    while index + 1 < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == 0x5D, bytes[index + 1] == 0x5D {
        var end = index + 2
        while end < bytes.count, bytes[end] == 0x5D { end += 1 }
        let next = end < bytes.count ? bytes[end] : 0x0A
        sought = (start + 2, index, [0x28, 0x5B, 0x3A].contains(next) ? nil : end)
        return sought.end
      }
      index += 1
    }
    sought = (start + 2, index, nil)
    return nil
  }

  /// The end of the comment that begins at `start`; `<!-->` is one.
  private func commentEnd(_ start: Int) -> Int? {
    guard openComments.isEmpty else { return nil }
    var index = start + 2
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  private mutating func noteTag(_ start: Int) {
    guard start >= tagEnd, start >= noTagBefore, start + 1 < bytes.count else { return }
    switch bytes[start + 1] {
    case 0x41...0x5A, 0x61...0x7A, 0x2F, 0x3F, 0x21: break
    default: return
    }
    var index = start + 1
    while index < bytes.count, bytes[index] != 0x3E {
      if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A { break }
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x3E { tagEnd = index } else { noTagBefore = index }
  }

  private func isTK(_ start: Int) -> Bool {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x4B else { return false }
    if let before = scalar(before: start), before == "-" || Self.isWord(before) { return false }
    if let after = scalar(at: start + 2), after == "-" || Self.isWord(after) { return false }
    // "TK Maxx" is a shop.
    var next = start + 2
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next == start + 2 || scalar(at: next)?.properties.isUppercase != true
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_": true
    case _ where scalar.isASCII: false
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    return String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
  }

  private func scalar(before index: Int) -> Unicode.Scalar? {
    var start = index - 1
    guard start >= 0 else { return nil }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }
}
