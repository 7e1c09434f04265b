import Foundation
import Git
import Testing

@Suite struct ReferenceTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func movesOnlyFromWhatWasRead() throws {
    let repository = try folder.repository()
    let one = try repository.commit(["a": "1"])
    let two = try repository.commit(["a": "2"], parents: [one])
    let main = "refs/heads/main"
    #expect(try repository.target(of: main) == nil)
    #expect(try repository.target(of: "HEAD") == nil)
    #expect(code { try repository.move(main, from: one, to: two, because: "x") } == .moved)
    try repository.move(main, from: nil, to: one, because: "first")
    #expect(code { try repository.move(main, from: nil, to: two, because: "x") } == .moved)
    #expect(code { try repository.move(main, from: two, to: one, because: "x") } == nil)
    #expect(try repository.target(of: main) == one)
    try repository.move(main, from: one, to: two, because: "second")
    #expect(code { try repository.move(main, from: one, to: one, because: "x") } == .moved)
    #expect(try repository.target(of: "HEAD") == two)
    #expect(try folder.shell("git -C r reflog --format=%gs HEAD") == "second\nfirst")
    let absent = try ObjectID.of(String(repeating: "7", count: 40))
    #expect(code { try repository.move(main, from: two, to: absent, because: "x") } != nil)
    #expect(try repository.target(of: main) == two)
  }

  @Test(arguments: ["HEAD", "main", "refs/heads/a b", "refs/heads/../x", "refs/heads/x\0y", ""])
  func refusesNames(_ name: String) throws {
    let repository = try folder.repository()
    let tip = try repository.commit(["a": "1"])
    #expect(code { try repository.move(name, from: nil, to: tip, because: "x") } == .invalid)
    #expect(code { try repository.delete(name, from: tip) } == .invalid)
  }

  @Test func namesALock() throws {
    let repository = try folder.repository()
    let tip = try repository.commit(["a": "1"])
    try folder.write("", to: "r/.git/refs/heads/main.lock")
    #expect(
      code { try repository.move("refs/heads/main", from: nil, to: tip, because: "x") }
        == .locked)
  }

  @Test func deletesOnlyWhatWasRead() throws {
    let repository = try folder.repository()
    let one = try repository.commit(["a": "1"])
    let two = try repository.commit(["a": "2"])
    try repository.move("refs/heads/x", from: nil, to: one, because: "x")
    #expect(code { try repository.delete("refs/heads/x", from: two) } == .moved)
    try folder.shell("git -C r pack-refs --all")
    try repository.delete("refs/heads/x", from: one)
    #expect(try repository.target(of: "refs/heads/x") == nil)
    #expect(code { try repository.delete("refs/heads/x", from: one) } == .moved)
  }

  @Test func listsByPrefix() throws {
    let repository = try folder.repository()
    let tip = try repository.commit(["a": "1"])
    for name in ["heads/main", "heads/a-b", "heads/a/b", "tags/v1", "stet/x/y"] {
      try repository.move("refs/\(name)", from: nil, to: tip, because: "x")
    }
    try folder.shell(
      """
      git -C r pack-refs --all
      git -C r symbolic-ref refs/stet/sym refs/heads/main
      git -C r symbolic-ref refs/stet/dangling refs/heads/none
      """)
    try repository.move("refs/stet/z", from: nil, to: tip, because: "x")
    #expect(
      try repository.references(prefix: "refs/heads/").map(\.name)
        == ["refs/heads/a-b", "refs/heads/a/b", "refs/heads/main"])
    #expect(
      try repository.references(prefix: "refs/stet/").map(\.name)
        == ["refs/stet/sym", "refs/stet/x/y", "refs/stet/z"])
    #expect(try repository.references(prefix: "").count == 7)
    #expect(try repository.references(prefix: "refs/none").isEmpty)
    #expect(try repository.references(prefix: "refs/").allSatisfy { $0.id == tip })
    #expect(code { _ = try repository.references(prefix: "refs/*") } == .invalid)
  }

  @Test func letsOneOfManyWin() async throws {
    let repository = try folder.repository()
    let tips = try (0..<8).map { try repository.commit(["a": "\($0)"]) }
    let path = folder.path
    for round in 0..<20 {
      let winners = try await withThrowingTaskGroup(of: ObjectID?.self) { group in
        for tip in tips {
          group.addTask {
            let repository = try Repository(containing: "\(path)/r")
            let failure = code {
              try repository.move("refs/heads/\(round)", from: nil, to: tip, because: "x")
            }
            guard let failure else { return tip }
            guard failure == .moved || failure == .locked else {
              throw Failure(text: "\(failure)")
            }
            return nil
          }
        }
        var winners: [ObjectID] = []
        for try await tip in group { if let tip { winners.append(tip) } }
        return winners
      }
      #expect(winners.count == 1)
      #expect(try repository.target(of: "refs/heads/\(round)") == winners.first)
    }
  }

  @Test func resolvesRevisions() throws {
    let repository = try folder.repository()
    let one = try repository.commit(["a": "1"])
    let two = try repository.commit(["a": "2"], parents: [one])
    try repository.move("refs/heads/main", from: nil, to: two, because: "x")
    _ = try repository.createTag("v1", target: one, tagger: ann, message: "m")
    #expect(repository.resolve("main") == two)
    #expect(repository.resolve("main~1") == one)
    #expect(repository.resolve("v1") == one)
    #expect(repository.resolve(String(two.description.prefix(9))) == two)
    for text in ["none", "main:a", "main~9", "", "a\0b", "main^{tree}"] {
      #expect(repository.resolve(text) == nil)
    }
  }
}
