/// Who wrote, edited and approved each sentence of a story, carried from one state of its words to the
/// next.
///
/// A sentence that stands elsewhere, or comes back, keeps its hands; one that shares half of its words
/// with one that went has a further editor; any other has a writer of its own.
public struct Authorship: Sendable {
  /// Whoever had a hand in a sentence, by handle; of what was taken in, its source.
  public struct Hands: Hashable, Sendable {
    public var writer: String
    public var editors: [String] = []
    public var approvals: [Approval] = []
    /// The version that first had the sentence so, and who published it.
    public var version: Int?
    public var publisher: String?

    public init(writer: String) { self.writer = writer }
  }

  public struct Approval: Hashable, Sendable {
    public var by: String
    public var at: Moment
    /// Whether the words went out with it: then nothing takes it back.
    public var isSettled = false
  }

  /// What stands on a line by the same hands.
  public struct Part: Sendable {
    /// Of the file, from 1.
    public var line: Int
    /// The field that it is; nil in the body.
    public var field: String?
    public var text: String
    public var hands: Hands
  }

  private struct Piece {
    var passage: Passage
    var line: Int
    var field: String?
    var hands: Hands
  }

  private var pieces: [Piece] = []
  /// What stood in the story once, as it was when it went.
  private var gone: [Passage: Hands] = [:]

  public init() {}

  /// Goes on to the next state of the words, as `who` left them.
  public mutating func advance(to story: Story, by who: String) {
    var next = Self.pieces(of: story, by: who)
    var left: [Passage: [Int]] = [:]
    for (place, piece) in pieces.enumerated() { left[piece.passage, default: []].append(place) }
    var carried: Set<Int> = []
    var isSettled = [Bool](repeating: false, count: next.count)
    for place in next.indices {
      guard let old = left[next[place].passage]?.first else { continue }
      left[next[place].passage]?.removeFirst()
      next[place].hands = pieces[old].hands
      carried.insert(old)
      isSettled[place] = true
    }
    for place in next.indices where !isSettled[place] {
      guard let hands = gone[next[place].passage] else { continue }
      (next[place].hands, isSettled[place]) = (hands, true)
    }
    let olds = pieces.indices.filter { !carried.contains($0) }
    let news = next.indices.filter { !isSettled[$0] }
    let pairs = Likeness.edits(olds.map { pieces[$0].passage }, news.map { next[$0].passage })
    for (old, new) in pairs {
      next[news[new]].hands = pieces[olds[old]].hands.edited(by: who)
    }
    for old in olds { gone[pieces[old].passage] = pieces[old].hands }
    pieces = next
  }

  /// Words by `who` that did not count when they were written, and may come to.
  public mutating func remember(_ story: Story, by who: String) {
    var other = self
    other.advance(to: story, by: who)
    let standing = Set(pieces.map(\.passage))
    for piece in other.pieces where !standing.contains(piece.passage) {
      gone[piece.passage] = piece.hands
    }
  }

  /// `who` approves the words as they stand.
  public mutating func approve(by who: String, at moment: Moment) {
    for place in pieces.indices {
      pieces[place].hands.approvals.removeAll { $0.by == who && !$0.isSettled }
      guard !pieces[place].hands.approvals.contains(where: { $0.by == who }) else { continue }
      pieces[place].hands.approvals.append(Approval(by: who, at: moment))
    }
  }

  /// The words as they stand go out as a version.
  public mutating func publish(_ version: Int, by who: String) {
    for place in pieces.indices {
      for index in pieces[place].hands.approvals.indices {
        pieces[place].hands.approvals[index].isSettled = true
      }
      if pieces[place].hands.version == nil {
        (pieces[place].hands.version, pieces[place].hands.publisher) = (version, who)
      }
    }
  }

  /// The story line by line, without the approvals since its last publication that are not among
  /// `approvals`: those were taken back.
  public func parts(keeping approvals: [Entry.Approval]) -> [Part] {
    var parts: [Part] = []
    for piece in pieces {
      var hands = piece.hands
      hands.approvals.removeAll { approval in
        !approval.isSettled
          && !approvals.contains { $0.by.description == approval.by && $0.at == approval.at }
      }
      if let last = parts.last, last.line == piece.line, last.field == piece.field,
        last.hands == hands
      {
        parts[parts.count - 1].text += " " + piece.passage.text
      } else {
        parts.append(
          Part(line: piece.line, field: piece.field, text: piece.passage.text, hands: hands))
      }
    }
    return parts
  }

  private static func pieces(of story: Story, by who: String) -> [Piece] {
    var pieces: [Piece] = []
    let hands = Hands(writer: who)
    for field in story.file.fields where ["headline", "standfirst", "deck"].contains(field.key) {
      guard let text = field.value.text else { continue }
      pieces.append(
        Piece(passage: plain(text), line: field.line, field: field.key, hands: hands))
    }
    func breaks(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 == 0x0A } }
    let text = Passages.paragraphs(of: Array(story.file.text.utf8))
    var line = story.file.bodyLine
    for (place, paragraph) in text.pieces.enumerated() {
      line += breaks(text.blanks[place])
      var inner = line
      let sentences = Passages.sentences(of: paragraph)
      for (index, sentence) in sentences.pieces.enumerated() {
        inner += breaks(sentences.blanks[index])
        pieces.append(
          Piece(passage: plain(sentence.text), line: inner, field: nil, hands: hands))
        inner += breaks(sentence.bytes)
      }
      line += breaks(paragraph.bytes)
    }
    return pieces
  }

  /// Where a line is broken makes no other words.
  private static func plain(_ text: String) -> Passage {
    Passage(bytes: Array(text.split { $0.isWhitespace }.joined(separator: " ").utf8)[...])
  }
}

extension Authorship.Hands {
  /// The hands of a sentence that somebody changed: who approved it before approved other words.
  fileprivate func edited(by who: String) -> Authorship.Hands {
    var hands = Authorship.Hands(writer: writer)
    hands.editors = editors
    if who != writer, !editors.contains(who) { hands.editors.append(who) }
    return hands
  }
}
