import Catalog
public import Editorial
import Git

/// What readers were told was wrong, or was taken from them, and how long that took.
public struct CorrectionsReport: Sendable {
  public var since: Moment?
  /// The newest first.
  public var items: [Correction] = []
  /// What was published in that time, corrections among it.
  public var versions = 0
  public var stories = 0

  /// How many were corrections in the narrow sense, and were not taken back.
  public var corrected: Int { items.count { $0.kind == "correction" && !$0.isPulled } }
}

/// A correction, a clarification or a withdrawal.
public struct Correction: Sendable {
  public var found: Found
  public var at: Moment
  public var kind: String
  /// The version that it came with, or that was withdrawn.
  public var version: Int
  /// Its notice to readers as they have it now.
  public var notice: String?
  /// Whether that was given other words later.
  public var isAmended = false
  /// Whether the version was pulled afterwards.
  public var isPulled = false
  /// Who opened it and when; of a withdrawal, who made it.
  public var asked: String?
  public var askedAt: Moment?
  public var publisher: String
  /// The version that first had what was wrong, and when readers could first have that.
  public var wrongVersion: Int?
  public var wrongSince: Moment?

  /// From there to here, in seconds.
  public var seconds: Int64? { wrongSince.map { max(0, at - $0) } }
}

extension Newsroom {
  /// The corrections, clarifications and withdrawals since a time; of the whole record without one.
  public func corrections(since: Moment?) throws(Failure) -> CorrectionsReport {
    let catalog = try lists()
    let kinds =
      [VersionKind.correction.rawValue, VersionKind.clarification.rawValue]
      + Withdrawal.allCases.map(\.rawValue)
    var report = CorrectionsReport(since: since)
    (report.versions, report.stories) = try reading { () throws(Damage) in
      try catalog.publications(since: since)
    }
    let lines = try reading { () throws(Damage) in try catalog.log(telling: kinds, since: since) }
    // A correction stands twice in the record: where it was opened, and where it went out.
    for line in lines where line.version != nil || line.transition == "retract" {
      guard let id = line.stories.first, let found = try found(id) else { continue }
      report.items.append(try correction(found, line))
    }
    return report
  }

  private func correction(_ found: Found, _ line: LogEntry) throws(Failure) -> Correction {
    let entry = found.entry
    let kind = line.versionKind ?? ""
    var correction = Correction(
      found: found, at: line.at, kind: kind, version: line.version ?? entry.shownVersion,
      publisher: line.scheduledBy ?? line.by)
    let then = try file(entry.path, at: line.commit)
    if line.version == nil { correction.version = then?.version ?? correction.version }
    func notice(among notices: [Notice]) -> String? {
      notices.first {
        $0.kind == kind && (line.version == nil ? $0.at == line.at : $0.version == line.version)
      }?.text
    }
    let told = then.flatMap { notice(among: $0.notices) }
    let now = notice(among: entry.notices)
    correction.notice = now ?? told
    correction.isAmended = now != nil && told != nil && now != told
    if line.version == nil {
      (correction.asked, correction.askedAt) = (line.by, line.at)
      correction.wrongVersion = entry.versions.first?.number
      correction.wrongSince = entry.versions.first?.at
      return correction
    }
    correction.isPulled = !entry.versions.contains { $0.commit == line.commit }
    if let opening = opening(of: line, in: try log(entry.id, limit: nil)) {
      (correction.asked, correction.askedAt) = (opening.by, opening.at)
    }
    if let then, let wrong = try firstWrong(before: line, then, entry) {
      (correction.wrongVersion, correction.wrongSince) = (wrong.number, wrong.at)
    }
    return correction
  }

  /// The move that opened the version that a line published; `lines` are the story's, newest first.
  private func opening(of line: LogEntry, in lines: [LogEntry]) -> LogEntry? {
    guard let start = lines.firstIndex(where: { $0.commit == line.commit }) else { return nil }
    return opening(in: lines[(start + 1)...])
  }

  /// The move that opened the version that is open after the first of `lines`, which are a story's,
  /// newest first.
  func opening(in lines: ArraySlice<LogEntry>) -> LogEntry? {
    // Another version may have been opened and published while this one lay aside.
    var depth = 0
    for earlier in lines {
      guard let kind = earlier.versionKind.flatMap(VersionKind.init(rawValue:)) else { continue }
      let isQuick = kind == .refile || earlier.transition == "restore"
      if earlier.version != nil {
        if !isQuick { depth += 1 }
      } else if depth == 0 {
        return earlier
      } else {
        depth -= 1
      }
    }
    return nil
  }

  /// The version that first had a word which a correction took out; where it took none out, the version
  /// that it replaced.
  private func firstWrong(
    before line: LogEntry, _ corrected: Story, _ entry: Entry
  ) throws(Failure) -> Entry.Version? {
    let versions = entry.versions.filter { $0.number < line.version ?? 0 && $0.at <= line.at }
    guard let last = versions.last else { return nil }
    var ages = WordAges()
    for (place, version) in versions.enumerated() {
      _ = ages.advance(to: try story(named: version.blob), at: place)
    }
    let oldest = ages.advance(to: corrected, at: versions.count)
    return oldest.map { versions[$0] } ?? last
  }
}

/// The words that readers have of a story, each with the version that it came with.
private struct WordAges {
  private var words: [String] = []
  private var ages: [Int] = []

  /// Goes on to the next version; gives the age of the oldest word that it no longer has.
  mutating func advance(to story: Story, at place: Int) -> Int? {
    let new = Self.words(of: story)
    var next = [Int](repeating: place, count: new.count)
    var oldest: Int?
    for op in WordDiff.steps(words, new) {
      switch op {
      case .equal(let old, let range):
        for (from, to) in zip(old, range) { next[to] = ages[from] }
      case .delete(let range): oldest = ([oldest].compactMap(\.self) + ages[range]).min()
      case .insert: break
      }
    }
    (words, ages) = (new, next)
    return oldest
  }

  private static func words(of story: Story) -> [String] {
    let fields =
      [story.headline, story.kicker, story.standfirst, story.dateline]
      + story.byline + [story.image?.caption]
    let text = fields.compactMap(\.self).joined(separator: "\n") + "\n" + story.copy.published
    return text.split { $0.isWhitespace }.map(String.init)
  }
}
