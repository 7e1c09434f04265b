import ArgumentParser
import Editorial
import Newsroom

struct Whoami: Command {
  static let configuration = CommandConfiguration(
    commandName: "whoami", _superCommandName: "stet", abstract: "Who stet takes you for.",
    discussion: """
      --set remembers somebody in this clone; without it you are who git's user.email belongs to.

      EXAMPLES
        stet whoami
        stet whoami --set ana-costa
      """)
  @Option(help: ArgumentHelp("Be this person in this clone.", valueName: "handle")) var set: String?
  @OptionGroup var options: Options

  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    if let set { try newsroom.remember(try newsroom.person(called: set)) }
    let person = if let set { try newsroom.person(called: set) } else { try newsroom.person() }
    var line = "You are \(person.name) (\(person.handle)): \(prose(person.roles.map(\.rawValue)))."
    if !person.active { line += " No longer on the staff." }
    if let other = newsroom.enterer(for: person) { line += " Entered by \(other.name)." }
    return Answer([line], json: PeopleScreen.json(person))
  }
}
