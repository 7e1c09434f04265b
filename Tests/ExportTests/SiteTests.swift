import Editorial
import Export
import Foundation
import Testing

@Suite struct SiteTests {
  @Test func hasTheSitesPaths() async throws {
    let files = try await Sample.newsroom().files()
    for path in [
      "index.html", "404.html", "feed.xml", "recent.json", "robots.txt", "corrections/index.html",
      "section/harbour/index.html", "section/city/feed.xml", "tag/public-transport/index.html",
      "tag/harbour/2026/index.html", "by/ana-costa/index.html", "by/ana-costa/2026/index.html",
      "2026/11/index.html", "assets/style.css", "assets/recent.js", "media/2026/11/bridge.jpg",
      "2026/11/24/bridge.html",
    ] {
      #expect(files[path] != nil, "\(path)")
    }
    #expect(files["by/george-hall/index.html"] == nil)
    #expect((files["assets/style.css"]?.utf8.count ?? 0) < 30_000)
    #expect((files["assets/recent.js"]?.utf8.count ?? 0) < 6_000)
  }

  /// People open a site from the disk: each link leads to a file.
  @Test func everyLinkLeadsToAFile() async throws {
    var sample = try Sample.newsroom()
    sample.aliases = ["articles/2026/11/23/old.md": Sample.id(3)]
    let files = try await sample.files()
    for (path, text) in files where path.hasSuffix(".html") && path != "404.html" {
      let tree = try Tree.parsed(text)
      for link in tree.all.compactMap({ $0.attributes["href"] ?? $0.attributes["src"] }) {
        if link.contains(":") || link.hasPrefix("#") { continue }
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
          if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        #expect(files[parts.joined(separator: "/")] != nil, "\(link) on \(path)")
      }
    }
  }

