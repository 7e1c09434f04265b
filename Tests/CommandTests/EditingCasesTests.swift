import Foundation
import TestSupport
import Testing

/// Faults of other editorial systems that stet must not have: addresses, clocks, schedules.
@Suite struct EditingCasesTests {
  // MARK: editing-02, an address that was someone else's

  @Test func `a redirect and a notice keep their addresses for ever`() async throws {
    let tide = try await Self.newsroom()
    try await tide.publish("Fire at mill", "fire-at-mill")
    try await tide.rename("fire-at-mill", to: "mill-fire")
    try await tide.publish("Fire at mill", "fire-at-mill-2")
    try await tide.publish("Quake", "quake")
    try await tide.must("stet retract quake", as: "george-hall")
    try await tide.publish("Quake", "quake-2")

    for edition in ["first", "second"] {
      try await tide.must("stet release \(edition) --export", as: "mei-tan")
      let pages = try await tide.must("ls ../web/2026/11/24").split(separator: "\n")
      #expect(
        pages.filter { !$0.hasPrefix("more") } == [
          "fire-at-mill-2.html", "fire-at-mill.html", "mill-fire.html", "quake-2.html",
          "quake.html",
        ])
      let redirect = try tide.bench.text("web/2026/11/24/fire-at-mill.html")
      #expect(redirect.contains("mill-fire.html") && redirect.contains("http-equiv=\"refresh\""))
      let notice = try tide.bench.text("web/2026/11/24/quake.html")
      #expect(notice.contains("This article has been withdrawn."))
      #expect(notice.contains("<h1>Withdrawn</h1>"))
      let feed = try tide.bench.text("web/feed.xml")
      let guids = feed.matches(of: /<guid[^>]*>([^<]*)</).map(\.1)
      #expect(guids.count == Set(guids).count && guids.count == (edition == "first" ? 4 : 5))
      if edition == "first" { try await tide.publish("More", "more") }
    }

