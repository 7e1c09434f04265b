#if canImport(Glibc)
  internal import Glibc
#endif

/// The files under a path, listed once in the order of their names' bytes and read when asked for.
///
/// Nothing outside the path is ever read: links are not followed, neither to files nor to folders, and
/// what is no plain file is left out. All of that is named in ``skipped``.
public struct SourceTree: Sendable {
  /// The folder, or the file's own folder where the path is one file.
  private let root: String
  /// Paths below the root with `/` between their parts, sorted.
  public let paths: [String]
  /// Whether the path was one file.
  public let isFile: Bool
  /// What was left out, and why.
  public let skipped: [Batch.Refusal]
  private let known: Set<String>

  /// What one text file may hold at most; larger ones can be no story.
  public static let mostBytes = 64 << 20
  static let mostFiles = 500_000
  static let mostDepth = 64

  public init(_ path: String) throws(Unreadable) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Unreadable(
        "there is nothing at \(path)", hint: "name the folder or the file to import from")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      (root, isFile) = (path, false)
      var walk = Walk(root: path)
      try walk.enter("", depth: 0)
      paths = walk.paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      skipped = walk.skipped.sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
    case S_IFREG:
      let slash = path.lastIndex(of: "/")
      root = slash.map { String(path[...$0]) } ?? "."
      (isFile, skipped) = (true, [])
      paths = [slash.map { String(path[path.index(after: $0)...]) } ?? path]
    default: throw Unreadable("\(path) is neither a folder nor a file")
    }
    known = Set(paths)
  }

  /// Whether there is a plain file of that path.
  public func has(_ path: String) -> Bool { known.contains(path) }

  /// The bytes of a file of ``paths``, at most `limit` of them allowed.
  public func read(_ path: String, limit: Int = mostBytes) throws(Unreadable) -> [UInt8] {
    guard known.contains(path) else { throw Unreadable("there is no \(path)") }
    // The folders above it were folders, not links, when the tree was listed; the file is held to it.
    let handle = open(root + "/" + path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard handle >= 0 else { throw Unreadable("\(path) can't be opened: \(Self.said(errno))") }
    defer { close(handle) }
    var status = stat()
    guard fstat(handle, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Unreadable("\(path) is no plain file")
    }
    guard status.st_size <= limit else {
      throw Unreadable(
        "\(path) is larger than \(limit >> 20) MiB", hint: "cut it, or take it out of the folder")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(handle, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      guard got >= 0 else { throw Unreadable("\(path) can't be read: \(Self.said(errno))") }
      if got == 0 { break }
      filled += got
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private static func said(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "it is not yours to read"
    case ENOENT: "it is gone"
    case ELOOP: "it is a link"
    default: "error \(code)"
    }
  }

  /// The walk through the folders, which forgets nothing that it does not take.
  private struct Walk {
    let root: String
    var paths: [String] = []
    var skipped: [Batch.Refusal] = []

    mutating func enter(_ folder: String, depth: Int) throws(Unreadable) {
      guard depth <= mostDepth else {
        skipped.append(Batch.Refusal(folder, "the folders nest too deeply"))
        return
      }
      let place = folder.isEmpty ? root : root + "/" + folder
      guard let stream = opendir(place) else {
        if folder.isEmpty { throw Unreadable("\(root) can't be opened: \(said(errno))") }
        skipped.append(Batch.Refusal(folder, "the folder can't be opened: \(said(errno))"))
        return
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          Array(raw.prefix { $0 != 0 })
        }
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        try take(name, in: folder, place, depth)
      }
    }

    private mutating func take(
      _ name: [UInt8], in folder: String, _ place: String, _ depth: Int
    ) throws(Unreadable) {
      guard let text = String(validating: name, as: UTF8.self) else {
        skipped.append(
          Batch.Refusal(
            (folder.isEmpty ? "" : folder + "/") + String(decoding: name, as: UTF8.self),
            "its name is not UTF-8"))
        return
      }
      // Hidden folders are other programs' own.
      guard !text.hasPrefix(".") else { return }
      let path = folder.isEmpty ? text : folder + "/" + text
      var status = stat()
      guard lstat(place + "/" + text, &status) == 0 else { return }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try enter(path, depth: depth + 1)
      case S_IFREG:
        guard paths.count < mostFiles else {
          throw Unreadable("\(root) holds more than \(mostFiles) files")
        }
        paths.append(path)
      case S_IFLNK: skipped.append(Batch.Refusal(path, "it is a link, and links are not followed"))
      default: skipped.append(Batch.Refusal(path, "it is no plain file"))
      }
    }
  }
}
