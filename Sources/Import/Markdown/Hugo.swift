internal import Editorial

extension ImportFormat {
  static let hugo = ImportFormat(
    "hugo", "a Hugo or Zola site: YAML, TOML or JSON front matter, shortcodes, page bundles"
  ) { tree, surroundings throws(Unreadable) in
    HugoSite(tree, surroundings).batch()
  }
}

/// A site of Hugo's or Zola's, or a part of one: its root, its content, one section.
private struct HugoSite {
  let tree: SourceTree
  let surroundings: Surroundings
  let configuration: SiteConfiguration
  /// The folder of the content, with a slash behind it; nil where the tree does not show which it is.
  let content: String?

  init(_ tree: SourceTree, _ surroundings: Surroundings) {
    (self.tree, self.surroundings) = (tree, surroundings)
    let configuration = SiteConfiguration(
      tree,
      [
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
        "config.yml",
        "config.json", "zola.toml", "config/_default/hugo.toml", "config/_default/config.toml",
        "config/_default/hugo.yaml", "config/_default/config.yaml",
      ])
    self.configuration = configuration
    let below = configuration.folder.isEmpty ? "" : configuration.folder + "/"
    let named = below + (configuration.text("contentDir", "contentdir") ?? "content") + "/"
    content =
      tree.paths.contains { $0.hasPrefix(named) }
      ? named : tree.paths.contains { $0.hasPrefix("content/") } ? "content/" : nil
  }

  func batch() -> Batch {
    var batch = Batch()
    batch.ignored = tree.skipped
    let below = content.map { String($0.dropLast("content/".count)) } ?? ""
    batch.roots = [below + "static", below + "assets", below + "content", "static", "assets", ""]
    batch.site = configuration.text("baseURL", "baseurl", "base_url")
      .map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    AuthorPages.data(tree, &batch)
    for path in tree.paths where isMarkdown(path) || isPage(path) {
      if let content, !path.hasPrefix(content) { continue }
      take(path, &batch)
    }
    return batch
  }

