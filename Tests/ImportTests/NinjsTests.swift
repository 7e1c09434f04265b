import Editorial
import Testing

@testable import Import

@Suite("ninjs")
struct NinjsTests {
  @Test(
    "items that must not be used yet, or ever",
    .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func cases() throws {
    let batch = try readCase(.ninjs, "ninjs")
    #expect(
      batch.stories.map(\.source) == [
        "embargoed-31.json", "embargoed-1x.json", "embargoed-2x.json",
      ])
    #expect(batch.stories[0].embargo == Moment("2031-01-01T00:30:00Z"))
    #expect(
      batch.stories[0].wanted == .spiked("it was killed by canceled.json (KILL: wrong figures)"))
    #expect(
      batch.stories[1...].allSatisfy {
        $0.embargo == Moment("2031-01-01T00:00:00Z")
          && $0.wanted == .draft("it is under embargo until 2031-01-01T00:00:00Z")
      })
    #expect(batch.stories[1].authors == [Incoming.Author(name: "Wei Lin")])
    #expect(
      batch.orders.map { "\($0.refusal.source): \($0.refusal.reason)" } == [
        "canceled.json: it was killed (KILL: wrong figures), and must not be used",
        "withheld.json: it is withheld: fetch it again when it is usable",
      ])
    #expect(
      batch.ignored.map { "\($0.source): \($0.reason)" } == [
        "picture.json: the picture item `A picture, no story` is no story"
      ])
  }

  @Test(
    "fields of 3.1, alone", .enabled(if: caseInputs != nil, "no shared folder beside the package"))
  func fields() throws {
    let story = try #require(try readCase(.ninjs, "ninjs/embargoed-31.json").stories.first)
    #expect(story.headline == "Budget & tax: what changes" && story.standfirst == "A sub line")
    #expect(story.body == "HTML body & more.\n\nSecond.\n")
    #expect(story.embargo == Moment("2031-01-01T00:30:00Z"))
    #expect(
      story.authors == [Incoming.Author(name: "Ana Costa")] && story.credit == ["Agency North"])
    #expect(story.mediatopics == ["medtop:04000000"] && story.urgency == 3)
    #expect(
      story.dateline == "Mumbai" && story.slugline == "BUDGET-TAX" && story.language == "en-IN")
    #expect(story.date == Moment("2026-11-24T07:00:00Z"))
  }

  @Test(
    "every spelling of a status and an embargo holds",
    arguments: [
      (#""pubStatus":"canceled""#, "killed"), (#""pubstatus":"canceled""#, "killed"),
      (#""pubStatus":"withheld""#, "withheld"), (#""pubstatus":"withheld""#, "withheld"),
      (#""embargoedUntil":"2031-01-01T00:00:00Z""#, "embargo"),
      (#""embargoed":"2031-01-01T00:00:00+00:00""#, "embargo"),
      (#""embargoed":"""#, "embargo"), (#""embargoed":"soon""#, "embargo"),
      (#""embargoedUntil":true"#, "embargo"),
    ])
  func spellings(field: String, word: String) throws {
    let bench = try ImportBench()
    try bench.write(
      "a.json",
      #"{"uri":"u:1","headline":"H","body_text":"B.","versioncreated":"2026-11-24T09:00:00Z",\#(field)}"#
    )
    let batch = try bench.read(.ninjs, "a.json")
    #expect(!batch.stories.contains { $0.wanted == .published })
    let said =
      batch.orders.map(\.refusal.reason) + batch.refused.map(\.reason)
      + batch.stories.map { "\($0.wanted)" }
    #expect(said.count == 1 && said[0].contains(word))
  }

  @Test("a kill and the newest version win, whatever the order", arguments: [false, true])
  func versions(isReversed: Bool) throws {
    let bench = try ImportBench()
    var items = [
      #"{"uri":"u:1","version":"9","headline":"Old","body_text":"B."}"#,
      #"{"uri":"u:1","version":"10","headline":"New","body_text":"B."}"#,
      #"{"uri":"u:2","version":"7","headline":"Killed","body_text":"B."}"#,
      #"{"uri":"u:2","version":"6","pubstatus":"canceled"}"#,
    ]
    if isReversed { items.reverse() }
    try bench.write("items.jsonl", items.joined(separator: "\n") + "\n")
    try bench.write("list.json", "[" + items.joined(separator: ",") + "]")
    for file in ["items.jsonl", "list.json"] {
      let batch = try bench.read(.ninjs, file)
      let headlines = isReversed ? ["Killed", "New"] : ["New", "Killed"]
      #expect(batch.stories.map(\.headline) == headlines)
      #expect(batch.orders.map(\.uri) == ["u:2"] && batch.ignored.count == 1)
      #expect(
        batch.stories[isReversed ? 0 : 1].wanted
          == .spiked("it was killed by \(batch.orders[0].refusal.source)"))
    }
    #expect(try bench.read(.ninjs).stories.count == 2)
  }

  @Test("a picture beside the text is its picture, of the largest rendition")
  func picture() throws {
    let bench = try ImportBench()
    try bench.write(
      "a.json",
      #"""
      {"uri":"u:1","headline":"H","body_xhtml":"<p>One.</p>","associations":{"main":{"type":"picture","uri":"u:2",
      "description_text":"A <b>bridge</b>","byline":"Wei Lin","renditions":{"small":{"href":"s.jpg","width":100},
      "large":{"href":"l.jpg","width":900}}}}}
      """#)
    let story = try #require(try bench.read(.ninjs, "a.json").stories.first)
    #expect(story.image == Incoming.Image("l.jpg", caption: "A bridge", credit: "Wei Lin"))
  }

  @Test("what is no ninjs is named")
  func broken() throws {
    let bench = try ImportBench()
    try bench.write("page.json", "<html>not found</html>")
    try bench.write("none.json", #"{"title":"x"}"#)
    try bench.write("good.json", #"{"uri":"u:1","headline":"H","body_text":"1. B.\n\nC"}"#)
    let batch = try bench.read(.ninjs)
    #expect(batch.stories.map(\.body) == ["1\\. B.\n\nC\n"])
    #expect(batch.refused.map(\.source) == ["none.json", "page.json"])
    #expect(throws: Unreadable.self) { try bench.read(.ninjs, "page.json") }
  }
}
