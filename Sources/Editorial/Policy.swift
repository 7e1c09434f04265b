/// The rules in force: stet.yml, the people and the workflows, as they stood at one commit.
public struct Policy: Sendable, Equatable {
  public var house: House
  public var people: [Handle: Person] {
    didSet { owners = Self.owners(people) }
  }
  /// Whose address is whose, in lower case: each commit asks.
  private var owners: [String: Handle]
  /// Every workflow that has a file.
  public var workflows: [String: Workflow]
  /// The names in use; the first is the default.
  public var inUse: [String]
  public var fourEyes: Bool
  public var signingRequired: Bool
  /// Whether every publishing command releases by itself.
  public var releasesEach: Bool
  /// Who may hold, lift, retract and pull.
  public var may: [String: [Role]]
  /// Readers' standard words for a withdrawal of each kind.
  public var withdrawal: [String: String]
  public var outlets: [(name: String, formats: [String])]
  /// How grave a finding is, by the name of its rule; the rest is advice.
  public var checks: [String: Finding.Severity]
  /// The rules that `stet check` leaves out where no transition demands them.
  public var unchecked: Set<String>
  /// House style by file, and taken together.
  public private(set) var styles: [String: StyleFile]
  public private(set) var style: HouseStyle
  /// The number of the rules by which this newsroom is judged.
  public var rules: Int

  /// What readers are told where a withdrawal gives no notice of its own.
  public func standardNotice(of kind: Withdrawal) -> String {
    if let text = withdrawal[kind.rawValue], !text.isEmpty { return text }
    return switch kind {
    case .retraction: "This article has been withdrawn."
    case .legal: "This article has been removed for legal reasons."
    case .privacy: "This article has been removed to protect someone's privacy."
    }
  }

  /// The rules that this program knows.
  public static let knownRules = 1

  public static func == (left: Policy, right: Policy) -> Bool {
    left.house == right.house && left.people == right.people && left.workflows == right.workflows
      && left.inUse == right.inUse && left.fourEyes == right.fourEyes && left.may == right.may
      && left.signingRequired == right.signingRequired && left.rules == right.rules
      && left.releasesEach == right.releasesEach && left.withdrawal == right.withdrawal
      && left.checks == right.checks && left.unchecked == right.unchecked
      && left.styles == right.styles && left.outlets.elementsEqual(right.outlets) { $0 == $1 }
  }

  /// The person to whom an e-mail address belongs, letters' case aside.
  public func person(withEmail email: String) -> Person? {
    let email = email.lowercased()
    return owners[email].flatMap { people[$0] }
  }

  private static func owners(_ people: [Handle: Person]) -> [String: Handle] {
    var owners: [String: Handle] = [:]
    for person in people.values.sorted(by: { $0.handle > $1.handle }) {
      for email in person.emails where !email.isEmpty { owners[email.lowercased()] = person.handle }
    }
    return owners
  }

  /// The name that readers see: a person's, or the text itself for people outside.
  public func name(of text: String) -> String {
    Handle(text).flatMap { people[$0]?.name } ?? text
  }

  /// The active people with a role, by handle.
  public func people(with role: Role) -> [Person] {
    people.values.filter { $0.active && $0.roles.contains(role) }.sorted { $0.handle < $1.handle }
  }

  public var defaultWorkflow: String { inUse.first ?? "" }

  /// Whether a path of the newsroom is policy: anything but stories, pictures and fronts.
  public static func isPolicy(_ path: String) -> Bool {
    !path.hasPrefix("articles/") && !path.hasPrefix("media/") && !path.hasPrefix("fronts/")
  }

  /// Whether a policy path is one that ``init(files:)`` reads.
  public static func isRead(_ path: String) -> Bool {
    path == "stet.yml"
      || path.hasSuffix(".yml") && (path.hasPrefix("people/") || path.hasPrefix("workflows/"))
      || StyleFile.isOne(path)
  }

  /// Reads the policy from its files by path; others than ``isRead(_:)`` are passed over.
  public init(files: [String: [UInt8]]) throws(PolicyFault) {
    guard files["stet.yml"] != nil else {
      throw PolicyFault(path: "stet.yml", line: 1, "the file is missing")
    }
    self = try Policy(house: House(title: "")).changing(files.mapValues(Optional.some))
  }

