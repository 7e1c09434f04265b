internal import Editorial

/// A website for looking at: nothing of it is made before it is asked for.
public struct SiteView: Sendable {
  private let site: Site
  private let assets: [String: [UInt8]]
  private let places: [String: Int]

  /// Throws what is wrong with the theme.
  public init(_ edition: Edition) throws {
    site = try Site(try Archive(edition))
    assets = Dictionary(try Site.assets(edition.theme).map { ($0.path, $0.bytes) }) { first, _ in
      first
    }
    places = Dictionary(site.archive.shown.enumerated().map { ($1.path, $0) }) { first, _ in first }
  }

  /// The bytes of a file of the site; nil where it has none of that name.
  ///
  /// A folder's page is its `index.html`.
  public func file(at path: String) throws -> [UInt8]? {
    if path.hasPrefix("assets/") { return assets[path] }
    if path.hasPrefix("media/") {
      guard Site.owns(path) else { return nil }
      do { return try site.archive.edition.media(path) } catch is MissingPicture { return nil }
    }
    for page in candidates(for: path) {
      if let file = try site.render(page).files.first(where: { $0.path == path }) {
        return file.bytes
      }
    }
    return nil
  }

  /// The pages that may have made a file.
  private func candidates(for path: String) -> [Page] {
    if isStory(path, ".html") {
      let story = "articles/\(path.dropLast(".html".count)).md"
      if let place = places[story] { return [.story(place)] }
      return site.archive.edition.aliases[story] == nil ? [] : [.redirect(story)]
    }
    return site.pages.filter { page in
      switch page {
      case .story, .redirect: false
      case .oldAddress(let index): site.oldAddresses[index].address.file == path
      case .section(let index): path.hasPrefix(site.lists.sections[index].folder())
      case .tag(let index): path.hasPrefix(site.lists.tags[index].folder())
      case .tagYear(let index, let year):
        path.hasPrefix(site.lists.tags[index].folder(year: year))
      case .author(let index): path.hasPrefix(site.lists.authors[index].folder())
      case .authorYear(let index, let year):
        path.hasPrefix(site.lists.authors[index].folder(year: year))
      case .month(let index): path == site.lists.months[index].path
      case .front: path == "index.html"
      case .corrections: path == "corrections/index.html"
      case .notFound: path == "404.html"
      default: !path.contains("/")
      }
    }
  }
}
