import ArgumentParser
import Editorial
import Newsroom

struct OutletCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "outlet", _superCommandName: "stet",
    abstract: "The places where readers find it: folders, and what they show.",
    discussion: """
      stet.yml names the outlets and their formats. Which folder one is belongs to this machine, and \
      so does the command that takes the folder to readers: it runs in the folder after each export, \
      with STET_OUTLET, STET_OUT and STET_RELEASE set.

      Each machine writes down what its outlets show, under a name of its own (git config stet.machine); \
      give one that is set up anew each time, as in CI, a name that stays.

      EXAMPLES
        stet outlet
        stet outlet web --out /srv/web
        stet outlet web --after 'rsync -a --delete ./ press:/srv/web/'
        stet outlet wire --unset
      """)
  @Argument(
    help: ArgumentHelp("One of them; list, or nothing, for all.", valueName: "outlet"),
    completion: .custom { _, _, _ in Completions.outlets() })
  var name: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Its folder on this machine.", valueName: "dir"),
    completion: .directory)
  var out: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What runs after each export; empty for nothing.", valueName: "command"))
  var after: String?
  @Flag(help: "It has no folder on this machine any more.") var unset = false
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let name, name != "list" else {
      guard out == nil, after == nil, !unset else {
        throw Failure(
          .usage, "the folder of which outlet?",
          hint: "stet outlet \(newsroom.outlets().first?.name ?? "web") --out DIR")
      }
      return try list(newsroom, screen)
    }
    if unset {
      guard out == nil, after == nil else {
        throw Failure(.usage, "--unset takes neither --out nor --after")
      }
      let outlet = try newsroom.displace(name)
      return Answer(
        ["\(name) has no folder on this machine any more; what is in it stays."],
        json: .array([try json(outlet, newsroom)]))
    }
    guard out != nil || after != nil else {
      let outlet = try newsroom.outlet(name)
      return Answer(try lines(outlet, newsroom, screen), json: .array([try json(outlet, newsroom)]))
    }
    let outlet = try newsroom.place(name, at: out, after: after)
    var answer = Answer(
      [
        "\(name) is \(outlet.out ?? "") on this machine (\(outlet.formats.joined(separator: ", ")))."
      ],
      json: .array([try json(outlet, newsroom)]))
    if let after = outlet.after { answer.lines.append("After each export: \(after)") }
    if let newest = try newsroom.releases().first {
      answer.hints = ["stet export --outlets   brings it up to \(newest.tag)"]
    }
    return answer
  }

  private func list(_ newsroom: borrowing Newsroom, _ screen: Screen) throws -> Answer {
    var answer = Answer()
    var documents: [JSON] = []
    let outlets = newsroom.outlets()
    for outlet in outlets {
      answer.lines += try lines(outlet, newsroom, screen)
      documents.append(try json(outlet, newsroom))
    }
    answer.json = .array(documents)
    if outlets.isEmpty {
      answer.lines = ["stet.yml names no outlets."]
      answer.hints = ["a chief adds them, as outlets: {web: [site, rss]}, and stet save stet.yml"]
    } else if let without = outlets.first(where: { $0.out == nil }),
      outlets.allSatisfy({ $0.out == nil })
    {
      answer.hints = ["stet outlet \(without.name) --out DIR   names its folder on this machine"]
    }
    return answer
  }

  private func lines(
    _ outlet: Outlet, _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> [String] {
    let all = newsroom.outlets()
    let width = all.map(\.name.count).max() ?? 0
    let margin = String(repeating: " ", count: width + 2)
    let column = all.map { $0.formats.joined(separator: ", ").count }.max() ?? 0
    let formats = screen.padded(outlet.formats.joined(separator: ", "), to: min(column, 30))
    let place = outlet.out ?? "no folder on this machine"
    var lines = ["\(screen.padded(outlet.name, to: width))  \(formats)   \(place)"]
    if let after = outlet.after { lines.append("\(margin)then: \(after)") }
    for shown in try newsroom.reach().outlets where shown.outlet == outlet.name {
      let place = shown.machine.map { "\($0): " } ?? ""
      lines += OutletShown.text(shown, screen).map { "\(margin)\(place)\($0)" }
    }
    return lines
  }

  private func json(_ outlet: Outlet, _ newsroom: borrowing Newsroom) throws -> JSON {
    let states = try newsroom.outletStates().filter { $0.name == outlet.name }
    let state = states.first(where: \.isHere) ?? states.max { $0.at < $1.at }
    return .object([
      ("outlet", .string(outlet.name)), ("formats", JSON(outlet.formats)),
      ("out", JSON(outlet.out)), ("after", JSON(outlet.after)), ("release", JSON(state?.release)),
      ("at", JSON(state?.at)), ("since", JSON(state?.since)),
      ("result", JSON(state?.result.rawValue)), ("problem", JSON(state?.problem)),
      ("machine", JSON(state?.machine)),
    ])
  }
}

/// What an outlet shows and since when, for lists.
enum OutletShown {
  /// `2026-11-25.2, since 12:00; 1 change is not out yet`, and what went wrong last.
  static func text(_ shown: Reach.Shown, _ screen: Screen) -> [String] {
    let waiting =
      shown.pending == 0
      ? "everything published is out"
      : "\(count(shown.pending, "change is", "changes are")) not out yet"
    let nothing =
      shown.pending == 0 ? "nothing yet; nothing is published" : "nothing yet; \(waiting)"
    guard let state = shown.state else { return [nothing] }
    let problem = screen.wrapped(state.problem ?? "", indent: 2).filter { !$0.isEmpty }
    guard let release = state.release else {
      return [nothing, "NOT UPDATED at \(screen.time(state.at)):"] + problem
    }
    switch state.result {
    case .done: return ["\(release), since \(screen.time(state.since)); \(waiting)"]
    case .failed:
      return [
        "\(release), since \(screen.time(state.since)); \(waiting)",
        "NOT UPDATED at \(screen.time(state.at)):",
      ] + problem
    case .notUploaded:
      return ["\(release) written at \(screen.time(state.at)), NOT UPLOADED:"] + problem
    }
  }
}
