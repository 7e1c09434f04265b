import Glibc

/// Files, written such that a crash leaves the old or the new one.
enum Disk {
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file beside its place and renames it there.
  static func write(_ bytes: [UInt8], to path: String, sync: Bool = false) throws(Failure) {
    try makeFolder(of: path)
    let temporary = "\(path).stet-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = failure(path)
        close(descriptor)
        unlink(temporary)
        throw error
      }
      done += count
    }
    if sync, fsync(descriptor) != 0 {
      let error = failure(path)
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    guard rename(temporary, path) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  static func makeFolder(of path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure(folder) }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw failure(folder) }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the path itself is a link.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// What a link holds: the path that it leads to.
  static func linkTarget(_ path: String) -> [UInt8]? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &bytes, bytes.count)
    return count < 0 ? nil : bytes[..<count].map { UInt8(bitPattern: $0) }
  }

  static func remove(_ path: String) { unlink(path) }

  static func failure(_ path: String) -> Failure {
    let code = errno
    switch code {
    case ENOSPC, EDQUOT, EFBIG:
      return Failure(
        .failed, "\(path) can't be written: the disk is full", hint: "make room, then try again")
    case EACCES, EROFS, EPERM:
      return Failure(
        .failed, "\(path) can't be written: the folder is read-only or not yours")
    default:
      return Failure(.failed, "\(path) can't be written: \(String(cString: strerror(code)))")
    }
  }
}
