import Foundation
import Git
import Glibc

/// What is left of a stet that was killed between moving `main` and the rest.
extension Newsroom {
  static func keep(_ pending: Pending, in folder: String) throws(Failure) {
    guard let data = try? JSONEncoder().encode(pending) else {
      throw Failure(.failed, "the pending record can't be written")
    }
    try Disk.write(Array(data), to: folder + "/pending", sync: true)
  }

  static func forget(in folder: String) { Disk.remove(folder + "/pending") }

  /// Completes what a dead stet began: its lock files go, and the files whose change was committed
  /// are brought along.
  ///
  /// Called under the newsroom's lock.
  static func recover(_ repository: borrowing Repository) throws(Failure) {
    let folder = folder(repository)
    guard let bytes = Disk.read(folder + "/pending") else { return }
    if let pending = try? JSONDecoder().decode(Pending.self, from: Data(bytes)) {
      guard pending.isOrphan else { return }
      for reference in pending.references + ["HEAD"] {
        Disk.remove("\(repository.commonDirectory)/\(reference).lock")
      }
      Disk.remove("\(repository.gitDirectory)/index.lock")
      if let id = ObjectID(hex: pending.main), try reached(id, repository) {
        try bringAlong(pending.files, repository)
      }
    }
    forget(in: folder)
  }

  private static func reached(
    _ id: ObjectID, _ repository: borrowing Repository
  ) throws(Failure) -> Bool {
    do throws(GitError) {
      guard let main = try repository.target(of: Live.main), repository.exists(id) else {
        return false
      }
      return try repository.isAncestor(id, of: main)
    } catch {
      throw Failure(error)
    }
  }

  /// Brings the work tree and Git's index to a change: a file that holds the old bytes gets the new
  /// ones; one that differs has unsaved words, which stay.
  static func bringAlong(
    _ files: [Pending.File], _ repository: borrowing Repository
  ) throws(Failure) {
    guard let root = repository.workTree, repository.headReference == Live.main else { return }
    do throws(GitError) {
      var staged: [(path: String, id: ObjectID?)] = []
      for file in files where Repository.isSafe(file.path) && !file.path.contains("\u{FFFD}") {
        let path = root.hasSuffix("/") ? root + file.path : "\(root)/\(file.path)"
        let new = file.new.flatMap { ObjectID(hex: $0) }
        staged.append((file.path, new))
        let isLink = Disk.isLink(path)
        let here = isLink ? Disk.linkTarget(path) : Disk.read(path)
        let standing: ObjectID? = if let here { try repository.hashFile(here) } else { nil }
        guard standing?.description == file.old, isLink || standing != new else { continue }
        if let new {
          let bytes = try repository.blob(new, limit: 64 << 20)
          do throws(Failure) { try Disk.write(bytes, to: path) } catch {
            throw GitError(.other(0), doing: "write \(file.path)", error.problem)
          }
        } else {
          Disk.remove(path)
        }
      }
      try repository.stage(staged)
    } catch {
      throw Failure(error)
    }
  }
}
