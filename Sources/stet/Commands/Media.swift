import ArgumentParser
import Editorial
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
      published story names go out. At most 20 MiB and 100 million pixels; JPEG, PNG, GIF, WebP or \
      AVIF. What a camera wrote beside the picture, as where it was taken, is left out. Where \
      vipsthumbnail is installed, sizes for smaller screens come with it.

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
    guard alt.contains(where: { !$0.isWhitespace }) else {
      throw Failure(
        .usage, "--alt says in words what the picture shows, for those who can't see it",
        hint: "stet media add \(file) --alt \"Gull Rock Light at dusk\"")
    }
    var picture = try PictureToAdd(reading: file, alt: alt)
    (picture.caption, picture.credit, picture.license) = (caption, credit, license)
    if let to { picture.story = try newsroom.find(to).entry.id }
    let added = try await newsroom.add(picture)
    var answer = Answer([
      "\(options.dryRun ? "Would add" : "Added") \(added.path)"
        + (added.found.map { ", on \($0.slug)" } ?? "") + "."
    ])
    if !added.widths.isEmpty {
      let widths = prose(added.widths.map(String.init))
      answer.lines.append("With it for smaller screens: \(widths) pixels wide.")
    }
    if picture.wasCleaned {
      answer.lines.append("Left out: what its file said besides, as where it was taken.")
    }
    if let hint = added.hint { answer.hints.append(hint) }
    if added.found == nil {
      answer.hints.append("put it on a story: --set 'image=\(added.image.yaml())'")
    }
    answer.json = .object([
      ("path", .string(added.path)), ("story", JSON(added.found?.slug)), ("alt", .string(alt)),
      ("caption", JSON(caption)), ("credit", JSON(credit)),
    ])
    return answer
  }
}
