public import Editorial
import Catalog
import Git
import Glibc

/// A commit of `main` before it is made: files by path (nil takes one away), and its message.
struct Draft {
  var files: [(path: String, bytes: [UInt8]?)]
  var record: Record
}

/// Commits that are made but stand on no branch yet, each judged on the one before.
struct Chain {
  /// The state after the last of them.
  var desk: Desk
  var parent: ObjectID
  var steps: [Step] = []
  var files: [String: (old: ObjectID?, new: ObjectID?)] = [:]
}

extension Newsroom {
  /// Begins a chain on the tip of `main`.
  ///
  /// Call it under the lock.
  func begin() throws(Failure) -> Chain {
    try refuseIfStopped()
    return Chain(desk: desk, parent: tip)
  }

  /// Makes one more commit.
  ///
  /// The Judge reads it as it would read anybody's; one that it does not take is an error, and then
  /// the whole chain is never put on `main`.
  func add(_ draft: Draft, to chain: inout Chain, by person: Person) throws(Failure) {
    do {
      let base = try repository.commit(chain.parent).tree
      var changes: [(path: String, entry: Git.Entry?)] = []
      for (path, bytes) in draft.files {
        let old = try repository.entry(at: path, in: base)?.id
        let new: ObjectID? = if let bytes { try repository.write(blob: bytes) } else { nil }
        changes.append((path, new.map { Git.Entry(mode: .file, id: $0) }))
        chain.files[path] = (chain.files[path].map(\.old) ?? old, new)
      }
      let tree = changes.isEmpty ? base : try repository.tree(base, changing: changes)
      chain.parent = try repository.createCommit(
        tree: tree, parents: [chain.parent], author: signature(of: person),
        committer: committer(for: person), message: draft.record.message)
      chain.steps.append(try judged(chain.parent, &chain.desk))
    } catch {
      throw Failure(error)
    }
  }

  /// Says that the work tree has these bytes of a file, which the chain takes in: they are brought along
  /// to its end like those of `main`.
  func holds(_ bytes: [UInt8], at path: String, _ chain: inout Chain) throws(Failure) {
    let id = try git { () throws(GitError) in try repository.hashFile(bytes) }
    chain.files[path]?.old = id
  }

  /// Moves `main` and `live` to the end of a chain, all of it or nothing.
  ///
  /// Files of the work tree that hold what `main` had are brought along; one with unsaved words keeps
  /// them.
  @discardableResult
  mutating func finish(_ chain: Chain) throws(Failure) -> [LogEntry] {
    guard chain.parent != tip else { return [] }
    if circumstances.isDry {
      desk = chain.desk
      return chain.steps.map(\.line)
    }
    try move(to: chain.parent, chain)
    return chain.steps.map(\.line)
  }

  /// One commit, made and put on `main`.
  @discardableResult
  mutating func commit(_ draft: Draft, by person: Person) throws(Failure) -> LogEntry {
    var chain = try begin()
    try add(draft, to: &chain, by: person)
    guard let line = try finish(chain).last else { throw Failure(.failed, "nothing was changed") }
    return line
  }

  private func judged(_ id: ObjectID, _ desk: inout Desk) throws(Failure) -> Step {
    let known = desk.offences.count
    do throws(Damage) {
      let line = try BringUp.judge(id, &desk, repository)
      if desk.offences.count > known, let offence = desk.offences.last {
        throw Damage(offence.message, hint: whoElse(offence))
      }
      let facts = desk.memory.takeChanged()
      return Step(
        line: line, live: desk.live, facts: facts, cards: try BringUp.cards(facts, repository),
        state: DeskState(of: desk))
    } catch {
      throw Failure(.refused, error.problem, hint: error.hint)
    }
  }

  /// Who may change what a person may not: rules and fronts.
  private func whoElse(_ offence: Offence) -> String? {
    guard offence.rule == "role", !offence.paths.isEmpty else { return nil }
    var roles: [Role] = []
    if offence.paths.allSatisfy(Policy.isPolicy) { roles = [.chief] }
    if offence.paths.allSatisfy({ $0.hasPrefix("fronts/") }) { roles = [.editor, .publisher] }
    let people = roles.flatMap { desk.policy.people(with: $0) }.map(\.name).unique
    return people.isEmpty ? nil : "ask \(prose(people, "or"))"
  }

  /// Writes the pending record, moves the references, then the files of the work tree and the catalog.
  private mutating func move(to new: ObjectID, _ chain: Chain) throws(Failure) {
    let list = chain.files.sorted { $0.key < $1.key }.map { path, file in
      Pending.File(path: path, old: file.old?.description, new: file.new?.description)
    }
    try waitForOthers()
    let pending = Pending(main: new, references: [Live.main, Live.reference], files: list)
    try Self.keep(pending, in: folder)
    let subject =
      chain.steps.last.map { "stet: \($0.line.transition ?? $0.line.kind.rawValue)" } ?? "stet"
    do throws(GitError) {
      try repository.move(Live.main, from: tip, to: new, because: subject)
    } catch {
      Self.forget(in: folder)
      throw Failure(error)
    }
    // From here on the change stands: whatever fails below, the next command completes.
    let old = ObjectID(hex: desk.live)
    desk = chain.desk
    tip = new
    do {
      if let live = ObjectID(hex: desk.live), live != old, liveFault == nil {
        try repository.move(Live.reference, from: old, to: live, because: subject)
      }
      try Self.bringAlong(list, repository)
      Self.forget(in: folder)
      try catalog?.append(chain.steps)
    } catch {
      circumstances.say("warning: it is on the record; the next command completes the rest")
    }
  }

  /// Waits a second for another program that is writing to this repository; one that takes longer is
  /// named, before anything has moved.
  private func waitForOthers() throws(Failure) {
    var locks = [Live.main, Live.reference].map { "\(repository.commonDirectory)/\($0).lock" }
    if !repository.isBare { locks.append("\(repository.gitDirectory)/index.lock") }
    for lock in locks {
      var waited = 0
      while Disk.exists(lock) {
        guard waited < 100 else {
          throw Failure(
            .conflict, "another program is writing to the newsroom: \(lock) is there",
            hint: "wait for it; if none is running, stet doctor tells")
        }
        usleep(10_000)
        waited += 1
      }
    }
  }

  func refuseIfStopped() throws(Failure) {
    guard let stop = desk.stop else { return }
    throw Failure(
      .refused,
      "the record ends at a merge, \(stop.commit.prefix(10)) by \(stop.by): nothing after it counts",
      hint:
        "the last good commit is \(stop.good.prefix(10)); git reset --keep \(stop.good.prefix(10)) goes back to it"
    )
  }

  func signature(of person: Person) -> Signature {
    Signature(
      name: person.name, email: person.emails.first ?? "", seconds: circumstances.now.seconds,
      offset: 0)
  }

  /// Who sits at the machine, if that is someone else on the staff; otherwise who acts.
  func committer(for person: Person) -> Signature {
    signature(of: enterer(for: person) ?? person)
  }

  /// What the first line of an answer ends with where somebody else sits at the machine:
  /// `, as George Hall, entered by Ana Costa`.
  public func signature() -> String {
    guard let person = personIfKnown(), let other = enterer(for: person) else { return "" }
    return ", as \(person.name), entered by \(other.name)"
  }

  /// Someone else on the staff at whose machine `person` acts.
  public func enterer(for person: Person) -> Person? {
    guard let email = repository.configuration("user.email"),
      let other = desk.policy.person(withEmail: email), other.handle != person.handle, other.active
    else { return nil }
    return other
  }
}
