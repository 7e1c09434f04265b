internal import Editorial

extension Format {
  static let newsml = Format(
    "newsml", "each story as a NewsML-G2 2.35 item with NITF in it, for partners",
    owns: { isStory($0, ".xml") }
  ) { archive, emit in
    try await archive.forEachWireItem(".xml", emit) { item in
      var writer = try XMLWriter()
      try NewsML(archive, item).write(into: &writer)
      return try writer.finish()
    }
  }
}

/// A story as an item of NewsML-G2 (https://iptc.org/standards/newsml-g2/).
struct NewsML {
  private let archive: Archive
  private let item: WireItem

  static let catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"

  init(_ archive: Archive, _ item: WireItem) { (self.archive, self.item) = (archive, item) }

  func write(into writer: inout XMLWriter) throws {
    try writer.element(
      "newsItem",
      [
        "xmlns": "http://iptc.org/std/nar/2006-10-01/", "guid": item.id.urn,
        "version": String(max(1, item.version)), "standard": "NewsML-G2",
        "standardversion": "2.35", "conformance": "power",
        "xml:lang": archive.languageTag(of: item.story),
      ]
    ) { writer in
      writer.empty("catalogRef", ["href": Self.catalog])
      if item.isStory, let story = item.story { rights(in: story, into: &writer) }
      writer.element("itemMeta") { itemMeta(into: &$0) }
      guard let story = item.story else { return }
      NewsMLContent(archive, item, story).write(into: &writer)
      guard item.isStory else { return }
      let size = try archive.markdown(of: story).size
      try writer.element("contentSet") { writer in
        try writer.element(
          "inlineXML",
          [
            "contenttype": "application/nitf+xml", "wordcount": String(size.words),
            "charcount": String(size.characters),
          ]
        ) { try NITF(archive, item).content(into: &$0) }
      }
    }
  }

  private func rights(in story: Article, into writer: inout XMLWriter) {
    writer.element("rightsInfo") { writer in
      writer.element("copyrightHolder") {
        $0.element("name", [:], line(archive.holder(of: story)))
      }
      writer.element("copyrightNotice", [:], line(story.copyright))
    }
  }

  private func itemMeta(into writer: inout XMLWriter) {
    writer.empty("itemClass", ["qcode": "ninat:text"])
    writer.element("provider", ["uri": archive.siteURL.isEmpty ? nil : archive.siteURL]) {
      $0.element("name", [:], line(archive.house.publisher))
    }
    writer.element("versionCreated", [:], archive.zone.iso(item.changed))
    let story = item.isStory ? item.story : nil
    writer.element("firstCreated", [:], archive.zone.iso(story?.created ?? item.published))
    writer.element("embargoed", [:], story?.embargo.map(archive.zone.iso))
    writer.empty("pubStatus", ["qcode": "stat:\(item.status)"])
    writer.element("generator", [:], line(archive.edition.made))
    writer.element("title", [:], line(archive.marked(item.title)))
    for note in archive.advisories(on: item) { writer.element("edNote", [:], line(note)) }
    // A new version without a change of meaning is an update too: what partners have must go.
    if item.superseded != nil || ["correction", "clarification"].contains(item.kind) {
      writer.empty("signal", ["qcode": "sig:correction"])
    } else if item.kind != nil {
      writer.empty("signal", ["qcode": "sig:update"])
    }
    if let story { links(of: story, into: &writer) }
  }

  private func links(of story: Article, into writer: inout XMLWriter) {
    if let original = archive.original(of: story) {
      writer.element(
        "link",
        [
          "rel": "irel:translatedFrom", "residref": original.id.urn,
          "href": archive.address(of: original),
        ]
      ) { $0.element("title", [:], line(original.headline)) }
    }
    for link in archive.furtherReading(of: story) {
      writer.element(
        "link",
        [
          "rel": "irel:seeAlso", "href": link.address, "residref": link.isOwn ? link.uri : nil,
          "contenttype": link.isOwn ? "text/html" : nil,
        ]
      ) { $0.element("title", [:], link.title) }
    }
  }
}
