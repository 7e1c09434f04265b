public import Editorial

/// A comparison with who made each change, for a page with struck and inserted words.
public struct Markup: Sendable {
  public var report: DiffReport
  /// The body; the equal and inserted runs together are the new text.
  public var runs: [Run] = []
  /// The word fields that differ, each with who changed it last.
  public var fields: [Field] = []
  /// What happened to the story between the two states, the oldest first.
  public var acts: [PastLine] = []

  public struct Run: Sendable {
    public var op: WordDiff.Piece.Op
    public var text: String
    public var by: Author?
  }

  public struct Field: Sendable {
    public var name: String
    public var pieces: [WordDiff.Piece]
    public var by: Author?
  }

  /// Who changed words, and when; no time while they are unsaved.
  public struct Author: Hashable, Sendable {
    public var name: String
    public var at: Moment?
  }
}

extension Newsroom {
  /// A comparison with the hands of those who changed the story between its two states.
  public func markup(
    _ found: Found, _ range: String?, isAside: Bool
  ) throws(Failure) -> Markup {
    let report = try diff(found, range, byLines: false, isAside: isAside)
    var markup = Markup(report: report)
    let acts = try acts(between: report, found)
    markup.acts = acts
    var words = TracedWords(report.from.story.file.text)
    var fields: [String: Markup.Author] = [:]
    var before = report.from.story
    func take(_ story: Story, _ author: Markup.Author) {
      words.advance(to: story.file.text, author)
      for field in WordTally.fields(before, story) { fields[field] = author }
      before = story
    }
    for act in acts where act.line.kind != .broken {
      guard let story = try file(found.entry.path, at: act.line.commit) else { continue }
      take(story, Markup.Author(name: desk.policy.name(of: act.line.by), at: act.line.at))
    }
    if report.to.at == nil, report.to.commit != nil, let person = personIfKnown() {
      take(report.to.story, Markup.Author(name: person.name, at: nil))
    }
    markup.runs = words.runs(from: report.from.story, to: report.to.story)
    markup.fields = report.fields.map { change in
      Markup.Field(
        name: change.field, pieces: WordDiff.changes(change.from, change.to),
        by: fields[change.field])
    }
    return markup
  }

  /// The lines of the record behind the one state and up to the other; none where one of them lies
  /// beside the line, or they stand the other way round.
  private func acts(
    between report: DiffReport, _ found: Found
  ) throws(Failure) -> [PastLine] {
    guard let from = report.from.commit, let to = report.to.commit else { return [] }
    let past = try past(of: found, limit: nil, counting: true)
    guard let start = past.firstIndex(where: { $0.line.commit == from }) else { return [] }
    let end = to == desk.head ? 0 : past.firstIndex { $0.line.commit == to } ?? start
    return end < start ? past[end..<start].reversed() : []
  }
}
