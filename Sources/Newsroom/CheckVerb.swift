internal import Catalog
public import Editorial
import Export
import Git

/// What the rules find in one story.
public struct Checked: Sendable {
  public var found: Found
  public var findings: [Finding]
}

extension Newsroom {
  /// Checks stories as they stand in the work tree; without names, all that are at work.
  ///
  /// With `links`, other sites are asked whether they answer.
  public func check(_ stories: [Found]?, links: Bool) async throws(Failure) -> [Checked] {
    warnOfStyle()
    for path in try changedFiles() where path.hasPrefix("style/") || path == "stet.yml" {
      circumstances.say(
        "hint: \(path) has unsaved changes, which this check does not know: stet save \(path)")
    }
    let chosen = if let stories { stories } else { try atWork() }
    var checked: [Checked] = []
    var read: [(place: Int, story: Story, sheet: Sheet)] = []
    for found in chosen {
      let bytes = try draftable(found.entry.id).bytes
      let story: Story
      do throws(Fault) { story = try Story(bytes) } catch {
        checked.append(
          Checked(
            found: found,
            findings: [
              Finding(
                rule: "format", severity: .error, message: error.message, line: error.line,
                column: error.column ?? 1)
            ]))
        continue
      }
      let sheet = Sheet(story, desk.policy, workflow: found.entry.workflow)
      read.append((checked.count, story, sheet))
      checked.append(Checked(found: found, findings: try managedFindings(story.file, found)))
    }
    let sheets = read.map(\.sheet)
    var outside: [Rule: [[Finding]]] = [
      .spelling: try await Speller(self).findings(sheets),
      .anchors: try sheets.map { sheet throws(Failure) in try anchorFindings(sheet) },
      .pictureFiles: try sheets.map { sheet throws(Failure) in try pictureFindings(sheet) },
      .knownTags: try tagFindings(sheets),
    ]
    if links { outside[.externalLinks] = try await LinkProbe.findings(sheets) }
    for (number, one) in read.enumerated() {
      checked[one.place].findings += try reading { () throws(Damage) in
        try desk.check(one.story, checked[one.place].found.entry) { rule, _ in
          outside[rule]?[number] ?? []
        }
      }
    }
    return checked
  }

  /// A managed field that was changed by hand, which a save would refuse.
  private func managedFindings(_ file: FrontMatter, _ found: Found) throws(Failure) -> [Finding] {
    guard let key = try changedManaged(in: file, found) else { return [] }
    return [
      Finding(
        rule: "managed", severity: .error,
        message: "\(Self.byHand(key)): \(FieldName.command(for: key))",
        line: file.fields.first { $0.key == key }?.line ?? 1)
    ]
  }

  /// What house style says that stet doesn't know.
  func warnOfStyle() {
    for file in desk.policy.styles.values.sorted(by: { $0.path < $1.path }) {
      for warning in file.warnings { circumstances.say("warning: \(warning.problem)") }
    }
  }

  /// The stories that somebody works on: neither published nor parked.
  func atWork() throws(Failure) -> [Found] {
    let published = Set(desk.policy.workflows.values.map { "\($0.name)/\($0.published)" })
    var request = ListRequest()
    request.sort = "stage"
    return try list(request).stories.filter {
      !published.contains("\($0.entry.workflow)/\($0.entry.stage)")
        && desk.broken[$0.entry.path] == nil
    }
  }

  // MARK: What the record holds, and no rule of the Judge may ask

  private func anchorFindings(_ sheet: Sheet) throws(Failure) -> [Finding] {
    var findings: [Finding] = []
    for link in try reading({ () throws(Damage) in try desk.farAnchors(of: sheet) }) {
      guard let version = link.entry.versions.last,
        let story = try? Story(try blob(version.blob))
      else { continue }
      let anchors = story.anchors
      guard !anchors.contains(link.fragment) else { continue }
      let near = anchors.nearest(to: link.fragment).map { "; did you mean #\($0)?" } ?? ""
      findings.append(
        sheet.finding(
          "\(link.entry.slug) has no subhead #\(link.fragment)\(near)", of: .anchors,
          at: link.offset))
    }
    return findings
  }

  private func pictureFindings(_ sheet: Sheet) throws(Failure) -> [Finding] {
    var findings: [Finding] = []
    for picture in sheet.pictures {
      let path = picture.address
      guard let id = try reading({ () throws(Damage) in try desk.memory.picture(path) }),
        let object = ObjectID(hex: id)
      else { continue }
      let bytes = try git { () throws(GitError) in try repository.blob(object, limit: 64 << 20) }
      guard let message = fault(of: bytes, path) else { continue }
      findings.append(sheet.finding(message, of: .pictureFiles, at: picture.offset))
    }
    return findings
  }

  /// Why a picture could not go out, if it could not.
  private func fault(of bytes: [UInt8], _ path: String) -> String? {
    do throws(PictureFault) { _ = try PictureFile(bytes, path: path) } catch {
      guard error.reason == .otherKind else { return error.problem }
      return PictureType(bytes).map { "\(path) holds \($0.ending), not what its name says" }
        ?? "\(path) is no picture that a page can show"
    }
    return nil
  }

  private func tagFindings(_ sheets: [Sheet]) throws(Failure) -> [[Finding]] {
    guard sheets.contains(where: { !$0.story.tags.isEmpty }) else { return sheets.map { _ in [] } }
    let counts = try reading { () throws(Damage) in try catalog?.tagCounts() ?? [:] }
    return sheets.map { $0.tagFindings(beside: counts) }
  }
}
