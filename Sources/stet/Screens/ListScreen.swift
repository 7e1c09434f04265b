import Editorial
import Newsroom

/// Stories in aligned columns: the slug whole, the headline cut to what is left.
enum ListScreen {
  static func lines(_ stories: [Found], _ policy: Policy, _ screen: Screen) -> [String] {
    let rows = stories.map { story -> [String] in
      let part = story.section.map { policy.house.label(ofSection: $0) } ?? "–"
      return [
        story.slug, story.headline, stage(story, screen), part, screen.age(story.entry.since),
      ]
    }
    func widest(_ column: Int) -> Int { rows.map { $0[column].count }.max() ?? 0 }
    let widths = [widest(0), 0, widest(2), widest(3), widest(4)]
    let room = max(12, screen.width - widths.reduce(8, +))
    return rows.map { row in
      let headline = screen.padded(screen.cut(row[1], to: room), to: room)
      let parts = [
        screen.padded(row[0], to: widths[0]), headline, screen.padded(row[2], to: widths[2]),
        screen.padded(row[3], to: widths[3]), screen.padded(left: row[4], to: widths[4]),
      ]
      return parts.joined(separator: "  ")
    }
  }

  /// The stage, the number of a new version of what readers have, and what else there is to know.
  private static func stage(_ story: Found, _ screen: Screen) -> String {
    let entry = story.entry
    var parts = [entry.kind == nil ? entry.stage : "\(entry.stage) v\(entry.version + 1)"]
    if entry.held != nil { parts.append("held") }
    if entry.publication == .withdrawn { parts.append("withdrawn") }
    if let scheduled = entry.scheduled { parts.append("due \(screen.time(scheduled.at))") }
    if let claimant = entry.claimant(at: screen.now) { parts.append("\(claimant) at it") }
    return parts.joined(separator: ", ")
  }
}
