public import Editorial

/// What an edition brought, in one list each: the first that holds.
public struct EditionList: Sendable {
  public enum Group: String, Sendable, CaseIterable {
    case new, updated, corrected, clarified, refiled, withheld, withdrawn
    /// Of an edition that goes back to an earlier one: what readers had newer, or had at all.
    case back
  }

  public struct Item: Sendable, Hashable {
    public var id: StoryID
    /// Its path on `live`.
    public var path: String
    /// Empty where the story was withdrawn with its headline.
    public var headline: String
    /// The version that readers see with the edition; 0 for none.
    public var version: Int
    public var names: [String]
    /// Whether a chief passed over a rule for it.
    public var isPassedOver = false

    /// Its slug on `main`, by which commands know it; nil where it is that of ``path``.
    public var name: String?

    public var slug: String { name ?? StoryPath(path)?.slug ?? path }

    /// What became of it, as `version 2`.
    public func standing(_ group: Group) -> String {
      guard group == .back else { return "version \(version)" }
      return version == 0 ? "gone" : "version \(version) again"
    }
  }

  public var groups: [Group: [Item]] = [:]
  /// How many of the new ones came from another system.
  public var imported = 0
  /// What else readers see anew: the front page, the theme, profiles, the house's own data.
  public var house: [String] = []

  public subscript(group: Group) -> [Item] { groups[group] ?? [] }

  public var hasStories: Bool { !groups.values.allSatisfy(\.isEmpty) }

  /// Whether readers would see no difference.
  public var isEmpty: Bool { !hasStories && house.isEmpty }

  /// In a few words: `2 new, 1 corrected`.
  public var summary: String {
    let parts = Group.allCases.compactMap { self[$0].isEmpty ? nil : "\(self[$0].count) \($0)" }
    if parts.isEmpty, !house.isEmpty { return "no story; new \(prose(house))" }
    return parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
  }

  /// How many of its stories readers have yet to see; what was taken down is no news to them.
  var news: Int {
    Group.allCases.filter { ![.withheld, .withdrawn, .back].contains($0) }
      .reduce(0) { $0 + self[$1].count }
  }
}
