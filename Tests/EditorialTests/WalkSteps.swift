@testable import Editorial

/// What somebody does next, and how both sides are asked.
extension Walk {
  static let names = [
    "submit", "recall", "approve", "reject", "publish", "schedule", "unschedule", "add", "update",
    "correct", "clarify", "refile", "stand", "spike", "revive", "hold", "lift", "retract", "pull",
    "set-workflow", "restore",
  ]
  /// What newsrooms do more often than the rest.
  static let likely: [String] = [
    ("publish", 12), ("approve", 8), ("submit", 6), ("schedule", 6), ("unschedule", 2),
    ("refile", 3), ("add", 3), ("restore", 2), ("pull", 2), ("update", 4), ("correct", 4),
    ("clarify", 2), ("stand", 1), ("retract", 1), ("lift", 3), ("revive", 4), ("hold", 1),
    ("reject", 1), ("recall", 1),
  ].flatMap { Array(repeating: $0.0, count: $0.1) }
  static let actors = [
    "ana", "wei", "george", "hana", "mei", "mei", "rosa", "ines", "cron", "bot", "olaf", "vera",
  ]

  func outcome(
    _ ask: ModelAsk, _ index: Int, by name: String
  ) -> (story: ModelStory, passed: Set<String>)? {
    guard broken != index else { return nil }
    return model.outcome(ask, index, by: name, at: now, othersBroken: broken != nil)
  }

  // MARK: Moves

  mutating func move(_ index: Int) throws {
    var (ask, name) = randomAsk(index, random.pick(Self.names))
    // Most walks would stand still otherwise.
    if random.below(10) < 8 {
      for _ in 0..<12 where outcome(ask, index, by: name) == nil {
        let next = random.pick(Self.likely)
        for _ in 0..<6 where ask.name != next || outcome(ask, index, by: name) == nil {
          (ask, name) = randomAsk(index, next)
        }
      }
    }
    let expected = outcome(ask, index, by: name)
    note("\(ask.name) of \(index) by \(name) \(ask.summary)", expected != nil)
    let id = ids[index]
    let (move, basis) = try asked(ask, index)
    let entry = try paper.entry(id)
    let plan: Plan
    switch try paper.desk.plan(
      move, on: entry, story: basis, by: paper.person(name), at: paper.now + 60)
    {
    case .success(let allowed):
      guard let expected else { throw disagree("the Judge allows what the model refuses") }
      guard Set(allowed.passed) == expected.passed else {
        throw disagree("passed over: model \(expected.passed), Judge \(allowed.passed)")
      }
      plan = allowed
    case .failure(let refusal):
      guard expected == nil else {
        throw disagree("the Judge refuses: \(refusal.reasons.map(\.message))")
      }
      return
    }
    guard let expected else { return }
    try wasFit(ask, model.stories[index], expected.story, expected.passed, by: name)
    let restored = try plan.restores.map { try Story(paper.blobs.read($0)) }
    let bytes = plan.bytes(from: move.words ?? basis, restoring: restored)
    let record = Record(
      subject: ask.name, note: ask.hasNote ? Self.canary : "", trailers: plan.trailers)
    try take(index, expected.story) {
      try $0.commit(by: name, [entry.path: bytes], Record(record.message))
    }
  }

