internal import Editorial

extension Book {
  /// What the book is and what it consists of (https://www.w3.org/TR/epub-33/#sec-package-doc).
  func package() throws -> String {
    var writer = try XMLWriter()
    let house = archive.house
    writer.element(
      "package",
      [
        "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id",
        "xml:lang": house.language, "dir": direction(of: house.language) ?? "ltr",
      ]
    ) { writer in
      writer.element("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]) {
        metadata(into: &$0)
      }
      writer.element("manifest") { manifest(into: &$0) }
      writer.element(
        "spine", ["page-progression-direction": direction(of: house.language) ?? "ltr"]
      ) { writer in
        writer.empty("itemref", ["idref": "cover"])
        writer.empty("itemref", ["idref": "nav"])
        for index in stories.indices { writer.empty("itemref", ["idref": "story-\(index + 1)"]) }
      }
    }
    return try writer.finish()
  }

  private func metadata(into writer: inout XMLWriter) {
    let (house, edition) = (archive.house, archive.edition)
    func meta(_ property: String, _ value: String) {
      writer.element("meta", ["property": property], value)
    }
    let id = uuid(named: "book\n\(house.title)\n\(edition.name)")
    writer.element("dc:identifier", ["id": "id"], id)
    writer.element("dc:title", [:], title)
    writer.element("dc:language", [:], house.language)
    writer.element("dc:creator", [:], house.publisher)
    for name in authors { writer.element("dc:contributor", [:], name) }
    writer.element("dc:publisher", [:], house.publisher)
    writer.element("dc:date", [:], edition.time.description)
    writer.element("dc:source", [:], archive.siteURL.isEmpty ? nil : archive.siteURL)
    writer.element("dc:description", [:], "Edition \(edition.name) of \(house.title)")
    meta("dcterms:modified", edition.time.description)
    meta("schema:accessMode", "textual")
    if !pictures.isEmpty { meta("schema:accessMode", "visual") }
    meta("schema:accessModeSufficient", isDescribed ? "textual" : "textual,visual")
    for feature in ["structuralNavigation", "tableOfContents", "readingOrder"] {
      meta("schema:accessibilityFeature", feature)
    }
    if isDescribed, !pictures.isEmpty { meta("schema:accessibilityFeature", "alternativeText") }
    // Only a picture that moves could flash.
    let moves = pictures.values.contains { ["image/gif", "image/webp"].contains($0.mediaType) }
    meta("schema:accessibilityHazard", moves ? "unknown" : "none")
    meta("schema:accessibilitySummary", accessibility)
  }

  /// Who wrote the stories, each once.
  private var authors: [String] {
    var seen: Set<String> = []
    return stories.flatMap(\.byline).map { archive.person($0).name }
      .filter { seen.insert($0).inserted }
  }

  private var accessibility: String {
    let text = "All text can be read aloud and enlarged; contents and headings lead through it."
    if pictures.isEmpty { return text + " There are no pictures." }
    return text
      + (isDescribed
        ? " Every picture has an alternative text."
        : " Some pictures have no alternative text.")
  }

  private func manifest(into writer: inout XMLWriter) {
    let xhtml = "application/xhtml+xml"
    func item(_ id: String, _ path: String, _ type: String, _ properties: String? = nil) {
      writer.empty(
        "item", ["id": id, "href": path, "media-type": type, "properties": properties])
    }
    item("cover-image", "cover.svg", "image/svg+xml", "cover-image")
    item("cover", "cover.xhtml", xhtml)
    item("nav", "nav.xhtml", xhtml, "nav")
    item("style", "style.css", "text/css")
    for (index, story) in stories.enumerated() {
      item("story-\(index + 1)", Self.path(of: story), xhtml)
    }
    for (index, picture) in pictures.sorted(by: { $0.key < $1.key }).enumerated() {
      item("picture-\(index + 1)", picture.key, picture.value.mediaType)
    }
  }
}
