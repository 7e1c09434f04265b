internal import Editorial

extension Site {
  /// Fronts, lists and feeds carry the newest 50 and lead on to the archive.
  static let mostStories = 50

  func frontPage() throws -> Rendering {
    let links = addressing("index.html")
    let order = Array(archive.ordered("home", archive.live.indices).prefix(Self.mostStories))
    var pictures: [String] = []
    func card(
      _ place: Int, teaser: Bool = true, picture: Bool = true, in section: String? = nil
    ) throws -> Fields {
      let story = archive.live[place]
      if picture, let path = shownPicture(of: story) { pictures.append(path) }
      return try self.card(story, links, teaser: teaser, picture: picture, in: section)
    }
    let lead = try order.first.map { try card($0) }
    let seconds = order.dropFirst().prefix(4)
    var shown = Set(order.prefix(5))
    var blocks: [Fields] = []
    for list in lists.sections {
      let candidates = archive.ordered(list.id, list.places).filter { !shown.contains($0) }
      let places = candidates.prefix(4)
      guard !places.isEmpty else { continue }
      shown.formUnion(places)
      blocks.append(
        Fields([
          "name": list.name, "label": list.label, "url": links.own(list.folder() + "index.html"),
          "stories": try places.enumerated().map { index, place in
            try card(place, teaser: index == 0, picture: index == 0, in: list.id)
          },
        ]))
    }
    let latest = order.filter { !shown.contains($0) }.map { archive.live[$0] }
    let secondCards = try seconds.map { try card($0, picture: false) }
    let content = templates.render(
      "front",
      Fields([
        "site": archive.house.title, "lead": lead, "seconds": secondCards,
        "blocks": blocks, "hasLatest": !latest.isEmpty,
        "latest": latest.map { story in
          Fields([
            "headline": story.headline, "url": links.own(String(story.urlPath.dropFirst())),
            "iso": archive.zone.iso(story.published), "time": archive.zone.shown(story.published),
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
    return Rendering(files: [page(layout, content)], pictures: pictures)
  }

  /// A story in a list; in one of its section the section's label is not said again.
  func card(
    _ story: Article, _ links: Addressing, teaser: Bool = true, picture: Bool = false,
    in section: String? = nil
  ) throws -> Fields {
    let image = picture ? shownPicture(of: story) : nil
    let language = foreignLanguage(of: story)
    return Fields([
      "url": links.own(String(story.urlPath.dropFirst())), "headline": story.headline,
      "kicker": story.kicker
        ?? (section == nil ? story.section.map { archive.house.label(ofSection: $0) } : nil),
      "teaser": teaser ? (try story.standfirst ?? archive.teaser(of: story, words: 30)) : nil,
      "byline": archive.byline(of: story),
      "iso": archive.zone.iso(story.published), "time": archive.zone.shown(story.published),
      "picture": image != nil, "source": image.map(links.own),
      "alt": story.image.flatMap { $0.alt ?? $0.caption },
      "language": language, "direction": language.map { direction(of: $0) ?? "ltr" },
    ])
  }

  /// The path of a story's picture, where it is one that goes out.
  func shownPicture(of story: Article) -> String? {
    story.image.flatMap { Addressing.picture($0.file) }.flatMap { Picture.isKnown($0) ? $0 : nil }
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

extension Day {
  /// `Tuesday`.
  var fullWeekday: String {
    [
      "Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday",
      "Sat": "Saturday", "Sun": "Sunday",
    ][weekday] ?? weekday
  }
}
