import Catalog
import Editorial
import Export
import Git

/// The paper as the desk has it: what is live, and in it every story at work as it stands.
struct DeskEdition: Sendable {
  var edition: Export.Edition
  /// Stories whose file can't be read as it stands in the work tree, by their page on the site.
  var faults: [String: Failure] = [:]
}

extension Newsroom {
  /// The desk as it is now, with what is not saved yet: words, pictures, theme, fronts and stet.yml.
  ///
  /// Throws what makes no page readable: a stet.yml or a front with a mistake in it.
  func deskEdition() throws(Failure) -> DeskEdition {
    let unsaved = try unsavedPaths()
    var made = DeskEdition(edition: try publishedEdition())
    try dress(&made.edition, unsaved)
    var shown: [(article: Article, bytes: [UInt8], story: Story)] = []
    made.edition.ribbon = "AS THE DESK HAS IT · NOT FOR PUBLICATION"
    made.edition.ribbons = [:]
    for found in try atWork(unsaved) {
      do throws(Failure) {
        let story = try words(of: found, unsaved)
        let (article, bytes) = try previewed(story, found)
        made.edition.ribbons?[article.path] = ribbon(
          of: found, story, isUnsaved: unsaved.contains(found.entry.path))
        shown.append((article, bytes, story))
      } catch {
        let page = try previewed(try self.story(found.entry), found).article.urlPath
        made.faults[String(page.dropFirst())] = error
      }
    }
    try show(shown, in: &made.edition, unsaved)
    return made
  }

  /// A story as readers would see it if it were published now, among its published neighbours.
  func edition(
    showing found: Found, withUnsaved: Bool
  ) throws(Failure) -> (Export.Edition, Article) {
    let unsaved = withUnsaved ? try unsavedPaths() : []
    var edition = try publishedEdition()
    edition.stories = Array(
      edition.stories.sorted { ($0.published, $0.path) > ($1.published, $1.path) }.prefix(30))
    edition.aliases = [:]
    edition.changes = { nil }
    try dress(&edition, unsaved)
    edition.fronts = [:]
    let story = try words(of: found, unsaved)
    let (article, bytes) = try previewed(story, found)
    edition.ribbon = ribbon(of: found, story, isUnsaved: unsaved.contains(found.entry.path))
    try show([(article, bytes, story)], in: &edition, unsaved)
    return (edition, article)
  }

  /// What differs from the record in the work tree; files that editors leave beside others aside.
  private func unsavedPaths() throws(Failure) -> Set<String> {
    Set(
      try changedFiles().filter { path in
        !path.hasSuffix("~") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
      })
  }

  private func publishedEdition() throws(Failure) -> Export.Edition {
    var request = ExportRequest(formats: [], directory: "")
    request.live = true
    do { return try Source(repository, request).edition(repository) } catch { throw Failure(error) }
  }

  /// Gives an edition the desk's people, and the house, fronts and theme of the work tree.
  private func dress(
    _ edition: inout Export.Edition, _ unsaved: Set<String>
  ) throws(Failure) {
    edition.people = Dictionary(
      desk.policy.people.map { ($0.key, Profile($0.value)) }
    ) { first, _ in first }
    var fronts = desk.fronts.mapValues(\.slugs)
    for path in unsaved.sorted() {
      let bytes = try onHand(path)
      if path == "stet.yml" {
        do throws(PolicyFault) { edition.house = try House(live: bytes ?? []) } catch {
          throw Failure(.invalid, error.problem)
        }
      } else if path.hasPrefix("theme/") {
        edition.theme[String(path.dropFirst("theme/".count))] = bytes
      } else if path.hasPrefix("fronts/"), path.hasSuffix(".yml") {
        let name = String(path.dropFirst("fronts/".count).dropLast(".yml".count))
        guard let slugs = bytes.map(Desk.slugs(inFront:)) ?? [] else {
          throw Failure(.invalid, "\(path) is not a list of slugs, `- slug` a line")
        }
        fronts[name] = slugs
      }
    }
    edition.fronts = [:]
    for (name, slugs) in fronts {
      edition.fronts[name] = try reading { () throws(Damage) in
        var ids: [StoryID] = []
        for slug in slugs { if let id = try desk.story(named: slug) { ids.append(id) } }
        return ids
      }
    }
  }

