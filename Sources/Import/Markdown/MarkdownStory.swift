internal import Editorial

/// Makes a story of a Markdown file, by what all such systems have in common.
struct MarkdownStory {
  let source: String
  let raw: [UInt8]
  var matter: Matter
  let surroundings: Surroundings
  /// The day that its name gives it.
  var nameDay: Day?
  /// Its name without day and ending.
  var nameSlug = ""
  /// Where a text of one line ends one category or tag and begins the next.
  var parts: @Sendable (Character) -> Bool = { $0 == "," }
  /// Turns what this system writes beyond Markdown.
  var turn: (inout Manuscript) -> Void = { _ in }
  /// Whether `aliases` may be names and not addresses.
  var hasNames = false
  /// Whether the body is HTML.
  var isHTML = false

  /// The story; what can't be read is thrown with its line.
  func incoming() throws(Matter.Fault) -> Incoming {
    guard raw.contains(where: { $0 > 0x20 }) else {
      throw Matter.Fault(line: 1, reason: "the file is empty")
    }
    var story = Incoming(source: source, raw: raw, headline: "")
    story.notes = matter.remarks
    takeWords(&story)
    try takeTimes(&story)
    takeStanding(&story)
    takeFurther(&story)
    takeBody(&story)
    return story
  }

  private func takeWords(_ story: inout Incoming) {
    story.headline = plainWords(matter.text(of: FieldNames.headline) ?? "")
    story.kicker = matter.text(of: FieldNames.kicker).map(plainWords)
    let summary = matter.text(of: FieldNames.summary).map(plainWords)
    story.standfirst = matter.text(of: FieldNames.standfirst).map(plainWords) ?? summary
    if summary != story.standfirst { story.summary = summary }
    story.sections = matter.texts(of: FieldNames.sections, isParted: parts)
    story.tags = matter.texts(of: FieldNames.tags, isParted: parts)
    takeTaxonomies(&story)
    takeAuthors(&story)
    story.slug = matter.text("slug")
    story.language = matter.text(of: FieldNames.language)
    story.dateline = matter.text("dateline")
    story.copyright = matter.text(of: FieldNames.copyright)
    story.slugline = matter.text("slugline")
    story.credit = matter.texts(of: ["credit"])
    story.mediatopics = matter.texts(of: ["mediatopics"])
    story.urgency = matter.text("urgency").flatMap { Int($0) }
    story.image = image()
    for key in FieldNames.outside {
      guard let url = matter.text(key), Meaning.isAddress(url) else { continue }
      story.related.append(
        .outside(headline: story.headline, url: url, source: matter.text("source")))
      break
    }
    for alias in matter.texts(of: FieldNames.aliases) where alias.contains("/") || !hasNames {
      story.aliases.append(alias.hasPrefix("/") || alias.contains("://") ? alias : "/" + alias)
    }
  }

  /// Zola keeps tags and categories in a table of their own.
  private func takeTaxonomies(_ story: inout Incoming) {
    guard let table = matter["taxonomies"] else { return }
    for key in FieldNames.sections { story.sections += table[key]?.texts ?? [] }
    for key in FieldNames.tags { story.tags += table[key]?.texts ?? [] }
  }

  private func takeAuthors(_ story: inout Incoming) {
    guard let field = matter.first(FieldNames.authors) else {
      guard let (byline, line) = BodyByline.read(matter.body) else { return }
      story.authors = byline.names.map { Incoming.Author(name: $0, key: $0) }
      story.notes.append(
        Remark(
          line: matter.bodyLine + line,
          "its authors are those whom this line names; the line stays in the text"))
      return
    }
    var authors: [Incoming.Author] = []
    for element in field.value.elements {
      if case .map = element {
        guard let name = AuthorPages.name(of: element, key: nil) else { continue }
        authors.append(
          Incoming.Author(
            name: name, key: element["key"]?.text, page: AuthorPages.person(element, key: nil)))
      } else if let text = element.text {
        let byline = Byline(plainWords(text))
        authors += byline.names.map { Incoming.Author(name: $0, key: $0) }
        if !byline.affiliations.isEmpty {
          story.notes.append(
            Remark(
              line: field.line,
              "for whom its authors work is left out: \(byline.affiliations.joined(separator: ", "))"
            ))
        }
      }
    }
    var seen: Set<String> = []
    story.authors = authors.filter { seen.insert($0.name).inserted }
  }

  /// The field of the picture that leads.
  private var imageField: Matter.Field? { matter.first(FieldNames.image) }

