internal import CLibgit2
internal import Glibc

extension Repository {
  /// The other work trees of this repository, with the branch that each has checked out.
  ///
  /// Called from a linked work tree it lists the main one too, unless that is bare. A work tree
  /// whose folder is gone, or is on a disk that is not there, is listed: git minds it as well.
  /// `head` is a full reference name, nil when detached.
  public func otherWorkTrees() throws(GitError) -> [(path: String, head: String?)] {
    let action = "list the work trees"
    let common = commonDirectory
    let own = gitDirectory
    var trees: [(path: String, head: String?)] = []
    if own != common {
      let main = try Repository(at: common)
      if let path = main.workTree { trees.append((path, main.headReference)) }
    }
    for name in try workTreeNames(action) where "\(common)/worktrees/\(name)" != own {
      let tree = try Handle<Owned.WorkTree>(action) {
        git_worktree_lookup(&$0, handle.pointer, name)
      }
      guard let path = git_worktree_path(tree.pointer) else { continue }
      trees.append(
        (String(cString: path), symbolicTarget(inFile: "\(common)/worktrees/\(name)/HEAD")))
    }
    return trees
  }

  private func workTreeNames(_ action: String) throws(GitError) -> [String] {
    var names = git_strarray()
    defer { git_strarray_dispose(&names) }
    try check(git_worktree_list(&names, handle.pointer), action)
    let pointers = UnsafeBufferPointer(start: names.strings, count: names.count)
    return pointers.compactMap { $0.map { String(cString: $0) } }
  }
}

/// What a `HEAD` file names.
///
/// Opening the work tree would be the other way, and fails where its folder is missing.
private func symbolicTarget(inFile path: String) -> String? {
  guard let file = fopen(path, "re") else { return nil }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 4_096)
  let count = fread(&buffer, 1, buffer.count, file)
  let text = String(decoding: buffer[..<count], as: UTF8.self)
  guard text.hasPrefix("ref:") else { return nil }
  return text.dropFirst(4).split(whereSeparator: \.isWhitespace).first.map(String.init)
}
