import Foundation
import Git
import Testing

@Suite struct CommitTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func keepsWhatIsWritten() throws {
    let repository = try folder.repository()
    let tree = try repository.tree(nil, changing: [])
    let root = try repository.createCommit(
      tree: tree, parents: [], author: ann, committer: ann, message: "")
    let carl = Signature(name: "Çarl Ö.X", email: "c@x", seconds: 4_294_967_295, offset: -570)
    let message = "approve: größer\n\nBody\n\nStet-Role: editor\n"
    let id = try repository.createCommit(
      tree: tree, parents: [root, root], author: carl, committer: ann, message: message)
    let commit = try repository.commit(id)
    #expect(commit.id == id && commit.tree == tree && commit.parents == [root, root])
    #expect(commit.author == carl && commit.committer == ann)
    #expect(commit.message == message && !commit.isSigned)
    #expect(repository.exists(id) && repository.exists(tree) && !repository.exists(.zero))
    #expect(code { _ = try repository.commit(tree) } != nil)
    #expect(code { _ = try repository.commit(.zero) } == .notFound)
    #expect(
      try folder.shell("git -C r cat-file -p \(id) | sed -n 4,5p") == """
        author Çarl Ö.X <c@x> 4294967295 -0930
        committer Ann <ann@example.org> 1700000000 +0200
        """)
  }

  @Test(arguments: ["", "A\nparent x", "A\0B", "A <b", "A>", "A\u{1b}[1m", "A\u{7f}"])
  func refusesNames(_ name: String) throws {
    let repository = try folder.repository()
    let tree = try repository.tree(nil, changing: [])
    for signature in [
      Signature(name: name, email: "a@b", seconds: 0, offset: 0),
      Signature(name: "A", email: "a\(name)>", seconds: 0, offset: 0),
      Signature(name: "A", email: "a", seconds: -1, offset: 0),
      Signature(name: "A", email: "a", seconds: 1 << 32, offset: 0),
      Signature(name: "A", email: "a", seconds: 0, offset: 6_000),
    ] {
      #expect(
        code {
          _ = try repository.createCommit(
            tree: tree, parents: [], author: ann, committer: signature, message: "m")
        } == .invalid)
    }
  }

  @Test func refusesWhatIsNotThere() throws {
    let repository = try folder.repository()
    let tree = try repository.tree(nil, changing: [])
    let absent = try ObjectID.of(String(repeating: "7", count: 40))
    for (tree, parents, message) in [(absent, [], "m"), (tree, [absent], "m"), (tree, [], "a\0b")] {
      #expect(
        code {
          _ = try repository.createCommit(
            tree: tree, parents: parents, author: ann, committer: ann, message: message)
        } != nil)
    }
  }

  @Test func readsForeignCommits() throws {
    let repository = try folder.repository()
    let tree = try repository.tree(nil, changing: [])
    func store(_ lines: String) throws -> ObjectID {
      try .of(
        folder.shell(
          "printf '\(lines)' | git -C r hash-object -t commit -w --literally --stdin"))
    }
    let odd = try store(
      "tree \(tree)\\nauthor \\377\\376n <\\200@x> 1 +0000\\ncommitter C <c> 2 +0100\\n"
        + "gpgsig -----BEGIN SSH SIGNATURE-----\\n abc\\n -----END SSH SIGNATURE-----\\n\\nb\\374r\\n"
    )
    let commit = try repository.commit(odd)
    #expect(commit.author.name.hasSuffix("n") && commit.author.name.contains("\u{fffd}"))
    #expect(commit.message == "b\u{fffd}r\n" && commit.isSigned)
    let plain = try store(
      "tree \(tree)\\nauthor A <a> 5000000000 +1400\\ncommitter C <c> -7 +0100\\n\\ngpgsig no\\ngpgsig no\\n"
    )
    let read = try repository.commit(plain)
    #expect(!read.isSigned && read.author.seconds == 5_000_000_000 && read.author.offset == 840)
    #expect(read.committer.seconds == -7)
    for broken in ["", "tree x\\n", "tree \(tree)\\n\\nm", "tree \(tree)\\nauthor A\\n\\n"] {
      let id = try store(broken)
      #expect(code { _ = try repository.commit(id) } != nil)
    }
  }

  @Test func keepsBlobs() throws {
    let repository = try folder.repository()
    let id = try repository.write(blob: Array("hello\n".utf8))
    #expect(id.description == "ce013625030ba8dba906f756967f9e9ca394464a")
    #expect(try repository.write(blob: "hello\n".utf8) == id)
    #expect(try repository.hashFile(Array("hello\n".utf8)) == id)
    #expect(try repository.size(ofBlob: id) == 6)
    #expect(try repository.blob(id, limit: 6) == Array("hello\n".utf8))
    #expect(code { _ = try repository.blob(id, limit: 5) } == .tooLarge)
    let empty = try repository.write(blob: [])
    #expect(try repository.blob(empty, limit: 0) == [])
    let tree = try repository.tree(nil, changing: [])
    #expect(code { _ = try repository.blob(tree, limit: 9) } == .notFound)
    #expect(code { _ = try repository.size(ofBlob: .zero) } == .notFound)
    let other = try repository.hashFile(Array("not written".utf8))
    #expect(repository.exists(other) == false)
  }

  @Test func keepsTags() throws {
    let repository = try folder.repository()
    let tip = try repository.commit(["a": "1"])
    let id = try repository.createTag("v/1", target: tip, tagger: ann, message: "Release\n\nX: y\n")
    let tag = try #require(try repository.tag("v/1"))
    #expect(tag.id == id && tag.target == tip && tag.tagger == ann && tag.name == "v/1")
    #expect(tag.message == "Release\n\nX: y\n" && !tag.isSigned)
    #expect(try repository.target(of: "refs/tags/v/1") == id)
    let second = code {
      _ = try repository.createTag("v/1", target: tip, tagger: ann, message: "2")
    }
    #expect(second == .alreadyExists)
    for name in ["", "a b", "a\0", "../x", "a..b"] {
      #expect(
        code {
          _ = try repository.createTag(name, target: tip, tagger: ann, message: "m")
        } == .invalid)
    }
    try folder.shell(
      """
      cd r; git tag light \(tip); printf 'object \(tip)\\ntype commit\\ntag s\\n\\nm\\n%s\\nx\\n' \
        '-----BEGIN SSH SIGNATURE-----' > t
      git update-ref refs/tags/s $(git hash-object -t tag -w --literally t); rm t
      """)
    #expect(code { _ = try repository.tag("light") } == .invalid)
    #expect(try repository.tag("none") == nil)
    let signed = try #require(try repository.tag("s"))
    #expect(signed.isSigned && signed.tagger == nil)
    #expect(try repository.tags().map(\.name) == ["s", "v/1"])
    #expect(
      try folder.shell("git -C r tag -l --format='%(taggername) %(subject)' v/1")
        == "Ann Release")
  }
}
