import Git
import Testing

@Suite struct MemoryTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func leavesTheRepositoryAsItIs() throws {
    let writer = try folder.repository()
    let root = try writer.commit(["a/b": "1"])
    try folder.shell("cd r; find .git -type f -exec sha256sum {} + | sort > ../before")
    try folder.shell("cd r; find .git -type d | sort > ../folders")
    let repository = try Repository(containing: "\(folder.path)/r")
    try repository.useMemory()
    let tip = try repository.commit(["a/c": "2"], parents: [root])
    #expect(try repository.commit(tip).parents == [root])
    let tree = try repository.commit(tip).tree
    #expect(try repository.files(under: "", in: tree).map(\.path) == ["a/b", "a/c"])
    #expect(try repository.walk(from: tip, hiding: nil, firstParent: false) == [root, tip])
    #expect(try repository.isAncestor(root, of: tip))
    let entry = try #require(try repository.entry(at: "a/c", in: tree))
    #expect(try repository.blob(entry.id, limit: 9) == [0x32])
    #expect(try repository.size(ofBlob: entry.id) == 1)
    #expect(repository.exists(tip) && !writer.exists(tip))
    try folder.shell(
      """
      cd r; find .git -type f -exec sha256sum {} + | sort | cmp - ../before
      find .git -type d | sort | cmp - ../folders
      """)
  }
}
