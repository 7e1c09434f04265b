import ArgumentParser
import Editorial
import Export
import Newsroom

struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "stet",
    abstract: "Write an edition as a site, a feed or plain files.",
    discussion: """
      The same edition gives the same bytes on every machine. The folder is switched in whole: an \
      export that is interrupted leaves the old one. Files that stet did not write are left alone.

      EXAMPLES
        stet export --out public
        stet export site rss --out public --release 2026-11-24.1
        stet export text --out wire
        stet export --list
      """)
  @Argument(
    help: ArgumentHelp("The formats; the site otherwise.", valueName: "format"),
    completion: .list(Format.all.map(\.name)))
  var formats: [String] = []
  @Option(help: ArgumentHelp("The folder.", valueName: "dir"), completion: .directory)
  var out: String?
  @Option(help: ArgumentHelp("An edition; the newest otherwise.", valueName: "tag"))
  var release: String?
  @Flag(name: .customLong("as-released"), help: "As it was, whatever was withdrawn since.")
  var asReleased = false
  @Flag(help: "What is published, released or not; for looking at.") var live = false
  @Flag(help: "Go into a folder that holds other files.") var force = false
  @Flag(help: "The formats, and what each is for.") var list = false
  @OptionGroup var options: Options

  func answerWithout(_ screen: Screen) async throws -> Answer? {
    if list {
      return Answer(
        Format.all.map { "\(screen.padded($0.name, to: 14)) \($0.summary)" },
        json: .array(
          Format.all.map {
            .object([("name", .string($0.name)), ("summary", .string($0.summary))])
          }))
    }
    guard let out, !out.isEmpty else {
      throw Failure(.usage, "export into which folder?", hint: "stet export --out public")
    }
    var chosen: [Format] = []
    for name in formats.isEmpty ? ["site"] : formats {
      do throws(UnknownFormat) {
        let format = try Format.named(name)
        if !chosen.contains(where: { $0.name == name }) { chosen.append(format) }
      } catch {
        throw Failure(.usage, error.problem, hint: error.hint)
      }
    }
    var request = ExportRequest(formats: chosen, directory: out)
    (request.release, request.live) = (release, live)
    (request.asReleased, request.force) = (asReleased, force)
    let folder = Frame.folder(options)
    let circumstances = try Frame.circumstances(options, screen)
    if live {
      // What was published since is worked out first.
      _ = try Newsroom.open(containing: folder, circumstances)
    }
    return Self.answer(
      try await Newsroom.export(request, from: folder, circumstances), live: live, screen)
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer { Answer() }

  private static func answer(_ exported: Exported, live: Bool, _ screen: Screen) -> Answer {
    var answer = Answer()
    for report in exported.reports {
      let held =
        exported.held.isEmpty
        ? "" : ", \(exported.held.count) held: \(exported.held.joined(separator: ", "))"
      let stories = report.stories == 1 ? "1 story" : "\(report.stories) stories"
      answer.lines.append(
        "\(screen.padded(report.format, to: 9)) \(stories)\(held); \(report.written) files written, \(report.unchanged) unchanged, \(report.removed) removed; \(tenths(report.seconds)) s"
      )
    }
    answer.lines.append(
      live
        ? "\(exported.directory) shows what is published, NOT FOR PUBLICATION."
        : "\(exported.directory) holds edition \(exported.release).")
    answer.json = .array(
      exported.reports.map { report in
        .object([
          ("format", .string(report.format)), ("out", .string(exported.directory)),
          ("release", .string(exported.release)), ("stories", .int(report.stories)),
          ("held", JSON(exported.held)), ("files", .int(report.files)),
          ("written", .int(report.written)), ("unchanged", .int(report.unchanged)),
          ("removed", .int(report.removed)), ("bytes", .int(report.bytes)),
          ("seconds", .double((report.seconds * 1000).rounded() / 1000)),
        ])
      })
    if exported.reports.contains(where: { $0.format == "site" }) {
      answer.hints = ["open \(exported.directory)/index.html"]
    }
    return answer
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
