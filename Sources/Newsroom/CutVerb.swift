import Catalog
import Editorial
import Export
import Git

/// An edition that was cut, and what it brought.
public typealias Cut = (edition: ReleaseTag, list: EditionList)

extension Newsroom {
  /// Cuts an edition of what stands on `live`; nil where nothing is new.
  public mutating func cut(_ name: String?, message: String?) throws(Failure) -> Cut? {
    let person = try person()
    return try change("release") { newsroom throws(Failure) in
      guard person.roles.contains(.publisher), !person.agent else {
        throw newsroom.noPublisher(person)
      }
      return try newsroom.cut(name, message, newsroom.desk.live, by: person)
    }
  }

  /// Cuts an edition of a commit of `live` that this person's publication has made, publisher or
  /// not, so that nothing goes out that came after it; nil where an edition has it already.
  public mutating func cut(publishedAt live: String) throws(Failure) -> Cut? {
    let person = try person()
    return try change("release") { newsroom throws(Failure) in
      guard try Self.mayCut(person, live, newsroom.repository) else {
        throw newsroom.noPublisher(person)
      }
      if let previous = try newsroom.releases().first,
        let (old, new) = Self.pair(previous.commit, live),
        try newsroom.git({ () throws(GitError) in
          try newsroom.repository.isAncestor(new, of: old)
        })
      {
        return nil
      }
      return try newsroom.cut(nil, nil, live, by: person)
    }
  }

  /// Whether whoever asks may cut an edition of a commit of `live`.
  public func mayCut(publishedAt live: String) throws(Failure) -> Bool {
    try Self.mayCut(try person(), live, repository)
  }

  /// Whether a person may cut an edition of a commit of `live`: a publisher, and whoever published
  /// what it brought.
  static func mayCut(
    _ person: Person, _ live: String, _ repository: borrowing Repository
  ) throws(Failure) -> Bool {
    guard !person.agent else { return false }
    if person.roles.contains(.publisher) { return true }
    guard let id = ObjectID(hex: live), repository.exists(id) else { return false }
    do throws(GitError) {
      let commit = try repository.commit(id)
      return commit.author.email == "\(person.handle)@newsroom.invalid"
        && Record(commit.message)["Stet-Story"] != nil
    } catch {
      throw Failure(error)
    }
  }

  private static func pair(_ old: String, _ new: String) -> (ObjectID, ObjectID)? {
    guard let old = ObjectID(hex: old), let new = ObjectID(hex: new) else { return nil }
    return (old, new)
  }

  private func noPublisher(_ person: Person) -> Failure {
    Failure(
      .refused, "a release is cut by a publisher, and \(person.name) is none",
      hint: "ask \(prose(desk.policy.people(with: .publisher).map(\.name), "or"))")
  }

  /// What stands against any release now, whoever cuts it.
  public func refuseUnlessReleasable() throws(Failure) {
    guard desk.policy.house.url != nil else {
      throw Failure(
        .refused, "the newsroom has no address yet, and every page names it",
        hint: "set url in stet.yml, as url: https://example.org/, then stet save stet.yml")
    }
    guard desk.broken.isEmpty else {
      let paths = desk.broken.keys.sorted()
      throw Failure(
        .refused, Reason.recordIsBroken(paths).message, hint: "stet doctor --fix, or stet waive")
    }
    try refuseIfLiveIsBeside()
    try refuseIfStopped()
    try refuseIfThemeIsBroken()
  }

  private func cut(
    _ name: String?, _ message: String?, _ live: String, by person: Person
  ) throws(Failure) -> Cut? {
    try refuseUnlessReleasable()
    let previous = try releases().first
    try refuseBrokenPictures(since: previous?.commit, to: live)
    let list = try changes(since: previous?.commit, to: live)
    guard previous?.commit != live, !list.isEmpty else { return nil }
    let tag = try tagName(name)
    let text = editionMessage(
      "\(tag): \(list.summary)", list, message, previous.map { [("Stet-Previous", $0.tag)] } ?? [])
    let edition = ReleaseTag(
      tag: tag, commit: live, at: circumstances.now, by: person.handle.description,
      signed: false, previous: previous?.tag, madeWith: Newsroom.version, message: text)
    try make(edition, by: person)
    return (edition, list)
  }

