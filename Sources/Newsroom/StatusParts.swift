import Catalog
public import Editorial
import Git

extension StatusReport {
  /// A story that came back to its writer.
  public struct SentBack: Sendable {
    public var found: Found
    /// The handle of who sent it back.
    public var by: String
    public var at: Moment
    public var note: String
    public var unsavedSince: Moment?
  }

  /// A story that waits for nobody here: a draft, what others have, what readers have.
  public struct Own: Sendable {
    public enum Place: String, Sendable { case draft, desk, live, unsaved }

    public var found: Found
    public var place: Place
    public var unsavedSince: Moment?
    /// How it can reach readers from here.
    public var way: Way?
    /// The approval that stands.
    public var approved: Entry.Approval?
    /// Whether an edition holds it as it was published, and which.
    public var isOut = false
    public var edition: ReleaseTag?
  }

  /// A story that someone can move on.
  public struct Waiting: Sendable {
    public var found: Found
    /// What they can do: approve, publish, or another move.
    public var move: String
    /// Whether words were approved that have changed since.
    public var again = false
    /// The move that brought it here.
    public var came: LogEntry?
    /// Whether they sent it back before.
    public var isBack = false
    /// Who approved those words, or sent it back.
    public var reader: String?
    /// Who changed what since then.
    public var changers: [String] = []
    public var tally: WordTally?
    public var since: Moment
    public var unsavedSince: Moment?
    /// What it lacks beside the move.
    public var lacks: [Reason] = []
  }

  /// Something that stops work until someone puts it right.
  public struct Wrong: Sendable {
    public var rule: String
    public var message: String
    public var remedy: String
    public var slug: String?
    public var path: String?
    public var commit: String?
    public var by: String?
    public var at: Moment?
  }
}

extension Entry {
  /// Whether words changed after they were approved, so that somebody has to read them again.
  public var isVoided: Bool { standing.isEmpty && !shownApprovals.isEmpty }
}

extension Newsroom {
  /// The last time that somebody else sent a draft back; nil where that was not its last move.
  func sentBack(
    _ found: Found, to person: Person, unsavedSince: Moment?
  ) throws(Failure) -> StatusReport.SentBack? {
    // What never left its first stage can't have come back.
    guard found.entry.submitted else { return nil }
    let last = try log(found.entry.id, limit: 50).first { $0.kind == .transition }
    let workflow = desk.policy.workflows[found.entry.workflow]
    guard let last, last.by != person.handle.description, let name = last.transition,
      last.to == found.entry.stage, last.from != last.to,
      workflow?.transition(name)?.noteRequired == true || !last.note.isEmpty
    else { return nil }
    return StatusReport.SentBack(
      found: found, by: last.by, at: last.at, note: last.note, unsavedSince: unsavedSince)
  }

  /// What a person can do to move a story on, and what has happened to it since they last did.
  func waiting(_ found: Found, for person: Person) throws(Failure) -> StatusReport.Waiting? {
    guard let (move, lacks) = try onward(found, for: person) else { return nil }
    let entry = found.entry
    var waiting = StatusReport.Waiting(found: found, move: move, since: entry.since, lacks: lacks)
    let lines = try log(entry.id, limit: 60)
    waiting.came = lines.first { $0.kind == .transition && $0.from != $0.to }
    let workflow = desk.policy.workflows[entry.workflow]
    func transition(_ line: LogEntry) -> Transition? { workflow?.transition(line.transition ?? "") }
    let me = person.handle.description
    // What the file shows are the approvals of the last move: gone since, words changed after it.
    let isVoid = entry.isVoided
    let start = lines.firstIndex { line in
      line.kind == .transition
        && (isVoid
          ? transition(line)?.approves == true
          : line.by == me && transition(line)?.noteRequired == true)
    }
    guard let start else { return waiting }
    (waiting.again, waiting.isBack, waiting.reader) = (isVoid, !isVoid, lines[start].by)
    let edits = lines[..<start].filter { $0.kind == .edit }
    for edit in edits.reversed() where !waiting.changers.contains(edit.by) {
      waiting.changers.append(edit.by)
    }
    if isVoid, let first = edits.last { waiting.since = first.at }
    if let old = try file(entry.path, at: lines[start].commit) {
      waiting.tally = WordTally(old, try story(entry))
    }
    return waiting
  }

