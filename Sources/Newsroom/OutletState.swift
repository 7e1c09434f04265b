public import Editorial
import Git

/// What an outlet of one machine shows, as that machine wrote it down.
///
/// Each is a commit on `refs/stet/outlets/NAME/MACHINE`, on the one before it: the line of them tells
/// what readers of an outlet had at any time.
public struct OutletState: Hashable, Sendable {
  public enum Result: String, Sendable {
    case done, failed
    case notUploaded = "not-uploaded"
  }

  public var name: String
  public var machine: String
  /// Whether this clone's machine wrote it.
  public var isHere = false
  /// The edition that it shows; nil where nothing was written yet.
  public var release: String?
  /// The commit of `live` that the edition names.
  public var live: String?
  /// The tip of `live` whose withdrawals the export has honoured.
  public var tip: String?
  /// Those withdrawals, as `ID withdrawn`, `ID withheld` or `ID pulled`.
  public var withdrawn: [String] = []
  /// How the last attempt went; what is shown is ``release`` all the same.
  public var result: Result
  /// Why it went wrong.
  public var problem: String?
  /// When that was.
  public var at: Moment
  /// Since when it shows the edition.
  public var since: Moment
  /// The handle of who acted; empty where nobody could tell.
  public var by: String
  /// The commit that holds this.
  public var commit = ""
}

extension Newsroom {
  private static let outletPrefix = "refs/stet/outlets/"

  /// What the outlets show, on every machine whose records are here, by name and machine.
  ///
  /// An outlet that is no longer in stet.yml is among them, and one whose folder this machine has
  /// given up is not.
  public func outletStates() throws(Failure) -> [OutletState] {
    let own = Set(outlets().filter { $0.out != nil }.map(\.name))
    return try Self.outletStates(in: repository).filter { !$0.isHere || own.contains($0.name) }
  }

  static func outletStates(
    in repository: borrowing Repository
  ) throws(Failure) -> [OutletState] {
    let here = Machine.name(repository)
    do throws(GitError) {
      var states: [OutletState] = []
      for reference in try repository.references(prefix: outletPrefix) {
        let parts = reference.name.dropFirst(outletPrefix.count).split(separator: "/")
        guard parts.count == 2 else { continue }
        var state = try state(reference.id, String(parts[0]), String(parts[1]), repository)
        state?.isHere = parts[1] == here ?? ""
        if let state { states.append(state) }
      }
      return states
    } catch {
      throw Failure(error)
    }
  }

  /// What an outlet of this machine shows.
  static func outletState(
    _ name: String, in repository: borrowing Repository
  ) throws(Failure) -> OutletState? {
    try outletStates(in: repository).first { $0.isHere && $0.name == name }
  }

  /// What an outlet of a machine showed, the newest first; `limit` records at most.
  public func history(
    of outlet: String, on machine: String, limit: Int
  ) throws(Failure) -> [OutletState] {
    do throws(GitError) {
      var states: [OutletState] = []
      var next = try repository.target(of: "\(Self.outletPrefix)\(outlet)/\(machine)")
      while let id = next, states.count < limit {
        guard let state = try Self.state(id, outlet, machine, repository) else { break }
        states.append(state)
        next = try repository.commit(id).parents.first
      }
      return states
    } catch {
      throw Failure(error)
    }
  }

  /// What the outlets showed at a time: of all records that had been written by then, the newest of an
  /// export that went well; nil where no outlet had been exported yet.
  static func shown(
    at moment: Moment, in repository: borrowing Repository
  ) throws(Failure) -> OutletState? {
    do throws(GitError) {
      var newest: OutletState?
      for reference in try repository.references(prefix: outletPrefix) {
        let parts = reference.name.dropFirst(outletPrefix.count).split(separator: "/")
        guard parts.count == 2 else { continue }
        var next: ObjectID? = reference.id
        while let id = next {
          let commit = try repository.commit(id)
          guard let state = OutletState(commit, String(parts[0]), String(parts[1])) else { break }
          if state.at <= moment, state.result == .done {
            if newest.map({ $0.at < state.at }) ?? true { newest = state }
            break
          }
          next = commit.parents.first
        }
      }
      return newest
    } catch {
      throw Failure(error)
    }
  }

