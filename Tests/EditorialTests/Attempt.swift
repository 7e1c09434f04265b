import Editorial

/// A move as a test asks for it, so that the same one can be planned and committed by several people.
struct Attempt {
  var name: String
  var target: String?
  var notice: String?
  var note: String
  /// Replaces a text in the file that the move is made on.
  var words: (old: String, new: String)?
  var time: Moment?
  var onLive = false
  var asClock = false
  var overrides = false
  var withdrawal = Withdrawal.retraction
  var keepsHeadline = false
  var workflow: String?
  var restores: String?
  var amends: Int?

  init(_ name: String, target: String? = nil, notice: String? = nil, note: String = "") {
    (self.name, self.target, self.notice, self.note) = (name, target, notice, note)
  }

  var move: Move {
    var move = Move(name, target: target, notice: notice, hasNote: !note.isEmpty)
    (move.time, move.onLive, move.asClock, move.overrides) = (time, onLive, asClock, overrides)
    (move.withdrawal, move.keepsHeadline, move.workflow) = (withdrawal, keepsHeadline, workflow)
    (move.restores, move.amends) = (restores, amends)
    return move
  }
}

extension Paper {
  func plan(
    _ attempt: Attempt, on id: StoryID, by handle: String
  ) throws -> Result<Plan, Refusal> {
    var move = attempt.move
    move.day = Clock(now + 60).day
    let basis = try basis(of: move, id)
    if let words = attempt.words { move.words = try Self.changed(basis, words) }
    return try desk.plan(move, on: entry(id), story: basis, by: person(handle), at: now + 60)
  }

  /// The file that a planned move makes.
  func bytes(of plan: Plan, _ attempt: Attempt, _ id: StoryID) throws -> [UInt8] {
    var basis = try basis(of: attempt.move, id)
    if let words = attempt.words { basis = try Self.changed(basis, words) }
    let restored = try plan.restores.map { try Story(try blobs.read($0)) }
    return plan.bytes(from: basis, restoring: restored)
  }

  /// Commits what a plan makes, by whoever.
  @discardableResult
  mutating func commit(
    _ plan: Plan, _ attempt: Attempt, on id: StoryID, by handle: String
  ) throws -> Verdict {
    try commit(
      by: handle, [try entry(id).path: try bytes(of: plan, attempt, id)],
      try record(of: plan, id, attempt.note))
  }

  /// Plans and commits; throws every reason against it.
  @discardableResult
  mutating func carry(_ attempt: Attempt, on id: StoryID, by handle: String) throws -> Verdict {
    let plan = try plan(attempt, on: id, by: handle).get()
    let verdict = try commit(plan, attempt, on: id, by: handle)
    if let offence = verdict.offence { throw Refused(message: offence.message) }
    return verdict
  }
}
