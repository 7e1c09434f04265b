/// Something that a check found in a story.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable, Codable {
    /// The workflow demands it before readers see the story.
    case error
    /// stet.yml asks for it under `checks`.
    case warning
    case advice
  }

  /// The name of a ``Rule``, or `format` where the file can't be read.
  public var rule: String
  public var severity: Severity
  public var message: String
  /// In the file, from 1.
  public var line: Int
  /// In characters (Unicode code points) of the line, from 1.
  public var column: Int
  public var fix: Fix?

  public init(
    rule: String, severity: Severity, message: String, line: Int = 1, column: Int = 1,
    fix: Fix? = nil
  ) {
    (self.rule, self.severity, self.message) = (rule, severity, message)
    (self.line, self.column, self.fix) = (line, column, fix)
  }

  /// The order in which they are told: as they stand in the file.
  public static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.line, one.column, one.rule, left.offset)
        < (other.line, other.column, other.rule, right.offset)
    }.map(\.element)
  }
}

extension Desk {
  /// Everything that the rules find in a story: what its way to readers demands as errors, what stet.yml
  /// asks for as it says, and the rest as advice.
  ///
  /// `more` has what rules found that ask for more than the record.
  public func check(
    _ story: Story, _ entry: Entry, outside more: (Rule, Sheet) throws(Damage) -> [Finding]
  ) throws(Damage) -> [Finding] {
    let sheet = Sheet(story, policy, workflow: entry.workflow)
    let demanded = demanded(by: entry.workflow)
    var findings: [Finding] = []
    for rule in Rule.all {
      guard let severity = severity(of: rule, demanded) else { continue }
      switch rule.reach {
      case .outside:
        findings += try more(rule, sheet).map { finding in
          var finding = finding
          finding.severity = severity
          return finding
        }
      default:
        findings += try finds(of: rule, in: sheet).map { sheet.finding($0, of: rule, severity) }
      }
    }
    return Finding.inOrder(findings)
  }

  /// The rules that a story's way to readers demands.
  private func demanded(by workflow: String) -> Set<Rule> {
    Set((policy.workflows[workflow]?.transitions ?? []).filter(\.publishes).flatMap(\.requires))
  }

  /// How grave what a rule finds is; nil where it isn't asked.
  private func severity(of rule: Rule, _ demanded: Set<Rule>) -> Finding.Severity? {
    if demanded.contains(rule) || rule.severity == .error { return .error }
    if policy.unchecked.contains(rule.name) { return nil }
    if let asked = policy.checks[rule.name] { return asked }
    return rule.isForAll ? rule.severity : nil
  }

  func finds(of rule: Rule, in sheet: Sheet) throws(Damage) -> [Find] {
    switch rule.reach {
    case .story(let find): find(sheet)
    case .desk(let find): try find(sheet, self)
    case .outside: []
    }
  }

  /// What a story lacks by a rule, each as in `it lacks …`; empty where it satisfies the rule.
  public func lacks(_ rule: Rule, _ story: Story, in workflow: String) throws(Damage) -> [String] {
    let sheet = Sheet(story, policy, workflow: workflow)
    let finds = try finds(of: rule, in: sheet)
    var said: [String] = []
    for lack in finds.compactMap(\.lack) where !said.contains(lack) { said.append(lack) }
    guard said.isEmpty, !finds.isEmpty else { return said }
    let lines = finds.map { sheet.place(of: $0.range.lowerBound).line }
    let few = lines.indices.filter { $0 == 0 || lines[$0] != lines[$0 - 1] }.map { lines[$0] }
    let shown = few.prefix(4).map(String.init) + (few.count > 4 ? ["\(few.count - 4) more"] : [])
    return ["\(rule.wants) (\(few.count == 1 ? "line" : "lines") \(prose(shown)))"]
  }
}
