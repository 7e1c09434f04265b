/// House style: what the files of style/ ask of every story, taken together.
public struct HouseStyle: Sendable, Equatable {
  public var avoid: [Avoided] = []
  public var names: [Name] = []
  /// Whether one blank parts words, never two.
  public var singleSpaces = false
  /// By language, as `fr`; `default` for all others.
  public var quotes: [String: Quotes] = [:]
  public var numbers: Numbers?
  public var lengths = Lengths()
  /// The dictionaries of hunspell by language, as `en`: `en_GB`.
  public var dictionaries: [String: String] = [:]

  /// A word or phrase that the house doesn't use.
  public struct Avoided: Sendable, Hashable {
    public var word: String
    public var say: String?
    public var why: String?
    /// Whether `say` may stand in its place wherever it stands.
    public var isSafe: Bool
  }

  /// A name as the house spells it.
  public struct Name: Sendable, Hashable {
    public var name: String
    /// Known wrong spellings.
    public var wrong: [String]
  }

  public enum Quotes: String, Sendable, CaseIterable {
    /// “…” and ‘…’.
    case curly
    /// "…" and '…'.
    case straight
    /// «…», with “…” inside.
    case guillemets
    /// „…“ and ‚…‘.
    case low
  }

  public struct Numbers: Sendable, Hashable {
    /// Whole numbers below it are written as words.
    public var spellOutBelow: Int?
    /// What parts the thousands.
    public var thousands: Thousands?
    /// Whether a sentence may begin with figures.
    public var mayStartSentence = false

    public enum Thousands: String, Sendable, CaseIterable {
      case comma, point, space

      var mark: String { self == .comma ? "," : self == .point ? "." : "\u{202F}" }
    }
  }

  /// How long texts may be, in characters; the body in words.
  public struct Lengths: Sendable, Hashable {
    public var all: [String: Limits] = [:]
    public var sections: [String: [String: Limits]] = [:]
    public var workflows: [String: [String: Limits]] = [:]

    /// The fields that may have limits.
    public static let fields = [
      "headline", "kicker", "standfirst", "summary", "slugline", "caption", "alt", "notice", "body",
    ]

    /// The limits of a story, each bound for itself: a workflow's hold over a section's, a section's over all.
    func limits(section: String?, workflow: String) -> [(field: String, limits: Limits)] {
      Self.fields.compactMap { field in
        let layers = [
          workflows[workflow]?[field], section.flatMap { sections[$0]?[field] }, all[field],
        ]
        var limits: Limits?
        for layer in layers.compactMap(\.self) { limits = limits?.completed(by: layer) ?? layer }
        return limits.map { (field, $0) }
      }
    }
  }

  public struct Limits: Sendable, Hashable {
    public var least: Int?
    public var most: Int?

    /// With the bounds of a wider rule that it has not itself, as far as both can hold.
    func completed(by other: Limits) -> Limits {
      let both = Limits(least: least ?? other.least, most: most ?? other.most)
      guard let least = both.least, let most = both.most, least > most else { return both }
      return self
    }
  }

  public init() {}

  /// How a language writes quotation marks; nil where nobody said.
  func quotes(in language: String) -> Quotes? {
    let base = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return quotes[language.lowercased()] ?? quotes[base] ?? quotes["default"]
  }
}
