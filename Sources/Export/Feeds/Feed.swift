internal import Editorial

/// The newest stories of the newsroom or of one section, for readers' programs.
struct Feed {
  let archive: Archive
  let section: Section?
  let entries: [FeedEntry]

  /// Takes the newest 50 of `stories`, which come newest first.
  init(_ archive: Archive, _ stories: some Sequence<Article>, section: Section? = nil) throws {
    (self.archive, self.section) = (archive, section)
    let folder = Self.folder(of: section)
    entries = try stories.prefix(Site.mostStories).map {
      try FeedEntry($0, archive, folder: folder)
    }
  }

  /// Where its files stand, below the site.
  var folder: String { Self.folder(of: section) }

  private static func folder(of section: Section?) -> String {
    section.map { "section/\(listName($0.id))/" } ?? ""
  }

  /// All its files.
  func files() throws -> [File] {
    [
      File(folder + "feed.xml", try rss()), File(folder + "atom.xml", try atom()),
      File(folder + "feed.json", json()),
    ]
  }

  var title: String {
    let house = archive.house
    return archive.marked(section.map { "\(house.title): \($0.label)" } ?? house.title)
  }

  var description: String {
    section.map { "\($0.label), from \(archive.house.title)" } ?? "News from \(archive.house.title)"
  }

  /// The same at every address that the newsroom ever has.
  var id: String { uuid(named: "feed\n\(archive.house.title)\n\(section?.id ?? "")") }

  /// Of the newest change, so that a release that changes nothing here changes no byte.
  var changed: Moment { entries.map(\.story.changed).max() ?? archive.edition.time }

  /// Its page; relative to the feed where the newsroom has no address.
  var home: String { archive.siteURL.isEmpty ? "./" : archive.siteURL + folder }

  /// Its own address in a format; nil where the newsroom has none.
  func address(_ file: String) -> String? {
    archive.siteURL.isEmpty ? nil : archive.siteURL + folder + file
  }
}
