internal import CLibgit2

extension Repository {
  /// What `HEAD` names ("refs/heads/main"), also before its first commit; nil when detached.
  public var headReference: String? {
    guard
      let head = try? Handle<Owned.Reference>(
        "read HEAD", { git_reference_lookup(&$0, handle.pointer, "HEAD") })
    else { return nil }
    return git_reference_symbolic_target(head.pointer).map { String(cString: $0) }
  }

  /// The object that `reference` (a full name) holds, nil when it is absent.
  ///
  /// A symbolic reference is followed. An annotated tag is not: its own id is returned.
  public func target(of reference: String) throws(GitError) -> ObjectID? {
    let action = "read \(reference)"
    try checkText(reference, action)
    var id = git_oid()
    guard try found(git_reference_name_to_id(&id, handle.pointer, reference), action) else {
      return nil
    }
    return ObjectID(id)
  }

  /// All references whose full name begins with `prefix`, sorted by the bytes of their names.
  ///
  /// A symbolic reference that leads nowhere is left out.
  public func references(
    prefix: String
  ) throws(GitError) -> [(name: String, id: ObjectID)] {
    let action = "list references"
    try checkText(prefix, action)
    guard !prefix.utf8.contains(where: { "*?[\\".utf8.contains($0) }) else {
      throw GitError(.invalid, doing: action, "no reference begins with “\(prefix)”")
    }
    let iterator = try Handle<Owned.ReferenceIterator>(action) {
      git_reference_iterator_glob_new(&$0, handle.pointer, prefix + "*")
    }
    var references: [(name: String, id: ObjectID)] = []
    while true {
      var next: OpaquePointer?
      let code = git_reference_next(&next, iterator.pointer)
      guard code != GIT_ITEROVER.rawValue else { break }
      let reference = try Handle<Owned.Reference>(action) { made in
        made = next
        return code
      }
      guard let name = git_reference_name(reference.pointer).map({ String(cString: $0) })
      else { continue }
      if let id = ObjectID(git_reference_target(reference.pointer)) {
        references.append((name, id))
      } else if let id = try target(of: name) {
        references.append((name, id))
      }
    }
    git_error_clear()
    references.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return references
  }

  /// Moves `reference` to `new`, but only while it holds `old`; nil means that it must not exist.
  ///
  /// This is how two editors who act at once cannot lose each other's work: the second one gets
  /// ``GitError/Code/moved``, reads the new state and decides again. When the disk fails after the
  /// move took effect this returns, since the move is there to be seen. `because` is one line for
  /// the reference's log.
  public func move(
    _ reference: String, from old: ObjectID?, to new: ObjectID, because: String
  ) throws(GitError) {
    let action = "move \(reference)"
    try Self.checkReference(reference, action)
    let message = Self.logLine(because)
    do throws(GitError) {
      // Zero is libgit2's "must not exist", and unlike force=0 it is checked under the lock.
      var old = (old ?? .zero).raw
      var new = new.raw
      _ = try Handle<Owned.Reference>(action) {
        git_reference_create_matching(&$0, handle.pointer, reference, &new, 1, &old, message)
      }
    } catch {
      let now = try? target(of: reference)
      if now == new { return }
      guard error.code == .notFound else { throw error }
      throw GitError(.moved, doing: action, "it no longer exists")
    }
  }

  /// Removes `reference`, but only while it holds `old`; otherwise ``GitError/Code/moved``.
  public func delete(_ reference: String, from old: ObjectID) throws(GitError) {
    let action = "delete \(reference)"
    try Self.checkReference(reference, action)
    do throws(GitError) {
      let found = try Handle<Owned.Reference>(action) {
        git_reference_lookup(&$0, handle.pointer, reference)
      }
      guard ObjectID(git_reference_target(found.pointer)) == old else {
        throw GitError(.moved, doing: action, "it no longer holds \(old)")
      }
      // libgit2 compares again under the lock, with the value that was just looked up.
      try check(git_reference_delete(found.pointer), action)
    } catch {
      guard error.code != .notFound else {
        throw GitError(.moved, doing: action, "it no longer exists")
      }
      // As with a move, the disk may have failed after the fact.
      guard try target(of: reference) == nil else { throw error }
    }
  }

  /// Throws ``GitError/Code/invalid`` for what git would not accept as a reference's full name.
  static func checkReference(
    _ name: String, _ action: @autoclosure () -> String
  ) throws(GitError) {
    try checkText(name, action())
    var valid: CInt = 0
    try check(git_reference_name_is_valid(&valid, name), action())
    guard valid == 1, name.utf8.starts(with: "refs/".utf8) else {
      throw GitError(.invalid, doing: action(), "“\(name)” is not a reference's full name")
    }
  }

  private static func logLine(_ text: String) -> String {
    String(
      decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7f ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
