@testable import Editorial
import Foundation
import Testing
import Workflows

/// House style is read strictly, with the line of what is wrong.
@Suite struct StyleFileTests {
  @Test(arguments: [
    ("quotes: round", "style/tide.yml, line 1: `quotes` is curly, straight, guillemets or low"),
    ("spaces: double", "`spaces` is single or any"),
    ("names:\n  - Port Ellery\n  - {not: [x]}", "line 3: `name` is missing"),
    ("avoid: utilise", "`avoid` is a list"),
    ("avoid: [{word: utilise, fix: yes}]", "needs what to `say`"),
    ("avoid: [{word: a, say: b, fix: yes}, {word: b, say: a}]", "holds a word to avoid"),
    ("avoid: [\"*\"]", "is no word"),
    (
      "lengths:\n  headlin: {most: 3}",
      "line 2: `headlin` is no text that has a length; did you mean headline?"
    ),
    ("lengths: {headline: {least: 9, most: 3}}", "at least 9 and at most 3"),
    ("lengths: {headline: {most: many}}", "`most` is a number"),
    (
      "lengths:\n  sections:\n    citty: {headline: {most: 3}}",
      "line 3: there is no section called `citty`; did you mean city?"
    ),
    ("lengths: {workflows: {fast: {headline: {most: 3}}}}", "no workflow called `fast`"),
    ("numbers: {thousands: dot}", "`thousands` is comma, point or space"),
    ("dictionaries: {en: ../../x}", "names a dictionary"),
    ("quotes: &a curly", "an anchor"), ("quotes: [", "line 1"),
    ("quotes: curly\nquotes: low", "twice"),
  ])
  func whatCanNotBeReadIsNamedWithItsLine(text: String, message: String) throws {
    do {
      _ = try Styled(text)
      Issue.record("\(text) was read")
    } catch let fault as PolicyFault {
      #expect(fault.problem.contains(message), "\(fault.problem)")
    }
  }

  @Test func whatMeansNothingIsKeptWithAWarning() throws {
    let styled = try Styled("qoutes: curly\nnumbers: {spell-out: 10}")
    let warnings = try #require(styled.policy.styles["style/tide.yml"]).warnings
    #expect(
      warnings.map(\.problem) == [
        "style/tide.yml, line 1: `qoutes` means nothing here; did you mean quotes?",
        "style/tide.yml, line 2: `spell-out` means nothing here",
      ])
  }

  @Test func severalFilesAreOneStyle() throws {
    var files: [String: [UInt8]] = ["stet.yml": Array("title: X\nworkflows: [solo]\n".utf8)]
    files["workflows/solo.yml"] = Array(
      Workflows.all.first { $0.name == "solo" }?.text.utf8 ?? "".utf8)
    files["style/a.yml"] = Array("avoid: [utilise]\nquotes: curly\n".utf8)
    files["style/b.yml"] = Array("avoid: [irregardless]\nspaces: single\n".utf8)
    let style = try Policy(files: files).style
    #expect(style.avoid.map(\.word) == ["utilise", "irregardless"])
    #expect(style.singleSpaces && style.quotes == ["default": .curly])
    files["style/b.yml"] = Array("quotes: low\n".utf8)
    #expect(throws: PolicyFault.self) { try Policy(files: files) }
  }

  @Test func styleIsPolicyAndInForceFromItsCommitOn() throws {
    var paper = try Paper()
    #expect(try paper.commit(by: "mei", ["style/tide.yml": "quotes: curly\n"]).rule == "role")
    paper = try Paper()
    #expect(try paper.commit(by: "ines", ["style/tide.yml": "quotes: round\n"]).rule == "policy")
    var honest = try Paper()
    #expect(try honest.commit(by: "ines", ["style/tide.yml": "quotes: curly\n"]).rule == nil)
    #expect(honest.desk.policy.style.quotes == ["default": .curly])
    #expect(try honest.commit(by: "ines", ["stet.yml": Paper.stet()]).rule == nil)
    #expect(honest.desk.policy.style.quotes == ["default": .curly])
  }

  @Test func theDocumentedStyleIsReadAsItStands() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "../../../docs/style.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst()
      .map { String($0.components(separatedBy: "```")[0]) }
    #expect(blocks.count == 2)
    let styled = try Styled(blocks[0], checks: blocks[1])
    #expect(styled.policy.styles.values.allSatisfy { $0.warnings.isEmpty })
    #expect(styled.policy.style.avoid.count == 3)
    #expect(styled.policy.style.lengths.workflows["breaking"]?["headline"]?.most == 80)
    #expect(styled.policy.unchecked == ["repeated-words"])
    for rule in Rule.all { #expect(text.contains("`\(rule)`"), "\(rule) is documented") }
  }
}
