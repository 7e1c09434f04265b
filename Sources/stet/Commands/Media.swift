import ArgumentParser
import Editorial
import Foundation
import Newsroom

struct Media: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "media", _superCommandName: "stet", abstract: "Take a picture in.",
    discussion: """
      EXAMPLES
        stet media add lighthouse.jpg --alt "Gull Rock Light at dusk" --to keeper
      """,
    subcommands: [MediaAdd.self])
}

struct MediaAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Copy a picture in, and put it on a story.",
    discussion: """
      A picture never changes afterwards: a new one is added under a new name. Only pictures that a \
      published story names go out.

      EXAMPLES
        stet media add lighthouse.jpg --alt "Gull Rock Light at dusk" --credit "Rui Melo" --to keeper
        stet media add chart.png --alt "Tolls since 2010"
      """)
  @Argument(help: "The file.", completion: .file()) var file: String
  @Option(
    help: ArgumentHelp("What it shows, for who can't see it.", valueName: "text"))
  var alt: String
  @Option(help: ArgumentHelp("The line under it.", valueName: "text"))
  var caption: String?
  @Option(help: ArgumentHelp("Who made it.", valueName: "name"))
  var credit: String?
  @Option(help: ArgumentHelp("Its licence.", valueName: "text"))
  var license: String?
  @Option(
    help: ArgumentHelp("The story that it goes on.", valueName: "story"),
    completion: .custom { _, _, _ in Completions.stories() })
  var to: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(.invalid, "there is no file \(file) that could be read")
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    var picture = PictureToAdd(name: name, bytes: [UInt8](data), alt: alt)
    (picture.caption, picture.credit, picture.license) = (caption, credit, license)
    if let to { picture.story = try newsroom.find(to).entry.id }
    let (path, image, found) = try newsroom.add(picture)
    var answer = Answer([
      "\(options.dryRun ? "Would add" : "Added") \(path)" + (found.map { ", on \($0.slug)" } ?? "")
        + "."
    ])
    if found == nil { answer.hints = ["put it on a story: --set 'image=\(image.yaml())'"] }
    answer.json = .object([
      ("path", .string(path)), ("story", JSON(found?.slug)), ("alt", .string(alt)),
      ("caption", JSON(caption)), ("credit", JSON(credit)),
    ])
    return answer
  }
}
