public import Editorial
public import Git

/// An edition: a tag on `live`, with what it changed for readers since the one before.
public struct ReleaseTag: Sendable {
  public var tag: String
  /// The commit of `live` that it names.
  public var commit: String
  public var at: Moment
  /// The handle of who cut it.
  public var by: String
  public var signed: Bool
  public var previous: String?
  /// The earlier edition that it is again.
  public var backTo: String?
  /// The version of stet that cut it.
  public var madeWith: String?
  public var message: String
}

extension Newsroom {
  /// The editions, newest first, in the order of their chain.
  public func releases() throws(Failure) -> [ReleaseTag] {
    try Self.releases(in: repository)
  }

  /// Everything that is tagged as an edition, whoever made it.
  static func tagged(
    in repository: borrowing Repository
  ) throws(Failure) -> [String: ReleaseTag] {
    let tags: [Tag]
    do throws(GitError) { tags = try repository.tags() } catch { throw Failure(error) }
    var editions: [String: ReleaseTag] = [:]
    for tag in tags {
      let record = Record(tag.message)
      guard let made = record["Stet-Made-With"] else { continue }
      editions[tag.name] = ReleaseTag(
        tag: tag.name, commit: tag.target.description,
        at: Moment(seconds: tag.tagger?.seconds ?? 0),
        by: tag.tagger.map { String($0.email.prefix { $0 != "@" }) } ?? "", signed: tag.isSigned,
        previous: record["Stet-Previous"], backTo: record["Stet-Back-To"], madeWith: made,
        message: tag.message)
    }
    return editions
  }

  /// The editions of a repository, whether or not its desk can be opened: the chain on `live`.
  ///
  /// A tag beside it is nobody's edition, whatever it says of itself.
  public static func releases(in repository: borrowing Repository) throws(Failure) -> [ReleaseTag] {
    var editions = try tagged(in: repository)
    var ends: [ReleaseTag] = []
    while true {
      // The newest is nobody's previous; from there the chain leads back.
      let previous = Set(editions.values.compactMap(\.previous))
      ends = editions.values.filter { !previous.contains($0.tag) }
        .sorted { ($0.at, $0.tag) > ($1.at, $1.tag) }
      var forged: [String] = []
      for end in ends where try !isOnLive(end, repository) { forged.append(end.tag) }
      if forged.isEmpty { break }
      for tag in forged { editions[tag] = nil }
    }
    var chain: [ReleaseTag] = []
    var seen: Set<String> = []
    for end in ends {
      var next: ReleaseTag? = end
      while let edition = next, seen.insert(edition.tag).inserted {
        chain.append(edition)
        next = edition.previous.flatMap { editions[$0] }
      }
    }
    return chain
  }

  private static func isOnLive(
    _ release: ReleaseTag, _ repository: borrowing Repository
  ) throws(Failure) -> Bool {
    do throws(GitError) {
      guard let tip = try Source.tip(repository), let id = ObjectID(hex: release.commit),
        repository.exists(id)
      else { return true }
      return try repository.isAncestor(id, of: tip)
    } catch {
      throw Failure(error)
    }
  }

  /// An edition by its name.
  public func release(_ tag: String) throws(Failure) -> ReleaseTag {
    let all = try releases()
    if let found = all.first(where: { $0.tag == tag }) { return found }
    let near = all.map(\.tag).nearest(to: tag)
    throw Failure(
      .notFound, "there is no release called \(tag)",
      hint: near.map { "did you mean \($0)?" }
        ?? (all.isEmpty ? "stet release cuts the first" : "stet releases lists them"))
  }

  /// What the program calls itself in a record.
  public static let version = "stet 0.1.0"
}

extension Newsroom {
  /// What an edition brought since the one before it.
  public func contents(of release: ReleaseTag) throws(Failure) -> EditionList {
    let all = try releases()
    let previous = all.first { $0.tag == release.previous }
    if release.backTo != nil, let previous {
      return try goingBack(from: previous.commit, to: release.commit)
    }
    return try changes(since: previous?.commit, to: release.commit)
  }
}
