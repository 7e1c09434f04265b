internal import Editorial

extension Format {
  static let epub = Format(
    "epub", "RELEASE.epub, what is new and changed as a book",
    owns: { $0.hasSuffix(".epub") && !$0.contains("/") }
  ) { archive, emit in
    let book = try Book(archive)
    guard !book.stories.isEmpty else { return 0 }
    try emit(File("\(archive.edition.name.replacing("/", with: "-")).epub", try book.zipped()))
    return book.stories.count
  }
}

extension Book {
  /// EPUB 3.3 (https://www.w3.org/TR/epub-33/).
  func zipped() throws -> [UInt8] {
    var files: [(name: String, bytes: [UInt8])] = []
    func add(_ name: String, _ text: String) { files.append((name, Array(text.utf8))) }
    add("META-INF/container.xml", try container())
    add("EPUB/package.opf", try package())
    add("EPUB/nav.xhtml", try navigation())
    add("EPUB/cover.svg", try cover())
    add("EPUB/cover.xhtml", try coverPage())
    add("EPUB/style.css", Self.style)
    for story in stories { add("EPUB/\(Self.path(of: story))", try page(of: story)) }
    for path in pictures.keys {
      files.append(("EPUB/\(path)", try archive.edition.media(path)))
    }
    var zip = try Zip()
    // The first of all, so that the kind of the file stands at a fixed place in it.
    try zip.add("mimetype", Array("application/epub+zip".utf8))
    for file in files.sorted(by: { $0.name < $1.name }) { try zip.add(file.name, file.bytes) }
    return try zip.finish()
  }

  private func container() throws -> String {
    var writer = try XMLWriter()
    writer.element(
      "container",
      ["version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"]
    ) { writer in
      writer.element("rootfiles") { writer in
        writer.empty(
          "rootfile",
          ["full-path": "EPUB/package.opf", "media-type": "application/oebps-package+xml"])
      }
    }
    return try writer.finish()
  }

  /// A page of the book.
  func page(
    _ title: String, at path: String, content: (inout XMLWriter) throws -> Void
  ) throws -> String {
    var writer = try XMLWriter()
    let language = archive.house.language
    try writer.element(
      "html",
      [
        "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops",
        "lang": language, "xml:lang": language, "dir": direction(of: language),
      ]
    ) { writer in
      writer.element("head") { writer in
        writer.element("title", [:], title)
        let root = path.contains("/") ? "../" : ""
        writer.empty(
          "link", ["rel": "stylesheet", "type": "text/css", "href": "\(root)style.css"])
      }
      try writer.element("body") { writer in
        writer.element("p", ["class": "ribbon"], archive.edition.ribbon)
        try content(&writer)
      }
    }
    return try writer.finish()
  }
}
