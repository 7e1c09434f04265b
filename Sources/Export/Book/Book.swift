internal import Editorial

/// An edition to be read from front to back: what is new and changed in it.
///
/// The first edition of a newsroom, and one that is to be looked at, has all stories; none has more
/// than the newest 1,000, nor more than 128 MiB of pictures, since a book is made in memory: of
/// further pictures it has the alternative text. AVIF is not a picture for books.
struct Book {
  private static let most = 1_000
  private static let mostBytes = 128 << 20

  let archive: Archive
  let chapters: [Chapter]
  /// What is known of its pictures, by their paths.
  let pictures: [String: PictureFacts]
  let lead: [Article]
  /// Whether every picture has words for who can't see it.
  let isDescribed: Bool
  private let inside: [String: Article]

  init(_ archive: Archive) throws {
    self.archive = archive
    let places = try archive.changed()?.map(\.place) ?? Array(archive.live.indices)
    let newest = places.prefix(Self.most)
    chapters = archive.chapters(newest)
    lead = archive.ordered("home", newest).prefix(3).map { archive.live[$0] }
    let stories = chapters.flatMap(\.stories)
    inside = Dictionary(stories.map { (String($0.urlPath.dropFirst()), $0) }) { first, _ in first }
    var pictures: [String: PictureFacts] = [:]
    var isDescribed = true
    var bytes = 0
    for story in stories {
      for (path, words) in try Self.pictures(of: story, archive) {
        if pictures[path] == nil {
          guard let facts = try archive.picture(at: path), facts.mediaType != "image/avif",
            bytes + facts.bytes <= Self.mostBytes
          else { continue }
          pictures[path] = facts
          bytes += facts.bytes
        }
        if words.isEmpty { isDescribed = false }
      }
    }
    (self.pictures, self.isDescribed) = (pictures, isDescribed)
  }

  var stories: [Article] { chapters.flatMap(\.stories) }

  /// `The Ellery Tide, 24 November 2026`.
  var title: String {
    archive.marked("\(archive.house.title), \(day)")
  }

  var day: String { archive.zone.day(of: archive.edition.time).shown }

  /// Below `EPUB/`; all names are ASCII without blanks.
  static func path(of story: Article) -> String {
    "stories/\(story.stem.replacing("/", with: "-")).xhtml"
  }

  private static func pictures(
    of story: Article, _ archive: Archive
  ) throws -> [(path: String, words: String)] {
    var pictures: [(String, String)] = []
    if let image = story.image, let path = Addressing.picture(image.file), Picture.isKnown(path) {
      pictures.append((path, image.alt ?? image.caption ?? ""))
    }
    for case .picture(let source, _, let alt) in try archive.markdown(of: story).events {
      if let path = Addressing.picture(source), Picture.isKnown(path) {
        pictures.append((path, alt))
      }
    }
    return pictures
  }

  /// The story of the book that an address on `page` leads to, and what stands after `#`.
  func target(of address: String) -> (story: Article, fragment: Substring)? {
    let site = links(on: "").site
    guard address.hasPrefix(site) else { return nil }
    let rest = address.dropFirst(site.count)
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let fragment = rest.firstIndex(of: "#").map { rest[rest.index(after: $0)...] } ?? ""
    if let story = inside[String(path)] { return (story, fragment) }
    guard path.hasSuffix(".html"),
      let moved = archive.story(movedFrom: "articles/\(path.dropLast(".html".count)).md"),
      let story = inside[String(moved.urlPath.dropFirst())]
    else { return nil }
    return (story, fragment)
  }

  /// How addresses on a page are made whole; where the newsroom has none, those of its own pages begin
  /// with one that is nobody's.
  func links(on page: String) -> Addressing {
    let site = archive.siteURL.isEmpty ? "http://site.invalid/" : archive.siteURL
    return Addressing(site: site, page: page, isAbsolute: true)
  }

  func isNobodys(_ address: String) -> Bool { address.hasPrefix("http://site.invalid/") }
}
