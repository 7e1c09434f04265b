public import Editorial

extension Newsroom {
  /// A word to the desk about a story; readers never see it.
  public mutating func note(_ story: StoryID, _ text: String) throws(Failure) -> LogEntry {
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Failure(.refused, "a note says something", hint: "stet note STORY -m \"…\"")
    }
    return try say("note", of: story, note: text)
  }

  /// Says that one is at a story, until it is said otherwise or four hours have passed; the claim of
  /// somebody else goes over, and who had it is given back.
  public mutating func claim(_ story: StoryID) throws(Failure) -> (line: LogEntry?, from: Handle?) {
    let person = try person()
    let before = try found(story)?.entry.claimant(at: circumstances.now)
    if before == person.handle { return (nil, nil) }
    return (try say("claim", of: story), before)
  }

  /// Ends a claim, whosever it is; nil where there was none.
  public mutating func unclaim(_ story: StoryID) throws(Failure) -> LogEntry? {
    guard try found(story)?.entry.claim != nil else { return nil }
    return try say("unclaim", of: story)
  }

  /// Credits somebody with editing a story, or takes that back: what the record could not know.
  public mutating func credit(
    _ story: StoryID, _ who: Handle, isAdded: Bool, why: String
  ) throws(Failure) -> LogEntry {
    _ = try person(called: who.description)
    guard !why.allSatisfy(\.isWhitespace) else {
      throw Failure(
        .refused, "crediting needs a note that says why", hint: "say it with -m \"…\"")
    }
    return try say("credits", of: story, note: why, credit: (isAdded ? "+" : "-") + who.description)
  }

  /// Puts on the record what changes no file.
  private mutating func say(
    _ act: String, of story: StoryID, note: String = "", credit: String? = nil
  ) throws(Failure) -> LogEntry {
    let person = try person()
    return try change(act) { newsroom throws(Failure) in
      let found = try newsroom.known(story)
      var trailers = [
        Record.Trailer("Stet-Story", story.description), Record.Trailer("Stet-Act", act),
      ]
      if let credit { trailers.append(Record.Trailer("Stet-Credit", credit)) }
      let record = Record(subject: "\(act): \(found.headline)", note: note, trailers: trailers)
      return try newsroom.commit(Draft(files: [], record: record), by: person)
    }
  }
}
