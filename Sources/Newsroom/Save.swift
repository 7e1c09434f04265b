import Catalog
import Editorial
import Git

/// What was saved of the work tree.
public struct Saved: Sendable {
  /// The stories whose words were saved, or that began.
  public var stories: [Found] = []
  /// Other files: pictures, fronts, rules.
  public var others: [String] = []
  /// Files that look like stories and were left alone, with the reason.
  public var left: [(path: String, reason: String)] = []
  public var added = 0
  public var removed = 0
}

extension Newsroom {
  /// The files of the work tree that differ from the record, by path.
  public func changedFiles() throws(Failure) -> [String] {
    guard repository.workTree != nil, repository.headReference == Live.main else { return [] }
    return try git { () throws(GitError) in try repository.workTreeChanges(under: []) }
      .map(\.path).filter { !$0.hasSuffix(".stet-tmp") }
  }

  /// The files that a save can be told to take: the changed ones, and those that plain Git committed
  /// and that are no story yet.
  public func savableFiles() throws(Failure) -> [String] {
    let changed = try changedFiles()
    let unborn = try reading { () throws(Damage) in try catalog?.unborn() ?? [] }
    return changed + unborn.filter { !changed.contains($0) }
  }

  /// Commits what was changed by hand: the words of stories, pictures and fronts, and rules in a
  /// commit of their own.
  ///
  /// `only` names the paths concerned; nil is all.
  public mutating func save(
    only: [String]?, note: String
  ) throws(Failure) -> Saved {
    let person = try person()
    guard repository.workTree != nil else {
      throw Failure(
        .refused, "this newsroom has no work tree, so nothing in it is unsaved",
        hint: "stet edit STORY changes words here")
    }
    return try change("save") { newsroom throws(Failure) in
      try newsroom.save(only, note, by: person)
    }
  }

  private mutating func save(
    _ only: [String]?, _ note: String, by person: Person
  ) throws(Failure) -> Saved {
    var saved = Saved()
    var words: [(path: String, bytes: [UInt8]?)] = []
    var fronts: [(path: String, bytes: [UInt8]?)] = []
    var policy: [(path: String, bytes: [UInt8]?)] = []
    var ids: [StoryID] = []
    let files = only == nil ? try changedFiles() : try savableFiles()
    for path in files where only?.contains(path) ?? true {
      guard let disk = onDisk(path) else { continue }
      guard !Disk.isLink(disk) else {
        throw Failure(
          .invalid, "\(path) is a link, and a newsroom holds plain files",
          hint: "put the file itself there")
      }
      let bytes = Disk.read(disk)
      if path.hasPrefix("articles/") {
        if let id = try takeWords(path, bytes, named: only != nil, by: person, &words, &saved) {
          ids.append(id)
        }
      } else if only == nil, bytes != nil, Self.isLitter(path) {
        saved.left.append((path, "hidden files are no part of a newsroom"))
      } else if path.hasPrefix("media/") {
        if let bytes { _ = try PictureToAdd.judged(bytes, path) }
        words.append((path, bytes))
        saved.others.append(path)
      } else if path.hasPrefix("fronts/") {
        fronts.append((path, bytes))
        saved.others.append(path)
      } else {
        policy.append((path, bytes))
        saved.others.append(path)
      }
    }
    if policy.contains(where: { $0.path.hasPrefix("theme/") }) { try refuseIfThemeIsBroken(policy) }
    var chain = try begin()
    if !words.isEmpty {
      let record = Record(
        subject: subject(of: words, ids), note: note,
        trailers: ids.count == 1 ? [Record.Trailer("Stet-Story", ids[0].description)] : [])
      try add(Draft(files: words, record: record), to: &chain, by: person)
    }
    for (files, name) in [(fronts, "fronts"), (policy, "rules")] where !files.isEmpty {
      let names = prose(files.map(\.path))
      let record = Record(subject: "\(name): \(names)", note: note, trailers: [])
      try add(Draft(files: files, record: record), to: &chain, by: person)
    }
    for id in ids { saved.stories.append(try preview(chain, id)) }
    // A file that stet completed gets its managed lines on disk too.
    for (path, _) in words {
      if let disk = onDisk(path), let bytes = Disk.read(disk) {
        try holds(bytes, at: path, &chain)
      }
    }
    try finish(chain)
    if policy.contains(where: { $0.path.hasPrefix("style/") }) { warnOfStyle() }
    for (path, bytes) in fronts {
      for slug in bytes.flatMap({ Desk.slugs(inFront: $0) }) ?? []
      where try reading({ () throws(Damage) in try desk.story(named: slug) }) == nil {
        circumstances.say("warning: \(path) names \(slug), and there is no story called that")
      }
    }
    return saved
  }

