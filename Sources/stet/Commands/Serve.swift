import ArgumentParser
import Editorial
import Export
import Foundation
import Newsroom

struct Serve: Command {
  static let configuration = CommandConfiguration(
    commandName: "serve", _superCommandName: "stet", abstract: "Look at an edition in a browser.",
    discussion: """
      Shows the newest edition on this machine alone; --live shows what is published and not out yet.

      EXAMPLES
        stet serve
        stet serve --live --port 8090
      """)
  @Option(help: ArgumentHelp("The port.", valueName: "n")) var port: UInt16 = 8080
  @Option(help: ArgumentHelp("An edition; the newest otherwise.", valueName: "tag"))
  var release: String?
  @Flag(help: "What is published, released or not.") var live = false
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let folder = newsroom.scratch("serve")
    var request = ExportRequest(formats: [try Format.named("site")], directory: folder)
    (request.release, request.live, request.force) = (release, live, true)
    let exported = try await Newsroom.export(
      request, from: Frame.folder(options), newsroom.circumstances)
    let window = Window(folder: folder, port: port)
    let what = live ? "What is published" : "Edition \(exported.release)"
    Output.line("\(what) is at \(window.address) (stop with Ctrl-C)")
    try await window.serve()
    return Answer()
  }
}
