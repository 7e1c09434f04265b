/// An open version that was set aside, so that a fix could be made on what readers see.
public struct Aside: Hashable, Sendable, Codable {
  /// Its file, and that of the version which it began from.
  public var blob: String
  public var base: String
  public var stage: String
  public var since: Moment
  public var kind: VersionKind?
  public var changers: [Handle]
  /// Who changed or approved it since the last published version.
  public var touches: [Entry.Touch]
  public var changedByDesk: Bool
  public var isOlderThanWithdrawal: Bool
  /// How many notices readers had.
  public var notices: Int?
}

extension Desk {
  /// Whether a story that readers have had is being worked on again.
  public func hasOpenVersion(_ entry: Entry) -> Bool {
    guard let workflow = policy.workflows[entry.workflow], !entry.versions.isEmpty else {
      return false
    }
    return entry.stage != workflow.published
  }

  /// The entry as of the version that readers see, its open version set aside; `story` is that
  /// version's file.
  func shelved(_ entry: Entry, _ story: Story) -> Entry {
    guard let last = entry.versions.last else { return entry }
    var shelved = entry
    let kept = min(entry.settled, entry.touches.count)
    shelved.aside.append(
      Aside(
        blob: entry.blob, base: last.blob, stage: entry.stage, since: entry.since,
        kind: entry.kind, changers: entry.changers, touches: Array(entry.touches[kept...]),
        changedByDesk: entry.changedByDesk, isOlderThanWithdrawal: entry.isOlderThanWithdrawal,
        notices: entry.notices.count))
    drop(&shelved, to: last)
    (shelved.byline, shelved.credit) = (signatures(of: story), story.credit)
    return shelved
  }

  /// Lets the last published version stand.
  func drop(_ entry: inout Entry, to last: Entry.Version) {
    entry.stage = policy.workflows[entry.workflow]?.published ?? entry.stage
    entry.blob = last.blob
    (entry.words, entry.plain) = (last.plain, last.plain)
    (entry.byline, entry.credit) = (last.byline ?? entry.byline, last.credit ?? entry.credit)
    (entry.kind, entry.changers, entry.approvals) = (nil, [], [])
    entry.touches.removeSubrange(min(entry.settled, entry.touches.count)...)
    (entry.changedByDesk, entry.isOlderThanWithdrawal, entry.scheduled) = (false, false, nil)
  }
}
