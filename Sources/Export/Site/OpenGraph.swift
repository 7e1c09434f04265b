internal import Editorial

extension Site {
  /// What a page says of itself where it is shared (https://ogp.me).
  func graph(
    of layout: Layout, _ canonical: String?
  ) throws -> [(property: String, content: String)] {
    let house = archive.house
    var graph: [(String, String)] = [
      ("og:site_name", house.title), ("og:title", layout.title),
    ]
    if let canonical { graph.append(("og:url", canonical)) }
    if let description = layout.description { graph.append(("og:description", description)) }
    if let path = layout.image, canonical != nil, let facts = try archive.picture(at: path) {
      graph += [
        ("og:image", archive.siteURL + path), ("og:image:type", facts.mediaType),
        ("og:image:width", String(facts.width)), ("og:image:height", String(facts.height)),
      ]
      if let alt = layout.imageAlt { graph.append(("og:image:alt", alt)) }
    }
    graph += layout.graph.map { ($0.property, $0.content) }
    if layout.graph.isEmpty { graph.append(("og:type", "website")) }
    if let locale = Self.locale(layout.language ?? house.language) {
      graph.append(("og:locale", locale))
    }
    let others = Set(layout.alternates.compactMap { Self.locale($0.language) })
    graph += others.filter { $0 != Self.locale(layout.language ?? house.language) }.sorted()
      .map { ("og:locale:alternate", $0) }
    return graph.map { (property: $0.0, content: $0.1) }
  }

  /// OpenGraph's properties of an article (https://ogp.me/#type_article).
  func graph(of story: Article) -> [(property: String, content: String)] {
    var graph = [
      ("og:type", "article"), ("article:published_time", archive.zone.iso(story.published)),
    ]
    if let updated = story.updated {
      graph.append(("article:modified_time", archive.zone.iso(updated)))
    }
    graph += story.byline.compactMap { entry in
      lists.page(of: archive.person(entry).profile).flatMap(canonical).map {
        ("article:author", $0)
      }
    }
    if let section = story.section {
      graph.append(("article:section", archive.house.label(ofSection: section)))
    }
    graph += story.tags.map { ("article:tag", $0) }
    return graph.map { (property: $0.0, content: $0.1) }
  }

  /// `en_GB`: OpenGraph wants a language with its country, and an underscore between them.
  private static func locale(_ language: String) -> String? {
    let parts = language.split(separator: "-")
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    return "\(parts[0].lowercased())_\(parts[1].uppercased())"
  }
}
