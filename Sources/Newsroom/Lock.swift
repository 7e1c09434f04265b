import Glibc

/// The newsroom's lock: one writer at a time, freed by the kernel when its process ends, however.
struct Lock: ~Copyable {
  private let descriptor: CInt
  private let path: String

  /// Waits up to ten seconds for whoever holds it.
  init(at path: String, for command: String, say: (String) -> Void) throws(Failure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw Failure(
        .failed, "the newsroom can't be written: \(path): \(reason)",
        hint: "its Git folder must belong to whoever works there")
    }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EWOULDBLOCK && errno != EINTR {
        close(descriptor)
        throw Failure(.failed, "the newsroom's lock can't be taken: \(path)")
      }
      if waited == 100 { say("waiting for another stet: \(Self.holder(descriptor))") }
      guard waited < 1000 else {
        let holder = Self.holder(descriptor)
        close(descriptor)
        throw Failure(
          .conflict, "another stet holds the newsroom: \(holder)", hint: "try again when it is done"
        )
      }
      usleep(10_000)
      waited += 1
    }
    self.descriptor = descriptor
    self.path = path
    let text = Array("\(getpid()) \(command)\n".utf8)
    ftruncate(descriptor, 0)
    _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Takes the lock if nobody has it; nil otherwise, or where the folder can't be written.
  init?(ifFreeAt path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  private static func holder(_ descriptor: CInt) -> String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return text.split(separator: "\n").first.map(String.init) ?? "unknown"
  }
}
