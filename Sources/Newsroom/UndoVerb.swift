public import Editorial
import Git

/// What an undo took back.
public struct Undone: Sendable {
  public var found: Found
  /// The line of the record that it reversed.
  public var line: LogEntry?
  public var from: String
  public var to: String
  public var by: Handle
  public var enteredBy: String?
  public var commit: String
}

extension Newsroom {
  /// Takes back a story's last act, where it is of whoever asks.
  public mutating func undo(_ id: StoryID) throws(Failure) -> Undone {
    let person = try person()
    return try change("undo") { newsroom throws(Failure) in
      let found = try newsroom.known(id)
      if try newsroom.draftable(id).hasUnsaved { throw newsroom.unsaved([found]) }
      let outcome = try newsroom.reading { () throws(Damage) in
        try newsroom.desk.undoing(found.entry, by: person)
      }
      let before: Entry
      switch outcome {
      case .success(let entry): before = entry
      case .failure(let refusal):
        throw Failure(
          .refused, "nothing of \(found.slug) was undone", reasons: refusal.reasons.map(\.message),
          hint: refusal.remedy(for: found.slug) ?? "stet log \(found.slug) tells what was done")
      }
      let commit = found.entry.lastAct?.commit ?? ""
      let line = try newsroom.log(id, limit: 50).first { $0.commit == commit }
      let what = line?.transition ?? "edit"
      let record = Record(
        subject: "undo: \(what) of \(found.headline)",
        trailers: [
          Record.Trailer("Stet-Story", id.description), Record.Trailer("Stet-Undo", commit),
        ])
      let files: [(path: String, bytes: [UInt8]?)] =
        before.blob == found.entry.blob
        ? [] : [(found.entry.path, try newsroom.blob(before.blob))]
      var chain = try newsroom.begin()
      try newsroom.add(Draft(files: files, record: record), to: &chain, by: person)
      let after = try newsroom.preview(chain, id)
      try newsroom.finish(chain)
      return Undone(
        found: after, line: line, from: found.entry.stage, to: after.entry.stage,
        by: person.handle, enteredBy: newsroom.enterer(for: person)?.handle.description,
        commit: chain.parent.description)
    }
  }
}
