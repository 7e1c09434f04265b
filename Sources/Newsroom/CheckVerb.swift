public import Editorial

/// What the rules find in one story.
public struct Checked: Sendable {
  public var found: Found
  public var findings: [Finding]
}

extension Newsroom {
  /// Checks stories as they stand in the work tree; without names, all that are at work.
  public func check(_ stories: [Found]?) throws(Failure) -> [Checked] {
    var checked: [Checked] = []
    let chosen = if let stories { stories } else { try atWork() }
    for found in chosen {
      let bytes = try draftable(found.entry.id).bytes
      checked.append(Checked(found: found, findings: try findings(in: bytes, found)))
    }
    return checked
  }

  private func findings(
    in bytes: [UInt8], _ found: Found
  ) throws(Failure) -> [Finding] {
    let story: Story
    do throws(Fault) { story = try Story(bytes) } catch {
      return [
        Finding(
          rule: "format", severity: .error, message: error.message, line: error.line,
          column: error.column ?? 1)
      ]
    }
    return try reading { () throws(Damage) in try desk.check(story, found.entry) }
  }

  /// The stories that somebody works on: neither published nor parked.
  private func atWork() throws(Failure) -> [Found] {
    let published = Set(desk.policy.workflows.values.map { "\($0.name)/\($0.published)" })
    var request = ListRequest()
    request.sort = "stage"
    return try list(request).stories.filter {
      !published.contains("\($0.entry.workflow)/\($0.entry.stage)")
        && desk.broken[$0.entry.path] == nil
    }
  }
}
