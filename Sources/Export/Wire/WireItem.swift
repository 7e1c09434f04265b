internal import Editorial

/// What partners get of a story: the story, or that they must take it down.
struct WireItem: Sendable {
  /// As ninjs and NewsML-G2 say it (https://cv.iptc.org/newscodes/pubstatusg2/).
  enum Status: String, Sendable { case usable, withheld, canceled }

  let id: StoryID
  /// `2026/11/24/slug`.
  let stem: String
  let status: Status
  /// As readers have it, or its notice; nil where nothing may be said of it.
  let story: Article?
  /// Higher than any that partners have.
  ///
  /// What takes a story down counts as one version more: receivers pass over a number that they know.
  let version: Int
  let published: Moment
  /// When what partners are told now became so.
  let changed: Moment
  /// The version that was taken back, where an earlier one stands again.
  let superseded: Int?

  /// Whether the words go out.
  var isStory: Bool { story?.publication == .live }

  /// What changed with the newest version, as `correction`; nil for the first.
  var kind: String? {
    guard isStory, let story else { return nil }
    return story.kind ?? notice?.kind
  }

  /// What readers are told of the newest version.
  var notice: Notice? {
    guard let story, let first = story.noticesByDate.first, !first.isWithdrawal,
      first.version == story.version
    else { return nil }
    return first
  }
}

extension Archive {
  /// What goes to partners, the newest first.
  ///
  /// Of a withheld or pulled story nothing but its identity.
  func wire() throws -> [WireItem] {
    let (gone, numbers) = (try edition.taken(), try edition.numbers())
    let taken = Dictionary(gone.map { ($0.id, $0) }) { first, _ in first }
    func number(_ id: StoryID, least: Int) -> Int { max(numbers[id]?.value ?? 0, least) }
    func time(_ id: StoryID, least: Moment) -> Moment { max(numbers[id]?.at ?? least, least) }
    var items = shown.map { story -> WireItem in
      let isLive = story.publication == .live
      let back = taken[story.id].flatMap { isLive && $0.version > story.version ? $0 : nil }
      return WireItem(
        id: story.id, stem: String(story.stem),
        // An edition for looking at is for nobody's use.
        status: !isLive ? .canceled : edition.ribbon == nil ? .usable : .withheld,
        story: story,
        version: number(
          story.id, least: back.map { $0.version + 1 } ?? story.version + (isLive ? 0 : 1)),
        published: story.published,
        changed: time(story.id, least: max(story.changed, back?.at ?? story.changed)),
        superseded: back?.version)
    }
    for story in edition.stories where story.publication == .withheld {
      let since = numbers[story.id]?.at ?? taken[story.id]?.at ?? edition.time
      items.append(
        WireItem(
          id: story.id, stem: String(story.stem), status: .withheld, story: nil,
          version: number(story.id, least: story.version + 1), published: story.published,
          changed: max(since, story.changed), superseded: nil))
    }
    let known = Set(edition.stories.map(\.id))
    for gone in gone where !known.contains(gone.id) {
      guard let place = Place(gone.path), !isTaken(gone.path) else { continue }
      items.append(
        WireItem(
          id: gone.id, stem: String(place.stem), status: .canceled, story: nil,
          version: number(gone.id, least: gone.version + 1), published: gone.published,
          changed: gone.at, superseded: nil))
    }
    return items.sorted { ($0.published, $0.stem) > ($1.published, $1.stem) }
  }

  /// The address of a story's page; nil where the newsroom has none.
  func address(of story: Article) -> String? {
    siteURL.isEmpty ? nil : siteURL + story.urlPath.dropFirst()
  }

  /// How the addresses in a story's text are written for who reads it elsewhere.
  func addressing(of story: Article) -> Addressing {
    Addressing(site: siteURL, page: String(story.urlPath.dropFirst()), isAbsolute: true)
  }

  /// The story that a story says in another language, where readers have it.
  func original(of story: Article) -> Article? {
    story.translationOf.flatMap { $0 == story.id ? nil : place(of: $0) }.map { live[$0] }
  }

  /// The language of a story; that of the house where it has none of its own.
  func languageTag(of story: Article?) -> String { story?.language ?? house.language }

  /// Who holds the rights in a story that does not say it.
  func holder(of story: Article) -> String {
    story.credit.isEmpty ? house.publisher : prose(story.credit, house.credits.and)
  }
}

extension Article {
  /// Its urgency, where it is one: 1 to 9.
  var knownUrgency: Int? { urgency.flatMap { (1...9).contains($0) ? $0 : nil } }

  /// Its subjects: the codes that have the form of one, and what it was given instead.
  var subjects: (topics: [(code: String, name: String?)], others: [String]) {
    let isCode = { (text: String) in
      text.utf8.count == 8 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return (
      mediatopics.filter(isCode).map { ($0, MediaTopic.coded($0)?.name) },
      mediatopics.filter { !isCode($0) }
    )
  }
}

/// A genre of IPTC's (https://cv.iptc.org/newscodes/genre/): `Press_Release`, and its name.
struct Genre {
  /// Nil for a text that can't be a code.
  let code: String?
  let name: String

  init(_ text: String) {
    let code = text.split(separator: ":").last.map(String.init) ?? text
    let joined = code.replacing(" ", with: "_")
    let isCode =
      !joined.isEmpty && joined.utf8.allSatisfy { isASCIILetter($0) || $0 == 0x5F || $0 == 0x2D }
    self.code = isCode ? joined : nil
    name = code.replacing("_", with: " ")
  }
}

/// Words in one line; nil for none.
func line(_ text: String?) -> String? {
  guard let text else { return nil }
  let words = xmlText(text).words().joined(separator: " ")
  return words.isEmpty ? nil : words
}