  /// An edition is not cut that no export could make, for a picture that came since the one before.
  private func refuseBrokenPictures(since old: String?, to new: String) throws(Failure) {
    guard let tip = ObjectID(hex: new) else { return }
    let base = old.flatMap { ObjectID(hex: $0) }
    let changes = try git { () throws(GitError) in
      let before: ObjectID? = if let base { try repository.commit(base).tree } else { nil }
      return try repository.changes(from: before, to: repository.commit(tip).tree)
    }
    for change in changes {
      // What is no picture by its name no page shows.
      guard let path = change.text, path.hasPrefix("media/"), PictureType(path: path) != nil,
        let file = change.after
      else {
        continue
      }
      let bytes = try git { () throws(GitError) in
        try repository.blob(file.id, limit: 64 << 20)
      }
      do throws(PictureFault) { _ = try PictureFile(bytes, path: path) } catch {
        let stories = try list(ListRequest()).stories.filter {
          (try? story($0.entry))?.pictures.contains(path) == true
        }
        let shown = stories.isEmpty ? "" : ", which \(prose(stories.map(\.slug))) shows,"
        throw Failure(
          .refused, "\(path)\(shown) can't go out: \(error.problem)",
          hint: "put another picture in its place: stet media add FILE, then stet edit STORY")
      }
    }
  }

  /// Makes the tag of an edition.
  func make(_ edition: ReleaseTag, by person: Person) throws(Failure) {
    guard !circumstances.isDry, let target = ObjectID(hex: edition.commit) else { return }
    let tagger = Signature(
      name: person.name, email: "\(person.handle)@newsroom.invalid",
      seconds: edition.at.seconds, offset: 0)
    do throws(GitError) {
      _ = try repository.createTag(
        edition.tag, target: target, tagger: tagger, message: edition.message)
    } catch {
      throw error.code == .alreadyExists ? Self.taken(edition.tag) : Failure(error)
    }
  }

  private static func taken(_ tag: String) -> Failure {
    Failure(.refused, "there is a tag \(tag) already", hint: "give the release another name")
  }

  /// The name given, or the day and a count: 2026-11-24.1.
  func tagName(_ name: String?) throws(Failure) -> String {
    if let name {
      let good =
        !name.isEmpty && name.utf8.count <= 100 && name.first != "-" && name.first != "."
        && name.last != "." && !name.hasSuffix(".lock") && !name.contains("..")
        && name.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || [0x2D, 0x2E, 0x5F].contains($0)
        }
      guard good, !["main", "live", "HEAD"].contains(name) else {
        throw Failure(
          .invalid, "`\(name)` can't be the name of a release",
          hint: "use letters, digits, dots and hyphens, as 2026-11-24.1")
      }
      guard try !isTag(name) else { throw Self.taken(name) }
      return name
    }
    var count = 1
    while try isTag("\(today).\(count)") { count += 1 }
    return "\(today).\(count)"
  }

  private func isTag(_ name: String) throws(Failure) -> Bool {
    try git { () throws(GitError) in try repository.target(of: "refs/tags/\(name)") } != nil
  }

  /// What a tag says: the public line, the lists, and the trailers in their order.
  func editionMessage(
    _ subject: String, _ list: EditionList, _ message: String?, _ chain: [(String, String)]
  ) -> String {
    var lines: [String] = []
    if let message, !message.isEmpty { lines += [message, ""] }
    if list.imported > 0 {
      lines += ["\(list.imported) of the new ones came from another system, not by this desk.", ""]
    }
    for group in EditionList.Group.allCases where !list[group].isEmpty {
      lines.append("\(group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst()):")
      for item in list[group] {
        let names = item.names.isEmpty ? "" : ". \(item.names.joined(separator: " · "))"
        let standing = item.standing(group)
        // A withdrawn story keeps its headline only where that was asked for.
        lines.append(
          item.headline.isEmpty
            ? "- \(item.slug), \(standing)"
            : "- \(item.headline) (\(item.slug), \(standing))\(names)"
              + (item.isPassedOver ? ". A rule was passed over for it" : ""))
      }
      lines.append("")
    }
    let trailers =
      chain.map { Record.Trailer($0.0, $0.1) }
      + [Record.Trailer("Stet-Made-With", Newsroom.version)]
    return Record(subject: subject, note: lines.joined(separator: "\n"), trailers: trailers).message
  }
}
