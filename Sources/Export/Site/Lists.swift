internal import Editorial

/// The stories of an edition by what they have in common, as places in ``Archive/live``.
struct Lists: Sendable {
  let sections: [StoryList]
  let tags: [StoryList]
  let authors: [StoryList]
  /// Newest first.
  let months: [Month]
  private let handles: Set<String>

  struct Month: Sendable {
    let year, month: Int
    var places: [Int]

    /// `2026/11/index.html`.
    var path: String { "\(padded(year, to: 4))/\(padded(month))/index.html" }
  }

  init(_ archive: Archive) {
    var sections = archive.house.sections.map {
      StoryList(kind: .section, name: listName($0.id), id: $0.id, label: $0.label)
    }
    var sectionPlaces = Dictionary(sections.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var tags: [String: StoryList] = [:]
    var authors: [Handle: StoryList] = [:]
    var months: [Int: Month] = [:]
    for (place, story) in archive.live.enumerated() {
      if let id = story.section {
        if sectionPlaces[id] == nil {
          sectionPlaces[id] = sections.count
          sections.append(StoryList(kind: .section, name: listName(id), id: id, label: id))
        }
        if let index = sectionPlaces[id] { sections[index].add(place, story) }
      }
      for tag in story.tags {
        let name = listName(tag)
        var list = tags[name] ?? StoryList(kind: .tag, name: name, id: tag, label: tag)
        // Two spellings of one tag: the same one wins, whatever came out last.
        if tag < list.label { list.label = tag }
        if list.places.last != place { list.add(place, story) }
        tags[name] = list
      }
      for entry in story.byline {
        guard let profile = archive.person(entry).profile else { continue }
        let handle = profile.handle
        var list =
          authors[handle]
          ?? StoryList(
            kind: .author, name: handle.description, id: handle.description, label: profile.name)
        if list.places.last != place { list.add(place, story) }
        authors[handle] = list
      }
      let day = story.day
      months[
        day.year * 12 + day.month, default: Month(year: day.year, month: day.month, places: [])
      ].places.append(place)
    }
    let inUse = sections.enumerated().filter { index, list in
      index < archive.house.sections.count || !list.places.isEmpty
    }
    self.sections = inUse.map(\.element)
    self.tags = tags.values.sorted { $0.name < $1.name }
    self.authors = authors.values.sorted { $0.name < $1.name }
    handles = Set(authors.keys.map(\.description))
    self.months = months.sorted { $0.key > $1.key }.map(\.value)
  }
}

extension Lists {
  /// The page of someone who has stories, below the site.
  func page(of profile: Profile?) -> String? {
    guard let profile, handles.contains(profile.handle.description) else { return nil }
    return "by/\(profile.handle)/index.html"
  }
}

/// The stories of a section, of a tag or by someone.
struct StoryList: Sendable {
  enum Kind: String, Sendable {
    case section, tag
    case author = "by"
  }

  let kind: Kind
  /// Its part of the address.
  let name: String
  let id: String
  var label: String
  /// Newest first.
  private(set) var places: [Int] = []
  /// The years of its stories, newest first.
  private(set) var years: [Int] = []

  init(kind: Kind, name: String, id: String, label: String) {
    (self.kind, self.name, self.id, self.label) = (kind, name, id, label)
  }

  mutating func add(_ place: Int, _ story: Article) {
    places.append(place)
    guard !years.contains(story.day.year) else { return }
    years.append(story.day.year)
    years.sort(by: >)
  }

  /// `tag/harbour/`, `tag/harbour/2026/`.
  func folder(year: Int? = nil) -> String {
    "\(kind.rawValue)/\(name)/" + (year.map { "\(padded($0, to: 4))/" } ?? "")
  }
}
