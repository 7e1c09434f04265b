import Editorial
import Testing
import Workflows

/// Rows 13 and 14: who changes the rules, the fronts and the pictures, and to what.
@Suite struct PolicyTests {
  @Test(
    arguments: [
      ("ana", "role"), ("george", "role"), ("mei", "role"), ("cron", "role"), ("bot", "role"),
      ("olaf", "person"), ("nemo", "person"), ("ines", nil),
    ] as [(String, String?)])
  func onlyAChiefChangesTheRules(who: String, rule: String?) throws {
    var paper = try Paper()
    let raised = Paper.person("ana", "writer, editor, publisher, chief")
    #expect(try paper.commit(by: who, ["people/ana.yml": raised]).rule == rule)
    #expect(try paper.person("ana").roles.contains(.chief) == (rule == nil))
  }

  @Test(arguments: [
    "stet.yml", "workflows/solo.yml", "theme/page.html", "README.md", ".github/ci.yml",
  ])
  func everythingButStoriesPicturesAndFrontsIsPolicy(path: String) throws {
    var paper = try Paper()
    #expect(try paper.commit(by: "mei", [path: "x"]).rule == "role")
  }

  @Test func rulesChangeInACommitOfTheirOwn() throws {
    var paper = try Paper()
    let files = ["theme/a.css": "x", "media/2026/11/a.jpg": "x"]
    #expect(try paper.commit(by: "ines", files).rule == "policy")
    var honest = try Paper()
    #expect(try honest.commit(by: "ines", ["theme/a.css": "x"]).rule == nil)
    #expect(honest.live("theme/a.css") == "x")
  }

  @Test(arguments: [
    ("stet.yml", "title: [", "stet.yml, line 1"),
    ("stet.yml", "title: X\nworkflows: [nowhere]\n", "there is no workflows/nowhere.yml"),
    ("stet.yml", "title: X\nworkflows: [standard]\nfour-eyes: maybe\n", "stet.yml, line 3"),
    ("stet.yml", "title: X\nworkflows: [standard]\nchecks: quotes\n", "gives rules their severity"),
    ("stet.yml", "title: X\nworkflows: [standard]\nrules: 2\n", "rules 2"),
    ("stet.yml", "title: X\nworkflows: [standard]\nrules: two\n", "rules"),
    ("people/ana.yml", "name: Ana\nroles: [writter]\n", "did you mean writer?"),
    (
      "people/ana.yml", "name: Ana\nactive: no\n",
      "people/ana.yml, line 2: `active` is true or false"
    ),
    ("people/ana.yml", "name: Ana\nagent: yes\n", "`agent` is true or false"),
    ("people/Ana.yml", "name: Ana\n", "a handle has"),
    ("people/ana.yml", "email: [x@y.example]\n", "`name` is missing"),
    ("people/ana.yml", "name: &a Ana\n", "an anchor"),
  ])
  func whatCanNotBeReadIsNotInForce(path: String, text: String, message: String) throws {
    var paper = try Paper()
    let before = paper.desk.policy
    let offence = try #require(try paper.commit(by: "ines", [path: text]).offence)
    #expect(offence.rule == "policy")
    #expect(offence.message.contains(message), "\(offence.message)")
    #expect(paper.desk.policy == before)
  }

