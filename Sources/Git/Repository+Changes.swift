internal import CLibgit2

extension Repository {
  /// The paths that differ between two trees, sorted by their bytes; a nil `old` is the empty tree.
  ///
  /// Folders with the same id are not read, so it costs what changed and not what is there. A file
  /// that became a folder shows as a removal and additions. Throws ``GitError/Code/invalid`` for a
  /// tree that git would not have written, ``GitError/Code/tooLarge`` past four million entries.
  public func changes(
    from old: ObjectID?, to new: ObjectID
  ) throws(GitError) -> [PathChange] {
    guard old != new else { return [] }
    var comparison = Comparison()
    try compare(old, new, from: objects(), &comparison)
    return comparison.changes
  }

  /// Compares two folders; going down as names come up yields the byte order of whole paths.
  private func compare(
    _ old: ObjectID?, _ new: ObjectID?, from objects: borrowing Handle<Owned.Objects>,
    _ comparison: inout Comparison
  ) throws(GitError) {
    guard let old else {
      if let new { try list(new, from: objects, added: true, &comparison) }
      return
    }
    guard let new else { return try list(old, from: objects, added: false, &comparison) }
    var left = TreeCursor(try read(tree: old, from: objects), id: old)
    var right = TreeCursor(try read(tree: new, from: objects), id: new)
    try left.advance()
    try right.advance()
    while true {
      let order: Int
      switch (left.current, right.current) {
      case (nil, nil): return
      case (_?, nil): order = -1
      case (nil, _?): order = 1
      case (let left?, let right?): order = left.order(right)
      }
      let before = order <= 0 ? left.current : nil
      let after = order >= 0 ? right.current : nil
      try comparison.count()
      if before?.id != after?.id || before?.mode != after?.mode,
        let name = before?.name ?? after?.name
      {
        let length = try comparison.enter(name)
        if before?.isFolder ?? after?.isFolder ?? false {
          if before?.id != after?.id {
            try compare(before?.id, after?.id, from: objects, &comparison)
          }
        } else {
          comparison.note(before?.entry, after?.entry)
        }
        comparison.leave(length)
      }
      if order <= 0 { try left.advance() }
      if order >= 0 { try right.advance() }
    }
  }

  /// Notes everything in a folder that is only on one side.
  private func list(
    _ tree: ObjectID, from objects: borrowing Handle<Owned.Objects>, added: Bool,
    _ comparison: inout Comparison
  ) throws(GitError) {
    var cursor = TreeCursor(try read(tree: tree, from: objects), id: tree)
    try cursor.advance()
    while let item = cursor.current {
      try comparison.count()
      let length = try comparison.enter(item.name)
      if item.isFolder {
        try list(item.id, from: objects, added: added, &comparison)
      } else {
        comparison.note(added ? nil : item.entry, added ? item.entry : nil)
      }
      comparison.leave(length)
      try cursor.advance()
    }
  }
}

/// What a comparison has found, and where it is.
private struct Comparison {
  private(set) var changes: [PathChange] = []
  private var path: [UInt8] = []
  private var seen = 0

  /// Bounds the work: a few small trees that name each other can stand for billions of files.
  mutating func count() throws(GitError) {
    seen += 1
    guard seen <= 4_000_000 else {
      throw GitError(.tooLarge, doing: "compare trees", "they have more than 4,000,000 entries")
    }
  }

  /// Goes down to `name` and returns what `leave` needs to come back.
  mutating func enter(_ name: UnsafeRawBufferPointer) throws(GitError) -> Int {
    let length = path.count
    if length > 0 { path.append(UInt8(ascii: "/")) }
    path.append(contentsOf: name)
    guard path.count <= 4_096 else {
      throw GitError(.tooLarge, doing: "compare trees", "a path has more than 4,096 bytes")
    }
    return length
  }

  mutating func leave(_ length: Int) {
    path.removeLast(path.count - length)
  }

  mutating func note(_ before: Entry?, _ after: Entry?) {
    changes.append(PathChange(path: path, before: before, after: after))
  }
}
