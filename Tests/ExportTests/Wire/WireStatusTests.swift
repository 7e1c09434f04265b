import Editorial
import Export
import Foundation
import Testing

/// Corrections, updates, embargoes, and what is taken down, as each standard says it.
@Suite struct WireStatusTests {
  /// What the formats say of a story in one line each: status, version, signal.
  private func said(_ sample: Sample) async throws -> [[String?]] {
    let (ninjs, newsml, nitf) = (
      try await sample.ninjs(), try await sample.newsml(), try await sample.nitf()
    )
    return [
      [ninjs["pubStatus"] as? String, ninjs["version"] as? String],
      [
        newsml.first("pubStatus")?.attributes["qcode"], newsml.attributes["version"],
        newsml.first("signal")?.attributes["qcode"],
      ],
      [
        nitf.first("docdata")?.attributes["management-status"],
        nitf.first("du-key")?.attributes["version"],
      ],
    ]
  }

  @Test(arguments: [
    (1, nil, nil), (2, "update", "sig:update"), (2, "refile", "sig:update"),
    (3, "correction", "sig:correction"), (4, "clarification", "sig:correction"),
  ])
  func aNewVersionIsSignalled(version: Int, kind: String?, signal: String?) async throws {
    let fields = "version: \(version)\n" + (kind.map { "kind: \($0)\n" } ?? "")
    let sample = try WireSample.newsroom(fields: fields)
    let number = String(version)
    #expect(
      try await said(sample) == [
        ["usable", number], ["stat:usable", number, signal], ["usable", number],
      ])
    let note = kind.map { "\($0.uppercased()): replaces earlier versions" }
    #expect(try await sample.ninjs()["edNote"] as? String == note)
    #expect(try await sample.newsml().first("edNote")?.text == note)
    #expect(try await sample.nitf().first("ed-msg")?.attributes["info"] == note)
    let text = try await sample.wire()
    #expect(note.map { text.hasPrefix($0 + "\n\n") } ?? text.hasPrefix("Slugline: bridge\n"))
    #expect(text.contains("\nVersion: \(number)\(kind.map { ", \($0)" } ?? "")\n"))
  }

  /// Partners pass over a number that they know: the one by which they heard of the kill is taken.
  @Test func whatComesBackIsNewerThanItsKill() async throws {
    var sample = try WireSample.newsroom(fields: "version: 2\n")
    let at = try #require(Moment("2026-11-24T19:00:00Z"))
    sample.numbers = [Sample.id(2): Edition.Number(value: 3, at: at)]
    #expect(
      try await said(sample) == [["usable", "3"], ["stat:usable", "3", nil], ["usable", "3"]])
    #expect((try await sample.ninjs()["versionCreated"] as? String).flatMap { Moment($0) } == at)
  }

  /// An old correction is still told to readers, and is none of the newest version.
  @Test func anEarlierCorrectionStaysANotice() async throws {
    let sample = try WireSample.newsroom(
      fields: """
        version: 3
        kind: update
        notices: [{kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: It was 9 to 4.}]

        """)
    let line = "Correction, 24 November 2026: It was 9 to 4."
    let ninjs = try await sample.ninjs()
    #expect(objects(ninjs["descriptions"]).texts("role", "value") == [["correction", line]])
    #expect(ninjs["edNote"] as? String == "UPDATE: replaces earlier versions")
    let newsml = try await sample.newsml()
    #expect(newsml.first("description")?.text == line)
    #expect(newsml.all("signal").map { $0.attributes["qcode"] } == ["sig:update"])
    #expect(newsml.first("note")?.text == line)
    let nitf = try await sample.nitf()
    #expect(nitf.first("correction")?.attributes["info"] == "It was 9 to 4.")
    #expect(nitf.first("note")?.attributes["type"] == "pa")
    #expect(try await sample.wire().contains("\n\n\(line)\n\n"))
  }

  /// The edition is of 2026-11-25T12:00:00Z.
  @Test(arguments: [("2026-11-24T11:30:00Z", "usable"), ("2026-11-30T18:00:00+03:00", "embargoed")])
  func anEmbargoIsCarried(given: String, status: String) async throws {
    let sample = try WireSample.newsroom(fields: "embargo: \(given)\n")
    let moment = try #require(Moment(given))
    let ninjs = try await sample.ninjs()
    #expect((ninjs["embargoedUntil"] as? String).flatMap { Moment($0) } == moment)
    #expect(ninjs["pubStatus"] as? String == "usable")
    let newsml = try await sample.newsml()
    #expect((newsml.first("embargoed")?.text).flatMap { Moment($0) } == moment)
    let data = try #require(try await sample.nitf().first("docdata"))
    #expect(
      data.first("date.release")?.attributes["norm"]
        == moment.description.filter { $0 != "-" && $0 != ":" })
    #expect(data.attributes["management-status"] == status)
    #expect(try await sample.wire().hasPrefix("EMBARGO: not for use before "))
  }

  @Test(arguments: ["", "Mayor arrested"])
  func aWithdrawnStoryIsCancelled(headline: String) async throws {
    var sample = try WireSample.newsroom()
    sample.stories[1].publication = .withdrawn
    sample.stories[1].headline = headline
    sample.stories[1].notices = [
      Notice(
        kind: "legal", version: 2, at: Moment(seconds: 1_795_600_000), text: "Removed."),
      Notice(kind: "correction", version: 2, at: Moment(seconds: 1_795_500_000), text: "SECRET"),
    ]
    let title = headline.isEmpty ? "Withdrawn" : headline
    #expect(
      try await said(sample) == [
        ["canceled", "3"], ["stat:canceled", "3", nil], ["canceled", "3"],
      ])
    let ninjs = try await sample.ninjs()
    #expect(
      ninjs.keys.sorted() == [
        "descriptions", "edNote", "firstCreated", "headlines", "language", "pubStatus",
        "representationType", "standard", "title", "type", "uri", "version", "versionCreated",
      ])
    #expect(ninjs["title"] as? String == title)
    #expect(
      objects(ninjs["descriptions"]).texts("role", "value")
        == [["legal", "Withdrawal, 25 November 2026: Removed."]])
    let order =
      "KILL: Ellery Press has withdrawn this story. Do not use it; remove it where it stands."
    #expect(ninjs["edNote"] as? String == order)
    let newsml = try await sample.newsml()
    #expect(newsml.first("edNote")?.text == order)
    #expect(newsml.first("contentSet") == nil && newsml.first("rightsInfo") == nil)
    #expect(
      newsml.first("contentMeta")?.children.map(\.text)
        == [title, "Withdrawal, 25 November 2026: Removed."])
    let nitf = try await sample.nitf()
    #expect(nitf.first("ed-msg")?.attributes == ["msg-type": "order", "info": order])
    #expect(nitf.first("body")?.text == "\(title) Withdrawal, 25 November 2026: Removed.")
    for format in ["ninjs", "newsml", "nitf", "text"] {
      let text = try #require(
        try await sample.files(format).first { $0.key.contains("/bridge.") }?.value)
      for word in ["SECRET", "council", "Costa", "Lusa", "harbour", "bridge.jpg"] {
        #expect(!text.contains(word), "\(word) in \(format)")
      }
    }
  }

  /// Partners must take it down and learn nothing of it.
  @Test func aWithheldStoryIsHeld() async throws {
    var sample = try WireSample.newsroom()
    sample.stories[1].publication = .withheld
    let at = Moment(seconds: 1_795_604_400)
    sample.taken = [taken(version: 2, at: at)]
    try await holdsNothing(sample, "withheld", "Withheld", at)
    #expect(
      try await sample.wire() == """
        HOLD

        Story urn:ulid:\(Sample.id(2))
        Published Tue 24 November 2026, 13:00
        Withheld Wed 25 November 2026, 12:00

        Ellery Press has taken this story down while it is checked. Do not use
        it; take it down where it stands.

        -30-

        """)
    // A hold that the edition itself has is as old as the edition.
    sample.taken = []
    try await holdsNothing(sample, "withheld", "Withheld", Moment(seconds: 1_795_608_000))
    #expect(try await sample.files("markdown")[WireSample.path + ".md"] == nil)
  }

  @Test func aPulledStoryIsCancelled() async throws {
    var sample = try WireSample.newsroom()
    sample.stories.removeLast()
    let at = Moment(seconds: 1_795_604_400)
    sample.taken = [taken(version: 2, at: at)]
    try await holdsNothing(sample, "canceled", "Withdrawn", at)
    #expect(try await sample.wire().hasPrefix("KILL\n\nStory urn:ulid:\(Sample.id(2))\n"))
    #expect(try await sample.wire().contains("\nTaken back Wed 25 November 2026, 12:00\n"))
    for format in ["site", "rss", "markdown"] {
      #expect(try await !sample.files(format).keys.contains { $0.contains("bridge") })
    }
    // Where another story has its address now, that one stands there.
    try sample.add("bridge", headline: "Another bridge")
    #expect(try await sample.ninjs()["title"] as? String == "Another bridge")
  }

  private func taken(version: Int, at: Moment) -> Edition.Taken {
    Edition.Taken(
      id: Sample.id(2), path: "articles/\(WireSample.path).md", version: version,
      published: Moment(seconds: 1_795_521_600), at: at)
  }

  private func holdsNothing(
    _ sample: Sample, _ status: String, _ title: String, _ at: Moment
  ) async throws {
    #expect(
      try await said(sample) == [[status, "3"], ["stat:\(status)", "3", nil], [status, "3"]])
    let ninjs = try await sample.ninjs()
    #expect(
      ninjs.keys.sorted() == [
        "edNote", "firstCreated", "language", "pubStatus", "representationType", "standard",
        "title", "type", "uri", "version", "versionCreated",
      ])
    #expect(ninjs["title"] as? String == title)
    #expect((ninjs["versionCreated"] as? String).flatMap { Moment($0) } == at)
    let newsml = try await sample.newsml()
    #expect(newsml.children.map(\.name) == ["catalogRef", "itemMeta"])
    let nitf = try await sample.nitf()
    #expect(nitf.first("head")?.children.map(\.name) == ["title", "docdata"])
    #expect(nitf.first("body")?.text == title)
  }

  /// Where an earlier version stands again, partners have a higher number already.
  @Test func anEarlierVersionStandsAgain() async throws {
    var sample = try WireSample.newsroom(fields: "version: 1\n")
    sample.taken = [taken(version: 2, at: Moment(seconds: 1_795_604_400))]
    #expect(
      try await said(sample) == [
        ["usable", "3"], ["stat:usable", "3", "sig:correction"], ["usable", "3"],
      ])
    let ninjs = try await sample.ninjs()
    #expect(ninjs["edNote"] as? String == "KILL of version 2: do not use it. This one stands.")
    #expect(ninjs["versionCreated"] as? String == "2026-11-25T12:00:00+01:00")
    // A newer version than the one that was taken back is just that.
    sample.taken[0].version = 0
    #expect(try await said(sample)[0] == ["usable", "1"])
  }

  /// An edition for looking at is for nobody's use.
  @Test func whatIsNotForPublicationIsNotUsable() async throws {
    var sample = try WireSample.newsroom()
    sample.ribbon = "NOT FOR PUBLICATION"
    let ninjs = try await sample.ninjs()
    #expect(ninjs["pubStatus"] as? String == "withheld")
    #expect((ninjs["edNote"] as? String)?.hasPrefix("NOT FOR PUBLICATION ") == true)
    #expect(ninjs["title"] as? String == "NOT FOR PUBLICATION: Council approves bridge")
    let newsml = try await sample.newsml()
    #expect(newsml.first("pubStatus")?.attributes["qcode"] == "stat:withheld")
    #expect(newsml.first("edNote")?.text == "NOT FOR PUBLICATION")
    let nitf = try await sample.nitf()
    #expect(nitf.first("docdata")?.attributes["management-status"] == "withheld")
    #expect(nitf.first("ed-msg")?.attributes["info"] == "NOT FOR PUBLICATION")
  }
}
