import Editorial
import Git

/// Reads commits of `main` as the facts that the Judge wants.
enum Line {
  static func change(
    of id: ObjectID, in repository: borrowing Repository
  ) throws(GitError) -> Change {
    let commit = try repository.commit(id)
    let parent: ObjectID? =
      if let first = commit.parents.first { try repository.commit(first).tree } else { nil }
    // A merge ends the line: what it changes is not looked at.
    let paths =
      commit.parents.count > 1 ? [] : try repository.changes(from: parent, to: commit.tree)
    return Change(
      commit: id.description, parents: commit.parents.count, author: signatory(commit.author),
      committer: signatory(commit.committer), record: Record(commit.message),
      paths: paths.map { path in
        Change.PathChange(
          path.name, before: path.before.map(version), after: path.after.map(version))
      })
  }

  private static func version(_ entry: Git.Entry) -> FileVersion {
    FileVersion(blob: entry.id.description, isPlain: entry.mode == .file)
  }

  private static func signatory(_ signature: Signature) -> Change.Signatory {
    // A date proves nothing, and one beyond the calendar must not stop anybody.
    let seconds = min(max(signature.seconds, 0), 253_402_300_799)
    return Change.Signatory(
      name: signature.name, email: signature.email, at: Moment(seconds: seconds),
      offset: min(max(Int(signature.offset), -840), 840))
  }

  /// Reads a blob for the Judge.
  static func blob(
    _ id: String, in repository: borrowing Repository
  ) throws(Damage) -> [UInt8] {
    guard let object = ObjectID(hex: id) else { throw Damage("`\(id)` names no object") }
    do throws(GitError) {
      // The Judge itself says what a story may hold; this only bounds what is read.
      return try repository.blob(object, limit: 8 << 20)
    } catch {
      throw Damage(
        error.code == .tooLarge
          ? "a file in the record is larger than 8 MiB"
          : "an object of the record is missing or damaged: \(id.prefix(10))",
        hint: "git fsck shows what is missing; git fetch may bring it back")
    }
  }
}

/// The branch that readers see, made of the Judge's projections.
enum Live {
  static let reference = "refs/heads/live"
  static let main = "refs/heads/main"

  /// Makes the commit of `live` that a projection asks for; the same bytes give the same id.
  static func commit(
    _ projection: Projection, on parent: ObjectID?, in repository: borrowing Repository
  ) throws(GitError) -> ObjectID {
    var base: ObjectID?
    if let parent { base = try repository.commit(parent).tree }
    var changes: [(path: String, entry: Git.Entry?)] = []
    for (path, content) in projection.changes {
      switch content {
      case nil: changes.append((path, nil))
      case .bytes(let bytes):
        changes.append((path, Git.Entry(mode: .file, id: try repository.write(blob: bytes))))
      case .blob(let hex):
        guard let id = ObjectID(hex: hex) else { continue }
        changes.append((path, Git.Entry(mode: .file, id: id)))
      }
    }
    return try repository.createCommit(
      tree: try repository.tree(base, changing: changes), parents: parent.map { [$0] } ?? [],
      author: signature(projection.author), committer: signature(projection.committer),
      message: projection.message)
  }

  static func signature(_ signatory: Change.Signatory) -> Signature {
    Signature(
      name: signatory.name, email: signatory.email, seconds: signatory.at.seconds,
      offset: Int32(signatory.offset))
  }
}
