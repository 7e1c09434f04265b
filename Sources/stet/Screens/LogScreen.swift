import Editorial
import Newsroom

/// The record by days, newest first.
enum LogScreen {
  private struct Row {
    var at: Moment
    var verb: String
    var text: String
    var who: String
    var note = ""
  }

  static func json(_ past: PastLine) -> JSON {
    let line = past.line
    return .object([
      ("commit", .string(line.commit)), ("at", .string(line.at.description)),
      ("by", .string(line.by)), ("enteredBy", JSON(line.enteredBy)),
      ("kind", .string(line.kind.rawValue)), ("story", JSON(past.slug)),
      ("transition", JSON(line.transition)), ("from", JSON(line.from)), ("to", JSON(line.to)),
      ("note", .string(line.note)), ("signed", .bool(past.isSigned)),
    ])
  }

  static func lines(
    _ past: [PastLine], _ editions: [ReleaseTag], _ found: Found?, _ policy: Policy,
    _ screen: Screen
  ) -> [String] {
    var rows = past.map { row($0, isOfStory: found != nil, policy) }
    for edition in editions {
      let place = rows.firstIndex { $0.at <= edition.at } ?? rows.count
      rows.insert(
        Row(at: edition.at, verb: "edition", text: edition.tag, who: policy.name(of: edition.by)),
        at: place)
    }
    var lines: [String] = []
    if let found { lines = ["\(found.slug)   \(found.headline)", ""] }
    let verb = max(10, (rows.map(\.verb.count).max() ?? 0) + 2)
    let name = min(24, rows.map(\.who.count).max() ?? 0)
    let width = max(24, min(screen.width, 100) - 9 - verb - name - 1)
    var day = ""
    for row in rows {
      if screen.day(row.at) != day {
        day = screen.day(row.at)
        lines.append(day)
      }
      let text = row.text.count < width ? screen.padded(row.text, to: width) : row.text + " "
      lines.append(
        "  \(screen.hour(row.at))  \(screen.padded(row.verb, to: verb))\(text) \(row.who)")
      if !row.note.isEmpty { lines += screen.wrapped(row.note, indent: 11) }
    }
    return lines
  }

  private static func row(_ past: PastLine, isOfStory: Bool, _ policy: Policy) -> Row {
    let line = past.line
    var who = policy.name(of: line.by)
    if let entered = line.enteredBy { who += ", entered by \(policy.name(of: entered))" }
    var text = text(past, policy)
    if !isOfStory, let slug = past.slug { text = text.isEmpty ? slug : "\(slug)  \(text)" }
    return Row(at: line.at, verb: verb(line), text: text, who: who, note: line.note)
  }

  private static func verb(_ line: LogEntry) -> String {
    switch line.kind {
    case .transition: line.transition ?? "move"
    case .create: "new"
    case .edit: "words"
    case .config: "rules"
    case .media: "picture"
    case .broken: "BROKEN"
    default: line.kind.rawValue
    }
  }

  private static func text(_ past: PastLine, _ policy: Policy) -> String {
    let line = past.line
    switch line.kind {
    case .transition:
      let arrow = line.from == line.to ? line.to ?? "" : "\(line.from ?? "") → \(line.to ?? "")"
      let publishes = policy.workflows.values.contains {
        $0.transition(line.transition ?? "")?.effect == .publish
      }
      return publishes ? arrow + (line.version.map { ", version \($0)" } ?? "") : arrow
    case .create:
      return (past.stage ?? "new")
        + (past.section.map { ", \(policy.house.label(ofSection: $0))" } ?? "")
    case .edit: return past.tally.map(words) ?? ""
    case .broken: return "against the rules: stet verify"
    default: return ""
    }
  }

  /// `+41 -7 in 3 paragraphs`, and the fields that changed.
  static func words(_ tally: WordTally) -> String {
    var text = ""
    if tally.added > 0 || tally.removed > 0 {
      text = "+\(tally.added) -\(tally.removed)"
      if tally.paragraphs > 1 { text += " in \(tally.paragraphs) paragraphs" }
    }
    guard !tally.fields.isEmpty else { return text }
    let fields = tally.fields.prefix(4).joined(separator: ", ")
    return (text.isEmpty ? "" : text + "; ") + fields + (tally.fields.count > 4 ? " …" : "")
  }

  /// How to see the words between the last two moves that words lie between.
  static func hint(_ past: [PastLine], _ found: Found, _ screen: Screen) -> String? {
    guard
      let edit = past.firstIndex(where: { $0.line.kind == .edit && $0.tally?.isEmpty == false }),
      let before = past[(edit + 1)...].first(where: { $0.line.kind != .edit })
    else { return nil }
    let (old, new) = (before.line.at, past[edit].line.at)
    guard screen.day(old) == screen.day(screen.now), screen.day(new) == screen.day(screen.now),
      screen.hour(old) != screen.hour(new)
    else {
      return "stet diff \(found.slug) \(before.line.transition ?? "new")   the words since then"
    }
    return
      "stet diff \(found.slug) \(screen.hour(old))..\(screen.hour(new))   the words between two moves"
  }
}
