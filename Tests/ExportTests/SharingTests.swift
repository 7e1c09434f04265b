import Editorial
import Export
import Foundation
import TestSupport
import Testing

/// What search engines and whoever shares a story read of it.
@Suite struct SharingTests {
  private func newsroom() throws -> Sample {
    var sample = try Sample.newsroom()
    sample.house.language = "en-GB"
    try sample.add(
      "ponte", headline: "A câmara aprova a ponte",
      fields: "language: pt-PT\nsection: city\ntranslation-of: \(Sample.id(3))\n",
      published: "2026-11-24T13:00:00Z")
    try sample.add(
      "jisr", headline: "جسر بلا سيارات",
      fields: "language: ar\ntranslation-of: \(Sample.id(4))\n", published: "2026-11-24T14:00:00Z")
    return sample
  }

  private func head(_ page: String?) throws -> [String: [String]] {
    try Tree.parsed(page).all.reduce(into: [:]) { head, element in
      if element.name == "meta", let content = element.attributes["content"] {
        let name = element.attributes["property"] ?? element.attributes["name"] ?? ""
        head[name, default: []].append(content)
      }
      if element.name == "link", let address = element.attributes["href"] {
        let name =
          element.attributes["hreflang"] ?? element.attributes["type"]
          ?? element.attributes["rel"] ?? ""
        head[name, default: []].append(address)
      }
    }
  }