  private mutating func randomAsk(_ index: Int, _ move: String) -> (ModelAsk, String) {
    let story = model.stories[index]
    var ask = ModelAsk(move)
    var name = random.pick(Self.actors)
    ask.hasNote = random.below(6) > 0
    ask.asClock = name == "cron" ? random.below(8) > 0 : random.below(40) == 0
    ask.overrides = name == "vera" || name == "ines" ? random.below(3) == 0 : random.below(60) == 0
    if ask.asClock || story.schedule != nil && random.below(3) == 0, random.below(2) == 0 {
      (ask.asClock, name) = (true, "cron")
      ask.name = random.pick(["publish", "unschedule"])
    }
    switch ask.name {
    case "reject", "update", "correct", "clarify":
      if random.below(4) == 0 {
        ask.target = random.pick(["draft", "edit", "review", "published"])
      }
    case "schedule":
      if random.below(8) > 0 { ask.time = now + Int64(random.pick([-60, 0, 120, 600, 3000])) }
    case "set-workflow":
      ask.workflow = random.pick(["standard", "breaking", "wire", "solo", "nowhere"])
    case "restore": ask.restores = random.below(story.version + 2)
    default: break
    }
    if ["correct", "clarify", "update", "retract"].contains(ask.name), random.below(8) > 0 {
      ask.notice = random.below(12) == 0 ? " " : notice()
    }
    let base = story.hasOpenVersion ? story.versions.last?.words ?? story.words : story.words
    switch ask.name {
    case "refile":
      var words = base.plain
      if random.below(6) > 0 { words.spelling = random.below(3) }
      if random.below(6) == 0 { words.first = random.below(12) }
      ask.words = words
    case "add":
      var words = base.plain
      words.added.append(random.below(12))
      if random.below(6) == 0 { words.second = random.below(12) }
      ask.words = words
    case "update", "correct", "clarify":
      ask.onLive = random.below(2) == 0
      if ask.name == "correct", random.below(4) == 0 {
        ask.amends = random.below(story.notices.count + 2)
      } else if random.below(3) == 0 {
        var words = (ask.onLive ? base : story.words).plain
        words.second = random.below(12)
        ask.words = words
      }
    default: break
    }
    return (ask, name)
  }

  mutating func notice() -> String {
    "It was \(ModelWords.things[random.below(12)]). <!-- \(Self.canary) -->"
  }

  /// The move, and the file that it is made on.
  private func asked(_ ask: ModelAsk, _ index: Int) throws -> (Move, Story) {
    let entry = try paper.entry(ids[index])
    var move = Move(
      ask.name, target: ask.target, notice: ask.notice, hasNote: ask.hasNote,
      day: Clock(paper.now + 60).day)
    move.time = ask.time.map { Moment(seconds: $0) }
    (move.onLive, move.asClock, move.overrides) = (ask.onLive, ask.asClock, ask.overrides)
    (move.workflow, move.amends) = (ask.workflow, ask.amends)
    move.restores = ask.restores.map { number in
      entry.versions.first { $0.number == number }?.commit ?? "c0"
    }
    let basis = try Story(paper.blobs.read(paper.desk.basis(of: move, entry)))
    if let words = ask.words {
      let text = String(decoding: basis.file.bytes, as: UTF8.self)
      move.words = try Story(Array(words.file(on: text, Self.time).utf8))
    }
    return (move, basis)
  }

  // MARK: Words

  mutating func edit(_ index: Int) throws {
    guard broken != index else { return }
    var name = random.pick(Self.actors)
    let story = model.stories[index]
    let words = otherWords(story)
    guard words != story.words else { return }
    for _ in 0..<12
    where random.below(4) > 0 && model.edited(index, words, by: name) == nil {
      name = random.pick(Self.actors)
    }
    let expected = model.edited(index, words, by: name)
    note("edit of \(index) by \(name)", expected != nil)
    let id = ids[index]
    let text = words.file(on: try paper.file(id), Self.time)
    let path = try paper.entry(id).path
    guard let expected else {
      var paper = paper
      guard try paper.commit(by: name, [path: text]).offence != nil else {
        throw disagree("the Judge takes an edit that the model refuses")
      }
      return
    }
    try take(index, expected) { try $0.commit(by: name, [path: text]) }
  }

  private mutating func otherWords(_ story: ModelStory) -> ModelWords {
    var words = story.words
    switch random.below(story.version == 0 ? 12 : 6) {
    case 0, 1: words.first = random.below(12)
    case 2: words.second = random.below(12)
    case 3: words.spelling = random.below(3)
    case 4: words.hasTail.toggle()
    case 5:
      guard words.kind != nil || random.below(6) == 0 else { break }
      words.kind = random.pick(["update", "correction", "clarification", "refile", nil])
      if random.below(2) == 0 {
        words.kind = story.words.kind
        words.notice = random.below(4) == 0 ? nil : notice()
      }
    case 6:
      words.byline = random.pick([["ana"], ["ana", "hana"], ["george"], ["wei"], ["ana"], []])
    case 7: words.hasSection = random.below(5) > 0
    case 8: words.hasQuery = random.below(5) == 0
    case 9: words.embargo = random.below(2) == 0 ? nil : now + Int64(random.pick([-60, 300, 1800]))
    case 10: words.hasCredit = story.workflow == "wire" ? true : random.below(3) == 0
    default: words.first = random.below(12)
    }
    return words
  }

