import Glibc

extension Disk {
  /// A path from the working directory as one from the root, without `.`, `..` and double slashes.
  static func absolute(_ path: String) -> String? {
    var whole = path
    if !path.hasPrefix("/") {
      guard let here = getcwd(nil, 0) else { return nil }
      defer { free(here) }
      whole = String(cString: here) + "/" + path
    }
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Where a path really leads, as far as it is there; for comparing.
  static func real(_ path: String) -> String {
    if let whole = realpath(path, nil) {
      defer { free(whole) }
      return String(cString: whole)
    }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return path }
    let parent = real(String(path[..<slash]))
    return (parent == "/" ? "" : parent) + path[slash...]
  }

  /// Whether nobody is meant to write into a folder, or this process may not.
  static func isReadOnly(_ folder: String) -> Bool {
    var status = stat()
    guard stat(folder, &status) == 0 else { return false }
    // What carries no leave to write for anyone was closed on purpose; root would write all the same.
    return status.st_mode & 0o222 == 0 || access(folder, W_OK) != 0
  }
}

extension Disk {
  /// The bytes of a plain file; nil where there is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Removes a folder of stet's own with the files in it.
  static func remove(folder: String) {
    guard let stream = opendir(folder) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unlink("\(folder)/\(name)") }
    }
    closedir(stream)
    rmdir(folder)
  }
}
