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
    let fields = Value.map(matter.fields.map { Value.Pair($0.key, $0.value) })
    guard var person = person(fields, key: key) else { return nil }
    if person.bio == nil {
      let words = plainWords(String(decoding: matter.body, as: UTF8.self))
      person.bio = words.isEmpty ? nil : words
    }
    return person
  }

  /// The name of a person's fields; what only is the key again is none where there is a better one.
  static func name(of value: Value, key: String?) -> String? {
    func text(_ key: String) -> String? {
      let words = value[key]?.text.map(plainWords) ?? ""
      return words.isEmpty ? nil : words
    }
    let whole = [text("first_name"), text("last_name")].compactMap { $0 }
    let parts = whole.count == 2 ? whole.joined(separator: " ") : nil
    let names = [
      text("display_name"), text("full_name"), text("fullname"), text("name"), parts,
      text("title"), whole.first,
    ].compactMap { $0 }
    return names.first { $0 != key } ?? names.first
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
        let key = stem(of: path)
        if let person = person(value, key: key) { batch.people[key] = person }
        continue
      }
      for field in fields {
        guard case .list(let list) = field.value else {
          if let person = person(field.value, key: field.key) { batch.people[field.key] = person }
          continue
        }
        for value in list { take(value, &batch) }
      }
    }
  }

  /// A person of a list, who is called by whichever of the fields is short.
  private static func take(_ value: Value, _ batch: inout Batch) {
    let keys = ["key", "id", "username", "handle", "slug", "login", "short_name", "github", "name"]
    let named = keys.compactMap { value[$0]?.text?.trimmed }.filter { !$0.isEmpty }
    guard let person = person(value, key: named.first) else { return }
    for key in named where batch.people[key] == nil { batch.people[key] = person }
  }

  private static func fields(_ bytes: [UInt8], isTOML: Bool) -> [Matter.Field] {
    if isTOML {
      return (try? TOMLMatter.read(String(decoding: bytes, as: UTF8.self), from: 1)) ?? []
    }
    // A list is no mapping; under a key it is part of one.
    let first = bytes.split(separator: 0x0A).first { line in
      let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      return !text.isEmpty && text.first != 0x23 && !text.starts(with: "---".utf8)
    }
    guard first?.first == 0x2D || first?.first == 0x5B else {
      return YAMLMatter.read(bytes, from: 1).fields
    }
    let body = bytes.starts(with: "---".utf8) ? Array(bytes.drop { $0 != 0x0A }.dropFirst()) : bytes
    return YAMLMatter.read(Array("people:\n".utf8) + body, from: 1).fields
  }

  static func person(_ value: Value, key: String?) -> IncomingPerson? {
    if let name = value.text { return IncomingPerson(name: plainWords(name)) }
    guard let name = name(of: value, key: key) else { return nil }
    let bio = ["bio", "description", "about", "biography"].lazy.compactMap { value[$0]?.text }.first
    return IncomingPerson(
      name: name, bio: bio.map(plainWords), links: links { value[$0]?.text?.trimmed })
  }
}
