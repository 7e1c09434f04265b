internal import Editorial

extension Format {
  static let nitf = Format(
    "nitf", "each story as NITF 3.6, for partners", owns: { isStory($0, ".xml") }
  ) { archive, emit in
    try await archive.forEachWireItem(".xml", emit) { item in
      var writer = try XMLWriter()
      try NITF(archive, item).document(into: &writer)
      return try writer.finish()
    }
  }
}

extension Archive {
  /// Makes a file of each item on all cores and gives them in order; returns how many there are.
  func forEachWireItem(
    _ ending: String, _ emit: (File) throws -> Void,
    make: @escaping @Sendable (WireItem) throws -> String
  ) async throws -> Int {
    let items = try wire()
    try await items.forEach(inWindowOf: Window.width) { (item: WireItem) async throws(any Error) in
      File(item.stem + ending, try make(item))
    } consume: { (file: File) throws(any Error) in
      try emit(file)
    }
    return items.count
  }
}

/// A story as NITF 3.6 (https://iptc.org/standards/nitf/), which NewsML-G2 carries as well.
struct NITF {
  private let archive: Archive
  private let item: WireItem
  /// The text of a story that is live.
  private let text: Markdown?

  static let namespace = "http://iptc.org/std/NITF/2006-10-18/"

  init(_ archive: Archive, _ item: WireItem) throws {
    (self.archive, self.item) = (archive, item)
    text = try item.isStory ? item.story.map(archive.markdown) : nil
  }

  /// The story as a document of its own.
  func document(into writer: inout XMLWriter) throws {
    try writer.element(
      "nitf", ["xmlns": Self.namespace, "baselang": archive.languageTag(of: item.story)]
    ) { writer in
      NITFHead(archive, item, words: text?.size.words).write(into: &writer)
      try body(into: &writer)
    }
  }

  /// What others carry of it: the story without what is said about it.
  func content(into writer: inout XMLWriter) throws {
    try writer.element("nitf", ["xmlns": Self.namespace]) { try body(into: &$0) }
  }

  private func body(into writer: inout XMLWriter) throws {
    try writer.element("body", ["xml:lang": archive.languageTag(of: item.story)]) { writer in
      writer.element("body.head") { bodyHead(into: &$0) }
      guard let story = item.story, let text else { return }
      try writer.mixed("body.content") { writer in
        writer.text("\n")
        try lead(of: story)?.write(into: &writer)
        var body = NITFBody(archive.addressing(of: story)) { try archive.picture(at: $0) }
        try body.write(text, into: &writer)
        for notice in story.noticesByDate {
          note(notice.line(archive.zone), kind: notice.kind, into: &writer)
        }
        related(of: story, into: &writer)
      }
      if let credit = line(archive.attribution(of: story).credit) {
        writer.element("body.end") { $0.element("tagline", [:], credit) }
      }
    }
  }

  private func bodyHead(into writer: inout XMLWriter) {
    writer.element("hedline") { writer in
      writer.element("hl1", [:], line(item.title) ?? "")
      guard let story = item.story else { return }
      writer.element("hl2", ["class": "kicker"], line(story.kicker))
      writer.element("hl2", ["class": "standfirst"], line(story.standfirst))
    }
    guard let story = item.story else { return }
    guard item.isStory else {
      writer.mixed("note", ["noteclass": "editorsnote", "type": "pa"]) { writer in
        content(of: story.withdrawal?.line(archive.zone) ?? story.withdrawalText, into: &writer)
      }
      return
    }
    writer.element("rights", [:], line(story.copyright))
    let by = archive.house.credits.by.split(separator: "{names}", maxSplits: 1)
    for name in story.byline.compactMap({ line(archive.person($0).name) }) {
      writer.mixed("byline") { writer in
        writer.text(String(by.first ?? ""))
        writer.start("person")
        writer.text(name)
        writer.end()
        if by.count > 1 { writer.text(String(by[1])) }
      }
    }
    distributor(of: story, into: &writer)
    if let place = line(story.dateline) {
      let day = archive.zone.day(of: story.published)
      writer.mixed("dateline") { writer in
        writer.start("location")
        writer.text(place)
        writer.end()
        writer.text(", ")
        writer.start("story.date", ["norm": day.norm])
        writer.text(day.shown)
        writer.end()
      }
    }
    if let summary = line(story.summary) {
      writer.element("abstract") { $0.element("p", [:], summary) }
    }
  }

  /// Each agency, or the newsroom with copy of its own.
  private func distributor(of story: Article, into writer: inout XMLWriter) {
    let names = story.credit.compactMap(line)
    writer.mixed("distributor") { writer in
      let all = names.isEmpty ? [archive.house.publisher] : names
      for (index, name) in all.enumerated() {
        if index > 0 { writer.text(" / ") }
        writer.start("org")
        writer.text(name)
        writer.end()
      }
    }
  }

  private func lead(of story: Article) throws -> NITFMedia? {
    guard let image = story.image, let path = Addressing.picture(image.file),
      Picture.isKnown(path)
    else { return nil }
    return NITFMedia(
      address: archive.addressing(of: story).own(path), path: path,
      facts: try archive.picture(at: path), alt: image.alt, caption: image.caption,
      credit: image.credit, license: image.license)
  }

  private func note(_ words: String, kind: String, into writer: inout XMLWriter) {
    writer.start("note", ["noteclass": "editorsnote", "type": "pa", "class": kind])
    content(of: words, into: &writer)
    writer.end()
    writer.text("\n")
  }

  private func content(of words: String, into writer: inout XMLWriter) {
    writer.start("body.content")
    writer.start("p")
    writer.text(line(words) ?? "")
    writer.end()
    writer.end()
  }

  private func related(of story: Article, into writer: inout XMLWriter) {
    let links = archive.furtherReading(of: story).filter { $0.address != nil }
    guard !links.isEmpty else { return }
    writer.start("block", ["class": "related"])
    writer.start("ul")
    for link in links {
      writer.start("li")
      writer.start("a", ["href": link.address, "rel": "seeAlso"])
      writer.text(link.title)
      writer.end()
      writer.end()
      writer.text("\n")
    }
    writer.end()
    writer.end()
    writer.text("\n")
  }
}

extension Day {
  /// ISO 8601 without signs, `20261124`, as NITF's `norm` has it.
  var norm: String { "\(padded(year, to: 4))\(padded(month))\(padded(day))" }
}

extension Moment {
  /// ISO 8601 without signs in UTC, `20261124T120000Z`, as NITF's `norm` has it.
  var norm: String {
    let clock = Clock(self)
    return "\(clock.day.norm)T\(padded(clock.hour))\(padded(clock.minute))\(padded(clock.second))Z"
  }
}