  @Test func theRulesInForceAreThoseOfTheParent() throws {
    var paper = try Paper()
    let chief = Paper.person("george", "editor, chief")
    #expect(try paper.commit(by: "ines", ["people/george.yml": chief]).rule == nil)
    #expect(try paper.commit(by: "george", ["theme/a.css": "x"]).rule == nil)
    #expect(
      try paper.commit(by: "george", ["people/george.yml": Paper.person("george", "editor")]).rule
        == nil)
    #expect(try paper.commit(by: "george", ["theme/a.css": "y"]).rule == "role")
  }

  @Test func aWorkflowIsNotTakenFromItsStories() throws {
    var paper = try Paper()
    let id = try JudgeTests.approved(&paper)
    let text = try #require(Workflows.all.first).text
    let without = text.replacing("  review:\n    label: Review\n    words: [editor]\n", with: "")
      .replacing("review: edit", with: "edit: draft").replacing("edit, review", with: "edit")
      .replacing("[review]", with: "[edit]").replacing("to: review", with: "to: edit")
      .replacing(
        "      edit: draft                          # a from-list may give each stage its own target\n",
        with: "")
    var early = try Paper()
    #expect(
      try early.commit(by: "ines", ["workflows/standard.yml": without]).offence?.message == nil)
    let offence = try #require(
      try paper.commit(by: "ines", ["workflows/standard.yml": without]).offence)
    #expect(offence.message.contains("stage review of standard"))
    #expect(try paper.entry(id).stage == "review")
    var gone = try Paper()
    _ = try gone.new("flood", by: "ana", workflow: "breaking")
    #expect(
      try gone.commit(
        by: "ines",
        ["workflows/breaking.yml": nil, "stet.yml": Paper.stet(workflows: "standard, wire, solo")]
      ).rule == "policy")
  }

  @Test func fourEyesGoesOffByPolicyAlone() throws {
    func refusal(_ more: String) throws -> [String]? {
      var paper = try Paper(stet: Paper.stet(more), files: [:])
      let id = try paper.new(
        "flood", by: "mei", workflow: "solo", words: "headline: A\nsection: city\nbyline: [mei]\n")
      return try JudgeTests.refusal(paper, "publish", id, by: "mei")
    }
    #expect(try refusal("") == ["four-eyes"])
    #expect(try refusal("four-eyes: on") == ["four-eyes"])
    #expect(try refusal("four-eyes: off") == nil)
  }

  @Test func anUnusedWorkflowStartsNoStory() throws {
    let text = """
      ---
      id: 01jdfz3m8k9q4x7v2r5t6w8y0a
      maker: ana
      workflow: solo
      stage: draft
      created: 2026-11-24T08:00:00Z
      ---
      """
    let path = "articles/2026/11/24/flood.md"
    var paper = try Paper(stet: Paper.stet(workflows: "standard"), files: [:])
    #expect(try paper.commit(by: "ana", [path: text]).rule == "creation")
    var honest = try Paper()
    #expect(try honest.commit(by: "ana", [path: text]).rule == nil)
  }

  @Test(
    arguments: [
      ("ana", "- tide\n", "role"), ("ines", "- tide\n", "role"), ("bot", "- tide\n", "role"),
      ("george", "- tide\n", nil), ("rosa", "- tide\r\n# and\r\n\r\n  - flood # why\r\n", nil),
      ("george", "tide\n", "front"), ("george", "- [a]\n", "front"), ("george", "- a b\n", "front"),
      ("george", "[]\n", nil), ("george", "", nil),
    ] as [(String, String, String?)])
  func editorsAndPublishersSayWhatLeads(who: String, text: String, rule: String?) throws {
    var paper = try Paper()
    #expect(try paper.commit(by: who, ["fronts/home.yml": text]).rule == rule)
    if rule == nil {
      let slugs = ["tide", "flood"].filter { text.contains($0) }
      #expect(paper.desk.fronts["home"]?.slugs == slugs)
    }
  }

  @Test func aFrontComesAloneAndUnderItsName() throws {
    var paper = try Paper()
    #expect(try paper.commit(by: "george", ["fronts/Home.txt": "- a\n"]).rule == "front")
    var mixed = try Paper()
    #expect(
      try mixed.commit(by: "george", ["fronts/home.yml": "- a\n", "media/2026/11/a.jpg": "x"]).rule
        == "policy")
  }

  /// A programme writes, and whatever its roles, does nothing else.
  @Test func aProgramWritesAndAPersonAnswersForIt() throws {
    var paper = try Paper()
    let id = try paper.new("flood", by: "bot", words: "headline: A\nsection: city\nbyline: [bot]\n")
    try paper.rewrite(id, by: "bot")
    try paper.move("submit", on: id, by: "bot")
    #expect(try JudgeTests.refusal(paper, "approve", id, by: "bot") == ["agent"])
    try paper.move("approve", on: id, by: "mei")
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["agent"])
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "rosa") == nil)
    var solo = try Paper(stet: Paper.stet("four-eyes: off"), files: [:])
    let own = try solo.new("flood", by: "bot", workflow: "solo")
    #expect(try JudgeTests.refusal(solo, "publish", own, by: "rosa") == ["agent"])
    var breaking = try Paper()
    let fast = try breaking.new("flood", by: "bot", workflow: "breaking")
    #expect(try JudgeTests.refusal(breaking, "submit", fast, by: "bot") == ["agent"])
  }
}
