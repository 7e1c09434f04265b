/// What the Judge remembers beyond the house: entries, paths, addresses, pictures.
///
/// A fold from the root keeps all of it here; a command lays it over the catalog, which answers for
/// what this does not hold, and takes ``changed`` when the commit stands.
public struct Memory: Sendable {
  public enum Key: Hashable, Sendable {
    case entry(StoryID)
    /// A story's path on `main`.
    case path(String)
    /// The paths of the stories with a slug.
    case slug(String)
    /// A path on `live`, of a story or of an alias.
    case address(String)
    case media(String)
    /// How many stories bring a path on `live` along.
    case brings(String)
    /// A file under articles/ that is no story yet.
    case unborn(String)
    /// A story's entry before a version of it was published, for `pull`.
    case before(StoryID, Int)
    /// A story's entry before its last act, for `undo`.
    case undo(StoryID)
  }

  public enum Fact: Hashable, Sendable, Codable {
    case entry(Entry)
    case story(StoryID)
    case paths([String])
    case blob(String)
    case count(Int)
    case unborn(blob: String, writers: [Handle])
  }

  public typealias Recall = @Sendable (Key) throws(Damage) -> Fact?

  private var facts: [Key: Fact?] = [:]
  private let recall: Recall?
  /// The keys that were written since ``takeChanged()`` was called last.
  public private(set) var changed: Set<Key> = []

  /// `recall` answers for what is older than this memory.
  public init(over recall: Recall? = nil) { self.recall = recall }

  public func fact(_ key: Key) throws(Damage) -> Fact? {
    if let known = facts[key] { return known }
    guard let recall else { return nil }
    return try recall(key)
  }

  public mutating func set(_ key: Key, _ fact: Fact?) {
    facts[key] = .some(fact)
    changed.insert(key)
  }

  /// What was written since the last call, by key.
  public mutating func takeChanged() -> [(Key, Fact?)] {
    defer { changed = [] }
    return changed.map { ($0, facts[$0] ?? nil) }
  }

  public func entry(_ id: StoryID) throws(Damage) -> Entry? {
    guard case .entry(let entry)? = try fact(.entry(id)) else { return nil }
    return entry
  }

  /// The entry before a version was published.
  public func entry(_ id: StoryID, before version: Int) throws(Damage) -> Entry? {
    guard case .entry(let entry)? = try fact(.before(id, version)) else { return nil }
    return entry
  }

  /// The entry before a story's last act.
  public func entry(beforeLastActOf id: StoryID) throws(Damage) -> Entry? {
    guard case .entry(let entry)? = try fact(.undo(id)) else { return nil }
    return entry
  }

  public func story(at path: String) throws(Damage) -> StoryID? {
    guard case .story(let id)? = try fact(.path(path)) else { return nil }
    return id
  }

  public func holder(ofAddress path: String) throws(Damage) -> StoryID? {
    guard case .story(let id)? = try fact(.address(path)) else { return nil }
    return id
  }

  /// The paths of the stories with a slug, oldest day first.
  public func paths(withSlug slug: String) throws(Damage) -> [String] {
    guard case .paths(let paths)? = try fact(.slug(slug)) else { return [] }
    return paths
  }

  public func picture(_ path: String) throws(Damage) -> String? {
    guard case .blob(let blob)? = try fact(.media(path)) else { return nil }
    return blob
  }

  public func count(bringing path: String) throws(Damage) -> Int {
    guard case .count(let count)? = try fact(.brings(path)) else { return 0 }
    return count
  }

  public func unborn(_ path: String) throws(Damage) -> (blob: String, writers: [Handle])? {
    guard case .unborn(let blob, let writers)? = try fact(.unborn(path)) else { return nil }
    return (blob, writers)
  }

  /// Every fact that a fold from the root came to, for keeping.
  public var all: [(Key, Fact)] { facts.compactMap { key, fact in fact.map { (key, $0) } } }
}
