/// Something that a check found in a story.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable, Codable {
    /// The workflow demands it before readers see the story.
    case error
    /// stet.yml asks for it under `checks`.
    case warning
    case advice
  }

  /// The name of a ``Requirement``, or `format`.
  public var rule: String
  public var severity: Severity
  public var message: String
  /// In the file, from 1.
  public var line: Int
  public var column: Int

  public init(
    rule: String, severity: Severity, message: String, line: Int = 1, column: Int = 1
  ) {
    (self.rule, self.severity, self.message) = (rule, severity, message)
    (self.line, self.column) = (line, column)
  }
}

extension Desk {
  /// Everything that the rules find in a story: what its way to readers demands as errors, what stet.yml
  /// asks for as it says, and the rest as advice.
  public func check(_ story: Story, _ entry: Entry) throws(Damage) -> [Finding] {
    let workflow = policy.workflows[entry.workflow]
    let demanded = Set(
      (workflow?.transitions ?? []).filter(\.publishes).flatMap(\.requires))
    var findings: [Finding] = []
    for rule in Requirement.allCases where isAsked(rule, demanded) {
      let severity = demanded.contains(rule) ? .error : policy.checks[rule.rawValue] ?? .advice
      for (message, line, column) in try self.findings(of: rule, in: story) {
        findings.append(
          Finding(
            rule: rule.rawValue, severity: severity, message: message, line: line, column: column))
      }
    }
    if let embargo = story.embargo, Moment(embargo) == nil {
      findings.append(
        Finding(
          rule: "embargo", severity: .error, message: Reason.embargo(embargo).message,
          line: line(of: "embargo", in: story)))
    }
    if let slug = story["slug"]?.text, !isShortName(slug) {
      findings.append(
        Finding(
          rule: "slug", severity: .error, message: Reason.badSlug(slug).message,
          line: line(of: "slug", in: story)))
    }
    return findings.sorted { ($0.line, $0.column, $0.rule) < ($1.line, $1.column, $1.rule) }
  }

  /// A workflow's own choice between byline and credit leaves the two that ask for one alone; a standfirst
  /// or a picture is nothing that every story needs.
  private func isAsked(_ rule: Requirement, _ demanded: Set<Requirement>) -> Bool {
    switch rule {
    case .byline, .credit, .bylineOrCredit, .standfirst, .image:
      demanded.contains(rule) || policy.checks[rule.rawValue] != nil
    default: true
    }
  }

  /// What one rule finds, with its places.
  private func findings(
    of rule: Requirement, in story: Story
  ) throws(Damage) -> [(message: String, line: Int, column: Int)] {
    switch rule {
    case .noQueries:
      return story.openMarks.map { ("open: \($0.text)", $0.line, $0.column) }
    case .noHTML:
      return RawHTML.tags(in: story).map {
        ("the tag \($0.text.prefix(40)) is dropped, and its text kept", $0.line, $0.column)
      }
    case .alt, .pictureCredit:
      return rule.lacking(in: story).map { ("it lacks \($0.what)", $0.line, $0.column) }
    case .related:
      let line = line(of: "related", in: story)
      return try relatedProblems(story).map { ($0, line, 1) }
    default:
      guard let missing = rule.missing(in: story, policy) else { return [] }
      return [("it lacks \(missing)", line(of: field(of: rule), in: story), 1)]
    }
  }

  /// What is wrong with READ MORE: stories that are missing, or that readers don't have.
  func relatedProblems(_ story: Story) throws(Damage) -> [String] {
    var problems: [String] = []
    for case .own(let name) in story.related {
      guard let id = try self.story(named: name), let entry = try memory.entry(id) else {
        problems.append("there is no story called \(name), so readers will not see it")
        continue
      }
      switch entry.publication {
      case .live: break
      case .unpublished: problems.append("\(name) is not published, so readers will not see it")
      case .withheld: problems.append("\(name) is on hold, so readers will not see it")
      case .withdrawn: problems.append("\(name) is withdrawn, so readers will not see it")
      }
    }
    return problems
  }

  private func field(of rule: Requirement) -> String {
    switch rule {
    case .bylineOrCredit: "byline"
    default: rule.rawValue
    }
  }

  private func line(of key: String, in story: Story) -> Int {
    if key == "body" { return story.file.bodyLine }
    return story.file.fields.first { $0.key == key }?.line ?? 1
  }
}
