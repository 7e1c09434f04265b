internal import Editorial

extension Site {
  func sectionPage(_ list: StoryList) throws -> Rendering {
    let path = list.folder() + "index.html"
    let links = addressing(path)
    let places = archive.ordered(list.id, list.places).prefix(Self.mostStories)
    var layout = Layout(path: path, title: list.label)
    layout.description = "\(list.label), from \(archive.house.title)"
    layout.section = list.id
    layout.feedFolder = list.folder()
    let feed = try Feed(
      archive, archive.shown.lazy.filter { $0.section == list.id },
      section: Section(id: list.id, label: list.label))
    let made = try rendering(
      layout, links, [(nil, Array(places))],
      ["rubric": nil, "heading": list.label], monthFields(links))
    return Rendering(
      files: made.files + (try feed.files()), pictures: made.pictures)
  }

  /// The newest stories of a tag or by someone, or all of a year.
  func listPage(_ list: StoryList, year: Int?) throws -> Rendering {
    let path = list.folder(year: year) + "index.html"
    let links = addressing(path)
    let places =
      year.map { year in list.places.filter { archive.live[$0].day.year == year } }
      ?? Array(list.places.prefix(Self.mostStories))
    let heading = list.label + (year.map { ", \($0)" } ?? "")
    let profile = list.kind == .author ? archive.person(list.id).profile : nil
    var layout = Layout(path: path, title: heading)
    layout.description =
      list.kind == .author
      ? "Stories by \(heading)" : "Stories about \(heading)"
    let profileLinks = (profile?.links ?? []).compactMap { link in
      links.link(link).map { Fields(["url": $0, "label": Self.short(link)]) }
    }
    let years = list.years.map { year in
      Fields(["label": String(year), "url": links.own(list.folder(year: year) + "index.html")])
    }
    return try rendering(
      layout, links, [(nil, places)],
      [
        "rubric": list.kind == .author ? nil : "Topic", "heading": heading,
        "bio": year == nil ? profile?.bio : nil,
        "hasLinks": year == nil && !profileLinks.isEmpty, "links": profileLinks,
        "hasYears": !years.isEmpty, "allYears": years,
      ])
  }

  func monthPage(_ month: Lists.Month) throws -> Rendering {
    let links = addressing(month.path)
    guard let first = Day(year: month.year, month: month.month, day: 1) else {
      return Rendering(files: [])
    }
    var groups: [(String?, [Int])] = []
    for (day, places) in Dictionary(grouping: month.places, by: { archive.live[$0].day })
      .sorted(by: { $0.key > $1.key })
    {
      groups.append(("\(day.fullWeekday) \(day.shown)", places))
    }
    let name = "\(first.fullMonthName) \(month.year)"
    var layout = Layout(path: month.path, title: name)
    layout.description = "All stories of \(name)"
    return try rendering(layout, links, groups, ["rubric": "Archive", "heading": name])
  }

  private func rendering(
    _ layout: Layout, _ links: Addressing, _ groups: [(String?, [Int])],
    _ head: KeyValuePairs<String, Any?>, _ more: Fields = Fields([:])
  ) throws -> Rendering {
    var pictures: [String] = []
    let sections = try groups.map { heading, places in
      let cards = try places.map { place in
        let story = archive.live[place]
        if let path = shownPicture(of: story) { pictures.append(path) }
        return try card(
          story, links, picture: .row, in: layout.path.hasPrefix("section/") ? layout.section : nil,
          ofDay: heading != nil)
      }
      return Fields(["heading": heading, "stories": cards])
    }
    let isEmpty = groups.allSatisfy(\.1.isEmpty)
    let content = templates.render(
      "list",
      Fields(head).with(Fields(["groups": isEmpty ? [] : sections, "isEmpty": isEmpty])).with(more))
    return Rendering(files: [try page(layout, content)], pictures: pictures)
  }

  func correctionsPage() throws -> Rendering {
    let path = "corrections/index.html"
    let links = addressing(path)
    // Those of one second stand by story, each story's as on its page.
    let entries = archive.shown.flatMap { story in story.noticesByDate.map { (story, $0) } }
      .enumerated()
      .sorted { ($1.element.1.at, $0.offset) < ($0.element.1.at, $1.offset) }.map(\.element)
    var groups: [(heading: String, notices: [Fields])] = []
    for (story, notice) in entries {
      let day = archive.zone.day(of: notice.at)
      let heading = "\(day.fullMonthName) \(day.year)"
      if groups.last?.heading != heading { groups.append((heading, [])) }
      groups[groups.count - 1].notices.append(
        Fields([
          "headline": story.title, "url": links.own(String(story.urlPath.dropFirst())),
          "label": notice.label, "text": notice.text, "iso": archive.zone.iso(notice.at),
          "day": day.shown,
        ]))
    }
    let content = templates.render(
      "corrections",
      Fields([
        "site": archive.house.title, "isEmpty": groups.isEmpty,
        "groups": groups.map { Fields(["heading": $0.heading, "notices": $0.notices]) },
      ]))
    var layout = Layout(path: path, title: "Corrections")
    layout.description = "Corrections and other notices of \(archive.house.title)"
    return Rendering(files: [try page(layout, content)])
  }

  /// Served at any address, so its links begin at the site's path.
  func notFoundPage() throws -> Rendering {
    var layout = Layout(path: "404.html", title: "Not found")
    layout.isHidden = true
    layout.root = String(addressing("404.html").sitePath)
    let content = templates.render("notfound", Fields(["root": layout.root]))
    return Rendering(files: [try page(layout, content)])
  }

  /// What stands at an address that a story had before; nothing where readers can't see the story.
  func redirect(from path: String) -> Rendering {
    guard let place = Place(path), let story = archive.story(movedFrom: path) else {
      return Rendering(files: [])
    }
    return redirect(to: story, at: "\(place.stem).html")
  }

  /// A page at `file` that leads on to a story.
  func redirect(to story: Article, at file: String) -> Rendering {
    let ribbon = archive.edition.ribbon
    let target = String(story.urlPath.dropFirst())
    let text = templates.render(
      "redirect",
      Fields([
        "language": archive.house.language, "url": addressing(file).own(target),
        "headline": story.title, "ribbon": ribbon,
        "canonical": ribbon == nil ? canonical(target) : nil,
      ]))
    return Rendering(files: [File(file, marked(text, ribbon))])
  }

  /// A link's address as people say it: `example.org/ana`.
  private static func short(_ address: String) -> String {
    var short = address[...]
    for start in ["https://", "http://", "mailto:", "www."] where short.hasPrefix(start) {
      short = short.dropFirst(start.count)
    }
    return String(short.trimmingSuffix { $0 == "/" })
  }
}
