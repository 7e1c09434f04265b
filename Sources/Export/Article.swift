public import Editorial

/// A story as `live` has it, without its body.
public struct Article: Hashable, Sendable {
  /// What readers see of a story.
  public enum Publication: String, Hashable, Sendable, Codable { case live, withheld, withdrawn }

  /// Its path on `live`, `articles/2026/11/24/slug.md`, which is also its address.
  public let path: String
  public let id: StoryID
  /// The day of its address.
  public let day: Day
  /// Empty for a withdrawn story that keeps none.
  public var headline: String
  public var kicker: String?
  public var standfirst: String?
  /// A longer account, for partners.
  public var summary: String?
  /// The id of a section.
  public var section: String?
  public var tags: [String]
  /// The numbers of IPTC Media Topics, as `20000002`.
  public var mediatopics: [String]
  /// Codes of IPTC's genres, as `Interview`.
  public var genres: [String]
  /// Handles, or plain names of people outside.
  public var byline: [String]
  public var reporting: [String]
  /// Agencies or sources of the copy.
  public var credit: [String]
  public var copyright: String?
  public var dateline: String?
  public var language: String?
  /// The story that this one says in another language.
  public var translationOf: StoryID?
  public var slugline: String?
  /// The source's condition, over for whatever stands on `live` unless a chief passed over it.
  public var embargo: Moment?
  public var urgency: Int?
  public var image: Picture?
  /// READ MORE; own stories by id, by path on `live` or by slug.
  public var related: [Related]
  public var version: Int
  /// The kind of the newest version, as `correction`.
  public var kind: String?
  public var editors: [Handle]
  /// Programs that wrote.
  public var agents: [Handle]
  /// When the newsroom began it.
  public var created: Moment?
  public var published: Moment
  public var modified: Moment?
  public var publication: Publication
  public var notices: [Notice]
  /// Addresses of an older site, as `/2019/01/14/late-news/`, that lead on to it.
  public var aliases: [String]
  /// Further fields that the newsroom made public, in the order of the file.
  public var further: [Value.Pair]

  /// Reads a story's file of `live`.
  ///
  /// Throws where the file is none: without an id, a time of publication or a path with a day.
  public init(path: String, story: Story) throws(ArticleFault) {
    guard let place = Place(path) else {
      throw ArticleFault(path: path, "its path is not articles/YYYY/MM/DD/slug.md")
    }
    guard let id = story.id else { throw ArticleFault(path: path, "it has no id") }
    guard let published = story["published"]?.text.flatMap({ Moment($0) }) else {
      throw ArticleFault(path: path, "it has no time of publication")
    }
    let claim = story["publication"]?.text ?? Publication.live.rawValue
    guard let publication = Publication(rawValue: claim) else {
      throw ArticleFault(path: path, "`\(claim)` is not a publication that readers see")
    }
    day = place.day
    (self.path, self.id, self.published, self.publication) = (
      place.path, id, published, publication
    )
    (headline, kicker, standfirst) = (story.headline, story.kicker, story.standfirst)
    (section, tags, byline, reporting) = (story.section, story.tags, story.byline, story.reporting)
    (credit, dateline, language) = (
      story.credit, story.dateline, LanguageTag(story.language)?.text
    )
    (urgency, image, related, kind) = (story.urgency, story.image, story.related, story.kind)
    mediatopics = story.mediatopics.map { $0.split(separator: ":").last.map(String.init) ?? $0 }
    (genres, summary, slugline) = (story.genres, story.summary, story.slugline)
    (copyright, translationOf) = (story.copyright, story.translationOf.flatMap { StoryID($0) })
    embargo = story.embargo.flatMap { Moment($0) }
    created = story["created"]?.text.flatMap { Moment($0) }
    version = story.version ?? 1
    editors = (story["editors"]?.texts ?? []).compactMap { Handle($0) }
    agents = (story["agents"]?.texts ?? []).compactMap { Handle($0) }
    modified = story["modified"]?.text.flatMap { Moment($0) }
    notices = (story["notices"]?.elements ?? []).compactMap { Notice($0) }
    aliases = story.aliases
    further = story.file.fields.filter { !$0.value.isEmpty && !Self.known.contains($0.key) }
      .map { Value.Pair($0.key, $0.value) }
  }

  /// The keys of a file of `live` that every newsroom has.
  private static let known: Set<String> = [
    "id", "headline", "kicker", "standfirst", "deck", "summary", "section", "tags", "mediatopics",
    "genre", "byline", "reporting", "credit", "copyright", "dateline", "language", "translation-of",
    "urgency", "slugline", "embargo", "image", "related", "version", "kind", "editors", "agents",
    "created", "published", "modified", "publication", "notices", "aliases",
  ]

  /// The file's name without its ending.
  public var slug: String { String(stem.dropFirst("2026/11/24/".count)) }

  /// The day of its address, `2026/11/24`.
  public var dayPath: String { String(stem.prefix(10)) }

  /// Its address below the site's, `/2026/11/24/slug.html`.
  public var urlPath: String { "/\(stem).html" }

  /// `2026/11/24/slug`: what all its addresses and files have in common.
  var stem: Substring { path.dropFirst("articles/".count).dropLast(".md".count) }

  /// The time of what readers have now.
  var changed: Moment { max(modified ?? published, notices.map(\.at).max() ?? published) }

  /// The time of what readers have now, where that is not how the story first came out.
  var updated: Moment? { changed > published ? changed : nil }
}

/// Why a file of `live` can't be exported.
public struct ArticleFault: Explained, Equatable {
  public let path: String
  public let reason: String
  public var problem: String { "`\(path)` on live is not a story that can go out: \(reason)" }

  init(path: String, _ reason: String) { (self.path, self.reason) = (path, reason) }
}

/// A path `articles/YYYY/MM/DD/slug.md` whose parts are what they seem to be.
struct Place: Hashable {
  let path: String
  let day: Day

  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "articles", parts[4].hasSuffix(".md"),
      let day = Day(parts[1...3].joined(separator: "-")),
      isShortName(String(parts[4].dropLast(3)))
    else { return nil }
    (self.path, self.day) = (path, day)
  }
}

extension Place {
  /// `2026/11/24/slug`.
  var stem: Substring { path.dropFirst("articles/".count).dropLast(".md".count) }
}
