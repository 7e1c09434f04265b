import Editorial
import Export
import Foundation
import Testing

/// A story with every field, as partners get it.
struct WireSample {
  static let path = "2026/11/24/bridge"

  static let fields = """
    kicker: Transport
    standfirst: Two years of works begin in May.
    summary: The council chose the steel design & set the toll.
    section: city
    tags: [harbour, Public transport]
    mediatopics: ["medtop:20000002", 20000763, 29999999]
    genre: [Interview, Press Release]
    byline: [ana-costa, Conor O’Neil]
    reporting: [wei-lin]
    credit: [Lusa, AP]
    copyright: © 2026 Lusa
    dateline: PORTO
    language: pt
    translation-of: \(Sample.id(1))
    urgency: 2
    slugline: harbour-bridge-vote
    embargo: 2026-11-24T11:30:00Z
    image: {file: media/2026/11/bridge.jpg, caption: The old bridge, credit: Mei Tan, alt: A bridge, license: CC BY 4.0}
    related: [tolls, {headline: Tolls compared, url: "https://example.org/t?a=1&b=2", source: ET}]
    desk-code: H7
    version: 2
    kind: correction
    editors: [george-hall]
    agents: [mei-tan]
    created: 2026-11-23T18:00:00Z
    modified: 2026-11-24T15:00:00Z
    notices: [{kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: The vote was 9 to 4.}]

    """

  /// The story is the second of the newsroom, whose clocks are an hour ahead of UTC.
  static func newsroom(
    fields: String = fields, body: String = "The council *voted*.\n\n## Crossings\n\nMore words.\n"
  ) throws -> Sample {
    var sample = Sample()
    sample.house.timezone = "Europe/Berlin"
    try sample.add(
      "tolls", headline: "Tolls to rise", fields: "section: harbour\n",
      published: "2026-11-20T09:00:00Z")
    let story = try sample.add(
      "bridge", headline: "Council approves bridge", fields: fields)
    // No file of `live` could hold each of these; whoever renders them must not rely on that.
    sample.bodies[story.id] = body
    return sample
  }
}

extension Sample {
  /// The ninjs of a story.
  func ninjs(_ path: String = WireSample.path) async throws -> [String: Any] {
    let text = try #require(try await files("ninjs")[path + ".json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  func newsml(_ path: String = WireSample.path) async throws -> Tree {
    try Tree.parsed(try await files("newsml")[path + ".xml"])
  }

  func nitf(_ path: String = WireSample.path) async throws -> Tree {
    try Tree.parsed(try await files("nitf")[path + ".xml"])
  }

  func wire(_ path: String = WireSample.path) async throws -> String {
    try #require(try await files("text")[path + ".txt"])
  }
}

/// The objects of an array in JSON.
func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

extension [[String: Any]] {
  /// Of each, these members as text.
  func texts(_ keys: String...) -> [[String]] {
    map { object in keys.map { key in object[key].map { "\($0)" } ?? "" } }
  }
}
