internal import Editorial

/// Turns links among the stories of a batch, and to their old addresses, into links to where they stand now.
struct Links {
  private let sites: [OldSite]
  /// By source, by the source's name, by its path without an ending, and by old address; nil where it
  /// is ambiguous.
  private var bySource: [String: Int] = [:]
  private var byName: [String: Int?] = [:]
  private var byPage: [String: Int?] = [:]
  private var byAddress: [AddressKey: Int] = [:]
  /// All of one file's name.
  private var byFile: [String: [Int]] = [:]
  private let sources: [String]
  private let seats: [Intake.Seat]
  private let headlines: [String]

  init(_ batch: Batch, _ seats: [Intake.Seat]) {
    let given = [OldSite](of: batch)
    self.seats = seats
    headlines = seats.map { batch.stories[$0.index].headline }
    sources = seats.map { batch.stories[$0.index].source }
    for (place, seat) in seats.enumerated() {
      let story = batch.stories[seat.index]
      if bySource[story.source] == nil { bySource[story.source] = place }
      var names: Set<String> = [story.headline.lowercased()]
      let parts = story.source.split(separator: "/").map(String.init)
      if let file = parts.last {
        byFile[file, default: []].append(place)
        names.insert(file.lowercased())
        names.insert(stem(of: file).lowercased())
        names.insert(DatedName(stem(of: file)).rest.lowercased())
        if stem(of: file) == "index", parts.count > 1 {
          names.insert(parts[parts.count - 2].lowercased())
        }
      }
      let page = Self.page(of: story.source).lowercased()
      byPage[page] = byPage[page] == nil ? .some(place) : .some(nil)
      if let slug = story.slug { names.insert(slug.lowercased()) }
      for name in names { byName[name] = byName[name] == nil ? .some(place) : .some(nil) }
      for alias in story.aliases {
        guard let key = AddressKey(given.path(of: alias) ?? alias) else { continue }
        if byAddress[key] == nil { byAddress[key] = place }
      }
    }
    let known = byAddress
    let guessed = given.isEmpty ? OldSite.guessed(batch.stories) { known[$0] != nil } : nil
    sites = guessed.map { [$0] } ?? given
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
    let file = parts.last ?? name
    let matches = [name, name + ".md"].flatMap { wanted in
      (byFile[wanted == name ? file : file + ".md"] ?? []).filter { place in
        sources[place].hasSuffix("/" + wanted)
      }
    }
    return matches.count == 1 ? matches.first : nil
  }

