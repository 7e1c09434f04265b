internal import CLibgit2

/// One open Git repository.
///
/// Use it from one task at a time; it is not `Sendable`. Opening is cheap: a parallel reader opens
/// its own. No call here runs a hook, a filter program or anything else.
public struct Repository: ~Copyable {
  let handle: Handle<Owned.Repository>
  let trees = TreeMemory()

  /// Opens the repository that contains `path`, looking upward from there as git does.
  ///
  /// `GIT_DIR` and its like in the environment play no part. Git's check of the owner does: a
  /// repository of somebody else, which `safe.directory` does not list, is
  /// ``GitError/Code/notOwned``.
  public init(containing path: String) throws(GitError) {
    try self.init(opening: path, flags: 0)
  }

  /// Opens the repository whose Git directory, or whose top folder, is exactly `gitDirectory`.
  public init(at gitDirectory: String) throws(GitError) {
    try self.init(opening: gitDirectory, flags: GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue)
  }

  private init(opening path: String, flags: UInt32) throws(GitError) {
    _ = startLibgit2
    let action = "open a repository at \(path)"
    try checkText(path, action)
    // git_repository_open_bare would leave out the check of the owner.
    handle = try Handle(action) { git_repository_open_ext(&$0, path, flags, nil) }
  }

  /// Makes a repository without commits whose `HEAD` is `branch`, and opens it.
  ///
  /// Folders on the way to `path` are made. Throws ``GitError/Code/alreadyExists`` where a
  /// repository is already. References keep a log, in a bare repository too.
  public static func create(
    at path: String, bare: Bool, branch: String
  ) throws(GitError) -> Repository {
    _ = startLibgit2
    let action = "create a repository at \(path)"
    try checkText(path + branch, action)
    try Self.checkReference("refs/heads/\(branch)", action)
    var options = git_repository_init_options()
    try check(
      git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)),
      action)
    var flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
    if bare { flags |= GIT_REPOSITORY_INIT_BARE.rawValue }
    options.flags = flags
    let made = try Handle<Owned.Repository>(action) { made in
      branch.withCString { branch in
        options.initial_head = branch
        return git_repository_init_ext(&made, path, &options)
      }
    }
    let repository = Repository(handle: made)
    try repository.setLocal("core.logAllRefUpdates", to: "true")
    return repository
  }

  private init(handle: consuming Handle<Owned.Repository>) {
    self.handle = handle
  }

  /// The Git directory of this work tree, absolute, without a slash at its end.
  ///
  /// In a linked work tree it holds only what is this tree's own, such as `HEAD` and the index.
  public var gitDirectory: String { Self.folder(git_repository_path(handle.pointer)) ?? "" }

  /// The Git directory that all linked work trees share, absolute, without a slash at its end.
  public var commonDirectory: String {
    Self.folder(git_repository_commondir(handle.pointer)) ?? gitDirectory
  }

  /// The folder of the checked out files, without a slash at its end; nil in a bare repository.
  public var workTree: String? { Self.folder(git_repository_workdir(handle.pointer)) }

  public var isBare: Bool { git_repository_is_bare(handle.pointer) == 1 }

  /// Whether history was cut off when the repository was cloned: a walk then meets a commit that
  /// is not there, and throws ``GitError/Code/notFound``.
  public var isShallow: Bool { git_repository_is_shallow(handle.pointer) == 1 }

  private static func folder(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer else { return nil }
    let path = String(cString: pointer)
    return path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
