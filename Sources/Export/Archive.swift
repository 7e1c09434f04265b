internal import Editorial
internal import Synchronization

/// An edition sorted and looked up: what all its formats share.
struct Archive: Sendable {
  let edition: Edition
  let zone: Zone
  /// What readers see, the notices of withdrawn stories too, newest first.
  let shown: [Article]
  /// Without the withdrawn ones, newest first.
  let live: [Article]
  /// Places in ``live``.
  private let placeOfID: [StoryID: Int]
  private let placeOfSlug: [String: Int]
  /// The paths of stories that are withheld or withdrawn.
  let notLive: Set<String>
  /// What stands at the addresses of the site, and where each story is.
  private let paths: Set<String>
  private let pathOfID: [StoryID: Int]
  private let openings = Memory()
  private let teasers = Memory()
  let pictures = PictureMemory()

  init(_ edition: Edition) throws(ExportFault) {
    var edition = edition.cleaned
    edition.house.language = LanguageTag(edition.house.language)?.text ?? "und"
    self.edition = edition
    zone = try Zone(edition.house.timezone)
    shown = edition.stories.compactMap(\.forReaders)
      .sorted { ($0.published, $0.path) > ($1.published, $1.path) }
    live = shown.filter { $0.publication == .live }
    placeOfID = Dictionary(live.enumerated().map { ($1.id, $0) }) { first, _ in first }
    notLive = Set(edition.stories.filter { $0.publication != .live }.map(\.path))
    paths = Set(shown.map(\.path))
    pathOfID = Dictionary(shown.enumerated().map { ($1.id, $0) }) { first, _ in first }
    placeOfSlug = Dictionary(live.enumerated().map { ($1.slug, $0) }) { first, _ in first }
  }

  var house: House { edition.house }

  /// The site's address with a slash at its end; empty where the newsroom has none.
  var siteURL: String {
    guard let url = house.url, !url.isEmpty else { return "" }
    return url.hasSuffix("/") ? url : url + "/"
  }

  /// A title that goes out by itself, under the ribbon where there is one.
  func marked(_ title: String) -> String { edition.ribbon.map { "\($0): \(title)" } ?? title }

  /// What stands on top of a page of the site.
  func ribbon(onPage path: String) -> String? {
    guard let ribbons = edition.ribbons, isStory(path, ".html") else { return edition.ribbon }
    return ribbons["articles/\(path.dropLast(5)).md"]
  }

  func place(of id: StoryID) -> Int? { placeOfID[id] }

  /// Whether a story, or the notice of one, stands at a path.
  func isTaken(_ path: String) -> Bool { paths.contains(path) }

  /// The story to which an address that it had before leads on; nil where readers can't see it or
  /// another story has the address now.
  func story(movedFrom path: String) -> Article? {
    guard let id = edition.aliases[path], let place = pathOfID[id], !isTaken(path) else {
      return nil
    }
    return shown[place]
  }

  /// The story that an entry of READ MORE means, where readers can see it.
  func story(named name: String) -> Article? {
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let slug = stem.split(separator: "/").last.map(String.init) ?? stem
    let place = StoryID(name).flatMap { placeOfID[$0] } ?? placeOfSlug[slug]
    return place.map { live[$0] }
  }

  /// The stories that lead a front, in order and each once, then all others of `places` by time.
  func ordered(_ front: String, _ places: some Sequence<Int>) -> [Int] {
    let all = Array(places)
    let allowed = Set(all)
    var taken: Set<Int> = []
    let leads = (edition.fronts[front] ?? []).compactMap { placeOfID[$0] }
      .filter { allowed.contains($0) && taken.insert($0).inserted }
    return leads + all.filter { !taken.contains($0) }
  }

  /// How someone of the byline is called, and their handle where they are of the newsroom.
  func person(_ entry: String) -> (name: String, profile: Profile?) {
    guard let handle = Handle(entry), let profile = edition.people[handle] else {
      return (entry, nil)
    }
    return (profile.name, profile)
  }

  func name(of handle: Handle) -> String { edition.people[handle]?.name ?? handle.description }

  /// Who stands on a story, in house style.
  func attribution(of story: Article) -> Attribution {
    Attribution(
      byline: story.byline.map { person($0).name }, credit: story.credit,
      reporting: story.reporting.map { person($0).name }, editors: story.editors.map(name),
      agents: story.agents.map(name), style: house.credits)
  }

  /// The byline alone, for lists.
  func byline(of story: Article) -> String? {
    guard !story.byline.isEmpty else { return nil }
    let names = story.byline.map { person($0).name }
    return Attribution(
      byline: names, credit: [], reporting: [], editors: [], style: house.credits
    ).byline
  }

  func markdown(of story: Article) throws -> Markdown {
    let body = try edition.body(story)
    do throws(MarkdownFault) {
      return try Markdown(body)
    } catch {
      throw ExportFault.story(path: story.path, reason: error.problem, hint: error.hint)
    }
  }

  /// The standfirst, or how the text begins; at most `words` words, with … only if it was cut.
  func teaser(of story: Article, words: Int = Self.teaserWords) throws -> String {
    guard words == Self.teaserWords else { return try longTeaser(of: story, words: words) }
    if let known = teasers[story.id] { return known }
    let teaser = try longTeaser(of: story, words: words)
    teasers[story.id] = teaser
    return teaser
  }

  static let teaserWords = 15

  private func longTeaser(of story: Article, words: Int) throws -> String {
    if let standfirst = story.standfirst { return cut(standfirst, to: words) }
    return cut(try opening(of: story), to: words)
  }

  /// Keeps how a story begins, whose text has been read.
  func note(_ text: Markdown, of story: Article) {
    guard story.standfirst == nil, openings[story.id] == nil else { return }
    openings[story.id] = cut(text.opening, to: Self.mostWords)
  }

  private static let mostWords = 40

  private func opening(of story: Article) throws -> String {
    if let known = openings[story.id] { return known }
    let body = try edition.body(story)
    var text = try? Markdown(Self.beginning(of: body)).opening
    if text?.isEmpty != false { text = try markdown(of: story).opening }
    let opening = cut(text ?? "", to: Self.mostWords)
    openings[story.id] = opening
    return opening
  }

  /// Enough of a text to hold its first paragraph.
  private static func beginning(of body: String) -> String {
    let bytes = body.utf8
    guard bytes.count > 8192 else { return body }
    let part = bytes.prefix(8192)
    let end = part.lastIndex(of: 0x0A) ?? part.endIndex
    return String(decoding: part[..<end], as: UTF8.self)
  }
}

/// A text for each story, worked out about once.
private final class Memory: Sendable {
  private let known = Mutex<[StoryID: String]>([:])

  subscript(id: StoryID) -> String? {
    get { known.withLock { $0[id] } }
    set { known.withLock { $0[id] = newValue } }
  }
}

extension Markdown {
  /// The first paragraph that stands in the text itself, without marks.
  var opening: String {
    var depth = 0
    var words = ""
    for event in events {
      switch event {
      case .open(let element):
        if !element.isSpan { depth += 1 }
      case .close(let element):
        if !element.isSpan { depth -= 1 }
        if case .paragraph = element, depth == 0, words.contains(where: { !$0.isWhitespace }) {
          return words
        }
        if !element.isSpan { words = "" }
      case .text(let text): words += text
      case .softBreak, .hardBreak: words += " "
      case .rule, .picture: break
      }
    }
    return ""
  }
}
