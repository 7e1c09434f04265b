import Editorial
import Newsroom
import TestSupport
import Testing

/// Outlets show what they say they show, and nothing that was taken back.
@Suite struct OutletTests {
  @Test func `a withdrawal reaches an outlet with the edition that it shows, and no newer one`()
    async throws
  {
    let shore = try await Shore()
    for slug in ["ferry", "tolls", "keeper"] {
      try await shore.tide.story(slug, in: "published")
    }
    try await shore.tide.must("stet release first --export", as: "mei-tan")
    try await shore.tide.story("late", in: "published")
    try await shore.tide.must("stet release second", as: "mei-tan")
    try await shore.withdraw("ferry")
    try await shore.pull("tolls")

    let newsroom = try Newsroom.open(containing: shore.tide.path, Self.circumstances())
    let outcomes = await newsroom.withdrawFromOutlets()
    let states = try newsroom.outletStates()

    #expect(outcomes.map(\.isDone) == [true])
    #expect(outcomes.first?.release == "first")
    let page = try shore.page("ferry")
    #expect(page.contains("It was wrong.") && !page.contains("The first words of ferry"))
    #expect(throws: (any Error).self) { try shore.page("tolls") }
    #expect(throws: (any Error).self) { try shore.page("late") }
    #expect(try shore.page("keeper").contains("The first words of keeper."))
    #expect(try shore.stamp().first == "first")
    let state = try #require(states.first)
    #expect(state.release == "first" && state.isHere && state.machine == "desk")
    #expect(Set(state.withdrawn.map { $0.split(separator: " ").last }) == ["withdrawn", "pulled"])
    #expect(state.tip == (try await shore.tip()))
    #expect(try shore.stamp().dropFirst(2).elementsEqual(state.withdrawn))
    #expect(state.by == "mei-tan")
  }

  @Test func `an outlet without a folder, or without an edition, has nothing to take down`()
    async throws
  {
    let shore = try await Shore()
    let newsroom = try Newsroom.open(containing: shore.tide.path, Self.circumstances())
    let outcomes = await newsroom.withdrawFromOutlets()
    #expect(outcomes.isEmpty)
  }

  @Test func `a withdrawal that does not reach readers says so`() async throws {
    let shore = try await Shore()
    try await shore.tide.story("ferry", in: "published")
    try await shore.tide.must("stet release --export", as: "mei-tan")
    try await shore.withdraw("ferry")
    try await shore.tide.must("chmod a-w ../web")
    let newsroom = try Newsroom.open(containing: shore.tide.path, Self.circumstances())

    let refused = await newsroom.withdrawFromOutlets()
    try await shore.tide.must("chmod u+w ../web; stet outlet web --after 'exit 7'")
    let unsent = await newsroom.withdrawFromOutlets()
    let past = try newsroom.history(of: "web", on: "desk", limit: 10).map(\.result)

    guard case .failed(let problem, _)? = refused.first?.result else {
      Issue.record("\(refused)")
      return
    }
    #expect(problem.hasSuffix("is read-only"))
    #expect(unsent.first?.result == .notUploaded("`exit 7` ended with 7"))
    #expect(past == [.notUploaded, .failed, .done])
  }

  @Test func `words that were taken back do not return with an older edition`() async throws {
    let shore = try await Shore()
    for slug in ["ferry", "tolls"] { try await shore.tide.story(slug, in: "published") }
    try await shore.tide.must("stet release first", as: "mei-tan")
    // One was retracted and one pulled, and both are out again in other words.
    try await shore.withdraw("ferry")
    try await shore.put("ferry", version: 2)
    try await shore.pull("tolls")
    try await shore.put("tolls", version: 2)

    try await shore.tide.must("stet export --release first --out ../web site text")

    for slug in ["ferry", "tolls"] {
      let page = try shore.page(slug)
      #expect(page.contains("Words of version 2.") && !page.contains("The first words"), "\(slug)")
    }
    try await shore.tide.must("stet export --release first --as-released --out ../was")
    let was = try shore.tide.bench.text("was/2026/11/24/ferry.html")
    #expect(was.contains("The first words of ferry."))
  }

  @Test func `an update that was pulled gives way to the version before it`() async throws {
    let shore = try await Shore()
    try await shore.tide.story("ferry", in: "published")
    try await shore.put("ferry", version: 2)
    try await shore.put("ferry", version: 3, kind: "update")
    let newer = try await shore.tip()
    try await shore.tide.must(
      "git tag -a second live -m 'second\n\nStet-Made-With: stet 0.1.0'",
      ["GIT_COMMITTER_NAME": "Mei", "GIT_COMMITTER_EMAIL": "mei-tan@newsroom.invalid"])
    try await shore.put("ferry", version: 2)

    try await shore.tide.must("stet export --out ../web")

    #expect(try shore.page("ferry").contains("Words of version 2."))
    #expect(try shore.stamp().last?.hasSuffix(" pulled") == true)
    let newsroom = try Newsroom.open(containing: shore.tide.path, Self.circumstances())
    let list = try newsroom.changes(since: newer, to: try await shore.tip())
    #expect(list.groups.mapValues { $0.map(\.version) } == [.updated: [2]])
  }

  @Test func `an edition lists what differs from the one before it`() async throws {
    let shore = try await Shore()
    for slug in ["ferry", "tolls", "keeper", "seal"] {
      try await shore.tide.story(slug, in: "published")
    }
    let first = try await shore.tip()
    for slug in ["late", "passing"] { try await shore.tide.story(slug) }
    try await shore.pull("tolls")
    try await shore.put("late", version: 1)
    try await shore.pull("late")
    try await shore.put("late", version: 2)
    try await shore.put("passing", version: 1)
    try await shore.pull("passing")
    try await shore.put("keeper", version: 2, kind: "correction")
    try await shore.withdraw("ferry")
    let second = try await shore.tip()
    try await shore.put("ferry", version: 2, kind: "update")
    let third = try await shore.tip()

    let newsroom = try Newsroom.open(containing: shore.tide.path, Self.circumstances())
    let list = try newsroom.changes(since: first, to: second)
    let after = try newsroom.changes(since: second, to: third)

    #expect(list[.new].map(\.slug) == ["late"])
    #expect(list[.corrected].map(\.slug) == ["keeper"])
    #expect(Set(list[.withdrawn].map(\.slug)) == ["ferry", "tolls"])
    let pulled = list[.withdrawn].first { $0.slug == "tolls" }
    #expect(pulled?.headline == "Tolls" && pulled?.version == 1)
    #expect(list.summary == "1 new, 1 corrected, 2 withdrawn")
    #expect(after.groups.mapValues { $0.map(\.slug) } == [.new: ["ferry"]])
  }

  private static func circumstances() throws -> Circumstances {
    Circumstances(
      now: try #require(Moment("2026-11-24T09:00:00Z")), person: "mei-tan",
      environment: ["PATH": "/usr/bin:/bin", "STET_NOW": "2026-11-24T09:00:00Z"])
  }
}
