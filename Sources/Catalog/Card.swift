public import Editorial

/// What lists show of a story's words, so that no list opens a file.
public struct Card: Hashable, Sendable, Codable {
  public var headline: String
  public var kicker: String?
  public var standfirst: String?
  public var section: String?
  public var tags: [String]
  public var byline: [String]
  public var credit: [String]
  public var dateline: String?
  public var language: String?
  public var urgency: Int?
  public var embargo: String?
  public var brief: String?
  public var wordCount: Int
  /// The lines of its open queries and TKs.
  public var queries: [Int]

  public init(of story: Story) {
    (headline, kicker, standfirst) = (story.headline, story.kicker, story.standfirst)
    (section, tags, byline, credit) = (story.section, story.tags, story.byline, story.credit)
    (dateline, language, urgency) = (story.dateline, story.language, story.urgency)
    (embargo, brief) = (story.embargo, story["brief"]?.text)
    wordCount = story.wordCount
    queries = story.openMarks.map(\.line)
  }
}

/// A story as the catalog has it.
public struct Listed: Hashable, Sendable {
  public var entry: Entry
  public var card: Card

  public init(entry: Entry, card: Card) { (self.entry, self.card) = (entry, card) }
}

/// One judged commit, as the catalog keeps it.
public struct Step: Sendable {
  public var line: LogEntry
  public var live: String
  public var facts: [(Memory.Key, Memory.Fact?)]
  /// The words of the stories whose entry changed.
  public var cards: [StoryID: Card]
  /// The small part of the state after it.
  public var state: DeskState

  public init(
    line: LogEntry, live: String, facts: [(Memory.Key, Memory.Fact?)], cards: [StoryID: Card],
    state: DeskState
  ) {
    (self.line, self.live, self.facts) = (line, live, facts)
    (self.cards, self.state) = (cards, state)
  }
}

/// A desk without policy and memory: what is kept as it is.
public struct DeskState: Hashable, Sendable, Codable {
  public var head: String
  public var live: String
  public var files: [String: String]
  public var fronts: [String: Desk.Front]
  public var shownFronts: [String: String]
  public var broken: [String: Desk.Broken]
  public var offences: [Offence]
  public var stop: Desk.Stop?
  public var population: [String: Int]
  public var commits: Int
  public var transitions: Int
  public var entered: Int

  public init(of desk: Desk) {
    (head, live, files, fronts) = (desk.head, desk.live, desk.files, desk.fronts)
    (shownFronts, broken, offences) = (desk.shownFronts, desk.broken, desk.offences)
    (stop, population, commits) = (desk.stop, desk.population, desk.commits)
    (transitions, entered) = (desk.transitions, desk.entered)
  }

  /// The desk again, under a policy that was read from ``files``.
  public func desk(_ policy: Policy, memory: Memory) -> Desk {
    Desk(
      head: head, live: live, policy: policy, files: files, fronts: fronts,
      shownFronts: shownFronts, broken: broken, offences: offences, stop: stop,
      population: population, commits: commits, transitions: transitions, entered: entered,
      memory: memory)
  }
}
