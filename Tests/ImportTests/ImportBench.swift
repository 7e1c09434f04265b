import Editorial
import Foundation
import Testing

@testable import Import

/// Files to import from, in a folder that goes when the bench does.
final class ImportBench {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "stet-import-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ path: String, _ bytes: some Sequence<UInt8>) throws {
    let place = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  func write(_ path: String, _ text: String) throws { try write(path, text.utf8) }

  /// What the format finds in the folder, or in one file of it.
  func read(_ format: ImportFormat, _ path: String? = nil) throws -> Batch {
    let place = path.map { folder.appending(path: $0) } ?? folder
    return try format.read(try SourceTree(place.path), .newYork)
  }
}

extension Surroundings {
  /// 12 o'clock UTC on 24 November 2026, in a newsroom five hours behind it.
  static let newYork = Surroundings(
    now: Moment(seconds: 1_795_521_600),
    moments: { day, second in
      [Moment(seconds: Int64(day.number) * 86_400 + Int64(second) + 5 * 3600)]
    },
    clock: { Clock($0, offset: -5 * 3600) },
    clockThere: { _, _ in nil })
}

/// The folder of hard inputs beside the package; nil where it is not there.
let caseInputs: URL? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["STET_SHARED"].map { URL(filePath: $0) }
  return [named, root.deletingLastPathComponent().appending(path: "shared")].compactMap(\.self)
    .map { $0.appending(path: "cases/inputs") }
    .first { FileManager.default.fileExists(atPath: $0.path()) }
}()

func readCase(_ format: ImportFormat, _ path: String) throws -> Batch {
  let place = try #require(caseInputs).appending(path: path)
  return try format.read(try SourceTree(place.path), .newYork)
}
