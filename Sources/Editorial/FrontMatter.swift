/// A Markdown file with YAML front matter, read strictly and changed surgically.
///
/// Front matter is a block mapping whose lines at column 0 are `key:`, `# …`, `- …` or empty. Each
/// key's lines are read as a document of their own, so no value can hold a line that a reader of
/// lines takes for another key. Setting a field changes the lines of that field and no other byte.
public struct FrontMatter: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// The fields in the order in which they stand.
  public let fields: [Field]
  /// Where the closing fence begins, and where the body does.
  let fence: Int
  let bodyStart: Int

  /// One key with its value.
  public struct Field: Sendable {
    public let key: String
    public let value: Value
    /// Its line in the file, from 1.
    public let line: Int
    /// The bytes of all its lines, line ends included.
    let range: Range<Int>
    /// Where a comment behind a value of one line begins, the blanks before it included.
    let comment: Int?
  }

  /// What a file may hold at most.
  public static let mostBytes = 2 << 20
  static let mostFieldBytes = 64 << 10
  static let mostFields = 200

  /// Reads a file, which must be UTF-8 and open with a `---` line.
  public init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.mostBytes else {
      throw Fault(line: 1, "the file is larger than 2 MiB", hint: "cut it, or keep data elsewhere")
    }
    try Self.checkText(bytes)
    var lines = Lines(bytes)
    guard let first = lines.next(), bytes.isFence(first) else {
      throw Fault(
        line: 1, "the file does not open with a `---` line",
        hint: "put the story's fields between two lines of three hyphens at its very top")
    }
    var reader = FieldReader(bytes)
    while let line = lines.next() {
      if bytes.isFence(line) {
        self.bytes = bytes
        fields = try reader.finish()
        (fence, bodyStart) = (line.lowerBound, line.upperBound)
        return
      }
      if line.upperBound > Self.mostFieldBytes {
        throw Fault(line: lines.number, "the fields are longer than 64 KiB, or never closed")
      }
      try reader.take(line, number: lines.number)
    }
    throw Fault(
      line: 1, "the fields are never closed: there is no second `---` line",
      hint: "end the fields with a line of three hyphens")
  }

  public init(_ text: String) throws(Fault) { try self.init(Array(text.utf8)) }

  /// The value of a field; nil where it is absent or empty.
  public subscript(key: String) -> Value? {
    fields.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// The bytes of the body as they stand.
  public var body: ArraySlice<UInt8> { bytes[bodyStart...] }

  /// The body with LF line ends.
  public var text: String {
    String(decoding: body.contains(0x0D) ? body.filter { $0 != 0x0D }[...] : body, as: UTF8.self)
  }

  /// The line of the file on which the body begins, from 1.
  public var bodyLine: Int { bytes[..<bodyStart].count { $0 == 0x0A } + 1 }

  /// The line end that the file uses, as its first line has it.
  public var newline: String {
    bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
  }

  /// The comments between the lines of a field's value, which go with it when it is set.
  public func comments(inside key: String) -> [String] {
    guard let field = fields.first(where: { $0.key == key }) else { return [] }
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).dropFirst()
    // In a block scalar such a line is a word; at column 0 it is none.
    return lines.filter { $0.hasPrefix("#") }.map(String.init)
  }

  /// The file with some fields set (to YAML on one line) or removed (nil) and everything else as is.
  ///
  /// A field that is there is replaced where it stands, together with all lines of its old value; a
  /// comment behind a value of one line stays. A new field comes where ``Managed/order`` puts it: word
  /// fields before the managed ones.
  public func setting(_ changes: [(key: String, yaml: String?)]) -> [UInt8] {
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    for (key, yaml) in changes {
      if let field = fields.first(where: { $0.key == key }) {
        edits.append((field.range, yaml.map { replacement(of: field, by: $0) } ?? []))
      } else if let yaml {
        let at = insertion(of: key)
        edits.append((at..<at, Array("\(key): \(yaml)\(newline)".utf8)))
      }
    }
    var result: [UInt8] = []
    var done = 0
    // Insertions at one place keep the order in which they were asked for.
    for (range, text) in edits.enumerated().sorted(by: {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }).map(\.element) {
      result += bytes[done..<range.lowerBound]
      result += text
      done = range.upperBound
    }
    return result + bytes[done...]
  }

  /// The file with another body; `text` gets the file's own line ends.
  public func replacingBody(with text: String) -> [UInt8] {
    var body = Array(text.utf8)
    if newline == "\r\n", !body.contains(0x0D) {
      body = body.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
    var head = Array(bytes[..<bodyStart])
    if head.last != 0x0A { head += Array(newline.utf8) }
    return head + body
  }

  private func replacement(of field: Field, by yaml: String) -> [UInt8] {
    let comment = field.comment.map { Array(bytes[$0..<field.range.upperBound]) }
    let blank: [UInt8] = comment?.first == 0x23 ? [0x20] : []
    return Array("\(field.key): \(yaml)".utf8) + blank + (comment ?? Array(newline.utf8))
  }

  private func insertion(of key: String) -> Int {
    guard let place = Managed.order.firstIndex(of: key) else {
      if let words = fields.last(where: { !Managed.keys.contains($0.key) }) {
        return words.range.upperBound
      }
      // The id of a new story leads, and its words come next.
      guard let managed = fields.first(where: { Managed.keys.contains($0.key) }) else {
        return fence
      }
      return managed.key == "id" ? managed.range.upperBound : managed.range.lowerBound
    }
    let before = fields.last { field in
      Managed.order.firstIndex(of: field.key).map { $0 < place } ?? false
    }
    guard let before, before.key != "id" || before.range.upperBound == fence else { return fence }
    return before.range.upperBound
  }

  /// Refuses what is not UTF-8, and control characters other than tab and line end.
  private static func checkText(_ bytes: [UInt8]) throws(Fault) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Fault(
        line: 1, column: 1, "the file begins with a byte order mark (U+FEFF)",
        hint: "save it as UTF-8 without a mark")
    }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    var index = 0
    func fault(_ problem: String, hint: String = "delete the character, then try again") -> Fault {
      let before = bytes[..<index]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      return Fault(
        line: before.count { $0 == 0x0A } + 1,
        column: String(decoding: bytes[start..<index], as: UTF8.self).count + 1, problem, hint: hint
      )
    }
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x09, 0x0A, 0x20..<0x7F: break
      case 0x0D:
        guard index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
          throw fault("a carriage return (U+000D) stands alone")
        }
      case 0..<0x20, 0x7F: throw fault("control character U+00\(hex(byte))")
      default:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(index + length, bytes.count)
        guard isUTF8 || String(validating: bytes[index..<end], as: UTF8.self) != nil else {
          throw fault(
            "the text is not valid UTF-8 (byte 0x\(hex(byte)))", hint: "save the file as UTF-8")
        }
        if byte == 0xC2, bytes[index + 1] < 0xA0 {
          throw fault("control character U+00\(hex(bytes[index + 1]))")
        }
        index += length - 1
      }
      index += 1
    }
  }
}

