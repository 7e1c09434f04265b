import Foundation
import Git
import Testing

@Suite struct IndexTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func leavesGitContent() throws {
    let repository = try folder.repository()
    try folder.write("one", to: "r/a/b")
    let id = try repository.write(blob: Array("one".utf8))
    #expect(try repository.indexEntry("a/b") == nil)
    try repository.stage("a/b", id: id)
    #expect(try repository.indexEntry("a/b") == id)
    #expect(try folder.shell("git -C r status --porcelain") == "A  a/b")
    try folder.shell("git -C r commit -qm 1")
    #expect(try repository.workTreeChanges(under: []).isEmpty)
    #expect(try folder.shell("git -C r status --porcelain") == "")
    // The file does not hold what is staged.
    let two = try repository.write(blob: Array("two".utf8))
    try repository.stage([("a/b", two), ("c", two)])
    #expect(try folder.shell("git -C r status --porcelain") == "MM a/b\nAD c")
    try repository.stage([("a/b", nil), ("c", nil), ("none", nil)])
    #expect(try repository.indexEntry("a/b") == nil)
    #expect(try folder.shell("git -C r status --porcelain") == "D  a/b\n?? a/")
  }

  @Test func keepsTheTimesOfAnOldFile() throws {
    let repository = try folder.repository()
    try folder.write("one", to: "r/a")
    try folder.shell("touch -d '1 hour ago' r/a")
    try repository.stage("a", id: repository.write(blob: Array("one".utf8)))
    #expect(try folder.shell("git -C r ls-files --debug a | grep -o 'size: [0-9]*'") == "size: 3")
    #expect(try folder.shell("git -C r diff-files --name-only") == "")
  }

  @Test func settlesConflictsAndFolders() throws {
    let repository = try folder.repository()
    let one = try repository.write(blob: [1])
    try folder.shell(
      """
      cd r; printf '100644 \(one) 1\\ta\\n100644 \(one) 2\\ta\\n100644 \(one) 3\\ta\\n' \
        | git update-index --index-info
      """)
    #expect(try repository.indexEntry("a") == nil)
    #expect(try repository.workTreeChanges(under: []).map(\.kind) == [.conflicted])
    try repository.stage("a", id: one)
    #expect(try folder.shell("git -C r ls-files -s") == "100644 \(one) 0\ta")
    try repository.stage("a/b", id: one)
    #expect(try folder.shell("git -C r ls-files -s") == "100644 \(one) 0\ta/b")
  }

  @Test func namesALockAndKeepsWhatOthersStaged() throws {
    let repository = try folder.repository()
    let one = try repository.write(blob: [1])
    try repository.stage("a", id: one)
    try folder.write("", to: "r/.git/index.lock")
    #expect(code { try repository.stage("b", id: one) } == .locked)
    #expect(try repository.indexEntry("b") == nil)
    try folder.shell("rm r/.git/index.lock; echo x > r/c; git -C r add c")
    try repository.stage("d", id: one)
    #expect(try folder.shell("git -C r ls-files") == "a\nc\nd")
  }

  @Test func namesASplitIndexAndABareRepository() throws {
    let repository = try folder.repository()
    let one = try repository.write(blob: [1])
    try folder.shell("cd r; echo x > c; git add c; git update-index --split-index")
    guard case .unsupported? = code({ try repository.stage("b", id: one) }) else {
      Issue.record("a split index was taken")
      return
    }
    let bare = try folder.repository("b.git", bare: true)
    #expect(code { try bare.stage("b", id: one) } == .invalid)
    #expect(code { _ = try bare.workTreeChanges(under: []) } == .invalid)
  }

  @Test func worksInALinkedWorkTree() throws {
    let repository = try folder.repository()
    try folder.shell(
      """
      cd r; echo 1 > a; git add a; git commit -qm 1; git branch x; git branch y
      git worktree add -q ../x x; git worktree add -q --detach ../d; git worktree add -q ../y y
      rm -r ../y
      """)
    let linked = try Repository(containing: "\(folder.path)/x")
    #expect(linked.commonDirectory == "\(folder.path)/r/.git")
    #expect(linked.gitDirectory == "\(folder.path)/r/.git/worktrees/x")
    #expect(linked.workTree == "\(folder.path)/x" && linked.headReference == "refs/heads/x")
    try linked.setLocal("stet.a", to: "b")
    #expect(repository.localConfiguration("stet.a") == "b")
    try folder.write("two", to: "x/a")
    try linked.stage("a", id: linked.write(blob: Array("two".utf8)))
    #expect(try folder.shell("git -C x status --porcelain; git -C r status --porcelain") == "M  a")
    let tip = try #require(try linked.target(of: "HEAD"))
    let new = try linked.commit(["a": "two"], parents: [tip])
    try linked.move("refs/heads/x", from: tip, to: new, because: "x")
    #expect(try folder.shell("git -C x status --porcelain") == "")
    #expect(try repository.target(of: "refs/heads/x") == new)
    func named(_ trees: [(path: String, head: String?)]) -> [String] {
      trees.map { "\($0.path.dropFirst(folder.path.count + 1)) \($0.head ?? "-")" }.sorted()
    }
    #expect(
      try named(repository.otherWorkTrees())
        == ["d -", "x refs/heads/x", "y refs/heads/y"])
    #expect(
      try named(linked.otherWorkTrees())
        == ["d -", "r refs/heads/main", "y refs/heads/y"])
  }
}
