import Catalog
import Editorial
import Git
import Glibc

/// Brings the catalog up to the tip of `main`: only the commits since then are judged, and where the
/// catalog can't tell, all of them.
struct BringUp: ~Copyable {
  /// What it came to.
  struct Result {
    var desk: Desk
    var catalog: Catalog?
    var fault: Newsroom.LiveFault?
  }

  let path: String
  /// Whether catalog and `live` may be written: the lock is held.
  let locked: Bool
  let circumstances: Circumstances

  static func path(_ repository: borrowing Repository) -> String {
    Newsroom.folder(repository) + "/catalog.sqlite"
  }

  func run(
    _ repository: borrowing Repository, to tip: ObjectID
  ) throws(Failure) -> Result {
    do throws(Damage) { return try attempt(repository, tip) } catch {
      // A damaged catalog is no news to anyone: it is made again. What remains is the record's own.
      guard locked, Disk.exists(path) else { throw Failure(error) }
      Catalog.discard(at: path)
      do throws(Damage) { return try attempt(repository, tip) } catch { throw Failure(error) }
    }
  }

  private func attempt(
    _ repository: borrowing Repository, _ tip: ObjectID
  ) throws(Damage) -> Result {
    var catalog = open()
    if catalog == nil, locked {
      Catalog.discard(at: path)
      catalog = open()
    }
    // On a full disk, or in a folder of others, the lists live as long as the command.
    if catalog == nil { catalog = Catalog() }
    if !locked { try damaging { () throws(GitError) in try repository.useMemory() } }
    if let catalog, let desk = try known(catalog, repository, tip) {
      return try finish(desk, catalog, repository)
    }
    if catalog?.isReadOnly == true { catalog = Catalog() }
    return try finish(try fromRoot(catalog, repository, tip), catalog, repository)
  }

  private func open() -> Catalog? {
    locked || Disk.exists(path) ? Catalog(at: path, readOnly: !locked) : nil
  }

  /// The desk that the catalog holds, brought up to `tip`; nil where it can't serve.
  private func known(
    _ catalog: Catalog, _ repository: borrowing Repository, _ tip: ObjectID
  ) throws(Damage) -> Desk? {
    guard let state = try catalog.state() else { return nil }
    guard let (found, news) = try since(catalog, repository, tip) else { return nil }
    var start = state
    if found.description != state.head {
      guard locked, try catalog.stepBack(to: found.description),
        let earlier = try catalog.state()
      else { return nil }
      start = earlier
    }
    let policy = try policy(start.files, repository)
    var desk = start.desk(policy, memory: catalog.memory())
    let steps = try fold(news, into: &desk, repository, quiet: news.count < 500)
    if !catalog.isReadOnly, !steps.isEmpty { try catalog.append(steps) }
    return desk
  }

  /// The commits of `main` that the catalog has not judged, oldest first, and the one before them.
  private func since(
    _ catalog: Catalog, _ repository: borrowing Repository, _ tip: ObjectID
  ) throws(Damage) -> (ObjectID, [ObjectID])? {
    var news: [ObjectID] = []
    var next: ObjectID? = tip
    while let id = next {
      if try catalog.position(of: id.description) != nil { return (id, news.reversed()) }
      news.append(id)
      next = try damaging { () throws(GitError) in try repository.commit(id) }.parents.first
    }
    return nil
  }

  private func policy(
    _ files: [String: String], _ repository: borrowing Repository
  ) throws(Damage) -> Policy {
    var contents: [String: [UInt8]] = [:]
    for (path, id) in files where Policy.isRead(path) {
      contents[path] = try Line.blob(id, in: repository)
    }
    do throws(PolicyFault) { return try Policy(files: contents) } catch {
      throw Damage("the rules in force can't be read: \(error.problem)")
    }
  }

