import Editorial

/// What is done to a front.
public enum FrontAct: String, Sendable, CaseIterable {
  case show, set, add, drop, lead
}

extension Newsroom {
  /// The front of a name, `home` or a section's, with its stories in order.
  public func front(_ name: String) throws(Failure) -> [Found] {
    var stories: [Found] = []
    for slug in desk.fronts[name]?.slugs ?? [] {
      let id = try reading { () throws(Damage) in try desk.story(named: slug) }
      if let id, let found = try found(id) { stories.append(found) }
    }
    return stories
  }

  /// Changes what leads, and in which order.
  public mutating func changeFront(
    _ name: String, _ act: FrontAct, _ stories: [Found], note: String
  ) throws(Failure) -> [Found] {
    let sections = desk.policy.house.sections.map(\.id)
    guard name == "home" || sections.contains(name) else {
      throw Failure(
        .notFound, "there is no front called \(name)",
        hint: (["home"] + sections).nearest(to: name).map { "did you mean \($0)?" }
          ?? "there are \(prose(["home"] + sections))")
    }
    let actor = try person()
    try change("front") { newsroom throws(Failure) in
      var slugs = newsroom.desk.fronts[name]?.slugs ?? []
      let named = try newsroom.references(to: stories)
      switch act {
      case .show: return
      case .set: slugs = named
      case .add: slugs += named.filter { !slugs.contains($0) }
      case .drop: slugs.removeAll { named.contains($0) }
      case .lead: slugs = named + slugs.filter { !named.contains($0) }
      }
      let path = "fronts/\(name).yml"
      try newsroom.refuseUnsaved([path])
      let text = slugs.isEmpty ? "[]\n" : slugs.map { "- \($0)\n" }.joined()
      guard slugs != newsroom.desk.fronts[name]?.slugs ?? [] else { return }
      let record = Record(
        subject: "front: \(act.rawValue) \(named.joined(separator: " ")) on \(name)", note: note,
        trailers: [])
      try newsroom.commit(Draft(files: [(path, Array(text.utf8))], record: record), by: actor)
    }
    return try front(name)
  }

  /// How a front names stories: by slug, and by day and slug where two share one.
  private func references(to stories: [Found]) throws(Failure) -> [String] {
    var names: [String] = []
    for story in stories {
      let paths = try reading { () throws(Damage) in
        try desk.memory.paths(withSlug: story.slug)
      }
      names.append(
        paths.count == 1
          ? story.slug : String(story.entry.path.dropFirst("articles/".count).dropLast(3)))
    }
    return names
  }
}
