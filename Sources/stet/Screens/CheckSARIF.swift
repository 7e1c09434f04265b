import Editorial
import Newsroom

/// The findings as SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts
/// and editors show beside the lines.
enum CheckSARIF {
  static func document(_ checked: [Checked]) -> JSON {
    let rules =
      Rule.all.map { (name: $0.name, text: "A story has \($0.wants).", severity: $0.severity) }
      + [
        (name: "format", text: "A story's file can be read.", severity: .error),
        (name: "managed", text: "What stet keeps in a file is as it kept it.", severity: .error),
      ]
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.name, $0) })
    let driver = JSON.object([
      ("name", .string("stet")), ("version", .string(Newsroom.version)),
      (
        "rules",
        .array(
          rules.map { rule in
            .object([
              ("id", .string(rule.name)), ("shortDescription", message(rule.text)),
              ("defaultConfiguration", .object([("level", level(rule.severity))])),
            ])
          })
      ),
    ])
    let results = checked.flatMap { one in
      one.findings.map { result($0, in: one.found.entry.path, numbers[$0.rule]) }
    }
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
          ])
        ])
      ),
    ])
  }

  private static func result(_ finding: Finding, in path: String, _ number: Int?) -> JSON {
    let file = JSON.object([("uri", .string(path)), ("uriBaseId", .string("%SRCROOT%"))])
    let region = JSON.object([
      ("startLine", .int(finding.line)), ("startColumn", .int(finding.column)),
    ])
    var pairs: [(String, JSON)] = [
      ("ruleId", .string(finding.rule)), ("level", level(finding.severity)),
      ("message", message(finding.message)),
      (
        "locations",
        .array([
          .object([
            ("physicalLocation", .object([("artifactLocation", file), ("region", region)]))
          ])
        ])
      ),
    ]
    if let number { pairs.append(("ruleIndex", .int(number))) }
    if let fix = finding.fix { pairs.append(("fixes", .array([self.fix(fix, in: file)]))) }
    return .object(pairs)
  }

  private static func fix(_ fix: Fix, in file: JSON) -> JSON {
    let deleted = JSON.object([
      ("byteOffset", .int(fix.range.lowerBound)), ("byteLength", .int(fix.range.count)),
    ])
    let replacement = JSON.object([
      ("deletedRegion", deleted), ("insertedContent", .object([("text", .string(fix.text))])),
    ])
    return .object([
      (
        "artifactChanges",
        .array([
          .object([("artifactLocation", file), ("replacements", .array([replacement]))])
        ])
      )
    ])
  }

  private static func message(_ text: String) -> JSON { .object([("text", .string(text))]) }

  private static func level(_ severity: Finding.Severity) -> JSON {
    .string(severity == .advice ? "note" : severity.rawValue)
  }
}
