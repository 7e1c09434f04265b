public import Editorial

extension Newsroom {
  /// Who is at a story: by a claim on the record, or with an editor open on this repository.
  public func claimant(of entry: Entry) -> Handle? {
    entry.claimant(at: circumstances.now) ?? editing(entry.id)?.by
  }

  /// Notes that a story is open in somebody's editor, for as long as that takes.
  ///
  /// An editor that changes nothing leaves nothing on the record, so this stands in the Git folder; best
  /// effort.
  public func beginEditing(_ id: StoryID) {
    guard let person = personIfKnown(), !circumstances.isDry else { return }
    try? Disk.write(Array("\(person.handle)\n\(circumstances.now)\n".utf8), to: editingFile(id))
  }

  public func endEditing(_ id: StoryID) { Disk.remove(editingFile(id)) }

  /// Who has a story open in an editor, and since when; four hours later nobody has.
  public func editing(_ id: StoryID) -> (by: Handle, since: Moment)? {
    guard let bytes = Disk.read(editingFile(id)) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count == 2, let by = Handle(lines[0]), let since = Moment(lines[1]),
      circumstances.now < since + 4 * 3600
    else { return nil }
    return (by, since)
  }

  private func editingFile(_ id: StoryID) -> String { "\(folder)/editing/\(id)" }
}
