import Catalog
import Editorial
import Export
import Git
public import Import

/// What is to come in, and how.
public struct ImportRequest: Sendable {
  public var format: ImportFormat
  /// A folder or a file of this machine.
  public var path: String
  /// Whether everything comes in as a draft.
  public var asDrafts: Bool
  /// Whether pictures on other sites are fetched.
  public var fetches: Bool

  public init(_ format: ImportFormat, path: String, asDrafts: Bool, fetches: Bool) {
    (self.format, self.path) = (format, path)
    (self.asDrafts, self.fetches) = (asDrafts, fetches)
  }
}

/// What came in, and what did not.
public struct ImportReport: Sendable {
  public var intake: Intake
  /// The commit of `main` that brought it; nil where nothing was new.
  public var commit: String?

  public var published: Int { intake.items.count { $0.isPublished } }
  public var spiked: Int { intake.items.count { $0.isSpiked } }
  public var drafts: Int { intake.items.count - published - spiked }
}

extension Newsroom {
  /// Takes in stories of another system: one commit for the people and sections that they need, one for
  /// the stories and their pictures, written as one pack.
  ///
  /// What can't come in is named in the report and stops nothing else.
  public mutating func take(in request: ImportRequest) throws(Failure) -> ImportReport {
    let person = try person()
    guard person.roles.contains(.chief), !person.agent else {
      throw Failure(
        .refused, "an import is a chief's, and \(person.name) is none",
        hint: "ask \(prose(desk.policy.people(with: .chief).map(\.name), "or"))")
    }
    let tree: SourceTree
    let batch: Batch
    do throws(Unreadable) {
      tree = try SourceTree(request.path)
      batch = try request.format.read(tree, surroundings)
    } catch {
      throw Failure(.invalid, error.problem, hint: error.hint)
    }
    return try change("import") { newsroom throws(Failure) in
      try newsroom.take(in: batch, tree, request, by: person)
    }
  }

  private var surroundings: Surroundings {
    let zone = zone
    return Surroundings(
      now: circumstances.now, moments: { zone.moments($0, $1) }, clock: { zone.clock($0) },
      clockThere: { Zone.exists($0) ? Zone($0).clock($1) : nil })
  }

  private mutating func take(
    in batch: Batch, _ tree: SourceTree, _ request: ImportRequest, by person: Person
  ) throws(Failure) -> ImportReport {
    let intake = try intake(batch, tree, request, by: person)
    guard !intake.items.isEmpty else { return ImportReport(intake: intake) }
    let gathering: Gathering? =
      circumstances.isDry ? nil : try git { () throws(GitError) in try repository.gather() }
    var chain = try begin()
    let rules = try rules(for: intake)
    if !rules.isEmpty {
      try refuseUnsaved(rules.map(\.path))
      let record = Record(
        subject: "people and sections of \(request.format.name) \(Self.name(of: request))",
        trailers: [])
      try add(Draft(files: rules, record: record), to: &chain, by: person)
    }
    var files: [(path: String, bytes: [UInt8]?)] = intake.items.map { ($0.path, $0.bytes) }
    for (path, origin) in intake.pictures.sorted(by: { $0.key < $1.key }) {
      let known = try reading { () throws(Damage) in try desk.memory.picture(path) }
      if known == nil { files.append((path, try bytes(origin, tree))) }
    }
    let count = intake.items.count
    circumstances.progress("writing", count, count)
    let record = Record(
      subject: "import: \(count) \(count == 1 ? "story" : "stories")",
      trailers: [
        Record.Trailer("Stet-Import", "\(count) \(request.format.name) \(Self.name(of: request))")
      ])
    try add(Draft(files: files, record: record), to: &chain, by: person)
    if let gathering { try git { () throws(GitError) in try repository.pack(gathering) } }
    try finish(chain)
    return ImportReport(intake: intake, commit: circumstances.isDry ? nil : tip.description)
  }