  /// The move by which a person could bring a story nearer to readers, and what it lacks for that.
  private func onward(
    _ found: Found, for person: Person
  ) throws(Failure) -> (String, [Reason])? {
    guard let workflow = desk.policy.workflows[found.entry.workflow] else { return nil }
    let open = workflow.transitions(from: found.entry.stage)
    let story = try story(found.entry)
    // What goes out by itself waits for nobody.
    if let scheduled = found.entry.scheduled, scheduled.words == found.entry.words { return nil }
    if let publish = open.first(where: { $0.effect == .publish && $0.kind == nil }),
      let lacks = try lacks(publish.name, found.entry, story, person)
    {
      return (publish.name, lacks)
    }
    guard let approve = open.first(where: \.approves),
      let lacks = try lacks(approve.name, found.entry, story, person)
    else { return nil }
    let needed =
      workflow.transitions.first { $0.effect == .publish && $0.kind == nil }?.approvals ?? 1
    if found.entry.standing.count >= needed {
      // Enough have approved it: another approval helps only where four-eyes still stands in the way.
      guard
        let publish = workflow.transitions.first(where: { $0.effect == .publish && $0.kind == nil }
        ),
        try able(publish.name, found).isEmpty
      else { return nil }
    }
    return (approve.name, lacks)
  }

  /// What a story lacks for a move that a person may make; nil where they may not.
  func lacks(
    _ move: String, _ entry: Entry, _ story: Story, _ person: Person
  ) throws(Failure) -> [Reason]? {
    let outcome = try weighed(
      Move(move, notice: "notice", hasNote: true, day: today), entry, story, person)
    switch outcome {
    case .success: return []
    case .failure(let refusal):
      let own: Set = ["requirement", "embargo"]
      return own.isSuperset(of: refusal.reasons.map(\.rule)) ? refusal.reasons : nil
    }
  }

  /// Everything that is wrong now.
  func wrong(_ unsaved: [String: Unsaved]) throws(Failure) -> [StatusReport.Wrong] {
    var wrong: [StatusReport.Wrong] = []
    if let stop = desk.stop {
      wrong.append(
        StatusReport.Wrong(
          rule: "merge", message: "the record ends at a merge: nothing after it counts",
          remedy: "git reset --keep \(stop.good.prefix(10)) goes back to the last good commit",
          commit: stop.commit, by: stop.by))
    }
    for offence in desk.open {
      let path = offence.paths.first
      wrong.append(
        StatusReport.Wrong(
          rule: offence.rule, message: offence.message, remedy: offence.remedy,
          slug: path.flatMap { StoryPath($0)?.slug }, path: path, commit: offence.commit,
          by: offence.by, at: offence.at))
    }
    switch liveFault {
    case .beside(let id):
      wrong.append(
        StatusReport.Wrong(
          rule: "live", message: "what readers see is not what follows from the record",
          remedy: "stet doctor --fix puts it right and keeps what stands there",
          commit: id.description))
    case .behind(let count):
      wrong.append(
        StatusReport.Wrong(
          rule: "live",
          message:
            "what readers see is \(count) \(count == 1 ? "change" : "changes") behind the record",
          remedy: "the next command that may write brings it up"))
    case nil: break
    }
    for path in try unborn() where desk.broken[path] == nil {
      wrong.append(notYet(path, "it is in the record, but no story yet"))
    }
    for (path, file) in unsaved.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".md") {
      switch file.kind {
      case .added: wrong.append(notYet(path, "it is no story yet"))
      case .deleted:
        wrong.append(
          StatusReport.Wrong(
            rule: "path", message: "its file is gone from the work tree",
            remedy: "git restore \(path) brings it back; stet spike drops a story",
            slug: StoryPath(path)?.slug, path: path))
      case .typeChanged, .conflicted:
        wrong.append(
          StatusReport.Wrong(
            rule: "path", message: "its file in the work tree is no plain file",
            remedy: "git restore \(path) brings the last good one back",
            slug: StoryPath(path)?.slug, path: path))
      case .modified: break
      }
    }
    return wrong
  }

  private func unborn() throws(Failure) -> [String] {
    guard let catalog else { return [] }
    return try reading { () throws(Damage) in try catalog.unborn() }
  }

  private func notYet(_ path: String, _ message: String) -> StatusReport.Wrong {
    StatusReport.Wrong(
      rule: "creation", message: message, remedy: "stet save \(path) makes it one", path: path)
  }
}
