/// Something that `stet check` looks for in a story, and that a workflow's transition may demand.
///
/// A new one is a file with its static value, and its name in ``all``.
public struct Rule: Hashable, Sendable, CustomStringConvertible {
  /// As `requires:` of a workflow, `checks:` of stet.yml and every finding name it.
  public let name: String
  /// What a story has that satisfies it, as in `it lacks …`.
  public let wants: String
  /// How grave a finding is where neither the workflow nor stet.yml says more.
  public let severity: Finding.Severity
  /// Whether every story is asked, or only where a workflow or stet.yml names the rule.
  let isForAll: Bool
  let reach: Reach

  /// What a rule has to know.
  enum Reach: Sendable {
    /// The story and the house's rules.
    case story(@Sendable (Sheet) -> [Find])
    /// What the record holds of other stories and pictures as well.
    case desk(@Sendable (Sheet, Desk) throws(Damage) -> [Find])
    /// A program, the network, the words of other stories: what the Judge can't ask.
    case outside
  }

  init(
    _ name: String, wants: String, severity: Finding.Severity = .advice, isForAll: Bool = true,
    _ reach: Reach
  ) {
    (self.name, self.wants, self.severity) = (name, wants, severity)
    (self.isForAll, self.reach) = (isForAll, reach)
  }

  /// Whether a transition may demand it: only what follows from the record can be judged alike everywhere.
  public var isDemandable: Bool {
    if case .outside = reach { false } else { true }
  }

  public var description: String { name }

  public static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every rule, in the order in which they are documented.
  public static let all: [Rule] = [
    // What a story has.
    .headline, .section, .body, .byline, .credit, .bylineOrCredit, .standfirst, .image,
    // What was left in it.
    .noQueries, .leftovers, .footnotes, .noHTML, .stress, .tableEnd,
    // House style.
    .length, .headlineForm, .avoid, .names, .spaces, .trailingBlanks, .repeatedWords, .quotes,
    .numbers, .spelling,
    // Links and pictures.
    .related, .links, .anchors, .externalLinks, .pictures, .pictureFiles, .alt, .pictureCredit,
    // Fields that others read.
    .bylineNames, .dateline, .language, .urgency, .mediatopics, .genre, .tags, .knownTags,
    .translation,
    .embargo, .slug,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  public static func named(_ name: String) -> Rule? { byName[name] }
}
