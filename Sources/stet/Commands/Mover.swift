import ArgumentParser
import Catalog
import Editorial
import Newsroom

/// What every move of a workflow does on the command line.
enum Mover {
  static func configuration(
    _ name: String, _ abstract: String, _ discussion: String
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, _superCommandName: "stet", abstract: abstract, discussion: discussion)
  }

  static func answer(
    _ transition: String, _ options: MoveOptions, _ newsroom: inout Newsroom, _ screen: Screen,
    _ prepare: (inout MoveRequest) -> Void = { _ in }
  ) async throws -> Answer {
    let (moved, sending) = try await moved(transition, options, &newsroom, screen, prepare)
    if let sending { return try await sending.answer(after: moved, &newsroom, screen) }
    return try MoveScreen.answer(moved, dryRun: newsroom.circumstances.isDry, newsroom, screen)
  }

  /// Moves the stories; `prepare` completes what is asked for.
  static func moved(
    _ transition: String, _ options: MoveOptions, _ newsroom: inout Newsroom, _ screen: Screen,
    _ prepare: (inout MoveRequest) -> Void = { _ in }
  ) async throws -> (moved: [Moved], sending: Sending?) {
    let stories = try chosen(transition, options.stories, newsroom, screen)
    var request = MoveRequest(transition, stories.map(\.entry.id))
    (request.note, request.target) = (try options.note(), options.to)
    (request.notice, request.overrides) = (options.notice, options.override)
    prepare(&request)
    let sending = try Sending.prepare(transition, stories, options.sending, newsroom, screen)
    try await askForWhatIsMissing(&request, stories, newsroom, screen)
    return (try newsroom.move(request), sending)
  }

  /// Publishes each story that is ready, and says of the rest why it is not.
  static func publishReady(
    _ options: MoveOptions, _ newsroom: inout Newsroom, _ screen: Screen
  ) async throws -> Answer {
    let person = try newsroom.person()
    var ready: [Found] = []
    var held: [String] = []
    for story in try newsroom.list(Filter()) {
      guard let reasons = try newsroom.reasons(against: "publish", story, by: person) else {
        continue
      }
      if reasons.isEmpty {
        ready.append(story)
      } else {
        held += reasons.map { "\(story.slug): \($0.message)" }
      }
    }
    guard !ready.isEmpty else {
      var answer = Answer(["Nothing is ready to publish."], json: .array([]))
      answer.lines += screen.reasons(held).split(separator: "\n").map(String.init)
      return answer
    }
    var request = MoveRequest("publish", ready.map(\.entry.id))
    request.note = try options.note()
    let sending = try Sending.prepare("publish", ready, options.sending, newsroom, screen)
    let moved = try newsroom.move(request)
    var answer =
      if let sending {
        try await sending.answer(after: moved, &newsroom, screen)
      } else {
        try MoveScreen.answer(moved, dryRun: newsroom.circumstances.isDry, newsroom, screen)
      }
    if !held.isEmpty {
      answer.lines.append("Not ready:")
      answer.lines += screen.reasons(held).split(separator: "\n").map(String.init)
    }
    return answer
  }

  /// The stories named, or on a terminal the ones picked from those that could be moved now.
  private static func chosen(
    _ transition: String, _ names: [String], _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> [Found] {
    guard names.isEmpty else {
      var stories: [Found] = []
      for name in names {
        let found = try newsroom.find(name)
        if ["publish", "retract", "pull", "add", "refile"].contains(transition), !found.exact {
          try confirm(found, name, screen)
        }
        if !stories.contains(where: { $0.entry.id == found.entry.id }) { stories.append(found) }
      }
      return stories
    }
    let person = try newsroom.person()
    var movable: [Found] = []
    for story in try newsroom.list(Filter()) where movable.count < 20 {
      if let reasons = try newsroom.reasons(against: transition, story, by: person),
        reasons.allSatisfy(\.isAskedFor)
      {
        movable.append(story)
      }
    }
    guard screen.canAsk, !movable.isEmpty else {
      throw Failure(
        .usage, "\(transition) which story?",
        hint: movable.isEmpty
          ? "none could be moved so now; stet list shows what there is"
          : "you could name \(prose(movable.prefix(6).map(\.slug), "or"))")
    }
    return [try Prompt.choose("\(transition) which story?", movable, screen)]
  }

  /// A publication of a story that was not named in full is asked about.
  private static func confirm(_ found: Found, _ name: String, _ screen: Screen) throws {
    if screen.canAsk, Prompt.yes("\(found.slug), \(found.headline)?", screen) { return }
    throw Failure(
      .notFound, "\(name) is not the whole name of a story",
      hint: "did you mean \(found.slug) (\(found.headline))?")
  }

  /// A note or a notice that the move demands: the editor opens on a terminal.
  private static func askForWhatIsMissing(
    _ request: inout MoveRequest, _ stories: [Found], _ newsroom: borrowing Newsroom,
    _ screen: Screen
  ) async throws {
    guard screen.canAsk, let first = stories.first else { return }
    guard let transition = newsroom.desk.transition(request.transition, of: first.entry) else {
      return
    }
    if transition.noteRequired, request.note.isEmpty {
      request.note = try await Editor.note(
        "Why \(request.transition) \(first.slug)?", try newsroom.queries(of: first), screen)
    }
    if transition.noticeRequired, (request.notice ?? "").isEmpty {
      request.notice = try await Editor.note(
        "What are readers of \(first.slug) told?", [], screen)
    }
  }
}

