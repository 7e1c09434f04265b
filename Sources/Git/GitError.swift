internal import CLibgit2

/// A Git operation that failed: what was attempted, why it failed, and how to react to it.
public struct GitError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The causes that callers act on, and `other` for the rest.
  public enum Code: Equatable, Sendable {
    case notFound
    case alreadyExists
    /// Another process holds a lock file of Git; libgit2 does not wait for it.
    case locked
    /// The reference is not what the caller read; read again and decide again.
    case moved
    /// Git's own check refuses a repository that belongs to someone else.
    case notOwned
    /// The repository uses something this library can't read: the text names it.
    case unsupported(String)
    case tooLarge
    /// The arguments, or the stored data, can't be right.
    case invalid
    case other(Int32)
  }

  public let code: Code
  /// What was attempted, fit to follow "cannot".
  public let action: String
  public let reason: String

  public init(_ code: Code, doing action: String, _ reason: String) {
    self.code = code
    self.action = action
    self.reason = reason
  }

  public var description: String { "cannot \(action): \(reason)" }
}

extension GitError.Code {
  init(_ code: CInt, reason: String) {
    switch git_error_code(code) {
    // libgit2 1.5.1 looks up a setting that is absent, and reports that instead of the owner.
    case GIT_ENOTFOUND where reason.contains("'safe.directory' was not found"): self = .notOwned
    case GIT_ENOTFOUND: self = .notFound
    case GIT_EEXISTS: self = .alreadyExists
    case GIT_ELOCKED: self = .locked
    case GIT_EMODIFIED: self = .moved
    case GIT_EOWNER: self = .notOwned
    case GIT_EINVALIDSPEC, GIT_EINVALID, GIT_EBAREREPO, GIT_EAMBIGUOUS: self = .invalid
    case _ where reason.hasPrefix("unsupported "): self = .unsupported(reason)
    case _ where Self.refusals.contains(where: reason.hasPrefix): self = .invalid
    default: self = .other(code)
    }
  }

  /// How libgit2 begins what it says of bad arguments, which has no code of its own.
  private static let refusals = [
    "D/F conflict", "cannot replace '", "failed to insert entry", "invalid path",
  ]
}

/// Throws libgit2's last error when `code` reports one.
///
/// Call it with the C call as its first argument: nothing may run on this thread in between.
func check(_ code: CInt, _ action: @autoclosure () -> String) throws(GitError) {
  guard code < 0 else { return }
  throw lastError(code, action())
}

/// Tells whether a look-up found something; throws every other failure.
func found(_ code: CInt, _ action: @autoclosure () -> String) throws(GitError) -> Bool {
  guard code == GIT_ENOTFOUND.rawValue else {
    try check(code, action())
    return true
  }
  git_error_clear()
  return false
}

/// Refuses what C would cut short without a word.
func checkText(_ text: String, _ action: @autoclosure () -> String) throws(GitError) {
  guard text.utf8.contains(0) else { return }
  throw GitError(.invalid, doing: action(), "the text contains a NUL")
}

private func lastError(_ code: CInt, _ action: String) -> GitError {
  let detail = git_error_last()?.pointee.message.map { String(cString: $0) }
  git_error_clear()
  let reason = detail ?? "libgit2 gave no reason"
  return GitError(GitError.Code(code, reason: reason), doing: action, reason)
}
