import Editorial
import Testing

/// A move that is planned honestly and then committed with something that a hand changed.
struct Forgery {
  var attempt: Attempt
  /// Who may make the move, and whose plan it is.
  var planner: String
  /// Who commits it; nil for the planner.
  var committer: String?
  /// Trailers that are set, or taken out by nil.
  var trailers: [String: String?] = [:]
  var old = ""
  var new = ""

  init(_ attempt: Attempt, by planner: String) {
    (self.attempt, self.planner) = (attempt, planner)
  }

  func committed(by handle: String) -> Forgery {
    var forgery = self
    forgery.committer = handle
    return forgery
  }

  func trailer(_ key: String, _ value: String?) -> Forgery {
    var forgery = self
    forgery.trailers[key] = .some(value)
    return forgery
  }

  func file(_ old: String, _ new: String) -> Forgery {
    var forgery = self
    (forgery.old, forgery.new) = (old, new)
    return forgery
  }
}

extension Paper {
  /// The rule that a forgery breaks, or nil where the Judge takes it.
  ///
  /// An offence must change nothing.
  func rule(of forgery: Forgery, on id: StoryID) throws -> String? {
    let plan = try plan(forgery.attempt, on: id, by: forgery.planner).get()
    var text = String(decoding: try bytes(of: plan, forgery.attempt, id), as: UTF8.self)
    if !forgery.old.isEmpty {
      try #require(text.contains(forgery.old), "\(text)")
      text = text.replacing(forgery.old, with: forgery.new)
    }
    var record = try record(of: plan, id, forgery.attempt.note)
    for (key, value) in forgery.trailers.sorted(by: { $0.key < $1.key }) {
      record.trailers.removeAll { $0.key == key }
      if let value { record.trailers.append(Record.Trailer(key, value)) }
    }
    return try rule(
      of: record, by: forgery.committer ?? forgery.planner, [try entry(id).path: Array(text.utf8)],
      on: id)
  }

  /// The rule that a commit breaks, or nil where the Judge takes it.
  ///
  /// An offence must change nothing.
  func rule(
    of record: Record, by handle: String, _ files: [String: [UInt8]?], on id: StoryID
  ) throws -> String? {
    var paper = self
    let verdict = try paper.commit(by: handle, files, Record(record.message))
    guard let offence = verdict.offence else { return nil }
    #expect(try paper.entry(id) == entry(id))
    #expect(paper.live == live && paper.projections == projections)
    #expect(verdict.projection == nil)
    #expect(paper.desk.open.map(\.commit) == [offence.commit])
    #expect(paper.desk.policy == desk.policy)
    #expect(paper.desk.population == desk.population)
    return offence.rule
  }
}
