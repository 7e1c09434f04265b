@testable import Editorial

/// What must be the same on both sides, and what readers may never see.
extension Walk {
  private func check<Value: Equatable>(
    _ what: String, _ mine: Value, _ theirs: Value, _ index: Int
  ) throws {
    guard mine != theirs else { return }
    throw disagree("\(what) of \(index): model \(mine), Judge \(theirs)")
  }

  func compare(_ index: Int) throws {
    let (story, entry) = (model.stories[index], try paper.entry(ids[index]))
    func check<Value: Equatable>(_ what: String, _ mine: Value, _ theirs: Value) throws {
      try self.check(what, mine, theirs, index)
    }
    try check("workflow", story.workflow, entry.workflow)
    try check("stage", story.stage, entry.stage)
    try check("version", story.version, entry.version)
    try check("publication", story.publication.rawValue, entry.publication.rawValue)
    try check("hold", story.isHeld, entry.held != nil)
    try check("kind", story.words.kind, entry.kind?.rawValue)
    try check("writers", story.writers, Set(entry.writers.map(\.description)))
    try check("approvals", story.readers, Set(entry.standing.map(\.by.description)))
    try check("schedule", story.schedule?.at, entry.scheduled?.at.seconds)
    try check("scheduler", story.schedule?.by, entry.scheduled?.by.description)
    try check("versions", story.versions.map(\.number), entry.versions.map(\.number))
    try check("aside", story.aside.map(\.stage), entry.aside.map(\.stage))
    try check("notices", story.notices.map(\.text), entry.notices.map(\.text))
    try check("notices' kinds", story.notices.map(\.kind), entry.notices.map(\.kind))
    try check("notices' versions", story.notices.map(\.version), entry.notices.map(\.version))
    try check("desk's changes", story.changedByDesk, entry.changedByDesk)
    try check("age", story.isOlderThanWithdrawal, entry.isOlderThanWithdrawal)
  }

  /// The file has the words of the model, the entry their digests, and the managed lines what it holds.
  func compareWords(_ index: Int) throws {
    let (story, entry) = (model.stories[index], try paper.entry(ids[index]))
    func check<Value: Equatable>(_ what: String, _ mine: Value, _ theirs: Value) throws {
      try self.check(what, mine, theirs, index)
    }
    let file = try Story(paper.blobs.read(entry.blob))
    let words = try Words(of: file) { _ throws(Damage) in nil }
    try check("digest", words.digest, entry.words)
    try check("plain digest", words.plain, entry.plain)
    try check("headline", story.words.headline, file.headline)
    try check("body", story.words.body, file.file.text)
    try check("notice", story.words.notice.flatMap { $0.isEmpty ? nil : $0 }, file.notice)
    try check("amends", story.words.amends, file.amends)
    try check("managed lines", [], paper.desk.managedChanges(file, entry))
  }

  /// The story's file on `live`, by what the model says that readers see.
  func compareLive(_ index: Int) throws {
    let (story, entry) = (model.stories[index], try paper.entry(ids[index]))
    guard let path = entry.livePath else { throw disagree("\(entry.slug) has no address") }
    guard let shown = story.shown else {
      guard paper.live[path] == nil else { throw disagree("readers still have \(entry.slug)") }
      return
    }
    guard let bytes = paper.live[path] else { throw disagree("readers lack \(entry.slug)") }
    let file = try Story(bytes)
    let isGone = story.publication == .withdrawn
    var words = shown.words
    words.hasQuery = false
    let texts = story.notices.map { $0.text.replacing(" <!-- CANARY -->", with: "") }
    let notices = isGone ? texts.prefix(1) : texts[...]
    let expected: [String] =
      [
        isGone ? "" : words.headline, isGone ? "" : words.shownBody, "\(shown.number)",
        isGone ? "" : shown.kind ?? "",
        story.publication == .live ? "" : story.publication.rawValue,
      ] + notices
    let found: [String] =
      [
        file.headline, file.file.text, file["version"]?.text ?? "", file.kind ?? "",
        file["publication"]?.text ?? "",
      ] + file.notices.map(\.text)
    guard expected == found else {
      throw disagree("readers have of \(entry.slug)\n  \(found)\n  and should have\n  \(expected)")
    }
  }

  /// The front, and the people that the stories on `live` bring along.
  func compareRest() throws {
    let live = zip(ids, model.stories).filter { $1.publication == .live }
    let front = live.map { "- \($0.0)\n" }.joined()
    guard paper.live("fronts/home.yml") ?? "" == front else { throw disagree("the front differs") }
    var named: Set<String> = []
    for (path, bytes) in paper.live where path.hasPrefix("articles/") {
      let file = try Story(bytes)
      for key in ["byline", "editors", "agents"] { named.formUnion(file[key]?.texts ?? []) }
    }
    let profiles = paper.live.keys.filter { $0.hasPrefix("people/") }
    guard Set(profiles) == Set(named.map { "people/\($0).yml" }) else {
      throw disagree("live names \(named.sorted()) and has \(profiles.sorted())")
    }
  }

  /// No byte of what is for the desk alone.
  func keepsSecrets(_ projection: Projection) throws {
    var said = [
      projection.message, projection.author.email, projection.committer.email,
      projection.author.name,
    ]
    for (path, content) in projection.changes {
      said.append(path)
      if case .bytes(let bytes)? = content { said.append(String(decoding: bytes, as: UTF8.self)) }
    }
    let all = said.joined(separator: "\n")
    for secret in [Self.canary, "@tide.example", "secret", "Stet-Override", "Stet-Role"]
    where all.contains(secret) {
      throw disagree("\(secret) got out:\n\(all)")
    }
  }

  /// What holds of every publication, unless a chief passed over it: asked of the Judge's own entry
  /// before it, the words that readers got and the moment.
  func wasFit(
    _ ask: ModelAsk, _ before: ModelStory, _ after: ModelStory, _ passed: Set<String>,
    by name: String
  ) throws {
    guard let shown = after.versions.last, shown.number > before.version else { return }
    if before.isHeld { throw disagree("held, and published") }
    if let embargo = shown.words.embargo, embargo > now, !passed.contains("embargo") {
      throw disagree("published before its embargo")
    }
    let isQuick = ["refile", "add", "restore"].contains(ask.name)
    if before.publication != .live, isQuick { throw disagree("a fix of what readers don't have") }
    if before.publication == .withdrawn, before.isOlderThanWithdrawal, before.readers.isEmpty {
      throw disagree("withdrawn words came back")
    }
    guard !isQuick else { return }
    if before.workflow == "standard", before.readers.isEmpty, !passed.contains("approvals") {
      throw disagree("published without approval")
    }
    let publisher = ask.asClock ? before.schedule?.by : name
    for writer in before.writers where !passed.contains("four-eyes") {
      let others = before.readers.union([publisher].compactMap(\.self)).subtracting([writer])
      if others.isEmpty { throw disagree("nobody else read \(writer)") }
    }
  }
}

extension ModelWords {
  /// As readers get it.
  var shownBody: String { body.replacing(" <!-- CANARY -->", with: "") }
}
