import Editorial
import Git

extension Newsroom {
  /// Words in the work tree that a withdrawal leaves alone: their file gets its managed lines anew.
  func unsavedWords(of moved: [Moved]) throws(Failure) -> [(path: String, bytes: [UInt8])] {
    guard !circumstances.isDry else { return [] }
    var unsaved: [(path: String, bytes: [UInt8])] = []
    for one in moved {
      guard let path = onDisk(one.found.entry.path), !Disk.isLink(path),
        let here = Disk.read(path), let before = try found(one.found.entry.id)?.entry.blob,
        here != (try blob(before)), let file = try? FrontMatter(here)
      else { continue }
      unsaved.append((path, one.found.entry.renewing(file)))
    }
    return unsaved
  }

  func renewManagedLines(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(Failure) {
    for (path, bytes) in files { try Disk.write(bytes, to: path) }
  }
}
