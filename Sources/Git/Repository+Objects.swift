internal import CLibgit2

extension Repository {
  /// The size of a blob in bytes, from its header: the contents are not read.
  public func size(ofBlob id: ObjectID) throws(GitError) -> Int {
    try size(of: id, in: objects())
  }

  /// The contents of a blob; past `limit` bytes ``GitError/Code/tooLarge``, and nothing is read.
  public func blob(_ id: ObjectID, limit: Int) throws(GitError) -> [UInt8] {
    let objects = try objects()
    let size = try size(of: id, in: objects)
    guard size <= limit else {
      throw GitError(
        .tooLarge, doing: "read blob \(id)", "it has \(size) bytes, more than \(limit)")
    }
    let object = try read(id, GIT_OBJECT_BLOB, from: objects)
    return [UInt8](object.bytes)
  }

  /// Writes a blob and returns its id.
  public func write(blob bytes: some Collection<UInt8>) throws(GitError) -> ObjectID {
    let objects = try objects()
    var id = git_oid()
    let code = withContiguousBytes(of: bytes) {
      git_odb_write(&id, objects.pointer, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
    }
    try check(code, "write a blob")
    return ObjectID(id)
  }

  /// The id that a blob of these bytes has; nothing is written.
  public func hashFile(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
    var id = git_oid()
    let code = withContiguousBytes(of: bytes) {
      git_odb_hash(&id, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
    }
    try check(code, "hash a file")
    return ObjectID(id)
  }

  func objects() throws(GitError) -> Handle<Owned.Objects> {
    try Handle("open the objects") { git_repository_odb(&$0, handle.pointer) }
  }

  /// Reads an object of the given type as it is stored.
  func read(
    _ id: ObjectID, _ type: git_object_t, from objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> RawObject {
    var raw = id.raw
    let handle = try Handle<Owned.RawObject>("read object \(id)") {
      git_odb_read(&$0, objects.pointer, &raw)
    }
    guard git_odb_object_type(handle.pointer) == type else {
      throw GitError(.notFound, doing: "read object \(id)", "it is of another type")
    }
    return RawObject(handle: handle)
  }

  /// Reads a tree, or finds it among those that were read last.
  func read(
    tree id: ObjectID, from objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> TreeMemory.Tree {
    try trees.tree(id) { () throws(GitError) in try read(id, GIT_OBJECT_TREE, from: objects) }
  }

  private func size(
    of id: ObjectID, in objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> Int {
    var raw = id.raw
    var size = 0
    var type = GIT_OBJECT_ANY
    try check(git_odb_read_header(&size, &type, objects.pointer, &raw), "read blob \(id)")
    guard type == GIT_OBJECT_BLOB else {
      throw GitError(.notFound, doing: "read blob \(id)", "it is not a file")
    }
    return size
  }
}

/// The bytes of one stored object, lent while this lives.
struct RawObject: ~Copyable {
  let handle: Handle<Owned.RawObject>

  init(handle: consuming Handle<Owned.RawObject>) {
    self.handle = handle
  }

  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer))
  }
}

private func withContiguousBytes(
  of bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> CInt
) -> CInt {
  bytes.withContiguousStorageIfAvailable(body) ?? Array(bytes).withUnsafeBufferPointer(body)
}
