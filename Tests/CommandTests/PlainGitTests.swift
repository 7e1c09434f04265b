import TestSupport
import Testing

/// People use plain git beside stet.
///
/// What it may do counts; what it may not is named with its remedy, good stories keep moving, and
/// nothing new reaches readers until it is mended.
@Suite struct PlainGitTests {
  /// What somebody does, the offence's rule, and whether a waiver lets the words stand.
  struct Offence: Sendable, CustomTestStringConvertible {
    let name: String
    let change: String
    var person = "ana"
    let rule: String
    var waivable = false
    var testDescription: String { name }
  }

  static let file = Tide.file("tolls")

  static let offences = [
    Offence(
      name: "a hand-made stage", change: "sed -i 's/^stage: .*/stage: published/' \(file)",
      rule: "managed", waivable: true),
    Offence(
      name: "a hand-made approval",
      change: "sed -i 's/^stage: .*/&\\napprovals: [{by: george-hall, words: abc}]/' \(file)",
      person: "mei", rule: "managed", waivable: true),
    Offence(
      name: "words of a stranger", change: "echo 'By a stranger.' >> \(file)", person: "rui",
      rule: "person", waivable: true),
    Offence(
      name: "words of a writer after submission", change: "echo 'One more.' >> \(file)",
      rule: "role", waivable: true),
    Offence(name: "a deleted file", change: "git rm -q \(file)", rule: "path"),
    Offence(
      name: "a moved file", change: "git mv \(file) articles/2026/11/24/bridge.md", rule: "path"),
    Offence(
      name: "YAML that nobody can read",
      change: "sed -i 's/^headline: .*/headline: \"open/' \(file)", person: "george", rule: "format"
    ),
    Offence(
      name: "rules by no chief", change: "sed -i 's/^four-eyes: on/four-eyes: off/' stet.yml",
      rule: "role"),
    Offence(
      name: "a role for oneself", change: "sed -i 's/writer/chief/' people/ana-costa.yml",
      rule: "role"),
    Offence(
      name: "a link", change: "ln -s /etc/hostname articles/2026/11/24/link.md", person: "mei",
      rule: "path"),
    Offence(
      name: "a name that Windows can't have", change: "cp \(file) articles/2026/11/24/aux.md",
      person: "mei", rule: "path"),
  ]

  @Test(arguments: offences)
  func `an offence is named, stops readers' news alone, and is mended`(
    _ offence: Offence
  )
    async throws
  {
    let tide = try await Self.newsroom()
    let live = try await tide.must("git rev-parse live")
    let id = try await tide.commit(offence.change, as: offence.person)

    try await Self.isStopped(tide, offence, id)
    #expect(try await tide.must("git rev-parse live") == live)

    // Everything else goes on.
    try await tide.must("stet list && stet show good && stet log && stet status && stet why good")
    try await tide.must("stet submit good", as: "ana-costa")
    try await tide.must("stet approve good", as: "george-hall")
    try await tide.must("stet new 'A new one' --section city", as: "wei-lin")

    let fix = try await tide.run("stet doctor --fix", as: "george-hall")
    #expect(fix.status == 0 && fix.output.contains("mended"), "\(fix)")
    let proof = try await tide.run("stet verify")
    #expect(proof.status == 0 && proof.output.contains("Mended"), "\(proof)")
    #expect(try await tide.must("git status --short") == "")
    try await tide.must("stet publish ready good && stet release")
    try await tide.must("stet approve tolls", as: "george-hall")
  }

  @Test(arguments: offences.filter(\.waivable))
  func `a chief's waiver lets the words stand and publishes nothing`(
    _ offence: Offence
  )
    async throws
  {
    let tide = try await Self.newsroom()
    let live = try await tide.must("git rev-parse live")
    let id = try await tide.commit(offence.change, as: offence.person)

    let byEditor = try await tide.run("stet waive \(id) -m 'Let it'", as: "george-hall")
    let waived = try await tide.run("stet waive \(id) -m 'Let it'")

    #expect(byEditor.status == 2, "\(byEditor)")
    #expect(waived.status == 0, "\(waived)")
    let proof = try await tide.run("stet verify")
    #expect(proof.status == 0 && proof.output.contains("Waived"), "\(proof)")
    #expect(try await tide.must("git rev-parse live") == live)
    #expect(try await tide.stages()["tolls"] == "edit")
    #expect(try await tide.must("git status --short") == "")
    try await tide.must("stet approve tolls", as: "george-hall")
    try await tide.must("stet publish tolls ready && stet release")
  }

