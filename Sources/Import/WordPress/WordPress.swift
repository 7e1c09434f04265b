internal import Editorial

extension ImportFormat {
  static let wxr = ImportFormat(
    "wxr", "WordPress's own export, a file or a folder with its uploads beside it"
  ) { tree, surroundings throws(Unreadable) in
    try WordPressImport(tree, surroundings).batch
  }
}

/// Makes stories of a WordPress export.
private struct WordPressImport {
  var batch = Batch()
  private let site: WordPressSite
  private let surroundings: Surroundings

  init(_ tree: SourceTree, _ surroundings: Surroundings) throws(Unreadable) {
    var site = WordPressSite(tree)
    self.surroundings = surroundings
    let files = tree.isFile ? tree.paths : tree.paths.filter { $0.lowercased().hasSuffix(".xml") }
    guard !files.isEmpty else {
      throw Unreadable(
        "there is no XML file in that folder", hint: "put WordPress's export file into it")
    }
    for file in files {
      do throws(Unreadable) { try site.add(file) } catch {
        // Of one file alone nothing else could come in.
        if files.count == 1 { throw error }
        batch.refused.append(Batch.Refusal(file, error.problem))
      }
    }
    self.site = site
    batch.people = site.people
    batch.site = site.address
    batch.ignored += tree.skipped
    for (file, item) in site.items { add(item, file) }
    for (file, remarks) in site.remarks { take(remarks, of: file) }
  }

  /// Puts what was odd about a file to the stories in whose lines it was.
  private mutating func take(_ remarks: [Remark], of file: String) {
    let items = site.items.filter { $0.file == file }.map(\.item)
    for remark in remarks {
      let item = items.last { $0.line <= remark.line ?? 0 }
      if let source = item.map({ Self.source(of: $0, file) }),
        let place = batch.stories.firstIndex(where: { $0.source == source })
      {
        batch.stories[place].notes.append(remark)
      } else {
        batch.ignored.append(Batch.Refusal(file, line: remark.line, remark.message))
      }
    }
  }

  private static func source(of item: WordPressItem, _ file: String) -> String {
    "\(file)#\(item.id ?? "line-\(item.line)")"
  }

  private mutating func add(_ item: WordPressItem, _ file: String) {
    let source = Self.source(of: item, file)
    func ignore(_ reason: String) {
      batch.ignored.append(Batch.Refusal(source, line: item.line, reason))
    }
    let named = item.title.map { " `\($0)`" } ?? ""
    switch item.type {
    case "post": break
    case "page": return ignore("the page\(named) is no story")
    case "attachment": return ignore("the file\(named) comes in with the stories that show it")
    case "guest-author": return ignore("the author\(named) comes in with stories that name them")
    case "nav_menu_item": return ignore("a line of a menu is no story")
    case "revision": return ignore("an older version of a post is no story")
    case let type: return ignore("the \(type ?? "item")\(named) is no story")
    }
    guard item.status != "trash", item.status != "auto-draft" else {
      batch.refused.append(
        Batch.Refusal(
          source, line: item.line,
          "the post\(named) is in WordPress's \(item.status ?? "") and stays there"))
      return
    }
    do throws(Unreadable) { batch.stories.append(try story(of: item, source)) } catch {
      batch.refused.append(Batch.Refusal(source, line: item.line, error.problem))
    }
  }

  private mutating func story(
    of item: WordPressItem, _ source: String
  ) throws(Unreadable) -> Incoming {
    let key = item.guid ?? item.link ?? item.id ?? ""
    var story = Incoming(source: source, raw: Array(key.utf8), headline: "")
    story.bodyLine = item.line
    story.wanted = wanted(item)
    setTimes(of: &story, item)
    setTerms(of: &story, item)
    try setBody(of: &story, item)
    let title = try HTMLText.words(item.title ?? "")
    if title.isEmpty {
      story.headline = "Untitled \(item.words)"
      story.notes.append(Remark(line: item.line, "it has no title"))
    } else {
      story.headline = title
    }
    story.slug = item.name.map { decoded($0.replacing("__trashed", with: "")) }
    story.aliases = story.wanted == .published ? addresses(of: item) : []
    if let excerpt = item.excerpt {
      let words = try HTMLText.words(excerpt)
      if !words.isEmpty { story.standfirst = words }
    }
    if let id = item.fields["_thumbnail_id"]?.first, !id.isEmpty {
      if let picture = site.item(id), let file = picture.file {
        story.image = Incoming.Image(
          site.picture(file),
          caption: try picture.excerpt.map { text throws(Unreadable) in try HTMLText.words(text) },
          alt: picture.fields["_wp_attachment_image_alt"]?.first)
      } else if id != "0", id != "-1" {
        story.notes.append(
          Remark(line: item.line, "the picture that leads, number \(id), is not in the file"))
      }
    }
    if let first = item.comments.first {
      let count = item.comments.count
      story.notes.append(
        Remark(
          line: first,
          count == 1 ? "its comment is left out" : "its \(count) comments are left out"))
    }
    return story
  }

  private func wanted(_ item: WordPressItem) -> Incoming.Stage {
    if item.password != nil { return .draft("it asks readers for a password") }
    return switch item.status {
    case "publish": .published
    case "draft": .draft(nil)
    case "pending": .draft("it waits for a review")
    case "future": .draft("it was set for \(item.dateUTC ?? item.date ?? "later")")
    case "private": .draft("it is private")
    case let status: .draft("its status is \(status ?? "unknown")")
    }
  }

