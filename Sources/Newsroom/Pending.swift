import Glibc
import Git

/// What a change was about to do when it moved the references: enough to finish it after a crash.
struct Pending: Codable {
  /// A file of the work tree.
  struct File: Codable {
    var path: String
    var old: String?
    var new: String?
  }

  var pid: Int32
  /// Of this start of the machine: a process number says nothing after the next.
  var boot: String
  var main: String
  var references: [String]
  var files: [File]

  init(main: ObjectID, references: [String], files: [File]) {
    pid = getpid()
    boot = Self.bootID
    self.main = main.description
    (self.references, self.files) = (references, files)
  }

  static let bootID: String = {
    let bytes = Disk.read("/proc/sys/kernel/random/boot_id") ?? []
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  }()

  /// Whether the process that wrote it can't go on any more.
  var isOrphan: Bool { boot != Self.bootID || pid == getpid() || kill(pid, 0) != 0 }
}
