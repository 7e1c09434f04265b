internal import CMarkdown
internal import Glibc

/// The folder that an export goes to, and the fresh one beside it.
struct Target {
  let parent: Directory
  let name: String
  /// What is there now; nil where there is nothing yet.
  let old: Directory?

  var path: String { parent.full(name) }

  init(_ directory: String) throws(ExportFault) {
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    let exists = lstat(path, &status) == 0
    if exists {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: break
      case S_IFLNK: throw .symbolicLink(folder: directory)
      default: throw .notAFolder(path: directory)
      }
    } else {
      try Self.makeFolders(above: path)
    }
    // "." and ".." have names of their own.
    let parts = Self.split(path)
    let whole =
      exists ? Self.resolved(path) : Self.resolved(parts.parent).map { $0 + "/" + parts.name }
    guard let whole, whole != "/" else { throw .last(directory, "found") }
    let place = Self.split(whole)
    guard !place.name.isEmpty, place.name != ".." else { throw .notAFolder(path: directory) }
    parent = try Directory(place.parent)
    name = place.name
    old = exists ? try Directory(whole) : nil
  }

  /// Makes the fresh folder beside the target, named so that a later run knows whose it was.
  func makeFresh() throws(ExportFault) -> (name: String, folder: Directory) {
    for attempt in 1...100 {
      let fresh = prefix + String(getpid()) + (attempt > 1 ? "-\(attempt)" : "")
      if mkdirat(parent.handle, fresh, 0o777) == 0 {
        return (fresh, try Directory(parent.full(fresh)))
      }
      guard errno == EEXIST else { break }
    }
    throw .last(parent.path, "written to")
  }

  /// Puts the fresh folder in the target's place in one step and removes what was there.
  func exchange(_ fresh: String) throws(ExportFault) {
    guard let old else {
      guard renameat(parent.handle, fresh, parent.handle, name) == 0 else {
        throw .last(path, "put in place")
      }
      return
    }
    var status = stat()
    if fstat(old.handle, &status) == 0 {
      fchmodat(parent.handle, fresh, status.st_mode & 0o7777, 0)
    }
    if renameat2(parent.handle, fresh, parent.handle, name, STET_RENAME_EXCHANGE) != 0 {
      guard errno == EINVAL || errno == ENOSYS else { throw .last(path, "replaced") }
      // A file system without an exchange: two steps, as near as it gets.
      let aside = fresh + "-old"
      guard renameat(parent.handle, name, parent.handle, aside) == 0 else {
        throw .last(path, "replaced")
      }
      guard renameat(parent.handle, fresh, parent.handle, name) == 0 else {
        renameat(parent.handle, aside, parent.handle, name)
        throw .last(path, "replaced")
      }
      try? parent.remove(aside)
      return
    }
    // Readers have the new one: what can't be removed now, the next run removes.
    try? parent.remove(fresh)
  }

  /// Removes what runs that were killed have left.
  func removeLeftOvers() throws(ExportFault) {
    for left in try parent.names() where left.hasPrefix(prefix) {
      let digits = left.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
      guard let pid = pid_t(digits), pid != getpid(), kill(pid, 0) != 0, errno == ESRCH else {
        continue
      }
      // Killed between two steps: the old folder is still there under this name alone.
      if left.hasSuffix("-old"), parent.entry(name) == nil {
        renameat(parent.handle, left, parent.handle, name)
      } else {
        try? parent.remove(left)
      }
    }
  }

  private var prefix: String { ".\(name).stet-" }

  private static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = String(path[..<slash])
    return (parent.isEmpty ? "/" : parent, String(path[path.index(after: slash)...]))
  }

  private static func resolved(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }

  private static func makeFolders(above path: String) throws(ExportFault) {
    let parent = split(path).parent
    var status = stat()
    guard stat(parent, &status) != 0 else {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: parent) }
      return
    }
    try makeFolders(above: parent)
    guard mkdir(parent, 0o777) == 0 || errno == EEXIST else { throw .last(parent, "made") }
  }
}
