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
        stet export --outlets
        stet export --desk tolls --out look
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
  @Option(
    help: ArgumentHelp("A story as it stands on the desk; for looking at.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var desk: String?
  @Flag(help: "All outlets of this machine, the newest edition.") var outlets = false
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
    if outlets {
      guard formats.isEmpty, out == nil, release == nil, desk == nil, !asReleased, !live else {
        throw Failure(
          .usage, "--outlets writes the newest edition, in the formats and folders of stet outlet",
          hint: "stet export --outlets; stet release --back-to TAG goes back to an earlier one")
      }
      return nil
    }
    let directory = try directory()
    if desk != nil {
      guard release == nil, !asReleased, !live else {
        throw Failure(.usage, "--desk shows one story as it stands, and no edition")
      }
      return nil
    }
    var request = ExportRequest(formats: try chosen(), directory: directory)
    (request.release, request.live) = (release, live)
    (request.asReleased, request.force) = (asReleased, force)
    let folder = Frame.folder(options)
    let circumstances = try Frame.circumstances(options, screen)
    if live {
      // What was published since is worked out first.
      _ = try Newsroom.open(containing: folder, circumstances)
    }
    return answer(try await Newsroom.export(request, from: folder, circumstances), screen)
  }

  private func directory() throws -> String {
    guard let out, !out.isEmpty else {
      throw Failure(.usage, "export into which folder?", hint: "stet export --out public")
    }
    return out
  }

  private func chosen() throws -> [Format] {
    var chosen: [Format] = []
    for name in formats.isEmpty ? ["site"] : formats {
      do throws(UnknownFormat) {
        let format = try Format.named(name)
        if !chosen.contains(where: { $0.name == name }) { chosen.append(format) }
      } catch {
        throw Failure(.usage, error.problem, hint: error.hint)
      }
    }
    return chosen
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if let desk {
      var request = ExportRequest(formats: try chosen(), directory: try directory())
      request.force = force
      return answer(try await newsroom.export(try newsroom.find(desk), request), screen)
    }
    if options.dryRun { return try wouldBe(newsroom) }
    let outcomes = try await newsroom.exportToOutlets(force: force)
    let (lines, hints, status) = try OutletScreen.answer(outcomes, newsroom, screen)
    var answer = Answer(lines, json: .array(OutletScreen.json(outcomes)), hints: hints)
    answer.status = status
    return answer
  }

  private func wouldBe(_ newsroom: borrowing Newsroom) throws -> Answer {
    guard let newest = try newsroom.releases().first else {
      throw Failure(.notFound, "nothing was released yet", hint: "stet release")
    }
    let states = try newsroom.outletStates().filter(\.isHere)
    let lines = try newsroom.outletsHere().map { outlet in
      let now = states.first { $0.name == outlet.name }?.release ?? "nothing"
      return
        "Would write \(newest.tag) into \(outlet.out ?? ""), where \(outlet.name) shows \(now) now."
    }
    return Answer(lines, json: .array([]))
  }

  private func answer(_ exported: Exported, _ screen: Screen) -> Answer {
    var answer = Answer()
    if options.dryRun {
      let names = formats.isEmpty ? "site" : formats.joined(separator: ", ")
      answer.lines = ["Would write \(exported.release) into \(exported.directory): \(names)."]
      answer.json = .array([])
      return answer
    }
    let width = exported.reports.map { $0.format.count + 1 }.reduce(9, max)
    for report in exported.reports {
      let held =
        exported.held.isEmpty
        ? "" : ", \(exported.held.count) held: \(exported.held.joined(separator: ", "))"
      let stories = report.stories == 1 ? "1 story" : "\(report.stories) stories"
      answer.lines.append(
        "\(screen.padded(report.format, to: width)) \(stories)\(held); \(report.written) \(report.written == 1 ? "file" : "files") written, \(report.unchanged) unchanged, \(report.removed) removed; \(Self.tenths(report.seconds)) s"
      )
    }
    answer.lines.append(
      live
        ? "\(exported.directory) shows what is published, NOT FOR PUBLICATION."
        : desk == nil
          ? "\(exported.directory) holds edition \(exported.release)."
          : "\(exported.directory) shows \(exported.release) as the desk has it, NOT FOR PUBLICATION."
    )
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
    if !exported.dropped.isEmpty {
      // A site has feeds and sitemaps of its own.
      let parts: Set = ["rss", "atom", "jsonfeed", "sitemap", "news-sitemap"]
      let names = exported.dropped.filter { name in
        !exported.dropped.contains("site") || !parts.contains(name)
      }
      let all = (names + exported.reports.map(\.format)).joined(separator: " ")
      answer.hints = [
        "the folder's \(prose(names)) \(names.count == 1 ? "is" : "are") gone, since a folder is made "
          + "what is asked for: stet export \(all) --out \(exported.directory) has all of it"
      ]
    } else if exported.reports.contains(where: { $0.format == "site" }) {
      answer.hints = ["open \(exported.directory)/index.html"]
    }
    return answer
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
