internal import CLibgit2
internal import Glibc

extension Repository {
  /// What differs between `HEAD`, Git's index and the files under some folders, sorted by path.
  ///
  /// Like `git status --porcelain -uall`: new files count whether or not they were added, ignored
  /// ones never do. A prefix is a folder's or a file's path; no prefix at all means everything.
  /// A file that changed within the second in which Git's index was written is found too.
  public func workTreeChanges(under prefixes: [String]) throws(GitError) -> [WorkTreeChange] {
    let action = "compare the files of the work tree"
    let prefixes = prefixes.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    for prefix in prefixes { try checkText(prefix, action) }
    guard let workTree else {
      throw GitError(.invalid, doing: action, "the repository has no work tree")
    }
    var changes: [[UInt8]: WorkTreeChange.Kind] = [:]
    try noteStatus(of: prefixes, action, &changes)
    try noteRacy(of: prefixes, workTree, action, &changes)
    return changes.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { WorkTreeChange(path: String(decoding: $0.key, as: UTF8.self), kind: $0.value) }
  }

  private func noteStatus(
    of prefixes: [String], _ action: String, _ changes: inout [[UInt8]: WorkTreeChange.Kind]
  ) throws(GitError) {
    var options = git_status_options()
    try check(
      git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)), action)
    options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
    options.flags =
      GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue
      | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
      | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH.rawValue
    let paths = CStrings(prefixes)
    var pointers = paths.pointers.map { UnsafeMutablePointer(mutating: $0) }
    let list = try Handle<Owned.StatusList>(action) { made in
      pointers.withUnsafeMutableBufferPointer { buffer in
        options.pathspec = git_strarray(strings: buffer.baseAddress, count: buffer.count)
        return git_status_list_new(&made, handle.pointer, &options)
      }
    }
    for number in 0..<git_status_list_entrycount(list.pointer) {
      guard
        let entry = git_status_byindex(list.pointer, number)?.pointee,
        let delta = entry.index_to_workdir ?? entry.head_to_index,
        let name = delta.pointee.new_file.path ?? delta.pointee.old_file.path,
        let kind = WorkTreeChange.Kind(entry.status)
      else { continue }
      let path = Self.bytes(name)
      if Self.matches(path, prefixes) { changes[path] = kind }
    }
  }

  /// Reads the files whose times can't prove that they are as Git's index has them.
  ///
  /// libgit2 compares nanoseconds, which some programs and file systems copy or cut off; this is
  /// git's own rule, which goes by whole seconds.
  private func noteRacy(
    of prefixes: [String], _ workTree: String, _ action: String,
    _ changes: inout [[UInt8]: WorkTreeChange.Kind]
  ) throws(GitError) {
    let index = try index(action)
    guard let written = Stamp(ofIndex: index.pointer)?.seconds else { return }
    for number in 0..<git_index_entrycount(index.pointer) {
      guard
        let entry = git_index_get_byindex(index.pointer, number)?.pointee,
        Int(entry.mtime.seconds) >= written, Entry.Mode(entry.mode) != .submodule,
        case let path = Self.bytes(entry.path), Self.matches(path, prefixes), changes[path] == nil,
        let now = hash(ofFile: Array("\(workTree)/".utf8) + path), now != ObjectID(entry.id)
      else { continue }
      changes[path] = .modified
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  private static func matches(_ path: [UInt8], _ prefixes: [String]) -> Bool {
    prefixes.isEmpty
      || prefixes.contains { prefix in
        guard path.starts(with: prefix.utf8) else { return false }
        let rest = path.dropFirst(prefix.utf8.count)
        return prefix.isEmpty || rest.isEmpty || rest.first == UInt8(ascii: "/")
      }
  }
}

extension WorkTreeChange.Kind {
  /// Joins both halves of a status, `HEAD` against index and index against file; nil for neither.
  fileprivate init?(_ status: git_status_t) {
    func has(_ flags: git_status_t...) -> Bool {
      flags.contains { status.rawValue & $0.rawValue != 0 }
    }
    if has(GIT_STATUS_CONFLICTED) {
      self = .conflicted
    } else if has(GIT_STATUS_WT_DELETED) {
      self = .deleted
    } else if has(GIT_STATUS_WT_NEW) {
      self = has(GIT_STATUS_INDEX_DELETED) ? .modified : .added
    } else if has(GIT_STATUS_INDEX_NEW) {
      self = .added
    } else if has(GIT_STATUS_INDEX_DELETED) {
      self = .deleted
    } else if has(GIT_STATUS_INDEX_TYPECHANGE, GIT_STATUS_WT_TYPECHANGE) {
      self = .typeChanged
    } else if has(
      GIT_STATUS_INDEX_MODIFIED, GIT_STATUS_WT_MODIFIED, GIT_STATUS_INDEX_RENAMED,
      GIT_STATUS_WT_RENAMED, GIT_STATUS_WT_UNREADABLE)
    {
      self = .modified
    } else {
      return nil
    }
  }
}
