internal import Editorial

extension ImportFormat {
  static let hugo = ImportFormat(
    "hugo", "a Hugo or Zola site: YAML, TOML or JSON front matter, shortcodes, page bundles"
  ) { tree, surroundings throws(Unreadable) in
    try HugoSite(tree, surroundings).batch().orNothing(
      tree, "page of Hugo's or Zola's\(tree.isFile ? "" : " in that folder")",
      hint: "Markdown files are looked for, below content/ where there is such a folder")
  }
}

/// A site of Hugo's or Zola's, or a part of one: its root, its content, one section.
private struct HugoSite {
  let tree: SourceTree
  let surroundings: Surroundings
  let configuration: SiteConfiguration
  /// The folder of the content, with a slash behind it; nil where the tree does not show which it is.
  let content: String?
  let languages: HugoLanguages
  let addresses: HugoAddresses

  init(_ tree: SourceTree, _ surroundings: Surroundings) {
    (self.tree, self.surroundings) = (tree, surroundings)
    let configuration = SiteConfiguration(
      tree,
      [
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml",
        "config.yml",
        "config.json", "zola.toml", "config/_default/hugo.toml", "config/_default/config.toml",
        "config/_default/hugo.yaml", "config/_default/config.yaml",
      ], beside: ["permalinks", "languages"])
    self.configuration = configuration
    let languages = HugoLanguages(configuration, tree)
    self.languages = languages
    let below = configuration.folder.isEmpty ? "" : configuration.folder + "/"
    var parts = (configuration.text("contentDir", "contentdir") ?? "content").split(separator: "/")
    // The pages of the main language; those of the others lie beside them.
    if parts.count > 1, let last = parts.last, languages.ofFolder(String(last)) != nil {
      parts.removeLast()
    }
    let named = below + parts.joined(separator: "/") + "/"
    content =
      tree.paths.contains { $0.hasPrefix(named) }
      ? named : tree.paths.contains { $0.hasPrefix("content/") } ? "content/" : nil
    addresses = HugoAddresses(
      configuration: configuration, languages: languages, hasContent: content != nil)
  }

  func batch() -> Batch {
    var batch = Batch()
    batch.ignored = tree.skipped + configuration.faults
    let below = configuration.folder.isEmpty ? "" : configuration.folder + "/"
    batch.roots = [below + "static", below + "assets"]
    batch.roots += content.map { [String($0.dropLast())] } ?? []
    batch.roots += ["static", "assets", ""]
    batch.site = configuration.text("baseURL", "baseurl", "base_url")
      .map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    AuthorPages.data(tree, &batch)
    for path in tree.paths where content.map({ path.hasPrefix($0) }) ?? true {
      if isMarkdown(path) || isPage(path) {
        take(path, &batch)
      } else if let ignored = MarkdownFile.ignored(path) {
        batch.ignored.append(ignored)
      }
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
    let place = HugoPlace(path, below: content ?? "", languages)
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
    if story.sections.isEmpty, let section = place.sections.first { story.sections = [section] }
    if story.slug == nil {
      let given = matter.text("path", "url")?.split(separator: "/").last
        .map { $0.hasSuffix(".html") ? stem(of: String($0)) : String($0) }
      story.slug = given ?? (name.rest.isEmpty ? nil : name.rest)
    }
    if story.language == nil { story.language = place.language }
    story.aliases += addresses.of(story, matter, place, name)
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

  /// Zola's `path = "2014/09/15/Rust-1.0"`, a folder before the day or none.
  private func dayOfPath(_ matter: Matter) -> Day? {
    guard let path = matter.text("path", "url") else { return nil }
    let parts = path.split(separator: "/").map { Int($0) }
    for start in parts.indices.dropLast(2) {
      guard let year = parts[start], year > 1000, let month = parts[start + 1],
        let number = parts[start + 2]
      else { continue }
      return Day(year: year, month: month, day: number)
    }
    return nil
  }
}
