internal import Editorial

/// Who and which sections a batch needs beyond those that are there.
struct Roll {
  private let batch: Batch
  private let policy: Policy
  private var handles: [String: Handle] = [:]
  private var names: [String: Handle] = [:]
  /// What the old system calls people, by their names.
  private var keys: [String: String] = [:]
  private var used: Set<Handle>
  private var sectionIDs: [String: String] = [:]
  private(set) var people: [Person] = []
  private(set) var sections: [Section] = []

  init(_ batch: Batch, _ policy: Policy) {
    (self.batch, self.policy, used) = (batch, policy, Set(policy.people.keys))
    for person in policy.people.values.sorted(by: { $0.handle < $1.handle }) {
      let name = person.name.lowercased()
      if names[name] == nil { names[name] = person.handle }
    }
    for (key, person) in batch.people.sorted(by: { $0.key < $1.key }) {
      let name = person.name.lowercased()
      if keys[name] == nil { keys[name] = key }
    }
    for section in policy.house.sections {
      sectionIDs[section.label.lowercased()] = section.id
      sectionIDs[section.id] = section.id
    }
  }

  /// The handle of an author; whoever is new gets one.
  ///
  /// Nobody gets an address or a role by an import: who may act here, a chief says by name.
  mutating func handle(of author: Incoming.Author) -> Handle? {
    let given = author.key ?? author.name
    // A person whom the old system knows may be called by name.
    let key = batch.people[given] == nil ? keys[given.lowercased()] ?? given : given
    if let known = handles[key] { return known }
    let page = batch.people[key] ?? batch.people[author.name] ?? author.page
    let name = String((page?.name ?? Self.named(author.name)).prefix(200))
    guard !name.isEmpty else { return nil }
    if let known = names[name.lowercased()] {
      handles[key] = known
      return known
    }
    if let same = Handle(key), policy.people[same]?.name.lowercased() == name.lowercased() {
      handles[key] = same
      return same
    }
    var wanted = Handle(key).map(\.description) ?? Slug.words(name)
    if wanted.isEmpty { wanted = "author-\(people.count + 1)" }
    var number = 1
    var handle: Handle?
    while handle == nil {
      handle = Handle(number == 1 ? wanted : "\(wanted)-\(number)")
      if let taken = handle, used.contains(taken) { handle = nil }
      number += 1
    }
    guard let handle else { return nil }
    used.insert(handle)
    (handles[key], names[name.lowercased()]) = (handle, handle)
    people.append(
      Person(
        handle: handle, name: name, bio: page?.bio.map { String($0.prefix(4000)) },
        links: page?.links ?? []))
    return handle
  }

  /// The pages of those whom no story that comes in names: an import brings only whom it needs.
  var unnamed: [Batch.Refusal] {
    guard !handles.isEmpty || !batch.people.isEmpty else { return [] }
    return batch.people.compactMap { key, person in
      guard let source = person.source, handles[key] == nil,
        names[person.name.lowercased()] == nil
      else { return nil }
      return Batch.Refusal(source, "no story that comes in names \(person.name)")
    }
  }

  /// `dan-williams`, a key that nothing explains, as `Dan Williams`.
  private static func named(_ text: String) -> String {
    guard isShortName(text), text.contains("-") else { return text }
    return text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  /// One or two letters as an id; nil where they can be none.
  private static func short(_ name: String) -> String? {
    let words = Slug.words(name)
    return isShortName(words) ? words : nil
  }

  /// The id of a section by a name of the source; nil where it can be none.
  mutating func section(_ name: String) -> String? {
    let label = batch.labels[name] ?? name
    for known in [name, label] {
      if let id = sectionIDs[known.lowercased()] { return id }
    }
    guard let id = Slug.from(name) ?? Slug.from(label) ?? Self.short(name) else { return nil }
    if sectionIDs[id] == nil {
      // `wg` is an abbreviation, `city` a word.
      let shown =
        label != label.lowercased()
        ? label
        : label.count < 3 ? label.uppercased() : label.prefix(1).uppercased() + label.dropFirst()
      sections.append(Section(id: id, label: shown.replacing("-", with: " ")))
    }
    for known in [name, label] { sectionIDs[known.lowercased()] = id }
    sectionIDs[id] = id
    return id
  }
}
