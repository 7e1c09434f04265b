import Editorial

/// One random walk through a newsroom of three stories: each command is put to the model and to the Judge,
/// and they must agree on it and on what comes of it.
struct Walk {
  let seed: UInt64
  var random: Seeded
  var paper: Paper
  var model: Model
  var ids: [StoryID] = []
  /// The story whose file was changed against the rules and waits for its mend.
  var broken: Int?
  var trace: [String] = []
  var counts: [String: Int] = [:]

  static let canary = "CANARY"

  /// vera is a chief who edits and publishes too, so that overrides have someone who may do much.
  static let base = Result {
    try Paper(files: ["people/vera.yml": Paper.person("vera", "chief, editor, publisher")])
  }

  struct Disagreement: Error, CustomStringConvertible {
    var description: String
  }

  init(seed: UInt64) throws {
    (self.seed, random) = (seed, Seeded(seed))
    paper = try Self.base.get()
    model = Model(people: [:])
    for (handle, roles, more) in Paper.staff + [("vera", "chief, editor, publisher", "")] {
      let roles = Set(roles.split(separator: ", ").map(String.init))
      model.people[handle] = Model.ModelPerson(
        roles: roles, isAgent: more.contains("agent"), isActive: !more.contains("active: false"))
    }
    try paper.new(
      "secret", by: "wei", words: "headline: \(Self.canary)\nsection: city\nbyline: [wei]\n",
      body: "\(Self.canary)\n")
    let makers = ["ana", "wei", "george", "bot", "mei", "vera"]
    try paper.commit(by: "mei", ["fronts/home.yml": "- first\n- secret\n- second\n- third\n"])
    for (slug, workflow) in [
      ("first", "standard"), ("second", random.pick(["standard", "breaking"])),
      ("third", random.pick(["breaking", "wire", "solo", "standard"])),
    ] {
      let maker = random.below(3) == 0 ? random.pick(makers) : "ana"
      var words = ModelWords(byline: [maker])
      words.hasCredit = workflow == "wire"
      let fields =
        words.fields(Self.time)
        + "# \(Self.canary)\nbrief: \(Self.canary)\nx-unknown: [\(Self.canary)]\n"
      ids.append(
        try paper.new(slug, by: maker, workflow: workflow, words: fields, body: words.body))
      model.stories.append(ModelStory(maker: maker, workflow: workflow, words: words))
    }
  }

  static func time(_ seconds: Int64) -> String { Moment(seconds: seconds).description }

  var now: Int64 { (paper.now + 60).seconds }

  /// Walks, and folds the whole way again from the root; throws where model and Judge disagree.
  mutating func run(_ steps: Int) throws {
    for index in ids.indices { try compare(index) }
    for _ in 0..<steps { try step() }
    if broken != nil { try mend() }
    for index in ids.indices { try compareWords(index) }
    try foldFromTheRoot()
  }

  private mutating func step() throws {
    let index = random.pick([0, 0, 1, 1, 2])
    switch random.below(100) {
    case 0..<24: try edit(index)
    case 24..<28: paper.wait(until: paper.now + Int64(random.pick([60, 600, 3600])))
    case 28..<32: try undo(index)
    case 32..<39: try resume(index)
    case 39 where broken == nil: try hurt(index)
    case 40..<44 where broken != nil: try mend()
    case 44..<47: try say(index)
    default: try move(index)
    }
  }

  mutating func note(_ what: String, _ allowed: Bool) {
    trace.append("\(what) \(allowed ? "✓" : "✗")")
    let name = what.split(separator: " ").first.map(String.init) ?? ""
    counts["\(name) \(allowed ? "✓" : "✗")", default: 0] += 1
  }

  func disagree(_ what: String) -> Disagreement {
    Disagreement(
      description: "seed \(seed): \(what)\n  \(trace.suffix(30).joined(separator: "\n  "))")
  }

  // MARK: Both sides

  /// Takes a commit that both allowed; one that moves `live` is judged a second time.
  mutating func take(
    _ index: Int, _ after: ModelStory?, _ commit: (inout Paper) throws -> Verdict
  ) throws {
    let (desk, count) = (paper.desk, paper.projections.count)
    let verdict: Verdict
    do { verdict = try commit(&paper) } catch {
      throw disagree("the Judge refuses what the model allows: \(error)")
    }
    if let offence = verdict.offence {
      throw disagree("the Judge calls an offence what the model allows: \(offence.message)")
    }
    let before = model.stories[index]
    if let after { model.stories[index] = after }
    try compare(index)
    if random.below(3) == 0 { try compareWords(index) }
    let isSeen = before.isSeenOtherwise(than: model.stories[index])
    guard (verdict.projection != nil) == isSeen, paper.projections.count == count + (isSeen ? 1 : 0)
    else { throw disagree("live moved: \(verdict.projection != nil), in the model: \(isSeen)") }
    if let projection = verdict.projection {
      try judgeAgain(desk, projection)
      try compareLive(index)
      try compareRest()
      try keepsSecrets(projection)
    }
  }

  /// The same commit from the same state comes to the same change of `live`.
  private func judgeAgain(_ desk: Desk, _ projection: Projection) throws {
    guard let change = paper.changes.last else { return }
    var again = desk
    let kept = paper.blobs
    let second = try again.judge(change) { id throws(Damage) in try kept.read(id) }
    guard second.projection == projection, second.offence == nil else {
      throw disagree("judged twice, it comes to something else")
    }
  }

  /// All commits again, from the newsroom's first.
  private func foldFromTheRoot() throws {
    let kept = paper.blobs
    var desk = try Self.base.get().desk
    var projections = Array(paper.projections.prefix(1))
    for change in paper.changes.dropFirst() {
      let verdict = try desk.judge(change) { id throws(Damage) in try kept.read(id) }
      if let projection = verdict.projection { projections.append(projection) }
    }
    guard projections == paper.projections else { throw disagree("a fold from the root differs") }
    for id in ids {
      guard try desk.memory.entry(id) == paper.entry(id) else {
        throw disagree("an entry folded from the root differs")
      }
    }
  }
}

extension ModelStory {
  /// Whether readers see a change between two states.
  func isSeenOtherwise(than other: ModelStory) -> Bool {
    publication != other.publication || versions.last?.number != other.versions.last?.number
      || notices != other.notices
  }
}
