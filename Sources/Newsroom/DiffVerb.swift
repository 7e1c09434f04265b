public import Editorial
import Git

/// What changed between two states of a story, word by word.
public struct DiffReport: Sendable {
  public var found: Found
  public var from: Point
  public var to: Point
  public var fields: [FieldChange]
  /// The body; the equal and inserted pieces together are the new text.
  public var words: [WordDiff.Piece]

  /// A state of a story, and how it is called.
  public struct Point: Sendable {
    public var label: String
    /// When it came to be; nil for unsaved words.
    public var at: Moment?
    var story: Story
  }

  public struct FieldChange: Sendable {
    public var field: String
    public var from: String
    public var to: String
  }

  public var isEmpty: Bool { fields.isEmpty && words.allSatisfy { $0.op == .equal } }
}

/// What changed for readers between two editions.
public struct EditionDiff: Sendable {
  public var from: ReleaseTag
  public var to: ReleaseTag
  public var list: EditionList
}

extension Newsroom {
  /// Compares two states of a story.
  ///
  /// `range` is `FROM`, `FROM..TO`, or nil: since what I touched last.
  public func diff(
    _ found: Found, _ range: String?, byLines: Bool
  ) throws(Failure) -> DiffReport {
    let parts = range.map { $0.ranges(of: "..").first.map { [$0] } ?? [] } ?? []
    let text = range ?? ""
    let from = parts.first.map { String(text[..<$0.lowerBound]) } ?? text
    let to = parts.first.map { String(text[$0.upperBound...]) } ?? ""
    let lines = try log(found.entry.id, limit: nil)
    let old = from.isEmpty ? try myLast(found, lines) : try point(from, found, lines)
    let new = to.isEmpty ? try present(found) : try point(to, found, lines)
    return DiffReport(
      found: found, from: old, to: new, fields: Self.fields(old.story, new.story),
      words: byLines
        ? WordDiff.lines(old.story.file.text, new.story.file.text)
        : WordDiff.changes(old.story.file.text, new.story.file.text))
  }

  /// Compares two editions; nil where the text names no two.
  public func diff(editions text: String) throws(Failure) -> EditionDiff? {
    guard let dots = text.ranges(of: "..").first else { return nil }
    let all = try releases()
    let names = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
    guard all.contains(where: { names.contains($0.tag) }) else { return nil }
    var (old, new) = (try release(names[0]), try release(names[1]))
    let places = [old, new].map { edition in all.firstIndex { $0.tag == edition.tag } ?? 0 }
    // The chain is newest first.
    if places[0] < places[1] { swap(&old, &new) }
    return EditionDiff(from: old, to: new, list: try changes(since: old.commit, to: new.commit))
  }

  private static func fields(_ old: Story, _ new: Story) -> [DiffReport.FieldChange] {
    WordTally.fields(old, new).map { key in
      DiffReport.FieldChange(
        field: key, from: old[key].map(plain) ?? "", to: new[key].map(plain) ?? "")
    }
  }

  /// A field's value as people read it.
  private static func plain(_ value: Value) -> String {
    if let text = value.text { return text }
    let texts = value.texts
    return texts.isEmpty || texts.count < value.elements.count
      ? value.yaml() : texts.joined(separator: ", ")
  }

  /// The story as it stands here, with what is unsaved.
  private func present(_ found: Found) throws(Failure) -> DiffReport.Point {
    let open = try draftable(found.entry.id)
    let story = Story(try parsed(open.bytes, found))
    return DiffReport.Point(
      label: open.hasUnsaved ? "now, with unsaved words" : "now",
      at: open.hasUnsaved ? nil : circumstances.now, story: story)
  }

  /// What I read, edited or moved last; where I never did, the words before the last change.
  private func myLast(_ found: Found, _ lines: [LogEntry]) throws(Failure) -> DiffReport.Point {
    let me = personIfKnown()?.handle.description
    if let line = lines.first(where: { $0.by == me && $0.kind != .broken }),
      let point = try point(after: line, found, as: "your \(name(line)) at")
    {
      return point
    }
    let change = lines.first { $0.kind == .edit || $0.kind == .create }
    if let change, let before = try parent(of: change.commit),
      let story = try file(found.entry.path, at: before)
    {
      let by = desk.policy.name(of: change.by)
      return DiffReport.Point(
        label: "before \(by)'s \(name(change)) at \(clock(change.at))", at: change.at,
        story: story)
    }
    guard let first = lines.last, let point = try point(after: first, found, as: "its beginning,")
    else { throw Failure(.notFound, "\(found.slug) has no earlier words") }
    return point
  }

