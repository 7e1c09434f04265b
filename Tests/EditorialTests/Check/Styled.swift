@testable import Editorial
import Testing
import Workflows

/// A story checked under a house style of its own.
struct Styled {
  let policy: Policy

  init(_ style: String = "", checks: String = "") throws {
    var files: [String: [UInt8]] = [
      "stet.yml": Array(
        """
        title: The Ellery Tide
        url: https://tide.example/
        workflows: [standard]
        sections:
          - {id: city, label: City}
        \(checks)
        """.utf8),
      "people/ana.yml": Array("name: Ana Costa\nroles: [writer]\n".utf8),
    ]
    for workflow in Workflows.all {
      files["workflows/\(workflow.name).yml"] = Array(workflow.text.utf8)
    }
    if !style.isEmpty { files["style/tide.yml"] = Array(style.utf8) }
    policy = try Policy(files: files)
  }

  /// What a rule of the story alone finds: `line:column message`.
  func finds(_ rule: Rule, fields: String = "", _ body: String) throws -> [Finding] {
    try finds(rule, Self.file(fields, body))
  }

  static func file(_ fields: String, _ body: String) -> String {
    "---\n\(fields.isEmpty ? "" : fields + "\n")---\n\(body)"
  }

  func finds(_ rule: Rule, _ file: String) throws -> [Finding] {
    let sheet = Sheet(try Story(Array(file.utf8)), policy, workflow: "standard")
    guard case .story(let find) = rule.reach else { return [] }
    return find(sheet).map { sheet.finding($0, of: rule, rule.severity) }
  }

  /// A file with everything mended, and how often that took.
  func mended(_ file: String) throws -> String {
    var story = try Story(Array(file.utf8))
    for _ in 0..<16 {
      let sheet = Sheet(story, policy, workflow: "standard")
      var findings: [Finding] = []
      for rule in Rule.all {
        guard case .story(let find) = rule.reach else { continue }
        findings += find(sheet).map { sheet.finding($0, of: rule, rule.severity) }
      }
      let (bytes, made) = story.fixed(findings)
      if made.isEmpty { break }
      story = try Story(bytes)
    }
    return String(decoding: story.file.bytes, as: UTF8.self)
  }
}
