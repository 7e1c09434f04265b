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
    public var story: Story
    /// The line of the record that it stands after; nil before its first, and beside the line.
    var commit: String?
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
  /// Whether the later one went back to what the earlier one had before.
  public var isBack = false
}

extension Newsroom {
  /// Compares two states of a story.
  ///
  /// `range` is `FROM`, `FROM..TO`, or nil: since what I touched last. With `isAside` TO is the version
  /// that lies under a fix, and FROM what readers see unless `range` says otherwise.
  public func diff(
    _ found: Found, _ range: String?, byLines: Bool, isAside: Bool = false
  ) throws(Failure) -> DiffReport {
    let parts = range.map { $0.ranges(of: "..").first.map { [$0] } ?? [] } ?? []
    let text = range ?? ""
    let from = parts.first.map { String(text[..<$0.lowerBound]) } ?? text
    let to = parts.first.map { String(text[$0.upperBound...]) } ?? ""
    let lines = try log(found.entry.id, limit: nil)
    let old: DiffReport.Point
    let new: DiffReport.Point
    if isAside {
      guard to.isEmpty else {
        throw Failure(
          .usage, "--aside is the one side: FROM is the other",
          hint: "stet diff \(found.slug) --aside, or stet diff \(found.slug) v1 --aside")
      }
      new = try aside(of: found)
      old = try point(from.isEmpty ? "live" : from, found, lines)
    } else {
      old = from.isEmpty ? try myLast(found, lines) : try point(from, found, lines)
      new = to.isEmpty ? try present(found) : try point(to, found, lines)
    }
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
    let list = try changes(since: old.commit, to: new.commit)
    guard !list.hasStories, old.commit != new.commit else {
      return EditionDiff(from: old, to: new, list: list)
    }
    // An edition that goes back names an older state: what lies between them was taken out.
    let undone = try changes(since: new.commit, to: old.commit)
    return undone.hasStories
      ? EditionDiff(from: old, to: new, list: undone, isBack: true)
      : EditionDiff(from: old, to: new, list: list)
  }

  static func fields(_ old: Story, _ new: Story) -> [DiffReport.FieldChange] {
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
