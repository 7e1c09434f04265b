internal import Editorial

/// People as such systems keep them: a page each, or a file of data.
enum AuthorPages {
  private static let folders: Set = [
    "authors", "author", "people", "contributors", "_authors", "_people", "_team_members", "team",
    "_author", "writers",
  ]

  /// The name that stories use for the person of a page; nil where the path is that of no such page.
  static func key(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let place = parts.lastIndex(where: folders.contains), place + 1 < parts.count,
      isMarkdown(path)
    else { return nil }
    if parts.count == place + 2 {
      let name = stem(of: path)
      return name == "_index" || name == "index" ? nil : name
    }
    guard parts.count == place + 3, ["_index", "index"].contains(stem(of: path)) else { return nil }
    return parts[place + 1]
  }

  static func person(_ matter: Matter, key: String) -> IncomingPerson? {
    guard matter.first(FieldNames.date) == nil else { return nil }
    let whole = [matter.text("first_name"), matter.text("last_name")].compactMap { $0 }
    let name =
      matter.text("display_name", "name", "full_name", "title")
      ?? (whole.isEmpty ? nil : whole.joined(separator: " "))
    guard let name else { return nil }
    let words = plainWords(String(decoding: matter.body, as: UTF8.self))
    let bio = matter.text("bio", "description", "about") ?? (words.isEmpty ? nil : words)
    return IncomingPerson(
      name: plainWords(name), bio: bio.map(plainWords), links: links { matter.text($0) })
  }

  private static func links(_ text: (String) -> String?) -> [String] {
    var links: [String] = []
    for key in ["url", "website", "web", "site", "homepage", "link", "profile_source"] {
      if let url = text(key), Meaning.isAddress(url) { links.append(url) }
    }
    for (key, start) in [
      ("github", "https://github.com/"), ("twitter", "https://twitter.com/"),
      ("linkedin", "https://www.linkedin.com/in/"),
    ] {
      guard let name = text(key) else { continue }
      let plain = name.hasPrefix("@") ? String(name.dropFirst()) : name
      if Meaning.isAddress(plain) {
        links.append(plain)
      } else if Meaning.isID(plain) {
        links.append(start + plain)
      }
    }
    var seen: Set<String> = []
    return links.filter { seen.insert($0).inserted }
  }

  /// Reads `_data/authors.yml` and its like; a file that can't be read is named.
  static func data(_ tree: SourceTree, _ batch: inout Batch) {
    for path in tree.paths {
      let parts = path.split(separator: "/").map(String.init)
      guard let place = parts.lastIndex(where: { $0 == "_data" || $0 == "data" }),
        place + 1 < parts.count,
        [".yml", ".yaml", ".json", ".toml"].contains(where: path.hasSuffix)
      else { continue }
      let inFolder = parts.count == place + 3 && folders.contains(parts[place + 1])
      let isList = parts.count == place + 2 && folders.contains(stem(of: path))
      guard inFolder || isList else { continue }
      guard let bytes = try? tree.read(path, limit: 4 << 20) else { continue }
      let fields = fields(bytes, isTOML: path.hasSuffix(".toml"))
      if inFolder {
        let value = Value.map(fields.map { Value.Pair($0.key, $0.value) })
        if let person = person(value) { batch.people[stem(of: path)] = person }
        continue
      }
      for field in fields {
        if let person = person(field.value) { batch.people[field.key] = person }
      }
    }
  }

  private static func fields(_ bytes: [UInt8], isTOML: Bool) -> [Matter.Field] {
    if isTOML {
      return (try? TOMLMatter.read(String(decoding: bytes, as: UTF8.self), from: 1)) ?? []
    }
    return YAMLMatter.read(bytes, from: 1).fields
  }

  private static func person(_ value: Value) -> IncomingPerson? {
    if let name = value.text { return IncomingPerson(name: plainWords(name)) }
    let name = ["display_name", "name", "full_name", "title"].lazy.compactMap { value[$0]?.text }
    guard let name = name.first else { return nil }
    let bio = ["bio", "about", "description"].lazy.compactMap { value[$0]?.text }.first
    return IncomingPerson(
      name: plainWords(name), bio: bio.map(plainWords), links: links { value[$0]?.text })
  }
}