  // MARK: The rest

  mutating func undo(_ index: Int) throws {
    let own = model.stories[index].lastAct?.by ?? "ana"
    let name = random.below(3) > 0 ? own : random.pick(Self.actors)
    let expected = broken == index ? nil : model.undone(index, by: name)
    note("undo of \(index) by \(name)", expected != nil)
    let id = ids[index]
    guard let expected else {
      if case .success = try paper.desk.undoing(paper.entry(id), by: paper.person(name)) {
        throw disagree("the Judge undoes what the model does not")
      }
      return
    }
    try take(index, expected) { try $0.undo(id, by: name) }
  }

  mutating func resume(_ index: Int) throws {
    let story = model.stories[index]
    guard let aside = story.aside.last else { return try move(index) }
    let name = random.pick(Self.actors)
    let merge = model.merged(index)
    var given: ModelWords?
    if random.below(merge == nil ? 2 : 4) == 0 {
      given = merge ?? aside.words
      if random.below(2) == 0 { given?.first = random.below(12) }
    }
    let expected = broken == index ? nil : model.resumed(index, given, by: name)
    note("resume of \(index) by \(name), \(given == nil ? "merged" : "written")", expected != nil)
    let id = ids[index]
    let text = try paper.file(id)
    let words = try given.map { try Story(Array($0.file(on: text, Self.time).utf8)) }
    guard let expected else {
      var paper = paper
      if (try? paper.resume(id, by: name, words: words)) != nil {
        throw disagree("the Judge resumes what the model does not")
      }
      return
    }
    try take(index, expected) { try $0.resume(id, by: name, words: words) }
  }

  /// Something said beside the work changes nothing of it.
  mutating func say(_ index: Int) throws {
    guard broken == nil else { return }
    let what = random.pick(["note", "claim", "unclaim"])
    let name = random.pick(["ana", "george", "ines", "rosa"])
    note("\(what) on \(index) by \(name)", true)
    let trailers = [("Stet-Story", ids[index].description), ("Stet-Act", what)]
    try take(index, nil) {
      try $0.commit(by: name, [:], note: Self.canary, trailers: trailers)
    }
  }

  /// A managed line changed by hand: an offence that changes nothing but the path.
  mutating func hurt(_ index: Int) throws {
    let name = random.pick(["ana", "george", "vera", "bot"])
    let text = try paper.file(ids[index])
    let path = try paper.entry(ids[index]).path
    let line = random.pick(["version: 77", "maker: nobody", "stage: nowhere"])
    let key = line.prefix { $0 != ":" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("\(key):") ? line : String($0) }
    note("hurt \(index) by \(name)", true)
    let verdict = try paper.commit(by: name, [path: lines.joined(separator: "\n")])
    guard verdict.offence != nil, verdict.projection == nil else {
      throw disagree("a managed line was changed by hand")
    }
    broken = index
  }

  mutating func mend() throws {
    guard let index = broken else { return }
    note("mend \(index)", true)
    let entry = try paper.entry(ids[index])
    let good = try paper.blobs.read(entry.blob)
    broken = nil
    try take(index, nil) {
      try $0.commit(by: "ana", [entry.path: good], Record("mend"))
    }
  }
}

extension ModelAsk {
  /// What is special about it, for the trace.
  var summary: String {
    var parts: [String] = []
    if let target { parts.append("to \(target)") }
    if !hasNote { parts.append("silent") }
    if asClock { parts.append("as clock") }
    if overrides { parts.append("overrides") }
    if onLive { parts.append("live") }
    if let notice { parts.append("notice \(notice.prefix(12))") }
    if let workflow { parts.append(workflow) }
    if let restores { parts.append("version \(restores)") }
    if let amends { parts.append("amends \(amends)") }
    if words != nil { parts.append("words") }
    return parts.joined(separator: ", ")
  }
}
