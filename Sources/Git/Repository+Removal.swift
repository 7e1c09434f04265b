internal import CLibgit2

/// Taking out of a tree what should never have come into it: names that no tree may have.
extension Repository {
  /// Whether a path may come into a tree.
  public static func isSafe(_ path: String) -> Bool {
    (try? checkPath(path, "look at a path")) != nil
  }

  /// The tree without one path, whatever the path's name; folders that are empty then go too.
  func tree(_ base: ObjectID, removing path: ArraySlice<UInt8>) throws(GitError) -> ObjectID? {
    let action = "take a name out of a tree"
    var start = base.raw
    let tree = try Handle<Owned.Tree>(action) { git_tree_lookup(&$0, handle.pointer, &start) }
    let builder = try Handle<Owned.TreeBuilder>(action) {
      git_treebuilder_new(&$0, handle.pointer, tree.pointer)
    }
    let slash = path.firstIndex(of: UInt8(ascii: "/"))
    let name = Array(path[..<(slash ?? path.endIndex)]) + [0]
    guard let entry = Self.entry(named: name, in: builder) else { return base }
    if let slash {
      let id = ObjectID(git_tree_entry_id(entry).pointee)
      guard git_tree_entry_type(entry) == GIT_OBJECT_TREE else { return base }
      if let rest = try self.tree(id, removing: path[path.index(after: slash)...]) {
        guard rest != id else { return base }
        var raw = rest.raw
        let code = name.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            git_treebuilder_insert(nil, builder.pointer, $0.baseAddress, &raw, GIT_FILEMODE_TREE)
          }
        }
        try check(code, action)
        return try Self.written(builder, action)
      }
    }
    let code = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        git_treebuilder_remove(builder.pointer, $0.baseAddress)
      }
    }
    try check(code, action)
    return git_treebuilder_entrycount(builder.pointer) == 0
      ? nil : try Self.written(builder, action)
  }

  private static func entry(
    named name: [UInt8], in builder: borrowing Handle<Owned.TreeBuilder>
  ) -> OpaquePointer? {
    name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        git_treebuilder_get(builder.pointer, $0.baseAddress)
      }
    }
  }

  private static func written(
    _ builder: borrowing Handle<Owned.TreeBuilder>, _ action: String
  ) throws(GitError) -> ObjectID {
    var id = git_oid()
    try check(git_treebuilder_write(&id, builder.pointer), action)
    return ObjectID(id)
  }
}

extension PathChange {
  /// The path as text; bytes that are not UTF-8 stand as U+FFFD and two hexadecimal digits each.
  public var name: String {
    if let text { return text }
    var name = ""
    var rest = path[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if let good = String(validating: rest.prefix(length), as: UTF8.self) {
        name += good
        rest = rest.dropFirst(length)
      } else {
        let digits = String(first, radix: 16)
        name += "\u{FFFD}" + (digits.count < 2 ? "0" + digits : digits)
        rest = rest.dropFirst()
      }
    }
    return name
  }

  /// The bytes of a path that ``name`` wrote as text.
  static func bytes(of name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = name.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{FFFD}", let byte = UInt8(String(rest.prefix(2)), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    return bytes
  }
}
