import Editorial
import Export
import Newsroom

/// The red pen: one page with struck and inserted words, who changed what, and the desk's notes.
///
/// It needs nothing beside itself: no script, no picture, no other host.
struct MarkupPage {
  private let markup: Markup
  private let policy: Policy
  private let screen: Screen
  /// Everyone who changed words, in the order of the text; their place is their number.
  private let names: [String]

  init(_ markup: Markup, _ policy: Policy, _ screen: Screen) {
    (self.markup, self.policy, self.screen) = (markup, policy, screen)
    var names: [String] = []
    for author in markup.fields.compactMap(\.by) + markup.runs.compactMap(\.by)
    where !names.contains(author.name) { names.append(author.name) }
    self.names = names
  }

  var text: String {
    let report = markup.report
    let title = "\(report.found.slug): what changed"
    return """
      <!doctype html>
      \(PageFile.mark)
      <html lang="\(escaped(report.found.language ?? policy.house.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex, nofollow">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <p class="ribbon">For the desk · NOT FOR PUBLICATION</p>
      <main>
      <header>
      <p class="slug">\(escaped(report.found.slug)) · \(escaped(policy.house.title))</p>
      <h1>\(escaped(report.to.story.headline))</h1>
      <p class="span">From \(escaped(report.from.label)) to \(escaped(report.to.label)): \(counts)</p>
      \(people)</header>
      <div class="columns">
      <article>
      \(fields)\(body)</article>
      \(margin)</div>
      </main>
      </body>
      </html>

      """
  }

  private var counts: String {
    func words(_ op: WordDiff.Piece.Op) -> Int {
      markup.runs.filter { $0.op == op }.reduce(0) { $0 + WordDiff.words($1.text) }
    }
    return
      "<span class=\"tally\">+\(words(.insert)) −\(words(.delete)) \(words(.insert) + words(.delete) == 1 ? "word" : "words")</span>"
  }

  private var people: String {
    guard !names.isEmpty else { return "" }
    let items = names.enumerated().map { place, name in
      "<li class=\"p\(place % 6 + 1)\"><span class=\"who\">\(place + 1)</span> \(escaped(name)), \(tally(name))</li>"
    }
    let list = items.joined(separator: "\n")
    return "<ul class=\"people\" aria-label=\"Who changed what\">\n\(list)\n</ul>\n"
  }

  private func tally(_ name: String) -> String {
    func words(_ op: WordDiff.Piece.Op) -> Int {
      markup.runs.filter { $0.op == op && $0.by?.name == name }
        .reduce(0) { $0 + WordDiff.words($1.text) }
    }
    let fields = markup.fields.filter { $0.by?.name == name }.map(\.name)
    let text = "+\(words(.insert)) −\(words(.delete))"
    return fields.isEmpty ? text : "\(text); \(escaped(fields.joined(separator: ", ")))"
  }

  private var fields: String {
    guard !markup.fields.isEmpty else { return "" }
    let rows = markup.fields.map { field in
      let value = field.pieces.map { marked($0.op, $0.text, field.by) }.joined()
      return "<dt>\(escaped(field.name))</dt><dd>\(value)\(number(field.by))</dd>"
    }
    return "<dl class=\"fields\">\n\(rows.joined(separator: "\n"))\n</dl>\n"
  }

  /// The text by paragraphs.
  private var body: String {
    var sheet = MarkupSheet()
    for (place, run) in markup.runs.enumerated() {
      let parts = sheet.parts(of: run)
      for (index, part) in parts.enumerated() {
        if index > 0 { sheet.begin() }
        sheet.add(marked(run.op, part, run.by))
      }
      let next = place + 1 < markup.runs.count ? markup.runs[place + 1] : nil
      if run.op != .equal, next?.op == .equal || next?.by != run.by { sheet.add(number(run.by)) }
      sheet.finish(run)
    }
    return sheet.paragraphs.filter { $0.contains { !$0.isWhitespace } }
      .map { "<p\($0.hasPrefix("#") ? " class=\"head\"" : "")>\($0)</p>\n" }.joined()
  }

  private func marked(_ op: WordDiff.Piece.Op, _ text: String, _ by: Markup.Author?) -> String {
    let tag =
      switch op {
      case .equal: ""
      case .delete: "del"
      case .insert: "ins"
      }
    guard !tag.isEmpty else { return escaped(text) }
    let when = by.map { author in
      " class=\"p\(number(of: author) % 6 + 1)\" title=\"\(escaped(author.name))\(author.at.map { ", " + escaped(screen.time($0)) } ?? ", unsaved")\""
    }
    return "<\(tag)\(when ?? "")>\(escaped(text))</\(tag)>"
  }

  private func number(of author: Markup.Author) -> Int {
    names.firstIndex(of: author.name) ?? 0
  }

  /// Who it was, for those who see no colours.
  private func number(_ author: Markup.Author?) -> String {
    guard let author else { return "" }
    return "<sup class=\"p\(number(of: author) % 6 + 1)\">\(number(of: author) + 1)</sup>"
  }

  /// What the desk said between the two states, and what it did.
  private var margin: String {
    guard !markup.acts.isEmpty else { return "" }
    let items = markup.acts.map { act in
      let note = act.line.note.split(separator: "\n\n").map { "<p>\(escaped($0))</p>" }.joined()
      let head =
        "<span class=\"when\">\(escaped(screen.time(act.line.at)))</span> \(escaped(LogScreen.said(act, policy, screen)))"
      return "<li\(note.isEmpty ? "" : " class=\"said\"")>\(head)\(note)</li>"
    }
    return
      "<aside aria-label=\"The desk\">\n<h2>The desk</h2>\n<ol>\n\(items.joined(separator: "\n"))\n</ol>\n</aside>\n"
  }
}
