internal import Editorial

extension Format {
  static let site = Format(
    "site", "a website that needs no server but files", owns: Site.owns
  ) { archive, emit in
    let site = try Site(archive)
    var pictures: Set<String> = []
    try await site.pages.forEach(inWindowOf: Window.width) { (page: Page) async throws(any Error) in
      try site.render(page)
    } consume: { (made: Rendering) throws(any Error) in
      pictures.formUnion(made.pictures)
      for file in made.files { try emit(file) }
    }
    for file in try Site.assets(archive.edition.theme) { try emit(file) }
    for path in pictures.sorted() {
      // Named in a text and never added: its alternative text stands in its place.
      guard let facts = try archive.picture(at: path) else { continue }
      for path in facts.sizes.map(\.path) + [path] {
        try emit(File(path, try archive.edition.media(path)))
      }
    }
    return archive.live.count
  }
}

/// What a page or two of a site come to.
struct Rendering: Sendable {
  var files: [File]
  /// The pictures of the newsroom on them.
  var pictures: [String] = []
}

/// One edition as a website.
///
/// A value: pages are rendered on all cores at once.
struct Site: Sendable {
  let archive: Archive
  let lists: Lists
  var templates: Templates
  /// The addresses of an older site that lead on, each with the place of its story among the shown.
  let oldAddresses: [(address: OldAddress, place: Int)]
  let translations: Translations
  let sitemap: Sitemap

  init(_ archive: Archive) throws(ExportFault) {
    self.archive = archive
    lists = Lists(archive)
    translations = Translations(archive)
    sitemap = Sitemap(archive, lists)
    templates = try Templates(archive.edition.theme)
    oldAddresses = Self.oldAddresses(archive)
  }

  /// All pages, in the order in which they are written.
  var pages: [Page] {
    var pages: [Page] = archive.shown.indices.map { .story($0) }
    pages += archive.edition.aliases.keys.sorted().map { .redirect($0) }
    pages += oldAddresses.indices.map { .oldAddress($0) }
    pages += [.front, .corrections, .notFound, .feed]
    pages += lists.sections.indices.map { .section($0) }
    for index in lists.tags.indices {
      pages.append(.tag(index))
      pages += lists.tags[index].years.map { .tagYear(index, $0) }
    }
    for index in lists.authors.indices {
      pages.append(.author(index))
      pages += lists.authors[index].years.map { .authorYear(index, $0) }
    }
    pages += lists.months.indices.map { .month($0) }
    return pages + [.finders] + sitemap.parts().map { .sitemap($0) }
  }

  func render(_ page: Page) throws -> Rendering {
    switch page {
    case .story(let index): try storyPage(archive.shown[index])
    case .redirect(let path): redirect(from: path)
    case .oldAddress(let index): redirect(from: oldAddresses[index])
    case .front: try frontPage()
    case .section(let index): try sectionPage(lists.sections[index])
    case .tag(let index): try listPage(lists.tags[index], year: nil)
    case .tagYear(let index, let year): try listPage(lists.tags[index], year: year)
    case .author(let index): try listPage(lists.authors[index], year: nil)
    case .authorYear(let index, let year): try listPage(lists.authors[index], year: year)
    case .month(let index): try monthPage(lists.months[index])
    case .corrections: try correctionsPage()
    case .notFound: try notFoundPage()
    case .feed:
      Rendering(
        files: try Feed(archive, archive.shown).files() + [
          File("recent.json", try recentJSON())
        ])
    case .finders: try finders()
    case .sitemap(let part): Rendering(files: [try sitemap.file(part)])
    }
  }

  /// What all pages use, and the newsroom's own files.
  static func assets(_ theme: [String: [UInt8]]) throws(ExportFault) -> [File] {
    var files = ["recent.js": Array(Theme.recentScript.utf8), "style.css": Array(Theme.style.utf8)]
    for (path, bytes) in theme.sorted(by: { $0.key < $1.key }) where !path.hasSuffix(".mustache") {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      // What desktops leave in folders is nobody's.
      if parts.contains(where: { $0.first == "." }) { continue }
      guard !parts.contains(""), !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C })
      else { throw .asset(path: path) }
      files[path] = bytes
    }
    return files.sorted { $0.key < $1.key }.map { File("assets/\($0.key)", $0.value) }
  }

  /// Whether a path has the form of one of ours.
  @Sendable static func owns(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isYear = { (part: String) in
      part.utf8.count == 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let isFeed = { (name: String) in ["feed.xml", "atom.xml", "feed.json"].contains(name) }
    let isMonth = { (part: String) in
      Int(part).map { (1...12).contains($0) } == true && part.utf8.count == 2
    }
    switch parts.count {
    case 1:
      return ["index.html", "404.html", "recent.json", "robots.txt"].contains(path)
        || isFeed(path) || path == "news-sitemap.xml" || Sitemap.owns(path)
    case 2: return path == "corrections/index.html" || parts[0] == "assets"
    case 3 where parts[2] == "index.html":
      return ["section", "tag", "by"].contains(parts[0]) || isYear(parts[0]) && isMonth(parts[1])
    case 3: return parts[0] == "section" && isFeed(parts[2]) || parts[0] == "assets"
    case 4 where ["tag", "by"].contains(parts[0]):
      return isYear(parts[2]) && parts[3] == "index.html"
    case 4 where parts[0] == "media":
      return isYear(parts[1]) && isMonth(parts[2]) && Picture.isKnown(path)
    default: return parts[0] == "assets" || isStory(path, ".html")
    }
  }
}

/// What a site consists of, by places in its lists.
enum Page: Sendable {
  case story(Int)
  case redirect(String)
  case oldAddress(Int)
  case front, corrections, notFound, feed
  case section(Int)
  case tag(Int)
  case tagYear(Int, Int)
  case author(Int)
  case authorYear(Int, Int)
  case month(Int)
  case finders
  case sitemap(Sitemap.Part)
}
