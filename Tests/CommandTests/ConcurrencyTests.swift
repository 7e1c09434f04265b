import TestSupport
import Testing

/// Several people at one newsroom: one after the other, none lost.
@Suite struct ConcurrencyTests {
  @Test func `four processes make fifty moves each, and none is lost`() async throws {
    let tide = try await Tide()
    for desk in 0..<4 { try await tide.story("story-\(desk)") }
    let before = try await tide.must("git rev-list --count main")

    let failures = try await withThrowingTaskGroup(of: [Ran].self) { group in
      for desk in 0..<4 {
        group.addTask {
          var failed: [Ran] = []
          for round in 0..<50 {
            let move = round % 2 == 0 ? "submit" : "recall"
            let ran = try await tide.run("stet \(move) story-\(desk)", as: "ana-costa")
            if ran.status != 0 { failed.append(ran) }
          }
          return failed
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }

    #expect(failures.isEmpty, "\(failures.first?.description ?? "")")
    let after = try await tide.must("git rev-list --count main")
    #expect(Int(after) == (Int(before) ?? 0) + 200)
    #expect(try await tide.stages().values.allSatisfy { $0 == "draft" })
    #expect(try await tide.must("git status --short") == "")
    #expect(try await tide.run("git fsck --full --strict").status == 0)
    let proof = try await tide.run("stet verify")
    #expect(proof.status == 0, "\(proof)")
    #expect(proof.output.contains("200 moves"), "\(proof)")
  }

  @Test func `moves go on beside people who commit with plain git`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try await tide.story("other")

    async let moves: [Ran] = {
      var refused: [Ran] = []
      for round in 0..<30 {
        let move = round % 2 == 0 ? "submit" : "recall"
        var ran = try await tide.run("stet \(move) tolls", as: "ana-costa")
        // Another program holds git's lock for a moment: that is said, and the second try goes.
        for _ in 0..<5 where ran.status == 4 {
          ran = try await tide.run("stet \(move) tolls", as: "ana-costa")
        }
        if ran.status != 0 { refused.append(ran) }
      }
      return refused
    }()
    async let commits: Int = {
      var made = 0
      for round in 0..<30 {
        let ran = try await tide.run(
          """
          echo 'Line \(round).' >> \(Tide.file("other"))
          git -c user.name=Ana -c user.email=ana@tide.example commit -qm 'A line' \
          -- \(Tide.file("other"))
          """)
        made += ran.status == 0 ? 1 : 0
      }
      return made
    }()

    let (refused, made) = try await (moves, commits)
    #expect(refused.isEmpty, "\(refused.first?.description ?? "")")
    #expect(made > 0)
    try await tide.must("stet save", as: "ana-costa")
    #expect(try await tide.stages()["tolls"] == "draft")
    #expect(try await tide.run("stet verify").status == 0)
    let body = try tide.bench.text("tide/\(Tide.file("other"))")
    #expect((0..<30).allSatisfy { body.contains("Line \($0).\n") })
  }

  @Test func `one of two approvals of the same story at once is the first`() async throws {
    let tide = try await Tide()
    for round in 0..<6 {
      try await tide.story("race-\(round)", in: "edit")
      async let left = tide.run("stet approve race-\(round)", as: "george-hall")
      async let right = tide.run("stet spike race-\(round)", as: "mei-tan")
      let (approve, spike) = try await (left, right)
      // Approved first, it can still be spiked; spiked first, it can't be approved.
      #expect(spike.status == 0, "\(spike)")
      #expect([0, 2].contains(approve.status), "\(approve)")
    }
    #expect(try await tide.run("stet verify").status == 0)
  }
}