  @Test(arguments: offences.filter { !$0.waivable })
  func `what is no words can't be waived`(_ offence: Offence) async throws {
    let tide = try await Self.newsroom()
    let id = try await tide.commit(offence.change, as: offence.person)

    let waived = try await tide.run("stet waive \(id) -m 'Let it'")

    #expect(waived.status == 2 && waived.error.contains("doctor --fix"), "\(waived)")
    #expect(try await tide.run("stet verify").status == 1)
  }

  @Test func `words committed by git are an edit by their author`() async throws {
    let tide = try await Self.newsroom()
    try await tide.commit("echo 'Checked.' >> \(Self.file)", as: "GEORGE")

    #expect(try await tide.run("stet verify").status == 0)
    let log = try await tide.must("stet log tolls --limit 1")
    #expect(log.contains("words") && log.contains("George Hall"), "\(log)")
    try await tide.must("stet approve tolls", as: "mei-tan")
    #expect(try await tide.must("stet credits tolls").contains("George Hall"))
  }

  @Test func `git's edit after an approval voids it`() async throws {
    let tide = try await Self.newsroom()
    try await tide.commit("echo 'More.' >> \(Tide.file("ready"))", as: "george")

    let publish = try await tide.run("stet publish ready")

    #expect(publish.status == 2 && publish.error.contains("they changed after it"), "\(publish)")
    #expect(try await tide.run("stet verify").status == 0)
  }

  @Test func `a new file without an id is no story until it is saved`() async throws {
    let tide = try await Self.newsroom()
    let path = "articles/2026/11/24/seal.md"
    try await tide.commit(
      "printf -- '---\\nheadline: A seal\\nsection: city\\n---\\nIt slept.\\n' > \(path)")

    let status = try await tide.must("stet status", as: "ana-costa")
    let doctor = try await tide.run("stet doctor")

    #expect(status.contains(path) && status.contains("stet save"), "\(status)")
    #expect(doctor.output.contains("no story yet"), "\(doctor)")
    #expect(try await tide.run("stet verify").status == 0)
    #expect(try await tide.stages()["seal"] == nil)
    let saved = try await tide.run("stet save \(path)", as: "ana-costa")
    #expect(saved.status == 0, "\(saved)")
    #expect(try await tide.stages()["seal"] == "draft")
    #expect(try await tide.run("stet verify").status == 0)
    #expect(try await tide.must("git status --short") == "")
  }

  @Test func `a plain message that looks like the record is no transition`() async throws {
    let tide = try await Self.newsroom()
    let id = try await tide.must("stet show tolls --json --fields id | sed 's/.*:\"//; s/\".*//'")
    try await tide.commit(
      "echo 'More.' >> \(Self.file)", as: "george",
      message: "approve: x\n\nStet-Story: \(id)\nStet-Transition: approve\nStet-Stage: edit review")

    let proof = try await tide.run("stet verify")

    #expect(proof.status == 1 && proof.output.contains("trailers"), "\(proof)")
    #expect(try await tide.stages()["tolls"] == "edit")
  }

  /// A newsroom with `tolls` in edit, `good` a draft, and `ready` approved.
  private static func newsroom() async throws -> Tide {
    let tide = try await Tide()
    try await tide.story("tolls", in: "edit")
    try await tide.story("good")
    try await tide.story("ready", in: "review")
    return tide
  }

  private static func isStopped(_ tide: Tide, _ offence: Offence, _ id: String) async throws {
    let verify = try await tide.run("stet verify")
    #expect(verify.status == 1 && verify.output.contains(String(id.prefix(10))), "\(verify)")
    #expect(verify.output.contains(": \(offence.rule): "), "\(verify)")
    let doctor = try await tide.run("stet doctor")
    #expect(doctor.status == 1 && doctor.output.contains("stet doctor --fix"), "\(doctor)")
    let publish = try await tide.run("stet publish ready")
    #expect(publish.status == 2 && publish.error.contains("doctor --fix"), "\(publish)")
    let status = try await tide.run("stet status")
    #expect(status.output.contains("Wrong now"), "\(status)")
    #expect(status.output.contains(String(id.prefix(10))), "\(status)")
  }
}
