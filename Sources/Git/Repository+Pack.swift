internal import CLibgit2

/// Objects that are written together: into memory first, then into one pack that is made safe once.
public struct Gathering {
  fileprivate let backend: UnsafeMutablePointer<git_odb_backend>
}

extension Repository {
  /// Gathers everything that is written from now on through this handle, for ``pack(_:)``.
  ///
  /// Reading sees it. Nothing of it is in the repository before ``pack(_:)``: no reference must be moved
  /// there until then. Use the repository no longer than the gathering, and it no longer than this handle.
  public func gather() throws(GitError) -> Gathering {
    let action = "gather objects"
    let objects = try objects()
    var backend: UnsafeMutablePointer<git_odb_backend>?
    try check(git_mempack_new(&backend), action)
    let code = git_odb_add_backend(objects.pointer, backend, 999)
    if code < 0 { backend?.pointee.free(backend) }
    try check(code, action)
    guard let backend else { throw GitError(.other(0), doing: action, "no store was returned") }
    return Gathering(backend: backend)
  }

  /// Writes what was gathered into one pack of the repository, safe on disk when this returns.
  public func pack(_ gathering: Gathering) throws(GitError) {
    let action = "write a pack"
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    try check(git_mempack_dump(&buffer, handle.pointer, gathering.backend), action)
    let objects = try objects()
    let indexer = try Handle<Owned.Indexer>(action) {
      git_indexer_new(&$0, commonDirectory + "/objects/pack", 0o444, objects.pointer, nil)
    }
    var progress = git_indexer_progress()
    try check(git_indexer_append(indexer.pointer, buffer.ptr, buffer.size, &progress), action)
    try check(git_indexer_commit(indexer.pointer, &progress), action)
    try check(git_mempack_reset(gathering.backend), action)
    try check(git_odb_refresh(objects.pointer), action)
  }
}
