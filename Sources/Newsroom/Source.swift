import Editorial
import Export
import Git
import Synchronization

/// The tree of `live` that an export is made from, and what was taken down since.
struct Source {
  let name: String
  let commit: String
  let time: Moment
  /// The tip of `live` that withdrawals were taken from.
  private(set) var tip: String?
  private let tree: ObjectID
  private var tipTree: ObjectID?
  /// Files of `live`'s tip that stand in for those of the edition; nil takes one out.
  private var instead: [String: [UInt8]?] = [:]
  private(set) var withdrawals: [String] = []
  private(set) var held: [String] = []
  /// What was taken down since the edition.
  private var takenDown: Set<StoryID> = []
  /// The editions up to this one that went back to an earlier one: from which commit of `live`, and to
  /// which.
  private var backs: [(from: String, to: String)] = []
  /// What partners must hear that readers no longer have.
  private var taken: [Export.Edition.Taken] = []
  private let ribbon: String?
  /// The edition before, by its tag; nil where this is the first.
  private let previous: Previous?
  /// The edition that partners had last, whose stories may be gone since.
  private let last: Previous?

  /// An edition before another one, which this clone may lack.
  private struct Previous {
    let tag: String
    let commit: ObjectID?
  }

  init(_ repository: borrowing Repository, _ request: ExportRequest) throws(Failure) {
    do {
      let tip = try Self.tip(repository)
      if request.live {
        guard let tip else { throw Failure(.notFound, "nothing was published yet") }
        let made = try repository.commit(tip)
        (name, commit, tree) = ("live", tip.description, made.tree)
        time = Moment(seconds: made.committer.seconds)
        ribbon = "NOT FOR PUBLICATION"
        previous = try Newsroom.releases(in: repository).first.map {
          Previous(tag: $0.tag, commit: ObjectID(hex: $0.commit))
        }
        last = previous
        return
      }
      let then = try ReadersState.asked(request.at, repository)
      let release =
        if let then { then.edition } else { try Self.release(request.release, repository) }
      guard let id = ObjectID(hex: release.commit), repository.exists(id) else {
        throw Failure(
          .failed, "this clone lacks the stories of \(release.tag)",
          hint: "git fetch origin tag \(release.tag)")
      }
      (name, commit, time) = (release.tag, release.commit, release.at)
      tree = try repository.commit(id).tree
      ribbon = nil
      previous = try Self.previous(of: release, repository)
      last = try release.previous.map { tag throws(Failure) in
        Previous(
          tag: tag,
          commit: try Newsroom.tagged(in: repository)[tag].flatMap { ObjectID(hex: $0.commit) })
      }
      backs = try Self.backs(upTo: release, repository)
      // What was withdrawn up to now, or up to the time that is asked for.
      if request.asReleased { return }
      if let then, then.tip == nil, tip != nil { return }
      guard let last = then == nil ? tip : then?.tip else {
        throw Failure(
          .failed, "this clone does not know what was withdrawn since \(release.tag)",
          hint: Self.history(repository))
      }
      if try repository.isAncestor(id, of: last) {
        self.tip = last.description
        if last != id { try takeDown(repository, id, last) }
      } else if repository.isShallow {
        throw Failure(
          .failed, "this clone is shallow: what was withdrawn since \(release.tag) is missing",
          hint: Self.history(repository))
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Brings a clone what it lacks: editions as they were tagged, and `live` with its history.
  private static func history(_ repository: borrowing Repository) -> String {
    "git fetch \(repository.isShallow ? "--unshallow " : "")--force origin "
      + "'refs/tags/*:refs/tags/*' live:refs/remotes/origin/live"
  }

  /// `live` here, or as the clone was given it.
  static func tip(_ repository: borrowing Repository) throws(GitError) -> ObjectID? {
    if let local = try repository.target(of: Live.reference) { return local }
    return try repository.target(of: "refs/remotes/origin/live")
  }

  private static func release(
    _ name: String?, _ repository: borrowing Repository
  ) throws(Failure) -> ReleaseTag {
    let all = try Newsroom.releases(in: repository)
    if let name {
      if let found = all.first(where: { $0.tag == name }) { return found }
      if try Newsroom.tagged(in: repository)[name] != nil {
        throw Failure(
          .refused,
          "\(name) is no edition of this newsroom: it holds what readers never were to see",
          hint: "stet verify names it")
      }
      if (try? repository.target(of: "refs/tags/\(name)")) ?? nil != nil {
        throw Failure(
          .failed, "the tag \(name) is here without its edition: it was copied flat",
          hint: history(repository))
      }
      throw Failure(
        .notFound, "there is no release called \(name)",
        hint: all.map(\.tag).nearest(to: name).map { "did you mean \($0)?" }
          ?? (all.isEmpty ? "stet release cuts the first" : "stet releases lists them"))
    }
    if let newest = all.first { return newest }
    let flat = ((try? repository.references(prefix: "refs/tags/")) ?? []).isEmpty
    if repository.isShallow || !flat {
      throw Failure(
        .notFound, "this clone has no release: its history or its tags were not fetched",
        hint: history(repository))
    }
    throw Failure(.notFound, "nothing was released yet", hint: "stet release")
  }

  /// The edition before; of one that goes back to another, what was before that one.
  private static func previous(
    of release: ReleaseTag, _ repository: borrowing Repository
  ) throws(Failure) -> Previous? {
    let all = try Newsroom.tagged(in: repository)
    var first = release
    var seen: Set<String> = []
    while let tag = first.backTo, let earlier = all[tag], seen.insert(tag).inserted {
      first = earlier
    }
    return first.previous.map {
      Previous(tag: $0, commit: all[$0].flatMap { ObjectID(hex: $0.commit) })
    }
  }

  private static func backs(
    upTo release: ReleaseTag, _ repository: borrowing Repository
  ) throws(Failure) -> [(from: String, to: String)] {
    let all = try Newsroom.tagged(in: repository)
    var backs: [(from: String, to: String)] = []
    var seen: Set<String> = []
    var edition = release
    while seen.insert(edition.tag).inserted, let before = edition.previous.flatMap({ all[$0] }) {
      if edition.backTo != nil { backs.append((before.commit, edition.commit)) }
      edition = before
    }
    return backs
  }

  /// What `live`'s tip has as withheld or withdrawn, or lacks, goes; a story whose words were taken back
  /// since stands as the tip has it.
  private mutating func takeDown(
    _ repository: borrowing Repository, _ edition: ObjectID, _ tip: ObjectID
  ) throws(GitError) {
    let now = try repository.commit(tip).tree
    tipTree = now
    let difference = try StoryDifference(repository, from: tree, to: now)
    let before = difference.before.sorted { $0.value.path < $1.value.path }
    let condemned = try Condemned(
      repository, from: edition, to: tip, among: Set(difference.before.keys))
    for (id, (path, story)) in before {
      let wasWithdrawn = story["publication"]?.text == "withdrawn"
      func note() {
        guard let published = story["published"]?.text.flatMap({ Moment($0) }) else { return }
        taken.append(
          Export.Edition.Taken(
            id: id, path: path, version: story.number, published: published,
            at: condemned.changed[id] ?? time))
      }
      guard let (there, newer) = difference.after[id] else {
        if !wasWithdrawn { note() }
        instead[path] = .some(nil)
        withdrawals.append("\(id) pulled")
        takenDown.insert(id)
        held.append("\(StoryPath(path)?.slug ?? path) (pulled)")
        continue
      }
      let publication = newer["publication"]?.text
      guard publication != nil || newer.number < story.number || condemned.has(id, story.number)
      else { continue }
      if publication == "withheld" || publication == nil && newer.number < story.number { note() }
      // Where the story has another address since, the old one leads there.
      instead[path] = .some(nil)
      if there != path, let alias = try repository.entry(at: path, in: now) {
        instead[path] = try repository.blob(alias.id, limit: FrontMatter.mostBytes)
      }
      instead[there] = newer.file.bytes
      withdrawals.append("\(id) \(publication ?? "pulled")")
      takenDown.insert(id)
      if publication == "withheld" { held.append("\(StoryPath(path)?.slug ?? path) (withheld)") }
    }
    withdrawals.sort()
  }

  /// Everything that the formats need; bodies and pictures are read when they are asked for.
  func edition(_ repository: borrowing Repository) throws -> Export.Edition {
    var people: [Handle: Profile] = [:]
    var articles: [Article] = []
    var fronts: [String: [StoryID]] = [:]
    var aliases: [String: StoryID] = [:]
    var theme: [String: [UInt8]] = [:]
    var house = House(title: "")
    var blobs: [String: ObjectID] = [:]
    var replaced: Set<String> = []
    for (path, entry) in try repository.files(under: "", in: tree) {
      if path.hasPrefix("articles/") {
        if let bytes = instead[path] {
          replaced.insert(path)
          if let bytes { try Self.take(path, bytes, &articles, &aliases) }
          continue
        }
        let bytes = try repository.blob(entry.id, limit: FrontMatter.mostBytes)
        try Self.take(path, bytes, &articles, &aliases)
      } else if path.hasPrefix("people/") {
        let person = try Person(live: try repository.blob(entry.id, limit: 1 << 16), path: path)
        people[person.handle] = Profile(person)
      } else if path.hasPrefix("fronts/") {
        let name = String(path.dropFirst("fronts/".count).dropLast(".yml".count))
        let bytes = try repository.blob(entry.id, limit: 1 << 16)
        fronts[name] = (Desk.slugs(inFront: bytes) ?? []).compactMap { StoryID($0) }
      } else if path.hasPrefix("theme/") {
        theme[String(path.dropFirst("theme/".count))] = try repository.blob(
          entry.id, limit: 8 << 20)
      } else if path == "stet.yml" {
        house = try House(live: try repository.blob(entry.id, limit: 1 << 16))
      }
      if path.hasPrefix("articles/") || path.hasPrefix("media/") { blobs[path] = entry.id }
    }
    for (path, bytes) in instead where blobs[path] == nil && !replaced.contains(path) {
      if let bytes { try Self.take(path, bytes, &articles, &aliases) }
    }
    if let tipTree, instead.values.contains(where: { $0 != nil }) {
      // What stands in names people and pictures of its own.
      for folder in ["people", "media"] {
        for (path, entry) in try repository.files(under: folder, in: tipTree)
        where blobs[path] == nil {
          if folder == "media" {
            blobs[path] = entry.id
            continue
          }
          let person = try Person(live: try repository.blob(entry.id, limit: 1 << 16), path: path)
          if people[person.handle] == nil { people[person.handle] = Profile(person) }
        }
      }
    }
    let reader = try LiveReader(repository, blobs, instead)
    let (previous, last, commit, taken, time) = (previous, last, commit, taken, time)
    let (down, backs, tip) = (takenDown, backs, tip)
    let gone = Once<[Export.Edition.Taken]>()
    let numbers = Once<[StoryID: Export.Edition.Number]>()
    let changes = Once<[StoryID: Export.Edition.Change]>()
    return Export.Edition(
      name: name, commit: commit, time: time, house: house, people: people, stories: articles,
      fronts: fronts, aliases: aliases,
      taken: {
        guard let last else { return taken }
        return try gone.get {
          let before = try reader.taken(since: last.commit, to: commit, last.tag, at: time)
          return taken + before.filter { gone in !taken.contains { $0.id == gone.id } }
        }
      },
      numbers: {
        try numbers.get {
          try reader.numbers(to: commit, down: down, tip: tip, backs: backs)
        }
      },
      theme: theme,
      changes: {
        guard let previous else { return nil }
        return try changes.get {
          try reader.changes(since: previous.commit, to: commit, previous.tag)
        }
      },
      ribbon: ribbon, made: Newsroom.version,
      body: { try reader.body($0) }, media: { try reader.picture($0) })
  }

  private static func take(
    _ path: String, _ bytes: [UInt8], _ articles: inout [Article],
    _ aliases: inout [String: StoryID]
  ) throws {
    let story = try Story(bytes)
    if let alias = story["alias"]?.text.flatMap({ StoryID($0) }) {
      aliases[path] = alias
    } else {
      articles.append(try Article(path: path, story: story))
    }
  }
}

/// Reads bodies and pictures of an edition while it is rendered, from any task.
final class LiveReader: Sendable {
  private let repository: Mutex<Repository>
  private let blobs: [String: ObjectID]
  private let instead: [String: [UInt8]?]

  init(
    _ repository: borrowing Repository, _ blobs: [String: ObjectID], _ instead: [String: [UInt8]?]
  ) throws {
    self.repository = Mutex(try Repository(at: repository.gitDirectory))
    (self.blobs, self.instead) = (blobs, instead)
  }

  func body(_ article: Article) throws -> String {
    if let bytes = instead[article.path] ?? nil { return try FrontMatter(bytes).text }
    return try FrontMatter(try read(article.path, limit: FrontMatter.mostBytes)).text
  }

  func picture(_ path: String) throws -> [UInt8] {
    guard blobs[path] != nil else { throw MissingPicture(path) }
    return try read(path, limit: 64 << 20)
  }

  /// What an edition brought since the one before it, which is called `tag`.
  func changes(
    since previous: ObjectID?, to commit: String, _ tag: String
  ) throws -> [StoryID: Export.Edition.Change] {
    try repository.withLock { repository in
      guard let previous, repository.exists(previous), let tip = ObjectID(hex: commit) else {
        throw Failure(
          .failed, "this clone lacks \(tag), the edition before: what is new can't be told",
          hint: "git fetch --unshallow --force origin 'refs/tags/*:refs/tags/*'")
      }
      let list = try LiveChanges(repository, since: previous, to: tip).list
      let changes = list.compactMap { change in
        change.group.flatMap { Export.Edition.Change(rawValue: $0.rawValue) }
          .map { (change.id, $0) }
      }
      return Dictionary(changes) { first, _ in first }
    }
  }

  /// The numbers by which partners know what an edition has, and what was taken down since.
  func numbers(
    to commit: String, down: Set<StoryID>, tip: String?, backs: [(from: String, to: String)]
  ) throws -> [StoryID: Export.Edition.Number] {
    try repository.withLock { repository in
      guard !repository.isShallow, let edition = ObjectID(hex: commit) else {
        throw Failure(
          .failed, "this clone is shallow: what partners have of a story can't be told",
          hint: "git fetch --unshallow --force origin 'refs/tags/*:refs/tags/*'")
      }
      var numbers = try WireNumbers(repository, to: edition)
      if !down.isEmpty, let tip = tip.flatMap({ ObjectID(hex: $0) }) {
        numbers.take(down, from: try WireNumbers(repository, to: tip))
      }
      for back in backs {
        guard let here = ObjectID(hex: back.from), let there = ObjectID(hex: back.to) else {
          continue
        }
        try numbers.add(repository, from: here, to: there)
      }
      return numbers.byStory
    }
  }

  /// The stories that the edition before had and this one has not, or only as they were before.
  func taken(
    since previous: ObjectID?, to commit: String, _ tag: String, at time: Moment
  ) throws -> [Export.Edition.Taken] {
    try repository.withLock { repository in
      guard let previous, repository.exists(previous), let edition = ObjectID(hex: commit) else {
        throw Failure(
          .failed,
          "this clone lacks \(tag), the edition before: what was pulled since can't be told",
          hint: "git fetch --unshallow --force origin 'refs/tags/*:refs/tags/*'")
      }
      let difference = try StoryDifference(
        repository, from: repository.commit(previous).tree, to: repository.commit(edition).tree)
      let gone = difference.before.filter { id, file in
        let after = difference.after[id]?.story
        return file.story["publication"]?.text != "withdrawn"
          && (after == nil
            || after?["publication"] == nil && (after?.number ?? 0) < file.story.number)
      }
      let condemned = try Condemned(
        repository, from: previous, to: edition, among: Set(gone.keys))
      return gone.sorted { $0.value.path < $1.value.path }.compactMap { id, file in
        guard let published = file.story["published"]?.text.flatMap({ Moment($0) }) else {
          return nil
        }
        return Export.Edition.Taken(
          id: id, path: file.path, version: file.story.number, published: published,
          at: condemned.changed[id] ?? time)
      }
    }
  }

  private func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard let id = blobs[path] else { throw Damage("\(path) is not in the edition") }
    return try repository.withLock { try $0.blob(id, limit: limit) }
  }
}
