import Foundation
import TestSupport
import Testing

/// Words that a tool could take for something else, all the way through the commands.
@Suite struct DeskWordsTests {
  static let headlines = [
    "*Bold* claims from the quay", "&co and other firms", "!Urgent: gale at nine",
    "@pilot says yes",
    "`ls` is no headline", "%d boats at sea", "# 9 of the fleet", "? or !", "yes", "NO", "null",
    "~",
    "0755", "23:59", "2026-12-01", "1_000_000", "2e5", ".inf", "-.INF", ".nan", "Gale:",
    "Mayor: \"never\"", "\"Never\" he said, and left", "'Twas the night", "[Live] The count",
    "{Look} at this", "> 40 rescued", "| bar", "C:\\temp\\new", "Ends in a slash \\", "<<", "---",
    "...", "= 5", "tab\there", "Café – “two”", "🚢 and 👩‍👩‍👧", "a: b: c", "x #y", "key: |",
    "- a dash first", "-m is no note", "--help, cries the mayor", "null: true", "!!int 5",
    "https://example.org/?a=1&b=2#c", "<9 left", "&lt;i&gt; as such", "5*4*3_x_y", "non breaking",
  ]

  @Test func `any headline is the words that were typed, made and changed`() async throws {
    let tide = try await Tide()
    for (index, headline) in Self.headlines.enumerated() {
      let next = Self.headlines[(index + 1) % Self.headlines.count]
      let words = ["H": headline, "N": next]
      let made = try await tide.run("stet new --json -- \"$H\"", as: "ana-costa", at: nil, words)
      #expect(made.status == 0, "\(made)")
      let story = try #require(try made.json() as? [String: Any], "\(made)")
      #expect(story["headline"] as? String == headline)
      let slug = try #require(story["slug"] as? String)
      let edited = try await tide.run(
        "stet edit \(slug) --json --set headline=\"$N\"", as: "ana-costa", at: nil, words)
      #expect(edited.status == 0, "\(edited)")
      #expect((try edited.json() as? [String: Any])?["headline"] as? String == next)
    }
    #expect(try await tide.run("stet verify").status == 0)
  }

  @Test(arguments: ["nel\u{85}inside", "line\u{2028}separator", "two\nlines", "bell\u{7}"])
  func `a headline that no line can hold is refused, and nothing is made`(
    headline: String
  ) async throws {
    let tide = try await Tide()
    let ran = try await tide.run("stet new -- \"$H\"", as: "ana-costa", at: nil, ["H": headline])
    #expect(ran.status == 1, "\(ran)")
    #expect(try await tide.stages().isEmpty)
  }

  @Test(arguments: ["- dash first, then words", "--help me, says the mayor", "-m is not a note"])
  func `a headline that begins with a dash is one without help too`(headline: String) async throws {
    let tide = try await Tide()
    let ran = try await tide.run(
      "stet new --json \"$H\"", as: "ana-costa", at: nil, ["H": headline])
    #expect((try? ran.json() as? [String: Any])?["headline"] as? String == headline, "\(ran)")
  }

  /// Values over several lines, comments, quotes and blanks as people leave them.
  static let crowded = """
    ---
    # the night desk's own
    headline: >-
      Quay closed for
      a week in March
    standfirst: |
      Boats are turned away.
      stage: published
      # a word, no comment
    kicker: Harbour   # short
    section: city
    tags:
    - quay
    - boats
    byline: [ana-costa,
      "Rui, of the quay"]
    dateline: 'O''PORTO'
    note-to-self: "keep: me"
    credit: Agency South and
      friends at sea
    related:
      - headline: Older news
        url: https://example.org/old#1
        source: Gazette
    summary-for-print: >+
      Two lines
      for the paper.


    ---
    Body.

    ## Costs: then and now
    """

  static let changes = [
    "--set headline=New", "--set standfirst=Short", "--unset standfirst",
    "--set summary-for-print=x", "--unset summary-for-print", "--set 'tags=[a,b]'",
    "--set 'related=[]'", "--set 'byline=[wei-lin]'", "--set credit=Lusa", "--unset note-to-self",
  ]

