import Foundation
import Git

/// A folder for one test, removed with its contents when the test ends.
final class Folder {
  let path: String

  init() throws {
    // On a memory file system where there is one: each write here waits for the disk.
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(root)/stet-git-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(text: "no temporary folder") }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A repository made by this module, and a work tree unless it is bare.
  func repository(_ name: String = "r", bare: Bool = false) throws -> Repository {
    try Repository.create(at: "\(path)/\(name)", bare: bare, branch: "main")
  }

  /// Runs a shell script in the folder, apart from the user's settings, and returns its output.
  @discardableResult
  func shell(_ script: String) throws -> String {
    let preamble = """
      cd '\(path)'
      export HOME='\(path)' XDG_CONFIG_HOME='\(path)/.config' GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
      export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=ann@example.org
      export GIT_COMMITTER_NAME=Carl GIT_COMMITTER_EMAIL=carl@example.org
      set -e
      exec 2>&1
      """
    guard let stream = popen(preamble + "\n" + script, "re") else {
      throw Failure(text: "no shell")
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      output += buffer[..<count]
    }
    let status = pclose(stream)
    let text = String(decoding: output, as: UTF8.self)
    guard status == 0 else { throw Failure(text: "status \(status): \(text)") }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    // In place: a new file would differ in its inode, and so would never look unchanged.
    guard let stream = fopen(file.path, "we") else { throw Failure(text: "cannot write \(name)") }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
      throw Failure(text: "cannot write \(name)")
    }
  }
}

/// Something outside of what is tested went wrong.
struct Failure: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

let ann = Signature(name: "Ann", email: "ann@example.org", seconds: 1_700_000_000, offset: 120)

extension ObjectID {
  /// An id that is known to be well formed.
  static func of(_ hex: String) throws -> ObjectID {
    guard let id = ObjectID(hex: hex) else { throw Failure(text: "no id: \(hex)") }
    return id
  }
}

extension Repository {
  /// Writes a commit of these files on top of `parents`.
  func commit(
    _ files: [String: String], parents: [ObjectID] = [], seconds: Int64 = 1_700_000_000,
    message: String = "m\n"
  ) throws -> ObjectID {
    let changes = try files.map { path, text in
      (path: path, entry: Entry(mode: .file, id: try write(blob: Array(text.utf8))) as Entry?)
    }
    let base = try parents.first.map { try commit($0).tree }
    let author = Signature(name: "Ann", email: "ann@example.org", seconds: seconds, offset: 0)
    return try createCommit(
      tree: tree(base, changing: changes), parents: parents, author: author, committer: author,
      message: message)
  }
}

/// Repeatable random numbers (SplitMix64), so that a failure can be run again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

/// The code of the error that `body` throws, nil when it throws none.
func code(_ body: () throws -> Void) -> GitError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? GitError)?.code
  }
}
