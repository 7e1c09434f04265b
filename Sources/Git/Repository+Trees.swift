internal import CLibgit2
internal import Glibc

extension Repository {
  /// What `tree` holds at `path`, nil when nothing; the empty path is the tree itself.
  public func entry(at path: String, in tree: ObjectID) throws(GitError) -> Entry? {
    let objects = try objects()
    return try entry(at: path, in: tree, from: objects)
  }

  /// The entries of one folder, in git's order.
  public func entries(
    of tree: ObjectID
  ) throws(GitError) -> [(name: [UInt8], entry: Entry)] {
    var cursor = TreeCursor(try read(tree: tree, from: objects()), id: tree)
    try cursor.advance()
    var entries: [(name: [UInt8], entry: Entry)] = []
    while let item = cursor.current {
      entries.append(([UInt8](item.name), item.entry))
      try cursor.advance()
    }
    return entries
  }

  /// All that lies in the folder `path` of `tree` and below, in the byte order of the paths.
  ///
  /// The empty path is the whole tree. Names that are not UTF-8 are skipped; links and submodules
  /// are listed. Where there is no such folder the list is empty.
  public func files(
    under path: String, in tree: ObjectID
  ) throws(GitError) -> [(path: String, entry: Entry)] {
    guard let folder = try entry(at: path, in: tree), folder.mode == .folder else { return [] }
    let prefix = path.isEmpty ? "" : path + "/"
    var files: [(path: String, entry: Entry)] = []
    for change in try changes(from: nil, to: folder.id) {
      guard let text = change.text, let entry = change.after else { continue }
      files.append((prefix + text, entry))
    }
    return files
  }

  /// Writes the tree that `base` becomes by the given changes; a nil base is the empty tree.
  ///
  /// A nil entry removes what is at its path, and its absence is fine; folders that become empty
  /// go with it. Throws ``GitError/Code/invalid`` for a path that is not safe to check out, that is
  /// named twice, or that would need a file to be a folder.
  public func tree(
    _ base: ObjectID?, changing changes: [(path: String, entry: Entry?)]
  ) throws(GitError) -> ObjectID {
    let action = "write a tree"
    let objects = try objects()
    var updates: [(path: String, entry: Entry?)] = []
    var seen: Set<[UInt8]> = []
    var start = base
    for change in changes {
      if change.entry == nil, !Self.isSafe(change.path) || change.path.contains("\u{FFFD}") {
        // What should not be there must be able to go.
        if let tree = start {
          start = try self.tree(tree, removing: PathChange.bytes(of: change.path)[...])
        }
        continue
      }
      try checkPath(change.path, action)
      guard seen.insert(Array(change.path.utf8)).inserted else {
        throw GitError(.invalid, doing: action, "\(change.path) is named twice")
      }
      if change.entry == nil {
        // libgit2 takes the removal of what is absent for an error.
        guard let base, try entry(at: change.path, in: base, from: objects) != nil else { continue }
      }
      updates.append(change)
    }
    return try createTree(start, updates, action)
  }

  private func createTree(
    _ base: ObjectID?, _ updates: [(path: String, entry: Entry?)], _ action: String
  ) throws(GitError) -> ObjectID {
    guard let base else { return try freshTree(updates.map { ($0.path[...], $0.entry) }, action) }
    guard !updates.isEmpty else { return base }
    var start = base.raw
    let tree = try Handle<Owned.Tree>("read tree \(base)") {
      git_tree_lookup(&$0, handle.pointer, &start)
    }
    let paths = CStrings(updates.map(\.path))
    let raw = zip(updates, paths.pointers).map { update, path in
      git_tree_update(
        action: update.entry == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
        id: (update.entry?.id ?? .zero).raw,
        filemode: git_filemode_t(update.entry?.mode.raw ?? 0), path: path)
    }
    var id = git_oid()
    let code = git_tree_create_updated(&id, handle.pointer, tree.pointer, raw.count, raw)
    try check(code, action)
    return ObjectID(id)
  }

  /// A tree of these files alone.
  ///
  /// An empty one to begin from would stay behind as an object that nothing names.
  private func freshTree(
    _ files: [(path: Substring, entry: Entry?)], _ action: String
  ) throws(GitError) -> ObjectID {
    let builder = try Handle<Owned.TreeBuilder>(action) {
      git_treebuilder_new(&$0, handle.pointer, nil)
    }
    var folders: [Substring: [(path: Substring, entry: Entry?)]] = [:]
    for file in files {
      guard let slash = file.path.firstIndex(of: "/") else {
        guard let entry = file.entry else { continue }
        try insert(entry, String(file.path), into: builder, action)
        continue
      }
      folders[file.path[..<slash], default: []]
        .append((file.path[file.path.index(after: slash)...], file.entry))
    }
    for (name, files) in folders.sorted(by: { $0.key < $1.key }) {
      let folder = Entry(mode: .folder, id: try freshTree(files, action))
      try insert(folder, String(name), into: builder, action)
    }
    var id = git_oid()
    try check(git_treebuilder_write(&id, builder.pointer), action)
    return ObjectID(id)
  }

  private func insert(
    _ entry: Entry, _ name: String, into builder: borrowing Handle<Owned.TreeBuilder>,
    _ action: String
  ) throws(GitError) {
    var id = entry.id.raw
    let mode = git_filemode_t(entry.mode.raw)
    try check(git_treebuilder_insert(nil, builder.pointer, name, &id, mode), action)
  }

  private func entry(
    at path: String, in tree: ObjectID, from objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> Entry? {
    var found = Entry(mode: .folder, id: tree)
    for name in path.utf8.split(separator: UInt8(ascii: "/")) {
      guard found.mode == .folder else { return nil }
      var cursor = TreeCursor(try read(tree: found.id, from: objects), id: found.id)
      try cursor.advance()
      while let item = cursor.current, !item.name.elementsEqual(name) { try cursor.advance() }
      guard let item = cursor.current else { return nil }
      found = item.entry
    }
    return found
  }
}

/// Keeps C copies of strings alive.
struct CStrings: ~Copyable {
  let pointers: [UnsafePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { UnsafePointer(strdup($0)) }
  }

  deinit {
    for pointer in pointers { free(UnsafeMutableRawPointer(mutating: pointer)) }
  }
}
