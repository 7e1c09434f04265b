internal import Editorial

extension Format {
  static let newsletter = Format(
    "newsletter", "newsletter.html and .txt: what is new, to send by mail",
    owns: { $0 == "newsletter.html" || $0 == "newsletter.txt" }
  ) { archive, emit in
    let letter = try Newsletter(archive)
    guard !letter.isEmpty else { return 0 }
    try emit(File("newsletter.html", try letter.html()))
    try emit(File("newsletter.txt", try letter.text()))
    return letter.stories.count
  }
}

/// What a mail to readers holds: what is new since the edition before, the lead of the front first.
///
/// The first edition of a newsroom, and one that brings nothing new, has the front instead. A story of
/// which only a typo was put right is no news; what was withdrawn is said. It has at most 50 stories and
/// links on to the others.
struct Newsletter {
  let archive: Archive
  let lead: Article?
  let chapters: [Chapter]
  /// Stories that were there before, with what was put right in them, and withdrawn ones with their notice.
  let corrected: [(story: Article, notice: Notice)]
  /// How many more there are than it has.
  let rest: Int
  private let updated: Set<StoryID>

  init(_ archive: Archive) throws {
    self.archive = archive
    var places: [Int] = []
    var updated: Set<StoryID> = []
    var corrected: [(Article, Notice)] = []
    for (place, change) in try archive.changed() ?? [] {
      let story = archive.live[place]
      switch change {
      case .refiled, .withdrawn: continue
      case .corrected, .clarified:
        if let notice = story.noticesByDate.first(where: { !$0.isWithdrawal }) {
          corrected.append((story, notice))
        }
      case .new, .updated:
        places.append(place)
        if change == .updated { updated.insert(story.id) }
      }
    }
    for story in try archive.withdrawnNow() {
      if let notice = story.withdrawal { corrected.append((story, notice)) }
    }
    if places.isEmpty, corrected.isEmpty { places = Array(archive.live.indices) }
    let order = archive.ordered("home", places)
    lead = order.first.map { archive.live[$0] }
    chapters = archive.chapters(order.prefix(Site.mostStories).dropFirst())
    rest = max(0, order.count - Site.mostStories)
    (self.corrected, self.updated) = (corrected, updated)
  }

  var isEmpty: Bool { lead == nil && corrected.isEmpty }

  var stories: [Article] {
    [lead].compactMap { $0 } + chapters.flatMap(\.stories) + corrected.map(\.story)
  }

  /// The mail's subject.
  var title: String { "\(archive.house.title), \(day)" }

  var day: String { archive.zone.day(of: archive.edition.time).shown }

  /// A story's address; nil where the newsroom has none, since a mail has no place of its own.
  func address(of story: Article) -> String? {
    archive.siteURL.isEmpty ? nil : archive.siteURL + story.urlPath.dropFirst()
  }

  /// `City`, or `City · Updated`.
  func kicker(of story: Article, in chapter: Chapter? = nil) -> String? {
    let section = chapter == nil ? story.section.map { archive.house.label(ofSection: $0) } : nil
    let parts = [story.kicker ?? section, updated.contains(story.id) ? "Updated" : nil]
    let kicker = parts.compactMap { $0 }.joined(separator: " · ")
    return kicker.isEmpty ? nil : kicker
  }

  func teaser(of story: Article) throws -> String {
    try story.standfirst ?? archive.teaser(of: story, words: 30)
  }

  /// The heading of a part; nil where there is but one.
  func heading(of chapter: Chapter) -> String? {
    chapter.label ?? (chapters.count > 1 ? "More stories" : nil)
  }
}
