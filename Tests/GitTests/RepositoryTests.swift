import Foundation
import Git
import Testing

@Suite struct RepositoryTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func createsAndFindsItUpward() throws {
    let made = try folder.repository()
    #expect(made.headReference == "refs/heads/main")
    #expect(made.localConfiguration("core.logallrefupdates") == "true")
    try folder.shell("mkdir -p r/a/b")
    let found = try Repository(containing: "\(folder.path)/r/a/b")
    #expect(found.workTree == "\(folder.path)/r")
    #expect(found.gitDirectory == "\(folder.path)/r/.git")
    #expect(found.commonDirectory == found.gitDirectory)
    #expect(!found.isBare && !found.isShallow)
    #expect(
      try folder.shell("git -C r status --porcelain; git -C r symbolic-ref HEAD")
        == "refs/heads/main")
    #expect(try Repository(at: found.gitDirectory).workTree == found.workTree)
    #expect(try Repository(at: "\(folder.path)/r").workTree == found.workTree)
    let path = folder.path
    #expect(code { _ = try Repository(at: "\(path)/r/a") } == .notFound)
    #expect(code { _ = try Repository(containing: path) } == .notFound)
    #expect(code { _ = try Repository(containing: "\(path)\0/r") } == .invalid)
  }

  @Test func createsBareWithoutRegardToSettings() throws {
    try folder.shell("git config --global init.defaultBranch trunk")
    let bare = try folder.repository("deep/b.git", bare: true)
    #expect(bare.isBare && bare.workTree == nil)
    #expect(bare.headReference == "refs/heads/main")
    #expect(try folder.shell("git -C deep/b.git config core.logallrefupdates") == "true")
    let tip = try bare.commit(["a": "1"])
    try bare.move("refs/heads/main", from: nil, to: tip, because: "create:\nx")
    #expect(try folder.shell("git -C deep/b.git reflog --format=%gs main") == "create: x")
    #expect(try Repository(containing: "\(folder.path)/deep/b.git/refs").isBare)
  }

  @Test func doesNotCreateTwice() throws {
    _ = try folder.repository()
    #expect(code { _ = try folder.repository() } == .alreadyExists)
    #expect(
      code { _ = try Repository.create(at: folder.path, bare: false, branch: "a b") }
        == .invalid)
  }

  @Test func knowsShallow() throws {
    _ = try folder.repository()
    try folder.shell("git -C r commit -q --allow-empty -m 1; git -C r commit -q --allow-empty -m 2")
    try folder.shell("git clone -q --depth 1 file://$PWD/r s")
    let shallow = try Repository(containing: "\(folder.path)/s")
    #expect(shallow.isShallow == true)
    let tip = try #require(try shallow.target(of: "HEAD"))
    #expect(code { _ = try shallow.walk(from: tip, hiding: nil, firstParent: true) } == .notFound)
  }

  @Test func namesWhatItCannotRead() throws {
    try folder.shell(
      """
      git init -q --object-format=sha256 sha
      git init -q tree && git -C tree config core.repositoryformatversion 1
      git -C tree config extensions.worktreeConfig true
      git init -q version && git -C version config core.repositoryformatversion 7
      """)
    for (name, word) in [("sha", "objectformat"), ("tree", "worktreeconfig"), ("version", "7")] {
      let path = "\(folder.path)/\(name)"
      guard case .unsupported(let reason)? = code({ _ = try Repository(containing: path) }) else {
        Issue.record("\(name) was opened")
        continue
      }
      #expect(reason.lowercased().contains(word))
    }
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a file away"))
  func refusesSomebodyElsesRepository() throws {
    _ = try folder.repository()
    _ = try folder.repository("b.git", bare: true)
    try folder.shell("chown -R 12345 r b.git")
    let path = folder.path
    #expect(code { _ = try Repository(containing: "\(path)/r") } == .notOwned)
    #expect(code { _ = try Repository(at: "\(path)/r/.git") } == .notOwned)
    #expect(code { _ = try Repository(containing: "\(path)/b.git") } == .notOwned)
  }

  @Test func readsAndWritesSettings() throws {
    let repository = try folder.repository()
    try repository.setLocal("stet.name", to: "Ünï “x” # ; \\")
    #expect(repository.localConfiguration("stet.name") == "Ünï “x” # ; \\")
    #expect(repository.configuration("stet.name") == "Ünï “x” # ; \\")
    #expect(try folder.shell("git -C r config stet.name") == "Ünï “x” # ; \\")
    try folder.shell("git -C r config stet.name other")
    #expect(repository.configuration("stet.name") == "other")
    try repository.setLocal("stet.name", to: nil)
    try repository.setLocal("stet.name", to: nil)
    #expect(repository.configuration("stet.name") == nil)
    #expect(repository.configuration("stet.a\0b") == nil)
    #expect(code { try repository.setLocal("no key", to: "x") } != nil)
  }

  @Test func keepsNoFileOpen() throws {
    let repository = try folder.repository()
    let tip = try repository.commit(["a/b": "1"])
    try repository.move("refs/heads/main", from: nil, to: tip, because: "x")
    let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    var last = tip
    for number in 0..<2_000 {
      let opened = try Repository(containing: "\(folder.path)/r")
      let new = try opened.commit(["a/b": "\(number)"], parents: [last])
      try opened.move("refs/heads/main", from: last, to: new, because: "x")
      let entry = try #require(try opened.entry(at: "a/b", in: opened.commit(new).tree))
      #expect(try opened.blob(entry.id, limit: 10) == Array("\(number)".utf8))
      #expect(code { _ = try opened.tag("none/\0") } == .invalid)
      #expect(
        code { try opened.move("refs/heads/main", from: last, to: tip, because: "x") }
          == .moved)
      #expect(try opened.target(of: "refs/heads/none") == nil)
      last = new
    }
    let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    // Tests that run at the same time have files open too, but not thousands.
    #expect(after < before + 200)
    #expect(try folder.shell("git -C r fsck --full --strict --no-dangling") == "")
    #expect(try folder.shell("git -C r rev-list --count main") == "2001")
  }
}
