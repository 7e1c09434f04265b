/// The house style of attribution: stet.yml's `credits`, where `{names}` and `{agency}` stand for
/// people and sources.
public struct CreditStyle: Hashable, Sendable, Codable {
  public var by = "By {names}"
  public var and = "and"
  public var editing = "Editing by {names}"
  public var additionalEditing = "{agency}, with additional editing by {names}"
  public var additionalReporting = "Additional reporting by {names}"
  public var agent = "Written with the help of {names}, and checked by people"

  public init() {}
}

/// Who stands on a story, in the words of the house.
public struct Attribution: Hashable, Sendable {
  /// Under the standfirst: `By Ana Costa and Wei Lin`.
  public let byline: String?
  /// At the foot of the body: `• Lusa, with additional editing by George Hall`.
  public let credit: String?

  /// All are names of people or agencies as readers see them; `agents` are programs that wrote.
  public init(
    byline: [String], credit: [String], reporting: [String], editors: [String],
    agents: [String] = [], style: CreditStyle
  ) {
    func fill(_ pattern: String, _ names: [String]) -> String {
      let agency = prose(credit, style.and)
      return pattern.replacing("{names}", with: prose(names, style.and))
        .replacing("{agency}", with: agency)
    }
    self.byline = byline.isEmpty ? nil : fill(style.by, byline)
    var parts: [String] = []
    if !reporting.isEmpty { parts.append(fill(style.additionalReporting, reporting)) }
    switch (credit.isEmpty, editors.isEmpty) {
    case (false, false): parts.insert("• " + fill(style.additionalEditing, editors), at: 0)
    case (false, true): parts.insert(prose(credit, style.and), at: 0)
    case (true, false): parts.append(fill(style.editing, editors))
    case (true, true): break
    }
    if !agents.isEmpty { parts.append(fill(style.agent, agents)) }
    self.credit = parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
