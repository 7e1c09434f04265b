internal import Catalog
public import Editorial
import Foundation
public import Git

/// An open newsroom: its repository, what the Judge came to, and who is at it.
///
/// It belongs to one task. Everything that the program can do is an extension of it, one verb a file.
public struct Newsroom: ~Copyable {
  public internal(set) var repository: Repository
  public let circumstances: Circumstances
  /// The state for the tip of `main`.
  public internal(set) var desk: Desk
  var catalog: Catalog?
  /// Whether what this process makes stays in memory, as long as somebody else holds the lock.
  var inMemory: Bool
  /// Where `main` stands; differs from the desk's head after a merge.
  var tip: ObjectID
  /// What is wrong with `live`, where something is.
  public internal(set) var liveFault: LiveFault?

  /// `live` is not what follows from `main`.
  public enum LiveFault: Sendable, Hashable {
    /// It can be moved forward, but not by this process now.
    case behind(by: Int)
    /// Something else stands there.
    case beside(ObjectID)
  }

  /// Opens the newsroom that contains `path` and brings its catalog up to `main`.
  public static func open(
    containing path: String, _ circumstances: Circumstances
  ) throws(Failure) -> Newsroom {
    let repository = try repository(containing: path)
    let tip: ObjectID?
    do throws(GitError) { tip = try repository.target(of: Live.main) } catch {
      throw Failure(error)
    }
    guard let tip else {
      throw noMain(repository, path)
    }
    return try open(repository, tip, circumstances)
  }

  /// The folder of stet's own files in the Git directory, which linked work trees share.
  static func folder(_ repository: borrowing Repository) -> String {
    repository.commonDirectory + (repository.commonDirectory.hasSuffix("/") ? "stet" : "/stet")
  }

  var folder: String { Self.folder(repository) }

  /// The repository around `path`, or why there is none.
  public static func repository(containing path: String) throws(Failure) -> Repository {
    guard Disk.exists(path) else {
      throw Failure(.notFound, "there is no folder \(path)", hint: "-C DIR names where yours is")
    }
    do throws(GitError) { return try Repository(containing: path) } catch {
      if error.code == .notFound { throw noNewsroom(path, nil) }
      throw Failure(error)
    }
  }

  /// A clone of a newsroom may lack its record, as those that build servers make; a folder may have none.
  static func noMain(_ repository: borrowing Repository, _ path: String) -> Failure {
    let hasReferences = ((try? repository.references(prefix: "refs/")) ?? []).isEmpty == false
    guard hasReferences || repository.isShallow else {
      return noNewsroom(path, repository.isBare ? "it has no main branch" : nil)
    }
    return Failure(
      .notFound, "this clone has no main branch: the newsroom's record was not fetched",
      hint: "git fetch \(repository.isShallow ? "--unshallow " : "")--force origin "
        + "'refs/tags/*:refs/tags/*' live:refs/remotes/origin/live main:main")
  }

  static func noNewsroom(_ path: String, _ why: String?) -> Failure {
    let place = path == "." ? "here" : "in \(path)"
    return Failure(
      .notFound, "there is no newsroom \(place)" + (why.map { ": \($0)" } ?? ""),
      hint: "stet init makes one; -C DIR names where yours is")
  }

  /// A path of the work tree on disk; nil in a bare repository.
  func onDisk(_ path: String) -> String? {
    repository.workTree.map { $0.hasSuffix("/") ? $0 + path : "\($0)/\(path)" }
  }

  /// Reads a blob of the record.
  func blob(_ id: String) throws(Failure) -> [UInt8] {
    do throws(Damage) { return try Line.blob(id, in: repository) } catch { throw Failure(error) }
  }

  /// The words of a story as last judged good.
  public func story(_ entry: Entry) throws(Failure) -> Story {
    let bytes = try blob(entry.blob)
    do throws(Fault) { return try Story(bytes) } catch { throw Failure(error) }
  }

  /// Runs what reads the catalog or the record, with its errors as failures.
  func reading<Value>(_ body: () throws(Damage) -> Value) throws(Failure) -> Value {
    do throws(Damage) { return try body() } catch { throw Failure(error) }
  }

  /// Runs Git, with its errors as failures.
  func git<Value>(_ body: () throws(GitError) -> Value) throws(Failure) -> Value {
    do throws(GitError) { return try body() } catch { throw Failure(error) }
  }
}

extension Newsroom {
  /// A folder of stet's own in the Git directory, for what is only looked at.
  public func scratch(_ name: String) -> String { "\(folder)/\(name)" }
}
