internal import CLibgit2
internal import CStartup

/// libgit2 must be started once per process before any other call.
let startLibgit2: Void = {
  stet_startup()
  _ = git_libgit2_init()
  // Off by default in libgit2: a loss of power could take a commit that was reported as made.
  _ = stet_git_fsync(1)
  // libgit2's cache scans from its start for what to drop once it is full: comparing 100,000
  // commits took 26 s with 64 MB of it and 12 s without. TreeMemory remembers what pays.
  _ = stet_git_caching(0)
}()
