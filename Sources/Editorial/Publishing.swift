/// A change of what readers see of a story, as judged.
struct Publishing {
  enum Shown {
    case published, withheld, lifted, pulled
    case withdrawn(keepsHeadline: Bool)

    /// How readers see a story otherwise after a move; nil where they don't.
    init?(_ plan: Plan, from before: Entry.Publication) {
      switch plan.transition.effect {
      case .publish, .restore: self = .published
      case .hold where before == .live: self = .withheld
      case .lift where before == .withheld: self = .lifted
      case .retract: self = .withdrawn(keepsHeadline: plan.keepsHeadline)
      case .pull: self = .pulled
      default: return nil
      }
    }
  }

  var shown: Shown
  var before: Entry
  var after: Entry
  /// Its file on `live`; nil where there is none any more.
  var bytes: [UInt8]?
  var subject: String
  var kind: String?
  var actor: Desk.Actor
}

extension Desk {
  /// Completes the entry of a story that readers see otherwise, and works out its file on `live`.
  func publishing(
    _ shown: Publishing.Shown, _ before: Entry, _ after: inout Entry, _ story: Story, _ plan: Plan,
    _ actor: Actor, _ effects: inout Effects, _ blob: Reader
  ) throws(Ruled) -> Publishing {
    var result = Publishing(
      shown: shown, before: before, after: after, subject: "", kind: plan.kind, actor: actor)
    switch shown {
    case .published:
      result.bytes = try publication(&after, story, plan, actor, &effects)
      result.subject =
        "publish: \(Copy(story.headline, in: "headline").published), version \(after.version)"
    case .withheld:
      let file = try shownFile(of: before, blob)
      result.bytes = PublicFile.withheld(file)
      (result.subject, result.kind) = ("withhold: a story", "withheld")
    case .lifted:
      result.bytes = try shownFile(of: before, blob).bytes
      (result.subject, result.kind) = ("lift: a story is back", "lifted")
    case .withdrawn(let keepsHeadline):
      let headline = keepsHeadline ? try shownFile(of: before, blob)["headline"] : nil
      result.bytes = PublicFile.withdrawn(after, headline: headline)
      result.subject = "withdraw: a story, version \(after.shownVersion)"
      after.brings = []
    case .pulled:
      switch after.publication {
      case .unpublished: after.brings = []
      case .withdrawn:
        result.bytes = PublicFile.withdrawn(after, headline: nil)
        after.brings = []
      case .live, .withheld:
        let file = try shownFile(of: after, blob)
        result.bytes = after.publication == .withheld ? PublicFile.withheld(file) : file.bytes
        let entry = try caught { () throws(Damage) in
          try memory.entry(after.id, before: before.shownVersion)
        }
        after.brings = entry?.brings ?? []
      }
      result.subject = "pull: version \(before.shownVersion) of a story"
    }
    result.after = after
    return result
  }

  /// What readers have, or had, of a story: its file on `live` as its last version made it.
  private func shownFile(of entry: Entry, _ blob: Reader) throws(Ruled) -> FrontMatter {
    let id = entry.versions.last?.shown ?? ""
    let bytes = try caught { () throws(Damage) in try blob(id) }
    do throws(Fault) { return try FrontMatter(bytes) } catch {
      throw .damage(Damage("what readers have of \(entry.slug) can't be read: \(error.problem)"))
    }
  }

  private func publication(
    _ after: inout Entry, _ story: Story, _ plan: Plan, _ actor: Actor, _ effects: inout Effects
  ) throws(Ruled) -> [UInt8] {
    let people = named(in: story, after).map { "people/\($0).yml" }
    let pictures = try caught { () throws(Damage) in
      try Picture.all(story.shownPictures) { path throws(Damage) in try memory.picture(path) }
    }
    after.brings = people + pictures.filter { !$0.blob.isEmpty }.map(\.path)
    let links = try caught { () throws(Damage) in
      try publicLinks(of: story, besides: plan.entry.id)
    }
    let bytes = PublicFile.story(
      story, after, kind: plan.versionKind, agents: agents(of: after), links: links,
      further: policy.house.publicFields)
    after.versions.append(
      Entry.Version(
        number: after.version, blob: after.blob, commit: actor.change.commit, plain: after.plain,
        by: plan.scheduledBy ?? actor.person.handle, at: actor.change.author.at,
        kind: plan.versionKind, shown: PublicFile.blobID(of: bytes), passed: plan.passed,
        changers: plan.writers, byline: after.byline, credit: after.credit))
    if let path = after.livePath { effects.facts.append((.address(path), .story(after.id))) }
    effects.facts.append((.before(after.id, after.version), .entry(plan.before)))
    return bytes
  }
}
