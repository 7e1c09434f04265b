import Editorial
import Newsroom

/// A move that takes something from readers, and the outlets that lose it at once.
enum Withdrawing {
  static func answer(
    _ transition: String, _ move: MoveOptions, later: Bool, _ newsroom: inout Newsroom,
    _ screen: Screen, _ prepare: (inout MoveRequest) -> Void = { _ in }
  ) async throws -> Answer {
    let (moved, _) = try await Mover.moved(transition, move, &newsroom, screen, prepare)
    let isDry = newsroom.circumstances.isDry
    var answer = try MoveScreen.answer(moved, dryRun: isDry, newsroom, screen)
    guard moved.contains(where: \.withdraws), !isDry else { return answer }
    guard !later else {
      answer.lines.append("The outlets still have it; the next export takes it down.")
      return answer
    }
    let outcomes = await newsroom.withdrawFromOutlets()
    guard !outcomes.isEmpty else {
      answer.lines.append(
        newsroom.outlets().contains { $0.out != nil }
          ? "The outlets of this machine show nothing yet."
          : "No outlet is set up on this machine: what was exported before has it until the next export."
      )
      return answer
    }
    let (lines, status) = OutletScreen.withdrawal(outcomes, screen)
    (answer.lines, answer.status) = (answer.lines + lines, status)
    if status != .done { answer.hints.insert("stet export --outlets   tries again", at: 0) }
    let reach = try newsroom.reach()
    let shown = reach.outlets.compactMap(\.release)
    if let release = shown.first {
      let waits =
        reach.pending == 0 ? "" : "; \(count(reach.pending, "change waits", "changes wait"))"
      answer.lines.append("Nothing else went out: still \(release), without it\(waits).")
    }
    if moved.contains(where: { $0.transition == "retract" }) {
      answer.lines.append("What others copied, cached or mailed is beyond stet.")
    }
    return answer
  }
}
