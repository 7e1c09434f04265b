internal import Editorial

/// Writes an incoming story as a file of this newsroom.
enum StoryFile {
  static func make(
    _ story: Incoming, _ seat: Intake.Seat, _ reception: Reception, _ roll: inout Roll
  ) -> [UInt8] {
    var fields: [(key: String, yaml: String)] = [("id", seat.id.description)]
    func add(_ key: String, _ value: Value?) {
      if let value, !value.isEmpty { fields.append((key, value.yaml())) }
    }
    func text(_ key: String, _ words: String?) { add(key, words.map { .scalar(line($0)) }) }
    text("headline", story.headline)
    text("kicker", story.kicker)
    text("standfirst", story.standfirst)
    text("summary", story.summary)
    var tags = story.tags
    if let first = story.sections.first {
      let section = roll.section(first)
      text("section", section)
      tags = (section == nil ? [first] : []) + story.sections.dropFirst() + tags
    }
    add("tags", Value(unique(tags.map(line))))
    let handles = story.authors.compactMap { roll.handle(of: $0)?.description }
    add("byline", Value(unique(handles)))
    add("credit", Value(story.credit.map(line)))
    text("dateline", story.dateline)
    if let language = story.language?.replacing("_", with: "-"),
      language != reception.policy.house.language
    {
      text("language", language)
    }
    if let urgency = story.urgency, (1...9).contains(urgency) { text("urgency", String(urgency)) }
    add("mediatopics", Value(story.mediatopics))
    text("slugline", story.slugline)
    text("copyright", story.copyright)
    if let image = story.image {
      add(
        "image",
        Value([
          "file": image.reference, "caption": image.caption.map(line),
          "credit": image.credit.map(line), "alt": image.alt.map(line),
        ]))
    }
    add("related", .list(story.related.map(\.value)))
    text("embargo", story.embargo?.description)
    add("aliases", Value(unique(story.aliases)))
    var keys = Set(fields.map(\.key))
    for (key, value) in story.further {
      let name = Self.key(key, besides: keys)
      keys.insert(name)
      let yaml = value.yaml()
      // What would fill the fields of a story is no field of one.
      if yaml.utf8.count < 16 << 10, keys.count < 150 { fields.append((name, yaml)) }
    }
    fields += managed(story, seat, reception)
    let head = fields.map { "\($0.key): \($0.yaml)\n" }.joined()
    var body = story.body
    while body.first == "\n" { body.removeFirst() }
    if !body.isEmpty, !body.hasSuffix("\n") { body += "\n" }
    return Array("---\n\(head)---\n\(body)".utf8)
  }

  private static func managed(
    _ story: Incoming, _ seat: Intake.Seat, _ reception: Reception
  ) -> [(key: String, yaml: String)] {
    let isPublished = seat.standing.isPublished
    let stage =
      isPublished
      ? reception.publishedStage
      : seat.standing.isSpiked ? reception.spikedStage : reception.workflow.start
    var fields: [(key: String, yaml: String)] = [
      ("maker", Value.scalar(reception.maker.description).yaml()),
      ("workflow", Value.scalar(reception.workflow.name).yaml()),
      ("stage", stage ?? reception.workflow.start),
      ("version", isPublished ? "1" : "0"),
      ("created", (story.created ?? story.date ?? reception.now).description),
    ]
    guard isPublished, let date = story.date, let place = StoryPath(seat.path) else {
      return fields
    }
    fields.append(("published", date.description))
    if let modified = story.modified { fields.append(("modified", modified.description)) }
    fields += [("day", place.day.description), ("path", seat.path)]
    return fields
  }

  /// A field's name under which it means nothing else here.
  private static func key(_ key: String, besides taken: Set<String>) -> String {
    let letters = key.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-"
    }
    var name = String(letters)
    while name.hasPrefix("-") || name.hasPrefix(".") { name.removeFirst() }
    if name.isEmpty { name = "field" }
    let meanings: Set = [
      "kind", "notice", "amends", "alias", "brief", "related", "image", "reporting", "genre",
      "slug",
      "translation-of", "section", "byline", "deck",
    ]
    if Managed.keys.contains(name) || meanings.contains(name) { name = "was-" + name }
    while taken.contains(name) { name = "was-" + name }
    return name
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
