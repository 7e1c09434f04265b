internal import CLibgit2
internal import Glibc

/// One commit, copied out of the repository.
public struct Commit: Sendable {
  public let id: ObjectID
  public let tree: ObjectID
  public let parents: [ObjectID]
  public let author: Signature
  public let committer: Signature
  /// The message as it stands in the commit; bytes that are not UTF-8 became U+FFFD.
  public let message: String
  /// Whether the commit carries a signature; nothing is known about its worth.
  public let isSigned: Bool
}

extension Commit {
  /// Copies what libgit2 read; nil when a part is missing.
  init?(_ id: ObjectID, _ commit: OpaquePointer) {
    guard
      let tree = ObjectID(git_commit_tree_id(commit)),
      let author = Signature(git_commit_author(commit)),
      let committer = Signature(git_commit_committer(commit))
    else { return nil }
    self.id = id
    self.tree = tree
    self.author = author
    self.committer = committer
    parents = (0..<git_commit_parentcount(commit)).compactMap { number in
      ObjectID(git_commit_parent_id(commit, number))
    }
    message = git_commit_message_raw(commit).map { String(cString: $0) } ?? ""
    isSigned = git_commit_raw_header(commit).map { strstr($0, "\ngpgsig ") != nil } ?? false
  }
}
