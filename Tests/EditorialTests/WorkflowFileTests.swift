import Editorial
import Testing
import Workflows

@Suite struct WorkflowFileTests {
  @Test func theShippedWorkflowsAreReadAndProved() throws {
    #expect(Workflows.all.map(\.name) == ["standard", "breaking", "wire", "solo"])
    for (name, text) in Workflows.all {
      let workflow = try #require(try Self.policy(text, name).workflows[name])
      #expect(WorkflowCheck.problems(of: workflow) == [])
      #expect(workflow.start == "draft" && workflow.published == "published")
      #expect(workflow.secondReading == (name == "breaking"))
    }
  }

  @Test func anExampleIsReadToTheLetter() throws {
    let workflow = try #require(
      try Self.policy(Workflows.all[0].text, "standard").workflows["standard"])
    let reject = try #require(workflow.transition("reject"))
    #expect(reject.from.map(\.stage) == ["edit", "review"])
    #expect(reject.from.map(\.target) == ["draft", "edit"])
    #expect(reject.targets == ["draft"] && reject.noteRequired)
    let publish = try #require(workflow.transition("publish"))
    #expect(publish.approvals == 1 && publish.effect == .publish && publish.exemption == nil)
    #expect(workflow.transition("refile")?.exemption == .refile)
    #expect(workflow.transition("revive")?.from.first?.target == nil)
    #expect(workflow.isParked("spiked") && !workflow.isParked("draft"))
    #expect(workflow.stage("draft")?.words == [.maker, .byline, .role(.editor)])
    #expect(workflow.stage("published")?.words == [])
  }

  static func policy(_ text: String, _ name: String) throws -> Policy {
    try Policy(files: [
      "stet.yml": Array("title: X\nworkflows: [\(name)]\n".utf8),
      "workflows/\(name).yml": Array(text.utf8),
    ])
  }

  static let small = """
    name: small
    start: draft
    stages:
      draft:
        words: [maker]
      done:
        label: Done
    transitions:
      publish:
        from: [draft]
        to: done
        by: [publisher]
        effect: publish
        approvals: 0
      update:
        from: [done]
        to: draft
        by: [editor]
        kind: update
        note: required

    """

  @Test func aSmallWorkflowIsSound() throws {
    #expect(throws: Never.self) { try Self.policy(Self.small, "small") }
  }

  @Test(arguments: [
    ("name: small", "name: Small One", 1, "is not a name"),
    ("name: small", "x: 1\nname: small", 1, "means nothing here"),
    ("start: draft", "start: drft", 2, "did you mean draft?"),
    ("start: draft\n", "", 1, "`start` is missing"),
    ("words: [maker]", "words: [makr]", 5, "did you mean maker?"),
    ("label: Done", "labl: Done", 7, "did you mean label?"),
    ("from: [draft]", "from: [drft]", 10, "did you mean draft?"),
    ("to: done", "to: dne", 11, "did you mean done?"),
    ("    from: [draft]\n", "", 10, "begins nowhere"),
    ("by: [publisher]", "by: [boss]", 12, "there is no role called `boss`"),
    ("    by: [publisher]\n", "", 10, "nobody may `publish`"),
    ("effect: publish", "effect: print", 13, "print"),
    ("approvals: 0", "approvals: one", 14, "is a number"),
    ("approvals: 0", "approves: yes", 14, "`approves` is true or false"),
    ("approvals: 0", "requires: [headlin]", 14, "did you mean headline?"),
    ("approvals: 0", "unless: [open]", 14, "`open`"),
    ("approvals: 0", "four-eyes: none", 14, "none"),
    ("approvals: 0", "targets: [dne]", 14, "did you mean done?"),
    ("approvals: 0", "approvals: 0\n    approvals: 1", 15, "twice"),
    ("kind: update", "kind: updte", 19, "did you mean update?"),
    ("note: required", "note: requird", 20, "`note` is required or optional"),
    ("note: required", "note: [", 20, "not readable"),
    ("note: required", "note: *x", 20, "an alias"),
    ("note: required", "notes: x", 20, "did you mean note?"),
  ])
  func everyErrorHasItsLine(old: String, new: String, line: Int, message: String) {
    let text = Self.small.replacing(old, with: new)
    #expect {
      try Self.policy(text, "small")
    } throws: { error in
      let fault = error as? PolicyFault
      let right = fault?.line == line && fault?.message.contains(message) == true
      if !right { print("\(old) → \(new): \(error)") }
      return right && fault?.path == "workflows/small.yml"
    }
  }

  @Test(arguments: [
    (
      "words: [maker]", "words: [maker]\n  lost:\n    label: Lost",
      "no transition leads to the stage lost"
    ),
    ("from: [done]", "from: [draft]", "no transition leads out of the stage done"),
    (
      "  update:",
      "  rush:\n    from: [draft]\n    to: done\n    by: [editor]\n    effect: publish\n    approvals: 2\n  update:",
      "publish reaches readers with 0 approvals, where another way demands 2"
    ), ("effect: publish", "label: x", "no transition publishes"),
  ])
  func aWorkflowIsProvedBeforeItIsUsed(old: String, new: String, message: String) {
    #expect {
      try Self.policy(Self.small.replacing(old, with: new), "small")
    } throws: { ($0 as? PolicyFault)?.message == message }
  }

  @Test func anExemptionIsNoWayRoundAnApproval() throws {
    let exempt =
      "  fix:\n    from: [done]\n    to: done\n    by: [editor]\n    kind: refile\n    effect: publish\n    four-eyes: refile\n  update:"
    let text = Self.small.replacing("approvals: 0", with: "approvals: 1").replacing(
      "  update:", with: exempt)
    #expect(throws: Never.self) { try Self.policy(text, "small") }
  }
}
