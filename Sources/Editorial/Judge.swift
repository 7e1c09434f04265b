/// The Judge: one fold over the commits of `main`.
///
/// Commands ask ``plan(_:on:story:by:at:day:)`` before they commit, and everything that was committed
/// goes through ``judge(_:reading:)``; nothing else decides the state of a story.
extension Desk {
  /// Takes the next commit.
  ///
  /// An offence changes nothing but the paths that it touched, which are broken from then on.
  public mutating func judge(_ change: Change, reading blob: Reader) throws(Damage) -> Verdict {
    var line = LogEntry(
      commit: change.commit, at: change.author.at, by: change.author.name, kind: .broken,
      stories: [], note: change.record.note)
    let person = policy.person(withEmail: change.author.email)
    line.by = person?.handle.description ?? "\(change.author.name) <\(change.author.email)>"
    let committer = policy.person(withEmail: change.committer.email)
    if let committer, committer.handle != person?.handle {
      line.enteredBy = committer.handle.description
    }
    if stop == nil, change.parents > 1 {
      stop = Stop(commit: change.commit, by: line.by, good: head)
    }
    guard stop == nil else { return Verdict(entry: line) }
    switch try ruling(on: change, by: person, reading: blob) {
    case .success(let effects):
      if let offence = try publicWhileBroken(effects, change, by: line.by) {
        return Verdict(entry: line, offence: offence)
      }
      let projection = try apply(effects, change, by: person)
      line.kind = effects.kind
      line.stories = effects.stories
      if let plan = effects.plan {
        (line.transition, line.from, line.to) = (plan.transition.name, plan.from, plan.to)
        if plan.transition.publishes { line.version = plan.entry.version }
        (line.override, line.scheduledBy) = (plan.passed, plan.scheduledBy?.description)
        if plan.kind != nil { line.versionKind = plan.kind }
        transitions += 1
      }
      commits += 1
      if line.enteredBy != nil { entered += 1 }
      head = change.commit
      return Verdict(entry: line, projection: projection)
    case .failure(let wrong):
      let offence = record(wrong, of: change, by: line.by)
      line.stories = offence.story.map { [$0] } ?? []
      commits += 1
      head = change.commit
      return Verdict(entry: line, offence: offence)
    }
  }

  /// While anything is broken, fronts and the public part of the house stay as readers have them.
  private mutating func publicWhileBroken(
    _ effects: Effects, _ change: Change, by: String
  ) throws(Damage) -> Offence? {
    guard !broken.isEmpty, effects.house != nil else { return nil }
    var trial = self
    guard try trial.apply(effects, change, by: nil) != nil else { return nil }
    let offence = record(Wrong(.recordIsBroken(broken.keys.sorted())), of: change, by: by)
    commits += 1
    head = change.commit
    return offence
  }

  /// What is wrong with a commit.
  struct Wrong: Error {
    var reasons: [Reason]
    var story: StoryID?

    init(_ reasons: [Reason], _ story: StoryID? = nil) {
      (self.reasons, self.story) = (reasons, story)
    }

    init(_ reason: Reason, _ story: StoryID? = nil) { self.init([reason], story) }
  }

  /// What a good commit does to the state.
  struct Effects {
    var kind = LogEntry.Kind.edit
    var stories: [StoryID] = []
    var ids: Set<StoryID> = []
    var facts: [(Memory.Key, Memory.Fact?)] = []
    /// Entries before and after, for what is counted.
    var entries: [(before: Entry?, after: Entry)] = []
    var policy: Policy?
    var files: [String: String?] = [:]
    var fronts: [String: Front?] = [:]
    /// Broken paths that are whole again, and how.
    var healed: [String: Offence.Standing] = [:]
    /// A waived offence that touched no path.
    var pardoned: String?
    var plan: Plan?
    /// The story that readers see otherwise from now on, and how.
    var published: Publishing?
    /// What an import brings readers.
    var imported: Imported?
    /// Set where something public of the house may have changed.
    var house: Actor?

    /// Whether it moved `live` by a story, or belongs to what did.
    var isPublic: Bool { published != nil || plan?.transition.effect == .resume }
  }

  /// Who acts, when, and in which commit.
  struct Actor {
    var person: Person
    var change: Change
  }

  private func ruling(
    on change: Change, by person: Person?, reading blob: Reader
  ) throws(Damage) -> Result<Effects, Wrong> {
    do throws(Ruled) {
      return .success(try rule(on: change, by: person, reading: blob))
    } catch {
      switch error {
      case .wrong(let wrong): return .failure(wrong)
      case .damage(let damage): throw damage
      }
    }
  }

  /// The two ways in which judging ends early, so that rules can be written as plain throwing code.
  enum Ruled: Error {
    case wrong(Wrong)
    case damage(Damage)

    static func because(_ reason: Reason, _ story: StoryID? = nil) -> Ruled {
      .wrong(Wrong(reason, story))
    }
  }

