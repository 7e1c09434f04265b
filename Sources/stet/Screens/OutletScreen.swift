import Editorial
import Export
import Newsroom

/// What came of exports to outlets, a line each: what went well first, and last what did not.
enum OutletScreen {
  static func lines(_ outcomes: [OutletOutcome], _ screen: Screen) -> [String] {
    let width = outcomes.map(\.outlet.name.count).max() ?? 0
    let done = outcomes.filter(\.isDone)
    let numbers = done.map { stories($0) }
    let column = numbers.map(\.count).max() ?? 0
    var lines = zip(done, numbers).map { outcome, number in
      let held =
        outcome.held.isEmpty
        ? "" : ", \(outcome.held.count) held: \(outcome.held.joined(separator: ", "))"
      var line = "\(screen.padded(outcome.outlet.name, to: width))  "
      line += screen.padded(left: number, to: column) + held + "   " + files(outcome)
      // A time differs from run to run; it is for who waits for it.
      if screen.isTerminal { line += "   \(seconds(outcome)) s" }
      return line
    }
    lines += outcomes.filter { !$0.isDone }.map { outcome in
      "\(screen.padded(outcome.outlet.name, to: width))  \(trouble(outcome))"
    }
    return lines
  }

  /// Since when readers of which outlets have it; nil where none does.
  static func since(
    _ outcomes: [OutletOutcome], _ newsroom: borrowing Newsroom, _ screen: Screen
  ) -> String? {
    let done = outcomes.filter(\.isDone)
    guard let last = done.compactMap(\.since).max() else { return nil }
    let who = done.count == outcomes.count ? "" : " of \(prose(done.map(\.outlet.name)))"
    let url = newsroom.desk.policy.house.url.map { ": \($0)" } ?? ""
    return "Readers\(who) have it since \(screen.second(last))\(url)"
  }

  /// The lines of ``lines(_:_:)`` with that of ``since(_:_:_:)`` before the first that tells of trouble.
  static func answer(
    _ outcomes: [OutletOutcome], _ newsroom: borrowing Newsroom, _ screen: Screen
  ) throws -> (lines: [String], hints: [String], status: ExitStatus) {
    var lines = lines(outcomes, screen)
    let done = outcomes.count(where: \.isDone)
    var rest = try elsewhere(newsroom)
    if let since = since(outcomes, newsroom, screen) { rest.insert(since, at: 0) }
    lines.insert(contentsOf: rest, at: done)
    let remedies = outcomes.compactMap { outcome -> String? in
      guard case .failed(_, let remedy?) = outcome.result else { return nil }
      return "\(outcome.outlet.name): \(remedy)"
    }
    return (lines, remedies, done == outcomes.count ? .done : .failed)
  }

  /// What outlets of other machines show, where that is not the newest edition.
  private static func elsewhere(_ newsroom: borrowing Newsroom) throws -> [String] {
    let readers = try newsroom.reach()
    return readers.outlets.filter { $0.machine != nil && $0.release != readers.newest?.tag }
      .map { "\($0.name) still shows \($0.release ?? "nothing")" }
  }

  /// What became of a withdrawal in each outlet, and whether readers of any still have it.
  static func withdrawal(
    _ outcomes: [OutletOutcome], _ screen: Screen
  ) -> (lines: [String], status: ExitStatus) {
    let width = outcomes.map(\.outlet.name.count).max() ?? 0
    let ordered = outcomes.filter(\.isDone) + outcomes.filter { !$0.isDone }
    let lines = ordered.map { outcome in
      let name = screen.padded(outcome.outlet.name, to: width)
      switch outcome.result {
      case .done: return "\(name)  gone at \(screen.second(outcome.at)): \(files(outcome))"
      case .failed(let problem, _), .notUploaded(let problem):
        return "\(name)  readers of \(outcome.outlet.name) STILL HAVE IT: \(problem)"
      }
    }
    return (lines, outcomes.allSatisfy(\.isDone) ? .done : .failed)
  }

  private static func trouble(_ outcome: OutletOutcome) -> String {
    switch outcome.result {
    case .done: return ""
    case .failed(let problem, _):
      let still = outcome.release.map { "still \($0)" } ?? "nothing there yet"
      return "NOT UPDATED, \(still): \(problem)"
    case .notUploaded(let problem):
      return "\(outcome.release ?? "it") written, NOT UPLOADED: \(problem)"
    }
  }

  private static func stories(_ outcome: OutletOutcome) -> String {
    let most = outcome.reports.map(\.stories).max() ?? 0
    return most == 1 ? "1 story" : "\(grouped(most)) stories"
  }

  private static func files(_ outcome: OutletOutcome) -> String {
    func sum(_ part: (Report) -> Int) -> Int { outcome.reports.reduce(0) { $0 + part($1) } }
    let written = sum(\.written)
    return
      "\(grouped(written)) \(written == 1 ? "file" : "files") written, \(grouped(sum(\.unchanged))) unchanged, \(grouped(sum(\.removed))) removed"
  }

  private static func seconds(_ outcome: OutletOutcome) -> String {
    let tenths = Int((outcome.reports.reduce(0) { $0 + $1.seconds } * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `9,402`.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return text
  }

  /// An object for each outlet and format, with the keys of an export and what became of the outlet.
  static func json(_ outcomes: [OutletOutcome]) -> [JSON] {
    outcomes.flatMap { outcome -> [JSON] in
      let (result, problem): (String, String?) =
        switch outcome.result {
        case .done: ("done", nil)
        case .failed(let problem, _): ("failed", problem)
        case .notUploaded(let problem): ("not-uploaded", problem)
        }
      func object(_ format: String, _ report: Report?) -> JSON {
        .object([
          ("outlet", .string(outcome.outlet.name)), ("result", .string(result)),
          ("problem", JSON(problem)), ("format", .string(format)),
          ("out", JSON(outcome.outlet.out)),
          ("release", JSON(outcome.release)), ("held", JSON(outcome.held)),
          ("stories", .int(report?.stories ?? 0)), ("files", .int(report?.files ?? 0)),
          ("written", .int(report?.written ?? 0)), ("unchanged", .int(report?.unchanged ?? 0)),
          ("removed", .int(report?.removed ?? 0)), ("bytes", .int(report?.bytes ?? 0)),
          ("seconds", .double(((report?.seconds ?? 0) * 1000).rounded() / 1000)),
        ])
      }
      if outcome.reports.isEmpty { return outcome.outlet.formats.map { object($0, nil) } }
      return outcome.reports.map { object($0.format, $0) }
    }
  }
}