  @Test func aPictureThatIsOnlyLinkedToIsThere() async throws {
    var sample = Sample()
    try sample.add(
      "quay", body: "[The quay](/media/2026/11/quay.jpg), [a file](media/2026/11/plan.pdf).\n")
    let more = try await sample.files()
    #expect(more["media/2026/11/quay.jpg"] != nil)
    let page = try Tree.parsed(more["2026/11/24/quay.html"])
    #expect(
      page.first("div", class: "body")?.first("a")?.attributes["href"]
        == "../../../media/2026/11/quay.jpg")
  }

  @Test func asksNoOtherHost() async throws {
    for (path, text) in try await Sample.newsroom().files() where path.hasSuffix(".html") {
      let tree = try Tree.parsed(text)
      for element in tree.all where ["script", "img", "iframe", "link"].contains(element.name) {
        let address =
          element.attributes["src"]
          ?? (element.attributes["rel"] == "stylesheet" ? element.attributes["href"] : nil)
        #expect(address?.contains("//") != true, "\(path)")
      }
      #expect(
        tree.all("script").filter { $0.attributes["src"] == nil }.allSatisfy {
          $0.attributes["type"] == "application/ld+json"
        })
    }
  }

  @Test func theFrontLeadsWithWhatTheDeskChose() async throws {
    var sample = try Sample.newsroom()
    sample.fronts = ["home": [Sample.id(1), Sample.id(99)], "city": [Sample.id(2)]]
    let files = try await sample.files()
    let front = try Tree.parsed(files["index.html"])
    #expect(
      front.all("article").compactMap { ($0.first("h2") ?? $0.first("h3"))?.text } == [
        "tolls", "Council approves bridge", "tram",
      ])
    let city = try Tree.parsed(files["section/city/index.html"])
    #expect(
      city.all("article").compactMap { $0.first("h3")?.text } == [
        "tram", "Council approves bridge",
      ])
  }

  /// Beside a lead without a picture there is nothing as tall as columns of stories.
  @Test(arguments: [
    (true, 5, "top-full"), (true, 3, "top-pair"), (false, 5, "top-words"), (false, 3, "top-words"),
    (false, 2, "top-pair"), (false, 1, "top-alone"),
  ])
  func theTopIsLaidOutByWhatThereIs(hasPicture: Bool, count: Int, name: String) async throws {
    var sample = Sample()
    for number in 0..<count {
      let isLead = number == count - 1
      try sample.add(
        "story-\(number)",
        fields: hasPicture && isLead ? "image: media/2026/11/bridge.jpg\n" : "",
        published: "2026-11-24T0\(number):00:00Z")
    }
    let page = try Tree.parsed(try await sample.files()["index.html"])
    #expect(page.first("section", class: name) != nil)
  }

  @Test func recentPostsAreThoseOfTheDay() async throws {
    var sample = Sample()
    for day in 1...9 {
      try sample.add(
        "day-\(day)", headline: "Day \(day)",
        fields: day == 4 ? "standfirst: \((1...16).map { "w\($0)" }.joined(separator: " "))\n" : "",
        published: "2026-11-0\(day)T23:30:00Z")
    }
    func recent(_ number: Int) async throws -> [String] {
      let page = try await sample.files()["2026/11/0\(number)/day-\(number).html"]
      return try Tree.parsed(page).first("section", class: "recent")?.all("h3").map(\.text) ?? []
    }
    #expect(try await recent(9) == ["Day 8", "Day 7", "Day 6", "Day 5", "Day 4", "Day 3"])
    #expect(try await recent(7) == ["Day 6", "Day 5", "Day 4", "Day 3", "Day 2", "Day 1"])
    // A young archive fills up with what came next.
    #expect(try await recent(3) == ["Day 7", "Day 6", "Day 5", "Day 4", "Day 2", "Day 1"])
    let page = try #require(try await sample.files()["2026/11/09/day-9.html"])
    #expect(page.contains("w15…</p>"))
    let before = try await sample.files()["2026/11/07/day-7.html"]
    try sample.add("day-10", published: "2026-11-10T10:00:00Z")
    #expect(try await sample.files()["2026/11/07/day-7.html"] == before)
  }

  @Test func recentJSONIsCutAndHasTwelve() async throws {
    var sample = Sample()
    for number in 10..<30 {
      try sample.add(
        "s\(number)", body: String(repeating: "word ", count: 20) + "\n",
        published: "2026-11-\(number)T10:00:00Z")
    }
    let text = try #require(try await sample.files()["recent.json"])
    let posts = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]])
    #expect(posts.count == 12)
    #expect(posts.first?["url"] == "2026/11/29/s29.html")
    #expect(posts.first?["published"] == "2026-11-29T10:00:00Z")
    #expect(
      posts.first?["teaser"] == Array(repeating: "word", count: 15).joined(separator: " ") + "…")
  }

  @Test func aFormerAddressLeadsOn() async throws {
    var sample = try Sample.newsroom()
    sample.aliases = [
      "articles/2026/11/23/old.md": Sample.id(3), "articles/2026/11/21/tram.md": Sample.id(3),
      "articles/2026/11/22/x.md": Sample.id(77),
    ]
    let files = try await sample.files()
    let page = try Tree.parsed(files["2026/11/23/old.html"])
    #expect(page.first("a")?.attributes["href"] == "../../../2026/11/24/bridge.html")
    #expect(
      page.all("meta").contains {
        $0.attributes["content"] == "0; url=../../../2026/11/24/bridge.html"
      })
    #expect(
      page.first("link")?.attributes["href"] == "https://paper.example/news/2026/11/24/bridge.html")
    #expect(files["2026/11/21/tram.html"]?.contains("<article") == true)
    #expect(files["2026/11/22/x.html"] == nil)
  }

  @Test func theNewsroomsThemeReplacesOurs() async throws {
    var sample = try Sample.newsroom()
    sample.theme = [
      "story.mustache": Array("<p>{{headline}} & {{{body}}}</p>{{>own}}".utf8),
      "own.mustache": Array("<i>{{standfirst}}</i>".utf8), "style.css": Array("a {}".utf8),
      "fonts/text.woff2": [1, 2],
    ]
    sample.stories[2].headline = "<b>"
    let files = try await sample.files()
    let page = try #require(files["2026/11/24/bridge.html"])
    #expect(page.contains("<p>&lt;b&gt; & <p>The council <em>voted</em>.</p>"))
    #expect(page.contains("<i>Two years of works begin in May.</i>"))
    #expect(files["assets/style.css"] == "a {}")
    #expect(files["assets/fonts/text.woff2"] != nil)
    sample.theme["front.mustache"] = Array("\n{{#a}}".utf8)
    await #expect(
      throws: ExportFault.template(
        path: "front.mustache", line: 2, reason: "the section `{{#a}}` is never closed")
    ) {
      try await sample.files()
    }
  }

  @Test func pagesOfListsHoldFiftyAndLeadOn() async throws {
    var sample = Sample()
    for number in 0..<60 {
      try sample.add(
        "s\(number)", fields: "section: city\ntags: [t]\nbyline: [ana-costa]\n",
        published: "20\(number < 30 ? "25" : "26")-11-24T12:\(number < 10 ? "0" : "")\(number):00Z")
    }
    let files = try await sample.files()
    func count(_ path: String) -> Int {
      (files[path] ?? "").components(separatedBy: "<article").count - 1
    }
    #expect(count("section/city/index.html") == 50)
    #expect(count("tag/t/index.html") == 50)
    #expect(count("tag/t/2025/index.html") == 30)
    #expect(count("by/ana-costa/2026/index.html") == 30)
    #expect(count("2025/11/index.html") == 30)
    #expect(files["section/city/index.html"]?.contains("../../2025/11/index.html") == true)
    #expect(files["tag/t/index.html"]?.contains("../../tag/t/2025/index.html") == true)
  }

  @Test func aPictureIsWhatItsNameSays() async throws {
    var edition = try Sample.newsroom().edition
    edition.media = { _ in Array("<svg onload=alert(1)>".utf8) }
    await #expect(throws: PictureFault.self) {
      try await Format.named("site").files(of: edition) { _ in }
    }
  }

  @Test func anUnknownZoneIsNamed() async throws {
    var sample = Sample()
    sample.house.timezone = "Mars/Olympus"
    await #expect(throws: ExportFault.unknownZone("Mars/Olympus")) { try await sample.files() }
  }

  /// The same edition gives the same bytes, whatever the machine's zone.
  @Test func sameInputSameBytes() async throws {
    let sample = try Sample.newsroom()
    for format in Format.all {
      let first = try await sample.files(format.name)
      let zone = ProcessInfo.processInfo.environment["TZ"]
      setenv("TZ", "Asia/Tokyo", 1)
      tzset()
      let second = try await sample.files(format.name)
      if let zone { setenv("TZ", zone, 1) } else { unsetenv("TZ") }
      tzset()
      #expect(first == second, "\(format.name)")
      #expect(!first.isEmpty)
    }
  }
}