  /// WordPress keeps both its own wall clock, which made the address, and the time in UTC.
  private func setTimes(of story: inout Incoming, _ item: WordPressItem) {
    let wall = Self.time(item.date)
    var date = Self.time(item.dateUTC).map { Moment(seconds: Self.seconds($0)) }
    if date == nil, let wall {
      let (moment, remark) = wall.moment(surroundings)
      date = moment
      if let remark { story.notes.append(Remark(line: item.line, remark)) }
    }
    if case .draft = story.wanted {
      // What is no date of a publication may still tell when it was begun.
      story.created = date.flatMap { $0 <= surroundings.now ? $0 : nil }
      return
    }
    story.date = date
    story.day = wall?.day
    story.modified = Self.time(item.modifiedUTC).map { Moment(seconds: Self.seconds($0)) }
  }

  private static func time(_ text: String?) -> WrittenTime? {
    guard let text, let time = try? WrittenTime(text), time.day.year >= 1970 else { return nil }
    return time
  }

  private static func seconds(_ time: WrittenTime) -> Int64 {
    Int64(time.day.number) * 86_400 + Int64(time.second ?? 0)
  }

  private mutating func setTerms(of story: inout Incoming, _ item: WordPressItem) {
    var authors: [Incoming.Author] = []
    for term in item.terms {
      let name = decoded(term.name)
      switch term.taxonomy {
      // WordPress's word for none.
      case "category" where name == "uncategorized": continue
      case "category":
        story.sections.append(name)
        batch.labels[name] = term.label
      case "post_tag": story.tags.append(term.label)
      // Co-Authors Plus, which many newsrooms use.
      case "author":
        let login = name.hasPrefix("cap-") ? String(name.dropFirst(4)) : name
        authors.append(
          Incoming.Author(name: term.label, key: site.people[login] == nil ? nil : login))
      case "post_format": continue
      default:
        story.notes.append(
          Remark(line: term.line, "its \(term.taxonomy) `\(term.label)` is left out"))
      }
    }
    if authors.isEmpty, let login = item.creator {
      let person = site.people[login]
      authors = [Incoming.Author(name: person?.name ?? login, key: person == nil ? nil : login)]
    }
    story.authors = authors
  }

  private func setBody(of story: inout Incoming, _ item: WordPressItem) throws(Unreadable) {
    let site = site
    let content = item.content ?? ""
    var calls = WordPressCalls { ids in
      site.pictures(ids, of: item.id).map { picture in
        WordPressCalls.Picture(
          address: picture.file ?? "", alt: picture.fields["_wp_attachment_image_alt"]?.first ?? "",
          caption: picture.excerpt ?? "")
      }
    } block: { id in
      site.item(id)?.content
    }
    calls.footnotes = item.footnotes
    var html = calls.expanded(content)
    if !calls.hasShownFootnotes, content.contains("data-fn=") { html += calls.footnoteList }
    var manner = Flow.Manner()
    manner.hasBareLines = !content.contains("<!-- wp:")
    manner.hasBareAddresses = true
    let page = item.link
    manner.address = { address in
      // Few editors write paths from the page, and those who do say so.
      if let page, address.hasPrefix("./") || address.hasPrefix("../") {
        return LinkAddress.resolved(address, in: page)
      }
      return LinkAddress.whole(address, on: site.address)
    }
    manner.picture = { site.picture($0) }
    let text = try HTMLText(html, manner)
    story.body = text.markdown
    if !item.footnotes.isEmpty, !calls.hasShownFootnotes, !content.contains("data-fn=") {
      story.notes.append(
        Remark(
          line: item.contentLine,
          "footnotes that its text does not show are left out: "
            + item.footnotes.joined(separator: " ").prefix(200)))
    }
    story.bodyLine = item.contentLine
    /// The line of the file for one of the HTML, from 1.
    func line(_ html: Int) -> Int { item.contentLine + calls.line(html) - 1 }
    story.places = text.places.mapValues(line)
    story.notes += calls.remarks.map { remark in
      Remark(line: item.contentLine + (remark.line ?? 1) - 1, remark.message)
    }
    story.notes += text.remarks.map { remark in
      Remark(line: remark.line.map(line) ?? item.contentLine, remark.message)
    }
  }

  /// The addresses below the blog's under which readers found it.
  private func addresses(of item: WordPressItem) -> [String] {
    var result: [String] = []
    func add(_ address: String?) {
      guard let address else { return }
      var path = address
      if !site.address.isEmpty, address.hasPrefix(site.address) {
        path = String(address.dropFirst(site.address.count).prefix { $0 != "#" })
      } else {
        path = LinkAddress.path(of: address) ?? ""
      }
      if path.hasPrefix("/"), path != "/", !result.contains(path) { result.append(path) }
    }
    add(item.link)
    if let id = item.id { add(site.address + "/?p=" + id) }
    for old in item.fields["_wp_old_slug"] ?? [] {
      guard let name = item.name, let link = item.link, let place = link.lastRange(of: "/" + name)
      else { continue }
      add(link.replacingCharacters(place, with: "/" + old))
    }
    return result
  }
}

extension String {
  /// The last place of `part`.
  fileprivate func lastRange(of part: String) -> Range<Index>? { ranges(of: part).last }

  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
