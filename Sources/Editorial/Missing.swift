/// What a move must come with: fields of the story, a note, a notice.
extension Desk {
  func missing(
    _ transition: Transition, _ move: Move, _ entry: Entry, _ story: Story
  ) throws(Damage) -> [Reason] {
    var reasons: [Reason] = []
    var things: [String] = []
    for rule in transition.requires { things += try lacks(rule, story, in: entry.workflow) }
    if !things.isEmpty { reasons.append(.lacks(things)) }
    if transition.noteRequired, !move.hasNote { reasons.append(.needsNote(transition.name)) }
    if transition.noticeRequired, !Notice.says(move.notice) {
      reasons.append(.needsNotice(transition.kind?.rawValue ?? transition.name))
    }
    if transition.effect == .retract, move.notice != nil, !Notice.says(move.notice) {
      reasons.append(.needsNotice(move.withdrawal.rawValue))
    }
    if let text = move.notice ?? story.notice, text.count > Notice.mostCharacters {
      reasons.append(.longNotice(text.count))
    }
    if let number = move.amends { reasons += amendReasons(number, entry) }
    let isRead =
      transition.approves || transition.effect == .publish
      || transition.effect == .schedule
    if isRead, let kind = entry.kind, kind.needsNotice || story.notice != nil,
      !Notice.says(story.notice)
    {
      reasons.append(.needsNotice(kind.rawValue))
    }
    return reasons
  }

  /// A notice is mended where readers have it.
  func amendReasons(_ number: Int, _ entry: Entry) -> [Reason] {
    if !entry.notices.indices.contains(number - 1) {
      return [.noSuchNotice(number, of: entry.notices.count)]
    }
    return entry.isLive ? [] : [.notLive("another text of a notice")]
  }
}
