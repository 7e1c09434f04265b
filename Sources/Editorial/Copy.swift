/// The text of a story as the desk has it: with its queries, its TKs and its HTML comments, none of
/// which readers ever see.
public struct Copy: Sendable {
  public let text: String
  /// In the order in which they stand.
  public let marks: [Mark]
  /// Where the text has `<!--` without an end, in bytes: readers read it as it is.
  public let openComments: [Int]

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

    /// Where it begins in the text, in bytes.
    public var start: Int { range.lowerBound }
  }

  /// Finds the marks of a text.
  ///
  /// A query is `[[` to `]]` on one line, outside code, not followed by `(`, `[` or `:`. TK counts where
  /// it stands alone and no capitalised word follows.
  ///
  /// `key` is the field whose text it is; nil for the body. A headline has no comments: what looks like one
  /// is its own signs, and a query in it a query.
  public init(_ text: String, in key: String? = nil) {
    self.text = text
    let bytes = Array(text.utf8)
    // Most texts have neither bracket pair, TK nor comment; a glance saves the walk.
    (marks, openComments) =
      Self.mayHaveMarks(bytes)
      ? MarkScan.found(in: bytes, seesComments: key != "headline") : ([], [])
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
      let next = bytes[done...].firstIndex { $0 != 0x20 } ?? bytes.count
      if next == bytes.count || bytes[next] == 0x0A {
        // A line that held nothing else goes with its end; blanks left at an end would break it.
        while result.last == 0x20 { result.removeLast() }
        let isAlone = result.isEmpty || result.last == 0x0A
        done = isAlone ? min(next + 1, bytes.count) : next
      } else if result.isEmpty || result.last == 0x0A {
        done = next
      } else if result.last == 0x20, [0x20, 0x2E, 0x2C, 0x3B].contains(bytes[done]) {
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
}
