extension Rule {
  /// Every story of READ MORE is there, and readers have it.
  public static let related = Rule(
    "related", wants: "a READ MORE that readers have",
    .desk { (sheet: Sheet, desk: Desk) throws(Damage) -> [Find] in
      var finds: [Find] = []
      for case .own(let name) in sheet.story.related {
        guard let problem = try desk.problem(withStory: name) else { continue }
        finds.append(
          sheet.find(problem, at: "related", lack: "a READ MORE that readers have (\(problem))"))
      }
      return finds
    })
}

extension Desk {
  /// Why readers can't follow to a story, by slug, id or path; nil where they can.
  func problem(withStory name: String) throws(Damage) -> String? {
    guard let id = try self.story(named: name), let entry = try memory.entry(id) else {
      return "there is no story called \(name), so readers will not see it"
    }
    return problem(with: entry, called: name).map { "\($0), so readers will not see it" }
  }

  /// Why readers don't have a story.
  func problem(with entry: Entry, called name: String) -> String? {
    switch entry.publication {
    case .live: nil
    case .unpublished: "\(name) is not published"
    case .withheld: "\(name) is on hold"
    case .withdrawn: "\(name) is withdrawn"
    }
  }
}
