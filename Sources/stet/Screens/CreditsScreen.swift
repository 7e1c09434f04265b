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
    for line in past.reversed() where acts(line.line, policy) && !order.contains(line.line.by) {
      order.append(line.line.by)
    }
    var reasons: [(who: String, what: String)] = []
    for name in order {
      var parts: [String] = []
      if found.byline.contains(name) { parts.append("signs it: byline") }
      for line in past.reversed() where line.line.by == name {
        if let part = part(line, policy, screen) { parts.append(part) }
      }
      let isNamed = found.byline.contains(name) || entry.editors.contains { $0.description == name }
      if !isNamed { parts.append("not named: \(why(name, entry))") }
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

  /// Why somebody who had a hand in it is no editor of it.
  private static func why(_ name: String, _ entry: Entry) -> String {
    if name == entry.maker.description {
      return entry.credit.isEmpty ? "made it, and does not sign it" : "took it in"
    }
    return entry.credit.isEmpty
      ? "changed it before it was submitted" : "changed no word after it came in"
  }
}
