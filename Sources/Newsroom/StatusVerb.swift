import Catalog
public import Editorial
import Git
import Glibc

/// What someone comes to the desk for: what waits, what is out, what is wrong, what readers have.
public struct StatusReport: Sendable {
  /// Nil where nobody can tell; then ``stranger`` says why.
  public var person: Person?
  public var stranger: Failure?
  public var sentBack: [SentBack] = []
  public var mine: [Own] = []
  public var waits: [Waiting] = []
  public var others: [Own] = []
  /// Drafts of others, which wait for their writers alone.
  public var otherDrafts = 0
  /// Drafts of mine, and stories at the desk, beyond those that are listed.
  public var moreDrafts = 0
  public var moreAtDesk = 0
  public var wrong: [Wrong] = []
  /// What is held, scheduled, claimed, or not yet read by a second desk.
  public var flagged: [Flagged] = []
  public var newest: ReleaseTag?
  /// How many stories have changes that no edition holds yet.
  public var unreleased = 0
  /// What each outlet shows.
  public var outlets: [Reach.Shown] = []
}

extension Newsroom {
  /// The desk as `person` has to see it.
  public func status() throws(Failure) -> StatusReport {
    var status = StatusReport()
    do throws(Failure) { status.person = try person() } catch { status.stranger = error }
    let reach = try reach()
    (status.newest, status.unreleased) = (reach.newest, reach.pending)
    status.outlets = reach.outlets
    let unsaved = try unsavedFiles()
    let atDesk = try storiesAtDesk()
    if let person = status.person {
      for found in try drafts(of: person) {
        let since = unsaved[found.entry.path]?.since
        if let back = try sentBack(found, to: person, unsavedSince: since) {
          status.sentBack.append(back)
        } else {
          status.mine.append(StatusReport.Own(found: found, place: .draft, unsavedSince: since))
        }
      }
      for found in atDesk {
        guard var waits = try self.waiting(found, for: person) else { continue }
        waits.unsavedSince = unsaved[found.entry.path]?.since
        status.waits.append(waits)
      }
      status.waits.sort { left, right in
        let (leftLive, rightLive) = (
          left.found.entry.shownVersion > 0, right.found.entry.shownVersion > 0
        )
        return leftLive == rightLive ? left.since < right.since : leftLive
      }
    }
    if atDesk.count == Self.mostAtDesk { status.moreAtDesk = try countAtDesk() - atDesk.count }
    try addTheRest(&status, atDesk, unsaved)
    status.wrong = try wrong(unsaved)
    try addFlagged(&status)
    return status
  }

  /// What is at the desk and waits for someone else, mine first; then mine that readers have.
  private func addTheRest(
    _ status: inout StatusReport, _ atDesk: [Found], _ unsaved: [String: Unsaved]
  ) throws(Failure) {
    let waits = Set(status.waits.map(\.found.entry.id))
    for found in atDesk where !waits.contains(found.entry.id) {
      let isMine = status.person.map { isOwn(found.entry, $0) } ?? false
      var own = StatusReport.Own(
        found: found, place: .desk, unsavedSince: unsaved[found.entry.path]?.since)
      // What it waits for is worked out where it will be read; a long list is only counted.
      if isMine || status.others.count < 20 { try addWay(&own) }
      if isMine { status.mine.append(own) } else { status.others.append(own) }
    }
    guard let person = status.person else { return }
    var filter = Filter()
    (filter.stages, filter.mine, filter.limit) = (publishedStages, person.handle, 5)
    for found in filter.stages.isEmpty ? [] : try list(filter)
    where found.entry.publication == .live {
      var own = StatusReport.Own(found: found, place: .live, unsavedSince: nil)
      if let newest = status.newest {
        own.isOut = try version(of: found.entry, in: newest) == found.entry.shownVersion
      }
      if own.isOut { own.edition = try editions(bringing: found.entry).first }
      status.mine.append(own)
    }
    let listed = Set(status.sentBack.map(\.found.entry.path) + status.mine.map(\.found.entry.path))
      .union(status.waits.map(\.found.entry.path))
    for (path, file) in unsaved.sorted(by: { $0.key < $1.key })
    where !listed.contains(path) && file.isChanged {
      guard let id = try reading({ () throws(Damage) in try desk.memory.story(at: path) }),
        let found = try found(id)
      else { continue }
      status.others.removeAll { $0.found.entry.id == id }
      status.mine.append(StatusReport.Own(found: found, place: .unsaved, unsavedSince: file.since))
    }
    try countDrafts(of: person, &status)
  }

