public import Editorial

/// A batch as it comes into a newsroom: every story with its id, slug, place and file, and whom and what it
/// needs.
///
/// The same sources into the same newsroom give the same files, whatever the clock says of dated ones.
public struct Intake: Sendable {
  public var items: [Item] = []
  /// Sources that were in already.
  public var known: [String] = []
  public var refused: [Batch.Refusal] = []
  public var ignored: [Batch.Refusal] = []
  /// Those who are not in people/ yet, by handle.
  public var people: [Person] = []
  /// Those that stet.yml has not yet.
  public var sections: [Section] = []
  /// The pictures that its stories show: their paths here, and where their bytes are.
  public var pictures: [String: Origin] = [:]

  /// Where the bytes of a picture come from.
  public enum Origin: Sendable, Hashable {
    /// A path of the tree.
    case file(String)
    case bytes([UInt8])
  }

  /// One story that comes in.
  public struct Item: Sendable {
    public var source: String
    public var id: StoryID
    public var slug: String
    public var headline: String
    /// Its path on `main`, and on `live`.
    public var path: String
    public var isPublished: Bool
    public var isSpiked: Bool
    public var bytes: [UInt8]
    public var notes: [Remark]
  }

  /// Fetches a picture by its address; nil where pictures elsewhere stay there, a reason where it could not
  /// be had.
  public typealias Fetch = (String) -> Result<[UInt8], Unfetched>

  /// Why a picture can't be shown; nil for one that can.
  public typealias Flaw = ([UInt8], PictureType) -> String?

  public struct Unfetched: Error, Sendable {
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
  }

  public init(
    _ batch: Batch, _ tree: SourceTree, _ reception: Reception, fetch: Fetch? = nil,
    flaw: @escaping Flaw = { _, _ in nil }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(Damage) {
    (refused, ignored) = (batch.refused, batch.ignored)
    var places = Places(reception)
    var seats: [Seat] = []
    var seen: Set<StoryID> = []
    for (index, story) in batch.stories.enumerated() {
      let id = Identity.id(of: story)
      guard seen.insert(id).inserted else {
        refused.append(Batch.Refusal(story.source, "it is in the same batch twice, word for word"))
        continue
      }
      if let known = try reception.known(id) {
        self.known.append(story.source)
        seats.append(Seat(index: index, id: id, path: known.path, isKnown: true))
        continue
      }
      let day = story.day ?? story.date.map { Clock($0).day } ?? reception.today
      let path = try places.take(story, id, on: day)
      seats.append(Seat(index: index, id: id, path: path, isKnown: false))
    }
    for index in seats.indices {
      seats[index].standing = Standing(batch.stories[seats[index].index], reception)
    }
    for order in batch.orders {
      var refusal = order.refusal
      if let known = try reception.known(Identity.id(ofItem: order.uri)), !known.isDropped,
        let slug = StoryPath(known.path)?.slug
      {
        let command = known.isLive || order.command == .hold ? order.command : .spike
        refusal.reason += "; it came in before: stet \(command) \(slug)"
      }
      refused.append(refusal)
    }
    let links = Links(batch, seats)
    let sites = [OldSite](of: batch)
    var album = Album(batch, tree, fetch: fetch, flaw: flaw)
    var roll = Roll(batch, reception.policy)
    for (number, seat) in seats.enumerated() where !seat.isKnown {
      progress(number, seats.count)
      var story = batch.stories[seat.index]
      if let date = story.date, date.seconds < 0 {
        story.notes.append(Remark("its date, \(Clock(date).day), lies before 1970"))
      }
      Self.takeOwnAddress(&story, sites)
      links.turn(&story)
      album.hang(&story, on: seat.path)
      let file = StoryFile.make(story, seat, reception, &roll)
      do throws(Fault) {
        _ = try Story(file)
      } catch {
        refused.append(Batch.Refusal(story.source, "it can't be a story here: \(error.problem)"))
        continue
      }
      items.append(
        Item(
          source: story.source, id: seat.id, slug: StoryPath(seat.path)?.slug ?? "",
          headline: story.headline, path: seat.path, isPublished: seat.standing.isPublished,
          isSpiked: seat.standing.isSpiked, bytes: file,
          notes: (story.notes + seat.standing.notes).sorted()))
    }
    ignored += roll.unnamed
    ignored.sort { ($0.source, $0.line ?? 0) < ($1.source, $1.line ?? 0) }
    (people, sections, pictures) = (roll.people, roll.sections, album.pictures)
    refused.sort { ($0.source, $0.line ?? 0) < ($1.source, $1.line ?? 0) }
  }

  /// Old addresses as paths, and what only leads to the story itself as one of them: WordPress's `link`.
  private static func takeOwnAddress(_ story: inout Incoming, _ sites: [OldSite]) {
    story.aliases = story.aliases.map { alias in sites.path(of: alias) ?? alias }
    let known = Set(story.aliases.compactMap { AddressKey($0) })
    story.related.removeAll { related in
      guard case .outside(_, let url, _) = related, let path = sites.path(of: url),
        let key = AddressKey(path)
      else { return false }
      let last = path.split(separator: "/").last.map(String.init) ?? ""
      guard known.contains(key) || stem(of: last) == story.slug || last == story.slug else {
        return false
      }
      if !known.contains(key) { story.aliases.append(path) }
      return true
    }
  }

  /// Where a story of the batch sits.
  struct Seat {
    /// Its place in the batch.
    var index: Int
    var id: StoryID
    var path: String
    var isKnown: Bool
    var standing = Standing()
  }

  /// Whether readers see it at once, and why not.
  struct Standing {
    var isPublished = false
    var isSpiked = false
    var notes: [Remark] = []

    init() {}

    init(_ story: Incoming, _ reception: Reception) {
      func draft(_ why: String) { notes.append(Remark("it comes in as a draft: \(why)")) }
      if case .spiked(let why) = story.wanted {
        isSpiked = reception.spikedStage != nil
        notes.append(Remark("it comes in \(isSpiked ? "spiked" : "as a draft"): \(why)"))
      } else if case .draft(let why) = story.wanted {
        draft(why ?? "its source says so")
      } else if story.date == nil {
        draft("it has no date")
      } else if let date = story.date, date > reception.now {
        draft("its date is still to come")
      } else if let embargo = story.embargo, embargo > reception.now {
        draft("it is under embargo until \(embargo)")
      } else if reception.asDrafts {
        draft("--stage draft")
      } else if reception.publishedStage == nil {
        draft("the workflow \(reception.workflow.name) has no stage into which it publishes")
      } else {
        isPublished = true
      }
    }
  }
}

extension Remark: Comparable {
  public static func < (left: Remark, right: Remark) -> Bool {
    (left.line ?? 0, left.message) < (right.line ?? 0, right.message)
  }
}