    let show = try await tide.must("stet show fire-at-mill")
    #expect(show.hasPrefix("fire-at-mill   Fire at mill"))
    #expect(show.contains("address       2026/11/24/mill-fire.html"), "\(show)")
    #expect(try await tide.run("stet verify").status == 0)
  }

  @Test(arguments: ["quake", "fire-at-mill", "mill-fire", "fire-at-mill-2"])
  func `an address that is taken is refused, and slug: is named`(slug: String) async throws {
    let tide = try await Self.newsroom()
    try await tide.publish("Fire at mill", "fire-at-mill")
    try await tide.rename("fire-at-mill", to: "mill-fire")
    try await tide.publish("Fire at mill", "fire-at-mill-2")
    try await tide.publish("Quake", "quake")
    try await tide.must("stet retract quake", as: "george-hall")
    try await tide.publish("Flood", "flood")
    try await tide.must(
      "stet update flood --set slug=\(slug); STET_AS=mei-tan stet approve flood", as: "george-hall")

    let refused = try await tide.run("stet publish flood", as: "mei-tan")

    #expect(refused.status == 2, "\(refused)")
    #expect(refused.error.contains("belongs to another story"), "\(refused)")
    #expect(refused.error.contains("--set slug="), "\(refused)")
    // Readers keep what they had, where they had it.
    #expect(
      try await tide.must("git show live:\(Tide.file("flood"))").contains("headline: Flood"))
  }

  @Test func `a story that goes back to its old address leaves a redirect at the other`()
    async throws
  {
    let tide = try await Self.newsroom()
    try await tide.publish("Fire at mill", "fire-at-mill")
    try await tide.rename("fire-at-mill", to: "mill-fire")
    try await tide.must(
      """
      stet update fire-at-mill --unset slug; STET_AS=mei-tan stet approve fire-at-mill
      STET_AS=mei-tan stet publish fire-at-mill --now
      """, as: "george-hall")

    #expect(try tide.bench.text("web/2026/11/24/fire-at-mill.html").contains("<h1>Fire at mill"))
    #expect(
      try tide.bench.text("web/2026/11/24/mill-fire.html").contains("../fire-at-mill.html")
        || tide.bench.text("web/2026/11/24/mill-fire.html").contains("/fire-at-mill.html"))
  }

  @Test func `a spiked story blocks nobody, and comes back beside its twin`() async throws {
    let tide = try await Self.newsroom()
    try await tide.write("Flood")
    try await tide.must("stet spike flood", as: "ana-costa")
    try await tide.publish("Flood", "flood-2")
    try await tide.must(
      """
      stet revive flood; stet submit flood; stet approve flood; STET_AS=mei-tan stet publish flood
      """, as: "george-hall")
    try await tide.must("stet release --export", as: "mei-tan")

    #expect(try await tide.must("ls ../web/2026/11/24") == "flood-2.html\nflood.html")
    #expect(try await tide.run("stet verify").status == 0)
  }

  // MARK: editing-03, a time beyond the next clock change

  @Test(arguments: [
    Typed("2027-10-29T12:00:00Z", "2027-11-01 06:00", "2027-11-01T06:00:00Z"),
    Typed("2027-10-29T12:00:00Z", "06:00", "2027-10-30T05:00:00Z"),
    Typed("2027-10-31T00:10:00Z", "06:00", "2027-10-31T06:00:00Z"),
    Typed("2027-03-27T12:00:00Z", "2027-03-28 06:00", "2027-03-28T05:00:00Z"),
    Typed("2027-03-27T12:00:00Z", "2027-03-28 01:30", nil),
    Typed("2027-03-27T12:00:00Z", "01:30", nil),
    Typed("2027-03-27T12:00:00Z", "2027-03-28T01:30:00Z", "2027-03-28T01:30:00Z"),
    Typed("2027-10-30T12:00:00Z", "2027-10-31 01:30", "2027-10-31T00:30:00Z"),
    Typed("2027-10-30T12:00:00Z", "2027-10-31T01:30+00:00", "2027-10-31T01:30:00Z"),
    Typed("2027-10-30T12:00:00Z", "2027-02-30 06:00", nil),
    Typed("2027-10-30T12:00:00Z", "2027-10-29 06:00", nil),
  ])
  func `a typed time is the newsroom's, by the clocks of its own day`(typed: Typed) async throws {
    let tide = try await Tide()
    try await tide.story("keeper", in: "review")

    let schedule = try await tide.run(
      "stet schedule keeper --at '\(typed.text)'", as: "mei-tan", at: typed.now)
    let due = try await tide.run("stet due --json", at: typed.now)

    let stories = (try due.json() as? [String: Any])?["stories"] as? [[String: Any]] ?? []
    #expect(stories.compactMap { $0["scheduled"] as? String } == [typed.moment].compactMap(\.self))
    guard let moment = typed.moment else {
      #expect([1, 2].contains(schedule.status), "\(schedule)")
      return
    }
    #expect(schedule.status == 0, "\(schedule)")
    // A second before it nothing happens, and at it the story is out.
    let date = try #require(ISO8601DateFormatter().date(from: moment))
    let early = try await tide.run(
      "stet publish --due", as: "mei-tan", at: (date - 1).formatted(.iso8601))
    #expect(early.status == 0 && early.output.isEmpty && early.error.isEmpty, "\(early)")
    #expect(try await tide.stages()["keeper"] == "review")
    let there = try await tide.run("stet publish --due", as: "mei-tan", at: moment)
    #expect(there.status == 0 && there.output.hasPrefix("Published keeper"), "\(there)")
    #expect(try await tide.stages()["keeper"] == "published")
  }

  @Test func `an embargo ends at its instant, and is told in the newsroom's zone`() async throws {
    let tide = try await Tide()
    try await tide.story("keeper", in: "review")
    let now = "2027-03-27T12:00:00Z"
    try await tide.must(
      "stet edit keeper --set embargo=2027-11-01T06:00:00+02:00; STET_AS=mei-tan stet approve keeper",
      as: "george-hall", at: now)

    for time in ["2027-11-01T03:59:59Z", "2027-11-01 03:59"] {
      let early = try await tide.run("stet schedule keeper --at '\(time)'", as: "mei-tan", at: now)
      #expect(early.status == 2 && early.error.contains("embargo"), "\(early)")
    }
    #expect(try await tide.must("stet why keeper", at: now).contains("until Mon 1 Nov 04:00"))
    try await tide.must("stet schedule keeper --at '2027-11-01 04:00'", as: "mei-tan", at: now)
    for command in ["stet publish keeper", "stet publish --due"] {
      let early = try await tide.run(command, as: "mei-tan", at: "2027-11-01T03:59:59Z")
      #expect(early.output.isEmpty, "\(early)")
    }
    let due = try await tide.run("stet publish --due", as: "mei-tan", at: "2027-11-01T04:00:00Z")
    #expect(due.status == 0 && due.output.hasPrefix("Published keeper"), "\(due)")
  }

  static func newsroom() async throws -> Tide {
    let tide = try await Tide()
    try await tide.must(
      """
      sed -i '/^outlets:/d' stet.yml; printf 'outlets: {web: [site, rss]}\\n' >> stet.yml; stet save
      git config stet.machine desk; stet outlet web --out ../web
      """)
    return tide
  }
}

/// A time as it was typed, when, and the instant that it is; nil where it is none.
struct Typed: CustomTestStringConvertible, Sendable {
  let now: String
  let text: String
  let moment: String?

  init(_ now: String, _ text: String, _ moment: String?) {
    (self.now, self.text, self.moment) = (now, text, moment)
  }

  var testDescription: String { "\(text) at \(now)" }
}

extension Tide {
  /// Ana writes a story, whose slug stet makes.
  fileprivate func write(_ headline: String) async throws {
    try await must(
      "printf 'Words.\\n' | stet new '\(headline)' --section city --body -", as: "ana-costa")
  }

  /// A story of Ana's that is published, under the slug that stet has to give it.
  fileprivate func publish(_ headline: String, _ slug: String) async throws {
    try await write(headline)
    try await must(
      """
      STET_AS=ana-costa stet submit \(slug); STET_AS=george-hall stet approve \(slug)
      STET_AS=mei-tan stet publish \(slug)
      """)
  }

  fileprivate func rename(_ story: String, to slug: String) async throws {
    try await must(
      """
      STET_AS=george-hall stet update \(story) --set slug=\(slug)
      STET_AS=mei-tan stet approve \(story); STET_AS=mei-tan stet publish \(story)
      """)
  }
}
