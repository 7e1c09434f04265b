import ArgumentParser

/// What every command takes, before and after its name.
struct Options: ParsableArguments {
  @Option(
    name: [.customLong("newsroom"), .customShort("C")],
    help: ArgumentHelp("The newsroom's folder.", valueName: "dir"))
  var newsroom: String?

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts.", valueName: "handle"),
    completion: .custom { _, _, _ in Completions.people() })
  var person: String?

  @Flag(name: .long, help: "Answer in JSON.")
  var json = false

  @Option(
    name: .long, help: ArgumentHelp("With --json: these keys only.", valueName: "a,b"))
  var fields: String?

  @Flag(name: [.long, .customShort("q")], help: "No hints.")
  var quiet = false

  @Flag(name: [.customShort("v"), .long], help: "Say more.")
  var verbose = false

  @Flag(name: .customLong("no-color"), help: "No colours (there are none without a terminal).")
  var noColor = false

  @Flag(name: .customLong("no-input"), help: "Never ask.")
  var noInput = false

  @Flag(name: .long, help: "Don't share with the remote now.")
  var offline = false

  @Flag(name: .customLong("dry-run"), help: "Say what would change, and change nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Times in UTC.")
  var utc = false

  /// The options above that take a value.
  static let withValue: Set = ["--newsroom", "-C", "--as", "--fields"]
}