  private func fold(
    _ commits: [ObjectID], into desk: inout Desk, _ repository: borrowing Repository, quiet: Bool
  ) throws(Damage) -> [Step] {
    var steps: [Step] = []
    for (index, id) in commits.enumerated() {
      let line = try Self.judge(id, &desk, repository)
      guard desk.stop == nil else { break }
      steps.append(try step(line, &desk, repository))
      if !quiet, index % 200 == 0 {
        circumstances.progress("reading the record", index, commits.count)
      }
    }
    return steps
  }

  private func step(
    _ line: LogEntry, _ desk: inout Desk, _ repository: borrowing Repository
  ) throws(Damage) -> Step {
    let facts = desk.memory.takeChanged()
    return Step(
      line: line, live: desk.live, facts: facts, cards: try Self.cards(facts, repository),
      state: DeskState(of: desk))
  }

  /// Judges one commit and makes the commit of `live` that follows from it.
  static func judge(
    _ id: ObjectID, _ desk: inout Desk, _ repository: borrowing Repository
  ) throws(Damage) -> LogEntry {
    let change = try damaging { () throws(GitError) in try Line.change(of: id, in: repository) }
    let verdict = try desk.judge(change) { id throws(Damage) in
      try Line.blob(id, in: repository)
    }
    if let projection = verdict.projection {
      let parent = ObjectID(hex: desk.live)
      desk.live = try damaging { () throws(GitError) in
        try Live.commit(projection, on: parent, in: repository)
      }.description
    }
    return verdict.entry
  }

  static func cards(
    _ facts: [(Memory.Key, Memory.Fact?)], _ repository: borrowing Repository
  ) throws(Damage) -> [StoryID: Card] {
    var cards: [StoryID: Card] = [:]
    for case (.entry(let id), .entry(let entry)?) in facts {
      let bytes = try Line.blob(entry.blob, in: repository)
      do throws(Fault) { cards[id] = Card(of: try Story(bytes)) } catch {
        throw Damage("a story in the record can't be read: \(entry.path), \(error.problem)")
      }
    }
    return cards
  }

  /// Judges everything from the root on.
  private func fromRoot(
    _ catalog: Catalog?, _ repository: borrowing Repository, _ tip: ObjectID
  ) throws(Damage) -> Desk {
    let line = try Self.line(repository, tip)
    var desk = try Self.root(line[0], repository)
    let first = try damaging { () throws(GitError) in try Line.change(of: line[0], in: repository) }
    var lines = [desk.opening(first)]
    let bulk = max(1, line.count - Catalog.kept)
    for index in 1..<max(1, bulk) {
      let entry = try Self.judge(line[index], &desk, repository)
      guard desk.stop == nil else { break }
      lines.append(entry)
      if index % 200 == 0 { circumstances.progress("reading the record", index, line.count) }
    }
    if let catalog, !catalog.isReadOnly {
      let facts = desk.memory.all
      _ = desk.memory.takeChanged()
      try catalog.replace(
        facts: facts, cards: try Self.cards(facts.map { ($0.0, $0.1) }, repository), lines: lines,
        state: DeskState(of: desk))
    }
    guard desk.stop == nil, bulk < line.count else { return desk }
    let steps = try fold(Array(line[bulk...]), into: &desk, repository, quiet: true)
    if let catalog, !catalog.isReadOnly { try catalog.append(steps) }
    return desk
  }

  /// The commits of `main`, oldest first.
  static func line(
    _ repository: borrowing Repository, _ tip: ObjectID
  ) throws(Damage) -> [ObjectID] {
    if repository.isShallow {
      throw Damage(
        "this clone is shallow: the beginning of the record is missing",
        hint: "git fetch --unshallow brings it")
    }
    return try damaging { () throws(GitError) in
      try repository.walk(from: tip, hiding: nil, firstParent: true)
    }
  }

  /// The desk after the root.
  static func root(
    _ id: ObjectID, _ repository: borrowing Repository
  ) throws(Damage) -> Desk {
    let change = try damaging { () throws(GitError) in try Line.change(of: id, in: repository) }
    var desk = try Desk(root: change) { id throws(Damage) in
      try Line.blob(id, in: repository)
    }
    desk.live = try damaging { () throws(GitError) in
      try Live.commit(desk.foundation(of: change), on: nil, in: repository)
    }.description
    return desk
  }

