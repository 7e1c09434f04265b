import Foundation
import TestSupport
import Testing

/// docs/days tells what the transcripts of the days do, and may tell nothing else.
///
/// With `STET_RECORD=1` what commands print is written into the pages anew, from the transcripts.
@Suite struct DaysTests {
  @Test(arguments: Day.all)
  func `a page shows what its transcript does`(day: Day) throws {
    let page = try Home.text(day.page)
    let (told, unknown) = day.told(page, after: try Home.text(day.transcript))
    #expect(unknown == [], "the transcript does not have them, or not in this order")
    if ProcessInfo.processInfo.environment["STET_RECORD"] != nil {
      try Data(told.utf8).write(to: URL(filePath: "\(Home.path)/\(day.page)"))
    } else {
      #expect(page == told)
    }
  }

  @Test func `the index names every page, and every page has a transcript`() throws {
    let index = try Home.text("docs/days/README.md")
    #expect(Day.all.count == 10)
    for day in Day.all {
      #expect(index.contains("(\(day.name).md)"), "\(day.name)")
    }
    #expect(try Home.text("README.md").contains("docs/days/README.md"))
  }
}

/// One of the days: `01-two-rounds`.
struct Day: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }
  var page: String { "docs/days/\(name).md" }
  var transcript: String { "Tests/CommandTests/Transcripts/day-\(name).txt" }

  static let all: [Day] = Transcript.all.map(\.testDescription)
    .filter { $0.hasPrefix("day-") }.map { Day(name: String($0.dropFirst(4))) }

  /// The commands of a transcript in their order, with what each printed but hints and exit status.
  static func answers(in transcript: String) -> [(command: String, lines: [String])] {
    var answers: [(command: String, lines: [String])] = []
    for line in transcript.components(separatedBy: "\n") {
      if line.hasPrefix("$ ") {
        answers.append((line, []))
      } else if let last = answers.indices.last {
        let isAside =
          ["@ ", "~ ", "# "].contains(line.prefix(2)) || line.hasPrefix("! hint:")
          || line.prefixMatch(of: /\[exit \d+\]$/) != nil
        guard !isAside else { continue }
        answers[last].lines.append(line.hasPrefix("! ") ? String(line.dropFirst(2)) : line)
      }
    }
    return answers.map { command, lines in
      (command, lines.reversed().drop(while: \.isEmpty).reversed())
    }
  }

  /// The page with what the commands print, in their order; where it ends with `…`, as much of it as
  /// the page has.
  ///
  /// Gives the commands that the transcript does not have there too.
  func told(_ page: String, after transcript: String) -> (page: String, unknown: [String]) {
    var rest = Self.answers(in: transcript)[...]
    var (told, unknown): ([String], [String]) = ([], [])
    var answer: [String]?
    var shown = 0
    for line in page.components(separatedBy: "\n") {
      if let whole = answer {
        if line == "…" {
          told += whole.prefix(shown) + (shown < whole.count ? [line] : [])
          (answer, shown) = ([], 0)
          continue
        }
        guard line.hasPrefix("$ ") || line == "```" else {
          shown += 1
          continue
        }
        told += whole
        answer = nil
      }
      told.append(line)
      guard line.hasPrefix("$ ") else { continue }
      guard let place = rest.firstIndex(where: { $0.command == line }) else {
        unknown.append(line)
        continue
      }
      (answer, shown) = (rest[place].lines, 0)
      rest = rest[(place + 1)...]
    }
    return (told.joined(separator: "\n"), unknown)
  }
}
