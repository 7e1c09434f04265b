/// Puts an edition into a folder.
public enum Exporter {
  /// The file by which a folder says what it holds.
  public static let stampName = ".stet-release"

  /// Makes the folder what the edition is in these formats, all or nothing.
  ///
  /// All is written into a fresh folder beside it, which then takes its place in one step; a run that
  /// is killed leaves the old one whole, and the next one cleans up. Files that stet did not write
  /// stay. What an earlier export wrote and this one does not is removed.
  ///
  /// - Parameters:
  ///   - edition: What goes out.
  ///   - formats: In the order of the reports.
  ///   - directory: The folder; made where it is missing.
  ///   - previous: The paths that stet wrote into it last (``Outcome/manifest``), where that is
  ///     known. A folder with a `.stet-release` and without this is judged by the form of its paths.
  ///   - force: Whether to go into a folder that is not an export; what is in it stays.
  ///   - stamp: The content of `.stet-release`.
  /// - Returns: What was done, and what the next export into the folder should know.
  /// - Throws: ``ExportFault``, or what the edition's closures throw; the folder is then as it was.
  public static func export(
    _ edition: Edition, formats: [Format], to directory: String, previous: Set<String>?,
    force: Bool, stamp: [UInt8]
  ) async throws -> Outcome {
    let archive = try Archive(edition)
    let target = try Target(directory)
    try target.removeLeftOvers()
    let before = try Before(target, previous: previous, force: force)
    let (name, folder) = try target.makeFresh()
    do {
      var writing = Writing(folder, before, force: force)
      var reports: [Report] = []
      for format in formats {
        let clock = ContinuousClock()
        let start = clock.now
        writing.begin(format.name)
        let stories = try await format.make(archive) { try writing.write($0) }
        let seconds = (clock.now - start) / .seconds(1)
        reports.append(writing.report(format.name, stories, seconds))
      }
      try writing.finish(stamp: stamp, target)
      reports = writing.withRemoved(reports, formats)
      try Task.checkCancellation()
      try target.exchange(name)
      return Outcome(
        reports: reports, manifest: writing.manifest, dropped: writing.dropped(formats))
    } catch {
      try? target.parent.remove(name)
      throw error
    }
  }
}

/// What an export has done.
public struct Outcome: Sendable {
  public let reports: [Report]
  /// The paths that stet wrote, for the next export into this folder.
  public let manifest: Set<String>
  /// The formats that the folder had before and has no longer, since they were not asked for.
  public let dropped: [String]
}

/// What an export of one format has done.
public struct Report: Hashable, Sendable, Codable {
  public let format: String
  public let stories: Int
  public let files: Int
  public let written: Int
  public let unchanged: Int
  /// Files of earlier exports that are gone.
  public internal(set) var removed: Int
  public let bytes: Int
  public let seconds: Double
}