  private func intake(
    _ batch: Batch, _ tree: SourceTree, _ request: ImportRequest, by person: Person
  ) throws(Failure) -> Intake {
    guard let workflow = desk.policy.workflows[desk.policy.defaultWorkflow] else {
      throw Failure(
        .failed, "the newsroom has no workflow in use", hint: "stet workflows add standard")
    }
    let catalog = try lists()
    let memory = desk.memory
    let policy = desk.policy
    let top = onDisk("")
    let reception = Reception(
      policy: desk.policy, maker: person.handle, now: circumstances.now, today: today,
      workflow: workflow, asDrafts: request.asDrafts,
      known: { id throws(Damage) in
        try memory.entry(id).map { entry in
          Reception.Known(
            path: entry.isLive ? entry.livePath ?? entry.path : entry.path, isLive: entry.isLive,
            isDropped: entry.publication == .withdrawn
              || policy.workflows[entry.workflow]?.isParked(entry.stage) ?? false)
        }
      },
      taken: { slug throws(Damage) in try catalog.takenSlugs(like: slug) },
      isOccupied: { path throws(Damage) in
        if try memory.story(at: path) != nil { return true }
        if try memory.holder(ofAddress: path) != nil { return true }
        return top.map { Disk.exists($0 + path) } ?? false
      })
    let tell = circumstances.progress
    let format = request.format.name
    let fetch: Intake.Fetch? = request.fetches ? { Fetching.fetch($0) } : nil
    func progress(_ done: Int, _ all: Int) {
      if done % 100 == 0 { tell("reading \(format)", done, all) }
    }
    do throws(Damage) {
      return try Intake(batch, tree, reception, fetch: fetch, flaw: Self.flaw, progress: progress)
    } catch {
      throw Failure(error)
    }
  }

  /// Why a page can't show a picture, as an export will see it.
  private static func flaw(_ bytes: [UInt8], _ type: PictureType) -> String? {
    // One that was cut off is shown as far as it goes, as its old site did.
    do throws(PictureFault) { _ = try PictureFile(bytes, path: "picture.\(type.ending)") } catch {
      switch error.reason {
      case .otherKind, .damaged: return "it is damaged: it can't be read as a picture"
      case .tooManyPixels(let width, let height):
        return "it says that it has \(width) × \(height) pixels"
      }
    }
    return nil
  }

  /// How the record calls what was imported: the last part of its path, never where it lies.
  private static func name(of request: ImportRequest) -> String {
    let name = request.path.split(separator: "/").last.map(String.init) ?? "folder"
    let plain = name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(plain.prefix(80)))
    return text.isEmpty || text == "." || text == ".." ? "folder" : text
  }

  private func bytes(
    _ origin: Intake.Origin, _ tree: SourceTree
  ) throws(Failure) -> [UInt8] {
    switch origin {
    case .bytes(let bytes): return bytes
    case .file(let path):
      do throws(Unreadable) { return try tree.read(path, limit: PictureToAdd.mostBytes) } catch {
        throw Failure(.failed, error.problem, hint: error.hint)
      }
    }
  }

  func refuseUnsaved(_ paths: [String]) throws(Failure) {
    let unsaved = Set(try changedFiles())
    if let path = paths.first(where: unsaved.contains) {
      throw Failure(.refused, "\(path) has unsaved changes", hint: "stet save \(path)")
    }
  }

  /// The policy files that an import changes: those of new people, and stet.yml for new sections.
  private func rules(
    for intake: Intake
  ) throws(Failure) -> [(path: String, bytes: [UInt8]?)] {
    var files: [(path: String, bytes: [UInt8]?)] = intake.people.map { person in
      ("people/\(person.handle).yml", Array(HouseText.person(person).utf8))
    }
    guard !intake.sections.isEmpty, let id = desk.files["stet.yml"] else { return files }
    let bytes = try blob(id)
    files.append(("stet.yml", try adding(intake.sections, to: bytes)))
    return files
  }

  /// stet.yml with more sections: lines more where they stand a line each, else the list written anew.
  private func adding(_ sections: [Section], to bytes: [UInt8]) throws(Failure) -> [UInt8] {
    let entries = sections.map { Value(["id": $0.id, "label": $0.label]).yaml() }
    var lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let start = lines.firstIndex(where: { $0.hasPrefix("sections:") }),
      lines[start].dropFirst("sections:".count).prefix(while: { $0 != "#" }).allSatisfy(
        \.isWhitespace)
    {
      var last: Int?
      var index = start + 1
      while index < lines.count, lines[index].first.map({ " -#".contains($0) }) ?? true {
        if lines[index].drop(while: { $0 == " " }).hasPrefix("-") { last = index }
        index += 1
      }
      if let last {
        let indent =
          lines[start + 1...last].first { $0.drop { $0 == " " }.hasPrefix("-") }
          .map { $0.prefix { $0 == " " } } ?? "  "
        lines.insert(contentsOf: entries.map { "\(indent)- \($0)" }, at: last + 1)
        return Array(lines.joined(separator: "\n").utf8)
      }
    }
    let all = desk.policy.house.sections + sections
    let list = Value.list(all.map { Value(["id": $0.id, "label": $0.label]) }).yaml()
    let isThere = lines.contains { $0.hasPrefix("sections:") }
    if !isThere { return bytes + Array("sections: \(list)\n".utf8) }
    return try rewrite(bytes, [("sections", list)])
  }
}