/// What is wrong with a file, and where.
public struct Fault: Explained, Equatable {
  /// Counted from 1.
  public let line: Int
  public let column: Int?
  public let message: String
  public let hint: String?

  public init(line: Int, column: Int? = nil, _ message: String, hint: String? = nil) {
    (self.line, self.column, self.message, self.hint) = (line, column, message, hint)
  }

  public var problem: String {
    "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": \(message)"
  }
}

func hex(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count < 2 ? "0" + digits : digits
}

/// The lines of a file as ranges, each with its line end.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  /// The number of the line given last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    if position < bytes.count { position += 1 }
    number += 1
    return start..<position
  }
}

extension [UInt8] {
  /// Whether the line is `---`, blanks behind it allowed.
  fileprivate func isFence(_ line: Range<Int>) -> Bool {
    line.count >= 3 && self[line.lowerBound..<line.lowerBound + 3] == [0x2D, 0x2D, 0x2D]
      && self[line.dropFirst(3)].allSatisfy { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
  }
}

extension FrontMatter {
  /// The lines of the word fields as they stand, comments between them included, with LF ends.
  public var wordLines: String {
    let managed = fields.filter { Managed.keys.contains($0.key) }
    var bytes: [UInt8] = []
    var done = fieldsStart
    for field in managed {
      bytes += self.bytes[done..<field.range.lowerBound]
      done = field.range.upperBound
    }
    bytes += self.bytes[done..<fence]
    return String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
  }

  /// Where the line after the opening fence begins.
  private var fieldsStart: Int {
    (bytes.firstIndex(of: 0x0A) ?? -1) + 1
  }

  /// The file with the word fields and the body of another, its managed lines as they are.
  ///
  /// Word fields that did not change keep their lines; `dropped` tells comments that are not the writer's.
  public func merging(words other: FrontMatter, without dropped: (String) -> Bool) -> [UInt8] {
    if other.body.elementsEqual(body) || other.text == text, sameLines(as: other, dropped) {
      return bytes
    }
    var lines = other.wordLines.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).filter { !dropped($0) }
    if lines.last == "" { lines.removeLast() }
    lines.removeAll { $0.hasPrefix("section: #") || $0 == "section: " }
    var managed = ""
    var first = true
    for field in fields where Managed.keys.contains(field.key) {
      let text = String(decoding: bytes[field.range].filter { $0 != 0x0D }, as: UTF8.self)
      // The id leads, where it led before.
      if first, field.key == "id", field.line <= 2 {
        lines.insert(String(text.dropLast()), at: 0)
      } else {
        managed += text
      }
      first = false
    }
    let head = "---\n" + lines.map { "\($0)\n" }.joined() + managed + "---\n"
    let whole = head + other.text
    return Array((newline == "\r\n" ? whole.replacing("\n", with: "\r\n") : whole).utf8)
  }

  private func sameLines(as other: FrontMatter, _ dropped: (String) -> Bool) -> Bool {
    let mine = wordLines
    let theirs = other.wordLines.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).filter { !dropped($0) && !$0.hasPrefix("section: #") && $0 != "section: " }
      .joined(separator: "\n")
    return mine == theirs
  }
}
