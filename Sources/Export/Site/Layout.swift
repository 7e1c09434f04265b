internal import Editorial

/// What a page tells the layout around it.
struct Layout {
  /// Below the site: `2026/11/24/slug.html`, `section/city/index.html`.
  var path: String
  var title: String
  var description: String?
  /// The section whose page it is or belongs to.
  var section: String?
  /// The folder of its own feeds, below the site.
  var feedFolder: String?
  var image: String?
  var imageAlt: String?
  /// The same in other languages, for search engines.
  var alternates: [(language: String, url: String)] = []
  /// The language of what it says, where that is not the newsroom's.
  var language: String?
  var data: JSON?
  var graph: [(property: String, content: String)] = []
  var isFront = false
  /// The day that the front page is of.
  var dated: String?
  /// Whether search engines should leave it alone.
  var isHidden = false
  /// From the page to the site's root, where its path doesn't tell.
  var root: String?
}

extension Site {
  func addressing(_ path: String, root: String? = nil) -> Addressing {
    Addressing(site: archive.siteURL, page: path, isAbsolute: false, root: root)
  }

  /// The address by which others should know a page; nil where the newsroom has none.
  func canonical(_ path: String) -> String? {
    guard !archive.siteURL.isEmpty else { return nil }
    let isFolder = path == "index.html" || path.hasSuffix("/index.html")
    return archive.siteURL + (isFolder ? String(path.dropLast("index.html".count)) : path)
  }

  /// A whole page: `content` within the layout.
  func page(_ layout: Layout, _ content: String) throws -> File {
    let house = archive.house
    let links = addressing(layout.path, root: layout.root)
    let ribbon = archive.ribbon(onPage: layout.path)
    let isHidden = layout.isHidden || ribbon != nil
    let canonical = isHidden ? nil : canonical(layout.path)
    let graph = isHidden ? [("og:site_name", house.title)] : try self.graph(of: layout, canonical)
    let sections = lists.sections.prefix(house.sections.count).map { list in
      Fields([
        "label": list.label, "url": links.own(list.folder() + "index.html"),
        "current": list.id == layout.section,
      ])
    }
    let title = layout.isFront ? house.title : "\(layout.title) – \(house.title)"
    let text = templates.render(
      "layout",
      Fields([
        "language": house.language, "direction": direction(of: house.language),
        "title": title, "description": layout.description, "hidden": isHidden,
        "made": archive.edition.made, "canonical": canonical, "site": house.title,
        "publisher": house.publisher, "ownPublisher": house.publisher != house.title,
        "root": links.root, "feeds": feeds(layout.feedFolder, layout.title, links),
        "alternates": isHidden
          ? []
          : layout.alternates.map { Fields(["language": $0.language, "url": $0.url]) },
        "ribbon": ribbon,
        "graph": graph.map { Fields(["property": $0.property, "content": $0.content]) },
        "card": isHidden
          ? nil : layout.image == nil || canonical == nil ? "summary" : "summary_large_image",
        "data": layout.data?.text, "isFront": layout.isFront, "dated": layout.dated,
        "edition": layout.isFront && !isHidden ? archive.edition.name : nil,
        "hasSections": !sections.isEmpty, "sections": sections, "content": content,
      ]))
    return File(layout.path, marked(text, ribbon))
  }

  /// The feeds that a page names: the site's, and its own before them.
  private func feeds(_ folder: String?, _ title: String, _ links: Addressing) -> [Fields] {
    let kinds = [
      ("feed.xml", "application/rss+xml"), ("atom.xml", "application/atom+xml"),
      ("feed.json", "application/feed+json"),
    ]
    let site = archive.house.title
    let places = [folder.map { ($0, "\(title) – \(site)") }, ("", site)].compactMap { $0 }
    return places.flatMap { folder, title in
      kinds.map { name, type in
        Fields(["title": title, "type": type, "url": links.own(folder + name)])
      }
    }
  }

  /// A page under the ribbon, which a layout of the newsroom's own may not know.
  func marked(_ page: String, _ ribbon: String?) -> String {
    guard let ribbon = ribbon.map(escaped), !page.contains(ribbon) else {
      return page
    }
    let body = page.firstRange(of: "<body")?.upperBound
    let start = body.flatMap { page[$0...].firstIndex(of: ">") }.map(page.index(after:))
    var page = page
    page.insert(contentsOf: "\n<p class=\"ribbon\">\(ribbon)</p>", at: start ?? page.startIndex)
    return page
  }
}

/// `rtl` for languages written from right to left.
func direction(of language: String?) -> String? {
  guard let primary = language?.split(separator: "-").first?.lowercased() else { return nil }
  return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary)
    ? "rtl" : nil
}
