public import Editorial
internal import Git

/// Why a command could not do what it was asked: what a person reads, and what a script sees of it.
public struct Failure: Explained, Equatable {
  /// The kinds of the command line's contract; each has its exit status.
  public enum Kind: String, Sendable {
    case failed, invalid, refused, conflict, usage
    case notFound = "not-found"
  }

  public var kind: Kind
  public var problem: String
  /// Every reason at once, a line each.
  public var reasons: [String]
  public var hint: String?

  public init(_ kind: Kind, _ problem: String, reasons: [String] = [], hint: String? = nil) {
    (self.kind, self.problem, self.reasons, self.hint) = (kind, problem, reasons, hint)
  }

  /// Any error as a failure.
  public init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let fault as Fault: self.init(.invalid, fault.problem, hint: fault.hint)
    case let fault as PolicyFault: self.init(.invalid, fault.problem)
    case let damage as Damage: self.init(.failed, damage.problem, hint: damage.hint)
    case let error as GitError: self = Self.git(error)
    case let error as any Explained: self.init(.failed, error.problem, hint: error.hint)
    default: self.init(.failed, "\(error)")
    }
  }

  private static func git(_ error: GitError) -> Failure {
    switch error.code {
    case .locked:
      return Failure(
        .conflict, "another program is writing to the newsroom", hint: "try again in a moment")
    case .moved:
      return Failure(
        .conflict, "someone else changed the newsroom meanwhile", hint: "run the command again")
    case .notOwned:
      return Failure(
        .failed, "the newsroom's folder belongs to another user of this machine",
        hint: "git config --global --add safe.directory FOLDER, if you trust it")
    case .unsupported(let what):
      return Failure(
        .failed, "the newsroom's repository uses \(what), which stet can't read",
        hint: Repair.remedy(for: what))
    case .tooLarge: return Failure(.failed, "a file is larger than stet reads")
    default:
      if error.reason.contains("No space left") || error.reason.contains("File too large") {
        return Failure(
          .failed, "the disk is full, so nothing was changed", hint: "make room, then try again")
      }
      if error.reason.contains("Permission denied") || error.reason.contains("Read-only") {
        return Failure(
          .failed, "the newsroom's folder is read-only or not yours",
          hint: "its Git folder must belong to whoever works there")
      }
      return Failure(
        .failed, "could not \(error.action): \(error.reason)",
        hint: "stet doctor looks for what is wrong")
    }
  }
}

/// How settings that only git can handle are taken back.
enum Repair {
  static func remedy(for what: String) -> String {
    let what = what.lowercased()
    if what.contains("refstorage") || what.contains("reftable") {
      return "git refs migrate --ref-format=files turns it back"
    }
    if what.contains("relativeworktrees") {
      return "git config --unset extensions.relativeWorktrees && git worktree repair"
    }
    if what.contains("worktreeconfig") { return "git config --unset extensions.worktreeConfig" }
    if what.contains("partialclone") {
      return "git config --unset extensions.partialClone, after git fetch --refetch"
    }
    if what.contains("sha256") || what.contains("objectformat") {
      return "make the newsroom anew with git init --object-format=sha1"
    }
    if what.contains("index") { return "git update-index --no-split-index" }
    return "git config --local --list shows the repository's settings"
  }
}