  private func name(_ line: LogEntry) -> String {
    switch line.kind {
    case .transition: line.transition ?? "move"
    case .create: "new"
    default: line.kind.rawValue
    }
  }

  private func clock(_ moment: Moment) -> String {
    let there = zone.clock(moment)
    if there.day == today { return there.time }
    return "\(there.day.weekday) \(there.day.day) \(there.day.monthName) \(there.time)"
  }

  private func point(
    after line: LogEntry, _ found: Found, as label: String
  ) throws(Failure) -> DiffReport.Point? {
    guard let story = try file(found.entry.path, at: line.commit) else { return nil }
    return DiffReport.Point(label: "\(label) \(clock(line.at))", at: line.at, story: story)
  }

  /// A state by its name: `vN`, `live`, an edition, a move, a time, or a line of the record.
  private func point(
    _ text: String, _ found: Found, _ lines: [LogEntry]
  ) throws(Failure) -> DiffReport.Point {
    let versions = found.entry.versions
    if text == "live" {
      guard let last = versions.last else { throw nothing("\(found.slug) was never published") }
      return try point(of: last, as: "live, version \(last.number),")
    }
    if text == "now" { return try present(found) }
    if text.first == "v", let number = Int(text.dropFirst()) {
      guard let version = versions.first(where: { $0.number == number }) else {
        throw nothing(
          "\(found.slug) has no version \(number)",
          versions.isEmpty ? "it was never published" : "its last is v\(versions.count)")
      }
      return try point(of: version, as: "version \(number),")
    }
    if let edition = try releases().first(where: { $0.tag == text }) {
      guard let number = try version(of: found.entry, in: edition),
        let version = versions.first(where: { $0.number == number })
      else { throw nothing("\(found.slug) is not in \(text)") }
      return try point(of: version, as: "\(text), version \(number),")
    }
    if let line = lines.first(where: {
      $0.transition == text || text == "new" && $0.kind == .create
    }),
      let point = try point(after: line, found, as: "\(text) at")
    {
      return point
    }
    if let moment = moment(past: text, atEnd: true) {
      guard let line = lines.first(where: { $0.at <= moment }),
        let story = try file(found.entry.path, at: line.commit)
      else { throw nothing("\(found.slug) was not there yet at \(text)") }
      return DiffReport.Point(label: clock(moment), at: moment, story: story)
    }
    if text.utf8.count >= 7, let line = lines.first(where: { $0.commit.hasPrefix(text) }),
      let point = try point(after: line, found, as: "\(name(line)) at")
    {
      return point
    }
    let moves = Set(lines.compactMap(\.transition)).sorted()
    throw nothing(
      "\(found.slug) has no state called \(text)",
      moves.nearest(to: text).map { "did you mean \($0)?" }
        ?? "a time as 11:02, v1, live, an edition"
        + (moves.isEmpty ? "" : ", or \(prose(moves, "or"))"))
  }

  private func nothing(_ problem: String, _ hint: String? = nil) -> Failure {
    Failure(.notFound, problem, hint: hint)
  }

  private func point(
    of version: Entry.Version, as label: String
  ) throws(Failure) -> DiffReport.Point {
    let bytes = try blob(version.blob)
    do throws(Fault) {
      return DiffReport.Point(
        label: "\(label) \(clock(version.at))", at: version.at, story: try Story(bytes))
    } catch {
      throw Failure(error)
    }
  }
}

extension WordDiff {
  /// What changed between two texts, line by line.
  static func lines(_ old: String, _ new: String) -> [Piece] {
    func lines(_ text: String) -> [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
      if text.hasSuffix("\n") { lines.removeLast() }
      return lines
    }
    let (before, after) = (lines(old), lines(new))
    return TextDiff.changes(before, after).map { op in
      switch op {
      case .equal(let range, _): Piece(op: .equal, text: before[range].joined())
      case .delete(let range): Piece(op: .delete, text: before[range].joined())
      case .insert(let range): Piece(op: .insert, text: after[range].joined())
      }
    }
  }
}
