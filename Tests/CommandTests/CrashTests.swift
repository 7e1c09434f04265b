import Foundation
import TestSupport
import Testing

/// A stet that is killed at any moment leaves what was acknowledged, and nothing for people to clear.
@Suite struct CrashTests {
  @Test(arguments: [1, 2])
  func `a hundred kills lose nothing that was acknowledged`(seed: UInt64) async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    var random = Seeded(seed)
    var isInEdit = false
    var killed = 0

    for round in 0..<100 {
      let move = isInEdit ? "recall" : "submit"
      let delay = Duration.milliseconds(Int.random(in: 2...110, using: &random))
      let ran = try await tide.run("exec stet \(move) tolls", as: "ana-costa", killedAfter: delay)
      killed += ran.status == -9 ? 1 : 0

      // The next command works without help, and says where the story is.
      let stages = try await tide.stages()
      let moved = stages["tolls"] == (isInEdit ? "draft" : "edit")
      #expect(stages.count == 1, "seed \(seed), round \(round)")
      #expect(ran.status != 0 || moved, "seed \(seed), round \(round): \(move) was lost")
      if moved { isInEdit.toggle() }
      if round % 20 == 19 {
        #expect(try await tide.must("git status --short") == "", "seed \(seed), round \(round)")
      }
    }

    #expect(killed > 20, "the kills came too late to say anything")
    let fsck = try await tide.run("git fsck --full --strict")
    #expect(fsck.status == 0, "\(fsck)")
    #expect(try await tide.run("stet verify").status == 0)
    #expect(try await tide.run("stet doctor").status == 0)
  }

  @Test func `locks that a dead stet's record names are removed, and its files brought along`()
    async throws
  {
    let tide = try await Tide()
    try await tide.story("tolls")
    let old = try await tide.must("git rev-parse HEAD:\(Tide.file("tolls")) HEAD")
    let parts = old.split(separator: "\n").map(String.init)
    try await tide.must("stet submit tolls", as: "ana-costa")
    let new = try await tide.must("git rev-parse HEAD:\(Tide.file("tolls")) HEAD")
    let after = new.split(separator: "\n").map(String.init)
    // As if it had been killed right after main moved: file and index are of before.
    try await tide.must(
      """
      git cat-file blob \(parts[0]) > \(Tide.file("tolls"))
      git update-index --cacheinfo 100644,\(parts[0]),\(Tide.file("tolls"))
      touch .git/refs/heads/main.lock .git/refs/heads/live.lock .git/index.lock
      """)
    try tide.bench.write(
      """
      {"pid":4194304,"boot":"another","main":"\(after[1])",\
      "references":["refs/heads/main","refs/heads/live"],\
      "files":[{"path":"\(Tide.file("tolls"))","old":"\(parts[0])","new":"\(after[0])"}]}
      """, to: "tide/.git/stet/pending")

    let ran = try await tide.run("stet approve tolls", as: "george-hall")

    #expect(ran.status == 0, "\(ran)")
    #expect(try await tide.must("git status --short; ls .git/stet/pending || true") == "")
  }

  @Test func `a lock of somebody else's is waited for and named`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try await tide.must("touch .git/refs/heads/main.lock")

    let ran = try await tide.run("stet submit tolls", as: "ana-costa")

    #expect(ran.status == 4, "\(ran)")
    #expect(ran.error.contains("main.lock"), "\(ran)")
    try await tide.must("rm .git/refs/heads/main.lock; stet submit tolls", as: "ana-costa")
  }

  @Test func `a lock on git's index stops a change before anything moves`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    let before = try await tide.must("git rev-parse main")
    try await tide.must("touch .git/index.lock")

    let ran = try await tide.run("stet submit tolls", as: "ana-costa")

    #expect(ran.status == 4, "\(ran)")
    #expect(try await tide.must("git rev-parse main") == before)
    try await tide.must("rm .git/index.lock; stet submit tolls", as: "ana-costa")
    #expect(try await tide.must("git status --short") == "")
  }

  @Test(arguments: ["list", "status", "show tolls", "approve tolls --dry-run", "release"])
  func `live that is behind is mended forward by the next command`(next: String) async throws {
    let tide = try await Tide()
    try await tide.story("tolls", in: "review")
    let before = try await tide.must("git rev-parse live")
    try await tide.must("stet publish tolls")
    let after = try await tide.must("git rev-parse live")
    try await tide.must("git update-ref refs/heads/live \(before)")

    let verified = try await tide.run("stet verify")
    _ = try await tide.run("stet \(next)")

    #expect(verified.status == 0, "\(verified)")
    #expect(verified.output.contains("1 behind"), "\(verified)")
    #expect(try await tide.must("git rev-parse live") == after)
  }

  @Test func `unsaved words survive a crash between main and the work tree`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try await tide.must(
      """
      old=$(git rev-parse HEAD:\(Tide.file("tolls")))
      STET_AS=ana-costa stet submit tolls
      git cat-file blob $old > \(Tide.file("tolls"))
      echo 'Precious.' >> \(Tide.file("tolls"))
      """)

    try await tide.must("stet list")

    #expect(try tide.bench.text("tide/\(Tide.file("tolls"))").hasSuffix("Precious.\n"))
    let ran = try await tide.run("stet approve tolls", as: "george-hall")
    #expect(ran.status == 2, "\(ran)")
  }
}
