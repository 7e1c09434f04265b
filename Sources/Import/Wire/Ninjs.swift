internal import Editorial

extension ImportFormat {
  static let ninjs = ImportFormat(
    "ninjs", "IPTC ninjs 1, 2 and 3: files, a folder of them, arrays or lines of JSON"
  ) { tree, surroundings throws(Unreadable) in
    try NinjsImport(tree, surroundings).batch
  }
}

/// Makes stories of the newest versions of ninjs items.
private struct NinjsImport {
  var batch = Batch()
  private let surroundings: Surroundings
  /// Whose words are nobody's: agencies write "By" before the names.
  private static let by = ["By ", "BY ", "by "]

  init(_ tree: SourceTree, _ surroundings: Surroundings) throws(Unreadable) {
    self.surroundings = surroundings
    batch.ignored += tree.skipped
    let files = tree.isFile ? tree.paths : tree.paths.filter(Self.isJSON)
    guard !files.isEmpty else {
      throw Unreadable("there is no file of JSON in that folder", hint: "ninjs items end in .json")
    }
    var newest: [String: NinjsItem] = [:]
    var before: [String: NinjsItem] = [:]
    var order: [String] = []
    for file in files {
      for (value, source, line) in try read(file, tree, isAlone: tree.isFile) {
        guard let item = NinjsItem(value, source: source) else {
          batch.refused.append(
            Batch.Refusal(source, line: line, "it has no `uri`, which every ninjs item has"))
          continue
        }
        guard let other = newest[item.uri] else {
          newest[item.uri] = item
          order.append(item.uri)
          continue
        }
        let (kept, dropped) = item.replaces(other) ? (item, other) : (other, item)
        newest[item.uri] = kept
        if kept.status == "canceled", dropped.status == "usable" {
          // The last words that the wire sent stay to be looked at, where nobody publishes them.
          guard let last = before.updateValue(dropped, forKey: item.uri) else { continue }
          if last.replaces(dropped) { before[item.uri] = last }
        }
        batch.ignored.append(
          Batch.Refusal(
            dropped.source,
            kept.status == "canceled"
              ? "it was killed by \(kept.source)" : "\(kept.source) is a newer version of it"))
      }
    }
    for uri in order { if let item = newest[uri] { add(item, before: before[uri]) } }
  }

