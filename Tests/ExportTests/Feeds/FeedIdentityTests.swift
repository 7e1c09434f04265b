import Editorial
import Export
import Foundation
import Testing

/// Readers' programs know a story and a feed again, whatever becomes of headline, slug and host.
@Suite struct FeedIdentityTests {
  private struct Seen: Equatable {
    var feed: String?
    var guid: String?
    var isPermaLink: String?
    var id: String?
    var published: String?
    var json: String?
  }

  private func seen(_ sample: Sample) async throws -> (Seen, updated: String?, links: [String?]) {
    let rss = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    let atom = try Tree.parsed(try await sample.files("atom")["atom.xml"])
    let json = try Sample.items(try await sample.files("jsonfeed")["feed.json"])
    let entry = atom.first("entry")
    let seen = Seen(
      feed: atom.child("id")?.text, guid: rss.first("guid")?.text,
      isPermaLink: rss.first("guid")?.attributes["isPermaLink"], id: entry?.child("id")?.text,
      published: entry?.child("published")?.text, json: json[0]["id"] as? String)
    return (
      seen, entry?.child("updated")?.text,
      [
        rss.first("item")?.child("link")?.text, entry?.child("link")?.attributes["href"],
        json[0]["url"] as? String,
      ]
    )
  }

  @Test func outlivesHeadlineSlugAndHost() async throws {
    var sample = Sample()
    sample.house.url = "http://paper.example/"
    try sample.add("flood", headline: "Flood wall is voted")
    let (first, updated, _) = try await seen(sample)
    #expect(first.guid == "urn:ulid:\(Sample.id(1))")
    #expect(first.guid == first.id && first.id == first.json)
    #expect(first.isPermaLink == "false")
    #expect(
      first.feed?.wholeMatch(
        of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)

    sample.stories = []
    sample.bodies = [:]
    try sample.add(
      "flood", headline: "Flood wall is voted down",
      fields: """
        version: 2
        modified: 2026-11-25T12:00:00Z
        notices: [{kind: correction, version: 2, at: "2026-11-25T12:00:00Z", text: It was not.}]

        """)
    let (second, moved, _) = try await seen(sample)
    #expect(second == first)
    #expect(updated == "2026-11-24T12:00:00Z")
    #expect(moved == "2026-11-25T12:00:00Z")

    sample.stories = []
    try sample.add(
      "flood-wall", headline: "Flood wall is voted down",
      fields: "version: 3\nmodified: 2026-11-26T12:00:00Z\n")
    sample.aliases = ["articles/2026/11/24/flood.md": Sample.id(1)]
    sample.house.url = "https://other.example/"
    let (third, again, links) = try await seen(sample)
    #expect(third == first)
    #expect(again == "2026-11-26T12:00:00Z")
    #expect(Set(links) == ["https://other.example/2026/11/24/flood-wall.html"])
    #expect(try await sample.files()["2026/11/24/flood.html"]?.contains("flood-wall") == true)
  }

  @Test func eachFeedHasItsOwn() async throws {
    let files = try await Sample.newsroom().files()
    let ids = try ["atom.xml", "section/city/atom.xml", "section/harbour/atom.xml"].map {
      try Tree.parsed(files[$0]).child("id")?.text
    }
    #expect(Set(ids).count == 3)
    var other = try Sample.newsroom()
    other.house.title = "The Porto Tide"
    #expect(try Tree.parsed(try await other.files()["atom.xml"]).child("id")?.text != ids[0])
  }

  @Test func aSectionHasAllThree() async throws {
    let files = try await Sample.newsroom().files()
    let rss = try Tree.parsed(files["section/city/feed.xml"])
    #expect(rss.first("channel")?.child("title")?.text == "The Ellery Tide: City")
    #expect(rss.all("item").map { $0.child("title")?.text } == ["Council approves bridge", "tram"])
    let atom = try Tree.parsed(files["section/city/atom.xml"])
    #expect(
      atom.all("entry").map { $0.child("title")?.text } == ["Council approves bridge", "tram"])
    #expect(
      atom.all("link").compactMap { $0.attributes["rel"] == "self" ? $0.attributes["href"] : nil }
        == ["https://paper.example/news/section/city/atom.xml"])
    let json = try Sample.items(files["section/city/feed.json"])
    #expect(json.map { $0["title"] as? String } == ["Council approves bridge", "tram"])
  }
}
