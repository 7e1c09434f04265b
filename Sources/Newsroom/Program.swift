import Foundation
import Subprocess
import SystemPackage

/// Programs of the user's that stet starts: an editor, a browser.
public enum Program {
  /// Runs a command line through the shell with a file as its last argument, on the user's
  /// terminal.
  ///
  /// Returns whether it ended well.
  public static func run(_ command: String, on file: String) async throws(Failure) -> Bool {
    do {
      let result = try await Subprocess.run(
        .name("sh"), arguments: ["-c", "\(command) \"$@\"", "stet", file],
        input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
        output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
      return result.terminationStatus.isSuccess
    } catch {
      throw Failure(.failed, "`\(command)` can't be started", hint: "set EDITOR to your editor")
    }
  }
}
