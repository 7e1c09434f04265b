internal import CLibgit2
internal import CStartup

/// libgit2 must be started once per process before any other call.
let startLibgit2: Void = {
  stet_startup()
  _ = git_libgit2_init()
  // Off by default in libgit2: a loss of power could take a commit that was reported as made.
  _ = stet_git_fsync(1)
  // By default objects past 4 KB are never remembered. A busy folder's tree is larger, and every
  // commit is compared with its parent, whose trees were just read.
  _ = stet_git_cache(64 << 20, 256 << 10)
}()
