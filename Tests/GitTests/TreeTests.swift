import Foundation
import Git
import Testing

@Suite struct TreeTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test(arguments: 0..<4) func agreesWithAModel(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    let repository = try folder.repository()
    let names = ["a", "a-", "a.b", "a0", "b", "ü"]
    let folders = ["", "x/", "x/y/", "x-/", "x/y/z/", "y/"]
    let paths = folders.flatMap { folder in names.map { folder + $0 } }
    let blobs = try (0..<4).map { try repository.write(blob: [UInt8($0)]) }
    var model: [String: Entry] = [:]
    var tree = try repository.tree(nil, changing: [])
    for _ in 0..<60 {
      var changes: [(path: String, entry: Entry?)] = []
      var expected = model
      for path in paths.shuffled(using: &random).prefix(Int.random(in: 0...8, using: &random)) {
        let mode = [Entry.Mode.file, .executable, .link].randomElement(using: &random) ?? .file
        let entry: Entry? =
          Bool.random(using: &random)
          ? Entry(mode: mode, id: blobs.randomElement(using: &random) ?? .zero) : nil
        changes.append((path, entry))
        expected[path] = entry
      }
      let new = try repository.tree(tree, changing: changes)
      let listed = try repository.files(under: "", in: new)
      #expect(
        listed.map(\.path)
          == expected.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
      #expect(listed.allSatisfy { expected[$0.path] == $0.entry })
      try check(repository.changes(from: tree, to: new), model, expected)
      try check(repository.changes(from: nil, to: new), [:], expected)
      for path in paths { #expect(try repository.entry(at: path, in: new) == expected[path]) }
      (tree, model) = (new, expected)
    }
    #expect(
      try folder.shell("git -C r fsck --strict --no-dangling")
        == "notice: HEAD points to an unborn branch (main)\nnotice: No default references")
    let none = model.keys.map { (path: $0, entry: nil as Entry?) }
    #expect(try repository.tree(tree, changing: none) == repository.tree(nil, changing: []))
  }

  private func check(
    _ changes: [PathChange], _ old: [String: Entry], _ new: [String: Entry]
  ) throws {
    let expected = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    #expect(Set(changes.compactMap(\.text)) == expected && changes.count == expected.count)
    for change in changes {
      let path = try #require(change.text)
      #expect(change.before == old[path] && change.after == new[path])
    }
    let paths = changes.map(\.path)
    #expect(paths == paths.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func showsAFileThatBecameAFolder() throws {
    let repository = try folder.repository()
    let blob = try repository.write(blob: [1])
    let entry = Entry(mode: .file, id: blob)
    let file = try repository.tree(nil, changing: [("a", entry), ("a-b", entry)])
    let tree = try repository.tree(nil, changing: [("a/x", entry), ("a-b", entry), ("a/y", entry)])
    #expect(try repository.changes(from: file, to: tree).map(\.text) == ["a", "a/x", "a/y"])
    #expect(try repository.changes(from: tree, to: file).map(\.text) == ["a", "a/x", "a/y"])
    #expect(try repository.changes(from: tree, to: tree).isEmpty)
    #expect(code { _ = try repository.tree(file, changing: [("a/x", entry)]) } == .invalid)
    #expect(code { _ = try repository.tree(tree, changing: [("a", entry)]) } == .invalid)
    #expect(
      code { _ = try repository.tree(nil, changing: [("a", entry), ("a", nil)]) } == .invalid)
    #expect(try repository.tree(file, changing: [("a/x", nil), ("n/o", nil)]) == file)
    #expect(try repository.entry(at: "", in: tree)?.mode == .folder)
    #expect(try repository.entry(at: "a", in: tree)?.mode == .folder)
    #expect(try repository.entry(at: "a/x/y", in: tree) == nil)
    #expect(try repository.files(under: "a", in: tree).map(\.path) == ["a/x", "a/y"])
    #expect(try repository.files(under: "a-b", in: tree).isEmpty)
    #expect(try repository.files(under: "none", in: tree).isEmpty)
    #expect(
      try repository.entries(of: tree).map { String(decoding: $0.name, as: UTF8.self) }
        == ["a-b", "a"])
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "..", "a/./b", "a/../b", "a\\b", "a\nb", "a\u{1b}b", "a\0b",
    ".git", ".GIT/config", "a/.Git/x", "git~1", "GIT~1/x", ".git ", ".git.", ".g\u{200c}it",
    ".git::$INDEX_ALLOCATION", ".git...", "\u{200d}", String(repeating: "x", count: 256),
    String(repeating: "x/", count: 3000) + "x",
  ])
  func refusesUnsafePaths(_ path: String) throws {
    let repository = try folder.repository()
    let entry = Entry(mode: .file, id: try repository.write(blob: []))
    #expect(code { _ = try repository.tree(nil, changing: [(path, entry)]) } == .invalid)
    #expect(code { try repository.stage(path, id: entry.id) } == .invalid)
  }

  @Test(arguments: [".gitignore", "a/.gitkeep", "x y", "é/…", "git", "a.git", "..a", "a.."])
  func takesOtherPaths(_ path: String) throws {
    let repository = try folder.repository()
    let entry = Entry(mode: .file, id: try repository.write(blob: []))
    let tree = try repository.tree(nil, changing: [(path, entry)])
    #expect(try repository.entry(at: path, in: tree) == entry)
  }

  @Test func refusesAbsentBlobs() throws {
    let repository = try folder.repository()
    let entry = Entry(mode: .file, id: try repository.hashFile([1]))
    #expect(code { _ = try repository.tree(nil, changing: [("a", entry)]) } != nil)
  }

  @Test func readsForeignTrees() throws {
    let repository = try folder.repository()
    try repository.write(blob: []).description.write(
      toFile: "\(folder.path)/id", atomically: true, encoding: .utf8)
    func store(_ names: String...) throws -> ObjectID {
      let entries = names.map {
        "printf '\($0)\\0'; cat id | xxd -r -p"
      }
      return try .of(
        folder.shell(
          "{ \(entries.joined(separator: "; ")); } > t\n"
            + "git -C r hash-object -t tree -w --literally ../t"))
    }
    let odd = try store("100644 a", "100664 b", "100644 \\377", "160000 \\377s")
    let entries = try repository.entries(of: odd)
    #expect(entries.map(\.entry.mode) == [.file, .other(0o100664), .file, .submodule])
    #expect(entries[2].name == [0xff])
    #expect(try repository.files(under: "", in: odd).map(\.path) == ["a", "b"])
    #expect(try repository.changes(from: nil, to: odd).map(\.text) == ["a", "b", nil, nil])
    for names in [
      ["100644 b", "100644 a"], ["100644 a", "100644 a"], ["100644 a/b"], ["100644 "],
      ["1006x4 a"], ["100644"], ["77777777777777 a"],
    ] {
      let entries = names.map { "printf '\($0)\\0'; cat id | xxd -r -p" }.joined(separator: "; ")
      let tree = try ObjectID.of(
        folder.shell("{ \(entries); } > t; git -C r hash-object -t tree -w --literally ../t"))
      #expect(code { _ = try repository.changes(from: nil, to: tree) } == .invalid)
      #expect(code { _ = try repository.changes(from: odd, to: tree) } == .invalid)
      #expect(code { _ = try repository.entries(of: tree) } == .invalid)
    }
    let cut = try ObjectID.of(
      folder.shell("printf '100644 a\\0abc' > t; git -C r hash-object -t tree -w --literally ../t"))
    #expect(code { _ = try repository.changes(from: nil, to: cut) } == .invalid)
  }

  @Test func staysWithinBounds() throws {
    let repository = try folder.repository()
    let entry = Entry(mode: .file, id: try repository.write(blob: []))
    var tree = try repository.tree(nil, changing: (0..<50).map { ("\($0)", entry) })
    for _ in 0..<6 {
      let folder = Entry(mode: .folder, id: tree)
      tree = try repository.tree(nil, changing: (0..<50).map { ("\($0)", folder) })
    }
    #expect(code { _ = try repository.changes(from: nil, to: tree) } == .tooLarge)
  }

  @Test func agreesWithGit() throws {
    let repository = try folder.repository()
    try folder.shell(
      """
      cd r; mkdir -p a/b c; echo 1 > a/b/f; echo 2 > c/g; echo 3 > h; ln -s h l
      git add -A; git commit -qm 1; chmod +x h; rm -r c; echo x > c; rm l; mkdir l; echo > l/m
      echo 9 > a/n; git add -A; git commit -qm 2
      """)
    let (first, second) = (repository.resolve("main~1"), repository.resolve("main"))
    let old = try repository.commit(#require(first)).tree
    let new = try repository.commit(#require(second)).tree
    let lines = try repository.changes(from: old, to: new).map { change in
      "\(change.before?.id ?? .zero) \(change.after?.id ?? .zero) \(change.text ?? "")"
    }
    let git = try folder.shell(
      "git -C r diff-tree -r --no-renames main~1 main | sed 's/^:[0-9]* [0-9]* //; s/ [ADMT]\\t/ /'"
    )
    #expect(lines.joined(separator: "\n") == git)
  }
}
