import Catalog
import Editorial
import Foundation
import TestSupport

/// A line of judged commits in memory, made by chance: stories begun, edited, moved, published, and now
/// and then something that the rules don't allow.
struct History {
  /// The desk after each commit, from the root on.
  private(set) var desks: [Desk] = []
  private(set) var lines: [LogEntry] = []
  private(set) var steps: [Step] = []
  private var tree: [String: String] = [:]
  private var blobs: [String: [UInt8]] = [:]
  private var paths: [String] = []
  private var random: Seeded
  /// Told apart from other histories with the same beginning.
  private let mark: String

  static let staff = [
    ("ana", "[writer]"), ("george", "[editor]"), ("mei", "[writer, editor, publisher, chief]"),
  ]

  init(seed: UInt64, mark: String = "c", length: Int) throws {
    (random, self.mark) = (Seeded(seed), mark)
    try found()
    try grow(by: length)
  }

  var desk: Desk { desks[desks.count - 1] }

  /// Takes back the last commits, and goes on from there in another way.
  func branching(at place: Int, seed: UInt64, mark: String, length: Int) throws -> History {
    var other = try History(seed: seed, mark: mark, length: 0)
    (other.desks, other.lines) = (Array(desks[...place]), Array(lines[...place]))
    (other.steps, other.blobs) = (Array(steps[..<place]), blobs)
    for (path, id) in trees[place] { other.tree[path] = id }
    other.trees = Array(trees[...place])
    other.paths = other.tree.keys.filter { $0.hasPrefix("articles/") }.sorted()
    try other.grow(by: length)
    return other
  }

  private var trees: [[String: String]] = []

  private mutating func keep(_ text: String) -> String {
    let id = "b\(text.hashed)"
    blobs[id] = Array(text.utf8)
    return id
  }

  private mutating func found() throws {
    let workflow = URL(filePath: "\(#filePath)/../../../workflows/standard.yml").standardized
    var files = [
      "stet.yml": """
      title: The Ellery Tide
      url: https://tide.example/
      language: en
      timezone: UTC
      sections:
        - {id: city, label: City}
      workflows: [standard]

      """,
      "workflows/standard.yml": try String(contentsOf: workflow, encoding: .utf8),
    ]
    for (name, roles) in Self.staff {
      files["people/\(name).yml"] =
        "name: \(name)\nemail: [\(name)@tide.example]\nroles: \(roles)\n"
    }
    for (path, text) in files { tree[path] = keep(text) }
    let kept = blobs
    let change = self.change("root", by: "mei", before: [:])
    var desk = try Desk(root: change) { id throws(Damage) in kept[id] ?? [] }
    desk.live = "live-root"
    lines.append(desk.opening(change))
    _ = desk.memory.takeChanged()
    desks.append(desk)
    trees.append(tree)
  }

  private func change(
    _ name: String, by person: String, before: [String: String],
    _ record: Record = Record(subject: "a change", trailers: [])
  ) -> Change {
    let who = Change.Signatory(
      name: person, email: "\(person)@tide.example",
      at: Moment(seconds: 1_795_507_200 + Int64(desks.count) * 60))
    let paths = Set(before.keys).union(tree.keys).sorted().filter { before[$0] != tree[$0] }
    return Change(
      commit: name, parents: desks.isEmpty ? 0 : 1, author: who, committer: who,
      record: Record(record.message),
      paths: paths.map { path in
        Change.PathChange(
          path, before: before[path].map { FileVersion(blob: $0) },
          after: tree[path].map { FileVersion(blob: $0) })
      })
  }