  private static func state(
    _ id: ObjectID, _ name: String, _ machine: String, _ repository: borrowing Repository
  ) throws(GitError) -> OutletState? {
    let commit = try repository.commit(id)
    guard var state = OutletState(commit, name, machine) else { return nil }
    // Back to the first record of the edition that stands.
    var next = commit.parents.first
    var isUploaded = state.result != .notUploaded
    while let id = next {
      let earlier = try repository.commit(id)
      guard let before = OutletState(earlier, name, machine), before.release == state.release,
        before.result != .notUploaded || !isUploaded
      else { break }
      state.since = before.at
      isUploaded = before.result != .notUploaded
      next = earlier.parents.first
    }
    return state
  }

  /// Writes down what an outlet of this machine came to, unless that is written there already.
  static func keep(
    _ state: OutletState, by person: Person?, in repository: borrowing Repository
  ) throws(Failure) {
    let reference = "\(outletPrefix)\(state.name)/\(try Machine.named(repository))"
    let signature = Signature(
      name: person?.name ?? "Stet",
      email: "\(person?.handle.description ?? "stet")@newsroom.invalid",
      seconds: state.at.seconds, offset: 0)
    do throws(GitError) {
      let before = try repository.target(of: reference)
      if let before, var same = OutletState(try repository.commit(before), state.name, "") {
        (same.machine, same.at, same.since) = (state.machine, state.at, state.since)
        (same.by, same.isHere, same.commit) = (state.by, state.isHere, state.commit)
        // A tip that takes nothing down makes no difference.
        if state.withdrawn.isEmpty { same.tip = state.tip }
        if same == state { return }
      }
      let made = try repository.createCommit(
        tree: try repository.tree(nil, changing: []), parents: before.map { [$0] } ?? [],
        author: signature, committer: signature, message: state.record.message)
      try repository.move(
        reference, from: before, to: made, because: "stet: \(state.record.subject)")
    } catch {
      throw Failure(error)
    }
  }
}

extension OutletState {
  init?(_ commit: Commit, _ name: String, _ machine: String) {
    let record = Record(commit.message)
    guard record["Stet-Outlet"] == name,
      let result = record["Stet-Result"].flatMap(Result.init(rawValue:))
    else { return nil }
    (self.name, self.machine, self.result) = (name, machine, result)
    (release, live, tip) = (record["Stet-Release"], record["Stet-Live"], record["Stet-Tip"])
    withdrawn = record.trailers.filter { $0.key == "Stet-Withdrawn" }.map(\.value)
    problem = record.note.isEmpty ? nil : record.note
    at = Moment(seconds: commit.author.seconds)
    since = at
    let handle = String(commit.author.email.prefix { $0 != "@" })
    by = handle == "stet" ? "" : handle
    self.commit = commit.id.description
  }

  /// The message of the commit that says this.
  var record: Record {
    var trailers = [Record.Trailer("Stet-Outlet", name)]
    for (key, value) in [("Stet-Release", release), ("Stet-Live", live), ("Stet-Tip", tip)] {
      if let value { trailers.append(Record.Trailer(key, value)) }
    }
    trailers += withdrawn.map { Record.Trailer("Stet-Withdrawn", $0) }
    trailers.append(Record.Trailer("Stet-Result", result.rawValue))
    let shown = release ?? "nothing yet"
    let subject =
      switch result {
      case .done: "\(name) shows \(shown)"
      case .failed: "\(name) was not updated, still \(shown)"
      case .notUploaded: "\(name): \(shown) written, not uploaded"
      }
    return Record(subject: subject, note: problem ?? "", trailers: trailers)
  }
}
