internal import Editorial

/// Takes the pictures that stories show under media/, each under a name that tells its bytes, and puts words
/// in the place of those that are not there.
struct Album {
  private let batch: Batch
  private let tree: SourceTree
  private let fetch: Intake.Fetch?
  private let flaw: Intake.Flaw
  private let sites: [OldSite]
  private(set) var pictures: [String: Intake.Origin] = [:]
  /// What was found at a path of the tree, or at an address: its mark and kind, or why not.
  private var seen: [String: Result<Found, Intake.Unfetched>] = [:]
  /// The pictures of the tree by the last parts of their paths.
  private let byName: [String: [String]]

  private struct Found {
    var mark: String
    var kind: PictureType
    var origin: Intake.Origin
  }

  static let mostBytes = 20 << 20

  init(_ batch: Batch, _ tree: SourceTree, fetch: Intake.Fetch?, flaw: @escaping Intake.Flaw) {
    (self.batch, self.tree, self.fetch, self.flaw) = (batch, tree, fetch, flaw)
    sites = [OldSite](of: batch)
    var byName: [String: [String]] = [:]
    for path in tree.paths where Self.looksLikePicture(path) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      byName[name.lowercased(), default: []].append(path)
    }
    self.byName = byName
  }

  private static func looksLikePicture(_ path: String) -> Bool {
    let path = path.lowercased()
    return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].contains { path.hasSuffix($0) }
  }

  /// Every picture of a story; `path` is the story's.
  mutating func hang(_ story: inout Incoming, on path: String) {
    hangLead(&story, path)
    guard story.body.contains("](") || story.body.contains("<http") else { return }
    var text = Manuscript(Array(story.body.utf8), from: story.bodyLine)
    var edits: [Manuscript.Edit] = []
    let targets = Target.all(in: text)
    /// Where pictures stand that lead to larger ones of themselves, which take their places.
    var smaller: Set<Int> = []
    for target in targets where !target.isPicture && Self.looksLikePicture(target.address) {
      guard let inner = targets.first(where: { $0.isPicture && target.words == $0.whole }),
        let words = inner.words, case .success(let place?) = find(target.address, story, path)
      else { continue }
      smaller.formUnion([inner.start, target.start])
      let title = inner.title.isEmpty ? target.title : inner.title
      edits.append(
        Manuscript.Edit(
          target.whole,
          "![\(text.string(words))](\(place)\(title.isEmpty ? "" : " " + title))"))
    }
    for target in targets
    where target.isPicture || Self.looksLikePicture(target.address) {
      guard !smaller.contains(target.start) else { continue }
      func remark(_ what: String) {
        let line = story.line(of: target.address, at: text.line(at: target.start))
        text.remarks.append(
          Remark(line: line, "the picture `\(target.address.prefix(120))` \(what)"))
      }
      switch find(target.address, story, path) {
      case .success(let place?):
        let title = target.title.isEmpty ? "" : " " + target.title
        // A link is followed from the story's page, and a picture's file is found from the top.
        let there = target.isPicture ? place : "/" + place
        let name = target.address.split(separator: "/").last.map(String.init) ?? place
        let bare = target.isBare ? "[\(escapedMarkdown(name))](\(there))" : there
        edits.append(
          Manuscript.Edit(target.range, target.words == nil ? bare : "](\(there)\(title))"))
      case .success(nil):
        guard target.isPicture else { continue }
        remark("is on another site; --fetch takes it in")
      case .failure(let why):
        guard target.isPicture, let words = target.words else {
          remark("can't be linked to: \(why.reason)")
          continue
        }
        remark("is left out: \(why.reason)")
        let alt = text.string(words).trimmed
        let shown = alt.isEmpty ? escapedMarkdown(target.address) : alt
        edits.append(
          Manuscript.Edit(
            target.start..<target.range.upperBound, "\\[Picture: \(shown)\\]"))
      }
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    text.apply(edits)
    story.body = text.text
    story.notes += text.remarks
  }

  private mutating func hangLead(_ story: inout Incoming, _ path: String) {
    guard let image = story.image else { return }
    switch find(image.reference, story, path) {
    case .success(let place?): story.image?.reference = place
    case .success(nil):
      story.image = nil
      story.further.append(("was-image", Self.value(image)))
      story.notes.append(
        Remark(
          "the picture that leads, `\(image.reference.prefix(120))`, is on another site; --fetch takes it in"
        ))
    case .failure(let why):
      story.image = nil
      story.further.append(("was-image", Self.value(image)))
      story.notes.append(
        Remark(
          "the picture that leads, `\(image.reference.prefix(120))`, is left out: \(why.reason)"))
    }
  }

  private static func value(_ image: Incoming.Image) -> Value {
    Value([
      "file": image.reference, "caption": image.caption, "credit": image.credit, "alt": image.alt,
    ])
  }

  /// Its path under media/; nil for one that stays on another site.
  private mutating func find(
    _ reference: String, _ story: Incoming, _ path: String
  ) -> Result<String?, Intake.Unfetched> {
    var address = reference.trimmed
    if let own = sites.path(of: address) {
      // What the folder lacks, the old site may still have.
      let plain = String(own.prefix { $0 != "?" && $0 != "#" })
      if locate(plain, story) ?? locate(plain.removingPercent, story) != nil { address = own }
    }
    let isElsewhere = address.contains("://") || address.hasPrefix("//")
    if isElsewhere, fetch == nil { return .success(nil) }
    let found = isElsewhere ? fetched(address) : taken(address, story)
    return found.map { found in
      let parts = path.split(separator: "/")
      let name = stem(
        of: address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last.map(String.init)
          ?? "")
      let said = String(Slug.words(name.removingPercent).prefix(60))
      let words = said.isEmpty ? "picture" : said
      let clean = words.hasSuffix("-") ? String(words.dropLast()) : words
      let place = "media/\(parts[1])/\(parts[2])/\(clean)-\(found.mark).\(found.kind.ending)"
      pictures[place] = found.origin
      return place
    }
  }

  private mutating func taken(
    _ address: String, _ story: Incoming
  ) -> Result<Found, Intake.Unfetched> {
    let plain = String(address.prefix { $0 != "?" && $0 != "#" })
    guard let file = locate(plain, story) ?? locate(plain.removingPercent, story) else {
      return .failure(Intake.Unfetched("it is not in the folder"))
    }
    if let known = seen[file] { return known }
    let result: Result<Found, Intake.Unfetched>
    do throws(Unreadable) {
      result = found(try tree.read(file, limit: Self.mostBytes), .file(file))
    } catch {
      result = .failure(Intake.Unfetched(error.problem))
    }
    seen[file] = result
    return result
  }

  private mutating func fetched(_ address: String) -> Result<Found, Intake.Unfetched> {
    if let known = seen[address] { return known }
    let result: Result<Found, Intake.Unfetched> =
      switch fetch?(address) {
      case .success(let bytes)?: found(bytes, .bytes(bytes))
      case .failure(let why)?: .failure(why)
      case nil: .failure(Intake.Unfetched("it is on another site"))
      }
    seen[address] = result
    return result
  }

  private func found(
    _ bytes: [UInt8], _ origin: Intake.Origin
  ) -> Result<Found, Intake.Unfetched> {
    guard let kind = PictureType(bytes) else {
      return .failure(
        Intake.Unfetched(
          "it is no \(prose(PictureType.allCases.map(\.ending), "or")), whatever its name says"))
    }
    if let flaw = flaw(bytes, kind) { return .failure(Intake.Unfetched(flaw)) }
    return .success(Found(mark: Identity.mark(of: bytes), kind: kind, origin: origin))
  }

  /// A file of the tree by what a story calls it: beside the story, below one of the roots, or the one whose
  /// path ends so.
  private func locate(_ address: String, _ story: Incoming) -> String? {
    var tries: [String] = []
    if !address.hasPrefix("/") {
      tries.append(Folders.resolved(address, from: folder(of: story.source)))
    }
    for root in batch.roots {
      let top = address.hasPrefix("/") ? String(address.dropFirst()) : address
      tries.append(root.isEmpty ? top : root + "/" + top)
    }
    for path in tries {
      let plain = Folders.resolved(path, from: "")
      if tree.has(plain) { return plain }
    }
    // Below a folder that only the site's own tools know, `apps/site/public`: the one whose path ends so.
    let top = Folders.resolved(address, from: "").lowercased()
    guard let name = top.split(separator: "/").last, let named = byName[String(name)] else {
      return nil
    }
    if !address.contains("/") { return named.last }
    let found = named.filter { $0.lowercased().hasSuffix("/" + top) }
    return found.count == 1 && top.contains("/") ? found.first : nil
  }
}
