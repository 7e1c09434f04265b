import Foundation
import TestSupport
import Testing

/// What `stet check` asks beyond the record: hunspell, other sites, other stories; and its SARIF.
@Suite struct CheckTests {
  @Test func sarifSaysWhatTheTextSays() async throws {
    let tide = try await Tide()
    try await tide.must(
      "mkdir style; echo 'spaces: single' > style/a.yml; stet save style/a.yml >/dev/null")
    try await tide.must(
      "printf 'É  a [[who?]]\\n' | stet new Boats --slug boats --section city --body - >/dev/null")
    let ran = try await tide.run("stet check boats --sarif")
    #expect(ran.status == 1)
    #expect(try await tide.run("stet check boats --sarif").output == ran.output)
    let document = try #require(try ran.json() as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let results = try #require(run["results"] as? [[String: Any]])
    let found = results.map { result -> String in
      let number = result["ruleIndex"] as? Int ?? -1
      #expect(rules[number] == result["ruleId"] as? String)
      let locations = result["locations"] as? [[String: [String: [String: Any]]]]
      let place = locations?.first?["physicalLocation"]
      #expect(place?["artifactLocation"]?["uri"] as? String == Tide.file("boats"))
      let line = place?["region"]?["startLine"] as? Int ?? 0
      let column = place?["region"]?["startColumn"] as? Int ?? 0
      return "\(rules[number]) \(result["level"] as? String ?? "") \(line):\(column)"
    }
    let file = try tide.bench.text("tide/\(Tide.file("boats"))")
    let line =
      file.components(separatedBy: "\n").firstIndex { $0.hasPrefix("É") }.map { $0 + 1 } ?? 0
    #expect(found == ["spaces note \(line):2", "no-queries error \(line):6"])
    #expect(results[0]["fixes"] != nil)
    #expect(results[1]["fixes"] == nil)
  }

  @Test func linksToPagesOfTheHouseAreLookedUp() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      printf '[a](/section/nowhere/) [b](/by/nobody/) [c](/2026/11/24/boats) [d](/by/ana-costa/) [e](/f.pdf)\n' |
        stet new Boats --slug boats --section city --body - >/dev/null
      """)
    let findings = try #require(
      try await tide.run("stet check boats --json").json() as? [[String: Any]])
    #expect(
      findings.filter { $0["rule"] as? String == "links" }.compactMap { $0["message"] as? String }
        == [
          "there is no section nowhere", "there is nobody called nobody",
          "/2026/11/24/boats lacks its end: .html",
        ])
  }

  @Test func whatSaveWouldRefuseIsFound() async throws {
    let tide = try await Tide()
    try await tide.must(
      "echo Words. | stet new Boats --slug boats --section city --body - >/dev/null")
    try await tide.must("sed -i 's/^stage: .*/stage: published/' \(Tide.file("boats"))")
    let ran = try await tide.run("stet check boats")
    #expect(ran.status == 1 && ran.output.contains("managed"), "\(ran)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/hunspell")))
  func wordsAreLookedUpInTheHousesListToo() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      printf 'The saltwrks of Xyzzyville, `codde` and keelboatery. A thhing.\\n' |
        stet new Boats --slug boats --section city --body - --set language=en-GB >/dev/null
      """)
    func words() async throws -> [String] {
      let ran = try await tide.run("stet check boats --json")
      let findings = try #require(try ran.json() as? [[String: Any]])
      return findings.filter { $0["rule"] as? String == "spelling" }
        .compactMap { ($0["message"] as? String)?.split(separator: "`").first.map(String.init) }
    }
    #expect(try await words() == ["saltwrks", "keelboatery", "thhing"])
    try await tide.must(
      "mkdir style; echo keelboatery > style/words.txt; stet save style/words.txt")
    #expect(try await words() == ["saltwrks", "thhing"])
    try await tide.must("echo 'checks: {spelling: off}' >> stet.yml; stet save stet.yml")
    #expect(try await words() == [])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")))
  func otherSitesAreAskedOnlyWhenSomebodyWantsIt() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      printf 'See [it](https://no-such-host.invalid/x).\\n' |
        stet new Boats --slug boats --section city --body - >/dev/null
      """)
    let quiet = try await tide.run("stet check boats --json")
    #expect(!quiet.output.contains("external-links"))
    let asked = try await tide.run("stet check boats --links --json")
    #expect(asked.output.contains("\"rule\":\"external-links\""))
    #expect(asked.output.contains("is on a host that does not exist"))
  }

  @Test func subheadsOfOtherStoriesAndTagsBesideTheirs() async throws {
    let tide = try await Tide()
    try await tide.must(
      """
      printf '## The plan\\n\\nWords.\\n' | STET_AS=ana-costa stet new Tolls --slug tolls \
        --section city --tag harbour --body - >/dev/null
      STET_AS=ana-costa stet submit tolls >/dev/null; STET_AS=george-hall stet approve tolls >/dev/null
      stet publish tolls >/dev/null
      printf 'See [it](/2026/11/24/tolls.html#the-plan) and [it](/2026/11/24/tolls.html#teh-plan).\\n' |
        stet new Boats --slug boats --section city --tag harbours --body - >/dev/null
      """)
    let ran = try await tide.run("stet check boats --json")
    let findings = try #require(try ran.json() as? [[String: Any]])
    let found = findings.compactMap { $0["message"] as? String }
    #expect(found.contains("tolls has no subhead #teh-plan; did you mean #the-plan?"))
    #expect(found.contains("no other story has the tag harbours; 1 has harbour"))
    #expect(found.count { $0.contains("subhead") } == 1)
  }
}