  /// The policy after some of its files changed; nil is one that is gone.
  ///
  /// The others are not read again.
  func changing(_ files: [String: [UInt8]?]) throws(PolicyFault) -> Policy {
    var next = self
    if let change = files["stet.yml"] {
      guard let bytes = change else {
        throw PolicyFault(path: "stet.yml", line: 1, "the file is missing")
      }
      next = try HouseFile(YAMLFile(bytes, "stet.yml")).policy()
      (next.people, next.workflows, next.styles) = (people, workflows, styles)
    }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key })
    where Self.isRead(path) && path != "stet.yml" {
      try next.take(path, bytes)
    }
    try next.check()
    return next
  }

  private mutating func take(_ path: String, _ bytes: [UInt8]?) throws(PolicyFault) {
    if StyleFile.isOne(path) {
      styles[path] = if let bytes { try StyleFile(bytes, path: path) } else { nil }
      return
    }
    let isPerson = path.hasPrefix("people/")
    let stem = String(path.split(separator: "/").last?.dropLast(".yml".count) ?? "")
    guard let bytes else {
      if isPerson, let handle = Handle(stem) { people[handle] = nil }
      if !isPerson { workflows[stem] = nil }
      return
    }
    if isPerson {
      let person = try PersonFile.read(bytes, path: path)
      people[person.handle] = person
      return
    }
    let workflow = try WorkflowFile.read(bytes, path: path)
    guard path == "workflows/\(workflow.name).yml" else {
      throw PolicyFault(path: path, line: 1, "it calls itself \(workflow.name)")
    }
    workflows[workflow.name] = workflow
  }

  /// What no file can tell alone.
  private mutating func check() throws(PolicyFault) {
    try checkPeople()
    owners = Self.owners(people)
    for name in inUse {
      guard let workflow = workflows[name] else {
        throw PolicyFault(path: "stet.yml", line: 1, "there is no workflows/\(name).yml")
      }
      try WorkflowCheck.prove(workflow)
    }
    style = try StyleFile.joined(Array(styles.values), self)
  }

  init(house: House) {
    self.house = house
    (people, owners, workflows, inUse) = ([:], [:], [:], [])
    (fourEyes, signingRequired, releasesEach, rules) = (true, false, false, 1)
    (may, withdrawal, outlets, checks, unchecked) = ([:], [:], [], [:], [])
    (styles, style) = ([:], HouseStyle())
  }

  /// The house alone, from the stet.yml of `live`.
  static func house(in bytes: [UInt8]) throws(PolicyFault) -> House {
    try HouseFile(YAMLFile(bytes, "stet.yml")).house()
  }

  static func person(in bytes: [UInt8], path: String) throws(PolicyFault) -> Person {
    try PersonFile.read(bytes, path: path)
  }

  /// An address or a key that is listed under two persons makes the policy invalid.
  private func checkPeople() throws(PolicyFault) {
    var owners: [String: Handle] = [:]
    for person in people.values.sorted(by: { $0.handle < $1.handle }) {
      for mark in person.emails.map({ $0.lowercased() }) + person.keys {
        if let owner = owners[mark], owner != person.handle {
          throw PolicyFault(
            path: "people/\(person.handle).yml", line: 1, "\(mark) belongs to \(owner) already")
        }
        owners[mark] = person.handle
      }
    }
  }
}

/// Reads stet.yml.
private struct HouseFile {
  let root: YAMLFile

  init(_ root: YAMLFile) { self.root = root }

  func policy() throws(PolicyFault) -> Policy {
    let top = root.top
    var policy = Policy(house: try house())
    policy.rules = root.optional("rules", in: top).map { Int($0) ?? 0 } ?? Policy.knownRules
    policy.inUse = root.list("workflows", in: top)
    guard !policy.inUse.isEmpty else {
      throw root.fault(top, nil, "`workflows` is missing or empty")
    }
    policy.fourEyes = try root.flag("four-eyes", "on", "off", or: true, in: top)
    policy.signingRequired = try root.flag("signing", "required", "optional", or: false, in: top)
    policy.releasesEach = try root.flag("release", "each", "by-hand", or: false, in: top)
    policy.may = ["hold", "lift", "retract"].reduce(into: ["pull": [.publisher]]) {
      $0[$1] = [.editor, .publisher]
    }
    if let may = root.mapping("may", in: top) {
      for (key, line, _) in may.pairs {
        var roles: [Role] = []
        for name in root.list(key, in: may) {
          guard let role = Role(rawValue: name) else {
            throw PolicyFault(path: root.path, line: line, "there is no role called `\(name)`")
          }
          roles.append(role)
        }
        policy.may[key] = roles
      }
    }
    policy.withdrawal = Dictionary(root.pairs("withdrawal", in: top) ?? []) { first, _ in first }
    try readChecks(in: top, into: &policy)
    if let outlets = root.mapping("outlets", in: top) {
      policy.outlets = outlets.pairs.map { ($0.key, root.list($0.key, in: outlets)) }
    }
    return policy
  }

