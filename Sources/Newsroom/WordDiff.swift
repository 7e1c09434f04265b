import Git

/// What changed between two texts, word by word.
public enum WordDiff {
  public struct Piece: Hashable, Sendable {
    public enum Op: String, Sendable, Codable { case equal, insert, delete }

    public var op: Op
    public var text: String
  }

  /// The pieces of both texts in order: the equal and inserted ones together are the new text.
  public static func changes(_ old: String, _ new: String) -> [Piece] {
    let before = tokens(old)
    let after = tokens(new)
    var pieces: [Piece] = []
    func add(_ op: Piece.Op, _ tokens: ArraySlice<String>) {
      guard !tokens.isEmpty else { return }
      if pieces.last?.op == op {
        pieces[pieces.count - 1].text += tokens.joined()
      } else {
        pieces.append(Piece(op: op, text: tokens.joined()))
      }
    }
    for op in TextDiff.changes(before, after) {
      switch op {
      case .equal(let range, _): add(.equal, before[range])
      case .delete(let range): add(.delete, before[range])
      case .insert(let range): add(.insert, after[range])
      }
    }
    return pieces
  }

  /// The steps from some words to others, each a token.
  static func steps(_ old: [String], _ new: [String]) -> [TextDiff.Op] {
    TextDiff.changes(old, new)
  }

  /// The number of words in a piece.
  public static func words(_ text: String) -> Int {
    text.split { $0.isWhitespace }.count { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// Words, blanks and signs, each a token of its own; together they are the text.
  static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "'" || character == "’" {
        word.append(character)
        continue
      }
      if !word.isEmpty { tokens.append(word) }
      word = ""
      tokens.append(String(character))
    }
    if !word.isEmpty { tokens.append(word) }
    return tokens
  }
}
