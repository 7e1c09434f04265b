import Editorial
import Export
import Foundation
import Git
import Glibc

extension Newsroom {
  /// Writes an edition into a folder.
  ///
  /// Works from any clone that has the edition's tag, bare or not; neither the desk nor the catalog
  /// is asked. Where the folder is an outlet's, what it shows is written down.
  public static func export(
    _ request: ExportRequest, from path: String, _ circumstances: Circumstances
  ) async throws(Failure) -> Exported {
    let repository = try repository(containing: path)
    guard let outlet = try outlet(at: request.directory, repository) else {
      return try await write(request, repository, dry: circumstances.isDry)
    }
    guard !request.live, !request.asReleased else {
      throw Failure(
        .refused,
        "\(request.directory) is the folder of the outlet \(outlet): readers see what is in it",
        hint: "name another folder")
    }
    let lock = try lock(outlet, repository, circumstances)
    let exported = try await write(request, repository, dry: circumstances.isDry)
    if !circumstances.isDry {
      try keep(exported.state(of: outlet, at: circumstances.now), by: nil, in: repository)
    }
    _ = consume lock
    return exported
  }

  /// Writes an edition into a folder, whosever it is.
  static func write(
    _ request: ExportRequest, _ repository: borrowing Repository, dry: Bool = false
  ) async throws(Failure) -> Exported {
    let source = try Source(repository, request)
    var exported = Exported(
      release: source.name, directory: request.directory, reports: [], held: source.held,
      live: source.commit, tip: source.tip, withdrawals: source.withdrawals)
    if dry { return exported }
    let stamp = "\(source.name)\n\(source.commit)\n" + source.withdrawals.map { "\($0)\n" }.joined()
    let manifest = Manifest(repository, of: request.directory)
    do {
      let edition = try source.edition(repository)
      exported.held += edition.stories.filter { $0.publication == .withheld }
        .map { "\(StoryPath($0.path)?.slug ?? $0.path) (withheld)" }
        .filter { !source.held.contains($0) }.sorted()
      let outcome = try await Exporter.export(
        edition, formats: request.formats, to: request.directory, previous: manifest.paths,
        force: request.force, stamp: Array(stamp.utf8))
      manifest.keep(outcome.manifest)
      exported.reports = outcome.reports
      exported.dropped = outcome.dropped
    } catch {
      throw Failure(error)
    }
    return exported
  }

  /// The lock of an outlet's folder: one export into it at a time.
  static func lock(
    _ outlet: String, _ repository: borrowing Repository, _ circumstances: Circumstances
  ) throws(Failure) -> Lock {
    let path = "\(folder(repository))/outlets/\(outlet.fingerprint).lock"
    try Disk.makeFolder(of: path)
    return try Lock(at: path, for: "stet export", say: circumstances.say)
  }
}

extension Exported {
  /// What an outlet shows after this.
  func state(of outlet: String, at moment: Moment) -> OutletState {
    OutletState(
      name: outlet, machine: "", release: release, live: live, tip: tip, withdrawn: withdrawals,
      result: .done, at: moment, since: moment, by: "")
  }
}

/// The paths that stet wrote into a folder, kept in the Git directory by the folder's real path.
private struct Manifest {
  private let folder: String
  private let directory: String
  let paths: Set<String>?

  init(_ repository: borrowing Repository, of directory: String) {
    (folder, self.directory) = ("\(Newsroom.folder(repository))/exports", directory)
    paths = Disk.read(Self.file(folder, directory)).flatMap {
      try? JSONDecoder().decode(Set<String>.self, from: Data($0))
    }
  }

  /// Asked anew after an export, which may have made the folder.
  private static func file(_ folder: String, _ directory: String) -> String {
    let real = realpath(directory, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return "\(folder)/\(String((real ?? directory).fingerprint, radix: 16)).json"
  }

  /// Best effort: an export works from a folder that can't be written too.
  func keep(_ paths: Set<String>) {
    guard let data = try? JSONEncoder().encode(paths.sorted()) else { return }
    try? Disk.write(Array(data), to: Self.file(folder, directory))
  }
}
