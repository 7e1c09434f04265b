import Editorial
import Newsroom

/// A move that takes something from readers, and the outlets that must lose it.
enum Withdrawing {
  static func answer(
    _ transition: String, _ move: MoveOptions, later: Bool, _ newsroom: inout Newsroom,
    _ screen: Screen, _ prepare: (inout MoveRequest) -> Void = { _ in }
  ) async throws -> Answer {
    let (moved, _) = try await Mover.moved(transition, move, &newsroom, screen, prepare)
    return try MoveScreen.answer(moved, dryRun: newsroom.circumstances.isDry, newsroom, screen)
  }
}
