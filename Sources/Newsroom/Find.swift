public import Catalog
public import Editorial
import Git

/// In this module an entry is the record's; Git's are named in full.
public typealias Entry = Editorial.Entry

/// A story as commands and screens have it: what the record says of it, and its words in short.
public struct Found: Sendable, Hashable {
  public var entry: Entry
  public var headline: String
  public var section: String?
  public var byline: [String]
  public var wordCount: Int
  public var urgency: Int?
  public var embargo: String?
  public var brief: String?
  /// The lines of its open queries.
  public var queries: [Int]
  /// Whether the name that found it was the whole one.
  public var exact = true
  var card: Card

  init(_ listed: Listed, exact: Bool = true) {
    (entry, card, self.exact) = (listed.entry, listed.card, exact)
    (headline, section, byline) = (card.headline, card.section, card.byline)
    (wordCount, urgency, embargo) = (card.wordCount, card.urgency, card.embargo)
    (brief, queries) = (card.brief, card.queries)
  }

  public var slug: String { entry.slug }
  public var kicker: String? { card.kicker }
  public var standfirst: String? { card.standfirst }
  public var tags: [String] { card.tags }
  public var credit: [String] { card.credit }
  public var dateline: String? { card.dateline }
  public var language: String? { card.language }
}

extension Newsroom {
  /// The story that a name means.
  ///
  /// The first level with any hit decides: an exact slug, id, path or address; `@`, the story
  /// touched last; a unique beginning among stories at work; among all.
  public func find(_ name: String) throws(Failure) -> Found {
    guard !name.allSatisfy(\.isWhitespace) else {
      throw Failure(.notFound, "a story needs a name", hint: "stet list shows what there is")
    }
    let catalog = try lists()
    if name == "@" { return try touchedLast(catalog) }
    let exact = try reading { () throws(Damage) in try self.exact(name, catalog) }
    if let only = exact.first {
      guard exact.count == 1 else { throw ambiguous(name, exact) }
      return Found(only)
    }
    let text = name.lowercased()
    for parked in [parkedPlaces, []] where !text.isEmpty {
      let hits = try reading { () throws(Damage) in
        try catalog.stories(beginning: text, without: parked)
      }
      if hits.count == 1 { return Found(hits[0], exact: false) }
      if hits.count > 1 { throw ambiguous(name, hits) }
    }
    let slugs = try reading { () throws(Damage) in try catalog.slugs() }
    // Names are mistyped as they are typed: by their beginning.
    let parts = text.count(where: { $0 == "-" }) + 1
    let beginnings = slugs.map { $0.split(separator: "-").prefix(parts).joined(separator: "-") }
    let near = beginnings.nearest(to: text).flatMap { beginnings.firstIndex(of: $0) }
    throw Failure(
      .notFound, "there is no story called \(name)",
      hint: (slugs.nearest(to: text) ?? near.map { slugs[$0] }).map { "did you mean \($0)?" }
        ?? "stet list shows what there is"
    )
  }

  /// The stages that a story leaves only by going back, so that it is not at work there.
  var parkedPlaces: [String] {
    desk.policy.workflows.values.flatMap { workflow in
      workflow.stages.filter { workflow.isParked($0.name) }.map { "\(workflow.name)/\($0.name)" }
    }.sorted()
  }

  /// The lists of the catalog, which every newsroom has that can be written or was written once.
  func lists() throws(Failure) -> Catalog {
    guard let catalog else {
      throw Failure(
        .failed, "the newsroom's Git folder is read-only and has no catalog yet",
        hint: "run stet status once where it can be written")
    }
    return catalog
  }

  private func exact(_ name: String, _ catalog: Catalog) throws(Damage) -> [Listed] {
    let plain = try catalog.stories(named: name)
    if !plain.isEmpty { return plain }
    // 2026/11/24/slug, with or without what stands before and behind it on disk or on the site.
    var path = name[...]
    if let url = desk.policy.house.url, path.hasPrefix(url) { path = path.dropFirst(url.count) }
    for prefix in ["./", "/", "articles/"] where path.hasPrefix(prefix) {
      path = path.dropFirst(prefix.count)
    }
    for suffix in [".md", ".html"] where path.hasSuffix(suffix) {
      path = path.dropLast(suffix.count)
    }
    guard path.contains("/") else {
      return path == name[...] ? [] : try catalog.stories(named: String(path))
    }
    return try catalog.stories(at: "articles/\(path).md")
  }

  private func touchedLast(_ catalog: Catalog) throws(Failure) -> Found {
    let person = try person()
    let lines = try reading { () throws(Damage) in
      try catalog.log(by: person.handle.description, limit: 200)
    }
    guard let id = lines.lazy.compactMap(\.stories.last).first,
      let listed = try reading({ () throws(Damage) in try catalog.story(id) })
    else {
      throw Failure(
        .notFound, "you have touched no story yet", hint: "stet list shows what there is")
    }
    return Found(listed)
  }

  private func ambiguous(_ name: String, _ hits: [Listed]) -> Failure {
    let names = hits.prefix(5).map {
      String($0.entry.path.dropFirst("articles/".count).dropLast(3))
    }
    let isShared = Set(hits.map(\.entry.slug)).count < hits.count
    return Failure(
      .notFound,
      "\(name) could be any of \(hits.count > 5 ? "more than five" : "\(hits.count)") stories",
      reasons: hits.prefix(5).map {
        "\(isShared ? "\($0.entry.path.dropFirst(9).dropLast(3))" : $0.entry.slug): \($0.card.headline)"
      },
      hint: "say more of its name" + (isShared ? ", as \(names[0])" : ""))
  }

  /// The story with an id.
  public func found(_ id: StoryID) throws(Failure) -> Found? {
    let catalog = try lists()
    return try reading { () throws(Damage) in try catalog.story(id) }.map { Found($0) }
  }

  /// The story with an id, or the error that there is none.
  func known(_ id: StoryID) throws(Failure) -> Found {
    guard let found = try found(id) else { throw Failure(.notFound, "there is no such story") }
    return found
  }

  /// Stories by a filter.
  public func list(_ filter: Filter, ready: Bool = false) throws(Failure) -> [Found] {
    let catalog = try lists()
    var wanted = filter
    if filter.stages.isEmpty { wanted.without = parkedPlaces }
    if ready { wanted.limit = nil }
    let all = try reading { () throws(Damage) in try catalog.stories(wanted) }.map { Found($0) }
    guard ready else { return all }
    var passing: [Found] = []
    for story in all where try isReady(story) {
      passing.append(story)
      if passing.count == filter.limit { break }
    }
    return passing
  }

  /// Whether somebody could publish a story now.
  func isReady(_ found: Found) throws(Failure) -> Bool {
    let workflow = desk.policy.workflows[found.entry.workflow]
    guard
      let publish = workflow?.transitions(from: found.entry.stage).first(where: {
        $0.effect == .publish && !$0.isQuick
      })
    else { return false }
    let story = try story(found.entry)
    for person in desk.policy.people.values.sorted(by: { $0.handle < $1.handle })
    where person.active {
      let outcome = try weighed(Move(publish.name, hasNote: true), found.entry, story, person)
      if case .success = outcome { return true }
    }
    return false
  }

  /// The record, newest first.
  public func log(_ story: StoryID?, limit: Int?) throws(Failure) -> [LogEntry] {
    let catalog = try lists()
    return try reading { () throws(Damage) in try catalog.log(story, limit: limit) }
  }
}

extension Found {
  init(_ entry: Entry, _ card: Card) { self.init(Listed(entry: entry, card: card)) }
}
