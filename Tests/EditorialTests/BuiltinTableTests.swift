import Editorial
import Testing

/// What every workflow has, from every stage, in every state of what readers see, by everyone.
@Suite struct BuiltinTableTests {
  /// A story in a stage, as readers have it.
  struct Place {
    let name: String
    let paper: Paper
    let id: StoryID

    init(_ name: String, _ paper: Paper, _ id: StoryID) {
      (self.name, self.paper, self.id) = (name, paper, id)
    }
  }

  /// Every way to readers of what stands somewhere: live, withheld, withdrawn.
  static func shown(_ name: String, _ paper: Paper, _ id: StoryID) throws -> [Place] {
    var (withheld, withdrawn) = (paper, paper)
    try withheld.move("hold", on: id, by: "mei", note: "Which river?")
    try withdrawn.move("retract", on: id, by: "mei", notice: "No.")
    var both = withdrawn
    try both.move("hold", on: id, by: "mei", note: "Not again.")
    return [
      Place("\(name) live", paper, id), Place("\(name) withheld", withheld, id),
      Place("\(name) withdrawn", withdrawn, id), Place("\(name) withdrawn, held", both, id),
    ]
  }

  static func places(_ workflow: String) throws -> [Place] {
    var places: [Place] = []
    for (stage, paper, id) in try TransitionTableTests.stages(of: workflow)
    where try paper.entry(id).version == 0 {
      var held = paper
      places.append(Place("\(stage) unpublished", paper, id))
      try held.move("hold", on: id, by: "mei", note: "Wait.")
      places.append(Place("\(stage) unpublished, held", held, id))
    }
    var paper = try Paper(files: ["people/gina.yml": Paper.person("gina", "editor")])
    let id = try paper.new(
      "flood", by: "ana", workflow: workflow,
      words: "headline: Flood\nsection: city\nbyline: [ana, gina]\ncredit: Lusa\n",
      body: "Water came in.\n\nBoats went out.\n")
    try Self.publish(&paper, id)
    var pulled = paper
    try pulled.move("pull", on: id, by: "mei", note: "Too soon.")
    places.append(Place("pulled unpublished", pulled, id))
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george")
    try Self.publish(&paper, id)
    places += try shown("published", paper, id)
    // A rewrite is open, in each stage that it passes.
    try paper.move("update", on: id, by: "george")
    try paper.rewrite(id, by: "george", "Boats went", "Ships went")
    places += try shown("open", paper, id)
    if workflow == "standard" {
      var draft = paper
      try draft.move("reject", on: id, by: "mei", note: "Again.")
      places += try shown("open in draft", draft, id)
      try paper.move("approve", on: id, by: "hana")
      places += try shown("open in review", paper, id)
    }
    try paper.move("refile", on: id, by: "mei", words: ("Water", "Watter"))
    return try places + shown("aside", paper, id)
  }

  /// Every place of standard, and one of each kind of the other workflows.
  static func chosen(_ workflow: String) throws -> [Place] {
    let all = try places(workflow)
    let some = [
      "draft unpublished", "published live", "published withheld", "published withdrawn",
      "open live", "aside live",
    ]
    return workflow == "standard" ? all : all.filter { some.contains($0.name) }
  }

  /// The whole way to readers, as a workflow has it.
  static func publish(_ paper: inout Paper, _ id: StoryID) throws {
    let workflow = try paper.entry(id).workflow
    if try paper.entry(id).stage == "draft", workflow != "solo" {
      try paper.move("submit", on: id, by: "ana")
    }
    if workflow == "standard" || workflow == "wire" {
      try paper.move("approve", on: id, by: "hana")
    }
    try paper.move("publish", on: id, by: "rosa")
  }

  /// By 01's table of what acts on the publication alone, and its text on restore and aside.
  static func expected(_ place: Place) throws -> [String: String] {
    let desk = "george hana gina rosa"
    func has(_ text: String) -> Bool { place.name.contains(text) }
    let isHeld = has("held")
    let isLive = has(" live")
    return [
      "hold": isHeld ? "" : desk, "lift": isHeld ? desk : "",
      "retract": isLive || has("withheld") ? desk : "",
      "pull": isLive ? "rosa" : "", "restore": isLive ? "rosa" : "",
      "set-workflow": "ines",
      "resume": has("aside") ? "ana george hana gina rosa cron" : "",
    ]
  }

  @Test(arguments: ["standard", "breaking", "wire", "solo"])
  func whoMayFromEachPlace(workflow: String) throws {
    for place in try Self.chosen(workflow) {
      let expected = try Self.expected(place)
      for name in Builtin.names where name != "resume" {
        var attempt = Attempt(name, note: "Because.")
        if name == "retract" { attempt.notice = "No." }
        attempt.workflow = workflow == "wire" ? "standard" : "wire"
        attempt.restores =
          name == "restore" ? try place.paper.entry(place.id).versions.first?.commit ?? "c1" : nil
        let (people, _) = try TransitionTableTests.cell(
          attempt, place.id, place.paper, "\(workflow), \(place.name): \(name)")
        #expect(people == expected[name], "\(workflow), \(place.name): \(name)")
      }
      let resumers = TransitionTableTests.everyone.filter { person in
        var paper = place.paper
        return (try? paper.resume(place.id, by: person)) != nil
      }
      #expect(
        resumers.joined(separator: " ") == expected["resume"], "\(workflow), \(place.name)")
    }
  }

  /// Where a move leads, and what readers see after it.
  @Test(arguments: ["standard", "breaking", "wire", "solo"])
  func whatComesOfIt(workflow: String) throws {
    for place in try Self.chosen(workflow) {
      let before = try place.paper.entry(place.id)
      for (name, publication) in [
        ("hold", before.publication == .live ? .withheld : before.publication),
        ("lift", before.publication == .withheld ? .live : before.publication),
        ("retract", .withdrawn), ("set-workflow", before.publication),
      ] as [(String, Entry.Publication)] {
        var paper = place.paper
        var attempt = Attempt(name, note: "Because.")
        attempt.workflow = "standard" == workflow ? "wire" : "standard"
        guard
          (try? paper.carry(attempt, on: place.id, by: name.first == "s" ? "ines" : "mei")) != nil
        else { continue }
        let after = try paper.entry(place.id)
        let place = "\(workflow), \(place.name): \(name)"
        #expect(after.publication == publication, "\(place)")
        let isGone = name == "set-workflow" && before.stage == "review"
        #expect(after.stage == (isGone ? "draft" : before.stage), "\(place)")
        #expect(after.version == before.version && after.words == before.words, "\(place)")
        #expect(
          (after.held != nil) == (name == "hold" || name == "set-workflow" && before.held != nil),
          "\(place)")
        if name == "retract" || name == "set-workflow" {
          #expect(after.approvals.isEmpty && after.scheduled == nil, "\(place)")
        } else {
          #expect(after.approvals == before.approvals, "\(place)")
          #expect(after.scheduled == before.scheduled, "\(place)")
        }
        #expect(after.aside.count == before.aside.count, "\(place)")
      }
    }
  }
}
