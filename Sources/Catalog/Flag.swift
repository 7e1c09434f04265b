public import Editorial

/// Something about a story beside its stage, by which lists find it without looking at all.
public enum Flag: String, Sendable, CaseIterable {
  case scheduled, held, missed, aside, unread, claimed, passed

  func applies(to entry: Entry) -> Bool {
    switch self {
    case .scheduled: entry.scheduled != nil
    case .held: entry.held != nil
    case .missed: entry.missed != nil
    case .aside: !entry.aside.isEmpty
    case .unread: !entry.awaitsReading.isEmpty
    case .claimed: entry.claim != nil
    case .passed: entry.isLive && entry.versions.last?.passed.isEmpty == false
    }
  }

  /// `|held|unread|`; nil where there is none.
  static func text(of entry: Entry) -> String? {
    let flags = allCases.filter { $0.applies(to: entry) }.map(\.rawValue)
    return flags.isEmpty ? nil : "|\(flags.joined(separator: "|"))|"
  }
}
