import Catalog
public import Editorial
import Git

/// A story to begin.
public struct Draughted: Sendable {
  public var edits = Edits()
  public var slug: String?
  public var day: Day?
  public var workflow: String?
  /// A note that tops the writer's status.
  public var note = ""
  /// No byline, although nobody else signs it.
  public var unsigned = false

  public init() {}
}

extension Newsroom {
  /// Begins a story: one file with its id, its maker, its workflow and whatever words there are.
  public mutating func new(_ draughted: Draughted) throws(Failure) -> Found {
    let person = try person()
    return try change("new") { newsroom throws(Failure) in
      try newsroom.begin(draughted, by: person)
    }
  }

  private mutating func begin(
    _ draughted: Draughted, by person: Person
  ) throws(Failure) -> Found {
    var edits = draughted.edits
    let has = Set(edits.set.map(\.key))
    if !has.contains("byline"), !has.contains("credit"), !draughted.unsigned, !person.agent {
      edits.set.append(("byline", .list([.scalar(person.handle.description)])))
    }
    try check(edits)
    let workflow = try workflow(draughted.workflow)
    let id = Self.newID(at: circumstances.now)
    let day = draughted.day ?? today
    let headline = edits.set.last { $0.key == "headline" }?.value.text ?? ""
    let wanted: String
    if let slug = draughted.slug {
      guard isShortName(slug) else {
        throw Failure(
          .invalid, "`\(slug)` can't be a slug",
          hint: Slug.from(slug).map { "perhaps \($0)?" }
            ?? "use lower-case letters, digits and hyphens, as harbour-bridge")
      }
      wanted = slug
    } else {
      wanted = Slug.from(headline) ?? "story-\(id.description.suffix(8))"
    }
    let path = StoryPath(day: day, slug: try freeSlug(wanted, on: day)).path
    let file = try FrontMatter.unchecked("---\nid: \(id)\n---\n")
    var bytes = try apply(edits.ordered, to: file)
    bytes = try managed(
      bytes, id: id, maker: person.handle, workflow: workflow, created: circumstances.now)
    let record = Record(
      subject: "new: \(headline.isEmpty ? wanted : headline)", note: draughted.note,
      trailers: [Record.Trailer("Stet-Story", id.description)])
    let draft = Draft(files: [(path, bytes)], record: record)
    var chain = try begin()
    try add(draft, to: &chain, by: person)
    let made = try preview(chain, id)
    try finish(chain)
    return made
  }

  /// The workflow of a new story: one in use, by name or by default.
  private func workflow(_ name: String?) throws(Failure) -> Workflow {
    let inUse = desk.policy.inUse
    let wanted = name ?? desk.policy.defaultWorkflow
    guard inUse.contains(wanted), let workflow = desk.policy.workflows[wanted] else {
      throw Failure(
        .notFound, "there is no workflow called \(wanted) in use",
        hint: inUse.nearest(to: wanted).map { "did you mean \($0)?" }
          ?? "there are \(prose(inUse)); stet workflows add NAME puts another in")
    }
    return workflow
  }

  /// A file with the managed lines of a new story.
  func managed(
    _ bytes: [UInt8], id: StoryID, maker: Handle, workflow: Workflow, created: Moment
  ) throws(Failure) -> [UInt8] {
    do throws(Fault) {
      return try FrontMatter(bytes).setting([
        ("id", id.description), ("maker", Value.scalar(maker.description).yaml()),
        ("workflow", workflow.name), ("stage", workflow.start), ("version", "0"),
        ("created", created.description),
      ])
    } catch {
      throw Failure(error)
    }
  }

  static func newID(at moment: Moment) -> StoryID {
    var generator = SystemRandomNumberGenerator()
    return StoryID(
      at: moment, random: (UInt16.random(in: 0...UInt16.max, using: &generator), generator.next()))
  }

  /// What a chain would make of a story, without putting it on `main`.
  func preview(_ chain: Chain, _ id: StoryID) throws(Failure) -> Found {
    guard let entry = try reading({ () throws(Damage) in try chain.desk.memory.entry(id) }),
      let card = chain.steps.reversed().lazy.compactMap({ $0.cards[id] }).first
    else { throw Failure(.failed, "the story can't be worked out") }
    return Found(entry, card)
  }
}

extension FrontMatter {
  /// A file that stet wrote itself a line ago.
  static func unchecked(_ text: String) throws(Failure) -> FrontMatter {
    do throws(Fault) { return try FrontMatter(text) } catch { throw Failure(error) }
  }
}

extension Edits {
  /// Words in the order in which a story shows them, whatever the order of the options.
  var ordered: Edits {
    var ordered = self
    let places = Dictionary(
      FieldName.known.enumerated().map { ($0.element, $0.offset) }
    ) { first, _ in first }
    ordered.set = set.enumerated().sorted {
      (places[$0.element.key] ?? 99, $0.offset) < (places[$1.element.key] ?? 99, $1.offset)
    }.map(\.element)
    return ordered
  }
}