  func turn(_ story: inout Incoming) {
    let body = story.body
    guard ["](", "]: ", "<http", "stet-source:"].contains(where: body.contains) else { return }
    var text = Manuscript(Array(body.utf8), from: story.bodyLine)
    var edits: [Manuscript.Edit] = []
    for target in Target.all(in: text) where !target.isPicture {
      edits += edit(target, story, &text)
    }
    for bare in bareReferences(in: text, besides: edits) {
      edits += edit(bare, story, &text)
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    text.apply(edits)
    story.body = text.text
    story.notes += text.remarks
  }

  /// References to sources that stand in the words and not behind them.
  private func bareReferences(in text: Manuscript, besides edits: [Manuscript.Edit]) -> [Target] {
    guard text.find("stet-source:", from: 0) != nil else { return [] }
    let known = edits.map(\.range)
    var found: [Target] = []
    text.scan { index in
      guard text.has("stet-source:", at: index), !known.contains(where: { $0.contains(index) })
      else { return nil }
      let start = index + "stet-source:".utf8.count
      var end = start
      while end < text.bytes.count, text.bytes[end] > 0x20,
        !"()<>[]\"'`,;".utf8.contains(text.bytes[end])
      {
        end += 1
      }
      // What ends a sentence is no part of a name.
      while end > start, ".:!?*".utf8.contains(text.bytes[end - 1]) { end -= 1 }
      guard end > start else { return nil }
      found.append(
        Target(
          range: index..<end, address: text.string(index..<end), title: "", isPicture: false,
          words: nil, start: index, isBare: true))
      return end
    }
    return found
  }

  private func edit(
    _ target: Target, _ story: Incoming, _ text: inout Manuscript
  ) -> [Manuscript.Edit] {
    let head = String(target.address.prefix { $0 != "#" })
    if head.hasPrefix("stet-source:") {
      let name = String(head.dropFirst("stet-source:".count))
      guard let place = place(name, from: story.source) else {
        return unlinked(target, "nothing that came in", text: &text, story, nil)
      }
      return linked(target, to: place, story, &text)
    }
    guard let own = own(head) else { return [] }
    if let place = found(own, story) { return linked(target, to: place, story, &text) }
    // The first page, and pictures, which are looked for by themselves.
    let isSought =
      AddressKey(own) != nil && !LinkAddress.isPicture(own) && !own.contains("<")
      && !own.contains("{")
    if isSought {
      remark(
        target, story,
        "the link to `\(target.address.prefix(120))` leads to nothing that came in; it stays", &text
      )
    }
    return []
  }

  /// An address of the old site: `/` and a path below it, or a path beside the page; nil for any other.
  private func own(_ address: String) -> String? {
    guard !address.isEmpty else { return nil }
    if let path = sites.path(of: address) { return path }
    if address.hasPrefix("//") { return nil }
    if address.hasPrefix("/") { return sites.path(ofRooted: address) }
    let start = address.prefix { !["/", "?"].contains($0) }
    return start.contains(":") ? nil : address
  }

  /// The story at an address of the old site.
  private func found(_ address: String, _ story: Incoming) -> Int? {
    if address.hasPrefix("/") {
      if let found = AddressKey(address).flatMap({ byAddress[$0] }) { return found }
      let path = Self.page(of: String(address.dropFirst().prefix { $0 != "?" })).lowercased()
      let tops = ["", "content/", "pages/", "src/", "source/", "content/en/", "pages/en/"]
      return tops.lazy.compactMap { byPage[$0 + path] ?? nil }.first
    }
    if address.hasPrefix("?") { return AddressKey("/" + address).flatMap { byAddress[$0] } }
    for alias in story.aliases {
      // An address with a slash at its end may have been one without, and the other way round.
      let page = String(alias.prefix { $0 != "?" })
      for folder in page.hasSuffix("/")
        ? [page, folder(of: String(page.dropLast()))] : [folder(of: page), page]
      {
        let path = "/" + Folders.resolved(address, from: folder)
        if let found = AddressKey(path).flatMap({ byAddress[$0] }) { return found }
      }
    }
    let path = String(address.prefix { $0 != "?" }).removingPercent
    // A page of its own folder is beside its file, or beside the folder that its address makes of it.
    for folder in [folder(of: story.source), Self.page(of: story.source)] {
      let page = Self.page(of: Folders.resolved(path, from: folder))
      if let found = byPage[page.lowercased()] ?? nil { return found }
    }
    return path.hasSuffix(".md") ? place(path, from: story.source) : nil
  }

  /// A file's path without its ending; its folder's where it is the page of that.
  private static func page(of path: String) -> String {
    var page = path
    for ending in [".html", ".htm", ".md", ".markdown"] where page.lowercased().hasSuffix(ending) {
      page.removeLast(ending.count)
      break
    }
    if page.hasSuffix("/index") { page.removeLast("/index".count) }
    while page.hasSuffix("/") { page.removeLast() }
    return page
  }

  private func linked(
    _ target: Target, to place: Int, _ story: Incoming, _ text: inout Manuscript
  ) -> [Manuscript.Edit] {
    let isOut = seats[place].standing.isPublished || seats[place].isKnown
    guard isOut else { return unlinked(target, "a draft", text: &text, story, place) }
    let tail = target.address.firstIndex(of: "#").map { String(target.address[$0...]) } ?? ""
    let there =
      "/" + String(seats[place].path.dropFirst("articles/".count).dropLast(3)) + ".html" + tail
    let headline = escapedMarkdown(headlines[place])
    if target.isBare { return [Manuscript.Edit(target.range, "[\(headline)](\(there))")] }
    var edits = [written(target, there)]
    if let words = target.words, Target.plain(text.string(words)) == target.address {
      edits.insert(Manuscript.Edit(words, headline), at: 0)
    }
    return edits
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
    remark(
      target, story, "the link to `\(name.prefix(120))` leads to \(what); its words stay", &text)
    let headline = place.map { headlines[$0] } ?? name
    if target.isBare { return [Manuscript.Edit(target.range, escapedMarkdown(headline))] }
    guard let words = target.words else { return [Manuscript.Edit(target.range, "/")] }
    if Target.plain(text.string(words)) == target.address {
      return [Manuscript.Edit(target.start..<target.range.upperBound, escapedMarkdown(headline))]
    }
    return [
      Manuscript.Edit(target.start..<words.lowerBound, ""), Manuscript.Edit(target.range, ""),
    ]
  }

  private func remark(
    _ target: Target, _ story: Incoming, _ message: String, _ text: inout Manuscript
  ) {
    let line = story.line(of: target.address, at: text.line(at: target.start))
    text.remarks.append(Remark(line: line, message))
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
