public import Editorial

extension Newsroom {
  /// Who wrote, edited and approved each line of a story as the record has it now.
  ///
  /// Every state of the story is read, and no other of the newsroom.
  public func authorship(of found: Found) throws(Failure) -> [Authorship.Part] {
    var authorship = Authorship()
    var before: String?
    var isTakenIn = false
    for line in try log(found.entry.id, limit: nil).reversed() {
      if let story = try file(found.entry.path, at: line.commit) {
        // Whoever takes agency copy in has not written it.
        let isSource =
          !story.credit.isEmpty && !isTakenIn && line.by == found.entry.maker.description
        let who = isSource ? prose(story.credit) : line.by
        let words = Self.words(of: story)
        if line.kind == .broken {
          authorship.remember(story, by: who)
        } else if words != before {
          authorship.advance(to: story, by: who)
          before = words
        }
      }
      guard line.kind == .transition, let name = line.transition else { continue }
      if line.from != line.to { isTakenIn = true }
      if isApproval(name) { authorship.approve(by: line.by, at: line.at) }
      if let version = line.version {
        authorship.publish(version, by: line.scheduledBy ?? line.by)
      }
    }
    return authorship.parts(keeping: found.entry.approvals)
  }

  func isApproval(_ move: String) -> Bool {
    desk.policy.workflows.values.contains { $0.transition(move)?.approves == true }
  }

  /// What a change of makes a new state of the words here.
  private static func words(of story: Story) -> String {
    [story.headline, story.standfirst ?? "", story.file.text].joined(separator: "\u{0}")
      + "\u{0}\(story.file.bodyLine)"
  }
}
