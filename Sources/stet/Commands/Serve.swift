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
      --at what readers had at a time. --desk shows the paper as the desk has it: every story at work \
      under a ribbon with its stage, with words, theme and fronts as they stand, saved or not; its \
      pages load again by themselves when something changes.

      EXAMPLES
        stet serve
        stet serve --desk
        stet serve --live --port 8090
        stet serve --at "2026-11-25 14:00"
      """)
  @Option(help: ArgumentHelp("The port; 0 takes one that is free.", valueName: "n")) var port:
    UInt16 = 8080
  @Option(help: ArgumentHelp("An edition; the newest otherwise.", valueName: "tag"))
  var release: String?
  @Flag(help: "What is published, released or not.") var live = false
  @Option(help: ArgumentHelp("What readers had then.", valueName: "time"))
  var at: String?
  @Flag(help: "The desk: every story as it stands, and what changes as it changes.")
  var desk = false
  @OptionGroup var options: Options

  func validate() throws {
    let chosen = [release != nil, live, at != nil, desk].count { $0 }
    guard chosen < 2 else {
      throw ValidationError("--release, --live, --at or --desk: one of them")
    }
  }

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if desk {
      let view = DeskView(of: newsroom, at: Frame.folder(options))
      let window = try Window(on: .desk(view), port: port)
      try await window.serve {
        Output.line("The desk is at \(window.address) (stop with Ctrl-C)")
      }
      return Answer()
    }
    let folder = newsroom.scratch("serve")
    let window = try Window(on: .folder(folder), port: port)
    var request = ExportRequest(formats: [try Format.named("site")], directory: folder)
    (request.release, request.live, request.force) = (release, live, true)
    request.at = try at.map { try newsroom.moment(seenAt: $0) }
    let exported = try await Newsroom.export(
      request, from: Frame.folder(options), newsroom.circumstances)
    var what = live ? "What is published" : "Edition \(exported.release)"
    if let moment = request.at {
      what += " as readers had it, \(screen.day(moment)) \(screen.hour(moment)),"
    }
    let line = "\(what) is at \(window.address) (stop with Ctrl-C)"
    try await window.serve { Output.line(line) }
    return Answer()
  }
}