  private func image() -> Incoming.Image? {
    guard let value = imageField?.value.elements.first else { return nil }
    let words = (
      alt: matter.text("image_alt", "alt", "image-alt", "feature_image_alt"),
      caption: matter.text("image_caption", "caption", "image-caption", "feature_image_caption"),
      credit: matter.text("image_credit", "image-credit")
    )
    guard let reference = Self.reference(of: value) else { return nil }
    // The same picture may stand under another name, with the words for it.
    let others = FieldNames.image.compactMap { matter[$0]?.elements.first }
      .filter { Self.reference(of: $0) == reference }
    func said(_ key: String) -> String? {
      (value[key] ?? others.lazy.compactMap { $0[key] }.first)?.text
    }
    return Incoming.Image(
      reference, caption: said("caption") ?? words.caption, credit: said("credit") ?? words.credit,
      alt: said("alt") ?? words.alt)
  }

  private static func reference(of value: Value) -> String? {
    if let text = value.text { return text }
    let keys = ["src", "path", "url", "file", "image", "feature", "uid", "filename"]
    return keys.lazy.compactMap { value[$0]?.text }.first
  }

  /// Pictures that do not lead, which no story has a place for.
  private func takeOtherPictures(_ story: inout Incoming) {
    for key in FieldNames.image where key != imageField?.key {
      guard let value = matter[key], let first = value.elements.first,
        let reference = Self.reference(of: first), reference != story.image?.reference,
        matter.truth(key) == nil
      else { continue }
      story.further.append((key, value))
    }
  }

  private func takeTimes(_ story: inout Incoming) throws(Matter.Fault) {
    let published = matter.first(["published"]).flatMap { field in
      field.value.text.flatMap { try? WrittenTime($0) } == nil ? nil : field
    }
    let dates = FieldNames.date.compactMap { key in
      matter.fields.first { $0.key == key && !$0.value.isEmpty }
    }
    for field in dates where Self.isReckoned(field) {
      story.notes.append(
        Remark(
          line: field.line,
          "`\(field.key): \(field.value.text ?? "")` is no time: its old site asked its files for it"
        ))
    }
    if let field = dates.first(where: { !Self.isReckoned($0) }) ?? published {
      let time: WrittenTime
      do throws(WrittenTime.NoTime) { time = try WrittenTime(field.value.text ?? "") } catch {
        throw Matter.Fault(line: field.line, reason: error.reason)
      }
      take(time, field.line, &story)
    } else if let nameDay {
      take(WrittenTime(day: nameDay), nil, &story)
    }
    if let field = matter.first(FieldNames.modified) {
      if let time = try? WrittenTime(field.value.text ?? "") {
        let moment = time.moment(surroundings).moment
        if let date = story.date, moment > date { story.modified = moment }
      } else {
        story.notes.append(
          Remark(line: field.line, "`\(field.key)` is no time and is kept as it stands"))
        story.further.append(("was-" + field.key, field.value))
      }
    }
    if let field = matter.first(["embargo"]), let text = field.value.text {
      do throws(WrittenTime.NoTime) {
        story.embargo = try WrittenTime(text).moment(surroundings).moment
      } catch {
        throw Matter.Fault(line: field.line, reason: "its embargo: \(error.reason)")
      }
    }
  }

  /// Whether a date is one that Eleventy made anew each time it wrote the page.
  private static func isReckoned(_ field: Matter.Field) -> Bool {
    let text = field.value.text?.trimmed.lowercased() ?? ""
    return ["last modified", "git last modified", "created", "git created"].contains(text)
  }

  private func take(_ time: WrittenTime, _ line: Int?, _ story: inout Incoming) {
    let (moment, remark) = time.moment(surroundings)
    story.date = moment
    story.day = time.offset == nil ? time.day : surroundings.clock(moment).day
    if let remark { story.notes.append(Remark(line: line, remark)) }
  }

  private func takeStanding(_ story: inout Incoming) {
    if matter.truth("draft") == true {
      story.wanted = .draft(nil)
    } else if matter.truth("published") == false {
      story.wanted = .draft("it says `published: false`")
    } else if let status = matter.text("status", "visibility")?.lowercased(),
      ["draft", "private", "pending", "hidden", "protected", "idea", "scheduled"].contains(status)
    {
      story.wanted = .draft("its status is \(status)")
    }
  }

