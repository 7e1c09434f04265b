internal import Editorial

/// What stands beside a story in ninjs: its picture, READ MORE and the story that it translates.
struct NinjsAssociations {
  private let archive: Archive
  private let story: Article

  init(_ archive: Archive, _ story: Article) { (self.archive, self.story) = (archive, story) }

  var list: JSON? {
    get throws {
      var all: [JSON?] = [try picture]
      if let original = archive.original(of: story) {
        all.append(
          .members([
            "name": "original", "rel": "translatedFrom", "uri": .string(original.id.urn),
            "type": "text", "title": text(original.headline),
            "renditions": web(archive.address(of: original)),
          ]))
      }
      all += archive.furtherReading(of: story).enumerated().map { index, link in
        .members([
          "name": .string("related-\(index + 1)"), "rel": "seeAlso", "uri": .string(link.uri),
          "type": "text", "title": .string(link.title),
          "infoSources": text(link.source).map { .array([.members(["name": $0])]) },
          "renditions": web(link.address),
        ])
      }
      return Export.list(all)
    }
  }

  private func web(_ address: String?) -> JSON? {
    address.map {
      .array([.members(["name": "web", "href": .string($0), "contentType": "text/html"])])
    }
  }

  private var picture: JSON? {
    get throws {
      guard let image = story.image, let path = Addressing.picture(image.file),
        Picture.isKnown(path)
      else { return nil }
      let facts = try archive.picture(at: path)
      // Without an address of the newsroom it is a part of the story.
      let uri = archive.siteURL.isEmpty ? "\(story.id.urn)#\(path)" : archive.siteURL + path
      return .members([
        "name": "mainpic", "rel": "mainpic", "uri": .string(uri), "type": "picture",
        "by": text(image.credit), "usageTerms": text(image.license),
        "descriptions": Export.list([
          described("caption", image.caption), described("alt", image.alt),
        ]),
        "renditions": renditions(path, facts),
      ])
    }
  }

  /// The picture itself, then its smaller sizes, the widest first.
  private func renditions(_ path: String, _ facts: PictureFacts?) -> JSON? {
    guard !archive.siteURL.isEmpty else { return nil }
    let own = JSON.members([
      "name": "main", "href": .string(archive.siteURL + path),
      "contentType": (facts?.mediaType ?? Picture.kind(of: path)).map(JSON.string),
      "width": facts.map { .number($0.width) }, "height": facts.map { .number($0.height) },
      "sizeInBytes": facts.map { .number($0.bytes) },
    ])
    return .array(
      [own]
        + (facts?.sizes ?? []).reversed().map { size in
          .members([
            "name": .string("w\(size.width)"), "href": .string(archive.siteURL + size.path),
            "contentType": (facts?.mediaType).map(JSON.string), "width": .number(size.width),
            "height": .number(size.height),
          ])
        })
  }
}