/// What a move says.
enum MoveScreen {
  static func answer(
    _ moved: [Moved], dryRun: Bool, _ newsroom: borrowing Newsroom, _ screen: Screen,
    isSent: Bool = false
  ) throws -> Answer {
    var answer = Answer()
    let publishes = moved.contains(where: \.publishes)
    let readers = publishes ? try newsroom.reach() : nil
    answer.json = .array(moved.map { json($0, $0.publishes ? readers : nil) })
    for one in moved { answer.lines += lines(one, dryRun, newsroom, screen) }
    if !dryRun, !isSent, let readers { answer.lines.append(readers.line) }
    if !dryRun, !isSent, let hint = try moved.last.flatMap({ try hint($0, readers, newsroom) }) {
      answer.hints = [hint]
    }
    return answer
  }

  static func json(_ moved: Moved, _ readers: Reach?) -> JSON {
    .object([
      ("id", .string(moved.found.entry.id.description)), ("slug", .string(moved.found.slug)),
      ("transition", .string(moved.transition)), ("from", .string(moved.from)),
      ("to", .string(moved.to)), ("by", .string(moved.by.description)),
      ("enteredBy", JSON(moved.enteredBy)), ("at", .string(moved.at.description)),
      ("commit", .string(moved.commit)), ("version", .int(moved.version)),
      ("override", .array([])), ("readers", JSON.readers(readers)),
    ])
  }

  private static func lines(
    _ moved: Moved, _ dryRun: Bool, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> [String] {
    let found = moved.found
    let policy = newsroom.desk.policy
    let verb = dryRun ? "Would \(moved.transition)" : past(moved.transition)
    let way = moved.from == moved.to ? "in \(moved.to)" : "\(moved.from) → \(moved.to)"
    var line = "\(verb) \(found.slug)"
    if moved.publishes { line += ", version \(moved.version)" }
    line += ": \(way)"
    let saved = moved.saved.map { " (saved first: +\($0.added) -\($0.removed))" } ?? ""
    switch moved.transition {
    case "approve":
      line +=
        ". \(found.wordCount == 1 ? "This 1 word, and no other" : "These \(found.wordCount) words, and no others")."
    case "reject":
      let queries = found.queries.count
      line += moved.to == "draft" ? ", to \(policy.name(of: found.entry.maker.description))" : ""
      line +=
        ", with note"
        + (queries == 0 ? "" : " and \(count(queries, "query", "queries"))") + saved + "."
    case "submit":
      line += ", \(count(found.wordCount, "word"))"
      line += saved + "."
    default: line += saved + "."
    }
    if let entered = moved.enteredBy {
      line =
        line.dropLast()
        + ", as \(policy.name(of: moved.by.description)), entered by \(policy.name(of: entered))."
    }
    var lines = [line]
    if moved.publishes {
      let names = newsroom.attribution(of: found)
      let credit = names.credit.map { $0.hasPrefix("• ") ? String($0.dropFirst(2)) : $0 }
      let parts = [names.byline, credit].compactMap { $0 }
      if !parts.isEmpty { lines.append("Names: \(parts.joined(separator: " · "))") }
    }
    if let notice = moved.notice, !notice.isEmpty {
      lines.append("Readers see: \"\(notice)\"")
      if !moved.note.isEmpty { lines.append("Desk only:   \"\(moved.note)\"") }
    }
    switch moved.transition {
    case "submit":
      let desk = policy.people(with: .editor).filter { $0.handle != found.entry.maker }.map(\.name)
      if !desk.isEmpty {
        lines.append(
          "The desk has it since \(screen.time(moved.at)); \(prose(desk, "or")) takes it from here."
        )
      }
    case "update", "correct", "clarify":
      lines.append("Readers keep version \(found.entry.version) until the new one is published.")
    default: break
    }
    return lines
  }

  private static func past(_ transition: String) -> String {
    switch transition {
    case "reject": "Sent back"
    case "recall": "Took back"
    case "stand": "Let stand"
    case "correct": "Opened a correction of"
    case "clarify": "Opened a clarification of"
    case "update": "Opened an update of"
    default: Tense.past(transition).prefix(1).uppercased() + Tense.past(transition).dropFirst()
    }
  }

  private static func hint(
    _ moved: Moved, _ readers: Reach?, _ newsroom: borrowing Newsroom
  ) throws -> String? {
    let slug = moved.found.slug
    switch moved.transition {
    case "submit": return "stet recall \(slug)   takes it back while nobody has changed it"
    case "approve":
      let who = try newsroom.ways(to: "publish", moved.found).first?.steps.last?.who ?? []
      let names = prose(who.map { newsroom.desk.policy.name(of: $0.description) }, "or")
      return names.isEmpty
        ? "stet why \(slug)   what it needs to be published"
        : "\(names) can publish it; a changed word voids this"
    case "reject": return "it tops their stet status"
    case "publish":
      return ReleaseScreen.hint(
        for: moved.by, newsroom.desk.policy, readers?.outlets ?? [], pending: readers?.pending ?? 0)
    case "update", "correct", "clarify":
      let open = newsroom.desk.openMoves(of: moved.found.entry)
      let next = ["submit", "approve", "publish"].first(where: open.contains) ?? "why"
      return "stet edit \(slug)   then stet \(next) \(slug)"
    case "spike": return "stet revive \(slug)   brings it back"
    default: return nil
    }
  }
}
