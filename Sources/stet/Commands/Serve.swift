import ArgumentParser
import Editorial
import Export
import Foundation
import Newsroom

struct Serve: Command {
  static let configuration = CommandConfiguration(
    commandName: "serve", _superCommandName: "stet", abstract: "Look at an edition in a browser.",
    discussion: """
      Shows the newest edition on this machine alone; --live shows what is published and not out yet, \
      --at what readers had at a time.

      EXAMPLES
        stet serve
        stet serve --live --port 8090
        stet serve --at "2026-11-25 14:00"
      """)
  @Option(help: ArgumentHelp("The port.", valueName: "n")) var port: UInt16 = 8080
  @Option(help: ArgumentHelp("An edition; the newest otherwise.", valueName: "tag"))
  var release: String?
  @Flag(help: "What is published, released or not.") var live = false
  @Option(help: ArgumentHelp("What readers had then.", valueName: "time"))
  var at: String?
  @OptionGroup var options: Options

  func validate() throws {
    let chosen = [release != nil, live, at != nil].count { $0 }
    guard chosen < 2 else { throw ValidationError("--release, --live or --at: one of them") }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let folder = newsroom.scratch("serve")
    var request = ExportRequest(formats: [try Format.named("site")], directory: folder)
    (request.release, request.live, request.force) = (release, live, true)
    request.at = try at.map { try newsroom.moment(seenAt: $0) }
    let exported = try await Newsroom.export(
      request, from: Frame.folder(options), newsroom.circumstances)
    let window = Window(folder: folder, port: port)
    var what = live ? "What is published" : "Edition \(exported.release)"
    if let moment = request.at {
      what += " as readers had it, \(screen.day(moment)) \(screen.hour(moment)),"
    }
    Output.line("\(what) is at \(window.address) (stop with Ctrl-C)")
    try await window.serve()
    return Answer()
  }
}
