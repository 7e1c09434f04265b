internal import CLibgit2

/// A libgit2 object type: its phantom name and how to free it.
protocol Resource {
  static func free(_ pointer: OpaquePointer)
}

/// The kinds of pointers that this module owns.
enum Owned {
  enum Repository: Resource {
    static func free(_ pointer: OpaquePointer) { git_repository_free(pointer) }
  }

  enum Configuration: Resource {
    static func free(_ pointer: OpaquePointer) { git_config_free(pointer) }
  }

  enum ConfigurationIterator: Resource {
    static func free(_ pointer: OpaquePointer) { git_config_iterator_free(pointer) }
  }

  enum Reference: Resource {
    static func free(_ pointer: OpaquePointer) { git_reference_free(pointer) }
  }

  enum ReferenceIterator: Resource {
    static func free(_ pointer: OpaquePointer) { git_reference_iterator_free(pointer) }
  }

  enum Objects: Resource {
    static func free(_ pointer: OpaquePointer) { git_odb_free(pointer) }
  }

  enum RawObject: Resource {
    static func free(_ pointer: OpaquePointer) { git_odb_object_free(pointer) }
  }

  enum Object: Resource {
    static func free(_ pointer: OpaquePointer) { git_object_free(pointer) }
  }

  enum Commit: Resource {
    static func free(_ pointer: OpaquePointer) { git_commit_free(pointer) }
  }

  enum Tag: Resource {
    static func free(_ pointer: OpaquePointer) { git_tag_free(pointer) }
  }

  enum Tree: Resource {
    static func free(_ pointer: OpaquePointer) { git_tree_free(pointer) }
  }

  enum TreeBuilder: Resource {
    static func free(_ pointer: OpaquePointer) { git_treebuilder_free(pointer) }
  }

  enum Indexer: Resource {
    static func free(_ pointer: OpaquePointer) { git_indexer_free(pointer) }
  }

  enum Index: Resource {
    static func free(_ pointer: OpaquePointer) { git_index_free(pointer) }
  }

  enum StatusList: Resource {
    static func free(_ pointer: OpaquePointer) { git_status_list_free(pointer) }
  }

  enum WorkTree: Resource {
    static func free(_ pointer: OpaquePointer) { git_worktree_free(pointer) }
  }
}

/// Sole owner of one libgit2 pointer.
struct Handle<Kind: Resource>: ~Copyable {
  let pointer: OpaquePointer

  /// Takes ownership of what `make` stores in its argument.
  init(
    _ action: @autoclosure () -> String,
    _ make: (inout OpaquePointer?) -> CInt
  ) throws(GitError) {
    var made: OpaquePointer?
    try check(make(&made), action())
    guard let made else { throw GitError(.other(0), doing: action(), "no object was returned") }
    pointer = made
  }

  /// Like the other initializer, and nil when `make` reports that nothing was found.
  init?(
    ifFound action: @autoclosure () -> String,
    _ make: (inout OpaquePointer?) -> CInt
  ) throws(GitError) {
    var made: OpaquePointer?
    guard try found(make(&made), action()), let made else { return nil }
    pointer = made
  }

  deinit { Kind.free(pointer) }
}
