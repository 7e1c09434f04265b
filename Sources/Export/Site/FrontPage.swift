internal import Editorial

extension Site {
  /// Fronts, lists and feeds carry the newest 50 and lead on to the archive.
  static let mostStories = 50

  func frontPage() throws -> Rendering {
    let links = addressing("index.html")
    let order = Array(archive.ordered("home", archive.live.indices).prefix(Self.mostStories))
    var pictures: [String] = []
    func card(
      _ place: Int, teaser: Bool = true, picture: PicturePlace? = nil, isFirst: Bool = false,
      in section: String? = nil
    ) throws -> Fields {
      let story = archive.live[place]
      if picture != nil, let path = shownPicture(of: story) { pictures.append(path) }
      return try self.card(
        story, links, teaser: teaser, picture: picture, isFirst: isFirst, in: section)
    }
    let lead = try order.first.map { try card($0, picture: .lead, isFirst: true) }
    let seconds = order.dropFirst().prefix(4)
    let top = TopArrangement(
      lead: order.first.map { shownPicture(of: archive.live[$0]) != nil } ?? false,
      seconds: seconds.map { shownPicture(of: archive.live[$0]) != nil })
    let secondCards = try seconds.enumerated().map { index, place in
      try card(place, picture: top.showsPicture(ofSecond: index) ? .feature : nil)
    }
    var shown = Set(order.prefix(5))
    var blocks: [Fields] = []
    for list in lists.sections {
      let candidates = archive.ordered(list.id, list.places).filter { !shown.contains($0) }
      let places = Array(candidates.prefix(4))
      guard !places.isEmpty else { continue }
      shown.formUnion(places)
      let arrangement = Arrangement(
        block: blocks.count, pictures: places.map { shownPicture(of: archive.live[$0]) != nil })
      blocks.append(
        Fields([
          "name": list.name, "label": list.label, "url": links.own(list.folder() + "index.html"),
          "arrangement": arrangement.rawValue,
          "stories": try places.enumerated().map { index, place in
            try card(
              place, teaser: index == 0 && arrangement != .gallery,
              picture: index == 0 || arrangement == .gallery ? .feature : nil, in: list.id)
          },
        ]))
    }
    let latest = order.filter { !shown.contains($0) }.map { archive.live[$0] }
    let content = templates.render(
      "front",
      Fields([
        "site": archive.house.title, "lead": lead, "hasSeconds": !seconds.isEmpty,
        "arrangement": top.name, "seconds": secondCards, "blocks": blocks,
        "hasLatest": !latest.isEmpty,
        "latest": latest.map { story in
          Fields([
            "headline": story.headline, "url": links.own(String(story.urlPath.dropFirst())),
            "iso": archive.zone.iso(story.published), "time": archive.zone.shown(story.published),
            "date": archive.zone.day(of: story.published).shown,
            "language": foreignLanguage(of: story),
          ])
        },
      ]).with(monthFields(links)))
    var layout = Layout(path: "index.html", title: archive.house.title)
    layout.description = "News from \(archive.house.title)"
    layout.isFront = true
    let day = archive.zone.day(of: archive.edition.time)
    layout.dated = "\(day.fullWeekday) \(day.shown)"
    layout.image =
      archive.live.isEmpty ? nil : order.first.flatMap { shownPicture(of: archive.live[$0]) }
    return Rendering(files: [try page(layout, content)], pictures: pictures)
  }

  /// A story in a list; in one of its section the section's label is not said again, in one of its day
  /// the day.
  func card(
    _ story: Article, _ links: Addressing, teaser: Bool = true, picture: PicturePlace? = nil,
    isFirst: Bool = false, in section: String? = nil, ofDay: Bool = false
  ) throws -> Fields {
    let image = try picture.flatMap { place in
      try shownPicture(of: story).flatMap {
        try self.image(
          $0, alt: story.image?.alt ?? story.image?.caption, at: place, isFirst: isFirst, links)
      }
    }
    let language = foreignLanguage(of: story)
    return Fields([
      "url": links.own(String(story.urlPath.dropFirst())), "headline": story.headline,
      "isLong": Self.isLong(story.headline),
      "kicker": story.kicker
        ?? (section == nil ? story.section.map { archive.house.label(ofSection: $0) } : nil),
      "teaser": teaser ? (try story.standfirst ?? archive.teaser(of: story, words: 30)) : nil,
      "byline": archive.byline(of: story),
      "iso": archive.zone.iso(story.published), "time": archive.zone.shown(story.published),
      "date": ofDay
        ? archive.zone.clock(story.published) : archive.zone.day(of: story.published).shown,
      "picture": image,
      "language": language, "direction": language.map { direction(of: $0) ?? "ltr" },
    ])
  }

  /// Whether a headline needs smaller type; a character of East Asia is as wide as two others.
  static func isLong(_ headline: String) -> Bool {
    headline.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } > 90
  }

  func foreignLanguage(of story: Article) -> String? {
    story.language.flatMap { $0 == archive.house.language ? nil : $0 }
  }

  /// The archive by months, newest year first.
  func monthFields(_ links: Addressing) -> Fields {
    var years: [(year: Int, months: [Fields])] = []
    for month in lists.months {
      if years.last?.year != month.year { years.append((month.year, [])) }
      let label = Day(year: month.year, month: month.month, day: 1)?.monthName
      years[years.count - 1].months.append(
        Fields(["label": label, "url": links.own(month.path)]))
    }
    return Fields([
      "hasMonths": !years.isEmpty,
      "years": years.map { Fields(["year": String($0.year), "months": $0.months]) },
    ])
  }
}

/// How the first stories of the front stand together.
struct TopArrangement {
  /// What the style sheet calls it.
  let name: String
  private let pictured: Set<Int>

  /// By which of them have a picture.
  init(lead: Bool, seconds: [Bool]) {
    name =
      seconds.isEmpty
      ? "alone" : !lead && seconds.count > 1 ? "words" : seconds.count < 3 ? "pair" : "full"
    // In a row all have one or none has; of two columns of two the upper ones have theirs.
    pictured =
      name != "words" ? [0, 2] : seconds.contains(false) ? [] : Set(seconds.indices)
  }

  func showsPicture(ofSecond index: Int) -> Bool { pictured.contains(index) }
}

/// How the stories of a block of the front stand together.
enum Arrangement: String {
  /// One with its picture, the others beside it.
  case feature
  /// Four pictures in a row; every third block that can.
  case gallery
  /// Columns of words.
  case texts

  /// For the block of that number, by which of its stories have a picture.
  init(block: Int, pictures: [Bool]) {
    let isFull = pictures.count == 4 && !pictures.contains(false)
    self = isFull && block % 3 == 2 ? .gallery : pictures.first == true ? .feature : .texts
  }
}

extension Day {
  /// `Tuesday`.
  var fullWeekday: String {
    [
      "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday",
      "Sat": "Saturday", "Sun": "Sunday",
    ][weekday] ?? weekday
  }
}
