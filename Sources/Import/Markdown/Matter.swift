internal import Editorial

/// A Markdown file of another system, taken apart: its fields, in whichever of the three notations they
/// stand, and its body.
struct Matter {
  var fields: [Field] = []
  /// With LF ends.
  var body: [UInt8]
  /// The line of the file on which the body begins, from 1.
  var bodyLine: Int
  var remarks: [Remark]

  struct Field {
    var key: String
    var value: Value
    var line: Int
  }

  /// Why a file can't be taken apart, and where.
  struct Fault: Error {
    var line: Int
    var reason: String
  }

  init(_ raw: [UInt8]) throws(Fault) {
    let text: SourceText
    do throws(SourceText.NoText) { text = try SourceText(raw) } catch {
      throw Fault(line: 1, reason: error.reason)
    }
    (body, bodyLine, remarks) = (text.bytes, 1, text.remarks)
    var lines = Lines(text.bytes)
    while let line = lines.peek, lines.isBlank(line) { lines.advance() }
    guard let first = lines.peek else { return }
    if lines.isFence(first, of: 0x2D) {
      try takeYAML(&lines)
    } else if lines.isFence(first, of: 0x2B) {
      try takeTOML(&lines)
    } else if lines.text(first).trimmed == "{" || lines.text(first).hasPrefix("{\"") {
      try takeJSON(lines)
    } else if lines.opensFields() {
      remarks.append(
        Remark(line: lines.number, "its fields begin without a line of `---`, as Hexo has them"))
      try takeYAML(&lines, isOpen: true)
    }
  }

  subscript(key: String) -> Value? {
    fields.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// The first of some keys that has a value.
  func field(_ keys: String...) -> Field? {
    for key in keys {
      if let found = fields.first(where: { $0.key == key && !$0.value.isEmpty }) { return found }
    }
    return nil
  }

  func text(_ keys: String...) -> String? {
    for key in keys {
      if let text = self[key]?.text?.trimmed, !text.isEmpty { return text }
    }
    return nil
  }

  private mutating func takeYAML(_ lines: inout Lines, isOpen: Bool = false) throws(Fault) {
    let opening = lines.number
    if !isOpen { lines.advance() }
    var block = lines
    var first: Range<Int>?
    while let line = block.peek, !block.isEnd(line) {
      if first == nil, !block.isBlank(line), !block.isComment(line) { first = line }
      block.advance()
    }
    // A body may open with a rule: what follows it is no field then.
    if let first, !lines.isField(first) {
      remarks.append(Remark(line: opening, "it opens with a rule, not with fields: all is body"))
      return
    }
    guard let end = block.peek else {
      guard first != nil else { return }
      throw Fault(line: opening, reason: "the fields are never closed: there is no second `---`")
    }
    let range = lines.position..<end.lowerBound
    let found = YAMLMatter.read(Array(lines.bytes[range]), from: lines.number)
    if let fault = found.fault { throw fault }
    (fields, remarks) = (found.fields, remarks + found.remarks)
    setBody(from: min(end.upperBound + 1, lines.bytes.count), lines, line: block.number + 1)
  }

  private mutating func takeTOML(_ lines: inout Lines) throws(Fault) {
    let opening = lines.number
    lines.advance()
    var block = lines
    while let line = block.peek, !block.isFence(line, of: 0x2B) { block.advance() }
    guard let end = block.peek else {
      throw Fault(line: opening, reason: "the fields are never closed: there is no second `+++`")
    }
    let text = String(decoding: lines.bytes[lines.position..<end.lowerBound], as: UTF8.self)
    fields = try TOMLMatter.read(text, from: lines.number)
    setBody(from: min(end.upperBound + 1, lines.bytes.count), lines, line: block.number + 1)
  }

  private mutating func takeJSON(_ lines: Lines) throws(Fault) {
    let bytes = lines.bytes
    var index = lines.position
    var (depth, isText) = (0, false)
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C where isText: index += 1
      case 0x22: isText.toggle()
      case 0x7B where !isText: depth += 1
      case 0x7D where !isText: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    guard depth == 0 else {
      throw Fault(line: lines.number, reason: "the fields are never closed: a `}` is missing")
    }
    // JSON is YAML (YAML 1.2, 1.3), and read by the same reader with no number made of it.
    let found = YAMLMatter.read(Array(bytes[lines.position..<index]), from: lines.number)
    if let fault = found.fault { throw fault }
    (fields, remarks) = (found.fields, remarks + found.remarks)
    let line = bytes[..<index].count { $0 == 0x0A } + 1
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let isEnd = index < bytes.count && bytes[index] == 0x0A
    setBody(from: isEnd ? index + 1 : index, lines, line: isEnd ? line + 1 : line)
  }

  private mutating func setBody(from start: Int, _ lines: Lines, line: Int) {
    body = Array(lines.bytes[start...])
    bodyLine = line
  }

  /// A walk over the lines of a text.
  struct Lines {
    let bytes: [UInt8]
    private(set) var position = 0
    private(set) var number = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line at which the walk stands, without its end; nil behind the last.
    var peek: Range<Int>? {
      guard position < bytes.count else { return nil }
      return position..<(bytes[position...].firstIndex(of: 0x0A) ?? bytes.count)
    }

    mutating func advance() {
      guard let line = peek else { return }
      position = min(line.upperBound + 1, bytes.count)
      number += 1
    }

    func text(_ line: Range<Int>) -> String { String(decoding: bytes[line], as: UTF8.self) }

    func isBlank(_ line: Range<Int>) -> Bool {
      bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    func isComment(_ line: Range<Int>) -> Bool { bytes[line].first == 0x23 }

    /// Whether the line is three of a mark, blanks behind them allowed.
    func isFence(_ line: Range<Int>, of mark: UInt8) -> Bool {
      bytes[line].starts(with: [mark, mark, mark])
        && bytes[line].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether a line ends YAML: `---` or `...`.
    func isEnd(_ line: Range<Int>) -> Bool { isFence(line, of: 0x2D) || isFence(line, of: 0x2E) }

    /// Whether fields stand here up to a line of `---`, a title and another among them, and nothing else.
    func opensFields() -> Bool {
      var lines = self
      var keys: Set<String> = []
      while let line = lines.peek, !lines.isFence(line, of: 0x2D) {
        let text = bytes[line]
        guard let first = text.first, keys.count < 100 else { return false }
        let key = text.prefix { $0 != 0x3A }
        let isKey =
          key.count < text.count && isField(line) && !key.contains(0x20) && key.count < 40
        let isRest = !keys.isEmpty && (first == 0x20 || first == 0x09 || first == 0x2D)
        if isKey { keys.insert(String(decoding: key, as: UTF8.self)) }
        guard isKey || isRest || first == 0x23 && !keys.isEmpty else { return false }
        lines.advance()
      }
      return lines.peek != nil && keys.contains("title") && keys.count > 1
    }

    /// Whether a line begins as a field does: a key, a colon, and a blank or nothing behind it.
    func isField(_ line: Range<Int>) -> Bool {
      let text = bytes[line]
      guard let first = text.first, first != 0x20, first != 0x09 else { return false }
      if first == 0x7B { return true }
      guard let colon = text.firstIndex(of: 0x3A) else { return false }
      let key = text[..<colon]
      let isQuoted = first == 0x22 || first == 0x27
      guard isQuoted || key.count(where: { $0 == 0x20 }) < 3 else { return false }
      let after = colon + 1 < text.endIndex ? text[colon + 1] : 0x20
      return after == 0x20 || after == 0x09
    }
  }
}

extension StringProtocol {
  /// Without blanks and line ends at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
