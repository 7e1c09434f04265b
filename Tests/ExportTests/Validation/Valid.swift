import Export
import Foundation
import TestSupport

extension Sample {
  /// What a validator says of a format's files whose paths end so; nil for nothing.
  func complaints(
    of validator: Validator, about format: String, ending: String = "", least: Int = 1
  ) async throws -> String? {
    let bench = try Bench()
    let paths = try await write(format, into: bench).filter { $0.hasSuffix(ending) }
    guard paths.count >= least else {
      return "only \(paths.count) files of \(format) end in \(ending)"
    }
    return try await validator.complaints(about: paths)
  }

  /// Writes the files of a format into a folder and gives their paths.
  func write(_ format: String, into bench: Bench) async throws -> [String] {
    var paths: [String] = []
    try await Format.named(format).files(of: edition) { file in
      let url = URL(filePath: "\(bench.path)/\(file.path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
      paths.append(url.path())
    }
    return paths
  }
}
