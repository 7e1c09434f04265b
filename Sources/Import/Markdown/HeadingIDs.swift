internal import Editorial

/// Ids that a source gives its headings, `## Words {#id}`: they are no words, and links to them lead to
/// where the heading stands now.
enum HeadingIDs {
  static func turn(_ text: inout Manuscript) {
    guard text.bytes.contains(0x7B) else { return }
    var edits: [Manuscript.Edit] = []
    var anchors = Anchors()
    var places: [String: String] = [:]
    var first: Int?
    let lines = LinePlan(text.bytes, text.code).lines
    for (number, line) in lines.enumerated() {
      let words = text.string(line.range)
      let isUnderlined =
        line.kind == .words && number + 1 < lines.count
        && text.string(lines[number + 1].range).trimmed.wholeMatch(of: #/=+|-{2,}/#) != nil
        && !words.trimmed.isEmpty
      guard line.kind == .heading || isUnderlined else { continue }
      var heading = words
      // An id in braces at the end, with the blanks before it and closing signs before those.
      if let found = words.firstMatch(
        of:
          #/[ \t]*\{:?[ \t]*((?:[#.][^\s{}#.]+[ \t]*|[\w-]+=(?:"[^"]*"|\S+)[ \t]*)+)\}[ \t]*#*[ \t]*$/#
      ) {
        let start = line.range.lowerBound + words[..<found.range.lowerBound].utf8.count
        edits.append(Manuscript.Edit(start..<line.range.upperBound, ""))
        first = first ?? start
        heading = String(words[..<found.range.lowerBound])
        let id = found.output.1.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("#") }
        let anchor = anchors.anchor(for: plain(heading))
        if let id { places[String(id.dropFirst())] = anchor }
      } else {
        _ = anchors.anchor(for: plain(heading))
      }
    }
    if let first {
      text.remark(at: first, "ids of headings as `{#id}` went; links to them lead there still")
    }
    edits += links(in: text, to: places)
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    text.apply(edits)
  }

  /// A heading's words as its anchor is made of them.
  private static func plain(_ heading: String) -> String {
    let words = heading.drop { $0 == "#" || $0 == " " }
    return plainWords(String(words)).replacing("`", with: "")
  }

  private static func links(
    in text: Manuscript, to places: [String: String]
  ) -> [Manuscript.Edit] {
    guard !places.isEmpty else { return [] }
    var edits: [Manuscript.Edit] = []
    text.scan { index in
      guard text.has("](#", at: index),
        let end = text.find(")", from: index + 3, before: min(index + 300, text.bytes.count)),
        let anchor = places[text.string(index + 3..<end)]
      else { return nil }
      edits.append(Manuscript.Edit(index + 3..<end, anchor))
      return end
    }
    return edits
  }
}
