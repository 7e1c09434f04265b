import Editorial

extension Newsroom {
  /// Lets words stand that came in against the rules; a chief's recorded pardon.
  ///
  /// Returns the stories whose words stand.
  public mutating func waive(_ commit: String, why: String) throws(Failure) -> [Found] {
    let person = try person()
    return try change("waive") { newsroom throws(Failure) in
      try newsroom.waive(commit, why, by: person)
    }
  }

  private mutating func waive(
    _ name: String, _ why: String, by person: Person
  ) throws(Failure) -> [Found] {
    let hits = desk.open.filter { $0.commit.hasPrefix(name.lowercased()) }
    guard let offence = hits.first, hits.count == 1 else {
      throw Failure(
        .notFound,
        hits.isEmpty
          ? "there is no open violation at \(name)"
          : "\(name) could be any of \(hits.count) violations",
        hint: "stet verify lists them")
    }
    guard person.roles.contains(.chief) else {
      throw Failure(
        .refused, "only a chief waives",
        hint: "ask \(prose(desk.policy.people(with: .chief).map(\.name), "or"))")
    }
    guard !why.isEmpty else {
      throw Failure(.refused, "a waiver says why", hint: "stet waive \(name) -m \"…\"")
    }
    let waiting = offence.waiting.sorted()
    if let path = waiting.first(where: { StoryPath($0) == nil }) {
      throw Failure(
        .refused, "\(path) is no story, and a waiver lets words stand, nothing else",
        hint: "stet doctor --fix puts the last good file back")
    }
    var chain = try begin()
    var ids: [StoryID] = []
    if waiting.isEmpty {
      try add(
        Draft(files: [], record: record(offence, nil, why, "a violation")), to: &chain, by: person)
    }
    for path in waiting {
      let (id, bytes) = try waiver(of: path, offence, by: person)
      let files: [(path: String, bytes: [UInt8]?)] = bytes.map { [(path, $0)] } ?? []
      try add(
        Draft(files: files, record: record(offence, id, why, path)), to: &chain, by: person)
      ids.append(id)
    }
    try finish(chain)
    var stories: [Found] = []
    for id in ids { if let found = try found(id) { stories.append(found) } }
    return stories
  }

  private func record(
    _ offence: Offence, _ id: StoryID?, _ why: String, _ what: String
  ) -> Record {
    var trailers: [Record.Trailer] = []
    if let id { trailers.append(Record.Trailer("Stet-Story", id.description)) }
    trailers.append(Record.Trailer("Stet-Waive", offence.commit))
    return Record(subject: "waive: \(what)", note: why, trailers: trailers)
  }

  /// The story's file as it stands, with the managed lines that the record holds; nil bytes where it
  /// has them already.
  private func waiver(
    of path: String, _ offence: Offence, by person: Person
  ) throws(Failure) -> (StoryID, [UInt8]?) {
    guard let now = desk.broken[path]?.now else {
      throw Failure(
        .refused, "\(path) is gone, and a waiver lets words stand, nothing else",
        hint: "stet doctor --fix brings it back")
    }
    let bytes = try blob(now.blob)
    let file: FrontMatter
    do throws(Fault) { file = try FrontMatter(bytes) } catch {
      throw Failure(
        .refused, "\(path), \(error.problem): words that can't be read can't stand",
        hint: "stet doctor --fix puts the last good file back")
    }
    let known = try reading { () throws(Damage) in try desk.memory.story(at: path) }
    guard let known else { return try birth(of: path, file, offence, by: person) }
    let entry = try reading { () throws(Damage) in try desk.memory.entry(known) }
    guard let entry, let fixed = desk.waiverFile(of: entry, file) else {
      throw Failure(
        .refused, "nobody may change words of a story that is \(entry?.stage ?? "gone")",
        hint: "stet doctor --fix puts the last good file back")
    }
    return (known, fixed == bytes ? nil : fixed)
  }

  /// A file that was no story becomes one at its workflow's start.
  private func birth(
    of path: String, _ file: FrontMatter, _ offence: Offence, by person: Person
  ) throws(Failure) -> (StoryID, [UInt8]?) {
    let claimed = file["id"]?.text.flatMap { StoryID($0) }
    let isFree =
      if let claimed {
        try reading { () throws(Damage) in try desk.memory.entry(claimed) } == nil
      } else { false }
    let id = (isFree ? claimed : nil) ?? Self.newID(at: circumstances.now)
    let name = file["workflow"]?.text ?? ""
    let inUse = desk.policy.inUse.contains(name) ? name : desk.policy.defaultWorkflow
    guard let workflow = desk.policy.workflows[inUse] else {
      throw Failure(.failed, "the newsroom has no workflow")
    }
    let maker = (offence.author(in: desk.policy) ?? person).handle
    let kept: Set = ["id", "maker", "workflow", "stage", "version", "created"]
    let drop = file.fields.map(\.key).filter {
      Managed.keys.contains($0) && !kept.contains($0) || $0 == "kind" || $0 == "notice"
    }
    let bytes = file.setting(drop.map { ($0, nil) })
    let created = file["created"]?.text.flatMap { Moment($0) } ?? circumstances.now
    return (id, try managed(bytes, id: id, maker: maker, workflow: workflow, created: created))
  }
}
