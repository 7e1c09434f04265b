internal import Editorial

extension ImportFormat {
  static let jekyll = ImportFormat(
    "jekyll", "posts, drafts and collections of a Jekyll site, with their Liquid"
  ) { tree, surroundings throws(Unreadable) in
    let others = tree.paths.count(where: isMarkdown)
    return try JekyllSite(tree, surroundings).batch().orNothing(
      tree, "post of Jekyll's\(tree.isFile ? "" : " in that folder")",
      hint: "files in _posts, in _drafts and in collections are looked for; "
        + "where there are none, files with a day before their names"
        + (others == 0 ? "" : "; for what else is Markdown: stet import markdown"))
  }
}

/// A site of Jekyll's, or a part of one.
private struct JekyllSite {
  let tree: SourceTree
  let surroundings: Surroundings
  let configuration: SiteConfiguration
  let liquid: Liquid
  /// Whether no folder says which files are posts: then all with a day in their names are.
  let isBare: Bool

  init(_ tree: SourceTree, _ surroundings: Surroundings) {
    (self.tree, self.surroundings) = (tree, surroundings)
    configuration = SiteConfiguration(tree, ["_config.yml", "_config.yaml", "_config.toml"])
    var known = Batch()
    AuthorPages.data(tree, &known)
    liquid = Liquid(site: configuration.scalars, names: known.people.mapValues(\.name))
    isBare = !tree.paths.contains { Self.collection(of: $0) != nil }
  }

  /// The nearest folder above a path that holds posts, drafts or a collection, as `posts`.
  private static func collection(of path: String) -> String? {
    let parts = path.split(separator: "/").dropLast()
    for part in parts.reversed() where part.hasPrefix("_") { return String(part.dropFirst()) }
    return nil
  }

  private static let ours: Set = [
    "includes", "layouts", "sass", "site", "data", "plugins", "authors", "author", "people",
    "team_members", "tests", "scss",
  ]

  func batch() -> Batch {
    var batch = Batch()
    batch.ignored = tree.skipped + configuration.faults
    let below = configuration.folder
    batch.roots = below.isEmpty ? [""] : [below, ""]
    batch.roots += batch.roots.map { $0.isEmpty ? "assets" : $0 + "/assets" }
    let base = configuration.text("baseurl") ?? ""
    batch.site = configuration.text("url").map { $0 + base }
      .map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    AuthorPages.data(tree, &batch)
    for path in tree.paths {
      if isMarkdown(path) || path.hasSuffix(".html") {
        take(path, &batch)
      } else if let ignored = MarkdownFile.ignored(path), Self.collection(of: path) != nil {
        batch.ignored.append(ignored)
      }
    }
    return batch
  }

  private func take(_ path: String, _ batch: inout Batch) {
    let collection = Self.collection(of: path)
    if let key = AuthorPages.key(of: path), collection != "posts" {
      if let (_, matter) = MarkdownFile.open(path, tree, &batch),
        var person = AuthorPages.person(matter, key: key)
      {
        person.source = path
        batch.people[key] = person
      }
      return
    }
    let name = DatedName(stem(of: path))
    let isDated = name.day != nil || name.noDay != nil
    let isPost =
      switch collection {
      case "posts"?, "drafts"?: true
      case let other?: !Self.ours.contains(other) && isCollection(other)
      case nil: isBare && isDated
      }
    guard isPost else {
      if isMarkdown(path), collection.map({ !Self.ours.contains($0) }) ?? true {
        batch.ignored.append(Batch.Refusal(path, "a page of the site, not a post"))
      }
      return
    }
    MarkdownFile.take(path, tree, &batch) { raw, matter throws(Matter.Fault) in
      try story(path, raw, matter, name, isDraft: collection == "drafts")
    }
  }

  private func isCollection(_ name: String) -> Bool {
    guard let collections = configuration["collections"] else { return false }
    if case .map = collections { return collections[name] != nil }
    return collections.texts.contains(name)
  }

