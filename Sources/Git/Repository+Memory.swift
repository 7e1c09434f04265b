internal import CLibgit2

extension Repository {
  /// Keeps everything that is written from now on through this handle in memory.
  ///
  /// Reading sees both. Nothing is added to the repository's objects, so a judge of somebody else's
  /// commits can build trees there; references must not be moved to what is only in memory.
  public func useMemory() throws(GitError) {
    let action = "keep objects in memory"
    let objects = try objects()
    var backend: UnsafeMutablePointer<git_odb_backend>?
    try check(git_mempack_new(&backend), action)
    let code = git_odb_add_backend(objects.pointer, backend, 999)
    if code < 0 { backend?.pointee.free(backend) }
    try check(code, action)
  }
}
