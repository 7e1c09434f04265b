import Editorial
import Newsroom

/// Where each name on a story comes from.
enum CreditsScreen {
  static func reasons(
    _ found: Found, _ past: [PastLine], _ policy: Policy, _ screen: Screen
  ) -> [(who: String, what: String)] {
    let entry = found.entry
    var order: [String] = []
    for name in found.byline + [entry.maker.description] + entry.editors.map(\.description)
    where !order.contains(name) { order.append(name) }
    for credit in entry.credited where !order.contains(credit.who.description) {
      order.append(credit.who.description)
    }
    for line in past.reversed() where acts(line.line, policy) && !order.contains(line.line.by) {
      order.append(line.line.by)
    }
    var reasons: [(who: String, what: String)] = []
    for name in order {
      var parts: [String] = []
      if found.byline.contains(name) { parts.append("signs it: byline") }
      for line in past.reversed() {
        if line.said.credit?.who.description == name {
          parts.append(said(line, policy, screen))
        } else if line.line.by == name, let part = part(line, policy, screen) {
          parts.append(part)
        }
      }
      let isNamed = found.byline.contains(name) || entry.editors.contains { $0.description == name }
      let isDropped = entry.credited.contains { $0.who.description == name && !$0.isAdded }
      if !isNamed, !isDropped { parts.append("not named: \(why(name, entry))") }
      reasons.append((policy.name(of: name), parts.joined(separator: "; ")))
    }
    for source in found.credit { reasons.append((source, "source of the copy: credit")) }
    return reasons
  }

  private static func acts(_ line: LogEntry, _ policy: Policy) -> Bool {
    line.kind == .edit || line.kind == .create || approves(line, policy)
  }

  private static func approves(_ line: LogEntry, _ policy: Policy) -> Bool {
    policy.workflows.values.contains { $0.transition(line.transition ?? "")?.approves == true }
  }

  private static func part(_ past: PastLine, _ policy: Policy, _ screen: Screen) -> String? {
    let time = screen.time(past.line.at)
    switch past.line.kind {
    case .create: return "made it \(time)"
    case .edit:
      guard let tally = past.tally, !tally.isEmpty else { return nil }
      return "changed \(LogScreen.words(tally)), \(time)"
    case .transition where approves(past.line, policy): return "approved \(time)"
    default: return nil
    }
  }

  /// What somebody said of who edited it, and why.
  private static func said(_ past: PastLine, _ policy: Policy, _ screen: Screen) -> String {
    let act = past.said.credit?.isAdded == true ? "credited" : "not named: dropped"
    return
      "\(act) by \(policy.name(of: past.line.by)) \(screen.time(past.line.at)): \(past.line.note)"
  }

  /// Why somebody who had a hand in it is no editor of it.
  private static func why(_ name: String, _ entry: Entry) -> String {
    if name == entry.maker.description {
      return entry.credit.isEmpty ? "made it, and does not sign it" : "took it in"
    }
    return entry.credit.isEmpty
      ? "changed it before it was submitted" : "changed no word after it came in"
  }

  // MARK: Line by line

  /// The lines of a story under the hands that they are by, in the order of the text.
  static func lines(_ parts: [Authorship.Part], _ policy: Policy, _ screen: Screen) -> [String] {
    var lines: [String] = []
    var before: Authorship.Hands?
    let column = max(3, parts.map { place($0).count }.max() ?? 0)
    for part in parts {
      if part.hands != before {
        lines += [""] + screen.wrapped(text(part.hands, policy, screen), indent: 0)
      }
      before = part.hands
      lines += screen.hanging("  \(screen.padded(left: place(part), to: column))  ", part.text)
    }
    return lines
  }

  private static func place(_ part: Authorship.Part) -> String { part.field ?? String(part.line) }

  private static func text(
    _ hands: Authorship.Hands, _ policy: Policy, _ screen: Screen
  ) -> String {
    var text = policy.name(of: hands.writer)
    if !hands.editors.isEmpty { text += ", edited by \(prose(hands.editors.map(policy.name)))" }
    text += " · "
    text +=
      hands.approvals.isEmpty
      ? "approved by nobody"
      : "approved by "
        + prose(hands.approvals.map { "\(policy.name(of: $0.by)) \(screen.time($0.at))" })
    if let version = hands.version {
      text += " · out since version \(version)"
      if let publisher = hands.publisher { text += ", by \(policy.name(of: publisher))" }
    }
    return text
  }

  /// Whether an approval covers all of the words as they stand.
  static func standing(_ entry: Editorial.Entry, _ policy: Policy, _ screen: Screen) -> String {
    let all = entry.standing
    guard all.isEmpty else {
      let who = all.map { "\(policy.name(of: $0.by.description)) \(screen.time($0.at))" }
      return "These words and no others are approved: \(prose(who))."
    }
    return entry.approvals.isEmpty
      ? "Nobody has approved these words." : "No approval covers all of these words."
  }

  static func json(_ parts: [Authorship.Part], _ policy: Policy) -> JSON {
    .array(
      parts.map { part in
        let approvals = part.hands.approvals.map { approval -> JSON in
          .object([("by", .person(approval.by, policy)), ("at", .string(approval.at.description))])
        }
        return .object([
          ("line", .int(part.line)), ("field", JSON(part.field)), ("text", .string(part.text)),
          ("writer", .person(part.hands.writer, policy)),
          ("editors", JSON.people(part.hands.editors, policy)), ("approvals", .array(approvals)),
          ("version", JSON(part.hands.version)),
          ("publisher", part.hands.publisher.map { .person($0, policy) } ?? .null),
        ])
      })
  }
}
