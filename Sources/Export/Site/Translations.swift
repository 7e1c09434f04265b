internal import Editorial
internal import Foundation

/// Stories that say the same in different languages.
struct Translations: Sendable {
  /// One story of a group.
  struct Version: Sendable {
    let story: Article
    /// A tag of BCP 47, as `pt-BR`.
    let language: String
  }

  /// By the id of the story that began each; the one it began with first, then by language.
  private let groups: [StoryID: [Version]]
  private let roots: [StoryID: StoryID]

  /// Each language once in a group: the newest of two that claim it, the one that began it before all.
  init(_ archive: Archive) {
    var origins: [StoryID: StoryID] = [:]
    for story in archive.live {
      if let origin = story.translationOf, origin != story.id { origins[story.id] = origin }
    }
    var roots: [StoryID: StoryID] = [:]
    for id in origins.keys {
      var root = id
      var passed: Set<StoryID> = [id]
      // Where they go round in a circle, the smallest id stands for all of it.
      while let next = origins[root] {
        guard passed.insert(next).inserted else {
          root = passed.min() ?? root
          break
        }
        root = next
      }
      (roots[id], roots[root]) = (root, root)
    }
    var groups: [StoryID: [Version]] = [:]
    if !roots.isEmpty {
      for story in archive.live {
        guard let root = roots[story.id] else { continue }
        let language = story.language ?? archive.house.language
        if let known = groups[root]?.firstIndex(where: { $0.language == language }) {
          if story.id == root { groups[root]?[known] = Version(story: story, language: language) }
        } else {
          groups[root, default: []].append(Version(story: story, language: language))
        }
      }
    }
    self.roots = roots
    self.groups = groups.filter { $0.value.count > 1 }.mapValues { versions in
      versions.sorted {
        ($0.story.id == roots[$0.story.id] ? 0 : 1, $0.language)
          < ($1.story.id == roots[$1.story.id] ? 0 : 1, $1.language)
      }
    }
  }

  /// The group that a story stands in, itself among it; empty where it is alone or another one stands
  /// for its language.
  func group(of story: Article) -> [Version] {
    guard let group = roots[story.id].flatMap({ groups[$0] }),
      group.contains(where: { $0.story.id == story.id })
    else { return [] }
    return group
  }

  /// How a language calls itself, as `português`.
  static func name(of language: String) -> String {
    Locale(identifier: language).localizedString(forIdentifier: language) ?? language
  }
}

extension Site {
  /// The links to the other languages that readers see.
  func translationFields(of story: Article, _ links: Addressing) -> [Fields] {
    let others = translations.group(of: story).filter { $0.story.id != story.id }
    return others.enumerated().map { index, other in
      Fields([
        "name": Translations.name(of: other.language), "language": other.language,
        "url": links.own(String(other.story.urlPath.dropFirst())),
        "isLast": index == others.count - 1,
      ])
    }
  }

  /// All languages of a story with their addresses, its own too, as search engines want them; the one
  /// that the others were made from is for whoever reads none of them.
  func alternates(of story: Article) -> [(language: String, url: String)] {
    let group = translations.group(of: story)
    let all = group.compactMap { version in
      canonical(String(version.story.urlPath.dropFirst())).map { (version.language, $0) }
    }
    guard let first = all.first else { return [] }
    return all + [("x-default", first.1)]
  }
}
