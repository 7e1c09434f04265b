internal import Editorial

/// Turns links among the stories of a batch, and to their old addresses, into links to where they stand now.
struct Links {
  private let site: String?
  /// By source, by the source's name, and by old address; nil where it is ambiguous.
  private var bySource: [String: Int] = [:]
  private var byName: [String: Int?] = [:]
  private var byAddress: [String: Int] = [:]
  private let seats: [Intake.Seat]
  private let headlines: [String]

  init(_ batch: Batch, _ seats: [Intake.Seat]) {
    (site, self.seats) = (batch.site, seats)
    headlines = seats.map { batch.stories[$0.index].headline }
    for (place, seat) in seats.enumerated() {
      let story = batch.stories[seat.index]
      if bySource[story.source] == nil { bySource[story.source] = place }
      var names: Set<String> = [story.headline.lowercased()]
      let parts = story.source.split(separator: "/").map(String.init)
      if let file = parts.last {
        names.insert(file.lowercased())
        names.insert(stem(of: file).lowercased())
        names.insert(DatedName(stem(of: file)).rest.lowercased())
        if stem(of: file) == "index", parts.count > 1 {
          names.insert(parts[parts.count - 2].lowercased())
        }
      }
      if let slug = story.slug { names.insert(slug.lowercased()) }
      for name in names { byName[name] = byName[name] == nil ? .some(place) : .some(nil) }
      for alias in story.aliases {
        let key = Self.plain(alias)
        if byAddress[key] == nil { byAddress[key] = place }
      }
    }
  }

  /// An address without what differs from server to server.
  private static func plain(_ address: String) -> String {
    var path = String(address.prefix { $0 != "#" && $0 != "?" })
    for ending in ["index.html", ".html", ".htm"] where path.hasSuffix(ending) {
      path = String(path.dropLast(ending.count))
    }
    while path.hasSuffix("/") { path.removeLast() }
    return path.lowercased()
  }

  /// Where a story is found that a source calls so.
  private func place(_ name: String, from source: String) -> Int? {
    var name = name.removingPercent
    while name.hasPrefix("./") || name.hasPrefix("/") {
      name = String(name.dropFirst(name.hasPrefix("./") ? 2 : 1))
    }
    if let exact = bySource[Folders.resolved(name, from: folder(of: source))] ?? bySource[name] {
      return exact
    }
    let parts = name.split(separator: "/").map(String.init)
    var last = parts.last ?? name
    if ["index.md", "_index.md", "index"].contains(last), parts.count > 1 {
      last = parts[parts.count - 2]
    }
    if let found = byName[last.lowercased()] ?? nil { return found }
    if let found = byName[stem(of: last).lowercased()] ?? nil { return found }
    // Several of that name: the one whose path ends so.
    let matches = bySource.filter {
      $0.key.hasSuffix("/" + name) || $0.key.hasSuffix("/\(name).md")
    }
    return matches.count == 1 ? matches.first?.value : nil
  }

  func turn(_ story: inout Incoming, at path: String) {
    guard story.body.contains("](") || story.body.contains("]: ") else { return }
    var text = Manuscript(Array(story.body.utf8), from: story.bodyLine)
    var edits: [Manuscript.Edit] = []
    for target in Target.all(in: text) where !target.isPicture {
      edits += edit(target, story, &text)
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    text.apply(edits)
    story.body = text.text
    story.notes += text.remarks
  }

  private func edit(
    _ target: Target, _ story: Incoming, _ text: inout Manuscript
  ) -> [Manuscript.Edit] {
    let address = target.address
    let tail = address.firstIndex(of: "#").map { String(address[$0...]) } ?? ""
    let head = String(address.prefix { $0 != "#" })
    func linked(_ place: Int) -> [Manuscript.Edit] {
      let isOut = seats[place].standing.isPublished || seats[place].isKnown
      guard isOut else { return unlinked(target, "a draft", text: &text, story, place) }
      let there =
        "/" + String(seats[place].path.dropFirst("articles/".count).dropLast(3)) + ".html" + tail
      var edits = [written(target, there)]
      if let words = target.words, text.string(words) == address {
        edits.insert(Manuscript.Edit(words, escapedMarkdown(headlines[place])), at: 0)
      }
      return edits
    }
    if head.hasPrefix("stet-source:") {
      let name = String(head.dropFirst("stet-source:".count))
      if let place = place(name, from: story.source) { return linked(place) }
      return unlinked(target, "nothing that came in", text: &text, story, nil)
    }
    var own = head
    if let site, own.hasPrefix(site) { own = String(own.dropFirst(site.count)) }
    if own.hasPrefix("/"), let place = byAddress[Self.plain(own)] { return linked(place) }
    if !own.contains(":"), own.hasSuffix(".md"), let place = place(own, from: story.source) {
      return linked(place)
    }
    return []
  }

  private func written(_ target: Target, _ address: String) -> Manuscript.Edit {
    let title = target.title.isEmpty ? "" : " " + target.title
    return Manuscript.Edit(target.range, target.words == nil ? address : "](\(address)\(title))")
  }

  /// The words of a link that leads nowhere.
  private func unlinked(
    _ target: Target, _ what: String, text: inout Manuscript, _ story: Incoming, _ place: Int?
  ) -> [Manuscript.Edit] {
    let name = target.address.replacing("stet-source:", with: "")
    text.remark(
      at: target.start, "the link to `\(name.prefix(120))` leads to \(what); its words stay")
    guard let words = target.words else { return [Manuscript.Edit(target.range, "/")] }
    let said = text.string(words)
    let shown = said == target.address ? place.map { headlines[$0] } ?? name : nil
    if let shown {
      return [Manuscript.Edit(target.start..<target.range.upperBound, escapedMarkdown(shown))]
    }
    return [
      Manuscript.Edit(target.start..<words.lowerBound, ""), Manuscript.Edit(target.range, ""),
    ]
  }
}

/// Paths among folders.
enum Folders {
  /// `../b.md` from `a/x` as `a/b.md`; nothing leads above the top.
  static func resolved(_ path: String, from folder: String) -> String {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  /// With percent signs decoded, where that gives text.
  var removingPercent: String {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
