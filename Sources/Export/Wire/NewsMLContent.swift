internal import Editorial

/// What NewsML-G2 says about the content of a story: `contentMeta`.
struct NewsMLContent {
  private let archive: Archive
  private let item: WireItem
  private let story: Article

  init(_ archive: Archive, _ item: WireItem, _ story: Article) {
    (self.archive, self.item, self.story) = (archive, item, story)
  }

  func write(into writer: inout XMLWriter) {
    writer.element("contentMeta") { writer in
      guard item.isStory else {
        writer.element("headline", [:], line(item.title))
        notice(
          story.withdrawal?.kind ?? "withdrawal",
          story.withdrawal?.line(archive.zone) ?? story.withdrawalText, into: &writer)
        return
      }
      administrative(into: &writer)
      descriptive(into: &writer)
      for (name, value) in story.furtherTexts {
        writer.empty(
          "contentMetaExtProperty", ["reluri": "urn:stet:field:\(name)", "literal": value])
      }
    }
  }

  private func administrative(into writer: inout XMLWriter) {
    writer.element("urgency", [:], story.knownUrgency.map(String.init))
    writer.element("contentCreated", [:], story.created.map(archive.zone.iso))
    writer.element("contentModified", [:], archive.zone.iso(story.changed))
    if !story.agents.isEmpty {
      writer.empty("digitalSourceType", ["qcode": "digsrctype:\(madeWithPrograms)"])
    }
    if let place = line(story.dateline) {
      writer.element("located") { $0.element("name", [:], place) }
    }
    for name in story.credit.compactMap(line) {
      writer.element("infoSource", ["role": "cpprole:contentSource"]) {
        $0.element("name", [:], name)
      }
    }
    for entry in story.byline { party("creator", entry, role: nil, into: &writer) }
    for entry in story.reporting {
      party("contributor", entry, role: "cpprole:correspondent", into: &writer)
    }
    for handle in story.editors {
      party("contributor", handle.description, role: "cpprole:editor", into: &writer)
    }
    for handle in story.agents {
      party("contributor", handle.description, role: nil, into: &writer)
    }
    if let address = archive.address(of: story) { writer.element("altId", [:], address) }
  }

  private func party(
    _ element: String, _ entry: String, role: String?, into writer: inout XMLWriter
  ) {
    let (name, profile) = archive.person(entry)
    guard let name = line(name) else { return }
    writer.element(element, ["role": role, "literal": profile?.handle.description]) {
      $0.element("name", [:], name)
    }
  }

  private func descriptive(into writer: inout XMLWriter) {
    writer.empty("language", ["tag": archive.languageTag(of: story)])
    for genre in story.genres.map(Genre.init) {
      writer.element(
        "genre",
        [
          "qcode": genre.code.map { "genre:\($0)" },
          "literal": genre.code == nil ? line(genre.name) : nil,
        ]
      ) { $0.element("name", ["xml:lang": "en-GB"], line(genre.name)) }
    }
    for tag in story.tags.compactMap(line) { writer.element("keyword", [:], tag) }
    if let section = story.section {
      writer.element("subject", ["typeuri": "urn:stet:section", "literal": line(section)]) {
        $0.element("name", [:], line(archive.house.label(ofSection: section)))
      }
    }
    let subjects = story.subjects
    for topic in subjects.topics {
      writer.element("subject", ["type": "cpnat:abstract", "qcode": "medtop:\(topic.code)"]) {
        $0.element("name", ["xml:lang": "en-GB"], topic.name)
      }
    }
    for other in subjects.others.compactMap(line) {
      writer.element("subject", ["type": "cpnat:abstract", "literal": other]) {
        $0.element("name", [:], other)
      }
    }
    if let slugline = line(story.slugline) {
      let separator = ["/", "-"].first { (sign: String) in slugline.contains(sign) }
      writer.element("slugline", ["separator": separator], slugline)
    }
    writer.element("headline", [:], line(story.headline))
    writer.element("headline", ["roleuri": "urn:stet:headline:kicker"], line(story.kicker))
    writer.element(
      "headline", ["roleuri": "urn:stet:headline:standfirst"], line(story.standfirst))
    if let place = line(story.dateline) {
      writer.element(
        "dateline", [:], "\(place), \(archive.zone.day(of: story.published).shown)")
    }
    let attribution = archive.attribution(of: story)
    writer.element("by", [:], line(attribution.byline))
    writer.element("creditline", [:], line(attribution.credit))
    writer.element("description", ["role": "drol:summary"], line(story.summary))
    for each in story.noticesByDate {
      notice(each.kind, each.line(archive.zone), into: &writer)
    }
  }

  /// What readers are to be told, where notes to editors are not for them.
  private func notice(_ kind: String, _ text: String, into writer: inout XMLWriter) {
    let isName = kind.utf8.allSatisfy(isASCIILetter)
    writer.element(
      "description", ["roleuri": "urn:stet:notice:\(isName ? kind : "other")"], line(text))
  }
}

/// IPTC's digital source type of what people made with the help of a program
/// (https://cv.iptc.org/newscodes/digitalsourcetype/).
let madeWithPrograms = "compositeWithTrainedAlgorithmicMedia"
