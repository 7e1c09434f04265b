internal import Editorial

/// A body on its way into Markdown that stet prints: every change keeps count of the lines of the source,
/// so that each remark names the line that its reader will look for.
struct Manuscript {
  private(set) var bytes: [UInt8]
  /// The source's line of each line of ``bytes``.
  private var lines: [Int]
  /// Where each line of ``bytes`` begins.
  private var starts: [Int]
  var remarks: [Remark] = []

  init(_ bytes: [UInt8], from line: Int) {
    self.bytes = bytes
    starts = Self.starts(bytes)
    lines = Array(line..<(line + starts.count))
  }

  private static func starts(_ bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A range of bytes and what takes its place.
  struct Edit {
    var range: Range<Int>
    var text: String

    init(_ range: Range<Int>, _ text: String) { (self.range, self.text) = (range, text) }
  }

  /// The source's line at an offset.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return lines[min(low, lines.count - 1)]
  }

  mutating func remark(at offset: Int, _ message: String) {
    remarks.append(Remark(line: line(at: offset), message))
  }

  /// Makes all changes at once; their ranges are in order and apart.
  mutating func apply(_ edits: [Edit]) {
    guard !edits.isEmpty else { return }
    var result: [UInt8] = []
    var places = [lines[0]]
    var (done, line) = (0, 0)
    func keep(_ end: Int) {
      for byte in bytes[done..<end] {
        result.append(byte)
        if byte == 0x0A {
          line += 1
          places.append(lines[line])
        }
      }
    }
    for edit in edits where edit.range.lowerBound >= done {
      keep(edit.range.lowerBound)
      let own = lines[line]
      for byte in edit.text.utf8 {
        result.append(byte)
        if byte == 0x0A { places.append(own) }
      }
      line += bytes[edit.range].count { $0 == 0x0A }
      // What stands behind a change of several lines is on the last of them.
      if line < lines.count, !places.isEmpty, edit.range.count > 0 {
        places[places.count - 1] = max(places[places.count - 1], lines[line])
      }
      done = edit.range.upperBound
    }
    keep(bytes.count)
    (bytes, lines, starts) = (result, places, Self.starts(result))
  }

  /// Whether it is HTML, in which nothing is code by Markdown's signs.
  var isHTML = false

  /// Where the text is code.
  var code: CodePlaces { CodePlaces(bytes, isHTML: isHTML) }

  /// Finds the places outside code where a body may need a change; `body` gives the end of what it
  /// looked at, nil to go on with the next byte.
  func scan(_ body: (Int) -> Int?) {
    let code = code
    var index = 0
    while index < bytes.count {
      if let end = code.end(at: index), end > index {
        index = end
      } else if bytes[index] == 0x5C {
        index += 2
      } else {
        index = max(index + 1, body(index) ?? 0)
      }
    }
  }

  /// Whether these bytes stand at an offset.
  func has(_ text: StaticString, at index: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index >= 0, index + count <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in bytes[index..<index + count].elementsEqual(wanted) }
  }

  /// Where a text stands next.
  func find(_ text: String, from start: Int, before end: Int? = nil) -> Int? {
    let wanted = Array(text.utf8)
    let last = (end ?? bytes.count) - wanted.count
    guard let first = wanted.first, start <= last else { return nil }
    var index = start
    while index <= last {
      if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether a sign stands somewhere in a range.
  func has(_ sign: Character, in range: Range<Int>) -> Bool {
    sign.asciiValue.map { bytes[range].contains($0) } ?? false
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Text as Markdown shows it: signs that mean something there are escaped.
func escapedMarkdown(_ text: String) -> String {
  var result = ""
  for character in text {
    if "\\`*_[]<>".contains(character) { result.append("\\") }
    result.append(character.isNewline ? " " : character)
  }
  return result
}