  /// `checks: {related: warning, tags: off}`.
  private func readChecks(
    in top: YAMLFile.Item, into policy: inout Policy
  ) throws(PolicyFault) {
    if root.pairs("checks", in: top) == nil, let found = top.find("checks"),
      let text = try root.optional("checks", in: top), !text.isEmpty
    {
      throw PolicyFault(
        path: root.path, line: found.line,
        "`checks` gives rules their severity, as `checks: {related: warning, tags: off}`")
    }
    for (rule, text) in root.pairs("checks", in: top) ?? [] {
      guard Rule.named(rule) != nil else {
        throw root.unknown(rule, Rule.all.map(\.name), "check", top, "checks")
      }
      if text == "off" {
        policy.unchecked.insert(rule)
      } else if let severity = Finding.Severity(rawValue: text) {
        policy.checks[rule] = severity
      } else {
        let known = Finding.Severity.allCases.map(\.rawValue) + ["off"]
        throw root.unknown(text, known, "severity", top, "checks")
      }
    }
  }

  func house() throws(PolicyFault) -> House {
    let top = root.top
    var sections: [Section] = []
    for item in root.items("sections", in: top) {
      let id = try root.text("id", in: item)
      guard isShortName(id) else {
        throw root.fault(
          item, "id", "`\(id)` is not a section's id: use lower-case letters and hyphens")
      }
      sections.append(Section(id: id, label: root.optional("label", in: item) ?? id))
    }
    var credits = CreditStyle()
    if let style = root.mapping("credits", in: top) {
      func set(_ key: String, _ path: WritableKeyPath<CreditStyle, String>) {
        if let text = root.optional(key, in: style) { credits[keyPath: path] = text }
      }
      set("by", \.by)
      set("and", \.and)
      set("editing", \.editing)
      set("additional-editing", \.additionalEditing)
      set("additional-reporting", \.additionalReporting)
      set("agent", \.agent)
    }
    let url = root.optional("url", in: top).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      throw root.fault(top, "url", "`\(url)` is not an address, which begins with https://")
    }
    return House(
      title: try root.text("title", in: top), url: url,
      language: root.optional("language", in: top) ?? "en",
      timezone: root.optional("timezone", in: top) ?? "UTC",
      publisher: root.optional("publisher", in: top), sections: sections, credits: credits,
      publicFields: root.list("public-fields", in: top),
      fullFeeds: root.optional("feeds", in: top) != "summary")
  }
}

/// Reads `people/<handle>.yml`.
private enum PersonFile {
  static func read(_ bytes: [UInt8], path: String) throws(PolicyFault) -> Person {
    let root = try YAMLFile(bytes, path)
    let stem = path.dropFirst("people/".count).dropLast(".yml".count)
    guard let handle = Handle(String(stem)) else {
      throw PolicyFault(path: path, line: 1, "a handle has lower-case letters, digits and hyphens")
    }
    let top = root.top
    var roles: [Role] = []
    for name in root.list("roles", in: top) {
      guard let role = Role(rawValue: name) else {
        throw root.unknown(name, Role.allCases.map(\.rawValue), "role", top, "roles")
      }
      roles.append(role)
    }
    return Person(
      handle: handle, name: try root.text("name", in: top), emails: root.list("email", in: top),
      roles: roles, bio: root.optional("bio", in: top), links: root.list("links", in: top),
      keys: root.list("keys", in: top),
      active: try root.flag("active", "true", "false", or: true, in: top),
      agent: try root.flag("agent", "true", "false", or: false, in: top))
  }
}