  /// Whether a file of HTML is content; where nothing shows the folder of the content it may be a template.
  private func isPage(_ path: String) -> Bool {
    content != nil && [".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
  }

  private func take(_ path: String, _ batch: inout Batch) {
    if isPage(path), let bytes = try? tree.read(path, limit: 4 << 20),
      (try? Matter(bytes))?.fields.isEmpty ?? false
    {
      batch.ignored.append(
        Batch.Refusal(path, "a page of HTML without fields in front, not a story"))
      return
    }
    let name = stem(of: path)
    let isList = name == "_index" || name.hasPrefix("_index.")
    if let key = AuthorPages.key(of: path) {
      guard let (_, matter) = MarkdownFile.open(path, tree, &batch) else { return }
      if var person = AuthorPages.person(matter, key: key) {
        person.source = path
        batch.people[key] = person
        return
      }
    }
    guard isList else {
      MarkdownFile.take(path, tree, &batch) { raw, matter throws(Matter.Fault) in
        try story(path, raw, matter)
      }
      return
    }
    // The page of a section lists stories and is none; what it calls itself is the section's label.
    batch.ignored.append(Batch.Refusal(path, "the page of a list, not a story"))
    guard let bytes = try? tree.read(path, limit: 4 << 20), let matter = try? Matter(bytes),
      let title = matter.text("title"),
      let section = folder(of: path).split(separator: "/").last.map(String.init)
    else { return }
    batch.labels[section] = plainWords(title)
  }

  private func story(
    _ path: String, _ raw: [UInt8], _ matter: Matter
  ) throws(Matter.Fault) -> Incoming {
    let place = Place(path, below: content ?? "")
    let name = DatedName(place.name)
    if matter.first(FieldNames.date) == nil, let day = name.noDay {
      throw Matter.Fault(line: 1, reason: "there is no day \(day), which its name says")
    }
    var file = MarkdownStory(
      source: path, raw: raw, matter: matter, surroundings: surroundings,
      nameDay: name.day ?? dayOfPath(matter), nameSlug: name.rest)
    file.isHTML = isPage(path)
    file.turn = { text in
      HugoCalls.turn(&text)
      if !text.isHTML { Definitions.turn(&text) }
    }
    var story = try file.incoming()
    if story.sections.isEmpty, let section = place.folders.first { story.sections = [section] }
    if story.slug == nil {
      let given = matter.text("path", "url")?.split(separator: "/").last.map(String.init)
      story.slug = given ?? (name.rest.isEmpty ? nil : name.rest)
    }
    if story.language == nil { story.language = place.language }
    story.aliases += addresses(of: story, matter, place, name)
    if let text = matter.text("expirydate", "expiryDate"), let time = try? WrittenTime(text),
      time.moment(surroundings).moment < surroundings.now
    {
      story.notes.append(
        Remark(
          line: matter.fields.first { $0.key.lowercased() == "expirydate" }?.line,
          "its old site showed it no longer from \(time.day) on; here it is published"))
    }
    return story
  }

  /// Zola's `path = "2014/09/15/Rust-1.0"`.
  private func dayOfPath(_ matter: Matter) -> Day? {
    guard let path = matter.text("path", "url") else { return nil }
    let parts = path.split(separator: "/").prefix(3).map(String.init)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Where a page stands in the content.
  private struct Place {
    /// The folders above it, a bundle's own left out.
    var folders: [String]
    var name: String
    var language: String?

    init(_ path: String, below content: String) {
      var parts = path.dropFirst(content.count).split(separator: "/").map(String.init)
      let file = parts.popLast() ?? path
      var name = stem(of: file)
      if let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) == 3 {
        language = String(name[name.index(after: dot)...])
        name = String(name[..<dot])
      }
      if name == "index", let bundle = parts.popLast() { name = bundle }
      // A folder of years and months is an order of files, no section.
      folders = parts.filter { !$0.allSatisfy(\.isNumber) }
      (self.name) = (name)
    }
  }

  /// The address that Hugo gave it, where that can be told.
  private func addresses(
    of story: Incoming, _ matter: Matter, _ place: Place, _ name: DatedName
  ) -> [String] {
    if let given = matter.text("url", "path") {
      let path = given.hasPrefix("/") ? given : "/" + given
      return [path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"]
    }
    guard let content else { return [] }
    let parts = folder(of: String(story.source.dropFirst(content.count))).split(separator: "/")
      .map(String.init)
    let isBundle = stem(of: story.source) == "index" || stem(of: story.source).hasPrefix("index.")
    let folders = isBundle ? Array(parts.dropLast()) : parts
    let slug = urlized(
      matter.text("slug") ?? (configuration.text("base_url") == nil ? place.name : name.rest))
    if let section = parts.first,
      let pattern = configuration["permalinks"].flatMap({
        $0["page"]?[section]?.text ?? $0[section]?.text
      }), let day = story.day
    {
      let title = urlized(story.headline)
      let filled = Permalink.filled(
        pattern, day,
        [
          "slug": matter.text("slug").map(urlized) ?? title, "title": title, "section": section,
          "sections": folders.joined(separator: "/"), "filename": urlized(place.name),
          "contentbasename": urlized(place.name), "slugorfilename": slug,
          "slugorcontentbasename": slug,
        ])
      return filled.map { [$0] } ?? []
    }
    return ["/" + (folders.map(urlized) + [slug]).joined(separator: "/") + "/"]
  }

  private func urlized(_ text: String) -> String {
    text.lowercased().replacing(" ", with: "-")
  }
}

/// Patterns of addresses, as `/:year/:month/:day/:title/`.
enum Permalink {
  /// Nil where the pattern asks for what is not known.
  static func filled(_ pattern: String, _ day: Day, _ names: [String: String]) -> String? {
    var result = ""
    var rest = pattern[...]
    let yearDay = day.number - (Day(year: day.year, month: 1, day: 1)?.number ?? 0) + 1
    let dates: [String: String] = [
      "year": padded(day.year, to: 4), "month": padded(day.month), "day": padded(day.day),
      "i_month": String(day.month), "i_day": String(day.day), "short_year": padded(day.year % 100),
      "y_day": padded(yearDay, to: 3), "monthname": day.monthName.lowercased(),
      "short_month": day.monthName, "yearday": String(yearDay),
    ]
    while let character = rest.first {
      guard character == ":" else {
        result.append(character)
        rest = rest.dropFirst()
        continue
      }
      let name = rest.dropFirst().prefix { $0.isLetter || $0 == "_" }
      guard let value = dates[String(name)] ?? names[String(name)] else { return nil }
      result += value
      rest = rest.dropFirst(name.count + 1)
    }
    while result.contains("//") { result = result.replacing("//", with: "/") }
    return result.hasPrefix("/") ? result : "/" + result
  }
}
