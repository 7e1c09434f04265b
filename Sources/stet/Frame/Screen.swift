import Editorial
import Foundation
import Glibc
import Newsroom
import Synchronization

/// What is known of the terminal, and how text, times and tables look on it.
final class Screen: Sendable {
  let isTerminal: Bool
  /// Whether a person can be asked: both input and errors are a terminal.
  let canAsk: Bool
  let width: Int
  private let utc: Bool
  private let unicode: Bool
  private let clock = Mutex<(zone: Zone, now: Moment)>((Zone("UTC"), Moment(seconds: 0)))
  private let bar = Mutex<(start: Double, shown: Bool)>((0, false))

  init(noInput: Bool = false, utc: Bool = false) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    canAsk = !noInput && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
    width = known ? Int(size.ws_col) : 80
    self.utc = utc
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    unicode = locale.uppercased().replacing("-", with: "").contains("UTF8")
  }

  /// Times are shown in `zone` from now on.
  func show(_ zone: Zone, now: Moment) {
    clock.withLock { $0 = (utc ? Zone("UTC") : zone, now) }
  }

  /// The text with nothing in it that moves a terminal's cursor or reorders what it shows.
  func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: result.unicodeScalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      case 0x2192 where !unicode: result += "->"
      case 0xB7 where !unicode: result += "-"
      case 0x2026 where !unicode: result += "..."
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `14:02` today, weekday and date otherwise.
  func time(_ moment: Moment) -> String {
    let (there, now) = clock.withLock { ($0.zone.clock(moment), $0.zone.clock($0.now)) }
    if there.day == now.day { return there.time }
    let year = there.day.year == now.day.year ? "" : " \(there.day.year)"
    return "\(there.day.weekday) \(there.day.day) \(there.day.monthName)\(year) \(there.time)"
  }

  /// `Wed 25 Nov`, with the year where it is another.
  func day(_ moment: Moment) -> String {
    let (there, now) = clock.withLock { ($0.zone.clock(moment), $0.zone.clock($0.now)) }
    let year = there.day.year == now.day.year ? "" : " \(there.day.year)"
    return "\(there.day.weekday) \(there.day.day) \(there.day.monthName)\(year)"
  }

  func hour(_ moment: Moment) -> String { clock.withLock { $0.zone.clock(moment).time } }

  /// `14:31:07`, with the day where it is not today.
  func second(_ moment: Moment) -> String {
    let second = clock.withLock { $0.zone.clock(moment).second }
    return time(moment) + (second < 10 ? ":0\(second)" : ":\(second)")
  }

  var now: Moment { clock.withLock(\.now) }

  /// How long ago: `25 min`, `2 h 10 min`, or the day.
  func age(_ moment: Moment) -> String {
    let minutes = Int((now - moment) / 60)
    if minutes < 60 { return "\(max(0, minutes)) min" }
    if minutes < 24 * 60 {
      return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
    return day(moment)
  }

  /// The text cut to a number of columns.
  func cut(_ text: String, to width: Int) -> String {
    guard text.count > width else { return text }
    return width > 1 ? String(text.prefix(width - 1)) + "…" : String(text.prefix(width))
  }

  func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  func padded(left text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Text wrapped at the screen's width, each line behind `indent` blanks.
  func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, indent + line.count + 1 + word.count > min(width, 80) {
          lines.append(margin + line)
          line = ""
        }
        line += line.isEmpty ? String(word) : " \(word)"
      }
      lines.append(line.isEmpty ? "" : margin + line)
    }
    return lines
  }

  /// Text wrapped behind a head: what is too long goes on below itself.
  func hanging(_ head: String, _ text: String) -> [String] {
    var lines = wrapped(text, indent: head.count)
    lines[0] = head + lines[0].dropFirst(head.count)
    return lines
  }

  /// Reasons of a refusal, `story: reason` in two columns; a story is named once.
  func reasons(_ reasons: [String]) -> String {
    let pairs = reasons.map { reason -> (String, String) in
      guard let colon = reason.range(of: ": "), !reason[..<colon.lowerBound].contains(" ") else {
        return ("", reason)
      }
      return (String(reason[..<colon.lowerBound]), String(reason[colon.upperBound...]))
    }
    let column =
      pairs.map(\.0.count).filter { $0 <= 24 }.max() ?? (pairs.contains { !$0.0.isEmpty } ? 4 : 0)
    var text = ""
    var before = ""
    for (name, reason) in pairs {
      let label = name == before ? "" : name
      before = name
      let indent = column == 0 ? 2 : column + 5
      let isLong = label.count > column
      if isLong { text += safe("  \(label)") + "\n" }
      let lines = wrapped(reason, indent: indent)
      for (index, line) in lines.enumerated() {
        text +=
          safe(
            index == 0
              ? "  " + padded(isLong ? "" : label, to: indent - 2) + line.dropFirst(indent) : line)
          + "\n"
      }
    }
    return text
  }

  /// A bar on standard error, once a job has taken half a second on a terminal.
  func progress(_ what: String, _ done: Int, _ total: Int) {
    guard canAsk || isatty(STDERR_FILENO) == 1, total > 0 else { return }
    var stamp = timespec()
    clock_gettime(CLOCK_MONOTONIC, &stamp)
    let now = Double(stamp.tv_sec) + Double(stamp.tv_nsec) / 1e9
    bar.withLock { state in
      if state.start == 0 { state.start = now }
      guard state.shown || now - state.start > 0.4 else { return }
      state.shown = true
      let filled = 24 * done / total
      let marks = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
      Output.error("\r\(what) [\(marks)] \(done) of \(total) ")
    }
  }

  func endProgress() {
    bar.withLock { state in
      if state.shown { Output.error("\r\u{1B}[K") }
      state = (0, false)
    }
  }
}
