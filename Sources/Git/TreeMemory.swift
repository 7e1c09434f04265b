/// Remembers the trees that were read last: most of a commit's trees are its parent's too.
///
/// What was not asked for since the younger half was begun is dropped with the older half.
final class TreeMemory {
  /// One stored tree, alive while anything holds it.
  final class Tree {
    let object: RawObject

    init(_ object: consuming RawObject) {
      self.object = object
    }
  }

  private static let limit = 8 << 20
  private var young: [ObjectID: Tree] = [:]
  private var old: [ObjectID: Tree] = [:]
  private var size = 0

  /// The tree of this id, read by `read` unless it is remembered.
  func tree(
    _ id: ObjectID, _ read: () throws(GitError) -> RawObject
  ) throws(GitError) -> Tree {
    if let tree = young[id] { return tree }
    let tree = if let tree = old[id] { tree } else { Tree(try read()) }
    size += tree.object.bytes.count + 200
    if size > Self.limit {
      old = young
      young = [:]
      size = 0
    }
    young[id] = tree
    return tree
  }
}
