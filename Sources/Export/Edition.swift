public import Editorial

/// Everything that an export is made from.
///
/// It holds no time but its own and knows nothing of Git: the same edition gives the same bytes.
public struct Edition: Sendable {
  /// The release, as `2026-11-24.1`.
  public var name: String
  /// The commit of `live`.
  public var commit: String
  /// The release's own time, the only "now" there is.
  public var time: Moment
  public var house: House
  /// The public profiles of those whom the stories name.
  public var people: [Handle: Profile]
  /// Every story of the edition, in any order.
  public var stories: [Article]
  /// By `home` and the ids of sections, what leads; stories that are not listed follow by time.
  public var fronts: [String: [StoryID]]
  /// Addresses on `live` that a story had before, as `articles/2026/11/24/old.md`.
  public var aliases: [String: StoryID]
  /// Gives the versions that partners were sent, with this edition or the one before, and that readers no
  /// longer have.
  ///
  /// Asked by the formats that partners take.
  public var taken: @Sendable () throws -> [Taken]
  /// Gives the numbers by which partners know what they have of a story; of those that are not in it, the
  /// version's.
  ///
  /// Asked by the formats that partners take.
  public var numbers: @Sendable () throws -> [StoryID: Number]
  /// Templates and assets of the newsroom, by their path below `theme/`.
  ///
  /// `story.mustache` replaces the template of that name, `style.css` the built-in style; any other
  /// file goes to `/assets/`.
  public var theme: [String: [UInt8]]
  /// Gives how stories differ from what readers had with the edition before; nil where there was none.
  ///
  /// Asked by the formats that carry what is new alone.
  public var changes: @Sendable () throws -> [StoryID: Change]?
  /// What stands on top of every page, as `NOT FOR PUBLICATION`.
  public var ribbon: String?
  /// What stands on the pages of stories instead, by path on `live`; nil where all pages are alike.
  ///
  /// A story that is not there has nothing on its page.
  public var ribbons: [String: String]?
  /// The program and its version, as `stet 0.1.0`.
  public var made: String
  /// Gives the Markdown of a story with LF line ends.
  ///
  /// Called from several tasks at once.
  public var body: @Sendable (Article) throws -> String
  /// Gives the bytes of a picture by its path, `media/2026/11/bridge.jpg`.
  public var media: @Sendable (String) throws -> [UInt8]

  public init(
    name: String, commit: String, time: Moment, house: House, people: [Handle: Profile] = [:],
    stories: [Article] = [], fronts: [String: [StoryID]] = [:], aliases: [String: StoryID] = [:],
    taken: @escaping @Sendable () throws -> [Taken] = { [] },
    numbers: @escaping @Sendable () throws -> [StoryID: Number] = { [:] },
    theme: [String: [UInt8]] = [:],
    changes: @escaping @Sendable () throws -> [StoryID: Change]? = { nil },
    ribbon: String? = nil, made: String = "stet",
    body: @escaping @Sendable (Article) throws -> String,
    media: @escaping @Sendable (String) throws -> [UInt8]
  ) {
    (self.name, self.commit, self.time, self.house) = (name, commit, time, house)
    (self.people, self.stories, self.fronts, self.aliases) = (people, stories, fronts, aliases)
    (self.taken, self.numbers, self.theme, self.changes) = (taken, numbers, theme, changes)
    (self.ribbon, self.made) = (ribbon, made)
    (self.body, self.media) = (body, media)
  }
}

extension Edition {
  /// What an edition did to a story that stands in it.
  public enum Change: String, Sendable {
    case new, updated, corrected, clarified, refiled, withdrawn
  }

  /// A number higher than all that partners had of a story before, and since when it holds.
  public struct Number: Hashable, Sendable {
    public var value: Int
    public var at: Moment

    public init(value: Int, at: Moment) { (self.value, self.at) = (value, at) }
  }

  /// A version of a story that readers no longer have.
  ///
  /// What they have instead is what ``stories`` says of the story: an earlier version, that it is
  /// withheld, or nothing.
  public struct Taken: Hashable, Sendable {
    public var id: StoryID
    /// Where it stood, `articles/2026/11/24/slug.md`.
    public var path: String
    public var version: Int
    public var published: Moment
    public var at: Moment

    public init(id: StoryID, path: String, version: Int, published: Moment, at: Moment) {
      (self.id, self.path, self.version) = (id, path, version)
      (self.published, self.at) = (published, at)
    }
  }
}

/// What readers may know of someone of the newsroom.
public struct Profile: Hashable, Sendable, Codable {
  public var handle: Handle
  public var name: String
  public var bio: String?
  public var links: [String]

  public init(handle: Handle, name: String, bio: String? = nil, links: [String] = []) {
    (self.handle, self.name, self.bio, self.links) = (handle, name, bio, links)
  }

  /// The public part of a person.
  public init(_ person: Person) {
    self.init(handle: person.handle, name: person.name, bio: person.bio, links: person.links)
  }
}
