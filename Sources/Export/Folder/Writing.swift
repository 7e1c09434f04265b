/// The fresh folder while it is filled.
struct Writing {
  private let folder: Directory
  private let before: Before
  private let force: Bool
  private(set) var manifest: Set<String> = []
  /// What the formats before this one wrote.
  private var earlier: Set<String> = []
  private var format = ""
  private var folders: Set<Substring> = [""]
  /// Files of others that stand where ours belong.
  private var inTheWay: [String] = []
  private var files = 0
  private var written = 0
  private var unchanged = 0
  private var bytes = 0

  init(_ folder: Directory, _ before: Before, force: Bool) {
    (self.folder, self.before, self.force) = (folder, before, force)
  }

  mutating func begin(_ format: String) {
    (files, written, unchanged, bytes) = (0, 0, 0, 0)
    self.format = format
    earlier = manifest
  }

  func report(_ format: String, _ stories: Int, _ seconds: Double) -> Report {
    Report(
      format: format, stories: stories, files: files, written: written, unchanged: unchanged,
      removed: 0, bytes: bytes, seconds: seconds)
  }

  mutating func write(_ file: File) throws(ExportFault) {
    files += 1
    bytes += file.bytes.count
    // Two formats may have a file in common, as the site has its feed; its sitemap is the one that
    // names the parts.
    guard manifest.insert(file.path).inserted else {
      guard earlier.contains(file.path), isStory(file.path, ".xml"),
        folder.read(file.path, size: file.bytes.count) != file.bytes
      else {
        unchanged += 1
        return
      }
      files -= 1
      bytes -= file.bytes.count
      // One story in two formats of the same ending: the later says which it is.
      let path = Format.told(apart: file.path, format)
      guard !manifest.contains(path) else { throw .clash(path: file.path) }
      try write(File(path, file.bytes))
      return
    }
    try makeFolders(to: file.path)
    if before.has(file), let old = before.folder {
      unchanged += 1
      try folder.adopt(file.path, of: old, size: file.bytes.count, as: file.path)
      return
    }
    written += 1
    if before.entries[file.path] != nil, !before.own.contains(file.path) {
      inTheWay.append(file.path)
    }
    try folder.write(file.path, file.bytes)
  }

  /// Writes the stamp and brings along what others have put into the folder.
  mutating func finish(stamp: [UInt8], _ target: Target) throws(ExportFault) {
    manifest.insert(Exporter.stampName)
    if before.entries[Exporter.stampName] != nil, !before.own.contains(Exporter.stampName) {
      inTheWay.append(Exporter.stampName)
    }
    let blocked =
      inTheWay.filter { before.entries[$0]?.kind != .file }
      + before.entries.filter { $0.value.kind != .folder && folders.contains($0.key[...]) }.keys
    guard blocked.isEmpty, force || inTheWay.isEmpty else {
      throw .inTheWay(folder: target.path, paths: Set(inTheWay + blocked).sorted())
    }
    try folder.write(Exporter.stampName, stamp)
    guard let old = before.folder else { return }
    for (path, entry) in before.entries.sorted(by: { $0.key < $1.key })
    where !before.own.contains(path) {
      let isReplaced = manifest.contains(path)
      switch entry.kind {
      case .file:
        if isReplaced, !inTheWay.contains(path) { continue }
        let name = isReplaced ? freeName(path + ".kept") : path
        try makeFolders(to: name)
        try folder.adopt(path, of: old, size: entry.size, as: name)
      case .link:
        try makeFolders(to: path)
        try folder.adopt(link: path, of: old, size: entry.size)
      case .folder:
        // One that only held what stet wrote goes with it.
        let inside = path + "/"
        let isEmpty = try old.names(in: path).isEmpty
        if isEmpty, !manifest.contains(where: { $0.hasPrefix(inside) }) {
          try makeFolders(to: inside + "x")
        }
      case .other: continue
      }
    }
  }

  /// The reports with the number of files that are gone, each with the first format whose it was.
  func withRemoved(_ reports: [Report], _ formats: [Format]) -> [Report] {
    var reports = reports
    for path in before.own where !manifest.contains(path) {
      let index = formats.firstIndex { $0.owns(path) } ?? 0
      if reports.indices.contains(index) { reports[index].removed += 1 }
    }
    return reports
  }

  /// The formats that the folder had and that nobody asked for now, whose files are gone.
  func dropped(_ formats: [Format]) -> [String] {
    let gone = before.own.filter { path in
      path != Exporter.stampName && !manifest.contains(path)
        && !formats.contains { $0.owns(path) }
    }
    return Format.all.filter { format in gone.contains { format.owns($0) } }.map(\.name)
      .filter { name in !formats.contains { $0.name == name } }
  }

  private func freeName(_ name: String) -> String {
    var free = name
    var count = 2
    while before.entries[free] != nil || manifest.contains(free) {
      free = "\(name)-\(count)"
      count += 1
    }
    return free
  }

  private mutating func makeFolders(to path: String) throws(ExportFault) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let parent = path[..<slash]
    guard !folders.contains(parent) else { return }
    try makeFolders(to: String(parent))
    try folder.make(String(parent))
    folders.insert(parent)
  }
}
