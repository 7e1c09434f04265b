import Editorial
import Git

extension Newsroom {
  /// Cuts an edition that is an earlier one again: its commit of `live` under a new name.
  ///
  /// What was withdrawn since stays withdrawn in every export of it, and the next plain release
  /// brings `live` as it is. Nil where readers have that edition already.
  public mutating func cut(
    backTo tag: String, _ name: String?, message: String?
  ) throws(Failure) -> Cut? {
    let person = try person()
    return try change("release") { newsroom throws(Failure) in
      guard person.roles.contains(.publisher), !person.agent else {
        throw Failure(
          .refused, "only a publisher goes back to an earlier edition, and \(person.name) is none",
          hint:
            "ask \(prose(newsroom.desk.policy.people(with: .publisher).map(\.name), "or"))")
      }
      return try newsroom.back(to: try newsroom.release(tag), name, message, by: person)
    }
  }

  /// Single stories go back to the words that an edition had: these become their next version.
  public mutating func restore(
    _ stories: [Found], from tag: String, note: String
  ) throws(Failure) -> [Moved] {
    let edition = try release(tag)
    var request = MoveRequest("restore", stories.map(\.entry.id))
    request.note = note
    for found in stories {
      guard let number = try version(of: found.entry, in: edition) else {
        throw Failure(.notFound, "\(found.slug) is not in \(tag)", hint: "stet releases \(tag)")
      }
      guard let version = found.entry.versions.first(where: { $0.number == number }) else {
        throw Failure(
          .refused, "version \(number) of \(found.slug), which \(tag) has, was pulled since",
          hint: "stet log \(found.slug)")
      }
      request.restores[found.entry.id] = version.commit
    }
    return try move(request)
  }

  private func back(
    to target: ReleaseTag, _ name: String?, _ message: String?, by person: Person
  ) throws(Failure) -> Cut? {
    try refuseUnlessReleasable()
    guard let newest = try releases().first, newest.commit != target.commit else { return nil }
    let list = try goingBack(from: newest.commit, to: target.commit)
    let tag = try tagName(name)
    let text = editionMessage(
      "\(tag): back to \(target.tag)", list, message,
      [("Stet-Back-To", target.tag), ("Stet-Previous", newest.tag)])
    let edition = ReleaseTag(
      tag: tag, commit: target.commit, at: circumstances.now, by: person.handle.description,
      signed: false, previous: newest.tag, backTo: target.tag, madeWith: Newsroom.version,
      message: text)
    try make(edition, by: person)
    return (edition, list)
  }

  /// The stories that readers had newer, or had at all, and won't with an earlier commit of `live`.
  func goingBack(from newest: String, to target: String) throws(Failure) -> EditionList {
    guard let newest = ObjectID(hex: newest), let target = ObjectID(hex: target),
      let tip = ObjectID(hex: desk.live)
    else { return EditionList() }
    do throws(GitError) {
      let now = try repository.commit(newest).tree
      let back = try StoryDifference(repository, from: now, to: repository.commit(target).tree)
      let since = try StoryDifference(repository, from: now, to: repository.commit(tip).tree)
      let concerned = Set(back.before.keys).union(back.after.keys)
      let condemned = try Condemned(repository, from: target, to: tip, among: concerned)
      var list = EditionList()
      for (id, file) in back.before.sorted(by: { $0.value.path < $1.value.path }) {
        // What the tip has not changed since the newest edition stands there as it stands in that.
        let tip = since.after[id] ?? (since.before[id] == nil ? file : nil)
        func shown(_ file: LiveChanges.File?) -> Int? {
          guard let file, file.story["publication"] == nil, let tip,
            tip.story["publication"] == nil
          else { return nil }
          let taken = tip.story.number < file.story.number || condemned.has(id, file.story.number)
          return taken ? tip.story.number : file.story.number
        }
        guard let had = shown(file) else { continue }
        let has = shown(back.after[id])
        guard has != had else { continue }
        var item = item(id, back.after[id] ?? file)
        item.version = has ?? 0
        list.groups[.back, default: []].append(item)
      }
      return list
    } catch {
      throw Failure(error)
    }
  }
}
