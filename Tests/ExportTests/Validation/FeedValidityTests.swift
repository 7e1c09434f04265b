import Editorial
import Export
import Foundation
import TestSupport
import Testing

/// The feeds against the checkers of those who made their standards.
@Suite struct FeedValidityTests {
  /// Full and short, withdrawn, of another language, of many stories, of none, without an address.
  private static func samples() throws -> [Sample] {
    var short = try Sample.full()
    short.house.fullFeeds = false
    var homeless = try Sample.full()
    homeless.house.url = nil
    var many = Sample()
    for number in 0..<60 {
      try many.add("m\(number)", published: "2026-11-24T12:\(number < 10 ? "0" : "")\(number):00Z")
    }
    return [try .full(), short, homeless, many, Sample()]
  }

  @Test(
    .enabled(if: Validator.atom.isHere, Comment(rawValue: Validator.atom.missing)),
    arguments: 0..<5)
  func `RFC 4287's schema takes each Atom feed`(number: Int) async throws {
    let sample = try Self.samples()[number]
    #expect(try await sample.complaints(of: .atom, about: "atom") == nil)
    #expect(
      try await sample.complaints(of: .atom, about: "site", ending: "atom.xml", least: 3) == nil)
  }

  @Test(
    .enabled(if: Validator.jsonFeed.isHere, Comment(rawValue: Validator.jsonFeed.missing)),
    arguments: 0..<5)
  func `JSON Feed's schema takes each of its feeds`(number: Int) async throws {
    let sample = try Self.samples()[number]
    #expect(try await sample.complaints(of: .jsonFeed, about: "jsonfeed") == nil)
    #expect(
      try await sample.complaints(of: .jsonFeed, about: "site", ending: "feed.json", least: 3)
        == nil)
  }

  /// What a reader's library makes of a feed, against what was typed.
  private static let script = """
    import feedparser, json, sys
    expected = json.load(open(sys.argv[1]))
    for path, version in ((sys.argv[2], 'rss20'), (sys.argv[3], 'atom10')):
        feed = feedparser.parse(path)
        if feed.bozo: sys.exit(f'{path}: {feed.bozo_exception}')
        if feed.version != version: sys.exit(f'{path}: {feed.version}')
        if len(feed.entries) != len(expected): sys.exit(f'{path}: {len(feed.entries)} entries')
        for entry, wanted in zip(feed.entries, expected):
            content = entry.get('content') or [{'value': ''}]
            found = {
                'title': entry.title, 'id': entry.id, 'link': entry.link,
                'published': list(entry.published_parsed[:6]),
                'authors': [a.get('name') for a in entry.get('authors', []) if a.get('name')],
                'hasText': wanted['words'] in content[0]['value'],
            }
            for key, value in found.items():
                if value != wanted.get(key, True):
                    sys.exit(f'{path}: {key} is {value!r}, not {wanted.get(key)!r}')
    """

  @Test(.enabled(if: Validator.python.isHere, Comment(rawValue: Validator.python.missing)))
  func `feedparser reads what was written`() async throws {
    var sample = Sample()
    var expected: [[String: Any]] = []
    for (index, headline) in SinkTests.headlines.enumerated() {
      let story = try sample.add(
        "s\(index)", headline: headline, fields: "byline: [ana-costa, Conor O’Neil]\n",
        body: "Words of *number* \(index).\n",
        published: "2026-11-24T12:\(59 - index):00Z")
      expected.append([
        "title": headline,
        "id": "urn:ulid:\(story.id)",
        "link": "https://paper.example/news/2026/11/24/s\(index).html",
        "published": [2026, 11, 24, 12, 59 - index, 0],
        "authors": ["Ana Costa", "Conor O’Neil"], "hasText": true,
        "words": "<em>number</em> \(index)",
      ])
    }
    let bench = try Bench()
    let rss = try await sample.write("rss", into: bench)
    let atom = try await sample.write("atom", into: bench)
    let path = "\(bench.path)/expected.json"
    try JSONSerialization.data(withJSONObject: expected).write(to: URL(filePath: path))
    let said = try await Validator.python.complaints(
      about: ["-c", Self.script, path] + rss + atom)
    #expect(said == nil)
  }
}
