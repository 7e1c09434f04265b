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
    let stories = try chosen(transition, options, newsroom, screen)
    try refuseNotice(transition, options, stories, newsroom)
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
    _ transition: String, _ options: MoveOptions, _ newsroom: borrowing Newsroom,
    _ screen: Screen
  ) throws -> [Found] {
    let names = options.stories
    guard names.isEmpty else {
      var stories: [Found] = []
      for name in names {
        let found = try newsroom.find(name)
        if ["publish", "retract", "pull", "add", "refile"].contains(transition)
          || options.sending.now
        {
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

  /// What no reader would see is not taken as if they would.
  private static func refuseNotice(
    _ transition: String, _ options: MoveOptions, _ stories: [Found],
    _ newsroom: borrowing Newsroom
  ) throws {
    guard options.notice != nil, transition != "retract" else { return }
    for story in stories {
      let move = newsroom.desk.transition(transition, of: story.entry)
      guard let move, move.kind == nil || move.effect != nil else { continue }
      throw Failure(
        .usage, "readers get no notice with \(transition)",
        hint: "--notice goes with update, correct, clarify and retract; -m is for the desk")
    }
  }

  /// A publication of a story that was not named in full is asked about.
  static func confirm(_ found: Found, _ name: String, _ screen: Screen) throws {
    if found.exact { return }
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