  private func takeFurther(_ story: inout Incoming) {
    for field in matter.fields where !FieldNames.taken.contains(field.key) && !field.value.isEmpty {
      story.further.append((field.key, field.value))
    }
    takeOtherPictures(&story)
    takeRest(&story)
    if let extra = matter["extra"], !extra.isEmpty { story.further.append(("extra", extra)) }
    if hasNames {
      let names = matter.texts(of: ["aliases", "alias"]).filter { !$0.contains("/") }
      if !names.isEmpty { story.further.append(("also-called", Value(names))) }
    }
    if let text = matter.text("urgency"), Int(text) == nil {
      story.further.append(("was-urgency", .scalar(text)))
    }
  }

  /// What stands under the other names of a field that holds one text stays under those names.
  private func takeRest(_ story: inout Incoming) {
    var known = [
      story.headline, story.kicker, story.standfirst, story.summary, story.language,
      story.copyright,
    ].compactMap { $0 }
    for key in FieldNames.headline + FieldNames.kicker + FieldNames.standfirst + FieldNames.summary
      + FieldNames.language + FieldNames.copyright
    {
      guard let value = matter[key] else { continue }
      if let words = value.text.map(plainWords) {
        guard !known.contains(words) else { continue }
        known.append(words)
      }
      story.further.append(("was-" + key, value))
    }
  }

  private func takeBody(_ story: inout Incoming) {
    var text = Manuscript(matter.body, from: matter.bodyLine)
    text.isHTML = isHTML
    takeHeading(&text, &story)
    let isMDX = MDX.isIn(source)
    if !isHTML { IndentedHTML.turn(&text, hasComponents: isMDX) }
    if isMDX { MDX.turn(&text) }
    turn(&text)
    if isHTML, let turned = try? HTMLText(text.text) {
      text.apply([Manuscript.Edit(0..<text.bytes.count, turned.markdown)])
      for note in turned.notes { text.remark(at: 0, note) }
      text.isHTML = false
    } else {
      text.isHTML = false
      Callouts.turn(&text)
      Footnotes.turn(&text)
      Tags.turn(&text, hasComponents: isMDX)
      HeadingIDs.turn(&text)
    }
    OwnAddresses.settle(&text)
    Signs.settle(&text)
    Spacing.fold(&text)
    story.body = text.text
    story.bodyLine = matter.bodyLine
    story.notes += text.remarks
  }

  /// A first heading is the headline where the fields have none, or says it again.
  private func takeHeading(_ text: inout Manuscript, _ story: inout Incoming) {
    var lines = Matter.Lines(text.bytes)
    while let line = lines.peek, lines.isBlank(line) { lines.advance() }
    if let line = lines.peek, text.has("# ", at: line.lowerBound) {
      let words = text.string(line).drop { $0 == "#" || $0 == " " }
      let heading = String(words).replacing(#/\s*#*\s*$/#, with: "")
      let plain = plainWords(heading)
      if !plain.isEmpty, story.headline.isEmpty || story.headline == plain {
        story.headline = plain
        text.apply([
          Manuscript.Edit(line.lowerBound..<min(line.upperBound + 1, text.bytes.count), "")
        ])
        return
      }
    }
    guard story.headline.isEmpty else { return }
    let name = nameSlug.isEmpty ? source : nameSlug
    let words = name.replacing("-", with: " ").replacing("_", with: " ").trimmed
    story.headline = words.prefix(1).uppercased() + words.dropFirst()
    story.notes.append(Remark(line: 1, "it has no title; its file's name is the headline"))
  }
}

/// The day in front of a file's name, and what follows it: `2019-1-5-one-digit`.
struct DatedName {
  var day: Day?
  var rest: String
  /// What stands in the place of a day, where there is no such day.
  var noDay: String?

  init(_ stem: String) {
    rest = stem
    guard let match = stem.prefixMatch(of: #/(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_ ]|$)/#),
      let year = Int(match.output.1), let month = Int(match.output.2), let day = Int(match.output.3)
    else { return }
    rest = String(stem[match.range.upperBound...])
    self.day = Day(year: year, month: month, day: day)
    if self.day == nil { noDay = "\(match.output.1)-\(padded(month))-\(padded(day))" }
  }
}

/// A path's last part without its ending.
func stem(of path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
  return String(name[..<dot])
}

/// A path without its last part; empty at the top.
func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

func isMarkdown(_ path: String) -> Bool {
  let path = path.lowercased()
  return [".md", ".markdown", ".mdown", ".mkd", ".mdx"].contains { path.hasSuffix($0) }
}
