import Foundation
import Git
import Testing

@Suite struct HistoryTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func walksALine() throws {
    let repository = try folder.repository()
    var line = [try repository.commit(["a": "0"])]
    for number in 1..<20 {
      // Dates that run backward must not matter.
      line.append(
        try repository.commit(
          ["a": "\(number)"], parents: [line[number - 1]], seconds: Int64(1000 - number * 50)))
    }
    for firstParent in [true, false] {
      #expect(try repository.walk(from: line[19], hiding: nil, firstParent: firstParent) == line)
      #expect(
        try repository.walk(from: line[19], hiding: line[4], firstParent: firstParent)
          == Array(line[5...]))
      #expect(
        try repository.walk(from: line[4], hiding: line[19], firstParent: firstParent).isEmpty)
      #expect(
        try repository.walk(from: line[4], hiding: line[4], firstParent: firstParent).isEmpty)
    }
    let blob = try repository.write(blob: [])
    #expect(
      code { _ = try repository.walk(from: blob, hiding: nil, firstParent: true) }
        == .notFound)
  }

  @Test(arguments: 0..<6) func agreesWithGit(_ seed: UInt64) throws {
    var random = Seeded(state: seed)
    let repository = try folder.repository()
    var all: [ObjectID] = []
    for number in 0..<40 {
      let count = number == 0 ? 0 : [0, 1, 1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1
      let parents = Array(Set(all.shuffled(using: &random).prefix(count)))
      all.append(
        try repository.commit(
          ["a": "\(number)"], parents: parents, seconds: Int64.random(in: 0...5, using: &random)))
    }
    for _ in 0..<12 {
      let (a, b) = (try #require(all.randomElement(using: &random)), all[20])
      let listed = try repository.walk(from: a, hiding: b, firstParent: false)
      let expected = try folder.shell("git -C r rev-list \(a) ^\(b)").split(separator: "\n")
      #expect(Set(listed.map(\.description)) == Set(expected.map(String.init)))
      #expect(Set(listed).count == listed.count)
      var before: Set<ObjectID> = []
      for id in listed {
        let parents = try repository.commit(id).parents
        #expect(parents.allSatisfy { !listed.contains($0) || before.contains($0) })
        before.insert(id)
      }
      let line = try repository.walk(from: a, hiding: b, firstParent: true)
      let expectedLine = try folder.shell(
        "git -C r rev-list --first-parent \(a) > line; git -C r rev-list \(b) > hidden\n"
          + "tac line | grep -vxFf hidden || true")
      #expect(line.map(\.description) == expectedLine.split(separator: "\n").map(String.init))
      let isAncestor =
        try folder.shell(
          "git -C r merge-base --is-ancestor \(a) \(b) && echo yes || echo no") == "yes"
      #expect(try repository.isAncestor(a, of: b) == isAncestor)
      let bases = try folder.shell("git -C r merge-base --all \(a) \(b) || true")
      if let base = try repository.commonAncestor(a, b) {
        #expect(bases.contains(base.description))
      } else {
        #expect(bases == "")
      }
    }
    #expect(try repository.isAncestor(all[3], of: all[3]))
    let blob = try repository.write(blob: [])
    #expect(code { _ = try repository.isAncestor(blob, of: all[3]) } == .notFound)
  }
}
