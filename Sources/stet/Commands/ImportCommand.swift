import ArgumentParser
import Editorial
import Import
import Newsroom

struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "stet",
    abstract: "Take in stories from another system.",
    discussion: """
      A chief's act: one commit for the people and sections that the stories need, one for the stories. \
      Each comes in as its source has it: published with its old date and address, or as a draft where \
      the source says draft, private or later, or gives no date, and spiked where a wire killed it. \
      --stage draft makes drafts of all. Nobody gets a role or an address by it.

      Every file that did not come in is named with line and reason, and so is what came over as \
      something else; nothing is dropped in silence. A second run changes nothing. Old addresses lead on \
      from the site. Pictures come along where the folder has them; --fetch gets those on other sites.

      \(ImportFormat.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

      EXAMPLES
        stet import jekyll ~/old-site --dry-run
        stet import hugo ~/site/content
        stet import markdown notes --stage draft
      """)
  @Argument(
    help: ArgumentHelp(
      "Where from: \(ImportFormat.all.map(\.name).joined(separator: ", ")).", valueName: "format"),
    completion: .list(ImportFormat.all.map(\.name)))
  var format: String
  @Argument(help: "The folder or file.", completion: .file()) var path: String
  @Option(
    help: ArgumentHelp(
      "published: as the source has it; draft: all as drafts.", valueName: "stage"),
    completion: .list(["published", "draft"]))
  var stage: String?
  @Flag(help: "Get pictures from other sites.") var fetch = false
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let chosen: ImportFormat
    do throws(UnknownImportFormat) { chosen = try ImportFormat.named(format) } catch {
      throw Failure(.usage, error.problem, hint: error.hint)
    }
    guard stage == nil || stage == "published" || stage == "draft" else {
      throw Failure(
        .usage, "--stage is published or draft, not \(stage ?? "")",
        hint: "published takes each story as its source has it")
    }
    guard !fetch || !newsroom.circumstances.offline else {
      throw Failure(.usage, "--fetch needs the network, and --offline forbids it")
    }
    let report = try newsroom.take(
      in: ImportRequest(chosen, path: path, asDrafts: stage == "draft", fetches: fetch))
    return ImportScreen.answer(report, chosen, path, newsroom, options.dryRun)
  }
}
