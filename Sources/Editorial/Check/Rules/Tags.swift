extension Rule {
  /// A tag twice, or in two spellings that make the same page.
  static let tags = Rule(
    "tags", wants: "each tag once",
    .story { sheet in
      var seen: [String: String] = [:]
      return sheet.story.tags.compactMap { tag in
        let page = Slug.words(tag)
        guard !page.isEmpty else { return nil }
        guard let other = seen[page] else {
          seen[page] = tag
          return nil
        }
        let message =
          other == tag
          ? "the tag \(tag) stands here twice" : "the tags \(other) and \(tag) make the same page"
        return sheet.find(message, at: "tags")
      }
    })

  /// Tags that look like another spelling of one that stories have.
  public static let knownTags = Rule(
    "known-tags", wants: "tags as other stories have them", .outside)
}

extension Sheet {
  /// What is odd about a story's tags beside those in use, with its place; `count` tells how many stories
  /// have each.
  public func tagFindings(beside count: [String: Int]) -> [Finding] {
    let own = Set(story.tags)
    let known = count.keys.filter { !own.contains($0) }.sorted()
    return story.tags.compactMap { tag in
      // One that other stories have is no slip.
      guard count[tag, default: 0] < 2 else { return nil }
      let page = Slug.words(tag)
      let near =
        known.first { Slug.words($0) == page } ?? known.first { Sheet.isPlural($0, tag) }
        ?? known.first {
          tag.count > 5 && editDistance($0.lowercased(), tag.lowercased()) == 1
        }
      return near.map { other in
        let many = count[other] ?? 1
        return finding(
          "no other story has the tag \(tag); \(many == 1 ? "1 has" : "\(many) have") \(other)",
          of: .knownTags, at: offset(of: tag, in: "tags"))
      }
    }
  }

  private static func isPlural(_ one: String, _ other: String) -> Bool {
    let (one, other) = (one.lowercased(), other.lowercased())
    return one == other + "s" || other == one + "s" || one == other + "es" || other == one + "es"
  }
}
