internal import Editorial

/// An `<item>` of RSS 2.0 (https://www.rssboard.org/rss-specification) or an `<entry>` of Atom (RFC 4287).
struct FeedEntry: Sendable {
  let element: XMLElement
  /// Scheme and host of the feed's pages.
  let site: String
  let id, link: String?
  /// Against what its addresses are read.
  private let base: String

  /// `base` is the feed's own, if it says one.
  init(_ element: XMLElement, site: String, base: String?) {
    (self.element, self.site) = (element, site)
    let given = element.base.map { LinkAddress.resolved($0, in: base ?? site) } ?? base
    let link =
      element.text("link")
      ?? element.all("link").first { ($0["rel"] ?? "alternate") == "alternate" }?["href"]
    // RSS: an id is an address unless it says that it is none.
    let guid = element.first("guid")
    let permanent =
      guid?["isPermaLink"] == "false"
      ? nil
      : element.text("guid").flatMap {
        LinkAddress.path(of: $0) == nil ? nil : $0
      }
    self.link = (link ?? permanent).map { LinkAddress.resolved($0, in: given ?? site) }
    self.base = given ?? self.link ?? site
    id = element.text("guid") ?? element.text("id") ?? self.link
  }

  /// Throws where it has no words.
  func story(
    _ source: String, in head: XMLElement, _ surroundings: Surroundings
  ) throws(Unreadable) -> Incoming {
    var story = Incoming(source: source, raw: Array((id ?? source).utf8), headline: "")
    story.bodyLine = element.line
    let title = element.first("title")
    story.headline = try words(title) ?? ""
    let manner = manner(of: element)
    guard let content = try content() else {
      throw Unreadable(
        "it has no text: only feeds with whole entries (content:encoded, content) can be taken in")
    }
    story.body = content.text.markdown
    /// XHTML has the lines of the file, HTML those of its own text.
    func line(_ inner: Int) -> Int { content.isXHTML ? inner : content.line + inner - 1 }
    story.bodyLine = content.line
    story.places = content.text.places.mapValues(line)
    story.notes = content.text.remarks.map {
      Remark(line: $0.line.map(line) ?? content.line, $0.message)
    }
    if !content.isWhole {
      story.notes.append(
        Remark(line: element.line, "its text is the feed's short description: it may not be all"))
    }
    if story.headline.isEmpty {
      story.headline = "Untitled entry"
      story.notes.append(Remark(line: element.line, "it has no title"))
    }
    if content.isWhole {
      story.standfirst = try words(element.first("description") ?? element.first("summary"))
    }
    setTimes(of: &story, surroundings)
    let bylines = authors(in: head).map { Byline($0) }
    story.authors = bylines.flatMap(\.names).map { Incoming.Author(name: $0) }
    let affiliations = bylines.flatMap(\.affiliations)
    if !affiliations.isEmpty {
      story.notes.append(
        Remark(
          line: element.line,
          "for whom its authors work is left out: \(affiliations.joined(separator: ", "))"))
    }
    setCategories(of: &story)
    story.language = element.attributes.first { $0.name == "lang" }?.value
    if let link, site.isEmpty || link.hasPrefix(site), let path = LinkAddress.path(of: link),
      AddressKey(path) != nil
    {
      story.aliases = [Self.withoutCount(path)]
    }
    story.image = try image(besides: story.body, manner)
    addEnclosures(to: &story, manner)
    return story
  }

  /// A path without a query that only says by which way readers came; WordPress's `?p=12` stays.
  private static func withoutCount(_ path: String) -> String {
    let plain = path.prefix { $0 != "?" }
    let query = path.dropFirst(plain.count + 1)
    return query.hasPrefix("p=") || query.hasPrefix("page_id=") ? path : String(plain)
  }

  /// How addresses in one of its elements are read.
  private func manner(of part: XMLElement) -> Flow.Manner {
    let base = part.base.map { LinkAddress.resolved($0, in: self.base) } ?? self.base
    var manner = Flow.Manner()
    manner.address = { LinkAddress.resolved($0, in: base) }
    return manner
  }

  private struct Content {
    var text: HTMLText
    var isWhole: Bool
    var isXHTML = false
    var line: Int
  }

  /// The whole text where there is one, else the short one.
  private func content() throws(Unreadable) -> Content? {
    if let encoded = element.first("encoded", in: "rss/1.0/modules/content"),
      !encoded.text.trimmed.isEmpty
    {
      return Content(
        text: try HTMLText(encoded.text, manner(of: encoded)), isWhole: true, line: encoded.line)
    }
    for name in ["content", "description", "summary"] {
      if let part = element.first(name), let text = try Self.html(part, manner(of: part)) {
        return Content(
          text: text, isWhole: name == "content", isXHTML: Self.isXHTML(part), line: part.line)
      }
    }
    return nil
  }

  private static func isXHTML(_ element: XMLElement) -> Bool {
    let type = element["type"] ?? ""
    return type.hasSuffix("xhtml") || type.hasSuffix("+xml")
  }

  /// A text construct of Atom (RFC 4287 §3.1); RSS's description is HTML.
  private static func html(
    _ element: XMLElement, _ manner: Flow.Manner
  ) throws(Unreadable) -> HTMLText? {
    let isAtom = element.space.contains("/Atom")
    let type = element["type"] ?? (isAtom ? "text" : "html")
    if isXHTML(element) {
      let text = HTMLText(element.html.children, manner)
      return text.markdown.isEmpty ? nil : text
    }
    guard !element.text.trimmed.isEmpty, element["src"] == nil else { return nil }
    if type == "text" || type == "text/plain" {
      return HTMLText(markdown: PlainText.markdown(element.text))
    }
    guard type.contains("html") else { return nil }
    return try HTMLText(element.text, manner)
  }

