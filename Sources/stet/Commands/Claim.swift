import ArgumentParser
import Editorial
import Newsroom

struct Claim: Command {
  static let configuration = Mover.configuration(
    "claim", "Say that you are at a story.",
    """
    Others are told, and not stopped. It ends after four hours, or by stet unclaim; stet edit claims \
    while the editor is open.

    EXAMPLES
      stet claim tolls
    """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "claim", newsroom, screen)
    let (line, before) = try newsroom.claim(found.entry.id)
    let now = try newsroom.found(found.entry.id) ?? found
    guard let claim = now.entry.claim, line != nil || !options.dryRun else {
      return Answer(["Would claim \(found.slug)."], json: .story(now, newsroom))
    }
    var answer = Answer(json: .story(now, newsroom))
    answer.lines = [
      line == nil
        ? "You have \(found.slug) already, until \(screen.time(claim.end))."
        : "You have \(found.slug) until \(screen.time(claim.end))\(newsroom.signature())."
    ]
    if let before {
      answer.lines.append("\(newsroom.desk.policy.name(of: before.description)) had it before.")
    }
    if line != nil { answer.hints = ["stet unclaim \(found.slug)   when you are done"] }
    return answer
  }
}

struct Unclaim: Command {
  static let configuration = Mover.configuration(
    "unclaim", "Say that nobody is at a story any more.",
    """
    EXAMPLES
      stet unclaim tolls
    """)
  @Argument(
    help: "The story.", completion: .custom { _, _, _ in Completions.stories() })
  var story: String?
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let found = try Chosen.story(story, for: "unclaim", newsroom, screen)
    let before = found.entry.claimant(at: screen.now)
    let line = try newsroom.unclaim(found.entry.id)
    let now = try newsroom.found(found.entry.id) ?? found
    var text = line == nil ? "Nobody had \(found.slug)." : "Nobody has \(found.slug) now."
    if line != nil, let before, before != newsroom.personIfKnown()?.handle {
      text += " It was \(newsroom.desk.policy.name(of: before.description))'s."
    }
    return Answer([text], json: .story(now, newsroom))
  }
}
