import Editorial
import Export
import Testing

/// No byte of what was taken from readers is in any format.
@Suite struct CanaryTests {
  private static let canary = "CANARY"

  /// Every field that a file of `live` may have, each with the canary in it.
  private static let fields = """
    kicker: CANARY kicker
    standfirst: CANARY standfirst
    summary: CANARY summary
    mediatopics: [CANARY]
    genre: [CANARY]
    copyright: CANARY
    slugline: CANARY-slugline
    translation-of: CANARY
    embargo: 2026-11-24T10:00:00Z
    created: 2026-11-23T10:00:00Z
    section: CANARY-section
    tags: [CANARY tag]
    byline: [canary-person, CANARY Byline]
    reporting: [canary-person, CANARY Reporter]
    credit: [CANARY Agency]
    dateline: CANARY
    language: x-CANARY
    urgency: 1
    image: {file: media/2026/11/CANARY.jpg, caption: CANARY, credit: CANARY, alt: CANARY, license: CANARY}
    related: [{headline: CANARY, url: "https://example.org/CANARY", source: CANARY}]
    own-field: CANARY
    version: 3
    kind: correction
    editors: [canary-editor]
    agents: [canary-agent]
    modified: 2026-11-24T15:00:00Z

    """

  private static func notices(_ newest: String) -> String {
    """
    notices:
      - {kind: \(newest), version: 3, at: "2026-11-25T15:00:00Z", text: \
    \(newest == "privacy" ? "To protect a person." : canary)}
      - {kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: CANARY correction}
      - {kind: update, version: 2, at: "2026-11-24T14:00:00Z", text: CANARY update}

    """
  }

  /// Stories that stand beside it, of which each has a way to it.
  private func sample(keeping headline: String = "") throws -> Sample {
    var sample = try Sample.newsroom()
    let body = "CANARY words, ![CANARY](media/2026/11/CANARY-2.jpg) and [CANARY](CANARY.html).\n"
    try sample.add(
      "gone", headline: headline,
      fields: Self.fields + "publication: withdrawn\n" + Self.notices("privacy"), body: body)
    try sample.add(
      "held", headline: "CANARY headline",
      fields: Self.fields + "publication: withheld\n" + Self.notices("clarification"), body: body)
    for name in ["canary-person", "canary-editor", "canary-agent"] {
      guard let handle = Handle(name) else { continue }
      sample.people[handle] = Profile(
        handle: handle, name: "CANARY", bio: "CANARY", links: ["https://example.org/CANARY"])
    }
    let (gone, held) = (Sample.id(4), Sample.id(5))
    for front in ["home", "city", "harbour", "CANARY-section"] {
      sample.fronts[front] = [gone, held, Sample.id(1)]
    }
    sample.aliases = [
      "articles/2026/11/23/moved.md": gone, "articles/2026/11/23/moved-too.md": held,
    ]
    sample.stories[2].related += [
      .own(gone.description), .own(held.description), .own("gone"), .own("held"),
      .own("articles/2026/11/24/gone.md"), .own("articles/2026/11/24/held.md"),
      .outside(headline: "CANARY", url: "/2026/11/24/held.html", source: nil),
      .outside(headline: "CANARY", url: "/2026/11/23/moved.html", source: nil),
    ]
    return sample
  }

  /// Every file of every format whose path or bytes hold the canary, in any case.
  private func finds(_ sample: Sample, _ canary: String = canary) async throws -> [String] {
    var found: [String] = []
    var edition = sample.edition
    let (body, media) = (edition.body, edition.media)
    edition.body = { story in
      #expect(story.publication == .live, "the text of \(story.path) was asked for")
      return try body(story)
    }
    edition.media = { path in
      #expect(!path.contains("CANARY"), "\(path) was asked for")
      return try media(path)
    }
    for format in Format.all {
      try await format.files(of: edition) { file in
        let text = file.path + "\n" + String(decoding: file.bytes, as: UTF8.self)
        if text.lowercased().contains(canary.lowercased()) {
          found.append("\(format.name): \(file.path)")
        }
      }
    }
    return found
  }

  @Test func isInNoByte() async throws {
    let found = try await finds(sample())
    #expect(found == [])
    var other = try sample()
    other.ribbon = "NOT FOR PUBLICATION"
    other.house.url = nil
    other.house.fullFeeds = false
    #expect(try await finds(other) == [])
  }

  /// The notice goes out, and the headline where it was kept: there and nowhere else.
  @Test func whatReadersAreToSeeIsThere() async throws {
    let sample = try sample(keeping: "Kept on purpose")
    #expect(try await finds(sample) == [])
    #expect(
      try await finds(sample, "Kept on purpose") == [
        "site: 2026/11/24/gone.html", "site: 2026/11/23/moved.html",
        "site: corrections/index.html", "ninjs: 2026/11/24/gone.json",
        "newsml: 2026/11/24/gone.xml", "nitf: 2026/11/24/gone.xml", "text: 2026/11/24/gone.txt",
        "markdown: 2026/11/24/gone.md",
      ])
    #expect(
      try await finds(sample, "To protect a person.") == [
        "site: 2026/11/24/gone.html", "site: corrections/index.html", "site: feed.xml",
        "site: atom.xml", "site: feed.json", "rss: feed.xml", "atom: atom.xml",
        "jsonfeed: feed.json", "ninjs: 2026/11/24/gone.json", "newsml: 2026/11/24/gone.xml",
        "nitf: 2026/11/24/gone.xml", "text: 2026/11/24/gone.txt", "markdown: 2026/11/24/gone.md",
      ])
  }

  /// The sample itself has the canary wherever a story can have it.
  @Test func wouldBeFoundWereTheStoriesLive() async throws {
    var sample = try sample()
    sample.stories[3].publication = .live
    sample.stories[4].publication = .live
    var found: Set<String> = []
    for format in Format.all {
      try await format.files(of: sample.edition) { file in
        if String(decoding: file.bytes, as: UTF8.self).contains(Self.canary) {
          found.insert("\(format.name): \(file.path)")
        }
      }
    }
    #expect(
      found.isSuperset(of: [
        "site: index.html", "site: 2026/11/24/gone.html", "site: 2026/11/24/bridge.html",
        "site: 2026/11/index.html", "site: recent.json", "site: feed.xml", "rss: feed.xml",
        "atom: atom.xml", "jsonfeed: feed.json", "news-sitemap: news-sitemap.xml",
        "epub: 2026-11-24.1.epub", "newsletter: newsletter.html", "newsletter: newsletter.txt",
        "site: corrections/index.html", "text: 2026/11/24/held.txt",
        "ninjs: 2026/11/24/held.json", "newsml: 2026/11/24/held.xml",
        "nitf: 2026/11/24/held.xml",
        "markdown: 2026/11/24/held.md", "site: by/canary-person/index.html",
        "site: tag/canary-tag/index.html", "site: section/canary-section/index.html",
      ]))
  }
}
