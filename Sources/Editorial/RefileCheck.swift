/// Whether a new version of a story only mends a typo, so that no meaning changed.
///
/// It errs towards refusing. A word may change by two letters (a short one by one), letters' case,
/// blanks and punctuation are free, and small words (`the`, `of`) may come and go. All else is a
/// finding.
public enum RefileCheck {
  /// What changed beyond a typo: short clauses for people, none where the check is passed.
  ///
  /// Queries and comments count for nothing, and `kind`, `notice` and managed fields are not looked
  /// at. The cost grows with the length of both stories, whatever they hold.
  public static func findings(from old: Story, to new: Story) -> [String] {
    var comparison = Comparison(old, new)
    comparison.compareFields()
    comparison.compareBodies()
    return comparison.findings
  }

  private struct Comparison {
    let old: Vocabulary
    let new: Vocabulary
    var findings: [String] = []
    private var changed = 0

    init(_ old: Story, _ new: Story) { (self.old, self.new) = (Vocabulary(old), Vocabulary(new)) }

    private mutating func add(_ clauses: [String]) {
      for clause in clauses where !findings.contains(clause) { findings.append(clause) }
    }

    // MARK: Fields

    mutating func compareFields() {
      for key in WordKeys.text(of: old.story, new.story) where key != "deck" {
        var (before, after) = (old.story[key], new.story[key])
        if key == "standfirst" {
          (before, after) = (before ?? old.story["deck"], after ?? new.story["deck"])
        }
        switch key {
        case "byline", "reporting", "credit":
          if before?.texts ?? [] != after?.texts ?? [] { add(["the \(key) changed"]) }
        case "embargo", "section", "language", "urgency":
          if before != after { add(["the \(key) changed"]) }
        case "image": compare(before.map(picture), after.map(picture), key)
        default: compare(before, after, key)
        }
      }
    }

    /// A picture given by its path alone is one without caption.
    private func picture(_ value: Value) -> Value {
      value.text.map { .map([Value.Pair("file", .scalar($0))]) } ?? value
    }

    private mutating func compare(_ before: Value?, _ after: Value?, _ key: String) {
      guard before != after else { return }
      switch (before, after) {
      case (.scalar(let before)?, .scalar(let after)?):
        switch key {
        case "file": add(["a picture changed"])
        case "url", "related": add(["a link changed"])
        default: compare(Copy(before, in: key).published, Copy(after, in: key).published)
        }
      case (.list(let before)?, .list(let after)?) where before.count == after.count:
        for (before, after) in zip(before, after) { compare(before, after, key) }
      case (.map(let pairs)?, .map(let others)?):
        var keys = pairs.map(\.key)
        for pair in others where !keys.contains(pair.key) { keys.append(pair.key) }
        for inner in keys { compare(before?[inner], after?[inner], inner) }
      case (nil, _?): add(["the \(key) came"])
      case (_?, nil): add(["the \(key) went"])
      default: add(["the \(key) changed"])
      }
    }

    // MARK: Texts

    private mutating func compare(_ before: String, _ after: String) {
      guard !before.utf8.elementsEqual(after.utf8) else { return }
      let language = old.story.language ?? new.story.language
      let terms = TermScan.terms(of: before, after, language: language)
      guard let match = TermMatch(terms.old, terms.new), changed + match.size <= TermMatch.most
      else {
        changed = TermMatch.most
        return add([TermFindings.tooMuch])
      }
      changed += match.size
      add(TermFindings(match, old: old, new: new).clauses)
    }

    mutating func compareBodies() {
      let (before, after) = (Array(old.body.utf8), Array(new.body.utf8))
      guard before != after else { return }
      let left = Passages.paragraphs(of: before).pieces
      let right = Passages.paragraphs(of: after).pieces
      guard let gaps = Collation.gaps(left, right) else { return add([TermFindings.tooMuch]) }
      for gap in gaps where !findings.contains(TermFindings.tooMuch) {
        compare(Self.text(left[gap.old]), Self.text(right[gap.new]))
      }
    }

    private static func text(_ pieces: ArraySlice<Passage>) -> String {
      pieces.map(\.text).joined(separator: "\n\n")
    }
  }
}
