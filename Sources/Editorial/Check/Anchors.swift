/// The ids of a page's subheads: ASCII, each once on a page.
public struct Anchors {
  private var taken: Set<String> = ["main", "recent"]
  /// The number that the next one of a name may have.
  private var next: [String: Int] = [:]

  public init() {}

  /// The id of the next subhead, by its words.
  public mutating func anchor(for words: String) -> String {
    let plain = Slug.words(words)
    let base = plain.isEmpty ? "section" : plain
    var name = base
    var count = next[base] ?? 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(count)"
      count += 1
    }
    next[base] = count
    return name
  }
}
