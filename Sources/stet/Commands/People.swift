import ArgumentParser
import Editorial
import Foundation
import Newsroom

struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", _superCommandName: "stet", abstract: "Who is on the staff.",
    discussion: """
      EXAMPLES
        stet people
        stet people add ana-costa --name "Ana Costa" --email ana@example.org --role writer
        stet people set ana-costa --add-role editor
        stet people retire ana-costa
      """,
    subcommands: [
      PeopleList.self, PeopleShow.self, PeopleAdd.self, PeopleSet.self, PeopleRetire.self,
      PeopleKey.self,
    ], defaultSubcommand: PeopleList.self)
}

enum PeopleScreen {
  static func json(_ person: Person) -> JSON {
    .object([
      ("handle", .string(person.handle.description)), ("name", .string(person.name)),
      ("emails", JSON(person.emails)), ("roles", JSON(person.roles.map(\.rawValue))),
      ("active", .bool(person.active)), ("keys", JSON(person.keys)),
    ])
  }

  static func lines(_ person: Person) -> [String] {
    let roles = person.roles.isEmpty ? "no role" : prose(person.roles.map(\.rawValue))
    var lines = ["\(person.name) (\(person.handle)), \(roles)"]
    if !person.active { lines[0] += ", no longer on the staff" }
    if person.agent { lines[0] += ", a program" }
    if !person.emails.isEmpty { lines.append("  \(person.emails.joined(separator: ", "))") }
    if let bio = person.bio { lines.append("  \(bio)") }
    lines += person.links.map { "  \($0)" } + person.keys.map { "  key \($0)" }
    return lines
  }

  static func role(_ name: String) throws -> Role {
    guard let role = Role(rawValue: name) else {
      let all = Role.allCases.map(\.rawValue)
      throw Failure(
        .invalid, "there is no role called \(name)",
        hint: all.nearest(to: name).map { "did you mean \($0)?" } ?? "there are \(prose(all))")
    }
    return role
  }

  static func key(_ file: String) throws -> String {
    let text = try WordOptions.text(of: file)
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    guard line.hasPrefix("ssh-ed25519 ") || line.hasPrefix("sk-ssh-ed25519") else {
      throw Failure(
        .invalid, "\(file) is no public key that stet takes",
        hint: "ssh-keygen -t ed25519 makes one; name its .pub file")
    }
    return line
  }
}

struct PeopleList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Everyone on the staff.")
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let people = newsroom.desk.policy.people.values.sorted { $0.handle < $1.handle }
    let width = people.map(\.handle.description.count).max() ?? 0
    let names = people.map(\.name.count).max() ?? 0
    let lines = people.map { person in
      "\(screen.padded(person.handle.description, to: width))  \(screen.padded(person.name, to: names))  "
        + person.roles.map(\.rawValue).joined(separator: ", ")
        + (person.active ? "" : "  (retired)")
        + (person.agent ? "  (program)" : "")
    }
    return Answer(lines, json: .array(people.map(PeopleScreen.json)))
  }
}

struct PeopleShow: Command {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "One of them.")
  @Argument(
    help: "Who.", completion: .custom { _, _, _ in Completions.people() }) var handle: String
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let person = try newsroom.person(called: handle)
    return Answer(PeopleScreen.lines(person), json: PeopleScreen.json(person))
  }
}

/// What can be said of a person.
struct PersonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The name that readers see.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("An e-mail address; the first is on commits.", valueName: "address"))
  var email: [String] = []
  @Option(help: ArgumentHelp("A role: writer, editor, publisher, chief, clock.", valueName: "role"))
  var role: [String] = []
  @Option(
    help: ArgumentHelp("A line about them for readers.", valueName: "text")
  ) var bio: String?
  @Option(help: ArgumentHelp("A link for readers.", valueName: "url")) var link: [String] = []
  @Option(help: ArgumentHelp("A file with an SSH public key.", valueName: "file"))
  var key: [String] = []
  @Flag(help: "A program: it writes, and never approves or publishes.") var agent = false

  func edits() throws -> PersonEdits {
    var edits = PersonEdits()
    (edits.name, edits.emails, edits.bio, edits.links) = (name, email, bio, link)
    edits.roles = try role.map(PeopleScreen.role)
    edits.addKeys = try key.map(PeopleScreen.key)
    if agent { edits.agent = true }
    return edits
  }
}

