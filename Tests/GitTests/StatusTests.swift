import Foundation
import Git
import Testing

@Suite struct StatusTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func lines(_ changes: [WorkTreeChange]) -> [String] {
    changes.map { "\($0.kind) \($0.path)" }
  }

  @Test func listsWhatDiffers() throws {
    let repository = try folder.repository()
    try folder.shell(
      """
      cd r; mkdir -p a/b c ax; for f in a/1 a/2 a/3 a/4 a/5 a/b/6 c/7 ax/8; do echo $f > $f; done
      echo 'a/*.tmp' > .gitignore; git add -A; git commit -qm 1
      echo x > a/1; rm a/2; git rm -q a/3; git rm -q --cached a/4; rm a/5; ln -s 1 a/5
      echo n > a/b/new; echo n > a/staged; git add a/staged; echo n > a/x.tmp; echo n > c/n
      mkdir -p 'ü'; echo > 'ü/é'; echo n > ax/n
      """)
    #expect(
      try lines(repository.workTreeChanges(under: ["a"])) == [
        "modified a/1", "deleted a/2", "deleted a/3", "modified a/4", "typeChanged a/5",
        "added a/b/new", "added a/staged",
      ])
    #expect(
      try lines(repository.workTreeChanges(under: ["a/b/", "c/n"]))
        == ["added a/b/new", "added c/n"])
    #expect(try lines(repository.workTreeChanges(under: ["none", "*"])) == [])
    #expect(try repository.workTreeChanges(under: []).count == 10)
    #expect(try lines(repository.workTreeChanges(under: ["ü"])) == ["added ü/é"])
  }

  @Test func knowsAnUnbornBranch() throws {
    let repository = try folder.repository()
    try folder.write("x", to: "r/a")
    #expect(try lines(repository.workTreeChanges(under: [])) == ["added a"])
  }

  @Test(arguments: ["", "core.checkStat minimal", "core.trustctime false"])
  func findsWhatTimesDoNotShow(_ setting: String) throws {
    let repository = try folder.repository()
    if !setting.isEmpty { try folder.shell("git -C r config \(setting)") }
    var last = try repository.commit(["a/f": "0000"])
    try repository.move("refs/heads/main", from: nil, to: last, because: "x")
    for number in 1...100 {
      let text = String(1_000 + number)
      try folder.write(text, to: "r/a/f")
      let new = try repository.commit(["a/f": text], parents: [last])
      try repository.move("refs/heads/main", from: last, to: new, because: "x")
      try repository.stage("a/f", id: repository.write(blob: Array(text.utf8)))
      #expect(try repository.workTreeChanges(under: ["a"]).isEmpty)
      let reference = number % 2 == 0 ? ".git/index" : "a/f"
      try folder.shell(
        """
        cd r; touch -r \(reference) ../mark; printf %s \(9_999 - number) > a/f
        touch -r ../mark a/f
        """)
      #expect(try lines(repository.workTreeChanges(under: ["a"])) == ["modified a/f"])
      if number % 10 == 0 {
        #expect(try folder.shell("git -C r status --porcelain") == " M a/f")
      }
      last = new
    }
  }

  @Test func findsItAfterGitsOwnAdd() throws {
    let repository = try folder.repository()
    try folder.shell("git -C r config core.trustctime false")
    var found = 0
    for number in 0..<20 {
      try folder.shell(
        """
        cd r; printf %s \(1_000 + number) > f; git add f; git commit -qm x
        touch -r f ../mark; printf %s \(9_999 - number) > f; touch -r ../mark f
        """)
      // Past the second even git can't see it; the loop is quick enough for nearly all.
      let git = try folder.shell("git -C r diff-files --name-only") == "f"
      let changed = try lines(repository.workTreeChanges(under: ["f"])) == ["modified f"]
      #expect(changed || !git)
      if changed { found += 1 }
    }
    #expect(found > 0)
  }
}
