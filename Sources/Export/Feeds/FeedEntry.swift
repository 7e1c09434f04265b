internal import Editorial

/// A story as all feeds have it; of a withdrawn one the notice alone.
struct FeedEntry {
  let story: Article
  let title: String
  let address: String
  /// The standfirst, or what stands for it; of a withdrawn story the notice.
  let summary: String
  /// The text with its picture, credits and notices; nil where the house's feeds have none.
  let html: String?
  let text: String?
  /// One for each person; agency copy without a byline is by its agencies.
  let authors: [FeedPerson]
  /// Editors, and those who reported.
  let contributors: [FeedPerson]
  let categories: [FeedCategory]
  let picture: FeedPicture?
  let related: [FeedLink]
  /// The story that it says in another language.
  let original: FeedLink?
  /// Where it is not the newsroom's.
  let language: String?

  var isLive: Bool { story.publication == .live }

  /// `folder` is the feed's, to which addresses are relative where the newsroom has none.
  init(_ story: Article, _ archive: Archive, folder: String) throws {
    let page = String(story.urlPath.dropFirst())
    let hasSite = !archive.siteURL.isEmpty
    let links = Addressing(
      site: archive.siteURL, page: hasSite ? page : folder, isAbsolute: hasSite)
    self.story = story
    address = links.own(page)
    guard story.publication == .live else {
      (title, summary) = (Article.withdrawnTitle, story.withdrawalText)
      (html, text, picture, original, language) = (nil, nil, nil, nil, nil)
      (authors, contributors, categories, related) = ([], [], [], [])
      return
    }
    title = story.headline
    language = story.language.flatMap { $0 == archive.house.language ? nil : $0 }
    func person(_ entry: String) -> FeedPerson {
      let (name, profile) = archive.person(entry)
      let page = profile.map { "by/\($0.handle)/" }
      return FeedPerson(name: name, address: page.flatMap { hasSite ? links.own($0) : nil })
    }
    authors =
      story.byline.isEmpty
      ? story.credit.map { FeedPerson(name: $0, address: nil) } : story.byline.map(person)
    contributors = (story.editors.map(\.description) + story.reporting).map {
      FeedPerson(name: archive.person($0).name, address: nil)
    }
    categories = FeedCategory.all(of: story, archive)
    picture = try FeedPicture(of: story, archive, links)
    related = archive.related(of: story).compactMap { entry in
      switch entry {
      case .own(let name):
        archive.story(named: name).map {
          FeedLink(title: $0.headline, address: links.own(String($0.urlPath.dropFirst())))
        }
      case .outside(let headline, let url, let source):
        links.link(url).map {
          FeedLink(title: Site.titled(headline, from: source), address: $0)
        }
      }
    }
    original = story.translationOf.flatMap { archive.place(of: $0) }.map { place in
      let other = archive.live[place]
      return FeedLink(
        title: other.headline, address: links.own(String(other.urlPath.dropFirst())),
        language: other.language ?? archive.house.language)
    }
    guard archive.house.fullFeeds else {
      // Without the text there is no other place for what readers must be told.
      let notices = story.noticesByDate.map { $0.line(archive.zone) }
      summary = ([try Self.summary(of: story, archive)] + notices).joined(separator: " ")
      (html, text) = (nil, nil)
      return
    }
    summary = try Self.summary(of: story, archive)
    let body = try FeedBody(story, archive, links, picture, language: language)
    (html, text) = (body.html, body.text)
  }

  private static func summary(of story: Article, _ archive: Archive) throws -> String {
    try story.standfirst ?? story.summary ?? archive.teaser(of: story, words: 40)
  }
}

struct FeedPerson {
  let name: String
  let address: String?
}

struct FeedLink {
  let title: String
  let address: String
  var language: String?
}

/// A subject of a story, of a scheme where it is not the newsroom's own word.
struct FeedCategory {
  let term: String
  var label: String?
  var scheme: String?

  static let mediatopics = "http://cv.iptc.org/newscodes/mediatopic/"
  static let genres = "http://cv.iptc.org/newscodes/genre/"

  static func all(of story: Article, _ archive: Archive) -> [FeedCategory] {
    let section = story.section.map {
      FeedCategory(term: $0, label: archive.house.label(ofSection: $0))
    }
    let topics = story.mediatopics.map {
      FeedCategory(term: $0, label: MediaTopic.coded($0)?.name, scheme: mediatopics)
    }
    return [section].compactMap { $0 } + story.tags.map { FeedCategory(term: $0) } + topics
      + story.genres.map { FeedCategory(term: $0, scheme: genres) }
  }

  /// As readers say it.
  var name: String { label ?? term }
}

/// The picture of a story, where it is one that goes out.
struct FeedPicture {
  let address: String
  let facts: PictureFacts
  let image: Picture

  init?(of story: Article, _ archive: Archive, _ links: Addressing) throws {
    guard let image = story.image, let path = Addressing.picture(image.file),
      Picture.isKnown(path), let facts = try archive.picture(at: path)
    else { return nil }
    (address, self.facts, self.image) = (links.own(path), facts, image)
  }

  /// What it shows, for who can't see it.
  var words: String? { image.alt ?? image.caption }
}
