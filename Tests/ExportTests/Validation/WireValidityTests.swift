import Editorial
import Export
import Foundation
import TestSupport
import Testing

/// The formats for partners against the schemas of those who made them.
@Suite struct WireValidityTests {
  /// Stories of every state and with every hard body, in one newsroom.
  private func sample() throws -> Sample {
    var sample = try Sample.newsroom()
    sample.house.timezone = "Asia/Kathmandu"
    try sample.add("full", headline: "Everything", fields: WireSample.fields)
    for (index, body) in WireWordsTests.bodies.enumerated() {
      let story = try sample.add("body-\(index)", headline: body.name)
      sample.bodies[story.id] = body.text
    }
    for (index, headline) in SinkTests.headlines.enumerated() {
      let text = Value.scalar(headline).yaml()
      try sample.add(
        "signs-\(index)", headline: headline,
        fields: """
          kicker: \(text)
          slugline: \(text)
          dateline: \(text)
          copyright: \(text)
          language: \(text)
          section: \(text)
          summary: \(text)
          byline: \(Value([headline]).yaml())
          tags: \(Value([headline]).yaml())
          genre: \(Value([headline]).yaml())
          mediatopics: \(Value([headline]).yaml())
          credit: \(Value([headline]).yaml())
          reporting: \(Value([headline]).yaml())

          """)
    }
    for (name, language) in [("underscore", "pt_BR"), ("none", "Português do Brasil"), ("x", "x")] {
      try sample.add("language-\(name)", fields: "language: \(language)\n")
    }
    try sample.add("agency", fields: "credit: [Lusa, AP]\ndateline: PORTO\nurgency: 9\n")
    try sample.add("urgency", fields: "urgency: 0\n")
    try sample.add("embargoed", fields: "embargo: 2026-12-24T18:00:00+05:30\n")
    try sample.add("corrected", fields: "version: 2\nkind: clarification\n")
    try sample.add(
      "links",
      fields: """
        related:
          - {headline: A, url: "https://example.org/a b|c^d`{e}"}
          - {headline: B, url: "//example.org/ü?x=ä"}
          - {headline: C, url: "mailto:desk@example.org"}
          - {headline: D, url: "javascript:alert(1)"}
          - {headline: E, url: "relative.html"}
          - {headline: F, url: "https://[broken"}

        """,
      body: "[a](<https://example.org/a b|c>) [b](https://[broken) [c](#x)\n")
    try sample.add(
      "gone", headline: "",
      fields: """
        publication: withdrawn
        notices: [{kind: legal, version: 1, at: "2026-11-24T16:00:00Z", text: "Removed <now> & so on"}]

        """)
    try sample.add("kept", headline: "Kept & <on>", fields: "publication: withdrawn\n")
    try sample.add("held", fields: "publication: withheld\n")
    sample.taken = [
      Edition.Taken(
        id: Sample.id(999), path: "articles/2026/11/19/pulled.md", version: 3,
        published: Moment(seconds: 1_795_000_000), at: Moment(seconds: 1_795_600_000))
    ]
    return sample
  }

  private func everyWay() throws -> [Sample] {
    let whole = try sample()
    var bare = whole
    (bare.house.url, bare.house.language, bare.ribbon) = (nil, "", "NOT FOR <PUBLICATION>")
    return [whole, bare]
  }

  @Test(.enabled(if: Validator.ninjs.isHere, Comment(rawValue: Validator.ninjs.missing)))
  func `ninjs is what its schema says`() async throws {
    for sample in try everyWay() {
      let said = try await sample.complaints(of: .ninjs, about: "ninjs", least: 40)
      #expect(said == nil)
    }
  }

  @Test(.enabled(if: Validator.newsml.isHere, Comment(rawValue: Validator.newsml.missing)))
  func `NewsML-G2 is what its schema says`() async throws {
    for sample in try everyWay() {
      let said = try await sample.complaints(of: .newsml, about: "newsml", least: 40)
      #expect(said == nil)
    }
  }

  @Test(.enabled(if: Validator.nitf.isHere, Comment(rawValue: Validator.nitf.missing)))
  func `NITF is what its schema says`() async throws {
    for sample in try everyWay() {
      let said = try await sample.complaints(of: .nitf, about: "nitf", least: 40)
      #expect(said == nil)
    }
  }

  /// The schema of NewsML-G2 looks into what an item carries only as far as it knows it.
  @Test(.enabled(if: Validator.nitf.isHere, Comment(rawValue: Validator.nitf.missing)))
  func `what NewsML-G2 carries is NITF`() async throws {
    let bench = try Bench()
    var paths: [String] = []
    for (path, text) in try await sample().files("newsml") {
      guard let start = text.firstRange(of: "<nitf "), let end = text.firstRange(of: "</nitf>")
      else { continue }
      let name = "\(bench.path)/\(path.replacing("/", with: "-"))"
      try String(text[start.lowerBound..<end.upperBound])
        .write(toFile: name, atomically: true, encoding: .utf8)
      paths.append(name)
    }
    #expect(paths.count > 30)
    let said = try await Validator.nitf.complaints(about: paths)
    #expect(said == nil)
  }

  /// The schemas leave it open that a time has a zone, and what NITF's `norm` looks like.
  @Test func timesAreWhole() async throws {
    let iso = #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/#
    let norm = #/\d{8}(T\d{6}Z)?/#
    for (path, text) in try await sample().files("newsml") {
      let item = try Tree.parsed(text)
      var count = 0
      for name in [
        "versionCreated", "firstCreated", "embargoed", "contentCreated", "contentModified",
      ] {
        for time in item.all(name) {
          #expect(time.text.wholeMatch(of: iso) != nil, "\(path) \(time.text)")
          count += 1
        }
      }
      #expect(count >= 2, "\(path)")
    }
    for (path, text) in try await sample().files("nitf") {
      for element in try Tree.parsed(text).all {
        for key in ["norm", "date.publication"] {
          guard let value = element.attributes[key] else { continue }
          #expect(value.wholeMatch(of: norm) != nil, "\(path) \(value)")
        }
      }
    }
  }
}
