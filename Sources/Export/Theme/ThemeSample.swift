internal import Editorial

extension Theme {
  /// A small newsroom in which every name that templates know is used.
  static var sample: Edition {
    get throws {
      var stories: [Article] = []
      var bodies: [StoryID: String] = [:]
      for (index, text) in texts.enumerated() {
        let id = StoryID(at: Moment(seconds: 1_795_500_000), random: (0, UInt64(index + 1)))
        let parts = text.split(separator: "\n\n", maxSplits: 1).map(String.init)
        let file = "---\nid: \(id)\n\(parts[0])\n---\n\(parts[1])"
        let article = try Article(
          path: "articles/2026/11/24/story-\(index + 1).md", story: Story(Array(file.utf8)))
        stories.append(article)
        bodies[article.id] = parts[1]
      }
      return try edition(of: stories, bodies)
    }
  }

  private static func edition(
    of stories: [Article], _ bodies: [StoryID: String]
  ) throws -> Edition {
    var people: [Handle: Profile] = [:]
    if let handle = Handle("ana-costa") {
      people[handle] = Profile(
        handle: handle, name: "Ana Costa", bio: "Ana Costa covers the harbour.",
        links: ["https://example.org/ana"])
    }
    let house = House(
      title: "Sample", url: "https://sample.example/", timezone: "Europe/Lisbon",
      publisher: "Sample Press",
      sections: [Section(id: "city", label: "City"), Section(id: "harbour", label: "Harbour")])
    return Edition(
      name: "2026-11-24.1", commit: "", time: Moment(seconds: 1_795_608_000), house: house,
      people: people, stories: stories,
      aliases: stories.first.map { ["articles/2026/11/23/old.md": $0.id] } ?? [:],
      changes: {
        Dictionary(stories.enumerated().map { ($1.id, $0 == 0 ? .corrected : .new) }) { $1 }
      },
      body: { bodies[$0.id] ?? "" },
      media: { path in
        // A GIF of 1800 or 640 by 1200 pixels, all of them clear.
        Array("GIF89a".utf8) + [path.contains("640w") ? 0x80 : 0x08, path.contains("640w") ? 2 : 7]
          + [0xB0, 4, 0, 0, 0, 0x3B]
      })
  }

  /// Front matter, an empty line, the text.
  private static let texts =
    [
      """
      headline: Council approves harbour bridge
      kicker: Transport
      standfirst: Two years of works begin in May.
      section: city
      tags: [bridge]
      byline: [ana-costa]
      credit: Lusa
      dateline: PORTO
      image: {file: media/2026/11/bridge.gif, caption: The old bridge, credit: Rui Melo, alt: A bridge}
      related: [story-2, {headline: Tolls compared, url: "https://example.org/t", source: ET}]
      version: 2
      published: 2026-11-24T12:00:00Z
      modified: 2026-11-24T15:00:00Z
      notices: [{kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: The vote was 9 to 4.}]

      The council *voted*.

      ## More than a million crossings

      ![The quay](/media/2026/11/quay.gif "The quay")
      """,
      """
      headline: A câmara aprova a ponte
      section: city
      language: pt
      image: {file: media/2026/11/quay.gif, credit: Rui Melo, alt: O cais}
      translation-of: \(StoryID(at: Moment(seconds: 1_795_500_000), random: (0, 1)))
      published: 2026-11-24T13:00:00Z

      Nove votos a favor.
      """,
      """
      section: harbour
      publication: withdrawn
      published: 2026-11-24T10:00:00Z
      version: 2
      notices: [{kind: retraction, version: 2, at: "2026-11-24T11:00:00Z", text: It was not so.}]

      Gone.
      """,
    ]
    + (4...12).map { number in
      """
      headline: Story number \(number)
      section: \(number % 2 == 0 ? "city" : "harbour")
      byline: [ana-costa]
      image: {file: media/2026/11/quay.gif, alt: The quay}
      published: 2025-10-0\(number % 9 + 1)T10:00:00Z

      Words.
      """
    }
}
