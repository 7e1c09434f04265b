internal import CLibgit2

extension Repository {
  /// Reads a commit; an object of another type is ``GitError/Code/notFound``.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    let action = "read commit \(id)"
    var raw = id.raw
    let commit = try Handle<Owned.Commit>(action) {
      git_commit_lookup(&$0, handle.pointer, &raw)
    }
    guard let copy = Commit(id, commit.pointer) else {
      throw GitError(.invalid, doing: action, "its header is incomplete")
    }
    return copy
  }

  /// Whether the repository holds an object of this id, of whatever type.
  public func exists(_ id: ObjectID) -> Bool {
    guard let objects = try? objects() else { return false }
    var raw = id.raw
    return git_odb_exists(objects.pointer, &raw) == 1
  }

  /// The commit that a revision in git's notation means, nil when there is none or more than one.
  public func resolve(_ revision: String) -> ObjectID? {
    defer { git_error_clear() }
    guard !revision.utf8.contains(0) else { return nil }
    let object = try? Handle<Owned.Object>("resolve \(revision)") {
      git_revparse_single(&$0, handle.pointer, revision)
    }
    guard let object else { return nil }
    let commit = try? Handle<Owned.Object>("resolve \(revision)") {
      git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT)
    }
    guard let commit else { return nil }
    return ObjectID(git_object_id(commit.pointer))
  }

  /// Writes a commit; no reference moves.
  ///
  /// Tree and parents must exist. Names must not be empty, nor contain `<`, `>` or control
  /// characters; as in git, spaces and the characters `.,:;"'\` at their ends are dropped.
  public func createCommit(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) throws(GitError) -> ObjectID {
    let action = "write a commit"
    try checkText(message, action)
    let author = try Signature.Owned(author, action)
    let committer = try Signature.Owned(committer, action)
    var tree = tree.raw
    let parents = parents.map(\.raw)
    var id = git_oid()
    let code = parents.withUnsafeBufferPointer { parents in
      withUnsafePointers(to: parents) { pointers in
        git_commit_create_from_ids(
          &id, handle.pointer, nil, author.pointer, committer.pointer, nil, message, &tree,
          pointers.count, pointers.baseAddress)
      }
    }
    try check(code, action)
    return ObjectID(id)
  }
}

/// Lends an array of pointers to the elements of `buffer`.
private func withUnsafePointers<Element>(
  to buffer: UnsafeBufferPointer<Element>,
  _ body: (UnsafeMutableBufferPointer<UnsafePointer<Element>?>) -> CInt
) -> CInt {
  var pointers = buffer.indices.map { buffer.baseAddress?.advanced(by: $0) }
  return pointers.withUnsafeMutableBufferPointer { body($0) }
}
