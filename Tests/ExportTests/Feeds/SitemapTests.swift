import Editorial
import Foundation
import Testing

@testable import Export

/// What search engines are told to find.
@Suite struct SitemapTests {
  private let site = "https://paper.example/news/"

  private func addresses(_ text: String?) throws -> [String: String?] {
    let tree = try Tree.parsed(text)
    // `lastmod` follows `loc`, as the schema wants it.
    #expect(
      tree.all("url").allSatisfy { ["loc", "lastmod"].starts(with: $0.children.map(\.name)) })
    return Dictionary(
      tree.all("url").compactMap { url in
        url.child("loc").map { ($0.text, url.child("lastmod")?.text) }
      }
    ) { _, last in last }
  }

  private func sample() throws -> Sample {
    var sample = try Sample.newsroom()
    try sample.add("october", published: "2026-10-03T09:00:00Z")
    try sample.add(
      "gone", headline: "", fields: "publication: withdrawn\n", published: "2026-11-22T09:00:00Z")
    try sample.add("held", fields: "publication: withheld\n", published: "2026-11-22T10:00:00Z")
    sample.aliases = ["articles/2026/11/23/old.md": Sample.id(3)]
    return sample
  }

  private let pages = [
    "", "corrections/", "section/harbour/", "section/city/", "tag/harbour/",
    "tag/public-transport/",
    "by/ana-costa/", "by/wei-lin/",
  ]

  @Test func aSiteHasAnIndexWithOnePartAMonth() async throws {
    let files = try await sample().files()
    let index = try Tree.parsed(files["sitemap.xml"])
    #expect(
      index.all("sitemap").map(\.lines) == [
        ["loc: \(site)sitemap-pages.xml", "lastmod: 2026-11-24T15:00:00Z"],
        ["loc: \(site)sitemap-2026-11.xml", "lastmod: 2026-11-24T15:00:00Z"],
        ["loc: \(site)sitemap-2026-10.xml", "lastmod: 2026-10-03T09:00:00Z"],
      ])
    let pages = try addresses(files["sitemap-pages.xml"])
    #expect(Set(pages.keys) == Set(self.pages.map { site + $0 }))
    #expect(pages[site + "section/harbour/"] == "2026-11-20T09:00:00Z")
    #expect(
      try addresses(files["sitemap-2026-11.xml"]) == [
        site + "2026/11/24/bridge.html": "2026-11-24T15:00:00Z",
        site + "2026/11/21/tram.html": "2026-11-21T09:00:00Z",
        site + "2026/11/20/tolls.html": "2026-11-20T09:00:00Z",
      ])
    #expect(
      try addresses(files["sitemap-2026-10.xml"]) == [
        site + "2026/10/03/october.html": "2026-10-03T09:00:00Z"
      ])
  }

  /// Each address that it names is a page of the site.
  @Test func whatItNamesIsThere() async throws {
    let files = try await sample().files()
    let parts = files.keys.filter { $0.hasPrefix("sitemap-") }
    #expect(parts.count == 3)
    for part in parts {
      for address in try addresses(files[part]).keys {
        let path = String(address.dropFirst(site.count))
        let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        #expect(files[file] != nil, "\(address)")
      }
    }
  }

  @Test func aloneItIsOneFile() async throws {
    let site = try await sample().files()
    let alone = try await sample().files("sitemap")
    #expect(Array(alone.keys) == ["sitemap.xml"])
    let parts = try site.keys.filter { $0.hasPrefix("sitemap-") }.flatMap {
      try addresses(site[$0]).keys
    }
    let whole = try addresses(alone["sitemap.xml"])
    #expect(Set(whole.keys) == Set(parts))
  }

  /// A file has no more than the protocol allows; what is over goes on in another.
  @Test(arguments: [(0, [Int]()), (1, [1]), (5, [5]), (6, [5, 1]), (15, [5, 5, 5])])
  func aPartThatIsTooLongGoesOn(count: Int, sizes: [Int]) {
    let addresses = (0..<count).map { Sitemap.Address(path: "\($0)", changed: nil) }
    let parts = Sitemap.split("sitemap-2026-11", addresses, most: 5)
    #expect(parts.map(\.addresses.count) == sizes)
    #expect(parts.flatMap(\.addresses).map(\.path) == addresses.map(\.path))
    let names = ["sitemap-2026-11.xml", "sitemap-2026-11-2.xml", "sitemap-2026-11-3.xml"]
    #expect(parts.map(\.name) == Array(names.prefix(sizes.count)))
    #expect(parts.allSatisfy { Sitemap.owns($0.name) })
  }

  @Test(arguments: [
    ("sitemap.xml", true), ("sitemap-pages.xml", true), ("sitemap-pages-2.xml", true),
    ("sitemap-2026-11.xml", true), ("sitemap-2026.xml", false), ("sitemap-x.xml", false),
    ("sitemap-2026-11-x.xml", false), ("sitemap-2026-11-2-3.xml", false), ("a/sitemap.xml", false),
  ])
  func knowsItsOwn(path: String, isOurs: Bool) { #expect(Sitemap.owns(path) == isOurs) }

  /// An address must be whole, and a file without any is not valid.
  @Test func withoutAnAddressOrStoriesThereIsNone() async throws {
    var homeless = try sample()
    homeless.house.url = nil
    for sample in [homeless, Sample()] {
      for format in ["site", "sitemap", "news-sitemap"] {
        let files = try await sample.files(format)
        #expect(files.keys.filter { $0.contains("sitemap") } == [])
      }
      #expect(try await sample.files()["robots.txt"] == "User-agent: *\nAllow: /\n")
    }
  }

  @Test func underTheRibbonItSaysSoAndRobotsStayAway() async throws {
    var sample = try sample()
    sample.ribbon = "DRAFT -- NOT FOR <PUBLICATION>"
    let files = try await sample.files()
    for path in ["sitemap.xml", "sitemap-pages.xml", "sitemap-2026-11.xml", "news-sitemap.xml"] {
      #expect(files[path]?.contains("<!-- DRAFT ‐‐ NOT FOR <PUBLICATION> -->") == true, "\(path)")
      #expect(Tree.read(files[path] ?? "") != nil)
    }
    #expect(files["robots.txt"] == "User-agent: *\nDisallow: /\n")
  }
}
