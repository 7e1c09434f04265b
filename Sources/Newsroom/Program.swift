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

extension Program {
  /// Runs a command line through the shell in a folder, with this environment and no other; what it
  /// says goes to standard error.
  ///
  /// Returns what went wrong, in words; nil where it ended well.
  static func upload(
    _ command: String, in folder: String, _ environment: [String: String]
  ) async -> String? {
    let first = command.split(separator: "\n").first.map(String.init) ?? command
    let shown = first.count > 60 ? "\(first.prefix(59))…" : first
    let custom = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", command], environment: .custom(custom),
        workingDirectory: FilePath(folder), input: .none,
        output: .fileDescriptor(.standardError, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
      switch result.terminationStatus {
      case .exited(0): return nil
      case .exited(let code): return "`\(shown)` ended with \(code)"
      case .signaled(let signal): return "`\(shown)` was stopped by signal \(signal)"
      }
    } catch {
      return "`\(shown)` can't be started"
    }
  }
}
