internal import Editorial

extension Article {
  /// The story as any format may show it; nil where readers must not see that there is one.
  ///
  /// Of a withdrawn story that is its notice and what finds it again, whatever else its file holds.
  var forReaders: Article? {
    switch publication {
    case .live: self
    case .withheld: nil
    case .withdrawn: Article(noticeOf: self)
    }
  }

  /// What stands in the place of a withdrawn story.
  ///
  /// Names what stays, so that a field that `Article` gains later does not.
  private init(noticeOf story: Article) {
    (path, id, day, published) = (story.path, story.id, story.day, story.published)
    // `live` has the headline only where the withdrawal kept it.
    (headline, version, modified) = (story.headline, story.version, story.modified)
    publication = .withdrawn
    // A correction of what was withdrawn says it again.
    notices = [story.withdrawal].compactMap { $0 }
    (tags, byline, reporting, credit, related) = ([], [], [], [], [])
    (mediatopics, genres) = ([], [])
    (editors, agents, aliases, further) = ([], [], story.aliases, [])
  }

  /// The headline, or what is said in its place.
  var title: String { headline.isEmpty ? Self.withdrawnTitle : headline }

  static let withdrawnTitle = "Withdrawn"

  /// What readers are told of a withdrawn story.
  var withdrawalText: String { withdrawal?.text ?? "This article has been withdrawn." }
}

extension Archive {
  /// READ MORE of a story, without itself and without what readers can't see.
  func related(of story: Article) -> [Related] {
    let page = String(story.urlPath.dropFirst())
    var seen: Set<StoryID> = [story.id]
    return story.related.filter { entry in
      switch entry {
      case .own(let name): self.story(named: name).map { seen.insert($0.id).inserted } ?? false
      case .outside(_, let url, _): !isGone(url, from: page)
      }
    }
  }

  /// Whether a link on `page` leads to a story of this newsroom that readers no longer have.
  private func isGone(_ address: String, from page: String) -> Bool {
    let site = siteURL.isEmpty ? "http://site.invalid/" : siteURL
    let links = Addressing(site: site, page: page, isAbsolute: true)
    guard let target = links.link(address).map(Self.withoutScheme) else { return false }
    let root = Self.withoutScheme(site)
    guard target.hasPrefix(root) else { return false }
    let file = target.dropFirst(root.count).prefix { $0 != "?" && $0 != "#" }
    guard file.hasSuffix(".html") else { return false }
    let path = "articles/\(file.dropLast(".html".count)).md"
    if notLive.contains(path) { return true }
    guard let id = edition.aliases[path], !isTaken(path) else { return false }
    return place(of: id) == nil
  }

  private static func withoutScheme(_ address: String) -> Substring {
    let address = address.lowercased()
    return address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
  }
}
