internal import Editorial

/// Puts an edition into a folder.
public enum Exporter {
  /// Makes the folder what the edition is in these formats, all or nothing.
  ///
  /// - Parameters:
  ///   - edition: What goes out.
  ///   - formats: In the order of the reports.
  ///   - directory: The folder; made where it is missing.
  ///   - previous: The paths that stet wrote into it last (``Outcome/manifest``), where that is
  ///     known. A folder with a `.stet-release` and without this is judged by the form of its paths.
  ///   - force: Whether to go into a folder that is not an export; what is in it stays.
  ///   - stamp: The content of `.stet-release`.
  /// - Throws: ``ExportFault``, or what the edition's closures throw; the folder is then as it was.
  public static func export(
    _ edition: Edition, formats: [Format], to directory: String, previous: Set<String>?,
    force: Bool, stamp: [UInt8]
  ) async throws -> Outcome {
    Outcome(reports: [], manifest: [])
  }
}

/// What an export has done.
public struct Outcome: Sendable {
  public let reports: [Report]
  /// The paths that stet wrote, for the next export into this folder.
  public let manifest: Set<String>
}

/// What an export of one format has done.
public struct Report: Hashable, Sendable, Codable {
  public let format: String
  public let stories: Int
  public let files: Int
  public let written: Int
  public let unchanged: Int
  /// Files of earlier exports that are gone.
  public let removed: Int
  public let bytes: Int
  public let seconds: Double
}
