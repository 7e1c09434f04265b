import Editorial
import Export
import Foundation
import Synchronization
import Testing

/// A small newsroom to make editions of.
struct Sample {
  var house = House(
    title: "The Ellery Tide", url: "https://paper.example/news/", timezone: "Europe/Lisbon",
    publisher: "Ellery Press",
    sections: [Section(id: "harbour", label: "Harbour"), Section(id: "city", label: "City")])
  var people: [Handle: Profile] = [:]
  var stories: [Article] = []
  var bodies: [StoryID: String] = [:]
  var fronts: [String: [StoryID]] = [:]
  var aliases: [String: StoryID] = [:]
  var taken: [Edition.Taken] = []
  var numbers: [StoryID: Edition.Number] = [:]
  var theme: [String: [UInt8]] = [:]
  var ribbon: String?
  var changes: [StoryID: Edition.Change]?

  init() {
    for (name, bio) in [
      ("Ana Costa", "Ana Costa writes about the harbour."), ("Wei Lin", ""), ("Mei Tan", "Desk."),
      ("George Hall", ""),
    ] {
      let text = name.lowercased().replacing(" ", with: "-")
      guard let handle = Handle(text) else { continue }
      people[handle] = Profile(handle: handle, name: name, bio: bio.isEmpty ? nil : bio)
    }
  }

  /// The id of the story of that number.
  static func id(_ number: Int) -> StoryID {
    StoryID(at: Moment(seconds: 1_790_000_000), random: (0, UInt64(number)))
  }

  /// Adds a story; `fields` are lines of front matter besides id, headline and times.
  @discardableResult
  mutating func add(
    _ slug: String, headline: String? = nil, fields: String = "", body: String = "Words.\n",
    published: String = "2026-11-24T12:00:00Z"
  ) throws -> Article {
    let number = stories.count + 1
    let name = headline ?? slug.replacing("-", with: " ")
    let line = name.isEmpty ? "" : "headline: \(Value.scalar(name).yaml())\n"
    let text =
      "---\nid: \(Self.id(number))\n\(line)\(fields)published: \(published)\n---\n" + body
    let day = published.prefix(10).replacing("-", with: "/")
    let article = try Article(
      path: "articles/\(day)/\(slug).md", story: Story(Array(text.utf8)))
    stories.append(article)
    bodies[article.id] = body
    return article
  }

  /// A few stories with a bit of everything.
  static func newsroom() throws -> Sample {
    var sample = Sample()
    try sample.add(
      "tolls", fields: "section: harbour\nbyline: [wei-lin]\n", published: "2026-11-20T09:00:00Z")
    try sample.add(
      "tram", fields: "section: city\ncredit: Lusa\n", published: "2026-11-21T09:00:00Z")
    try sample.add(
      "bridge", headline: "Council approves bridge",
      fields: """
        kicker: Transport
        standfirst: Two years of works begin in May.
        section: city
        tags: [harbour, Public transport]
        byline: [ana-costa, Conor O’Neil]
        reporting: [wei-lin]
        credit: Lusa
        dateline: PORTO
        urgency: 3
        image: {file: media/2026/11/bridge.jpg, caption: The old bridge, credit: Mei Tan, alt: A bridge}
        related: [tolls, {headline: Tolls compared, url: "https://example.org/t", source: ET}]
        version: 2
        editors: [george-hall]
        modified: 2026-11-24T15:00:00Z
        notices: [{kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: The vote was 9 to 4.}]

        """,
      body: "The council *voted*.\n\n## 1.3 million crossings\n\nMore words.\n")
    return sample
  }

  var edition: Edition {
    let (texts, changes, taken, numbers) = (bodies, changes, taken, numbers)
    return Edition(
      name: "2026-11-24.1", commit: "0a", time: Moment(seconds: 1_795_608_000), house: house,
      people: people, stories: stories, fronts: fronts, aliases: aliases, taken: { taken },
      numbers: { numbers },
      theme: theme, changes: { changes }, ribbon: ribbon, made: "stet 0.1.0",
      body: { texts[$0.id] ?? "" },
      media: { _ in Self.picture })
  }

  /// A JPEG of 16 by 12 black pixels.
  static let picture = Array(
    Data(
      base64Encoded: """
        /9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+
        gXz/wAALCAAMABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9
        AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW
        V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW
        19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AOMooor/2Q==
        """, options: .ignoreUnknownCharacters) ?? Data())

  /// The files of a format by their paths, as text.
  func files(_ format: String = "site") async throws -> [String: String] {
    var files: [String: String] = [:]
    try await Format.named(format).files(of: edition) { file in
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return files
  }

  /// The page of one story with this body.
  static func page(of body: String, headline: String = "A story") async throws -> String {
    var sample = Sample()
    try sample.add("story", headline: headline, body: body)
    return try #require(try await sample.files()["2026/11/24/story.html"])
  }

  /// The body of one story with this text, as HTML.
  static func html(of body: String) async throws -> String {
    let page = try await page(of: body)
    let start = try #require(page.firstRange(of: "<div class=\"body\">\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</article>"))
    return String(page[start.upperBound..<end.lowerBound]).replacing(
      #/</div>\s*$/#, with: "")
  }
}

/// The root of the package, where the shared folder may lie beside it.
let sharedFolder: URL? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let named = ProcessInfo.processInfo.environment["STET_SHARED"].map { URL(filePath: $0) }
  return [named, root.deletingLastPathComponent().appending(path: "shared")].compactMap { $0 }
    .first { FileManager.default.fileExists(atPath: $0.path()) }
}()
