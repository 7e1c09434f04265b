internal import CLibgit2
internal import Glibc

extension Repository {
  /// Puts one path into Git's index as a plain file, or removes it when `id` is nil.
  ///
  /// See ``stage(_:)``.
  public func stage(_ path: String, id: ObjectID?) throws(GitError) {
    try stage([(path, id)])
  }

  /// Puts several paths into Git's index, which is read and written once.
  ///
  /// Where the file in the work tree holds this blob the entry gets the file's times, so that
  /// `git status` need not read it; else `git status` shows the difference. The files themselves
  /// are not touched. Throws ``GitError/Code/locked`` while another process writes the index, and
  /// ``GitError/Code/unsupported(_:)`` for a split or sparse one.
  public func stage(_ paths: [(path: String, id: ObjectID?)]) throws(GitError) {
    guard !paths.isEmpty else { return }
    let action = "write Git's index"
    let index = try index(action)
    for _ in 0..<5 {
      let before = Stamp(ofIndex: index.pointer)
      do throws(GitError) {
        try check(git_index_read(index.pointer, 1), action)
        for (path, id) in paths { try put(path, id, into: index) }
        // libgit2 takes the lock only now; what others wrote since must not be undone.
        guard Stamp(ofIndex: index.pointer) == before else { continue }
        try check(git_index_write(index.pointer), action)
        return
      } catch {
        git_index_read(index.pointer, 1)
        git_error_clear()
        throw error
      }
    }
    throw GitError(.locked, doing: action, "another program keeps changing it")
  }

  /// The blob that Git's index holds for a path, nil when it has no entry or a conflict.
  public func indexEntry(_ path: String) throws(GitError) -> ObjectID? {
    let action = "read Git's index"
    try checkText(path, action)
    let index = try index(action)
    try check(git_index_read(index.pointer, 0), action)
    guard let entry = git_index_get_bypath(index.pointer, path, 0) else {
      git_error_clear()
      return nil
    }
    return ObjectID(entry.pointee.id)
  }

  func index(_ action: String) throws(GitError) -> Handle<Owned.Index> {
    try Handle(action) { git_repository_index(&$0, handle.pointer) }
  }

  private func put(
    _ path: String, _ id: ObjectID?, into index: borrowing Handle<Owned.Index>
  ) throws(GitError) {
    let action = "write \(path) to Git's index"
    try checkPath(path, action)
    guard workTree != nil else {
      throw GitError(.invalid, doing: action, "the repository has no work tree")
    }
    _ = try found(git_index_conflict_remove(index.pointer, path), action)
    guard let id else {
      _ = try found(git_index_remove(index.pointer, path, 0), action)
      return
    }
    var entry = entryOfFile(path, holding: id) ?? git_index_entry()
    entry.id = id.raw
    entry.mode = Entry.Mode.file.raw
    let code = path.withCString { path in
      entry.path = path
      return git_index_add(index.pointer, &entry)
    }
    try check(code, action)
  }

  /// What Git's index notes about a file, nil unless the file holds exactly this blob.
  private func entryOfFile(_ path: String, holding id: ObjectID) -> git_index_entry? {
    guard let file = workTree.map({ "\($0)/\(path)" }) else { return nil }
    // The clock that file systems use; the other one runs a few milliseconds ahead of it.
    var now = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &now)
    guard let status = FileStatus(file), hash(ofFile: Array(file.utf8)) == id else { return nil }
    var entry = git_index_entry()
    entry.ctime = git_index_time(status.raw.st_ctim)
    entry.mtime = git_index_time(status.raw.st_mtim)
    entry.dev = UInt32(truncatingIfNeeded: status.raw.st_dev)
    entry.ino = UInt32(truncatingIfNeeded: status.raw.st_ino)
    entry.uid = status.raw.st_uid
    entry.gid = status.raw.st_gid
    // A file can still change within the second of its time stamp. Size 0 is git's own mark for
    // an entry whose times prove nothing: whoever compares must read the file. One second more
    // allows for programs that put the old time back.
    let isRacy = status.raw.st_mtim.tv_sec >= now.tv_sec - 1
    entry.file_size = isRacy ? 0 : UInt32(truncatingIfNeeded: status.raw.st_size)
    return entry
  }

  /// The blob id of a file as `git add` would store it, line ends converted where so configured.
  func hash(ofFile file: [UInt8]) -> ObjectID? {
    var id = git_oid()
    let path = file.map { CChar(bitPattern: $0) } + [0]
    guard git_repository_hashfile(&id, handle.pointer, path, GIT_OBJECT_BLOB, nil) == 0 else {
      git_error_clear()
      return nil
    }
    return ObjectID(id)
  }
}

/// What tells one state of Git's index from another.
struct Stamp: Equatable {
  private let inode: UInt
  private let size: Int
  let seconds: Int
  private let nanoseconds: Int

  /// Nil when there is no index yet.
  init?(ofIndex index: OpaquePointer) {
    guard let path = git_index_path(index), let status = FileStatus(String(cString: path)) else {
      return nil
    }
    inode = UInt(status.raw.st_ino)
    size = Int(status.raw.st_size)
    seconds = status.raw.st_mtim.tv_sec
    nanoseconds = status.raw.st_mtim.tv_nsec
  }
}

/// What the system knows about a plain file; a symbolic link is none.
struct FileStatus {
  let raw: stat

  init?(_ path: String) {
    var raw = stat()
    guard lstat(path, &raw) == 0, raw.st_mode & S_IFMT == S_IFREG else { return nil }
    self.raw = raw
  }
}

extension git_index_time {
  fileprivate init(_ time: timespec) {
    self.init(
      seconds: Int32(truncatingIfNeeded: time.tv_sec),
      nanoseconds: UInt32(truncatingIfNeeded: time.tv_nsec))
  }
}