  @Test func `translations know each other, in both directions`() async throws {
    let files = try await newsroom().files()
    let root = "https://paper.example/news/2026/11/24/"
    for slug in ["bridge", "ponte", "jisr"] {
      let head = try head(files["2026/11/24/\(slug).html"])
      #expect(head["en-GB"] == [root + "bridge.html"])
      #expect(head["pt-PT"] == [root + "ponte.html"])
      #expect(head["ar"] == [root + "jisr.html"])
      #expect(head["x-default"] == [root + "bridge.html"])
      #expect(head["canonical"] == [root + slug + ".html"])
      let page = try Tree.parsed(files["2026/11/24/\(slug).html"])
      #expect(page.first("p", class: "also")?.all("a").count == 2)
    }
    let page = try Tree.parsed(files["2026/11/24/bridge.html"])
    #expect(page.first("p", class: "also")?.text == "Also in العربية, português (Portugal)")
    #expect(
      page.first("p", class: "also")?.first("a")?.attributes["href"]
        == "../../../2026/11/24/jisr.html")
    #expect(try head(files["2026/11/20/tolls.html"])["x-default"] == nil)
  }

  @Test func `a withdrawn translation is named no more, and two of one language once`()
    async throws
  {
    var sample = try newsroom()
    sample.stories[3].publication = .withdrawn
    try sample.add(
      "bridge-2", headline: "Again", fields: "translation-of: \(Sample.id(3))\n",
      published: "2026-11-24T16:00:00Z")
    sample.stories[4].translationOf = Sample.id(3)
    let files = try await sample.files()
    let head = try head(files["2026/11/24/bridge.html"])
    #expect(head["pt-PT"] == nil)
    #expect(head["ar"]?.count == 1 && head["en-GB"]?.count == 1)
    #expect(try self.head(files["2026/11/24/bridge-2.html"])["ar"] == nil)
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(!text.contains("2026/11/24/ponte.html") || path == "2026/11/24/ponte.html", "\(path)")
    }
  }

  @Test func `stories that are translations of each other in a circle are one group`() async throws
  {
    var sample = try newsroom()
    sample.stories[2].translationOf = Sample.id(5)
    let head = try head(try await sample.files()["2026/11/24/ponte.html"])
    #expect(head["ar"]?.count == 1 && head["en-GB"]?.count == 1 && head["x-default"]?.count == 1)
  }

  @Test func `a page has its card and its properties`() async throws {
    let files = try await newsroom().files()
    let story = try head(files["2026/11/24/bridge.html"])
    #expect(story["twitter:card"] == ["summary_large_image"])
    #expect(story["og:image"] == ["https://paper.example/news/media/2026/11/bridge.jpg"])
    #expect(story["og:image:width"] == ["16"] && story["og:image:height"] == ["12"])
    #expect(story["og:image:alt"] == ["A bridge"])
    #expect(story["og:locale"] == ["en_GB"] && story["og:locale:alternate"] == ["pt_PT"])
    #expect(story["article:author"] == ["https://paper.example/news/by/ana-costa/"])
    #expect(try head(files["2026/11/24/ponte.html"])["og:locale"] == ["pt_PT"])
    #expect(try head(files["2026/11/20/tolls.html"])["twitter:card"] == ["summary"])
    #expect(try head(files["404.html"])["twitter:card"] == nil)
    let section = try head(files["section/city/index.html"])
    for (type, file) in [
      ("rss+xml", "feed.xml"), ("atom+xml", "atom.xml"), ("feed+json", "feed.json"),
    ] {
      #expect(section["application/\(type)"] == ["../../section/city/\(file)", "../../\(file)"])
      #expect(story["application/\(type)"] == ["../../../\(file)"])
    }
  }

  @Test func `linked data says what the record has besides`() async throws {
    var sample = try newsroom()
    sample.stories[2].mediatopics = ["20000002"]
    sample.stories[2].genres = ["Interview"]
    sample.stories[2].summary = "A longer account."
    sample.stories[2].copyright = "© Ellery Press"
    sample.stories[2].created = Moment("2026-11-24T08:00:00Z")
    let page = try Tree.parsed(try await sample.files()["2026/11/24/bridge.html"])
    let script = try #require(page.all("script").first { $0.attributes["type"] != nil })
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(script.raw.utf8)) as? [String: Any])
    #expect(data["alternativeHeadline"] as? String == "Transport")
    #expect(data["abstract"] as? String == "A longer account.")
    #expect(data["copyrightNotice"] as? String == "© Ellery Press")
    #expect(data["dateCreated"] as? String == "2026-11-24T08:00:00Z")
    #expect((data["locationCreated"] as? [String: String])?["name"] == "PORTO")
    #expect(
      data["about"] as? [[String: String]] == [
        [
          "@type": "DefinedTerm", "@id": "http://cv.iptc.org/newscodes/mediatopic/20000002",
          "termCode": "20000002", "name": "arts and entertainment",
          "inDefinedTermSet": "http://cv.iptc.org/newscodes/mediatopic/",
        ]
      ])
    #expect(
      (data["workTranslation"] as? [[String: String]])?.map { $0["inLanguage"] } == ["ar", "pt-PT"])
    #expect((data["image"] as? [String: Any])?["width"] as? Int == 16)
  }

  @Test(.enabled(if: Validator.python.isHere, Comment(rawValue: Validator.python.missing)))
  func `extruct reads each field as it was written`() async throws {
    let folder = try Bench()
    _ = try await newsroom().write("site", into: folder)
    let script = """
      import extruct, sys
      page = open(sys.argv[1] + "/2026/11/24/bridge.html").read()
      all = extruct.extract(page, syntaxes=["json-ld", "opengraph"])
      [story] = all["json-ld"]
      graph = dict(all["opengraph"][0]["properties"])
      expected = [
        (story["@type"], "NewsArticle"), (story["headline"], "Council approves bridge"),
        ([a["name"] for a in story["author"]], ["Ana Costa", "Conor O’Neil"]),
        ([a["name"] for a in story["editor"]], ["George Hall"]),
        (story["publisher"]["name"], "Ellery Press"), (story["articleSection"], "City"),
        (story["keywords"], ["harbour", "Public transport"]),
        (story["datePublished"], "2026-11-24T12:00:00Z"),
        (story["dateModified"], "2026-11-24T15:00:00Z"),
        (story["correction"][0]["text"], "The vote was 9 to 4."),
        (story["image"]["url"], "https://paper.example/news/media/2026/11/bridge.jpg"),
        (story["inLanguage"], "en-GB"),
        (graph["og:title"], "Council approves bridge"), (graph["og:type"], "article"),
        (graph["og:url"], "https://paper.example/news/2026/11/24/bridge.html"),
        (graph["og:description"], "Two years of works begin in May."),
        (graph["article:published_time"], "2026-11-24T12:00:00Z"),
        (graph["article:section"], "City"),
      ]
      wrong = [pair for pair in expected if pair[0] != pair[1]]
      print(wrong)
      sys.exit(len(wrong) > 0)
      """
    #expect(try await Validator.python.complaints(about: ["-c", script, folder.path]) == nil)
  }
}
