import Editorial
import Newsroom

/// The stages as columns, or one below the other.
enum BoardScreen {
  static func lines(
    _ columns: [BoardColumn], _ policy: Policy, _ screen: Screen
  ) -> [String] {
    let shown = columns.filter { !$0.stories.isEmpty }
    // What is empty, or put aside, is a number.
    let rest = columns.filter(\.stories.isEmpty).map { "\($0.label.lowercased()) \($0.count)" }
    var lines: [String] = []
    if screen.width >= 100, shown.count > 1 {
      lines = sideBySide(shown, screen)
    } else {
      for column in shown {
        if !lines.isEmpty { lines.append("") }
        lines.append(title(column))
        lines += ListScreen.lines(column.stories, policy, screen).map { "  " + $0 }
        if let more = more(column) { lines.append("  " + more) }
      }
    }
    if !rest.isEmpty { lines += (lines.isEmpty ? [] : [""]) + [rest.joined(separator: " · ")] }
    return lines
  }

  private static func title(_ column: BoardColumn) -> String { "\(column.label) (\(column.count))" }

  private static func more(_ column: BoardColumn) -> String? {
    let more = column.count - column.stories.count
    return more > 0 ? "… and \(more) more" : nil
  }

  private static func sideBySide(_ columns: [BoardColumn], _ screen: Screen) -> [String] {
    let width = (screen.width - 2 * (columns.count - 1)) / columns.count
    let cells = columns.map { column in
      var cell = [screen.cut(title(column), to: width), String(repeating: "-", count: width)]
      for story in column.stories {
        cell += broken(story.slug, width)
        cell.append("  " + screen.cut(story.headline, to: width - 2))
        cell.append("  " + screen.age(story.entry.since))
      }
      return cell + [more(column)].compactMap { $0 }
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { row in
      var line = ""
      for (place, cell) in cells.enumerated() {
        let text = row < cell.count ? cell[row] : ""
        line += place == cells.count - 1 ? text : screen.padded(text, to: width) + "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A slug is never cut: what is too long for its column goes on below, behind a hyphen.
  private static func broken(_ slug: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var rest = slug[...]
    while rest.count > width {
      let head = rest.prefix(width)
      let end = head.lastIndex(of: "-").map { head.index(after: $0) } ?? head.endIndex
      lines.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return lines + [String(rest)]
  }
}
