import ArgumentParser
import Editorial
import Newsroom

/// What a publishing command takes for going all the way to readers.
struct SendingOptions: ParsableArguments {
  @Flag(help: "Release and export at once what is published.") var now = false
  @Flag(help: "With --now: whatever else is published goes out too.") var all = false
}

/// A publication that goes all the way: release and export follow in the same command.
struct Sending {
  /// What the clock published goes all the way with whatever else is published.
  static func due(_ now: Bool, _ newsroom: borrowing Newsroom) throws -> Sending? {
    guard now || newsroom.desk.policy.releasesEach else { return nil }
    try newsroom.refuseUnlessReleasable()
    if now { _ = try newsroom.outletsHere() }
    return Sending()
  }

  /// Cuts the edition of what the clock published and nobody released, and brings outlets up that are
  /// behind; silent where nothing is.
  static func again(
    _ answer: inout Answer, _ newsroom: inout Newsroom, _ screen: Screen
  ) async throws {
    guard !newsroom.circumstances.isDry else { return }
    let newest = try newsroom.releases().first
    let waiting = try newsroom.waitingForRelease(since: newest)
    if waiting > 0, try newsroom.mayCut(publishedAt: newsroom.desk.live),
      let (edition, list) = try newsroom.cut(publishedAt: newsroom.desk.live)
    {
      answer.lines.append("Edition \(edition.tag): \(list.summary).")
    }
    let reach = try newsroom.reach()
    let isBehind = reach.outlets.contains {
      $0.machine == nil && $0.state != nil
        && ($0.release != reach.newest?.tag || $0.state?.result != .done || !$0.still.isEmpty)
    }
    guard isBehind else { return }
    let (lines, hints, status) = try OutletScreen.answer(
      try await newsroom.exportToOutlets(), newsroom, screen)
    answer.lines += lines
    answer.hints += hints
    if answer.status == .done { answer.status = status }
  }

  /// Sees to it that a publication can go all the way, before anything is published; nil where it is
  /// not to.
  ///
  /// What else is published and would go out with it is listed and asked about on a terminal, and
  /// refused without one unless `--all` says so. Call it before the move, and ``answer(after:_:_:)``
  /// behind it.
  static func prepare(
    _ transition: String, _ stories: [Found], _ options: SendingOptions,
    _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> Sending? {
    let policy = newsroom.desk.policy
    let publishes = stories.contains { story in
      newsroom.desk.transition(transition, of: story.entry)?.publishes == true
    }
    guard publishes else {
      guard !options.now, !options.all else {
        throw Failure(
          .usage, "\(transition) publishes nothing, so nothing can be sent out with it",
          hint: "--now is for moves that publish")
      }
      return nil
    }
    guard options.now || policy.releasesEach else {
      guard !options.all else { throw Failure(.usage, "--all goes with --now") }
      return nil
    }
    try newsroom.refuseUnlessReleasable()
    if options.now { _ = try newsroom.outletsHere() }
    let others = try others(than: stories, newsroom)
    if !others.isEmpty, !options.all { try confirm(transition, others, newsroom, screen) }
    return Sending()
  }

  /// What is published, in no edition yet, and not about to be moved.
  private static func others(
    than stories: [Found], _ newsroom: borrowing Newsroom
  ) throws -> [EditionList.Item] {
    let newest = try newsroom.releases().first
    let list = try newsroom.changes(since: newest?.commit, to: newsroom.desk.live)
    let own = Set(stories.map(\.entry.id))
    return EditionList.Group.allCases.flatMap { list[$0] }.filter { !own.contains($0.id) }
  }

  private static func confirm(
    _ transition: String, _ others: [EditionList.Item], _ newsroom: borrowing Newsroom,
    _ screen: Screen
  ) throws {
    let names = others.map { "\($0.slug): \($0.headline.isEmpty ? "Withdrawn" : $0.headline)" }
    let them = others.count == 1 ? "1 other story" : "\(others.count) other stories"
    let without =
      transition == "restore" ? "release without --export" : "\(transition) without --now"
    guard screen.canAsk, !newsroom.circumstances.isDry else {
      throw Failure(
        .refused, "nothing was published: \(them) would go out with it", reasons: names,
        hint: "--all sends out all of it; stet \(without) leaves it for the next release"
      )
    }
    Output.error(screen.safe("\(them) would go out with it:") + "\n" + screen.reasons(names))
    guard Prompt.yes("Send out all of it?", screen) else {
      throw Failure(
        .refused, "nothing was published", hint: "without --now it waits for the next release")
    }
  }

  /// Cuts the edition of what was just moved, brings it to the outlets of this machine, and says so.
  ///
  /// Nothing goes out that was published after the move.
  func answer(
    after moved: [Moved], _ newsroom: inout Newsroom, _ screen: Screen
  ) async throws -> Answer {
    let isDry = newsroom.circumstances.isDry
    var (cut, outcomes): (Cut?, [OutletOutcome]) = (nil, [])
    let hasOutlets = newsroom.outlets().contains { $0.out != nil }
    do {
      cut = try newsroom.cut(publishedAt: newsroom.desk.live)
      if hasOutlets, !isDry { outcomes = try await newsroom.exportToOutlets() }
    } catch {
      let failure = Failure(error)
      throw Failure(
        failure.kind, "it is published, and did not go out: \(failure.problem)",
        reasons: failure.reasons, hint: failure.hint)
    }
    var answer = try MoveScreen.answer(moved, dryRun: isDry, newsroom, screen, isSent: true)
    if let (edition, list) = cut {
      let by = newsroom.desk.policy.name(of: edition.by)
      answer.lines.append(
        "\(isDry ? "Would cut" : "Edition") \(edition.tag): \(list.summary); by \(by).")
      answer.lines += ReleaseScreen.lines(list, screen)
    }
    guard !outcomes.isEmpty else {
      if !isDry, !hasOutlets { answer.hints = ["stet export --out DIR   writes the edition"] }
      return answer
    }
    let (lines, hints, status) = try OutletScreen.answer(outcomes, newsroom, screen)
    answer.lines += lines
    (answer.hints, answer.status) = (hints, status)
    if hints.isEmpty, let previous = cut?.edition.previous {
      answer.hints = ["back out of it with stet release --back-to \(previous) --export"]
    }
    return answer
  }
}
