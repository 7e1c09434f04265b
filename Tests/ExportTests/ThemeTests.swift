import Editorial
import Foundation
import Testing

@testable import Export

@Suite struct ThemeTests {
  /// docs/theme.md by its headings: the names that begin an entry.
  private func documented() throws -> [String: Set<String>] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/theme.md"), encoding: .utf8)
    var names: [String: Set<String>] = [:]
    var heading = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.drop(while: { $0 == " " }).hasPrefix("- `"),
        let entry = line.firstRange(of: ": ").map({ line[..<$0.lowerBound] })
      else { continue }
      let parts = entry.split(separator: "`", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() where index % 2 == 1 {
        names[heading, default: []].insert(String(part))
      }
    }
    return names
  }

  private func given() throws -> [String: Set<String>] {
    let witness = Witness()
    for ribbon in [nil, "DRAFT"] {
      var edition = try Theme.sample
      edition.ribbon = ribbon
      var site = try Site(try Archive(edition))
      site.templates.witness = witness
      for page in site.pages { _ = try site.render(page) }
      _ = try Newsletter(site.archive).html(witness)
    }
    return witness.names
  }

  @Test func `the names in the documentation are those that templates are given`() throws {
    let (documented, given) = (try documented(), try given())
    #expect(given.count == 9)
    for (template, names) in given {
      let told = documented[template] ?? []
      #expect(names.subtracting(told).sorted() == [], "\(template): not documented")
      #expect(told.subtracting(names).sorted() == [], "\(template): documented and not given")
    }
  }

  @Test func `each built-in template says only what it is given`() async {
    let theme = Dictionary(
      uniqueKeysWithValues: Theme.parts.map { ($0.file, Array($0.text.utf8)) })
    #expect(await Theme.findings(in: theme) == [])
    #expect(await Theme.findings(in: [:]) == [])
  }

  @Test func `every part stays within its budget and asks nobody else`() {
    for part in Theme.parts {
      #expect(part.text.utf8.count <= Theme.budgets[part.file] ?? .max, "\(part.file)")
      #expect(!part.text.contains("http:") && !part.text.contains("https:"), "\(part.file)")
      #expect(!part.text.contains("@import") && !part.text.contains("url("), "\(part.file)")
    }
    for name in ["left", "right", "top", "bottom"] {
      let physical = "margin-\(name)", inner = "padding-\(name)", border = "border-\(name)"
      for property in [physical, inner, border] { #expect(!Theme.style.contains(property)) }
    }
  }

  @Test(arguments: [
    ("\n{{#a}}", 2, "the section `{{#a}}` is never closed"),
    ("{{#a}}\n{{#b}}{{/b}}", 1, "the section `{{#a}}` is never closed"),
    ("{{#a}}\n{{/b}}", 2, "`{{/b}}` stands where `{{#a}}` of line 1 is open"),
    ("x\n\n{{/a}}", 3, "`{{/a}}` closes what was never opened"),
    ("x\n{{a", 2, "a tag is opened here and never closed"),
    ("{{>story}}", 1, "`{{>story}}` comes round to this template again"),
    ("{{! {{#a}} }}\n{{^b}}", 2, "the section `{{^b}}` is never closed"),
    ("{{=<% %>=}}\n<%#a%>", 2, "the section `{{#a}}` is never closed"),
    (
      String(repeating: "{{#a}}", count: 2000) + String(repeating: "{{/a}}", count: 2000), 1,
      "its sections nest more than 64 deep"
    ),
    (String(repeating: "x", count: 600_000), 1, "it is larger than 512 KiB"),
  ])
  func `a broken template refuses the export with its line`(
    text: String, line: Int, reason: String
  ) async throws {
    var sample = try Sample.newsroom()
    sample.theme = ["story.mustache": Array(text.utf8)]
    await #expect(
      throws: ExportFault.template(path: "story.mustache", line: line, reason: reason)
    ) {
      try await sample.files()
    }
    let found = await Theme.findings(in: sample.theme)
    #expect(found == [ThemeFinding("story.mustache", line: line, .error, reason)])
  }

  @Test(arguments: [
    (
      "story.mustache", "<h1>{{headlne}}</h1>{{{body}}}",
      "nothing is called `headlne` here: did you mean `headline`?"
    ),
    ("stroy.mustache", "x", "no template shows it: did you mean `story`?"),
    (
      "story.mustache", "{{>notice}}{{{body}}}",
      "there is no template `notice`: did you mean `notices`?"
    ),
    (
      "layout.mustache", "<html><main></main></html>",
      "it never shows `{{{content}}}`, so every page is empty"
    ),
    (
      "story.mustache", "<h1>{{headline}}</h1>",
      "it never shows `{{{body}}}`, so no story has its text"
    ),
    (
      "layout.mustache", "<html><main>{{content}}</main></html>",
      "`{{content}}` shows the tags themselves: write `{{{content}}}`"
    ),
    (
      "own.css", "a {}\n@import \"https://x.example/a.css\";",
      "readers' browsers would ask another host, which then knows what they read"
    ),
    (
      "story.mustache", "<img src=\"//x.example/a.png\"/>{{{body}}}",
      "readers' browsers would ask another host, which then knows what they read"
    ),
    (
      "style.css", String(repeating: "a {}\n", count: 7000),
      "it has 35000 bytes, more than the 30000 that pages stay fast with"
    ),
    ("a\\b", "", "it can't go to the site's assets under this name"),
  ])
  func `what is wrong with a theme is found`(
    file: String, text: String, message: String
  ) async throws {
    let found = await Theme.findings(
      in: [file: Array(text.utf8)], on: try Sample.newsroom().edition)
    #expect(found.map(\.message) == [message])
  }

  @Test func `templates that multiply are refused`() async throws {
    var sample = try Sample.newsroom()
    for number in 0..<25 {
      sample.theme["a\(number).mustache"] = Array("{{>a\(number + 1)}}{{>a\(number + 1)}}".utf8)
    }
    await #expect(throws: ExportFault.self) { try await sample.files() }
  }

  @Test func `partials of the newsroom's own, blocks and transforms are no mistakes`() async {
    let theme = [
      "story.mustache": "{{<base}}{{$main}}{{uppercased(headline)}}{{>own}}{{/main}}{{/base}}",
      "base.mustache": "<b>{{$main}}nothing{{/main}}</b>",
      "own.mustache": "{{#picture}}{{alt}}{{/picture}}{{{body}}}",
    ]
    #expect(await Theme.findings(in: theme.mapValues { Array($0.utf8) }) == [])
  }
}
