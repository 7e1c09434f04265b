/// The message of a commit: a subject for people, a note, and the trailers that say what it did.
public struct Record: Hashable, Sendable {
  public var subject: String
  /// What the person wrote, word for word; empty where nothing was said.
  public var note: String
  public var trailers: [Trailer]

  public struct Trailer: Hashable, Sendable {
    public var key: String
    public var value: String

    public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }
  }

  public init(subject: String, note: String = "", trailers: [Trailer]) {
    (self.subject, self.note, self.trailers) = (subject, note, trailers)
  }

  /// Reads a message.
  ///
  /// Trailers are the lines of the last block, where it has a `Stet-` key; a note's own lines of that
  /// form stand in an earlier block and are words.
  public init(_ message: String) {
    var lines = Record.lines(message)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    subject = lines.first ?? ""
    var body = Array(lines.dropFirst())
    trailers = []
    let start = (body.lastIndex { $0.isEmpty } ?? -1) + 1
    let block = body[start...]
    let read = block.compactMap(Trailer.init(line:))
    if read.count == block.count, read.contains(where: { $0.key.hasPrefix("Stet-") }) {
      trailers = read
      body.removeSubrange(start...)
      body = body.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : $0 }
    }
    note = Record.trimmed(body).joined(separator: "\n")
  }

  /// The value of a trailer.
  public subscript(key: String) -> String? { trailers.first { $0.key == key }?.value }

  /// The message as a commit has it.
  ///
  /// A note's line that begins with a blank or with `---`, which git takes for the end of a message,
  /// goes one blank further in.
  public var message: String {
    let first = subject.split(whereSeparator: \.isNewline).joined(separator: " ")
    var text = first.isEmpty ? "edit" : first
    let lines = Record.trimmed(Record.lines(note))
    if !lines.isEmpty {
      text += "\n\n"
      text +=
        lines.map { Record.needsBlank($0) ? " \($0)" : $0 }
        .joined(separator: "\n")
    }
    if !trailers.isEmpty {
      text += "\n\n" + trailers.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    }
    return text + "\n"
  }

  /// By bytes: a carriage return and a line feed are one character to `split`.
  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether git would take a line for the end of a message: a divider, or scissors behind any sign
  /// of a comment.
  private static func needsBlank(_ line: String) -> Bool {
    line.hasPrefix(" ") || line.hasPrefix("---") || line.contains("---- >8 ----")
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return Array(lines)
  }
}

extension Record.Trailer {
  /// Reads `Key: value`; a key is letters, digits and hyphens.
  fileprivate init?(line: String) {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, line.utf8.count <= 500,
      line[..<colon].utf8.allSatisfy({
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || $0 == 0x2D
      })
    else { return nil }
    key = String(line[..<colon])
    value = String(line[line.index(after: colon)...].drop { $0 == " " }.prefix { $0 != "\r" })
  }
}