  private func words(_ element: XMLElement?) throws(Unreadable) -> String? {
    guard let element else { return nil }
    let isPlain = element.space.contains("/Atom") && (element["type"] ?? "text") == "text"
    let words =
      isPlain ? Line.folded(plainText(element.text)).trimmed : try HTMLText.words(element.text)
    return words.isEmpty ? nil : words
  }

  private func setTimes(of story: inout Incoming, _ surroundings: Surroundings) {
    func time(_ text: String?) -> Moment? {
      guard let text else { return nil }
      do {
        let (moment, remark) = try WrittenTime(text).moment(surroundings)
        if let remark { story.notes.append(Remark(line: element.line, remark)) }
        return moment
      } catch {
        story.notes.append(Remark(line: element.line, error.reason))
        return nil
      }
    }
    let updated = time(element.text("updated") ?? element.text("modified", in: "purl.org/dc/terms"))
    story.date =
      time(
        element.text("pubDate") ?? element.text("published")
          ?? element.text("date", in: "purl.org/dc"))
      ?? updated
    if let updated, let date = story.date, updated > date { story.modified = updated }
    if let date = story.date, date > surroundings.now {
      story.wanted = .draft("its date, \(date), is yet to come")
    }
  }

  private func authors(in head: XMLElement) -> [String] {
    let creators = element.all("creator", in: "purl.org/dc").map(\.text.trimmed)
    let named = element.all("author").compactMap { author in
      author.text("name") ?? (author.elements.isEmpty ? Self.name(author.text) : nil)
    }
    let found = (creators.isEmpty ? named : creators).filter { !$0.isEmpty }
    if !found.isEmpty { return found }
    return element.space.contains("/Atom") ? head.all("author").compactMap { $0.text("name") } : []
  }

  /// `Ana Costa` of `ana@example.org (Ana Costa)`, RSS's way to write an author; nil for an address alone.
  private static func name(_ text: String) -> String? {
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return text[text.index(after: open)..<close].trimmed
    }
    return text.contains("@") ? nil : text.trimmed
  }

  private func setCategories(of story: inout Incoming) {
    let names = element.all("category").compactMap { category -> String? in
      let name = category["label"] ?? category["term"] ?? category.text.trimmed
      return name.isEmpty ? nil : name
    }
    story.sections = Array(names.prefix(1))
    story.tags = Array(names.dropFirst())
  }

  /// Sound, film and other files that come with it: links below the text.
  private func addEnclosures(to story: inout Incoming, _ manner: Flow.Manner) {
    let media =
      element.all("group", in: "search.yahoo.com/mrss").flatMap(\.elements)
      + element.elements.filter { $0.space.contains("search.yahoo.com/mrss") }
    let films = media.filter { part in
      part.name == "content"
        && (["audio", "video"].contains(part["medium"] ?? "")
          || ["audio/", "video/"].contains { part["type"]?.hasPrefix($0) == true })
    }
    let links = element.all("link").filter { $0["rel"] == "enclosure" }
    let found =
      (element.all("enclosure") + films).map { (part: $0, address: $0["url"]) }
      + links.map { (part: $0, address: $0["href"]) }
    var seen: Set<String> = []
    for (part, address) in found {
      guard let whole = address.map(manner.address), LinkAddress.isAllowed(whole),
        whole != story.image?.reference, seen.insert(whole).inserted
      else { continue }
      let target = MarkdownText.destination(whole)
      guard !story.body.contains("](\(target)"), !story.body.contains("<\(whole)>") else {
        continue
      }
      let file = whole.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last.map(String.init)
      let name = part["title"] ?? file?.removingPercent ?? whole
      story.body += (story.body.isEmpty ? "" : "\n") + "[\(escapedMarkdown(name))](\(target))\n"
      story.places?[whole] = part.line
      story.notes.append(
        Remark(
          line: part.line, "what comes with it, `\(name.prefix(120))`, is a link below its text"))
    }
  }

  /// The picture that the feed gives beside the text, unless the text shows it.
  private func image(
    besides body: String, _ manner: Flow.Manner
  ) throws(Unreadable) -> Incoming.Image? {
    let media =
      element.all("group", in: "search.yahoo.com/mrss").flatMap(\.elements)
      + element.elements.filter { $0.space.contains("search.yahoo.com/mrss") }
    let content = media.first {
      $0.name == "content"
        && ($0["medium"] == "image" || $0["type"]?.hasPrefix("image/") == true
          || ($0["url"].map(LinkAddress.isPicture) ?? false))
    }
    let enclosure =
      element.all("enclosure").first { $0["type"]?.hasPrefix("image/") == true }?["url"]
      ?? element.all("link").first {
        $0["rel"] == "enclosure" && $0["type"]?.hasPrefix("image/") == true
      }?["href"]
    guard let address = content?["url"] ?? enclosure else { return nil }
    let whole = manner.address(address)
    guard LinkAddress.isAllowed(whole), !body.contains("](\(MarkdownText.destination(whole))")
    else { return nil }
    func text(_ name: String) throws(Unreadable) -> String? {
      let found =
        content?.text(name, in: "search.yahoo.com/mrss")
        ?? media.first { $0.name == name }?.text.trimmed
      guard let found, !found.isEmpty else { return nil }
      return try HTMLText.words(found)
    }
    return Incoming.Image(
      whole, caption: try text("description"), credit: try text("credit"), alt: try text("title"))
  }
}
