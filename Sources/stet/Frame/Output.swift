import Glibc

/// Standard output and error, and the end of the process.
enum Output {
  /// Writes the answer and ends.
  ///
  /// A reader that left early is no error; a full disk is.
  static func finish(_ text: String, status: ExitStatus) -> Never {
    finish(Array(text.utf8), "", status: status)
  }

  static func finish(_ bytes: [UInt8], _ hints: String, status: ExitStatus) -> Never {
    let failed = write(bytes, to: STDOUT_FILENO)
    if failed == EPIPE { exit(status.rawValue) }
    if failed != 0 {
      error("stet: error: the answer can't be written: \(String(cString: strerror(failed)))\n")
      exit(ExitStatus.failed.rawValue)
    }
    if !hints.isEmpty { error(hints) }
    exit(status.rawValue)
  }

  /// Writes to standard error.
  static func error(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes to standard output while the command goes on.
  static func line(_ text: String) { _ = write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

  /// Returns the error's number, or 0.
  private static func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return 0
  }
}
