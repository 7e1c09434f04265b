import Foundation
import Subprocess
import SystemPackage

/// A folder of its own for one test, with a shell in which nothing of this machine shows: an empty
/// home, a fixed clock and locale, no settings of git's, the built `stet` first in the path.
///
/// It removes itself with everything in it.
public final class Bench: Sendable {
  public let path: String

  /// The folder of the built program.
  public static let binaries: String = {
    // The test bundle lies beside it, and is opened by a helper of the toolchain's.
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(filePath: bundle)
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let program = folder.appending(path: "stet").path()
      if FileManager.default.isExecutableFile(atPath: program) { break }
    }
    return folder.path()
  }()

  public init() throws {
    // On a memory file system where there is one: stet waits for the disk at each write.
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    var template = Array("\(root)/stet-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("no temporary folder in \(root)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    // What a test made read-only goes too.
    if let all = FileManager.default.enumerator(atPath: path) {
      for case let name as String in all { chmod("\(path)/\(name)", 0o755) }
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Everything that a program run here may depend on, and nothing else.
  public var environment: [String: String] {
    [
      "PATH": "\(Self.binaries):/usr/local/bin:/usr/bin:/bin", "HOME": path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "\(path)/.gitconfig",
      "STET_NOW": "2026-11-24T08:10:00Z", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
  }

  /// Runs a script of the shell in the folder, or one below it, and waits for its end.
  ///
  /// With `killedAfter` it is given that long, and then killed without a word.
  public func run(
    _ script: String, in folder: String = "", _ settings: [String: String] = [:],
    killedAfter delay: Duration? = nil
  ) async throws -> Ran {
    await Slots.shared.take()
    defer { Slots.shared.giveBack() }
    var merged = environment.merging(settings) { _, new in new }
    // Plain git goes by the same clock.
    for name in ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"] where merged[name] == nil {
      merged[name] = merged["STET_NOW"]
    }
    let custom = Dictionary(
      uniqueKeysWithValues: merged.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", script], environment: .custom(custom),
      workingDirectory: FilePath(folder.isEmpty ? path : "\(path)/\(folder)"), input: .none,
      output: .data(limit: 64 << 20), error: .data(limit: 64 << 20)
    ) { execution in
      guard let delay else { return }
      try? await Task.sleep(for: delay)
      // It may have ended before: then there is nobody to kill.
      try? execution.send(signal: .kill)
    }
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): -signal
      }
    return Ran(
      script: script, status: status,
      output: String(decoding: result.standardOutput, as: UTF8.self),
      error: String(decoding: result.standardError, as: UTF8.self))
  }

  /// Runs what must succeed, and returns what it printed, without the last line's end.
  @discardableResult
  public func must(
    _ script: String, in folder: String = "", _ settings: [String: String] = [:]
  ) async throws -> String {
    let ran = try await run("set -e\n" + script, in: folder, settings)
    guard ran.status == 0 else { throw Trouble("\(ran)") }
    return ran.output.hasSuffix("\n") ? String(ran.output.dropLast()) : ran.output
  }

  /// Writes a file and the folders that it needs.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  public func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: "\(path)/\(name)")))
  }

  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}

/// What a program did.
public struct Ran: Sendable, CustomStringConvertible {
  public let script: String
  /// The exit status; of one that was killed, the signal's number below zero.
  public let status: Int32
  public let output: String
  public let error: String

  public var description: String { "$ \(script)\n\(output)\(error)[exit \(status)]" }

  /// What it printed, as JSON.
  public func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(output.utf8), options: [.fragmentsAllowed])
  }
}

/// Why a test could not go on.
public struct Trouble: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
