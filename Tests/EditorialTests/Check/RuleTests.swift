@testable import Editorial
import Testing
import Workflows

/// Each rule on texts that it minds and texts that it doesn't.
@Suite struct RuleTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var rule: Rule
    var fields = ""
    var body = ""
    /// `line:column` of each finding.
    var places: [String]
    var testDescription: String { "\(rule): \(fields) \(body)" }
  }

  static let style = """
    avoid:
      - {word: utilise, say: use, fix: yes}
      - {word: at this point in time, say: now}
      - irregardless
    names: [Port Ellery, {name: Hôtel d'Or, not: [Hotel d'Or]}]
    spaces: single
    quotes: curly
    numbers: {spell-out-below: 10, thousands: comma}
    lengths:
      headline: {least: 10, most: 30}
      standfirst: {most: 20}
      body: {most: 4}
      sections: {city: {headline: {most: 15}}}
    """

  static let rows: [Row] = [
    Row(rule: .leftovers, body: "Who [?] said so", places: ["3:5"]),
    Row(rule: .leftovers, body: "A XXX and a TODO", places: ["3:3", "3:13"]),
    Row(rule: .leftovers, body: "Size XXXL, todo lists, `TODO`", places: []),
    Row(rule: .leftovers, body: "{{< gallery >}} and {% video %}", places: ["3:1", "3:21"]),
    Row(rule: .leftovers, fields: "headline: What [? who]", places: ["2:16"]),
    Row(rule: .footnotes, body: "Claim[^1] stands.\n\n[^1]: Reuters", places: ["3:6", "5:1"]),
    Row(rule: .footnotes, body: "`a[^1]`", places: []),
    Row(rule: .noHTML, body: "A <b>x</b> and `<i>`", places: ["3:3", "3:7"]),
    Row(rule: .noQueries, body: "Line [[who?]] and é [[what?]]", places: ["3:6", "3:21"]),
    Row(rule: .noQueries, fields: "headline: TK here", places: ["2:11"]),
    Row(rule: .tableEnd, body: "| a | b |\n|---|---|\n| 1 | 2 |\nUnder it.\n", places: ["6:1"]),
    Row(rule: .tableEnd, body: "| a | b |\n|---|---|\n| 1 | 2 |\n\nUnder it.\n", places: []),
    Row(rule: .tableEnd, body: "Plain\n---\nUnder.\n", places: []),
    Row(rule: .stress, body: "A **bold word and no end", places: ["3:3"]),
    Row(rule: .stress, body: "A **bold** word, 2 * 3, snake_case_name, \\*kept\\*", places: []),
    Row(rule: .stress, body: "市長は**「反対だ。」**と述べた。次の**投票（再）**は月曜。", places: []),
    Row(rule: .stress, body: "* item *one*\n* item two*\n", places: ["4:11"]),
    Row(rule: .stress, body: "`**` and _loose", places: ["3:10"]),
    Row(rule: .length, fields: "headline: Short", places: ["2:1"]),
    Row(rule: .length, fields: "headline: Long enough it is", places: []),
    Row(rule: .length, fields: "section: city\nheadline: Long enough it is", places: ["3:1"]),
    Row(rule: .length, fields: "deck: It is far too long for this paper", places: ["2:1"]),
    Row(rule: .length, body: "One two three four five", places: ["3:1"]),
    Row(rule: .headlineForm, fields: "headline: It ends here.", places: ["2:23"]),
    Row(rule: .headlineForm, fields: "headline: Fire in Washington D.C.", places: []),
    Row(rule: .headlineForm, fields: "headline: And then what...", places: []),
    Row(rule: .headlineForm, fields: "headline: MAYOR RESIGNS TODAY", places: ["2:11"]),
    Row(rule: .headlineForm, fields: "headline: NATO meets", places: []),
    Row(rule: .avoid, body: "They utilise it, at this point\nin time.", places: ["3:6", "3:18"]),
    Row(rule: .avoid, body: "“We utilise it,” he said. Utilised once. `utilise`", places: []),
    Row(rule: .avoid, body: "[x](https://a.example/utilise) irregardless", places: ["3:32"]),
    Row(rule: .names, body: "In port ellery and Port Ellery, PORT ELLERY", places: ["3:4"]),
    Row(rule: .names, body: "The Hotel d’Or and the Hôtel d’Or", places: ["3:5"]),
    Row(rule: .spaces, body: "Two  blanks.   And three", places: ["3:4", "3:13"]),
    Row(
      rule: .spaces, body: "-   item\n    `a  b`\n| a   | b |\n\nx\n\n    code  here", places: []),
    Row(
      rule: .trailingBlanks, body: "One \nbreak  \ntwo.  \n\nThree\t\n",
      places: ["3:4", "5:5", "7:6"]),
    Row(rule: .repeatedWords, body: "Over the the hill and\nand on", places: ["3:6", "3:19"]),
    Row(rule: .repeatedWords, body: "He had had it. Duran Duran. 5 5.\n\nthe\n\nthe", places: []),
    Row(rule: .numbers, body: "9 ships came.", places: ["3:1"]),
    Row(
      rule: .numbers, body: "They had 3 ships, 12 boats and 10000 nets.", places: ["3:10", "3:32"]),
    Row(
      rule: .numbers,
      body:
        "At 9 am, 3 per cent of Route 9 cost 5 million, page 4, 2–1, 4x4, 9 May. By 2026.\n\n1. One\n",
      places: []),
    Row(
      rule: .alt, body: "![](media/2026/11/a.jpg) ![Bridge](media/2026/11/b.jpg)", places: ["3:1"]),
    Row(
      rule: .alt,
      body: "![A [new] bridge](media/2026/11/a.jpg) ![ ](b.jpg) \\![](c) `![](d)` [![](e.jpg)](f)",
      places: ["3:40", "3:70"]),
    Row(rule: .alt, body: "![][p] ![A quay][p]\n\n[p]: media/2026/11/a.jpg", places: ["3:1"]),
    Row(rule: .leftovers, body: "See [[1]](https://e.org/a) and [[x]][r].", places: []),
    Row(
      rule: .leftovers, body: "It [[is\nright]] `[[` 5 <!-- 6", places: ["4:16", "3:4", "4:6"]),
    Row(rule: .alt, fields: "image: {file: media/2026/11/a.jpg}", places: ["2:1"]),
    Row(
      rule: .pictureCredit,
      body: "![A](media/2026/11/a.jpg) ![B](media/2026/11/b.jpg \"Photo: Ana\")", places: ["3:1"]),
    Row(
      rule: .pictureCredit, body: "![A [b] (c)](media/2026/11/a.jpg 'Photo: Ana') ![D](<d.jpg>)",
      places: ["3:48"]),
    Row(
      rule: .bylineNames, fields: "byline: [\"Ana Costa and Wei Lin\", Siân ap Rhys-Jones]",
      places: ["2:11"]),
    Row(rule: .bylineNames, fields: "byline: [Anders And, ana-costa]", places: []),
    Row(rule: .dateline, fields: "dateline: \"PORTO –\"", places: ["2:12"]),
    Row(rule: .dateline, fields: "dateline: PORTO, 24 November", places: []),
    Row(rule: .language, fields: "language: en_GB", places: ["2:11"]),
    Row(rule: .language, fields: "language: English", places: ["2:11"]),
    Row(rule: .language, fields: "language: zh-Hant-TW", places: []),
    Row(rule: .language, fields: "language: de-CH-1901", places: []),
    Row(rule: .urgency, fields: "urgency: 10", places: ["2:1"]),
    Row(rule: .urgency, fields: "urgency: 5", places: []),
    Row(
      rule: .mediatopics, fields: "mediatopics: [medtop:20000002, medtop:99999999]",
      places: ["2:32"]),
    Row(rule: .genre, fields: "genre: [Interview, interview]", places: ["2:20"]),
    Row(rule: .tags, fields: "tags: [harbour, Harbour, city, city]", places: ["2:1", "2:1"]),
    Row(rule: .embargo, fields: "embargo: tomorrow", places: ["2:1"]),
    Row(rule: .slug, fields: "slug: A B", places: ["2:1"]),
    Row(rule: .section, fields: "section: sport", places: ["2:1"]),
    Row(rule: .body, body: "\n", places: ["3:1"]),
  ]

  @Test(arguments: rows)
  func findsWhatItIsForAndNothingElse(row: Row) throws {
    let findings = try Styled(Self.style).finds(row.rule, fields: row.fields, row.body)
    #expect(
      findings.map { "\($0.line):\($0.column)" } == row.places,
      "\(findings.map { "\($0.line):\($0.column) \($0.message)" })")
  }

  @Test func withoutHouseStyleItsRulesAreSilent() throws {
    let styled = try Styled()
    for rule in [Rule.avoid, .names, .spaces, .quotes, .numbers, .length] {
      let found = try styled.finds(
        rule, fields: "headline: \"9  don't utilise port ellery\"", "9  \"don't\" utilise 10000.")
      #expect(found.isEmpty, "\(rule)")
    }
  }

  @Test func everyRuleHasANameOfItsOwn() {
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
    #expect(Rule.all.allSatisfy { isShortName($0.name) && !$0.wants.isEmpty })
  }

  @Test func aTextWithCarriageReturnsHasTheSamePlaces() throws {
    let file = "---\r\nheadline: A  b\r\n---\r\nOne.\r\nTwo  blanks\r\n"
    let found = try Styled("spaces: single").finds(.spaces, file)
    #expect(found.map { "\($0.line):\($0.column)" } == ["2:12", "5:4"])
    let mended = try Styled("spaces: single").mended(file)
    #expect(mended == "---\r\nheadline: A b\r\n---\r\nOne.\r\nTwo blanks\r\n")
  }

  /// Links and pictures, which ask the record.
  @Test func linksLeadWhereReadersCanGo() throws {
    var paper = try Paper()
    try paper.commit(by: "ana", ["media/2026/11/a.jpg": "picture"])
    _ = try paper.published("tide", by: "wei")
    _ = try paper.new("draft", by: "ana")
    let file = Styled.file(
      "headline: X",
      """
      ## The plan

      [a](/2026/11/24/tide.html) [b](/2026/11/24/draft.html) [c](/2026/11/24/gone.html)
      [d](#the-plan) [e](#plan) [f](javascript:alert(1)) [g](http://localhost:8000/x)
      [h](https://ellerytide.example/2026/11/24/gone.html#x) [i](http://example.org/) [j]()
      [k](mailto:desk) [l](mailto:desk@example.org) [m](/tag/harbour/) [n](//example.org/x y)
      ![A](/media/2026/11/a.jpg) ![B](media/2026/11/none.jpg) ![C](https://example.org/c.jpg)
      """)
    let sheet = Sheet(try Story(Array(file.utf8)), paper.desk.policy, workflow: "standard")
    func places(_ rule: Rule) throws -> [String] {
      try paper.desk.finds(of: rule, in: sheet).map {
        let place = sheet.place(of: $0.range.lowerBound)
        return "\(place.line):\(place.column)"
      }
    }
    let links = try places(.links)
    #expect(
      links == [
        "6:32", "6:60", "7:20", "7:31", "7:56", "8:5", "8:60", "8:83", "9:5", "9:70",
      ])
    #expect(try places(.pictures) == ["10:33", "10:62"])
  }

  @Test func aTransitionMayDemandOnlyWhatTheRecordCanTell() throws {
    let text = try #require(Workflows.all.first { $0.name == "standard" }).text
    func fault(_ requires: String) -> String {
      let changed = text.replacing(
        "requires: [headline,", with: "requires: [\(requires), headline,")
      do throws(PolicyFault) {
        _ = try Workflow(Array(changed.utf8), path: "workflows/standard.yml")
        return ""
      } catch { return error.problem }
    }
    for rule in Rule.all where rule.isDemandable { #expect(fault(rule.name) == "") }
    #expect(fault("spelling").contains("asks more than the record holds"))
    #expect(fault("external-links").contains("line "))
    #expect(fault("quote").contains("did you mean quotes?"))
  }

  @Test func aDemandedRuleHoldsAStoryBackAndSaysWhere() throws {
    let styled = try Styled(Self.style)
    var paper = try Paper()
    _ = try paper.new("x", by: "ana")
    let story = try Story(Array(Styled.file("headline: X", "A utilise\n\nUtilise").utf8))
    var desk = paper.desk
    desk.policy = styled.policy
    #expect(
      try desk.lacks(.avoid, story, in: "standard")
        == ["a text without words that house style avoids (lines 4 and 6)"])
    #expect(try desk.lacks(.names, story, in: "standard") == [])
  }
}
