/// What stands between a story and its readers, beyond the fields it must have.
extension Desk {
  func obstacles(
    _ transition: Transition, _ entry: Entry, _ story: Story, by publisher: Person, day: Day
  ) throws(Damage) -> [Reason] {
    var reasons: [Reason] = []
    let standing = entry.standing
    if standing.count < transition.approvals {
      reasons.append(
        .needsApproval(
          have: standing.count, need: transition.approvals,
          voided: standing.isEmpty && !entry.shownApprovals.isEmpty))
    }
    let unread = unread(entry, publishedBy: publisher.handle, approvals: standing.map(\.by))
    if !unread.isEmpty {
      // Without any approval the missing one says it all.
      if standing.count >= transition.approvals {
        reasons.append(.fourEyes(unread.map { policy.name(of: $0.description) }))
      }
    }
    if hasAgent(among: entry.writers),
      !standing.contains(where: { $0.by != publisher.handle && policy.people[$0.by]?.agent != true }
      )
    {
      reasons.append(.agentNeedsReaders)
    }
    if entry.version > 0, story.notice == nil, entry.plain == entry.versions.last?.plain {
      reasons.append(.nothingNew)
    }
    if let picture = story.image?.file, try memory.picture(picture) == nil {
      reasons.append(.lacks(["its picture \(picture), which nobody has added"]))
    }
    let others = broken.keys.filter { $0 != entry.path }.sorted()
    if !others.isEmpty { reasons.append(.recordIsBroken(others)) }
    reasons += try addressReasons(entry, story, day)
    return reasons
  }

  /// The writers of a version whose words nobody else has read: for each of them someone else must
  /// have approved exactly these words, or publish them.
  public func unread(
    _ entry: Entry, publishedBy publisher: Handle?, approvals: [Handle]
  ) -> [Handle] {
    guard policy.fourEyes else { return [] }
    return entry.writers.filter { writer in
      publisher == nil || publisher == writer ? !approvals.contains { $0 != writer } : false
    }
  }

  private func addressReasons(
    _ entry: Entry, _ story: Story, _ day: Day
  ) throws(Damage) -> [Reason] {
    if let slug = story["slug"]?.text, !isShortName(slug) { return [.badSlug(slug)] }
    let path = address(of: entry, story, on: entry.day.flatMap { Day($0) } ?? day)
    let holder = try memory.holder(ofAddress: path)
    return holder == nil || holder == entry.id ? [] : [.addressTaken(String(path.dropFirst(9)))]
  }
}