  func addWay(_ own: inout StatusReport.Own) throws(Failure) {
    own.way = try waysOn(own.found).first
    own.approved = own.found.entry.standing.last
  }

  private func countDrafts(of person: Person, _ status: inout StatusReport) throws(Failure) {
    var all = 0
    for workflow in desk.policy.workflows.values {
      all += desk.population["\(workflow.name)/\(workflow.start)"] ?? 0
    }
    let listed = status.sentBack.count + status.mine.count { $0.place == .draft }
    let catalog = try lists()
    let filter = draftFilter(person)
    let own = try reading { () throws(Damage) in try catalog.count(filter) }
    status.moreDrafts = max(0, own - listed)
    status.otherDrafts = max(0, all - own)
  }

  func isOwn(_ entry: Entry, _ person: Person) -> Bool {
    entry.maker == person.handle || entry.byline.contains(person.handle.description)
  }

  private var publishedStages: [String] {
    Set(desk.policy.workflows.values.map(\.published)).sorted()
  }

  private func draftFilter(_ person: Person) -> Filter {
    var filter = Filter()
    filter.stages = Set(desk.policy.workflows.values.map(\.start)).sorted()
    filter.mine = person.handle
    return filter
  }

  private func drafts(of person: Person) throws(Failure) -> [Found] {
    var filter = draftFilter(person)
    filter.limit = 100
    return try list(filter).filter {
      desk.policy.workflows[$0.entry.workflow]?.start == $0.entry.stage
    }
  }

  static let mostAtDesk = 300

  /// Submitted and not yet published, the longest waiting first.
  func storiesAtDesk() throws(Failure) -> [Found] {
    var places: Set<String> = []
    for workflow in desk.policy.workflows.values {
      for stage in workflow.stages.map(\.name)
      where stage != workflow.start && stage != workflow.published && !workflow.isParked(stage) {
        places.insert(stage)
      }
    }
    guard !places.isEmpty else { return [] }
    var filter = Filter()
    (filter.stages, filter.sort, filter.limit) = (places.sorted(), .waiting, Self.mostAtDesk)
    return try list(filter).filter { found in
      let workflow = desk.policy.workflows[found.entry.workflow]
      return workflow?.start != found.entry.stage && workflow?.published != found.entry.stage
    }
  }

  func countAtDesk() throws(Failure) -> Int {
    var count = 0
    for (place, stories) in desk.population {
      let parts = place.split(separator: "/").map(String.init)
      guard parts.count == 2, let workflow = desk.policy.workflows[parts[0]],
        parts[1] != workflow.start, parts[1] != workflow.published, !workflow.isParked(parts[1])
      else { continue }
      count += stories
    }
    return count
  }

  /// A file of the work tree that the record does not have so.
  struct Unsaved {
    var kind: WorkTreeChange.Kind
    /// When it was written last; nil where it is gone.
    var since: Moment?

    var isChanged: Bool { kind == .modified }
  }

  func unsavedFiles() throws(Failure) -> [String: Unsaved] {
    guard repository.workTree != nil, repository.headReference == Live.main else { return [:] }
    var files: [String: Unsaved] = [:]
    let changes = try git { () throws(GitError) in
      try repository.workTreeChanges(under: ["articles"])
    }
    for change in changes {
      files[change.path] = Unsaved(
        kind: change.kind, since: onDisk(change.path).flatMap { Disk.changed($0) })
    }
    return files
  }
}

extension Disk {
  /// When a file was written last.
  static func changed(_ path: String) -> Moment? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Moment(seconds: Int64(status.st_mtim.tv_sec))
  }
}
