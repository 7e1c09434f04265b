/// A page that somebody asked for as a file, with a mark in it by which stet knows it again.
public enum PageFile {
  /// Stands behind the document type of each such page.
  public static let mark = "<!-- written by stet; it may be written over -->"

  /// Writes a page; a file that stet did not write stays unless it is forced.
  public static func write(_ page: String, to path: String, force: Bool) throws(Failure) {
    if Disk.isFolder(path) {
      throw Failure(
        .failed, "\(path) is a folder", hint: "name a file, as \(path)/markup.html")
    }
    if Disk.isLink(path), !force {
      throw Failure(.failed, "\(path) is a link", hint: "name the file itself, or --force")
    }
    if let old = Disk.read(path), !old.isEmpty, !force {
      guard String(decoding: old.prefix(200), as: UTF8.self).contains(mark) else {
        throw Failure(
          .failed, "\(path) is there already, and stet did not write it",
          hint: "name another file, or --force")
      }
    }
    try Disk.write(Array(page.utf8), to: path)
  }
}
