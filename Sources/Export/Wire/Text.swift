internal import Editorial

extension Format {
  static let text = Format(
    "text", "each story as plain text, for reading and for wires", owns: { isStory($0, ".txt") }
  ) { archive, emit in
    try await archive.forEachWireItem(".txt", emit) { try WireText(archive, $0).text }
  }
}

extension [Article] {
  /// Works on stories on all cores and consumes the results in the order of the stories.
  func forEachStory<Output: Sendable>(
    _ transform: @escaping @Sendable (Article) throws -> Output,
    consume: (Output) throws -> Void
  ) async throws {
    try await forEach(inWindowOf: Window.width) { (story: Article) async throws(any Error) in
      try transform(story)
    } consume: { (output: Output) throws(any Error) in
      try consume(output)
    }
  }
}

/// A story as a wire sends it: what desks must know, a head of fields, the story, and the end.
///
/// There is no standard for it since IPTC 7901; its priority, category, word count and slugline stand
/// here under their names. Lines have at most 72 columns; links are notes at the foot.
struct WireText {
  private static let width = 72

  private let archive: Archive
  private let item: WireItem

  init(_ archive: Archive, _ item: WireItem) { (self.archive, self.item) = (archive, item) }

  var text: String {
    get throws {
      let parts = try item.isStory ? item.story.map(parts) ?? [] : cancellation
      return (parts + ["-30-\n"]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
  }

  private func parts(of story: Article) throws -> [String] {
    let source = try archive.markdown(of: story)
    let attribution = archive.attribution(of: story)
    let body = PlainBody(
      source, width: Self.width, addressing: archive.addressing(of: story),
      opening: dateline(of: story))
    var parts = archive.advisories(on: item).map(block)
    if let flag = flag(of: story) { parts.insert(flag, at: archive.edition.ribbon == nil ? 0 : 1) }
    parts.append(head(of: story, words: source.size.words))
    parts += [story.kicker, story.headline, story.standfirst, attribution.byline].map(block)
    parts.append(
      xmlText(String(body.text.drop { $0 == "\n" }.trimmingSuffix { $0 == "\n" })))
    parts.append(block(picture(of: story)))
    parts.append(block(attribution.credit))
    parts += story.noticesByDate.map { block($0.line(archive.zone)) }
    parts.append(related(of: story))
    parts.append(body.notes.enumerated().map { "[\($0 + 1)] \($1)" }.joined(separator: "\n"))
    return parts
  }

  /// `PORTO, Nov 24 (Lusa) -`, as agencies begin.
  private func dateline(of story: Article) -> String? {
    guard let place = line(story.dateline) else { return nil }
    let day = archive.zone.day(of: story.published)
    let source =
      story.credit.isEmpty ? archive.house.publisher : story.credit.joined(separator: "/")
    return "\(place), \(day.monthName) \(day.day) (\(line(source) ?? "")) -"
  }

  private func flag(of story: Article) -> String? {
    switch story.knownUrgency {
    case 1: "FLASH"
    case 2: "BULLETIN"
    case 3: "URGENT"
    default: nil
    }
  }

  /// A line for each field that the story has.
  private func head(of story: Article, words: Int) -> String {
    let zone = archive.zone
    let (topics, others) = story.subjects
    var version = String(item.version)
    if let kind = item.kind { version += ", \(kind)" }
    let fields: [(String, String?)] =
      [
        ("Slugline", story.slugline ?? story.slug),
        ("Priority", String(story.knownUrgency ?? 5)),
        ("Category", story.section.map(archive.house.label(ofSection:))),
        ("Genre", story.genres.map { Genre($0).name }.joined(separator: ", ")),
        (
          "Subjects",
          (topics.map { code, name in name.map { "\($0) (\(code))" } ?? code } + others)
            .joined(separator: "; ")
        ),
        ("Keywords", story.tags.joined(separator: ", ")),
        ("Words", String(words)), ("Version", version),
        ("Language", archive.languageTag(of: story)),
        ("Begun", story.created.map(zone.shown)), ("Published", zone.shown(story.published)),
        ("Updated", item.changed > story.published ? zone.shown(item.changed) : nil),
        ("Story", item.id.urn), ("Address", archive.address(of: story)),
        ("Translation of", archive.original(of: story)?.id.urn),
        ("Copyright", story.copyright), ("Summary", story.summary),
      ] + story.furtherTexts.map { ($0.name, $0.value) }
    return fields.compactMap { name, value in
      line(value).map { wrap("\(name): \($0)", to: Self.width - 2).joined(separator: "\n  ") }
    }.joined(separator: "\n")
  }

  private func picture(of story: Article) -> String? {
    guard let image = story.image, let path = Addressing.picture(image.file),
      Picture.isKnown(path)
    else { return nil }
    let words = [
      image.caption, image.credit.map { "(\($0))" }, image.license,
      image.alt.map { "[\($0)]" },
    ].compactMap(line).joined(separator: " ")
    return "Picture: \(words) \(archive.addressing(of: story).own(path))"
  }

  private func related(of story: Article) -> String {
    archive.furtherReading(of: story).map { link in
      wrap("See also: \(link.title) \(link.address ?? link.uri)", to: Self.width - 2)
        .joined(separator: "\n  ")
    }.joined(separator: "\n")
  }

  /// Which story a wire's clients have to take out: no word of it, but how they find it.
  private var cancellation: [String] {
    var lines = ["Story \(item.id.urn)"]
    // What stands at no address any more is named by none.
    if let address = item.story.flatMap(archive.address) { lines.append(address) }
    lines.append("Published \(archive.zone.shown(item.published))")
    if item.story == nil {
      let what = item.status == .withheld ? "Withheld" : "Taken back"
      lines.append("\(what) \(archive.zone.shown(item.changed))")
    } else if let withdrawal = item.story?.withdrawal {
      lines.append("Withdrawn \(archive.zone.shown(withdrawal.at))")
    }
    var notes = archive.advisories(on: item).map { note in
      note.replacing(#/^(KILL|HOLD): /#, with: "")
    }
    let ribbon = archive.edition.ribbon == nil ? [] : [notes.removeFirst()]
    let order = [
      item.status == .withheld && item.story == nil ? "HOLD" : "KILL", item.story?.headline ?? "",
    ]
    return ribbon.map(block)
      + [
        block(order.filter { !$0.isEmpty }.joined(separator: ": ")), lines.joined(separator: "\n"),
      ]
      + notes.map(block)
      + [block(item.story.map { $0.withdrawal?.line(archive.zone) ?? $0.withdrawalText })]
  }

  private func block(_ words: String?) -> String {
    guard let words = line(words) else { return "" }
    return wrap(words, to: Self.width).joined(separator: "\n")
  }
}

extension Collection where Self: BidirectionalCollection {
  func trimmingSuffix(while condition: (Element) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, condition(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
