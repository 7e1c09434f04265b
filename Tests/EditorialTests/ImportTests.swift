import Testing

@testable import Editorial

/// Imports as the Judge reads them: a chief's, additions alone, with the managed keys that they may have.
struct ImportTests {
  private static let path = "articles/2020/01/02/old.md"

  private static func file(
    _ id: String = "01jdfz3m8k9q4x7v2r5t6w8y0a", stage: String = "published", version: String = "1",
    _ more: String =
      "published: 2020-01-02T10:00:00Z\nday: 2020-01-02\npath: articles/2020/01/02/old.md\n"
  ) -> String {
    "---\nid: \(id)\nheadline: Old\nsection: city\nbyline: [ana]\naliases: [/old/]\nsecret: x\nmaker: ines\n"
      + "workflow: standard\nstage: \(stage)\nversion: \(version)\ncreated: 2020-01-02T10:00:00Z\n\(more)---\nWords.\n"
  }

  private static let draft = file(stage: "draft", version: "0", "")

  @Test func `a chief's import is on live with whom it names, and no more of it`() throws {
    var paper = try Paper()
    let verdict = try paper.commit(
      by: "ines", [Self.path: Self.file()], trailers: [("Stet-Import", "1 hugo site")])
    #expect(verdict.rule == nil)
    #expect(verdict.entry.kind == .import)
    let text = String(decoding: paper.live[Self.path] ?? [], as: UTF8.self)
    #expect(text.contains("aliases: [/old/]"))
    #expect(!text.contains("secret"))
    #expect(paper.live["people/ana.yml"] != nil)
    #expect(paper.projections.last?.message.contains("hugo") == false)
    let id = try #require(StoryID("01jdfz3m8k9q4x7v2r5t6w8y0a"))
    let entry = try #require(try paper.desk.memory.entry(id))
    #expect(entry.imported && entry.isLive && entry.version == 1)
    #expect(entry.approvals.isEmpty)
  }

  @Test func `a draft comes in at any stage and is on no live`() throws {
    var paper = try Paper()
    let before = paper.live
    let verdict = try paper.commit(
      by: "ines", [Self.path: Self.draft], trailers: [("Stet-Import", "1 hugo site")])
    #expect(verdict.rule == nil)
    #expect(paper.live == before)
  }

  @Test(arguments: [
    ("george", "1 hugo site", file(), "role"), ("bot", "1 hugo site", file(), "role"),
    ("ines", "2 hugo site", file(), "import"), ("ines", "hugo", file(), "trailers"),
    ("ines", "1 h s", file(stage: "nowhere"), "import"),
    ("ines", "1 h s", file(stage: "draft"), "import"),
    ("ines", "1 h s", file(version: "0"), "managed"),
    ("ines", "1 h s", file("", stage: "published"), "import"),
    ("ines", "1 h s", file(version: "1", ""), "import"),
    (
      "ines", "1 h s",
      file(
        version: "1",
        "published: 2020-01-02T10:00:00Z\nday: 2020-01-03\npath: articles/2020/01/02/old.md\n"),
      "import"
    ),
    (
      "ines", "1 h s",
      file(
        version: "1",
        "published: 2020-01-02T10:00:00Z\nday: 2020-01-02\npath: articles/2020/01/02/old.md\napprovals: [{by: mei, words: x}]\n"
      ),
      "import"
    ),
    (
      "ines", "1 h s", file().replacing("headline: Old", with: "headline: Old\nkind: update"),
      "managed"
    ),
    ("ines", "1 h s", file().replacing("maker: ines", with: "maker: nobody"), "import"),
    (
      "ines", "1 h s",
      file().replacing("headline: Old", with: "headline: Old\nembargo: 2031-01-01T00:00:00Z"),
      "embargo"
    ),
  ])
  func `what no import may be is an offence`(
    by: String, trailer: String, text: String, rule: String
  ) throws {
    var paper = try Paper()
    let before = paper.live
    let verdict = try paper.commit(by: by, [Self.path: text], trailers: [("Stet-Import", trailer)])
    #expect(verdict.rule == rule, "\(verdict.offence?.message ?? "")")
    #expect(paper.live == before)
  }

  @Test func `nothing but additions`() throws {
    var paper = try Paper()
    try paper.commit(
      by: "ines", [Self.path: Self.draft], trailers: [("Stet-Import", "1 hugo site")])
    let other = "articles/2020/01/02/new.md"
    let again = try paper.commit(
      by: "ines",
      [Self.path: Self.draft + "More.\n", other: Self.draft.replacing("01jdf", with: "01jdg")],
      trailers: [("Stet-Import", "2 hugo site")])
    #expect(again.rule == "import")
  }

  @Test func `policy has no place in it`() throws {
    var paper = try Paper()
    let verdict = try paper.commit(
      by: "ines", [Self.path: Self.draft, "people/new.yml": "name: New\n"],
      trailers: [("Stet-Import", "1 hugo site")])
    #expect(verdict.rule != nil)
  }

  @Test func `what came in twice has one id`() throws {
    var paper = try Paper()
    try paper.commit(
      by: "ines", [Self.path: Self.draft], trailers: [("Stet-Import", "1 hugo site")])
    let verdict = try paper.commit(
      by: "ines", ["articles/2020/01/02/new.md": Self.draft],
      trailers: [("Stet-Import", "1 hugo site")])
    #expect(verdict.rule == "creation")
  }

  @Test func `it moves on like any story, and a pull takes it from readers`() throws {
    var paper = try Paper()
    try paper.commit(
      by: "ines", [Self.path: Self.file()], trailers: [("Stet-Import", "1 hugo site")])
    let id = try #require(StoryID("01jdfz3m8k9q4x7v2r5t6w8y0a"))
    let pulled = Attempt("pull", note: "not ours")
    guard case .success(let plan) = try paper.plan(pulled, on: id, by: "rosa") else {
      Issue.record("no pull")
      return
    }
    #expect(try paper.commit(plan, pulled, on: id, by: "rosa").rule == nil)
    #expect(paper.live[Self.path] == nil)
    #expect(try paper.desk.memory.entry(id)?.publication == .unpublished)
  }
}
