internal import Editorial

/// An `<item>` of RSS 2.0 (https://www.rssboard.org/rss-specification) or an `<entry>` of Atom (RFC 4287).
struct FeedEntry: Sendable {
  let element: XMLElement
  /// Scheme and host of the feed's pages.
  let site: String
  let id, link: String?

  init(_ element: XMLElement, site: String) {
    (self.element, self.site) = (element, site)
    let link =
      element.text("link")
      ?? element.all("link").first { ($0["rel"] ?? "alternate") == "alternate" }?["href"]
    self.link = link.map { LinkAddress.whole($0, on: site) }
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
    let base = link ?? site
    var manner = Flow.Manner()
    manner.address = { LinkAddress.whole($0, on: LinkAddress.folder(of: base)) }
    guard let content = try content(manner) else {
      throw Unreadable(
        "it has no text: only feeds with whole entries (content:encoded, content) can be taken in")
    }
    (story.body, story.notes) = (
      content.text.markdown, content.text.notes.map { Remark(line: element.line, $0) }
    )
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
    story.authors = authors(in: head).map { Incoming.Author(name: $0) }
    setCategories(of: &story)
    story.language = element.attributes.first { $0.name == "lang" }?.value
    if let link, site.isEmpty || link.hasPrefix(site), let path = LinkAddress.path(of: link),
      path != "/"
    {
      story.aliases = [path]
    }
    story.image = try image(besides: story.body, manner)
    return story
  }

  /// The whole text where there is one, else the short one.
  private func content(_ manner: Flow.Manner) throws(Unreadable) -> (text: HTMLText, isWhole: Bool)?
  {
    if let encoded = element.first("encoded", in: "rss/1.0/modules/content"),
      !encoded.text.trimmed.isEmpty
    {
      return (try HTMLText(encoded.text, manner), true)
    }
    if let content = element.first("content"), let text = try Self.html(content, manner) {
      return (text, true)
    }
    for name in ["description", "summary"] {
      if let short = element.first(name), let text = try Self.html(short, manner) {
        return (text, false)
      }
    }
    return nil
  }

  /// A text construct of Atom (RFC 4287 §3.1); RSS's description is HTML.
  private static func html(
    _ element: XMLElement, _ manner: Flow.Manner
  ) throws(Unreadable) -> HTMLText? {
    let isAtom = element.space.contains("/Atom")
    let type = element["type"] ?? (isAtom ? "text" : "html")
    if type.hasSuffix("xhtml") || type.hasSuffix("+xml") {
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

extension LinkAddress {
  /// The address of the folder that a page is in, without a slash at its end.
  static func folder(of address: String) -> String {
    let page = address.prefix { $0 != "?" && $0 != "#" }
    guard page.count > origin(of: address).count, let slash = page.lastIndex(of: "/") else {
      return String(page)
    }
    return String(page[..<slash])
  }
}
