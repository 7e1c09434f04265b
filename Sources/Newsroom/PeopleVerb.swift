public import Editorial
import Git

/// What is said of a person on the command line; nil leaves it as it is.
public struct PersonEdits: Sendable {
  public var name: String?
  public var emails: [String] = []
  public var roles: [Role] = []
  public var addRoles: [Role] = []
  public var dropRoles: [Role] = []
  public var bio: String?
  public var links: [String] = []
  public var addKeys: [String] = []
  public var dropKeys: [String] = []
  public var active: Bool?
  public var agent: Bool?

  public init() {}
}

extension Newsroom {
  /// Puts somebody on the staff; a chief's act, in a commit of its own.
  public mutating func hire(_ handle: String, _ edits: PersonEdits) throws(Failure) -> Person {
    guard let handle = Handle(handle) else {
      throw Failure(
        .invalid, "`\(handle)` can't be a handle",
        hint: Slug.from(handle).map { "perhaps \($0)?" }
          ?? "a handle has lower-case letters, digits and hyphens, as ana-costa")
    }
    guard let name = edits.name, !name.isEmpty else {
      throw Failure(
        .usage, "a person needs a name", hint: "stet people add \(handle) --name \"Ana Costa\"")
    }
    guard desk.policy.people[handle] == nil else {
      throw Failure(
        .refused, "\(handle) is in people/ already", hint: "stet people set \(handle) changes them")
    }
    var person = Person(
      handle: handle, name: name, emails: edits.emails,
      roles: edits.roles.isEmpty ? [.writer] : edits.roles, bio: edits.bio, links: edits.links,
      keys: edits.addKeys)
    person.agent = edits.agent ?? false
    try checkAddresses(person)
    let text = HouseText.person(person)
    return try changePeople(handle, Array(text.utf8), "add \(handle)")
  }

  /// Changes what is known of somebody; the other lines of the file stay as they are.
  public mutating func setPerson(
    _ name: String, _ edits: PersonEdits, why: String
  ) throws(Failure) -> Person {
    let old = try person(called: name)
    var person = old
    if let name = edits.name { person.name = name }
    if !edits.emails.isEmpty { person.emails = edits.emails }
    if !edits.roles.isEmpty { person.roles = edits.roles }
    person.roles += edits.addRoles.filter { !person.roles.contains($0) }
    person.roles.removeAll { edits.dropRoles.contains($0) }
    if let bio = edits.bio { person.bio = bio.isEmpty ? nil : bio }
    if !edits.links.isEmpty { person.links = edits.links }
    person.keys += edits.addKeys.filter { !person.keys.contains($0) }
    person.keys.removeAll { key in
      edits.dropKeys.contains { key.hasPrefix($0) || key.hasSuffix($0) }
    }
    if let active = edits.active { person.active = active }
    if let agent = edits.agent { person.agent = agent }
    guard person != old else {
      throw Failure(
        .invalid, "nothing about \(name) would change", hint: "stet people show \(name)")
    }
    try checkAddresses(person)
    try refuseWithoutChief(person)
    let path = "people/\(person.handle).yml"
    guard let id = desk.files[path] else { throw Failure(.notFound, "there is no \(path)") }
    let bytes = try rewritten(try blob(id), from: old, to: person)
    return try changePeople(person.handle, bytes, "\(why) \(person.handle)")
  }

  /// The newsroom always keeps somebody who can change its rules.
  private func refuseWithoutChief(_ person: Person) throws(Failure) {
    let others = desk.policy.people(with: .chief).filter { $0.handle != person.handle }
    if others.isEmpty, !(person.active && person.roles.contains(.chief)) {
      throw Failure(
        .refused, "\(person.name) is the only chief, and a newsroom needs one",
        hint: "make somebody else chief first: stet people set HANDLE --add-role chief")
    }
  }

  private func checkAddresses(_ person: Person) throws(Failure) {
    for email in person.emails {
      guard email.contains("@"),
        !email.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" })
      else { throw Failure(.invalid, "`\(email)` is not an e-mail address") }
      if let owner = desk.policy.person(withEmail: email), owner.handle != person.handle {
        throw Failure(.refused, "\(email) belongs to \(owner.handle) already")
      }
    }
  }

  /// The file of a person with only the changed fields written anew.
  private func rewritten(
    _ bytes: [UInt8], from old: Person, to new: Person
  ) throws(Failure) -> [UInt8] {
    var changes: [(key: String, yaml: String?)] = []
    func change(_ key: String, _ before: Value?, _ after: Value?) {
      guard before != after else { return }
      changes.append((key, after.flatMap { $0.isEmpty && key != "keys" ? nil : $0.yaml() }))
    }
    change("name", .scalar(old.name), .scalar(new.name))
    change("email", Value(old.emails), Value(new.emails))
    change("roles", Value(old.roles.map(\.rawValue)), Value(new.roles.map(\.rawValue)))
    change("bio", old.bio.map(Value.scalar), new.bio.map(Value.scalar))
    change("links", Value(old.links), Value(new.links))
    change("keys", Value(old.keys), Value(new.keys))
    if old.active != new.active { changes.append(("active", String(new.active))) }
    if old.agent != new.agent { changes.append(("agent", String(new.agent))) }
    return try rewrite(bytes, changes)
  }

  /// A YAML file with some top-level fields changed, all other lines as they are.
  func rewrite(
    _ bytes: [UInt8], _ changes: [(key: String, yaml: String?)]
  ) throws(Failure) -> [UInt8] {
    let fence = Array("---\n".utf8)
    let newline: [UInt8] = bytes.last == 0x0A || bytes.isEmpty ? [] : [0x0A]
    do throws(Fault) {
      let file = try FrontMatter(fence + bytes + newline + fence)
      let changed = file.setting(
        changes.filter { change in
          change.yaml != nil || file.fields.contains { $0.key == change.key }
        })
      return Array(changed.dropFirst(fence.count).dropLast(fence.count))
    } catch {
      throw Failure(error)
    }
  }

  private mutating func changePeople(
    _ handle: Handle, _ bytes: [UInt8], _ what: String
  ) throws(Failure) -> Person {
    try changePolicy([("people/\(handle).yml", bytes)], "people: \(what)")
    guard let person = desk.policy.people[handle] else {
      throw Failure(.failed, "\(handle) was not kept")
    }
    return person
  }

  /// Commits a change of the rules, which is a chief's.
  mutating func changePolicy(
    _ files: [(path: String, bytes: [UInt8]?)], _ subject: String, note: String = ""
  ) throws(Failure) {
    let actor = try person()
    try change("people") { newsroom throws(Failure) in
      let unsaved = Set(try newsroom.changedFiles())
      if let path = files.map(\.path).first(where: unsaved.contains) {
        throw Failure(.refused, "\(path) has unsaved changes", hint: "stet save \(path)")
      }
      let record = Record(subject: subject, note: note, trailers: [])
      try newsroom.commit(Draft(files: files, record: record), by: actor)
    }
  }
}
