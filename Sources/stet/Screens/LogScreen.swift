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
    var rows = past.map { row($0, isOfStory: found != nil, policy, screen) }
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

  private static func row(
    _ past: PastLine, isOfStory: Bool, _ policy: Policy, _ screen: Screen
  ) -> Row {
    let line = past.line
    var who = policy.name(of: line.by)
    if let entered = line.enteredBy { who += ", entered by \(policy.name(of: entered))" }
    var text = text(past, policy, screen)
    if let planned = line.scheduledBy {
      text += ", as \(policy.name(of: planned)) scheduled"
    }
    if !line.override.isEmpty { text += "; PASSED OVER: \(prose(line.override))" }
    if !isOfStory, let slug = past.slug { text = text.isEmpty ? slug : "\(slug)  \(text)" }
    return Row(at: line.at, verb: verb(past), text: text, who: who, note: line.note)
  }

  /// One line of the record in a sentence: `George Hall: reject, edit → draft`.
  static func said(_ past: PastLine, _ policy: Policy, _ screen: Screen) -> String {
    let row = row(past, isOfStory: true, policy, screen)
    return "\(row.who): \(row.verb)" + (row.text.isEmpty ? "" : ", \(row.text)")
  }

  private static func verb(_ past: PastLine) -> String {
    switch past.line.kind {
    case .transition: past.line.transition ?? "move"
    case .create: "new"
    case .edit: "words"
    case .config: "rules"
    case .media: "picture"
    case .claim where past.said.endsClaim: "unclaim"
    case .broken: "BROKEN"
    default: past.line.kind.rawValue
    }
  }

  private static func text(_ past: PastLine, _ policy: Policy, _ screen: Screen) -> String {
    let (line, said) = (past.line, past.said)
    switch line.kind {
    case .transition: return transition(past, screen)
    case .create:
      return (past.stage ?? "new")
        + (past.section.map { ", \(policy.house.label(ofSection: $0))" } ?? "")
    case .edit: return past.tally.map(words) ?? ""
    case .claim: return said.endsClaim ? "nobody is at it now" : "is at it, for four hours"
    case .credits:
      guard let credit = said.credit else { return "" }
      let name = policy.name(of: credit.who.description)
      return credit.isAdded ? "\(name) edited it too" : "\(name) did not edit it"
    case .undo:
      guard let undone = said.undone else { return "takes back the act before it" }
      let what = undone.transition ?? (undone.kind == .edit ? "words" : undone.kind.rawValue)
      return "takes back \(what) of \(screen.time(undone.at))"
    case .waive: return said.waived.map { "pardons \($0.prefix(10))" } ?? ""
    case .mend: return "puts back what was good last"
    case .broken: return "against the rules: stet verify"
    default: return ""
    }
  }

  /// From where to where, and what that is for readers.
  private static func transition(_ past: PastLine, _ screen: Screen) -> String {
    let line = past.line
    let arrow =
      line.from == line.to ? "in \(line.to ?? "")" : "\(line.from ?? "") → \(line.to ?? "")"
    switch line.transition {
    case "retract": return "\(arrow); WITHDRAWN from readers (\(line.versionKind ?? "retraction"))"
    case "pull": return "\(arrow); taken back from readers"
    case "hold": return "\(arrow); nothing of it goes out"
    case "lift": return "\(arrow); may go out again"
    case "schedule": return arrow + (past.said.time.map { ", for \(screen.time($0))" } ?? "")
    case "unschedule" where past.said.time != nil:
      return arrow + (past.said.time.map { "; MISSED \(screen.time($0))" } ?? "")
    default: break
    }
    return arrow + (line.version.map { ", version \($0)" } ?? "")
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
