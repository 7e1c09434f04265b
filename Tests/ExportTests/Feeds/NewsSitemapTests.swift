import Editorial
import Foundation
import Testing

@testable import Export

/// The stories of the 48 hours before a release, for Google News.
@Suite struct NewsSitemapTests {
  /// The release is of 2026-11-25, 12:00:00.
  private let release = "2026-11-25T12:00:00Z"

  private func sample() throws -> Sample {
    var sample = Sample()
    sample.house.title = "Fish & Chips <Daily>"
    sample.house.language = "en-GB"
    try sample.add("in", headline: "AT&T <b>wins</b>", published: "2026-11-23T12:01:00Z")
    try sample.add("edge", fields: "language: pt-BR\n", published: "2026-11-23T12:00:00Z")
    try sample.add("out", published: "2026-11-23T11:59:00Z")
    try sample.add(
      "corrected",
      fields: """
        modified: 2026-11-25T11:00:00Z
        notices: [{kind: correction, version: 2, at: "2026-11-25T11:00:00Z", text: No.}]

        """, published: "2026-11-22T12:00:00Z")
    try sample.add(
      "gone", headline: "", fields: "publication: withdrawn\n", published: "2026-11-25T10:00:00Z")
    try sample.add("held", fields: "publication: withheld\n", published: "2026-11-25T10:30:00Z")
    return sample
  }

  private func files(
    _ sample: Sample, at time: String, _ format: String = "site"
  ) async throws -> [String: String] {
    var edition = sample.edition
    edition.time = try #require(Moment(time))
    var files: [String: String] = [:]
    try await Format.named(format).files(of: edition) { file in
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return files
  }

  @Test func carriesTheStoriesOfTwoDays() async throws {
    let files = try await files(sample(), at: release)
    let tree = try Tree.parsed(files["news-sitemap.xml"])
    #expect(
      tree.all("url").map { $0.all.filter(\.children.isEmpty).map { "\($0.name): \($0.text)" } }
        == [
          [
            "loc: https://paper.example/news/2026/11/23/in.html", "lastmod: 2026-11-23T12:01:00Z",
            "news:name: Fish & Chips <Daily>", "news:language: en",
            "news:publication_date: 2026-11-23T12:01:00Z", "news:title: AT&T <b>wins</b>",
          ],
          [
            "loc: https://paper.example/news/2026/11/23/edge.html", "lastmod: 2026-11-23T12:00:00Z",
            "news:name: Fish & Chips <Daily>", "news:language: pt",
            "news:publication_date: 2026-11-23T12:00:00Z", "news:title: edge",
          ],
        ])
    #expect(
      files["robots.txt"] == """
        User-agent: *
        Allow: /

        Sitemap: https://paper.example/news/sitemap.xml
        Sitemap: https://paper.example/news/news-sitemap.xml

        """)
    let alone = try await self.files(sample(), at: release, "news-sitemap")
    #expect(alone == ["news-sitemap.xml": files["news-sitemap.xml"]])
  }

  /// A story has the time when it came out, however it was corrected since, in the newsroom's zone.
  @Test func theTimeIsTheOriginalOne() async throws {
    var sample = try sample()
    sample.house.timezone = "Europe/Madrid"
    let files = try await files(sample, at: "2026-11-24T11:30:00Z")
    let corrected = try #require(
      try Tree.parsed(files["news-sitemap.xml"]).all("url").last)
    #expect(corrected.first("loc")?.text.hasSuffix("corrected.html") == true)
    #expect(corrected.first("news:publication_date")?.text == "2026-11-22T13:00:00+01:00")
    #expect(corrected.first("lastmod")?.text == "2026-11-25T11:00:00Z")
  }

  @Test func twoDaysLaterItIsGoneAndSoIsTheLine() async throws {
    var sample = try sample()
    sample.stories.removeAll { $0.publication != .live }
    let files = try await files(sample, at: "2026-11-27T12:00:00Z")
    #expect(files["news-sitemap.xml"] == nil)
    #expect(files["sitemap.xml"] != nil)
    #expect(
      files["robots.txt"]
        == "User-agent: *\nAllow: /\n\nSitemap: https://paper.example/news/sitemap.xml\n")
  }

  @Test func hasNoMoreThanAThousand() async throws {
    var sample = Sample()
    for number in 0..<1_005 { try sample.add("s\(number)", published: "2026-11-25T11:00:00Z") }
    let files = try await files(sample, at: release, "news-sitemap")
    #expect(try Tree.parsed(files["news-sitemap.xml"]).all("url").count == 1_000)
  }

  @Test(arguments: [
    ("en", "en"), ("en-GB", "en"), ("pt_BR", nil), ("PT", "pt"), ("zh", "zh-cn"),
    ("zh-Hans-CN", "zh-cn"), ("zh-TW", "zh-tw"), ("zh-Hant", "zh-tw"), ("zh-HK", "zh-tw"),
    ("ckb", "ckb"), ("x-private", nil), ("", nil), ("english", nil),
  ])
  func languagesAreThoseThatGoogleKnows(tag: String, code: String?) {
    #expect(NewsSitemap.language(tag) == code)
  }
}