  /// A file of the work tree; nil where it is gone or a link.
  private func onHand(_ path: String) throws(Failure) -> [UInt8]? {
    guard let disk = onDisk(path), !Disk.isLink(disk), let size = Disk.size(disk) else {
      return nil
    }
    guard size <= 64 << 20 else { throw Failure(.invalid, "\(path) is larger than stet reads") }
    return Disk.read(disk)
  }

  /// The stories that readers don't have as they stand here.
  private func atWork(_ unsaved: Set<String>) throws(Failure) -> [Found] {
    var filter = Filter()
    filter.without =
      parkedPlaces
      + desk.policy.workflows.values.flatMap { workflow in
        workflow.transitions.filter { $0.effect == .publish }
          .flatMap { $0.from.compactMap(\.target) }.map { "\(workflow.name)/\($0)" }
      }
    let catalog = try lists()
    let chosen = filter
    var held = Filter()
    held.flags = [.held]
    let heldFilter = held
    var stories = try reading { () throws(Damage) in
      try catalog.stories(chosen) + catalog.stories(heldFilter)
    }.map { Found($0) }
    for path in unsaved.sorted() where path.hasPrefix("articles/") {
      let id = try reading { () throws(Damage) in try desk.memory.story(at: path) }
      if let id, let found = try found(id) { stories.append(found) }
    }
    var seen: Set<StoryID> = []
    return stories.filter {
      seen.insert($0.entry.id).inserted && $0.entry.publication != .withdrawn
    }
  }

  /// The words of a story as they stand, saved or not.
  private func words(of found: Found, _ unsaved: Set<String>) throws(Failure) -> Story {
    guard unsaved.contains(found.entry.path), let bytes = try onHand(found.entry.path) else {
      return try story(found.entry)
    }
    do throws(Fault) { return try Story(bytes) } catch {
      throw Failure(.invalid, "\(found.entry.path), \(error.problem)", hint: error.hint)
    }
  }

  private func previewed(
    _ story: Story, _ found: Found
  ) throws(Failure) -> (article: Article, bytes: [UInt8]) {
    let (path, bytes) = try reading { () throws(Damage) in
      try desk.previewed(story, found.entry, at: circumstances.now, on: today)
    }
    do { return (try Article(path: path, story: try Story(bytes)), bytes) } catch {
      throw Failure(error)
    }
  }

  /// Puts stories of the desk in the place of what readers have of them.
  private func show(
    _ shown: [(article: Article, bytes: [UInt8], story: Story)], in edition: inout Export.Edition,
    _ unsaved: Set<String>
  ) throws(Failure) {
    let ids = Set(shown.map(\.article.id))
    edition.stories.removeAll { ids.contains($0.id) }
    edition.stories += shown.map(\.article)
    var texts: [StoryID: String] = [:]
    var pictures: [String: [UInt8]] = [:]
    var blobs: [String: ObjectID] = [:]
    for (article, bytes, story) in shown {
      do throws(Fault) { texts[article.id] = try FrontMatter(bytes).text } catch {
        throw Failure(error)
      }
      for path in story.pictures.flatMap({ [$0] + Picture.smaller(of: $0) }) {
        if unsaved.contains(path) {
          pictures[path] = try onHand(path)
        } else {
          let id = try reading { () throws(Damage) in try desk.memory.picture(path) }
          blobs[path] = id.flatMap { ObjectID(hex: $0) }
        }
      }
    }
    let reader: LiveReader
    do { reader = try LiveReader(repository, blobs, [:]) } catch { throw Failure(error) }
    let (body, media) = (edition.body, edition.media)
    edition.body = { [texts] article in try texts[article.id] ?? body(article) }
    edition.media = { [pictures, blobs] path in
      if let bytes = pictures[path] { return bytes }
      return try blobs[path] == nil ? media(path) : reader.picture(path)
    }
  }

  /// What stands on top of a page that is for looking at: the stage, and what holds it back.
  private func ribbon(of found: Found, _ story: Story, isUnsaved: Bool) -> String {
    let stage = desk.policy.workflows[found.entry.workflow]?.stage(found.entry.stage)
    var parts = [stage?.label ?? found.entry.stage]
    if isUnsaved { parts.append("UNSAVED") }
    if let until = story.embargo.flatMap({ Moment($0) }), until > circumstances.now {
      parts.append("EMBARGO until \(when(until)) (\(zone.name))")
    }
    if found.entry.held != nil { parts.append("ON HOLD") }
    return (parts + ["NOT FOR PUBLICATION"]).joined(separator: " · ")
  }
}