  private func story(
    _ path: String, _ raw: [UInt8], _ found: Matter, _ name: DatedName, isDraft: Bool
  ) throws(Matter.Fault) -> Incoming {
    var matter = found
    if matter.first(FieldNames.date) == nil, let day = name.noDay {
      throw Matter.Fault(line: 1, reason: "there is no day \(day), which its name says")
    }
    for (key, value) in defaults(for: path) where matter[key] == nil {
      matter.fields.append(Matter.Field(key: key, value: value, line: 1))
    }
    var file = MarkdownStory(
      source: path, raw: raw, matter: matter, surroundings: surroundings, nameDay: name.day,
      nameSlug: name.rest)
    file.isHTML = !isMarkdown(path)
    file.parts = { $0 == " " || $0 == "," }
    file.turn = { [liquid] text in
      liquid.turn(&text)
      Kramdown.turn(&text)
      if !text.isHTML { Definitions.turn(&text) }
    }
    var story = try file.incoming()
    // `category: words` is one, `categories: a b` are two.
    if let one = matter.text("category") {
      story.sections =
        [one] + story.sections.filter { !one.split(separator: " ").map(String.init).contains($0) }
    }
    let folders = folders(above: path)
    story.sections += folders.filter { !story.sections.contains($0) }
    if story.slug == nil { story.slug = name.rest }
    if isDraft { story.wanted = .draft("it stands in _drafts") }
    if !isDraft {
      story.aliases += address(
        of: story, matter, name, Self.collection(of: path) ?? "posts",
        folders + matter.texts(of: ["category", "categories"], isParted: file.parts))
    }
    return story
  }

  /// The folders above `_posts`, which are categories.
  private func folders(above path: String) -> [String] {
    let base = configuration.folder
    let below = base.isEmpty ? path[...] : path.dropFirst(base.count + 1)
    let parts = below.split(separator: "/").map(String.init)
    guard let place = parts.firstIndex(where: { $0 == "_posts" || $0 == "_drafts" }) else {
      return []
    }
    return configuration.isThere || place > 0 ? Array(parts[..<place]) : []
  }

  /// What `defaults` of the configuration gives a file: `{scope: {path: …, type: posts}, values: …}`.
  private func defaults(for path: String) -> [(String, Value)] {
    var values: [(String, Value)] = []
    let base = configuration.folder
    let place = base.isEmpty ? path : String(path.dropFirst(base.count + 1))
    for entry in configuration["defaults"]?.elements ?? [] {
      let scope = entry["scope"]?["path"]?.text ?? ""
      let type = entry["scope"]?["type"]?.text ?? "posts"
      guard place.hasPrefix(scope), type == "posts" || type == Self.collection(of: path),
        case .map(let pairs)? = entry["values"]
      else { continue }
      for pair in pairs where pair.key != "layout" {
        values.removeAll { $0.0 == pair.key }
        values.append((pair.key, pair.value))
      }
    }
    return values
  }

  /// A name as Jekyll writes it in an address: its `pretty` slug, capitals kept.
  private static func pretty(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      let isKept =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || "._~!$&'()+,;=@".unicodeScalars.contains(scalar)
      if isKept {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
  }

  /// The address that Jekyll gave a post, by its own configuration.
  private func address(
    of story: Incoming, _ matter: Matter, _ name: DatedName, _ collection: String,
    _ categories: [String]
  ) -> [String] {
    if let given = matter.text("permalink"), given.contains("/"), !given.contains(":") {
      let path = given.hasPrefix("/") ? given : "/" + given
      return [path]
    }
    guard let date = story.date, let day = story.day else { return [] }
    let own = configuration["collections"]?[collection]?["permalink"]?.text
    let style =
      matter.text("permalink") ?? own
      ?? (collection == "posts"
        ? configuration.text("permalink") ?? "date" : "/:collection/:path:output_ext")
    let pattern =
      switch style {
      case "date": "/:categories/:year/:month/:day/:title:output_ext"
      case "pretty": "/:categories/:year/:month/:day/:title/"
      case "ordinal": "/:categories/:year/:y_day/:title:output_ext"
      case "none": "/:categories/:title:output_ext"
      default: style
      }
    var there = day
    if let zone = configuration.text("timezone"),
      let field = matter.first(FieldNames.date),
      let time = try? WrittenTime(field.value.text ?? ""),
      time.offset != nil, let clock = surroundings.clockThere(zone, date)
    {
      there = clock.day
    }
    var seen: Set<String> = []
    let path = categories.map { $0.lowercased().replacing(" ", with: "%20") }
      .filter { seen.insert($0).inserted }.joined(separator: "/")
    let title = matter.text("slug") ?? Self.pretty(name.rest)
    let filled = Permalink.filled(
      pattern, there,
      [
        "title": title, "slug": title.lowercased(), "categories": path, "output_ext": ".html",
        "name": name.rest, "collection": collection, "path": stem(of: story.source),
      ])
    guard let filled else { return [] }
    // A folder or a file, as the pattern says; without either the server adds the ending.
    let isOpen = filled.hasSuffix("/") || filled.hasSuffix(".html")
    return [isOpen ? filled : filled + ".html"]
  }
}
