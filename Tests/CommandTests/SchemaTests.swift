import Foundation
import TestSupport
import Testing

/// What scripts get is what docs/json says, key by key.
@Suite struct SchemaTests {
  static let answers: [(schema: String, command: String)] = [
    ("story", "stet edit tolls --set kicker=Roads --as ana-costa"), ("list", "stet list"),
    ("show", "stet show ferry"), ("transitions", "stet publish ferry --dry-run --as mei-tan"),
    ("log", "stet log"), ("log", "stet log ferry"), ("why", "stet why ferry --as mei-tan"),
    ("status", "stet status --as george-hall"), ("credits", "stet credits ferry"),
    ("credits", "stet credits ferry --lines"),
    ("people", "stet whoami --as mei-tan"), ("workflows", "stet workflows"),
    ("doctor", "stet doctor"), ("verify", "stet verify"),
    ("diff", "stet diff ferry new..now --as mei-tan"), ("check", "stet check tolls"),
    ("transitions", "stet schedule ferry --at 23:59 --as mei-tan"), ("due", "stet due"),
    ("transitions", "stet undo ferry --as mei-tan"), ("story", "stet claim ferry --as mei-tan"),
    ("transitions", "stet hold ferry -m Wait --as mei-tan"),
    ("transitions", "stet publish --due --as mei-tan"),
    ("handover", "stet handover"), ("corrections", "stet corrections"),
    ("theme-list", "stet theme"), ("theme-eject", "stet theme eject story"),
    ("theme-check", "sed -i s/headline/headlin/ theme/story.mustache; stet theme check"),
  ]

  @Test func `every answer in JSON is as its schema says`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    try await tide.story("ferry", in: "review")
    for (schema, command) in Self.answers {
      let ran = try await tide.run("\(command) --json")
      #expect(ran.status == 0, "\(ran)")
      let faults = try Schema(schema).faults(in: try ran.json())
      #expect(faults.isEmpty, "\(command): \(faults.joined(separator: "; "))")
    }
  }

  @Test func `releases, exports and errors are as their schemas say`() async throws {
    let tide = try await Tide()
    try await tide.story("ferry", in: "published")
    let release = try await tide.run("stet release --json", as: "mei-tan")
    #expect(try Schema("release").faults(in: try release.json()) == [])
    let export = try await tide.run("stet export site rss --out ../out --json")
    #expect(try Schema("export").faults(in: try export.json()) == [])
    for command in ["show", "why"] {
      let seen = try await tide.run("stet \(command) ferry --at 08:10 --json")
      #expect(try Schema("seen").faults(in: try seen.json()) == [])
    }
    let refused = try await tide.run("stet submit ferry --json", as: "ana-costa")
    #expect(refused.status == 2)
    let error = try JSONSerialization.jsonObject(with: Data(refused.error.utf8))
    #expect(try Schema("error").faults(in: error) == [])
  }

  @Test func `outlets are as their schemas say, done and failed`() async throws {
    let tide = try await Tide()
    let names = "outlets: {web: [site, rss], wire: [teletype]}"
    try await tide.must("sed -i '/^outlets:/d' stet.yml; echo '\(names)' >> stet.yml; stet save")
    try await tide.story("ferry", in: "published")
    try await tide.must("stet outlet web --out ../web; stet outlet wire --out ../wire")
    let outlet = try await tide.run("stet outlet --json")
    #expect(try Schema("outlet").faults(in: try outlet.json()) == [])
    let release = try await tide.run("stet release --export --json", as: "mei-tan")
    #expect(release.status == 1)
    #expect(try Schema("release").faults(in: try release.json()) == [])
    let export = try await tide.run("stet export --outlets --json")
    #expect(export.status == 1)
    #expect(try Schema("export-outlets").faults(in: try export.json()) == [])
    try await tide.story("tolls", in: "review")
    for (schema, command) in [
      ("outlet", "stet outlet list"), ("status", "stet status"), ("why", "stet why ferry"),
      ("transitions", "stet publish tolls"),
      ("release", "stet release --back-to 2026-11-24.1"),
    ] {
      let ran = try await tide.run("\(command) --json", as: "mei-tan")
      #expect(try Schema(schema).faults(in: try ran.json()) == [], "\(command)")
    }
  }

  @Test func `a shift's note and corrections are as their schemas say, with everything in them`()
    async throws
  {
    let tide = try await Tide()
    try await tide.story("ferry", in: "published")
    try await tide.story("tolls", in: "published")
    try await tide.story("keeper", in: "review")
    try await tide.story("seal", in: "edit")
    try await tide.must(
      """
      stet release >/dev/null
      stet correct tolls --notice 'By a fifth.' --as george-hall >/dev/null
      echo 'Other words.' | stet edit tolls --body - --as george-hall >/dev/null
      stet approve tolls >/dev/null && stet publish tolls >/dev/null
      stet schedule keeper --at 18:00 >/dev/null && stet claim seal >/dev/null
      stet hold seal -m 'Two ages' >/dev/null && stet retract ferry -m 'Wrong' >/dev/null
      """)
    for command in ["handover", "corrections"] {
      let ran = try await tide.run("stet \(command) --json")
      #expect(ran.status == 0, "\(ran)")
      #expect(try Schema(command).faults(in: try ran.json()) == [])
    }
  }

  @Test func `a key that no schema knows is noticed`() throws {
    let faults = try Schema("credits").faults(in: [
      "byline": [Any](), "editors": [Any](), "line": "", "reasons": [Any](), "more": 1,
    ])
    #expect(faults == ["$: more is not in the schema"])
  }
}

/// The part of JSON Schema that docs/json uses.
private struct Schema {
  let root: [String: Any]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../../docs/json/\(name).schema.json")
    let document = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    root = try #require(document as? [String: Any])
  }

  func faults(in value: Any) -> [String] { check(value, root, "$") }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let tries = choices.map { check(value, $0, path) }
      return tries.contains { $0.isEmpty } ? [] : tries[0]
    }
    if let words = schema["enum"] as? [String] {
      let word = value as? String
      return word.map(words.contains) == true ? [] : ["\(path): \(value) is none of the words"]
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    guard types.isEmpty || types.contains(where: { Self.is(value, $0) }) else {
      return ["\(path): \(value) is no \(types.joined(separator: " or "))"]
    }
    if let elements = value as? [Any], let items = schema["items"] as? [String: Any] {
      return elements.enumerated().flatMap { check($0.element, items, "\(path)[\($0.offset)]") }
    }
    guard let object = value as? [String: Any],
      let properties = schema["properties"] as? [String: [String: Any]]
    else { return [] }
    var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(path): \($0) is missing" }
    for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
      if let known = properties[key] {
        faults += check(inner, known, "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(path): \(key) is not in the schema")
      }
    }
    return faults
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int
    case "number": value is Double || value is Int
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
