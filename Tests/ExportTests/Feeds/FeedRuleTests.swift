import Editorial
import Export
import Foundation
import Testing

/// What the W3C's feed validator looks for, as rules, since it can't be asked offline.
@Suite struct FeedRuleTests {
  /// Newsrooms of all kinds, with bodies that mean no good.
  private static func samples() throws -> [Sample] {
    var hostile = Sample()
    hostile.house.title = "Fish & Chips <Daily>"
    for (index, body) in [
      "<script>alert(1)</script><form><input></form><iframe src=x></iframe> Words.\n",
      "[a](javascript:alert(1)) [b](/x) [c](../y) [d](#z) [e](//p.example) [f](?q)\n",
      "![p](media/2026/11/p.jpg) ![q](../media/2026/11/q.png) ![r](https://e.example/r.gif)\n",
      "]]> `]]>` &lt;b&gt; \u{FFFE}\n", "- [ ] a\n- [x] b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "",
    ].enumerated() {
      try hostile.add(
        "s\(index)", headline: "<b>\(index)</b>",
        fields: index == 2 ? "image: {file: media/2026/11/p.jpg}\nlanguage: ar\n" : "", body: body,
        published: "2026-11-2\(index)T09:00:00Z")
    }
    var withdrawn = try Sample.full()
    withdrawn.house.fullFeeds = false
    var many = Sample()
    many.house.language = "en-GB"
    for number in 0..<60 {
      try many.add("m\(number)", published: "2026-11-24T12:\(number < 10 ? "0" : "")\(number):00Z")
    }
    return [try .newsroom(), try .full(), withdrawn, hostile, many, Sample()]
  }

  @Test(arguments: 0..<6) func rss(number: Int) async throws {
    let sample = try Self.samples()[number]
    let feed = try Tree.parsed(try await sample.files("rss")["feed.xml"])
    let channel = try #require(feed.first("channel"))
    for name in ["title", "link", "description", "language"] {
      #expect(channel.child(name)?.text.isEmpty == false, "\(name)")
    }
    #expect(channel.child("language")?.text == sample.house.language.lowercased())
    #expect(
      channel.children.count { $0.name == "atom:link" && $0.attributes["rel"] == "self" } == 1)
    #expect(feed.all("author").isEmpty && feed.all("managingEditor").isEmpty)
    let items = feed.all("item")
    #expect(items.count == min(50, sample.stories.count))
    #expect(Set(items.map { $0.child("guid")?.text }).count == items.count)
    for item in items {
      #expect(item.child("guid")?.attributes["isPermaLink"] == "false")
      #expect(item.children.count { $0.name == "content:encoded" } <= 1)
      #expect(item.children.count { $0.name == "enclosure" } <= 1)
      for enclosure in item.all("enclosure") {
        #expect(Int(enclosure.attributes["length"] ?? "").map { $0 > 0 } == true)
        #expect(enclosure.attributes["type"]?.hasPrefix("image/") == true)
      }
      try Self.check(date: item.child("pubDate")?.text)
      try Self.check(html: item.child("content:encoded")?.raw)
    }
    let dates = items.compactMap { $0.child("pubDate")?.text }.compactMap(Self.date)
    #expect(dates == dates.sorted(by: >))
  }

  @Test(arguments: 0..<6) func atom(number: Int) async throws {
    let sample = try Self.samples()[number]
    let feed = try Tree.parsed(try await sample.files("atom")["atom.xml"])
    #expect(feed.child("author")?.child("name")?.text.isEmpty == false)
    for tree in [feed] + feed.all("entry") {
      for name in ["id", "title", "updated"] {
        #expect(tree.children.count { $0.name == name } == 1, "\(name)")
        #expect(tree.child(name)?.text.isEmpty == false, "\(name)")
      }
      let moment = Moment(tree.child("updated")?.text ?? "")
      #expect(moment != nil && tree.child("updated")?.text.hasSuffix("Z") == true)
      // One way to the page, of one type.
      #expect(tree.children.count { $0.name == "link" && $0.attributes["rel"] == "alternate" } == 1)
      #expect(tree.children.allSatisfy { $0.name != "link" || Self.isWhole($0.attributes["href"]) })
      for category in tree.children where category.name == "category" {
        #expect(category.attributes["term"]?.isEmpty == false)
      }
      for child in tree.children where child.name == "content" && child.attributes["type"] == "html"
      {
        try Self.check(html: child.raw)
      }
    }
    let ids = feed.all("entry").map { $0.child("id")?.text }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: 0..<6) func jsonFeed(number: Int) async throws {
    let sample = try Self.samples()[number]
    let items = try Sample.items(try await sample.files("jsonfeed")["feed.json"])
    #expect(Set(items.map { $0["id"] as? String }).count == items.count)
    for item in items {
      #expect(item["content_html"] != nil || item["content_text"] != nil)
      #expect(Self.isWhole(item["url"] as? String))
      try Self.check(html: item["content_html"] as? String)
    }
  }

  /// RFC 822 with the right weekday.
  private static func check(date text: String?) throws {
    let text = try #require(text)
    let moment = try #require(date(text))
    let day = Clock(moment).day
    #expect(text.hasPrefix("\(day.weekday), "), "\(text)")
  }

  private static func date(_ text: String) -> Moment? {
    let parts = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 6, parts[5] == "+0000",
      let month = months.firstIndex(of: String(parts[2]))
    else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return Moment("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
  }

  /// No address that is not whole, nothing that runs.
  private static func check(html: String?) throws {
    guard let html else { return }
    let tree = try Tree.parsed("<x>\(html)</x>")
    for element in tree.all {
      #expect(!["script", "form", "iframe", "input", "style", "object"].contains(element.name))
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") })
      for name in ["href", "src"] {
        if let address = element.attributes[name] { #expect(isWhole(address), "\(address)") }
      }
    }
  }

  private static func isWhole(_ address: String?) -> Bool {
    guard let address else { return false }
    return ["http://", "https://", "mailto:"].contains { address.hasPrefix($0) }
  }
}