  private static func isJSON(_ path: String) -> Bool {
    [".json", ".ninjs", ".jsonl", ".ndjson"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The items of a file: one, an array of them, or one on each line.
  private mutating func read(
    _ file: String, _ tree: SourceTree, isAlone: Bool
  ) throws(Unreadable) -> [(value: JSONValue, source: String, line: Int?)] {
    let bytes: [UInt8]
    do throws(Unreadable) { bytes = try tree.read(file) } catch {
      if isAlone { throw error }
      batch.refused.append(Batch.Refusal(file, error.problem))
      return []
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    switch JSONValue.read(text) {
    case .list(let values)?:
      return values.enumerated().map { ($0.element, "\(file)#\($0.offset + 1)", nil) }
    case .object(let fields)?:
      // Agencies put several into an envelope.
      if fields["uri"] == nil, case .list(let values)? = fields["items"] ?? fields["hits"] {
        return values.enumerated().map { ($0.element, "\(file)#\($0.offset + 1)", nil) }
      }
      return [(.object(fields), file, nil)]
    case .some:
      batch.refused.append(Batch.Refusal(file, "it holds no item"))
      return []
    case nil: break
    }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 1, lines.contains(where: { JSONValue.read($0)?["uri"] != nil }) else {
      if isAlone {
        throw Unreadable(
          "\(file) is no JSON",
          hint: "a ninjs file holds one item, an array, or an item on each line")
      }
      batch.refused.append(Batch.Refusal(file, "it is no JSON"))
      return []
    }
    var items: [(JSONValue, String, Int?)] = []
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let source = "\(file)#\(index + 1)"
      if let value = JSONValue.read(line) {
        items.append((value, source, index + 1))
      } else {
        batch.refused.append(Batch.Refusal(source, line: index + 1, "it is no JSON"))
      }
    }
    return items
  }

  private mutating func add(_ item: NinjsItem, before: NinjsItem?) {
    let note = item.note.map { " (\($0))" } ?? ""
    func order(_ reason: String, _ command: Batch.Order.Command) {
      batch.orders.append(
        Batch.Order(item.uri, Batch.Refusal(item.source, reason), command: command))
    }
    let named = item.headline.map { " `\($0)`" } ?? ""
    guard item.type == "text" || item.type == "composite" else {
      batch.ignored.append(Batch.Refusal(item.source, "the \(item.type) item\(named) is no story"))
      return
    }
    switch item.status {
    case "canceled":
      order("it was killed\(note), and must not be used", .retract)
      guard let before, var story = try? story(of: before) else { return }
      story.wanted = .spiked("it was killed by \(item.source)\(note)")
      batch.stories.append(story)
    case "withheld":
      order("it is withheld\(note): fetch it again when it is usable", .hold)
    default:
      do throws(Unreadable) { batch.stories.append(try story(of: item)) } catch {
        batch.refused.append(Batch.Refusal(item.source, error.problem))
      }
    }
  }

  private mutating func story(of item: NinjsItem) throws(Unreadable) -> Incoming {
    var story = Incoming(source: item.source, raw: Array(item.uri.utf8), headline: "")
    story.uri = item.uri
    guard let headline = item.headline else { throw Unreadable("it has no headline") }
    story.headline = try HTMLText.words(headline)
    guard let body = item.body else { throw Unreadable("it has no text") }
    if body.isHTML {
      let text = try HTMLText(body.text)
      story.body = text.markdown
      story.notes += text.notes.map { Remark($0) }
    } else {
      story.body = PlainText.markdown(body.text)
    }
    story.kicker = item.text("headlines", role: "kicker") ?? item.value["headline_kicker"]?.text
    story.standfirst = try words(
      item.text("headlines", role: "sub") ?? item.value["headline_sub"]?.text
        ?? item.text("descriptions", role: "standfirst"))
    story.summary = try words(
      item.text("descriptions", role: "summary") ?? item.value["description_summary"]?.text
        ?? item.value["description_text"]?.text)
    (story.language, story.slugline) = (item.value["language"]?.text, item.value["slugline"]?.text)
    story.dateline = item.value["located"]?.text
    story.copyright =
      item.value["copyrightNotice", "copyrightnotice"]?.text
      ?? item.value["copyrightHolder", "copyrightholder"]?.text
    if let urgency = item.value["urgency"]?.text.flatMap({ Double($0) }), (1...9).contains(urgency)
    {
      story.urgency = Int(urgency)
    }
    story.date = item.versionCreated?.instant
    story.created = (item.firstCreated ?? item.contentCreated)?.instant
    setPeople(of: &story, item)
    setSubjects(of: &story, item)
    setEmbargo(of: &story, item)
    if let note = item.note { story.notes.append(Remark("its note to editors: \(note)")) }
    try setPicture(of: &story, item)
    return story
  }

  private func words(_ text: String?) throws(Unreadable) -> String? {
    guard let text else { return nil }
    let words = try HTMLText.words(text)
    return words.isEmpty ? nil : words
  }

  private func setPeople(of story: inout Incoming, _ item: NinjsItem) {
    let people = (item.value["people", "person"]?.members() ?? []).filter {
      ["author", "aut", "byline"].contains($0["rel"]?.text?.lowercased() ?? "")
    }
    var names = people.compactMap { $0["name"]?.text }
    if names.isEmpty, var line = item.value["by", "byline"]?.text {
      for mark in Self.by where line.hasPrefix(mark) { line.removeFirst(mark.count) }
      names = [line]
    }
    story.authors = names.map { Incoming.Author(name: $0) }
    story.credit = (item.value["infoSources", "infosources", "infosource"]?.members() ?? [])
      .compactMap { $0["name"]?.text }
  }

  private func setSubjects(of story: inout Incoming, _ item: NinjsItem) {
    for subject in item.value["subjects", "subject"]?.members() ?? [] {
      let scheme = subject["scheme"]?.text ?? ""
      let code = subject["uri"]?.text ?? subject["code"]?.text
      let isTopic =
        (scheme + (code ?? "")).lowercased().contains("medtop")
        || (scheme + (code ?? "")).contains("/mediatopic/")
      if isTopic, let digits = code?.split(whereSeparator: { !$0.isNumber }).last, digits.count == 8
      {
        story.mediatopics.append("medtop:" + digits)
      } else if let name = subject["name"]?.text {
        story.tags.append(name)
      }
    }
  }

  /// The source's condition; one that can't be read must not read as none.
  private func setEmbargo(of story: inout Incoming, _ item: NinjsItem) {
    guard let embargo = item.embargo else { return }
    guard !embargo.isEmpty, let time = try? WrittenTime(embargo) else {
      story.wanted = .draft(
        embargo.isEmpty
          ? "it is under an embargo without an end"
          : "its embargo `\(embargo)` is no time that can be read")
      return
    }
    let moment = time.moment(surroundings).moment
    story.embargo = moment
    if time.offset == nil {
      story.notes.append(Remark("its embargo says no zone; the newsroom's is taken: \(moment)"))
    }
    if moment > surroundings.now { story.wanted = .draft("it is under embargo until \(moment)") }
  }

  private mutating func setPicture(of story: inout Incoming, _ item: NinjsItem) throws(Unreadable) {
    for picture in item.value["associations"]?.members(isNamed: true) ?? []
    where picture["type"]?.text == "picture" {
      let inner = NinjsItem(picture, source: item.source)
      let renditions = picture["renditions"]?.members(isNamed: true) ?? []
      func width(_ rendition: JSONValue) -> Double {
        rendition["width"]?.text.flatMap { Double($0) } ?? 0
      }
      let largest = renditions.filter { $0["href"]?.text != nil }
        .max { width($0) < width($1) }?["href"]?.text
      guard let address = largest else { continue }
      let caption = try words(
        inner?.text("descriptions", role: "caption") ?? inner?.text("descriptions", role: nil)
          ?? picture["description_text"]?.text ?? picture["description_caption"]?.text)
      if story.image == nil {
        story.image = Incoming.Image(
          address, caption: caption,
          credit: picture["by", "byline"]?.text
            ?? picture["copyrightHolder", "copyrightholder"]?.text,
          alt: nil)
      } else {
        let line = Line.folded(caption ?? "")
        story.body +=
          "\n![](\(MarkdownText.destination(address))\(MarkdownText.title(line, isInCell: false)))\n"
      }
    }
  }
}
