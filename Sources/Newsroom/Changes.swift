import Git
import Glibc

/// Notices that a newsroom changed, by the times of its files and where its branches stand.
struct Changes {
  private let folder: String
  private let workTree: String?
  private var last: Int?

  init(_ repository: borrowing Repository) {
    folder = repository.gitDirectory
    workTree = repository.workTree
  }

  /// Whether anything is other than at the last call; false at the first.
  mutating func happened() -> Bool {
    var hasher = Hasher()
    if let repository = try? Repository(at: folder) {
      for name in [Live.main, Live.reference] {
        hasher.combine((try? repository.target(of: name))??.description)
      }
    }
    if let workTree {
      let root = workTree.hasSuffix("/") ? String(workTree.dropLast()) : workTree
      note("\(root)/stet.yml", &hasher)
      for name in ["articles", "theme", "fronts", "media"] {
        walk("\(root)/\(name)", depth: 0, &hasher)
      }
    }
    let now = hasher.finalize()
    defer { last = now }
    return last != nil && last != now
  }

  private func walk(_ folder: String, depth: Int, _ hasher: inout Hasher) {
    guard depth < 8, let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    // The order in a folder is the file system's, and stays while nothing in it changes.
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      let path = "\(folder)/\(name)"
      if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
        walk(path, depth: depth + 1, &hasher)
      } else {
        note(path, &hasher)
      }
    }
  }

  private func note(_ path: String, _ hasher: inout Hasher) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    hasher.combine(path)
    hasher.combine(status.st_ino)
    hasher.combine(status.st_size)
    hasher.combine(status.st_mtim.tv_sec)
    hasher.combine(status.st_mtim.tv_nsec)
  }
}
