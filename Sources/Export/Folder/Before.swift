/// What is in the folder before an export, and whose it is.
struct Before {
  let folder: Directory?
  let entries: [String: Directory.Entry]
  /// The files that stet wrote.
  let own: Set<String>

  init(_ target: Target, previous: Set<String>?, force: Bool) throws(ExportFault) {
    folder = target.old
    guard let folder else {
      (entries, own) = ([:], [])
      return
    }
    entries = try folder.survey()
    let files = entries.filter { $0.value.kind == .file }.keys
    let isStamped = entries[Exporter.stampName]?.kind == .file
    if let previous {
      own = Set(files.filter { previous.contains($0) || $0 == Exporter.stampName })
    } else if isStamped {
      own = Set(
        files.filter { path in
          path == Exporter.stampName || Format.all.contains { $0.owns(path) }
        })
    } else {
      guard entries.isEmpty || force else { throw .notAnExport(folder: target.path) }
      own = []
    }
  }

  /// Whether the folder has exactly these bytes at a path.
  func has(_ file: File) -> Bool {
    guard let entry = entries[file.path], entry.kind == .file, entry.size == file.bytes.count,
      let bytes = folder?.read(file.path, size: entry.size)
    else { return false }
    return bytes == file.bytes
  }
}