  /// Moves `live` forward where it is behind; anything else there is a fault.
  private func finish(
    _ desk: Desk, _ catalog: Catalog?, _ repository: borrowing Repository
  ) throws(Damage) -> Result {
    let computed = ObjectID(hex: desk.live)
    let fault = try damaging { () throws(GitError) -> Newsroom.LiveFault? in
      let stands = try repository.target(of: Live.reference)
      guard let computed, stands != computed else { return nil }
      if let stands, !repository.exists(stands) { return .beside(stands) }
      if let stands, try !repository.isAncestor(stands, of: computed) { return .beside(stands) }
      guard locked else {
        let steps = try repository.walk(from: computed, hiding: stands, firstParent: true).count
        return .behind(by: steps)
      }
      try repository.move(
        Live.reference, from: stands, to: computed, because: "stet: live follows main")
      return nil
    }
    return Result(desk: desk, catalog: catalog, fault: fault)
  }
}

/// Runs Git inside of what may find damage.
func damaging<Value>(_ body: () throws(GitError) -> Value) throws(Damage) -> Value {
  do throws(GitError) { return try body() } catch {
    let failure = Failure(error)
    throw Damage(failure.problem, hint: failure.hint)
  }
}

extension Newsroom {
  static func open(
    _ repository: consuming Repository, _ tip: ObjectID, _ circumstances: Circumstances
  ) throws(Failure) -> Newsroom {
    let folder = folder(repository)
    let writable = access(repository.commonDirectory, W_OK) == 0
    if writable { mkdir(folder, 0o777) }
    // Whoever reads brings the catalog up too, if nobody else is at it.
    let lock = writable ? Lock(ifFreeAt: folder + "/lock") : nil
    let locked = lock != nil
    if locked { try recover(repository) }
    let bringUp = BringUp(
      path: BringUp.path(repository), locked: locked, circumstances: circumstances)
    let result = try bringUp.run(repository, to: tip)
    let rules = result.desk.policy.rules
    guard rules == Policy.knownRules else {
      throw Failure(
        .failed, "this newsroom is judged by rules \(rules), which this stet doesn't know",
        hint: "a newer stet knows them")
    }
    return Newsroom(
      repository: repository, circumstances: circumstances, desk: result.desk,
      catalog: result.catalog, inMemory: !locked, tip: tip, liveFault: result.fault)
  }

  /// Reads `main` again, under the lock; a change must be decided on what it then says.
  mutating func refresh() throws(Failure) {
    if inMemory {
      repository = try Self.repository(containing: repository.gitDirectory)
    }
    try Self.recover(repository)
    guard let now = try git({ () throws(GitError) in try repository.target(of: Live.main) }) else {
      throw Self.noNewsroom(".", "it has no main branch")
    }
    // Nothing moved since it was opened under the lock.
    if now == tip, liveFault == nil, !inMemory, desk.stop == nil { return }
    let bringUp = BringUp(
      path: BringUp.path(repository), locked: true, circumstances: circumstances)
    let result = try bringUp.run(repository, to: now)
    (desk, catalog, liveFault) = (result.desk, result.catalog, result.fault)
    (tip, inMemory) = (now, false)
  }
}

extension Newsroom {
  /// Whether a command failed because the catalog can't be read.
  public static func isSpoiltCatalog(_ error: any Error) -> Bool {
    Failure(error).problem == Catalog.unreadable
  }

  /// Deletes the catalog of the newsroom around `path`; the next command makes it again.
  public static func discardCatalog(containing path: String) throws(Failure) {
    let repository = try repository(containing: path)
    let lock = try Lock(at: folder(repository) + "/lock", for: "stet", say: { _ in })
    Catalog.discard(at: BringUp.path(repository))
    _ = consume lock
  }
}