  @Test(arguments: ["\n", "\r\n"])
  func `a field over several lines changes alone, whatever stands around it`(
    newline: String
  ) async throws {
    let tide = try await Tide()
    let file = Tide.file("quay")
    try tide.bench.write(
      Self.crowded.replacing("\n", with: newline) + newline, to: "tide/\(file)")
    try await tide.must("stet save \(file)", as: "ana-costa")
    for change in Self.changes {
      let key = change.split(whereSeparator: { " '=".contains($0) })[1]
      let before = try await Self.fields(tide)
      try await tide.must("stet edit quay \(change)", as: "ana-costa")
      let after = try await Self.fields(tide)
      for name in Set(before.keys).union(after.keys) where name != String(key) {
        #expect(before[name] == after[name], "\(change) changed \(name)")
      }
      #expect(before[String(key)] != after[String(key)], "\(change) changed nothing")
      #expect(try await tide.must("git status --short") == "")
    }
    let text = try tide.bench.text("tide/\(file)")
    #expect(text.contains("# the night desk's own"))
    #expect(text.contains("kicker: Harbour   # short"))
    #expect(text.hasSuffix("Body.\(newline)\(newline)## Costs: then and now\(newline)"))
    #expect((text.replacing("\r\n", with: "").contains("\n")) == (newline == "\n"))
    #expect(try await tide.run("stet submit quay", as: "ana-costa").status == 0)
  }

  /// What another reader of YAML takes the fields for: the lines of each top-level key.
  private static func fields(_ tide: Tide) async throws -> [String: String] {
    var fields: [String: String] = [:]
    var key = ""
    for line in try tide.bench.text("tide/\(Tide.file("quay"))").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      let isKey = line.first?.isLetter == true && line.contains(":")
      if isKey { key = String(line.prefix { $0 != ":" }) }
      if line.hasPrefix("---"), !fields.isEmpty { key = "body" }
      guard !line.hasPrefix("#"), !line.allSatisfy(\.isWhitespace) else { continue }
      fields[key, default: ""] += line + "\n"
    }
    return fields
  }

  @Test(arguments: ["AUX", "con", "Nul", "PRN", "COM1", "LPT9"])
  func `no file has a name that Windows keeps for itself`(headline: String) async throws {
    let tide = try await Tide()
    try await tide.must("stet new \(headline) --section city", as: "ana-costa")
    for reference in ["main", "live"] {
      let paths = try await tide.must("git ls-tree -r --name-only \(reference)")
      let stems = paths.split(whereSeparator: { "/\n".contains($0) }).map {
        $0.prefix { $0 != "." }.lowercased()
      }
      #expect(!stems.contains(headline.lowercased()), "\(paths)")
    }
    let slug = headline.lowercased()
    let asked = try await tide.run("stet new Storm --slug \(slug)", as: "ana-costa")
    #expect(asked.status == 1, "\(asked)")
  }

  @Test func `a change of the same size in the same second is never missed`() async throws {
    let tide = try await Tide()
    try await tide.story("tolls")
    let file = Tide.file("tolls")
    try await tide.must("git config core.checkStat minimal; git config core.trustctime false")
    for round in 0..<100 {
      let (one, two) = round % 2 == 0 ? ("Cat", "Dog") : ("Dog", "Cat")
      try await tide.must("stet edit tolls --set headline='\(one) wins' -q", as: "ana-costa")
      try await tide.must(
        "sed -i 's/\(one) wins/\(two) wins/' \(file); touch -r .git/index \(file)")
      let approve = try await tide.run("stet reject tolls -m x", as: "mei-tan")
      let status = try await tide.run("git status --short")
      #expect(
        approve.status == 2 && status.output.contains("tolls.md"), "round \(round): \(status)")
      #expect(try tide.bench.text("tide/\(file)").contains("\(two) wins"))
      try await tide.must("git checkout -q -- \(file)")
    }
  }
}
