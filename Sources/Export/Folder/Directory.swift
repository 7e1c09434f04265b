internal import Glibc

/// An open folder.
///
/// Everything in it is reached from here and never through a symbolic link at the end of a path.
final class Directory: Sendable {
  let path: String
  let handle: CInt

  /// Opens a folder, which must not be a symbolic link.
  init(_ path: String) throws(ExportFault) {
    let handle = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else { throw .last(path, "opened") }
    (self.path, self.handle) = (path, handle)
  }

  deinit { close(handle) }

  struct Entry {
    enum Kind { case file, folder, link, other }

    let kind: Kind
    let size: Int
  }

  /// What stands at a path; nil for nothing.
  func entry(_ name: String) -> Entry? {
    var status = stat()
    guard fstatat(handle, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    let kind: Entry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Entry(kind: kind, size: Int(status.st_size))
  }

  /// The names in a folder below this one; `.` is this one.
  func names(in folder: String = ".") throws(ExportFault) -> [String] {
    let inner = openat(handle, folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard inner >= 0, let stream = fdopendir(inner) else { throw .last(full(folder), "read") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Everything below this folder, by its path.
  func survey() throws(ExportFault) -> [String: Entry] {
    var found: [String: Entry] = [:]
    var open = [""]
    while let folder = open.popLast() {
      for name in try names(in: folder.isEmpty ? "." : folder) {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        guard let entry = entry(path) else { continue }
        found[path] = entry
        if entry.kind == .folder { open.append(path) }
      }
    }
    return found
  }

  func make(_ folder: String) throws(ExportFault) {
    guard mkdirat(handle, folder, 0o777) == 0 || errno == EEXIST else {
      throw .last(full(folder), "made")
    }
  }

  func read(_ file: String, size: Int) -> [UInt8]? {
    let input = openat(handle, file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else { return nil }
    defer { close(input) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let part = Glibc.read(input, buffer.baseAddress.map { $0 + count }, size - count)
        guard part > 0 else { break }
        count += part
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Writes a new file.
  func write(_ file: String, _ bytes: [UInt8]) throws(ExportFault) {
    let output = openat(handle, file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw .last(full(file), "written") }
    var done = 0
    while done < bytes.count {
      let part = bytes.withUnsafeBytes { buffer in
        Glibc.write(output, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if part < 0, errno == EINTR { continue }
      guard part >= 0 else {
        let fault = ExportFault.last(full(file), "written")
        close(output)
        throw fault
      }
      done += part
    }
    // Some file systems tell only here that there was no room.
    guard close(output) == 0 else { throw .last(full(file), "written") }
  }

  /// Puts a file of another folder here as well, sharing its bytes where the file system can.
  func adopt(_ file: String, of other: Directory, size: Int, as name: String) throws(ExportFault) {
    if linkat(other.handle, file, handle, name, 0) == 0 { return }
    guard let bytes = other.read(file, size: size) else { throw .last(other.full(file), "read") }
    try write(name, bytes)
    var status = stat()
    if fstatat(other.handle, file, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      fchmodat(handle, name, status.st_mode & 0o7777, 0)
    }
  }

  /// Makes the same symbolic link here.
  func adopt(link: String, of other: Directory, size: Int) throws(ExportFault) {
    var target = [CChar](repeating: 0, count: Swift.max(size, 4096) + 1)
    let count = readlinkat(other.handle, link, &target, target.count - 1)
    guard count >= 0, symlinkat(target, handle, link) == 0 else {
      throw .last(full(link), "made")
    }
  }

  /// Removes a folder with all that is in it.
  func remove(_ folder: String) throws(ExportFault) {
    // Folders before what is in them; removed from the end.
    var folders = [folder]
    var index = 0
    while index < folders.count {
      for name in try names(in: folders[index]) {
        let path = "\(folders[index])/\(name)"
        if entry(path)?.kind == .folder {
          folders.append(path)
        } else {
          unlinkat(handle, path, 0)
        }
      }
      index += 1
    }
    for path in folders.reversed() {
      guard unlinkat(handle, path, AT_REMOVEDIR) == 0 || errno == ENOENT else {
        throw .last(full(path), "removed")
      }
    }
  }

  func full(_ name: String) -> String { name == "." ? path : "\(path)/\(name)" }
}

extension ExportFault {
  /// What the system said last, in words.
  static func last(_ path: String, _ doing: String) -> ExportFault {
    let code = errno
    let reason =
      switch code {
      case EACCES, EPERM: "permission denied"
      case EROFS: "the file system is read-only"
      case ENOSPC, EDQUOT: "no room is left on the disk"
      case ENOENT: "it is not there"
      case ENOTDIR: "a part of its path is not a folder"
      case ELOOP: "a part of its path is a symbolic link"
      case EBUSY: "it is in use, perhaps as a mount point"
      case ENAMETOOLONG: "its name is too long"
      case EXDEV: "it is on another file system"
      default: String(cString: strerror(code)).lowercased()
      }
    return .system(path: path, doing: doing, reason: reason)
  }
}
