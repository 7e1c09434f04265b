import Editorial
import Export
import Foundation
import Testing

@Suite struct LinkedDataTests {
  private func data(of page: String) throws -> [String: Any] {
    let tree = try Tree.parsed(page)
    let scripts = tree.all("script").filter { $0.attributes["type"] == "application/ld+json" }
    #expect(scripts.count == 1)
    let data = Data(try #require(scripts.first).raw.utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func namesEachAuthorOnItsOwn() async throws {
    var sample = Sample()
    let headline = #"Mayor: "I said </script><!-- no" \ and left"#
    try sample.add(
      "a", headline: headline,
      fields: """
        standfirst: "Line one\\u2028line two"
        section: city
        byline: ["Conor O’Neil", "Siân ap Rhys-Jones", 'Team "Data" </script>', "Ana Costa and Wei Lin"]

        """)
    let page = try #require(try await sample.files()["2026/11/24/a.html"])
    let data = try data(of: page)
    #expect(data["headline"] as? String == headline)
    let authors = try #require(data["author"] as? [[String: Any]])
    #expect(
      authors.compactMap { $0["name"] as? String } == [
        "Conor O’Neil", "Siân ap Rhys-Jones", "Team \"Data\" </script>", "Ana Costa and Wei Lin",
      ])
    #expect(page.components(separatedBy: "</script>").count == 3)
    let items = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    #expect(items.all("dc:creator").count == 4)
  }

  @Test func saysWhatTheRecordHolds() async throws {
    let files = try await Sample.newsroom().files()
    let data = try data(of: try #require(files["2026/11/24/bridge.html"]))
    #expect(data["datePublished"] as? String == "2026-11-24T12:00:00Z")
    #expect(data["dateModified"] as? String == "2026-11-24T15:00:00Z")
    #expect(data["articleSection"] as? String == "City")
    #expect(data["keywords"] as? [String] == ["harbour", "Public transport"])
    let authors = try #require(data["author"] as? [[String: Any]])
    #expect(authors.first?["url"] as? String == "https://paper.example/news/by/ana-costa/")
    #expect(authors.last?["url"] == nil)
    let editors = try #require(data["editor"] as? [[String: Any]])
    #expect(editors.compactMap { $0["name"] as? String } == ["George Hall"])
    let corrections = try #require(data["correction"] as? [[String: Any]])
    #expect(corrections.first?["text"] as? String == "The vote was 9 to 4.")
    #expect((data["publisher"] as? [String: Any])?["name"] as? String == "Ellery Press")
  }

  @Test func everyKeyIsInTheVocabulary() async throws {
    guard let shared = sharedFolder else {
      print("skipped: no shared folder beside the package")
      return
    }
    let file = try Data(contentsOf: shared.appending(path: "standards/schemaorg/news-subset.json"))
    let vocabulary = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let types = try #require(vocabulary["types"] as? [String: [String: Any]])
    func check(_ object: [String: Any]) throws {
      let type = try #require(object["@type"] as? String)
      let known = Set(try #require(types[type]?["properties"] as? [String]))
      for (key, value) in object {
        if !key.hasPrefix("@") { #expect(known.contains(key), "\(type).\(key)") }
        for inner in (value as? [Any]) ?? [value] {
          if let inner = inner as? [String: Any] { try check(inner) }
        }
      }
    }
    for (path, text) in try await Sample.newsroom().files() where path.hasPrefix("2026/11/2") {
      try check(try data(of: text))
    }
  }
}
