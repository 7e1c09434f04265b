internal import Editorial

extension ImportFormat {
  static let rss = ImportFormat(
    "rss", "RSS 2.0 and Atom with whole texts: feeds of other systems, saved as files"
  ) { tree, surroundings throws(Unreadable) in
    try FeedImport(tree, surroundings).batch
  }
}

/// Makes stories of the entries of feeds.
private struct FeedImport {
  var batch = Batch()
  private let surroundings: Surroundings
  private var seen: Set<String> = []

  init(_ tree: SourceTree, _ surroundings: Surroundings) throws(Unreadable) {
    self.surroundings = surroundings
    batch.ignored += tree.skipped
    let files =
      tree.isFile
      ? tree.paths
      : tree.paths.filter { path in
        [".xml", ".rss", ".atom"].contains { path.lowercased().hasSuffix($0) }
      }
    guard !files.isEmpty else {
      throw Unreadable("there is no feed in that folder", hint: "feeds end in .xml, .rss or .atom")
    }
    for file in files {
      do throws(Unreadable) { try add(file, tree) } catch {
        if files.count == 1 { throw error }
        batch.refused.append(Batch.Refusal(file, error.problem))
      }
    }
  }

  private mutating func add(_ file: String, _ tree: SourceTree) throws(Unreadable) {
    let bytes = try tree.read(file, limit: XMLReader.mostBytes)
    var elements: [XMLElement] = []
    let text = try XMLText(bytes, name: file)
    batch.ignored += text.remarks.map { Batch.Refusal(file, line: $0.line, $0.message) }
    let root = try XMLReader.read(text, name: file, parts: ["item", "entry"]) {
      element throws(Unreadable) in
      elements.append(element)
    }
    let head = root.name == "rss" ? root.first("channel") : root
    guard let head, ["rss", "feed", "RDF"].contains(root.name) else {
      throw Unreadable(
        "\(file) is no feed: its first element is <\(root.name)>",
        hint: "for ninjs or WordPress: stet import ninjs, stet import wxr")
    }
    let page =
      head.text("link")
      ?? head.all("link").first { ($0["rel"] ?? "alternate") == "alternate" }?["href"]
    let own = head.base ?? root.base
    let whole = page.map { page in own.map { LinkAddress.resolved(page, in: $0) } ?? page }
    let site = (whole ?? own).map { LinkAddress.origin(of: $0) } ?? ""
    let base = own.map { LinkAddress.resolved($0, in: site) }
    if batch.site == nil, !site.isEmpty {
      batch.site = site
    } else if !site.isEmpty, site != batch.site, !batch.furtherSites.contains(site) {
      batch.furtherSites.append(site)
    }
    for element in elements {
      let entry = FeedEntry(element, site: site, base: base)
      let source = "\(file)#\(entry.id ?? "line-\(element.line)")"
      guard seen.insert(entry.id ?? source).inserted else {
        batch.ignored.append(
          Batch.Refusal(source, line: element.line, "an entry of that id has come before"))
        continue
      }
      do throws(Unreadable) {
        batch.stories.append(try entry.story(source, in: head, surroundings))
      } catch {
        batch.refused.append(Batch.Refusal(source, line: element.line, error.problem))
      }
    }
  }
}
