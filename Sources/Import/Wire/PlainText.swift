/// Plain text as Markdown of the same words.
enum PlainText {
  /// Empty lines part paragraphs; where there are none, each line is one.
  static func markdown(_ text: String) -> String {
    let lines = plainText(text).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let hasEmpty = lines.contains { $0.trimmed.isEmpty }
    var line = Line()
    var blocks: [Block] = []
    func end() {
      blocks += line.paragraphs().map { .paragraph($0) }
      line = Line()
    }
    for part in lines {
      if part.trimmed.isEmpty || !hasEmpty { end() }
      line.add(.text(part + " "), Style())
    }
    end()
    return MarkdownWriter.text(blocks)
  }
}