  /// Whether a file is one of those that desktops leave in folders.
  private static func isLitter(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return ["media", "theme", "fronts", "people", "style"].contains(parts[0])
      && parts.contains { $0.hasPrefix(".") }
  }

  private func subject(of files: [(path: String, bytes: [UInt8]?)], _ ids: [StoryID]) -> String {
    if ids.count > 1 { return "edit: \(ids.count) stories" }
    let path = files.first?.path ?? ""
    let headline = files.lazy.compactMap { file in
      file.bytes.flatMap { try? Story($0) }?.headline
    }.first { !$0.isEmpty }
    return ids.isEmpty ? "media: \(path)" : "edit: \(headline ?? path)"
  }

  /// One changed file under articles/: the words of a story, or a new one that is completed.
  private func takeWords(
    _ path: String, _ bytes: [UInt8]?, named: Bool, by person: Person,
    _ words: inout [(path: String, bytes: [UInt8]?)], _ saved: inout Saved
  ) throws(Failure) -> StoryID? {
    let known = try reading { () throws(Damage) in try desk.memory.story(at: path) }
    guard let bytes else {
      if known != nil {
        throw Failure(
          .refused, "\(path) was moved or deleted, and a story's file stays where it is",
          hint: "git checkout -- \(path) brings it back; stet spike drops a story")
      }
      words.append((path, nil))
      saved.others.append(path)
      return nil
    }
    if let known, let found = try found(known) {
      try refuseManaged(bytes, found)
      try refuseUnlessWriter(person, found)
      let count = try wordChanges(try blob(found.entry.blob), bytes)
      saved.added += count.added
      saved.removed += count.removed
      words.append((path, bytes))
      return known
    }
    guard let place = StoryPath(path) else {
      let slug = Slug.from(String(path.split(separator: "/").last?.dropLast(3) ?? ""))
      let reason = "its place is articles/\(today.path)/\(slug ?? "slug").md"
      if named {
        throw Failure(.invalid, "\(path) can't be a story: \(reason)", hint: "move it there")
      }
      saved.left.append((path, reason))
      return nil
    }
    do throws(Failure) {
      let (id, completed) = try complete(bytes, place, by: person)
      words.append((path, completed))
      return id
    } catch {
      if named { throw error }
      saved.left.append((path, error.problem))
      return nil
    }
  }

  /// A new file with what makes it a story.
  private func complete(
    _ bytes: [UInt8], _ place: StoryPath, by person: Person
  ) throws(Failure) -> (StoryID, [UInt8]) {
    let file: FrontMatter
    do throws(Fault) { file = try FrontMatter(bytes) } catch {
      throw Failure(.invalid, "\(place.path), \(error.problem)", hint: error.hint)
    }
    let stray = file.fields.first { Managed.keys.contains($0.key) && $0.key != "workflow" }
    if let stray {
      throw Failure(
        .refused, "\(place.path), line \(stray.line): `\(stray.key)` is kept by stet",
        hint: "take the line out; \(FieldName.command(for: stray.key))")
    }
    let name = file["workflow"]?.text ?? desk.policy.defaultWorkflow
    guard desk.policy.inUse.contains(name), let workflow = desk.policy.workflows[name] else {
      throw Failure(
        .invalid, "\(place.path): there is no workflow called \(name) in use",
        hint: "there are \(prose(desk.policy.inUse))")
    }
    let id = Self.newID(at: circumstances.now)
    let completed = try managed(
      bytes, id: id, maker: person.handle, workflow: workflow, created: circumstances.now)
    return (id, completed)
  }
}
