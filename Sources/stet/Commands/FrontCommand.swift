import ArgumentParser
import Editorial
import Newsroom

struct FrontCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "front", _superCommandName: "stet", abstract: "What leads the front page.",
    discussion: """
      The first story leads, the others follow in their order, and all that are not named follow by \
      time. The front page is `home`; each section has its own.

      EXAMPLES
        stet front
        stet front lead ferry-strike
        stet front set home ferry-strike tolls
        stet front drop harbour tolls
      """)
  @Argument(help: "show, set, add, drop or lead, then the front, then stories.")
  var words: [String] = []
  @Option(
    name: .shortAndLong, help: ArgumentHelp("A note to the desk.", valueName: "note"))
  var message: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var rest = words
    var act = FrontAct.show
    if let first = rest.first {
      if let named = FrontAct(rawValue: first) {
        act = named
        rest.removeFirst()
      } else if rest.count > 1 {
        let all = FrontAct.allCases.map(\.rawValue)
        throw Failure(
          .usage, "a front is not \(first)",
          hint: all.nearest(to: first).map { "did you mean \($0)?" }
            ?? "stet front \(prose(all, "or"))")
      }
    }
    let fronts = ["home"] + newsroom.desk.policy.house.sections.map(\.id)
    var name = "home"
    if let first = rest.first, fronts.contains(first) {
      name = first
      rest.removeFirst()
    } else if act == .show, let first = rest.first {
      throw Failure(
        .notFound, "there is no front called \(first)",
        hint: fronts.nearest(to: first).map { "did you mean \($0)?" }
          ?? "there are \(prose(fronts))")
    }
    if rest.count > 1, (try? newsroom.find(rest[0])) == nil {
      throw Failure(
        .notFound, "there is neither a front nor a story called \(rest[0])",
        hint: fronts.nearest(to: rest[0]).map { "did you mean \($0)?" }
          ?? "the fronts are \(prose(fronts))")
    }
    var stories: [Found] = []
    for story in rest { stories.append(try newsroom.find(story)) }
    if act != .show, act != .set, stories.isEmpty {
      throw Failure(
        .usage, "\(act.rawValue) which story?", hint: "stet front \(act.rawValue) \(name) STORY")
    }
    let front =
      act == .show
      ? try newsroom.front(name)
      : try newsroom.changeFront(name, act, stories, note: message ?? "")
    return answer(name, front, newsroom, screen)
  }

  private func answer(
    _ name: String, _ stories: [Found], _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> Answer {
    var answer = Answer()
    answer.json = .object([
      ("front", .string(name)), ("stories", .array(stories.map { JSON.story($0, newsroom) })),
    ])
    guard !stories.isEmpty else {
      answer.lines = ["Nothing is set on \(name): its stories follow by time."]
      return answer
    }
    let width = stories.map(\.slug.count).max() ?? 0
    for (index, story) in stories.enumerated() {
      let place = index == 0 ? "lead" : screen.padded(left: String(index + 1), to: 4)
      let note = story.entry.publication == .live ? "" : "  (readers don't have it)"
      answer.lines.append(
        "\(place)  \(screen.padded(story.slug, to: width))  \(story.headline)\(note)")
    }
    return answer
  }
}