  private func rule(
    on change: Change, by person: Person?, reading blob: Reader
  ) throws(Ruled) -> Effects {
    guard let person else {
      throw .because(.stranger(name: change.author.name, email: change.author.email))
    }
    guard person.active else { throw .because(.retired(person.handle)) }
    let actor = Actor(person: person, change: change)
    try checkPaths(of: change)
    let act: Act
    switch Act.read(change.record) {
    case .success(let read): act = read
    case .failure(let misread): throw .because(.trailers(misread.message))
    }
    if case .waive(let commit, let story) = act {
      return try waive(commit, story, actor, blob)
    }
    let frozen = change.paths.first { broken[$0.path ?? ""] != nil }
    if frozen != nil {
      guard act == .plain else { throw .because(.touchesBroken(frozen?.path ?? "")) }
      return try mend(change)
    }
    switch act {
    case .transition(let claimed): return try transition(claimed, actor, blob)
    case .beside(let said, let story): return try beside(said, story, actor)
    case .undo(let commit, let story): return try undo(commit, story, actor)
    case .imports(let count): return try importing(count, actor, blob)
    case .plain, .waive: return try plain(actor, blob)
    }
  }

  /// What no commit may hold, wherever it is (names that can't be checked out everywhere, links).
  private func checkPaths(of change: Change) throws(Ruled) {
    // What is taken away may have any name: a mend must be able to.
    for delta in change.paths where delta.after != nil {
      guard let path = delta.path, SafePath.isSafe(path), !path.contains("\u{FFFD}") else {
        throw .because(.badPath(delta.path ?? "a name that is not UTF-8"))
      }
      if let after = delta.after, !after.isPlain { throw .because(.notPlain(path)) }
    }
  }

  /// A commit without an act of ours is judged by what it touches.
  private func plain(_ actor: Actor, _ blob: Reader) throws(Ruled) -> Effects {
    let paths = names(actor.change)
    if paths.contains(where: Policy.isPolicy) {
      guard paths.allSatisfy(Policy.isPolicy) else { throw .because(.policyNotAlone) }
      return try changePolicy(actor, blob)
    }
    if paths.contains(where: { $0.hasPrefix("fronts/") }) {
      guard paths.allSatisfy({ $0.hasPrefix("fronts/") }) else { throw .because(.policyNotAlone) }
      return try changeFronts(actor, blob)
    }
    return try edit(actor, blob)
  }

  func names(_ change: Change) -> [String] { change.paths.compactMap(\.path) }

  /// Runs what may find damage inside a ruling.
  func caught<Value>(_ body: () throws(Damage) -> Value) throws(Ruled) -> Value {
    do throws(Damage) { return try body() } catch { throw .damage(error) }
  }

  private mutating func record(_ wrong: Wrong, of change: Change, by: String) -> Offence {
    let paths = names(change)
    for delta in change.paths {
      guard let path = delta.path else { continue }
      if broken[path] == nil {
        broken[path] = Broken(commit: change.commit, good: delta.before, now: delta.after)
      } else {
        broken[path]?.now = delta.after
      }
    }
    let first = wrong.reasons.first
    let remedy =
      paths.isEmpty
      ? "a chief: stet waive \(change.commit.prefix(10)) -m WHY"
      : "stet doctor --fix puts the last good files back"
        + (paths.allSatisfy { $0.hasPrefix("articles/") }
          ? "; a chief's stet waive \(change.commit.prefix(10)) -m WHY lets the words stand" : "")
    let offence = Offence(
      commit: change.commit, by: by, at: change.author.at, rule: first?.rule ?? "record",
      story: wrong.story, message: wrong.reasons.map(\.message).joined(separator: "; "),
      remedy: remedy, paths: paths, waiting: Set(paths), standing: .open)
    offences.append(offence)
    return offence
  }
}

/// Names that no system can check out safely are refused wherever they come from.
enum SafePath {
  static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= 1000 else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isSafeName)
  }

  private static func isSafeName(_ name: Substring) -> Bool {
    guard !name.isEmpty, name != ".", name != "..", name.last != ".", name.last != " ",
      !isDeviceName(String(name))
    else { return false }
    // What file systems ignore in a name, so that it passes for `.git`.
    let folded = name.unicodeScalars.filter {
      !(0x200B...0x200F).contains($0.value) && $0.value != 0xFEFF
    }
    let plain = String(String.UnicodeScalarView(folded)).lowercased()
    guard plain != ".git", !plain.hasPrefix("git~"), !plain.hasPrefix(".git:") else { return false }
    return name.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && !(0x80..<0xA0).contains($0.value)
        && !"\\:*?\"<>|".unicodeScalars.contains($0)
        && !(0x200B...0x200F).contains($0.value) && !(0x202A...0x202E).contains($0.value)
        && !(0x2066...0x2069).contains($0.value)
    }
  }
}