struct PeopleAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put somebody on the staff.",
    discussion: """
      Without a role they are a writer.

      EXAMPLES
        stet people add ana-costa --name "Ana Costa" --email ana@example.org
        stet people add mei-tan --name "Mei Tan" --email mei@example.org --role editor --role publisher
      """)
  @Argument(help: "Their short name.") var handle: String
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    let person = try newsroom.hire(handle, try person.edits())
    let roles = prose(person.roles.map(\.rawValue))
    var answer = Answer(
      ["\(person.name) is on the staff (\(roles))."], json: PeopleScreen.json(person))
    if person.emails.isEmpty {
      answer.hints = [
        "without an e-mail address nobody can act as \(person.handle): stet people set \(person.handle) --email …"
      ]
    }
    return answer
  }
}

struct PeopleSet: Command {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change what is known of somebody.",
    discussion: """
      --role replaces the roles; --add-role and --drop-role change one.

      EXAMPLES
        stet people set ana-costa --add-role editor
        stet people set ana-costa --bio "Ana Costa writes about the harbour."
      """)
  @Argument(
    help: "Who.", completion: .custom { _, _, _ in Completions.people() }) var handle: String
  @OptionGroup var person: PersonOptions
  @Option(name: .customLong("add-role"), help: ArgumentHelp("One role more.", valueName: "role"))
  var addRole: [String] = []
  @Option(name: .customLong("drop-role"), help: ArgumentHelp("One role less.", valueName: "role"))
  var dropRole: [String] = []
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var edits = try person.edits()
    edits.addRoles = try addRole.map(PeopleScreen.role)
    edits.dropRoles = try dropRole.map(PeopleScreen.role)
    let person = try newsroom.setPerson(handle, edits, why: "set")
    return Answer(PeopleScreen.lines(person), json: PeopleScreen.json(person))
  }
}

struct PeopleRetire: Command {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Somebody leaves; what they did stays.",
    discussion: """
      EXAMPLES
        stet people retire ana-costa
      """)
  @Argument(
    help: "Who.", completion: .custom { _, _, _ in Completions.people() }) var handle: String
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var edits = PersonEdits()
    edits.active = false
    let person = try newsroom.setPerson(handle, edits, why: "retire")
    return Answer(
      ["\(person.name) has left the staff; what they wrote and approved stays theirs."],
      json: PeopleScreen.json(person))
  }
}

struct PeopleKey: Command {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Add or revoke a signing key.",
    discussion: """
      EXAMPLES
        stet people key add ana-costa ~/.ssh/id_ed25519.pub
        stet people key revoke ana-costa ~/.ssh/id_ed25519.pub
      """)
  @Argument(help: "add or revoke.") var act: String
  @Argument(
    help: "Who.", completion: .custom { _, _, _ in Completions.people() }) var handle: String
  @Argument(help: "The public key's file.") var file: String
  @OptionGroup var options: Options
  func answer(_ newsroom: inout Newsroom, _ screen: Screen) async throws -> Answer {
    var edits = PersonEdits()
    let key = try PeopleScreen.key(file)
    switch act {
    case "add": edits.addKeys = [key]
    case "revoke": edits.dropKeys = [key]
    default:
      throw Failure(.usage, "a key is added or revoked", hint: "stet people key add HANDLE FILE")
    }
    let person = try newsroom.setPerson(handle, edits, why: "\(act) a key of")
    return Answer(PeopleScreen.lines(person), json: PeopleScreen.json(person))
  }
}