  private mutating func grow(by length: Int) throws {
    for _ in 0..<length {
      let before = tree
      let (person, record) = try act()
      var desk = desk
      let name = "\(mark)-\(desks.count)"
      let kept = blobs
      let read: Desk.Reader = { id throws(Damage) in
        guard let bytes = kept[id] else { throw Damage("no blob \(id)") }
        return bytes
      }
      let verdict = try desk.judge(change(name, by: person, before: before, record), reading: read)
      if verdict.projection != nil { desk.live = "live-\(name)" }
      let facts = desk.memory.takeChanged()
      var cards: [StoryID: Card] = [:]
      for case (.entry(let id), .entry(let entry)?) in facts {
        cards[id] = Card(of: try Story(try read(entry.blob)))
      }
      lines.append(verdict.entry)
      steps.append(
        Step(
          line: verdict.entry, live: desk.live, facts: facts, cards: cards,
          state: DeskState(of: desk)))
      desks.append(desk)
      trees.append(tree)
    }
  }

  /// Something that somebody does: a new story, new words, a move, or an offence.
  private mutating func act() throws -> (person: String, Record) {
    let plain = Record(subject: "a change", trailers: [])
    let number = Int.random(in: 0..<20, using: &random)
    if paths.isEmpty || number < 4 { return (begin(), plain) }
    let path = paths[Int.random(in: paths.indices, using: &random)]
    guard let blob = tree[path], let bytes = blobs[blob], let file = try? FrontMatter(bytes),
      let story = try? Story(bytes)
    else {
      // What can't be read is taken away again, which the rules don't allow either.
      tree[path] = nil
      paths.removeAll { $0 == path }
      return ("ana", plain)
    }
    switch number {
    case 4..<8:
      tree[path] = keep(String(decoding: bytes, as: UTF8.self) + "More \(number).\n")
      return (Bool.random(using: &random) ? "ana" : "george", plain)
    case 8:
      tree[path] = keep(String(decoding: file.setting([("stage", "published")]), as: UTF8.self))
      return ("ana", plain)
    default: return try move(path, story) ?? (begin(), plain)
    }
  }

  private mutating func begin() -> String {
    let number = desks.count
    let id = StoryID(
      at: Moment(seconds: 1_795_507_200), random: (UInt16(number), random.next()))
    let path = "articles/2026/11/24/story-\(mark)-\(number).md"
    tree[path] = keep(
      """
      ---
      id: \(id)
      headline: Story \(number)
      section: city
      byline: [ana]
      maker: ana
      workflow: standard
      stage: draft
      version: 0
      created: 2026-11-24T08:00:00Z
      ---
      Words.

      """)
    paths.append(path)
    return "ana"
  }

  /// One of the moves that somebody may make with a story.
  private mutating func move(_ path: String, _ story: Story) throws -> (String, Record)? {
    let desk = desk
    guard let id = try desk.memory.story(at: path), let entry = try desk.memory.entry(id) else {
      return nil
    }
    for name in desk.openMoves(of: entry).shuffled(using: &random) {
      for person in desk.policy.people.values.sorted(by: { $0.handle < $1.handle }) {
        let move = Move(name, notice: "A notice.", hasNote: true, day: Day("2026-11-24"))
        let moment = Moment(seconds: 1_795_507_200 + Int64(desks.count) * 60)
        guard
          case .success(let plan) = try desk.plan(
            move, on: entry, story: story, by: person, at: moment)
        else { continue }
        let old = try plan.restores.flatMap { blobs[$0] }.map { try Story($0) }
        tree[path] = keep(String(decoding: plan.bytes(from: story, restoring: old), as: UTF8.self))
        var trailers = [
          ("Stet-Story", id.description), ("Stet-Transition", name),
          ("Stet-Stage", "\(plan.from) \(plan.to)"), ("Stet-Role", plan.party.name),
          ("Stet-Words", plan.words),
        ]
        let publishes = plan.transition.effect == .publish
        if publishes { trailers.append(("Stet-Version", String(plan.entry.version))) }
        if let kind = publishes ? entry.kind : plan.transition.kind {
          trailers.append(("Stet-Kind", kind.rawValue))
        }
        return (
          person.handle.description,
          Record(
            subject: name, note: "A note.", trailers: trailers.map { Record.Trailer($0.0, $0.1) })
        )
      }
    }
    return nil
  }
}

extension String {
  /// The same on every run, unlike `hashValue`.
  fileprivate var hashed: UInt64 {
    utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
