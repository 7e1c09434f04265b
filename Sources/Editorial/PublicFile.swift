internal import Crypto

/// The files of `live`, in canonical form: public fields in a fixed order, and nothing else.
enum PublicFile {
  /// A story that readers have: its words without queries and comments, and what the record says of
  /// this version.
  static func story(
    _ story: Story, _ entry: Entry, kind: VersionKind?, agents: [Handle], links: StoryLinks,
    further: [String]
  ) -> [UInt8] {
    var fields: [(String, Value?)] = [("id", .scalar(entry.id.description))]
    for key in ["headline", "kicker", "standfirst", "summary", "section"] {
      fields.append((key, key == "standfirst" ? story.standfirst.map(Value.scalar) : story[key]))
    }
    fields += [
      ("tags", Value(story.tags)), ("mediatopics", Value(story.mediatopics)),
      ("genre", Value(story.genres)), ("byline", Value(story.byline)),
      ("reporting", Value(story.reporting)), ("credit", Value(story.credit)),
      ("copyright", story["copyright"]), ("dateline", story["dateline"]),
      ("language", story["language"]),
      ("translation-of", links.translationOf.map { .scalar($0.description) }),
      ("urgency", story["urgency"]), ("slugline", story["slugline"]),
      ("embargo", story.embargo.map(Value.scalar)),
      ("image", image(story.image)), ("related", .list(links.related.map(\.value))),
      ("aliases", Value(story.aliases)),
    ]
    for key in further where !Managed.keys.contains(key) && !secret.contains(key) {
      if !fields.contains(where: { $0.0 == key }) { fields.append((key, story[key])) }
    }
    fields += [
      ("version", .scalar(String(entry.version))), ("kind", kind.map { .scalar($0.rawValue) }),
      ("editors", Value(entry.editors.map(\.description))),
      ("agents", Value(agents.map(\.description))),
      ("created", Moment(entry.created).map { .scalar($0.description) }),
      ("published", entry.published.map { .scalar($0.description) }),
      ("modified", entry.modified.map { .scalar($0.description) }),
      (
        "publication",
        entry.publication == .live ? nil : .scalar(entry.publication.rawValue)
      ),
      ("notices", .list(entry.notices.map(\.value))),
    ]
    return file(fields.map(cleaned), body: story.copy.published)
  }

  /// A story that is withheld from readers: what they had, marked as that.
  static func withheld(_ file: FrontMatter) -> [UInt8] {
    let place = file.fields.first { $0.key == "notices" }?.range.lowerBound ?? file.fence
    return file.bytes[..<place] + Array("publication: withheld\n".utf8) + file.bytes[place...]
  }

  /// What stands in the place of a story that was withdrawn: the notice, and nothing that it said.
  static func withdrawn(_ entry: Entry, headline: Value?) -> [UInt8] {
    let fields: [(String, Value?)] = [
      ("id", .scalar(entry.id.description)), ("headline", headline),
      ("version", .scalar(String(entry.shownVersion))),
      ("published", entry.published.map { .scalar($0.description) }),
      ("modified", entry.modified.map { .scalar($0.description) }),
      ("publication", .scalar(Entry.Publication.withdrawn.rawValue)),
      (
        "notices",
        .list(
          entry.notices.first { Withdrawal(rawValue: $0.kind) != nil }.map { [$0.value] } ?? [])
      ),
    ]
    return file(fields.map(cleaned), body: "")
  }

  /// What stands at an address that a story has left.
  static func alias(of id: StoryID) -> [UInt8] { Array("---\nalias: \(id)\n---\n".utf8) }

  /// The id that Git gives to these bytes.
  static func blobID(of bytes: [UInt8]) -> String {
    var hash = Insecure.SHA1()
    hash.update(data: Array("blob \(bytes.count)\u{0}".utf8))
    hash.update(data: bytes)
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The public part of stet.yml.
  static func house(_ house: House) -> [UInt8] {
    let credits = house.credits
    let sections = house.sections.map { Value(["id": $0.id, "label": $0.label]) }
    let fields: [(String, Value?)] = [
      ("title", .scalar(house.title)), ("url", house.url.map(Value.scalar)),
      ("language", .scalar(house.language)), ("timezone", .scalar(house.timezone)),
      ("publisher", .scalar(house.publisher)), ("sections", .list(sections)),
      (
        "credits",
        Value([
          "by": credits.by, "and": credits.and, "editing": credits.editing,
          "additional-editing": credits.additionalEditing,
          "additional-reporting": credits.additionalReporting, "agent": credits.agent,
        ])
      ),
      ("public-fields", Value(house.publicFields)),
      ("feeds", .scalar(house.fullFeeds ? "full" : "summary")),
      ("workflows", .scalar("live")),
    ]
    return Array(lines(fields).utf8)
  }

  /// What readers may know of a person.
  static func person(_ person: Person) -> [UInt8] {
    Array(
      lines([
        ("name", .scalar(person.name)), ("bio", person.bio.map(Value.scalar)),
        ("links", Value(person.links)),
      ]).utf8)
  }

  private static let secret: Set = ["notice", "kind", "amends", "slug", "brief"]

  private static func image(_ picture: Picture?) -> Value? {
    picture.map {
      Value([
        "file": $0.file, "caption": $0.caption, "credit": $0.credit, "alt": $0.alt,
        "license": $0.license,
      ])
    }
  }

  /// Queries and comments leave every field, not the body alone.
  private static func cleaned(_ key: String, _ value: Value?) -> (String, Value?) {
    (key, value.map { cleaned($0, in: key) })
  }

  private static func cleaned(_ value: Value, in key: String) -> Value {
    switch value {
    case .scalar(let text): .scalar(Copy(text, in: key).published)
    case .list(let values): .list(values.map { cleaned($0, in: key) })
    case .map(let pairs): .map(pairs.map { Value.Pair($0.key, cleaned($0.value, in: key)) })
    }
  }

  private static func file(_ fields: [(String, Value?)], body: String) -> [UInt8] {
    Array("---\n\(lines(fields))---\n\(body)".utf8)
  }

  private static func lines(_ fields: [(String, Value?)]) -> String {
    fields.compactMap { key, value in
      guard let value, !value.isEmpty else { return nil }
      return "\(key): \(value.yaml(bare: Managed.keys.contains(key)))\n"
    }.joined()
  }
}

extension House {
  /// Reads the stet.yml of `live`.
  public init(live bytes: [UInt8]) throws(PolicyFault) {
    self = try Policy.house(in: bytes)
  }
}

extension Person {
  /// Reads a public profile of `live`.
  public init(live bytes: [UInt8], path: String) throws(PolicyFault) {
    self = try Policy.person(in: bytes, path: path)
  }
}
