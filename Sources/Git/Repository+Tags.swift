internal import CLibgit2

extension Repository {
  /// An annotated tag by its name without `refs/tags/`, nil when there is none.
  ///
  /// Throws ``GitError/Code/invalid`` when the name is a lightweight tag's, which holds no record.
  public func tag(_ name: String) throws(GitError) -> Tag? {
    guard let id = try target(of: "refs/tags/\(name)") else { return nil }
    guard let tag = try tag(id, name: name) else {
      throw GitError(.invalid, doing: "read the tag \(name)", "it is not an annotated tag")
    }
    return tag
  }

  /// All annotated tags, sorted by name; lightweight ones are left out.
  public func tags() throws(GitError) -> [Tag] {
    var tags: [Tag] = []
    for reference in try references(prefix: "refs/tags/") {
      let name = String(reference.name.dropFirst("refs/tags/".count))
      guard let tag = try tag(reference.id, name: name) else { continue }
      tags.append(tag)
    }
    return tags
  }

  /// Writes an annotated tag; a name that is taken is ``GitError/Code/alreadyExists``.
  public func createTag(
    _ name: String, target: ObjectID, tagger: Signature, message: String
  ) throws(GitError) -> ObjectID {
    let action = "create the tag \(name)"
    try Self.checkReference("refs/tags/\(name)", action)
    try checkText(message, action)
    let tagger = try Signature.Owned(tagger, action)
    var raw = target.raw
    let object = try Handle<Owned.Object>("read object \(target)") {
      git_object_lookup(&$0, handle.pointer, &raw, GIT_OBJECT_ANY)
    }
    // git_tag_create would look for the name without holding the lock: two could both succeed.
    var id = git_oid()
    try check(
      git_tag_annotation_create(
        &id, handle.pointer, name, object.pointer, tagger.pointer, message), action)
    do throws(GitError) {
      try move("refs/tags/\(name)", from: nil, to: ObjectID(id), because: "tag: \(name)")
    } catch {
      guard error.code == .moved else { throw error }
      throw GitError(.alreadyExists, doing: action, "there is a tag of that name")
    }
    return ObjectID(id)
  }

  private func tag(_ id: ObjectID, name: String) throws(GitError) -> Tag? {
    let action = "read the tag \(name)"
    var raw = id.raw
    let object = try Handle<Owned.Object>(action) {
      git_object_lookup(&$0, handle.pointer, &raw, GIT_OBJECT_ANY)
    }
    guard git_object_type(object.pointer) == GIT_OBJECT_TAG else { return nil }
    guard let target = ObjectID(git_tag_target_id(object.pointer)) else {
      throw GitError(.invalid, doing: action, "it names no object")
    }
    let message = git_tag_message(object.pointer).map { String(cString: $0) } ?? ""
    return Tag(
      name: name, id: id, target: target, tagger: Signature(git_tag_tagger(object.pointer)),
      message: message, isSigned: Self.isSigned(message))
  }

  private static func isSigned(_ message: String) -> Bool {
    message.split(separator: "\n").contains { line in
      ["PGP SIGNATURE", "PGP MESSAGE", "SSH SIGNATURE", "SIGNED MESSAGE"].contains {
        line == "-----BEGIN \($0)-----"
      }
    }
  }
}
