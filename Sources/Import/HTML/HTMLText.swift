internal import Editorial

/// A text in HTML as Markdown that renders to the same words.
struct HTMLText: Sendable {
  let markdown: String
  /// What came over as something else, with the line of the HTML.
  let remarks: [Remark]
  /// The line of the HTML on which each picture and link stands first, by its address.
  let places: [String: Int]
  /// The remarks, each once.
  var notes: [String] {
    var seen: Set<String> = []
    return remarks.map(\.message).filter { seen.insert($0).inserted }
  }

  /// Reads a piece of HTML; throws where it is larger or nests deeper than any text.
  init(_ html: String, _ manner: Flow.Manner = Flow.Manner()) throws(Unreadable) {
    self.init(try HTMLReader.read(html), manner, html: html)
  }

  /// A text that is Markdown already.
  init(markdown: String) { (self.markdown, remarks, places) = (markdown, [], [:]) }

  init(_ nodes: [HTMLNode], _ manner: Flow.Manner = Flow.Manner(), html: String = "") {
    var flow = Flow(manner)
    flow.add(nodes, Flow.Inside())
    flow.endParagraph()
    markdown = MarkdownWriter.text(flow.blocks)
    let hasTK = Copy(markdown).marks.contains { $0.kind == .tk }
    remarks =
      flow.remarks
      + (hasTK
        ? [
          Remark(
            line: Self.line(of: "TK", in: html),
            "TK stands in the text, and stops its next publication")
        ] : [])
    places = flow.places
  }

  /// The first line on which a word stands alone, from 1.
  private static func line(of word: String, in text: String) -> Int? {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).firstIndex { line in
      line.split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }.map { $0 + 1 }
  }

  /// The words of a piece of HTML on one line, for headlines and names.
  static func words(_ html: String) throws(Unreadable) -> String {
    guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else {
      return Line.folded(plainText(html)).trimmed
    }
    var flow = Flow(Flow.Manner())
    flow.add(try HTMLReader.read(html), Flow.Inside())
    flow.endParagraph()
    return flow.blocks.inlines().words
  }
}
