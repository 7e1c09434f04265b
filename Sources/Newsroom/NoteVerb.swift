public import Editorial

extension Newsroom {
  /// A word to the desk about a story; readers never see it.
  public mutating func note(_ story: StoryID, _ text: String) throws(Failure) -> LogEntry {
    let person = try person()
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Failure(.refused, "a note says something", hint: "stet note STORY -m \"…\"")
    }
    return try change("note") { newsroom throws(Failure) in
      guard let found = try newsroom.found(story) else {
        throw Failure(.notFound, "there is no such story")
      }
      let record = Record(
        subject: "note: \(found.headline)", note: text,
        trailers: [
          Record.Trailer("Stet-Story", story.description), Record.Trailer("Stet-Act", "note"),
        ])
      return try newsroom.commit(Draft(files: [], record: record), by: person)
    }
  }
}
