internal import Editorial

extension Site {
  /// The newest others as of the end of the day on which the story came out; while the archive is
  /// young, the next ones fill up.
  ///
  /// So a new story changes its day's pages and not the archive.
  func recentStories(for story: Article, count: Int = 6) -> [Article] {
    let limit = archive.zone.end(of: story.day)
    let live = archive.live
    // The first one that was out by then: those before it are newer.
    var low = 0
    var high = live.count
    while low < high {
      let middle = (low + high) / 2
      if live[middle].published < limit { high = middle } else { low = middle + 1 }
    }
    var recent: [Article] = []
    var index = low
    while recent.count < count, index < live.count {
      if live[index].id != story.id { recent.append(live[index]) }
      index += 1
    }
    index = low - 1
    while recent.count < count, index >= 0 {
      if live[index].id != story.id { recent.insert(live[index], at: 0) }
      index -= 1
    }
    return recent
  }

  func recentFields(for story: Article, _ links: Addressing) throws -> Fields {
    let recent = try recentStories(for: story).map { other in
      Fields([
        "headline": other.headline, "url": links.own(String(other.urlPath.dropFirst())),
        "teaser": try archive.teaser(of: other), "iso": archive.zone.iso(other.published),
        "time": archive.zone.shown(other.published), "language": foreignLanguage(of: other),
      ])
    }
    return Fields(["hasRecent": !recent.isEmpty, "recent": recent, "page": links.page])
  }

  /// The newest 12 for the script: addresses are relative to the file itself.
  func recentJSON() throws -> String {
    let posts = try archive.live.prefix(12).map { story -> JSON in
      .members([
        "headline": .string(story.headline), "url": .string(String(story.urlPath.dropFirst())),
        "teaser": .string(try archive.teaser(of: story)),
        "published": .string(archive.zone.iso(story.published)),
      ])
    }
    return JSON.array(posts).text + "\n"
  }
}
