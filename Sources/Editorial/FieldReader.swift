internal import Yams

/// Reads the lines between the fences into fields, one key at a time.
struct FieldReader {
  private let bytes: [UInt8]
  private var fields: [FrontMatter.Field] = []
  private var open: Open?
  private var seen: Set<String> = []

  /// A key whose value may go on.
  private struct Open {
    var key: String
    var line: Int
    var range: Range<Int>
    /// Where the value begins on the key's line.
    var value: Int
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func take(_ line: Range<Int>, number: Int) throws(Fault) {
    let first = bytes[line.lowerBound]
    switch first {
    case 0x0A, 0x0D, 0x23:  // a blank line or a comment: the next line tells to whom it belongs
      return
    case 0x20, 0x09:
      if bytes[line].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }) {
        return
      }
      guard open != nil else {
        throw Fault(line: number, "a line that begins with a blank belongs to no field")
      }
      extend(to: line)
    case 0x2D where line.count > 1 && [0x20, 0x0A, 0x0D].contains(bytes[line.lowerBound + 1]):
      guard open != nil else { throw Fault(line: number, "a list entry belongs to no field") }
      extend(to: line)
    default:
      try close()
      try begin(line, number)
    }
  }

  mutating func finish() throws(Fault) -> [FrontMatter.Field] {
    try close()
    return fields
  }

  private mutating func extend(to line: Range<Int>) {
    guard let begun = open else { return }
    open?.range = begun.range.lowerBound..<line.upperBound
  }

  private mutating func begin(_ line: Range<Int>, _ number: Int) throws(Fault) {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end].isKeyCharacter { end += 1 }
    let after = end + 1 < line.upperBound ? bytes[end + 1] : 0x0A
    guard end > line.lowerBound, end < line.upperBound, bytes[end] == 0x3A,
      [0x20, 0x09, 0x0A, 0x0D].contains(after)
    else {
      let text =
        String(decoding: bytes[line], as: UTF8.self)
        .split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      throw Fault(
        line: number, "`\(text.prefix(40))` is not a field, which looks like `headline: Words`",
        hint: text.hasPrefix("...") ? "close the fields with `---`" : nil)
    }
    let key = String(decoding: bytes[line.lowerBound..<end], as: UTF8.self)
    guard seen.insert(key).inserted else { throw Fault(line: number, "`\(key)` stands here twice") }
    guard seen.count <= FrontMatter.mostFields else {
      throw Fault(line: number, "there are more than \(FrontMatter.mostFields) fields")
    }
    open = Open(key: key, line: number, range: line, value: end + 1)
  }

  /// Ends the open field with its last line that is not blank.
  ///
  /// Blank lines behind it belong to nobody, even where a block scalar says that it keeps them (`|+`):
  /// else the next field's end would change it.
  private mutating func close() throws(Fault) {
    guard let field = open else { return }
    open = nil
    let (value, comment) = try read(field)
    fields.append(
      FrontMatter.Field(
        key: field.key, value: value, line: field.line, range: field.range, comment: comment))
  }

  private func read(_ field: Open) throws(Fault) -> (Value, comment: Int?) {
    let lineEnd = bytes[field.value...].firstIndex(of: 0x0A) ?? bytes.endIndex
    let single = lineEnd + 1 >= field.range.upperBound
    if single, let (text, comment) = OneLine.scalar(bytes[field.value..<lineEnd]) {
      return (.scalar(text), comment)
    }
    let chunk = Array(bytes[field.range])
    let scan = try NodeScan.check(chunk, from: field.value - field.range.lowerBound, field.line)
    let value = try compose(chunk, field)
    return (value, single ? scan.comment.map { $0 + field.range.lowerBound } : nil)
  }

  private func compose(_ chunk: [UInt8], _ field: Open) throws(Fault) -> Value {
    do {
      let node = try Yams.compose(
        yaml: String(decoding: chunk, as: UTF8.self), .default, .default, .utf8)
      guard let mapping = node?.mapping, mapping.count == 1, let value = mapping.first?.value
      else { throw unreadable(field, field.line) }
      return try convert(value, field, depth: 0)
    } catch let error as Fault {
      throw error
    } catch YamlError.parser(_, _, let mark, _), YamlError.scanner(_, _, let mark, _),
      YamlError.composer(_, _, let mark, _)
    {
      throw unreadable(field, min(field.line + mark.line - 1, lastLine(field)))
    } catch {
      throw unreadable(field, field.line)
    }
  }

  private func lastLine(_ field: Open) -> Int {
    field.line + max(0, bytes[field.range].count { $0 == 0x0A } - 1)
  }

  private func unreadable(_ field: Open, _ line: Int) -> Fault {
    let start = bytes[field.value..<field.range.upperBound].first { $0 != 0x20 }
    let quoted = start == 0x22 || start == 0x27
    return Fault(
      line: line, "the value of `\(field.key)` is not readable YAML",
      hint: quoted
        ? "close its quotation mark on the same value, or take the marks away"
        : "put the whole value between double quotation marks")
  }

  private func convert(_ node: Node, _ field: Open, depth: Int) throws(Fault) -> Value {
    guard depth < 16 else { throw Fault(line: field.line, "`\(field.key)` nests too deeply") }
    switch node {
    case .scalar(let scalar):
      // An escape may spell what the file itself may not hold.
      guard !scalar.string.unicodeScalars.contains(where: \.isControl) else {
        throw Fault(
          line: field.line, "`\(field.key)` holds a control character",
          hint: "take the escape out of its value")
      }
      return .scalar(scalar.string)
    case .sequence(let sequence):
      var values: [Value] = []
      for element in sequence { values.append(try convert(element, field, depth: depth + 1)) }
      return .list(values)
    case .mapping(let mapping):
      var pairs: [Value.Pair] = []
      for (key, value) in mapping {
        guard let name = key.scalar?.string, name != "<<" else {
          throw unreadable(field, field.line)
        }
        pairs.append(Value.Pair(name, try convert(value, field, depth: depth + 1)))
      }
      return .map(pairs)
    case .alias: throw unreadable(field, field.line)
    }
  }
}

