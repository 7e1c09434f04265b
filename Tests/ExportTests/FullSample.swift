import Editorial
import Export

extension Sample {
  /// A newsroom of three stories, of which the newest has every field that readers may see, and the
  /// oldest was withdrawn.
  static func full() throws -> Sample {
    var sample = Sample()
    sample.house.language = "en-GB"
    try sample.add(
      "gone", headline: "",
      fields: """
        version: 2
        publication: withdrawn
        notices: [{kind: legal, version: 2, at: "2026-11-24T16:00:00Z", text: Removed for legal reasons.}]

        """, published: "2026-11-20T09:00:00Z")
    try sample.add("tolls", fields: "credit: [Lusa]\n", published: "2026-11-21T09:00:00Z")
    try sample.add(
      "bridge", headline: "A ponte & o <rio>",
      fields: """
        kicker: Transport
        standfirst: Two years of works begin in May.
        summary: A longer account of it.
        section: city
        tags: [harbour, Public transport]
        mediatopics: [medtop:20000002]
        genre: [Interview]
        byline: [ana-costa, Conor O’Neil]
        reporting: [wei-lin]
        credit: [Lusa, Reuters]
        copyright: © 2026 Ellery Press
        dateline: PORTO
        language: pt
        translation-of: \(Sample.id(2))
        slugline: BRIDGE-VOTE
        urgency: 3
        image: {file: media/2026/11/bridge.jpg, caption: The old bridge, credit: Mei Tan, alt: A bridge}
        related: [tolls, {headline: Tolls compared, url: "https://example.org/t?a=1&b=2", source: ET}]
        version: 3
        kind: correction
        editors: [george-hall]
        agents: [mei-tan]
        created: 2026-11-24T08:00:00Z
        modified: 2026-11-24T15:00:00Z
        notices: [{kind: correction, version: 2, at: "2026-11-24T15:00:00Z", text: The vote was 9 to 4.}]

        """,
      body: "The council *voted*.\n\n## 1.3 million crossings\n\nMore [words](tolls.html).\n")
    return sample
  }
}

extension Tree {
  /// Its children, a line each: name, attributes by name, text.
  var lines: [String] {
    children.map { child in
      let attributes = child.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
      return child.name + attributes.joined()
        + (child.children.isEmpty && !child.text.isEmpty ? ": \(child.text)" : "")
    }
  }

  func child(_ name: String) -> Tree? { children.first { $0.name == name } }
}
