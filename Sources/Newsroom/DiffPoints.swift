import Editorial
import Git

/// The states of a story that a name can mean.
extension Newsroom {
  /// The story as it stands here, with what is unsaved.
  func present(_ found: Found) throws(Failure) -> DiffReport.Point {
    // What is broken is compared as the record last had it.
    guard desk.broken[found.entry.path] == nil else {
      return DiffReport.Point(
        label: "the last good words", at: circumstances.now, story: try story(found.entry),
        commit: desk.head)
    }
    let open = try draftable(found.entry.id)
    let story = Story(try parsed(open.bytes, found))
    return DiffReport.Point(
      label: open.hasUnsaved ? "now, with unsaved words" : "now",
      at: open.hasUnsaved ? nil : circumstances.now, story: story, commit: desk.head)
  }

  /// What I read, edited or moved last; where I never did, the words before the last change.
  func myLast(_ found: Found, _ lines: [LogEntry]) throws(Failure) -> DiffReport.Point {
    let me = personIfKnown()?.handle.description
    if let line = lines.first(where: { $0.by == me && $0.kind != .broken }),
      let point = try point(after: line, found, as: "your \(name(line)) at")
    {
      return point
    }
    let change = lines.first { $0.kind == .edit || $0.kind == .create }
    if let change, let before = try parent(of: change.commit),
      let story = try file(found.entry.path, at: before)
    {
      let by = desk.policy.name(of: change.by)
      return DiffReport.Point(
        label: "before \(by)'s \(name(change)) at \(when(change.at))", at: change.at,
        story: story, commit: older(than: change, lines)?.commit)
    }
    guard let first = lines.last, let point = try point(after: first, found, as: "its beginning,")
    else { throw Failure(.notFound, "\(found.slug) has no earlier words") }
    return point
  }

  private func older(than line: LogEntry, _ lines: [LogEntry]) -> LogEntry? {
    guard let place = lines.firstIndex(where: { $0.commit == line.commit }) else { return nil }
    return lines[(place + 1)...].first
  }

  private func name(_ line: LogEntry) -> String {
    switch line.kind {
    case .transition: line.transition ?? "move"
    case .create: "new"
    default: line.kind.rawValue
    }
  }

  private func point(
    after line: LogEntry, _ found: Found, as label: String
  ) throws(Failure) -> DiffReport.Point? {
    guard let story = try file(found.entry.path, at: line.commit) else { return nil }
    return DiffReport.Point(
      label: "\(label) \(when(line.at))", at: line.at, story: story, commit: line.commit)
  }

  /// The version that lies under a fix.
  func aside(of found: Found) throws(Failure) -> DiffReport.Point {
    guard let aside = found.entry.aside.last else {
      throw nothing("nothing of \(found.slug) is set aside", "stet diff \(found.slug) live")
    }
    let kind = aside.kind?.rawValue ?? "version"
    return DiffReport.Point(
      label: "the \(kind) set aside in \(aside.stage)", at: nil,
      story: try story(named: aside.blob), commit: nil)
  }

  /// The version that the open one began from.
  private func base(
    of found: Found, _ lines: [LogEntry]
  ) throws(Failure) -> DiffReport.Point {
    guard desk.hasOpenVersion(found.entry) else {
      throw nothing(
        "no version of \(found.slug) is open",
        found.entry.versions.isEmpty ? "it was never published: stet diff \(found.slug) new" : nil)
    }
    let start = opening(in: lines[...]).flatMap { opening in
      lines.firstIndex { $0.commit == opening.commit }
    }
    let before = Set(lines[(start ?? 0)...].map(\.commit))
    let versions = found.entry.versions
    guard let base = versions.last(where: { before.contains($0.commit) }) ?? versions.last else {
      throw nothing("\(found.slug) was never published")
    }
    return try point(of: base, as: "version \(base.number), which this one began from,")
  }

  /// A state by its name: `vN`, `live`, `base`, `aside`, an edition, a move, a time, or a line of the
  /// record.
  func point(
    _ text: String, _ found: Found, _ lines: [LogEntry]
  ) throws(Failure) -> DiffReport.Point {
    let versions = found.entry.versions
    if text == "live" {
      guard let last = versions.last else { throw nothing("\(found.slug) was never published") }
      let isLive = found.entry.publication == .live
      return try point(
        of: last,
        as: isLive ? "live, version \(last.number)," : "what readers had, version \(last.number),")
    }
    if text == "now" { return try present(found) }
    if text == "base" { return try base(of: found, lines) }
    if text == "aside" { return try aside(of: found) }
    if text.first == "v", let number = Int(text.dropFirst()) {
      guard let version = versions.first(where: { $0.number == number }) else {
        throw nothing(
          "\(found.slug) has no version \(number)",
          versions.isEmpty ? "it was never published" : "its last is v\(versions.count)")
      }
      return try point(of: version, as: "version \(number),")
    }
    if let edition = try releases().first(where: { $0.tag == text }) {
      guard let number = try version(of: found.entry, in: edition),
        let version = versions.first(where: { $0.number == number })
      else { throw nothing("\(found.slug) is not in \(text)") }
      return try point(of: version, as: "\(text), version \(number),")
    }
    if let line = lines.first(where: {
      $0.transition == text || text == "new" && $0.kind == .create
    }),
      let point = try point(after: line, found, as: "\(text) at")
    {
      return point
    }
    if let moment = moment(past: text, atEnd: true) {
      guard let line = lines.first(where: { $0.at <= moment }),
        let story = try file(found.entry.path, at: line.commit)
      else { throw nothing("\(found.slug) was not there yet at \(text)") }
      return DiffReport.Point(
        label: when(moment), at: moment, story: story, commit: line.commit)
    }
    if text.utf8.count >= 7, let line = lines.first(where: { $0.commit.hasPrefix(text) }),
      let point = try point(after: line, found, as: "\(name(line)) at")
    {
      return point
    }
    let moves = Set(lines.compactMap(\.transition)).sorted()
    throw nothing(
      "\(found.slug) has no state called \(text)",
      moves.nearest(to: text).map { "did you mean \($0)?" }
        ?? "a time as 11:02, v1, live, base, an edition"
        + (moves.isEmpty ? "" : ", or \(prose(moves, "or"))"))
  }

  private func nothing(_ problem: String, _ hint: String? = nil) -> Failure {
    Failure(.notFound, problem, hint: hint)
  }

  private func point(
    of version: Entry.Version, as label: String
  ) throws(Failure) -> DiffReport.Point {
    let bytes = try blob(version.blob)
    do throws(Fault) {
      return DiffReport.Point(
        label: "\(label) \(when(version.at))", at: version.at, story: try Story(bytes),
        commit: version.commit)
    } catch {
      throw Failure(error)
    }
  }
}