extension Unicode.Scalar {
  /// A control character other than tab and line end, which no story may hold.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}

extension UInt8 {
  /// Letters, digits, `_`, `-` and `.`, of which a key is made.
  fileprivate var isKeyCharacter: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D, 0x2E: true
    default: false
    }
  }
}

/// Plain and quoted scalars of one line, which is nearly all: read without a YAML library.
enum OneLine {
  /// The scalar in the bytes behind a key's colon, and where a comment (with the blanks before it)
  /// begins; nil where it takes a real YAML reader to tell.
  static func scalar(_ line: ArraySlice<UInt8>) -> (String, comment: Int?)? {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    let value = line.drop { $0 == 0x20 }
    guard let first = value.first else { return ("", nil) }
    if line.contains(0x09) || breaksLines(line) { return nil }
    switch first {
    case 0x23: return value.startIndex > line.startIndex ? ("", line.startIndex) : nil
    case 0x22, 0x27: return quoted(value, by: first)
    // Indicators, and what may open more than a scalar of one line.
    case 0x2D, 0x3F, 0x3A, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x25, 0x40,
      0x60:
      return nil
    default: return plain(value)
    }
  }

  /// Whether YAML 1.1 sees the end of a line in it (U+0085, U+2028, U+2029), or what it refuses (U+FFFE,
  /// U+FFFF).
  private static func breaksLines(_ line: ArraySlice<UInt8>) -> Bool {
    line.indices.dropLast().contains { index in
      let last = index + 2 < line.endIndex ? line[index + 2] : 0
      return switch (line[index], line[index + 1]) {
      case (0xC2, 0x85): true
      case (0xE2, 0x80): last == 0xA8 || last == 0xA9
      case (0xEF, 0xBF): last == 0xBE || last == 0xBF
      default: false
      }
    }
  }

  private static func quoted(_ value: ArraySlice<UInt8>, by quote: UInt8) -> (String, Int?)? {
    var text: [UInt8] = []
    var index = value.startIndex + 1
    while index < value.endIndex {
      let byte = value[index]
      if byte == quote {
        if quote == 0x27, index + 1 < value.endIndex, value[index + 1] == quote {
          text.append(quote)
          index += 2
          continue
        }
        let rest = value[(index + 1)...]
        let comment = rest.drop { $0 == 0x20 }
        guard comment.isEmpty || (comment.first == 0x23 && comment.startIndex > rest.startIndex)
        else { return nil }
        return (String(decoding: text, as: UTF8.self), comment.isEmpty ? nil : rest.startIndex)
      }
      if quote == 0x22, byte == 0x5C {
        guard let (scalar, length) = escaped(value[(index + 1)...]) else { return nil }
        text += Array(String(scalar).utf8)
        index += 1 + length
        continue
      }
      text.append(byte)
      index += 1
    }
    return nil
  }

  /// The escapes that stet writes itself; the length is that behind the backslash.
  private static func escaped(_ rest: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
    switch rest.first {
    case 0x22: return ("\"", 1)
    case 0x5C: return ("\\", 1)
    case 0x6E: return ("\n", 1)
    case 0x74: return ("\t", 1)
    case 0x75, 0x55:
      let count = rest.first == 0x75 ? 4 : 8
      let digits = rest.dropFirst().prefix(count)
      guard digits.count == count, !digits.contains(0x2B), !digits.contains(0x2D),
        let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      // What the file may not hold, its escapes may not either; the real reader says so.
      return Unicode.Scalar(number).flatMap { $0.isControl ? nil : ($0, 1 + count) }
    default: return nil
    }
  }

  private static func plain(_ value: ArraySlice<UInt8>) -> (String, Int?)? {
    var end = value.endIndex
    for index in value.indices {
      switch value[index] {
      case 0x3A where index + 1 == value.endIndex || value[index + 1] == 0x20: return nil
      case 0x23 where value[index - 1] == 0x20 && index > value.startIndex:
        end = index
      default: continue
      }
      break
    }
    var text = value[..<end]
    while text.last == 0x20 { text.removeLast() }
    return (String(decoding: text, as: UTF8.self), end < value.endIndex ? text.endIndex : nil)
  }
}
